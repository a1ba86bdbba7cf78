// Around the text of a convention: its versions to download, the shares of its cost, the articles to check.
import { Form } from '@remix-run/react';
import { type CostRule, type CostShare, costKeyLabels } from '~/domain/organisations/cost-shares';
import { formatCents, formatCount } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Submit } from '../form';
import { Badge, Notice } from '../parts';

/** The versions issued, the latest first, and the button that issues another. */
export function ConventionTexts(props: {
  id: string;
  versions: readonly number[];
  upToDate: boolean;
  mayRun: boolean;
}) {
  const { id, versions, upToDate, mayRun } = props;
  return (
    <section>
      <h2>Texte de la convention</h2>
      {versions.length === 0 && <p>Aucune version n’est encore établie.</p>}
      {versions.length > 0 && (
        <ul>
          {versions.map((version, index) => (
            <li key={version}>
              Version {version} : <a href={`/conventions/${id}/versions/${version}.pdf`}>PDF</a> ·{' '}
              <a href={`/conventions/${id}/versions/${version}.docx`}>DOCX</a>{' '}
              {index === 0 && mayRun && !upToDate && <Badge tone="warn">n’est plus à jour</Badge>}
            </li>
          ))}
        </ul>
      )}
      {mayRun && (
        <Form method="post" action={`/conventions/${id}/texte`}>
          <Submit tone={versions.length > 0 && upToDate ? 'secondary' : undefined}>
            Établir la convention (PDF et DOCX)
          </Submit>
        </Form>
      )}
    </section>
  );
}

/** What each member owes by the rule of costs, and the sum. */
export function CostShareTable(props: {
  rule: CostRule;
  shares: readonly CostShare[];
  totalNet: Cents | null;
  problem: string | null;
}) {
  const { rule, shares, totalNet, problem } = props;
  if (rule.kind === 'none')
    return (
      <section>
        <h2>Frais</h2>
        <p>Le coordonnateur exerce ses missions à titre gratuit.</p>
      </section>
    );
  const weightText = (weight: number | null) => {
    if (weight === null || rule.kind !== 'proRata') return '';
    return rule.key === 'needs' ? formatCents(weight as Cents) : formatCount(weight);
  };
  const keyLabel = rule.kind === 'proRata' ? `Clé : ${costKeyLabels[rule.key]}` : undefined;
  return (
    <section>
      <h2>Frais</h2>
      <p>
        {rule.kind === 'fixed'
          ? `Forfait de ${formatCents(rule.feeNet)} par membre.`
          : `${formatCents(rule.costNet)} répartis au prorata : ${costKeyLabels[rule.key]}. Arrondis au centime, aux plus forts restes.`}
      </p>
      {problem !== null && (
        <Notice tone="warn">
          <p>{problem}</p>
        </Notice>
      )}
      {shares.length > 0 && (
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Membre</th>
                {keyLabel !== undefined && (
                  <th scope="col" className="amount">
                    {keyLabel}
                  </th>
                )}
                <th scope="col" className="amount">
                  Part
                </th>
              </tr>
            </thead>
            <tbody>
              {shares.map(({ communeId, name, weight, shareNet }) => (
                <tr key={communeId}>
                  <th scope="row">{name}</th>
                  {keyLabel !== undefined && (
                    <td data-label={keyLabel} className="amount">
                      {weightText(weight)}
                    </td>
                  )}
                  <td data-label="Part" className="amount">
                    {formatCents(shareNet)}
                  </td>
                </tr>
              ))}
            </tbody>
            {totalNet !== null && (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={keyLabel === undefined ? 1 : 2}>
                    Total
                  </th>
                  <td className="amount">{formatCents(totalNet)}</td>
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
    </section>
  );
}

/** Articles of the text whose legal basis is to be checked before it is signed. */
export function ClausesToCheck({
  clauses,
}: {
  clauses: readonly { readonly id: string; readonly title: string; readonly basis: string; readonly why: string }[];
}) {
  if (clauses.length === 0) return null;
  return (
    <details>
      <summary>Articles dont le fondement est à vérifier avant signature ({clauses.length})</summary>
      <ul>
        {clauses.map(({ id, title, basis, why }) => (
          <li key={id}>
            {title}{' '}
            <small>
              ({basis}) : {why}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
