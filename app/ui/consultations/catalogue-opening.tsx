// The choices that open a catalogue: the mode, the day of the prices, and what each identified buyer may order.
import { Form, Link } from '@remix-run/react';
import { modeLabels } from '~/domain/accords-cadres/accord-cadre';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Field, FormProblem, Select, Submit } from '../form';
import { Notice } from '../parts';

interface Shown {
  readonly id: string;
  readonly opened: boolean;
  readonly accordCadreId: string | null;
  readonly notifiedOn: Day | null;
  readonly endsOn: Day | null;
  readonly maximumNet: Cents;
  readonly digest: string;
  readonly blanks: { readonly vatRate: number | null; readonly noEcoContribution: boolean };
  readonly lines: readonly { readonly refused: boolean }[];
  readonly ceilings: readonly {
    readonly communeId: string;
    readonly name: string;
    readonly needNet: Cents;
    readonly maximumNet: Cents;
  }[];
  readonly mayRun: boolean;
}

const typedAmount = (amount: Cents) => (amount / 100).toFixed(2).replace('.', ',');

export function CatalogueOpening({
  shown,
  reasons,
  typed,
}: {
  shown: Shown;
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
}) {
  const { blanks, ceilings, notifiedOn, lines, mayRun } = shown;
  if (shown.opened)
    return (
      <Notice tone="good" title="Le catalogue est ouvert">
        <p>
          <Link to={`/accords-cadres/${shown.accordCadreId ?? ''}`}>Voir l’accord-cadre et ses lots</Link>
        </p>
      </Notice>
    );
  if (notifiedOn === null)
    return (
      <Notice tone="warn" title="Le marché n’est pas notifié">
        <p>Le catalogue s’ouvre à la réception du marché par son titulaire.</p>
      </Notice>
    );
  if (!mayRun || lines.some(({ refused }) => refused)) return null;
  return (
    <Form method="post" className="stack">
      <FormProblem reasons={reasons} title="Le catalogue n’est pas ouvert." />
      <input type="hidden" name="digest" value={shown.digest} />
      <input type="hidden" name="vatRate" value={blanks.vatRate ?? ''} />
      <input type="hidden" name="noEcoContribution" value={blanks.noEcoContribution ? 'on' : ''} />
      <section className="card">
        <h2>Commandes</h2>
        <div className="grid">
          <Select
            label="Qui commande, qui paie (CCP L2113-2)"
            name="mode"
            defaultValue={typed['mode'] ?? 'intermediary'}
            options={Object.entries(modeLabels).map(([value, label]) => ({ value, label }))}
          />
          <Field
            label="Prix applicables à partir du"
            name="effectiveOn"
            type="date"
            required
            min={notifiedOn}
            max={shown.endsOn ?? undefined}
            defaultValue={typed['effectiveOn'] ?? notifiedOn}
          />
        </div>
      </section>
      <section className="card">
        <h2>Plafonds des {formatCount(ceilings.length)} acheteurs identifiés</h2>
        <p>
          Proposés à partir de la part de chacun dans les besoins figés, avec une marge d’un cinquième. Leur somme peut
          dépasser le maximum du lot ({formatCents(shown.maximumNet)} HT), qui s’impose à tous ensemble. Une commune qui
          n’est pas dans cette liste ne peut pas commander (CCP R2162-6).
        </p>
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Commune</th>
                <th scope="col" className="amount">
                  Part des besoins HT
                </th>
                <th scope="col">Plafond HT, en euros</th>
              </tr>
            </thead>
            <tbody>
              {ceilings.map(({ communeId, name, needNet, maximumNet }) => (
                <tr key={communeId}>
                  <th scope="row">{name}</th>
                  <td data-label="Part des besoins HT" className="amount">
                    {formatCents(needNet)}
                  </td>
                  <td data-label="Plafond HT, en euros">
                    <input
                      aria-label={`Plafond de ${name}, en euros HT`}
                      name={`ceiling-${communeId}`}
                      inputMode="decimal"
                      defaultValue={typed[`ceiling-${communeId}`] ?? typedAmount(maximumNet)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="row">
        <Submit>Ouvrir le catalogue aux communes</Submit>
      </div>
    </Form>
  );
}
