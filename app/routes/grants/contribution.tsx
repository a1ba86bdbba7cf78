// Where a school's link leads: the parts of the file that the school writes, and how far each is.
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayInParis } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Steps } from '~/ui/grants/steps';
import { PageHead } from '~/ui/parts';
import { publicReader } from '../guard.server';
import { contributionHeaders, requireContribution } from './contribution.server';
import { progressOf } from './parts.server';

export const meta: MetaFunction = () => [
  { title: 'Projet de l’école – Préau' },
  { name: 'robots', content: 'noindex, nofollow' },
];
export const headers = () => contributionHeaders;

export const loader = publicReader(async (asked) => {
  const { link, file, place, scheme, parts } = await requireContribution(asked);
  return {
    school: place.school.name,
    commune: place.organisation.name,
    scheme: scheme.name,
    until: formatDay(dayInParis(link.expiresAt)),
    steps: parts.map((part) => {
      const { filled, of } = progressOf(part, file.answers);
      return {
        label: part.title,
        to: `/contributions/${asked.params['token']}/${part.id}`,
        state: filled === of ? 'Complet' : filled === 0 ? 'À écrire' : 'Commencé',
        tone: filled === of ? ('good' as const) : filled === 0 ? ('unknown' as const) : ('warn' as const),
        detail: `${filled} sur ${of} champs`,
      };
    }),
  };
});

export default function Contribution() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article className="narrow">
      <PageHead title={shown.school}>
        {shown.commune} demande une aide ({shown.scheme}) et vous propose d’écrire la part de l’école.
      </PageHead>
      <Steps of={shown.steps} />
      <p>
        Aucun compte n’est nécessaire. Ce lien s’ouvre jusqu’au {shown.until} ; il ne montre que ces parties. Gardez-le
        pour vous.
      </p>
    </article>
  );
}
