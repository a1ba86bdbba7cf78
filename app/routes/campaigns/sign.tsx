// Signs the needs of a commune: from then on they count, and their statement is kept as a PDF.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { answerRefusalSentence } from '~/domain/campaigns/answering';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answerPath } from './answer-path';
import { signNeeds } from './signing.server';

export const loader = reader('campaign.sign', ({ params }) => redirect(answerPath(params)));

export const action = writer('campaign.sign', async (asked) => {
  const { params } = asked;
  const against = await signNeeds(asked, 'sign');
  if (against.length > 0) return refused(against.map(answerRefusalSentence));
  return redirectSaying(
    answerPath(params),
    'L’état des besoins est signé : son PDF est conservé. Vous pouvez le rouvrir jusqu’au dernier jour.',
  );
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="L’état des besoins n’est pas signé"
      back={answerPath(params)}
      backLabel="Revenir à la réponse"
    />
  );
}
