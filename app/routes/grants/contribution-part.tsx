// One part of a grant file as a school writes it by its link: that part of that file and no other.
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { markSchoolLinkUsed } from 'db/grant-contributions';
import { addDeed } from 'db/records';
import { mayWriteBy } from '~/platform/public-limits';
import { PartForm } from '~/ui/grants/part-form';
import { PageHead } from '~/ui/parts';
import { orNotFound, publicReader, publicWriter, redirectSaying } from '../guard.server';
import { contributionHeaders, requireContribution } from './contribution.server';
import { partReading, refusedPart, savePart, shownFields } from './parts.server';

export const meta: MetaFunction = () => [
  { title: 'Projet de l’école – Préau' },
  { name: 'robots', content: 'noindex, nofollow' },
];
export const headers = () => contributionHeaders;

export const loader = publicReader(async (asked) => {
  const { file, place, parts } = await requireContribution(asked);
  const part = orNotFound(parts.find(({ id }) => id === asked.params['part']));
  return {
    back: `/contributions/${asked.params['token']}`,
    school: place.school.name,
    title: part.title,
    fields: shownFields(part, file.answers.written),
    reading: partReading(part, file.answers),
  };
});

export const action = publicWriter(async (asked) => {
  const { link, file, parts } = await requireContribution(asked);
  const part = orNotFound(parts.find(({ id }) => id === asked.params['part']));
  if (!(await mayWriteBy(link.id))) throw new Response(null, { status: 429, headers: contributionHeaders });
  const { now, form } = asked;
  const saved = savePart(asked, form, file, part, now, (tx, changed) => {
    markSchoolLinkUsed(tx, link.id, now);
    addDeed(tx, {
      at: now,
      userId: null,
      communeId: file.communeId,
      deed: 'grantFile.partChangedBySchool',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { linkId: link.id, part: part.id, changed },
    });
  });
  if (saved.kind !== 'saved')
    return data(refusedPart(part, saved, form), { status: saved.kind === 'problems' ? 400 : 422 });
  return redirectSaying(
    `/contributions/${asked.params['token']}`,
    `La partie « ${part.title} » est enregistrée. Merci.`,
  );
});

export default function ContributionPart() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead title={shown.title} crumbs={[{ to: shown.back, label: shown.school }]}>
        Un champ vide se complète plus tard.
      </PageHead>
      <PartForm fields={shown.fields} reading={shown.reading} answer={answer} next={null} />
    </article>
  );
}
