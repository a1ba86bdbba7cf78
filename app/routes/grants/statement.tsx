// Issues the evidence for the balance: the statement of expenditure, once for the same figures.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { readAward } from './award.server';
import { issueStatement, statementRefusals } from './statement.server';

export const loader = reader('grant.follow', ({ params }) => redirect(`/subventions/${params['id']}/depenses`));

export const action = writer('grant.follow', async (asked) => {
  const award = orNotFound(readAward(asked.db, asked.params['id'] ?? '', asked.user.scope, asked.today));
  const reasons = statementRefusals(award);
  if (reasons.length > 0) return refused(reasons);
  const number = await issueStatement(asked, award);
  return redirectSaying(
    `/subventions/${award.composed.file.id}/depenses#justificatifs`,
    `L’état des dépenses ${number} est établi.`,
  );
});

export default function StatementRefused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="L’état des dépenses n’est pas établi"
      back={`/subventions/${id}/depenses`}
      backLabel="Revenir aux dépenses"
    />
  );
}
