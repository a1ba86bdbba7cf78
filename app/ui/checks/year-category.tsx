// One category of a buyer's year: its figures, the lines behind them, what the rules answer, why a target is missed.
import { Link } from '@remix-run/react';
import { type CategoryYear, isRecycled, isReused, type Range } from '~/domain/checks/agec-year';
import type { CheckResult } from '~/domain/checks/results';
import { formatCents, formatRate } from '~/domain/shared/format';
import type { BasisPoints } from '~/domain/shared/money';
import { Submit, TextArea } from '../form';
import { Facts } from '../parts';
import { YearAnswers } from './year-answers';

interface ShownCategory extends Omit<CategoryYear, 'entries' | 'lines'> {
  readonly label: string;
  readonly source: string | null;
  readonly lines: readonly (CategoryYear['lines'][number] & { readonly orderId?: string })[];
  readonly entries: readonly (CategoryYear['entries'][number] & { readonly by: string })[];
  readonly derogation: { readonly value: string; readonly by: string } | null;
  readonly derogationId: string;
  readonly results: readonly CheckResult[];
}

const between = ({ least, most }: Range) =>
  least === most ? formatCents(least) : `entre ${formatCents(least)} et ${formatCents(most)}`;

const share = (of: { least: BasisPoints; most: BasisPoints } | null) =>
  of === null
    ? 'aucun achat'
    : of.least === of.most
      ? formatRate(of.least)
      : `entre ${formatRate(of.least)} et ${formatRate(of.most)}`;

const minimum = (rate: BasisPoints | null) => (rate === null ? 'non établi, à vérifier' : formatRate(rate));

const yesNo = (value: boolean | null) => (value === null ? 'à compléter' : value ? 'oui' : 'non');

function Behind({ figure, at, mayDeclare }: { figure: ShownCategory; at: string; mayDeclare: boolean }) {
  return (
    <details>
      <summary>Lignes de ce total</summary>
      <div className="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">Achat</th>
              <th scope="col">Montant HT</th>
              <th scope="col">Réemploi</th>
              <th scope="col">Recyclé</th>
            </tr>
          </thead>
          <tbody>
            {figure.lines.map((line) => (
              <tr key={line.id}>
                <td>
                  {line.label}{' '}
                  {line.orderId ? <Link to={`/commandes/${line.orderId}`}>{line.number}</Link> : line.number}
                </td>
                <td>{formatCents(line.net)}</td>
                <td>{yesNo(isReused(line))}</td>
                <td>{yesNo(isRecycled(line))}</td>
              </tr>
            ))}
            {figure.entries.map((entry) => (
              <tr key={entry.id}>
                <td>
                  {entry.label} ({entry.kind === 'donation' ? 'don' : 'hors Préau'}, saisi par {entry.by})
                  {mayDeclare && (
                    <form method="post" action={`${at}/saisies/${entry.id}/retrait`}>
                      <button type="submit" className="secondary" aria-label={`Retirer ${entry.label}`}>
                        Retirer
                      </button>
                    </form>
                  )}
                </td>
                <td>{formatCents(entry.net)}</td>
                <td>{entry.kind === 'donation' ? 'don' : formatCents(entry.reuseNet)}</td>
                <td>{formatCents(entry.recycledNet)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td>{formatCents(figure.totalNet)}</td>
              <td>{between(figure.reuse)}</td>
              <td>{between(figure.recycled)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  );
}

/** A category with spend. */
export function CategoryPart({ figure, at, mayDeclare }: { figure: ShownCategory; at: string; mayDeclare: boolean }) {
  const missed = figure.minimumReuse !== null && figure.missingReuse !== null && figure.missingReuse > 0;
  return (
    <section>
      <h2>{figure.label}</h2>
      <Facts
        entries={[
          ['Total HT', formatCents(figure.totalNet)],
          ['Réemploi et réutilisation', between(figure.reuse)],
          ['Dons, valeur forfaitaire', formatCents(figure.donated)],
          ['Part du réemploi, dons compris', share(figure.reuseShare)],
          ['Minimum de réemploi', minimum(figure.minimumReuse)],
          ['Produits avec matières recyclées', between(figure.recycled)],
          ['Part du recyclé', share(figure.recycledShare)],
          ['Minimum de recyclé', minimum(figure.minimumRecycled)],
        ]}
      />
      {missed && figure.missingReuse !== null && (
        <p>
          Il manque <strong>{formatCents(figure.missingReuse)}</strong> de biens de réemploi à la place de biens neufs.
        </p>
      )}
      <YearAnswers results={figure.results} />
      <Behind figure={figure} at={at} mayDeclare={mayDeclare} />
      {figure.derogation && (
        <p>
          Motif donné par {figure.derogation.by} : {figure.derogation.value}
        </p>
      )}
      {missed && mayDeclare && (
        <details>
          <summary>Motiver un objectif non atteint</summary>
          <form method="post" action={`${at}/precisions`}>
            <input type="hidden" name="id" value={figure.derogationId} />
            <input type="hidden" name="fact" value="derogationReason" />
            <input type="hidden" name="category" value={figure.category} />
            <TextArea label="Contrainte technique significative" name="value" required />
            <Submit>Enregistrer le motif</Submit>
          </form>
        </details>
      )}
      {figure.source !== null && <p className="hint">Minimums : {figure.source}.</p>}
    </section>
  );
}
