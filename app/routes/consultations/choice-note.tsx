// Issues the note of the choice of a procedure, as PDF and DOCX of the same content, stored once per version.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addChoiceNote, listChoiceNotes } from 'db/consultations';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { choiceNoteModel, choiceNoteTemplateVersion } from '~/documents/consultations/choice-note';
import { fileRefusalSentence } from '~/domain/consultations/file-refusals';
import { RefusalPage } from '~/ui/refusal';
import { renderBoth, storeBoth } from '../both-formats.server';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { noteDigest, saidInNote } from './choice-note.server';
import { preparedConsultation } from './subject.server';

export const loader = reader('consultation.read', ({ params }) => redirect(`/consultations/${params['id']}`));

export const action = writer('consultation.run', async ({ db, user, params, now, today, platform }) => {
  const prepared = preparedConsultation(db, params['id']);
  const { consultation, outcome, refusals } = prepared;
  const page = `/consultations/${consultation.id}`;
  if (refusals.length > 0 || outcome.kind === 'refused') return refused(refusals.map(fileRefusalSentence));
  const said = saidInNote(db, prepared, outcome.advice, today, platform.demonstration);
  const inputDigest = noteDigest(said);
  const last = listChoiceNotes(db, consultation.id)[0];
  if (last?.inputDigest === inputDigest)
    return redirectSaying(page, `La version ${last.version} de la note dit déjà la même chose.`);
  const version = (last?.version ?? 0) + 1;
  const model = choiceNoteModel({ ...said, version, issuedOn: today });
  const bytes = await renderBoth(platform, model);
  write(db, (tx) => {
    // Another request was faster: its note holds.
    if ((listChoiceNotes(tx, consultation.id)[0]?.version ?? 0) >= version) return;
    const stored = storeBoth(tx, bytes, {
      kind: 'choiceNote',
      number: `${consultation.id.slice(0, 8)}-note-v${version}`,
      issuerId: findSyndicat(tx).id,
      communeId: null,
      title: `Note de choix de procédure ${consultation.reference}, version ${version}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `note-choix-${consultation.reference}-v${version}`,
      templateVersion: choiceNoteTemplateVersion,
    });
    addChoiceNote(tx, { consultationId: consultation.id, version, ...stored, inputDigest });
    const about = { subjectKind: 'consultation', subjectId: consultation.id };
    const detail = { version, inputDigest, ...stored };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.choiceNoteIssued', ...about, detail });
  });
  return redirectSaying(page, `La version ${version} de la note de choix est établie.`);
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La note de choix n’est pas établie"
      back={`/consultations/${id}`}
      backLabel="Revenir à la consultation"
    />
  );
}
