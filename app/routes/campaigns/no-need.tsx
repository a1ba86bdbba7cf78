// Declares that a commune has no need: an answer like another.
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
  const against = await signNeeds(asked, 'declareNoNeed');
  if (against.length > 0) return refused(against.map(answerRefusalSentence));
  return redirectSaying(answerPath(params), 'Votre commune a déclaré n’avoir aucun besoin.');
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="L’absence de besoin n’est pas enregistrée"
      back={answerPath(params)}
      backLabel="Revenir à la réponse"
    />
  );
}
