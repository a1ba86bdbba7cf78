// Issues the text of a convention, as PDF and DOCX of the same content, stored once per version.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addConventionText, listConventionTexts } from 'db/conventions';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { conventionModel, conventionTemplateVersion } from '~/documents/organisations/convention';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { conventionFacts, issuedTexts, readConvention } from './convention.server';

export const loader = reader('convention.run', ({ params }) => redirect(`/conventions/${params['id']}`));

const formats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export const action = writer('convention.run', async ({ db, user, params, now, today, platform }) => {
  const read = readConvention(db, params['id'], user.scope, today);
  const { id, reference } = read.convention;
  const page = `/conventions/${id}`;
  if (read.standing.length === 0)
    return refused(['La convention n’a pas encore de membre : ajoutez au moins une commune (CCP L2113-6).']);
  const { texts, upToDate, digest } = issuedTexts(db, read, platform.demonstration);
  const last = texts[0]?.version ?? 0;
  if (upToDate) return redirectSaying(page, `La version ${last} dit déjà la même chose.`);
  const version = last + 1;
  const facts = conventionFacts(db, read, platform.demonstration);
  const model = conventionModel({ ...facts, version, issuedOn: today });
  const [pdf, docx] = await Promise.all([
    platform.documents.render({ kind: 'pdf', model }),
    platform.documents.render({ kind: 'docx', model }),
  ]);
  write(db, (tx) => {
    // Another request was faster: its text holds.
    if ((listConventionTexts(tx, id)[0]?.version ?? 0) >= version) return;
    const stored = (format: keyof typeof formats, bytes: Uint8Array) =>
      addDocument(tx, {
        kind: 'conventionText',
        number: `${reference}-v${version}-${format}`,
        issuerId: findSyndicat(tx).id,
        communeId: null,
        title: `Convention de groupement ${reference}, version ${version}`,
        issuedOn: today,
        issuedAt: now,
        issuedBy: user.id,
        fileName: `Convention-${reference.replace(/[^\w-]+/g, '-')}-v${version}.${format}`,
        mediaType: formats[format],
        templateVersion: conventionTemplateVersion,
        bytes,
      });
    const [pdfDocumentId, docxDocumentId] = [stored('pdf', pdf), stored('docx', docx)];
    addConventionText(tx, { conventionId: id, version, pdfDocumentId, docxDocumentId, inputDigest: digest });
    const detail = { version, inputDigest: digest, pdfDocumentId, docxDocumentId };
    const subject = { subjectKind: 'convention', subjectId: id };
    addDeed(tx, { at: now, userId: user.id, deed: 'convention.textIssued', ...subject, detail });
  });
  return redirectSaying(page, `La version ${version} de la convention est établie.`);
});

export default function TextRefused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La convention n’est pas établie"
      back={`/conventions/${id}`}
      backLabel="Revenir à la convention"
    />
  );
}
