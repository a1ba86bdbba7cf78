// Sets aside lines that schools wrote: they stay, marked, and count for nothing.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { decideOnContributions } from './contributions.server';

export const loader = reader('campaign.answer', ({ params }) =>
  redirect(`/campagnes/${params['id']}/reponse/contributions`),
);

export const action = writer('campaign.answer', (asked) => {
  const { params } = asked;
  const outcome = decideOnContributions(asked, 'setAside');
  if ('against' in outcome) return refused(outcome.against);
  const said = outcome.count === 1 ? 'Une ligne est écartée' : `${formatCount(outcome.count)} lignes sont écartées`;
  return redirectSaying(`/campagnes/${params['id']}/reponse/contributions`, `${said}.`);
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="Aucune ligne n’est écartée"
      back={`/campagnes/${params['id']}/reponse/contributions`}
      backLabel="Revenir aux besoins des écoles"
    />
  );
}
