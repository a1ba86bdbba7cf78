// Produces the next version of a consultation's market file, stored once with its digest and what was checked.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { freezeConsultationChecks } from 'db/consultation-checks';
import { addConsultationFile, listConsultationFiles, nextFileVersion } from 'db/consultations';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { composeDce, dceFileName } from '~/documents/consultations/compose';
import { gateOf } from '~/domain/checks/gate';
import { contradictionSentence } from '~/domain/consultations/contradictions';
import { fileRefusalSentence } from '~/domain/consultations/file-refusals';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { blockingSentence, consultationChecks } from './consultation-checks.server';
import { dceSubject, needQuantities, preparedConsultation, subjectDigest } from './subject.server';

export const loader = reader('consultation.read', ({ params }) => redirect(`/consultations/${params['id']}`));

export const action = writer('consultation.run', async ({ db, user, params, now, today, platform }) => {
  const prepared = preparedConsultation(db, params['id']);
  const { consultation, consolidation, outcome, refusals } = prepared;
  const page = `/consultations/${consultation.id}`;
  if (refusals.length > 0 || outcome.kind === 'refused') return refused(refusals.map(fileRefusalSentence));
  const { results } = consultationChecks(db, prepared, today);
  const { blocking } = gateOf(results, new Set());
  if (blocking.length > 0) return refused(blocking.map(blockingSentence));
  const subject = dceSubject(db, prepared, outcome.advice, today, platform.demonstration);
  const needs = needQuantities(consolidation);
  const { contradictions } = composeDce(subject, needs).report;
  if (contradictions.length > 0) return refused(contradictions.map(contradictionSentence));
  const inputDigest = subjectDigest(subject);
  const made = () => listConsultationFiles(db, consultation.id).find((file) => file.inputDigest === inputDigest);
  const already = made();
  if (already) return redirectSaying(page, `La version ${already.version} est déjà faite de ces mêmes choix.`);
  const bytes = await platform.documents.render({ kind: 'dce', subject, needs: [...needs] });
  const stored = write(db, (tx) => {
    // Another request was faster: its file holds, this one is dropped.
    if (nextFileVersion(tx, consultation.id) !== subject.version) return false;
    const syndicat = findSyndicat(tx);
    const documentId = addDocument(tx, {
      kind: 'consultationFile',
      number: `${consultation.id.slice(0, 8)}-v${subject.version}`,
      issuerId: syndicat.id,
      communeId: null,
      title: `Dossier de consultation ${subject.reference}, version ${subject.version}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: dceFileName(subject),
      mediaType: 'application/zip',
      templateVersion: subject.clauses.version,
      bytes,
    });
    addConsultationFile(tx, { consultationId: consultation.id, version: subject.version, documentId, inputDigest });
    freezeConsultationChecks(tx, consultation.id, subject.version, results);
    const about = { subjectKind: 'consultation', subjectId: consultation.id };
    const detail = { version: subject.version, documentId, inputDigest };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.fileProduced', ...about, detail });
    return true;
  });
  if (!stored) return redirectSaying(page, 'Une autre demande a produit le dossier entre-temps.');
  return redirectSaying(page, `La version ${subject.version} du dossier est produite.`);
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="Le dossier n’est pas produit"
      back={`/consultations/${params['id']}`}
      backLabel="Revenir à la consultation"
    />
  );
}
