// Issues the text of a convention, as PDF and DOCX of the same content, stored once per version.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addConventionText, listConventionTexts } from 'db/conventions';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { conventionModel, conventionTemplateVersion } from '~/documents/organisations/convention';
import { RefusalPage } from '~/ui/refusal';
import { renderBoth, storeBoth } from '../both-formats.server';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { conventionFacts, issuedTexts, readConvention } from './convention.server';

export const loader = reader('convention.run', ({ params }) => redirect(`/conventions/${params['id']}`));

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
  const bytes = await renderBoth(platform, model);
  write(db, (tx) => {
    // Another request was faster: its text holds.
    if ((listConventionTexts(tx, id)[0]?.version ?? 0) >= version) return;
    const stored = storeBoth(tx, bytes, {
      kind: 'conventionText',
      number: `${reference}-v${version}`,
      issuerId: findSyndicat(tx).id,
      communeId: null,
      title: `Convention de groupement ${reference}, version ${version}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `Convention-${reference.replace(/[^\w-]+/g, '-')}-v${version}`,
      templateVersion: conventionTemplateVersion,
    });
    addConventionText(tx, { conventionId: id, version, ...stored, inputDigest: digest });
    const detail = { version, inputDigest: digest, ...stored };
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
