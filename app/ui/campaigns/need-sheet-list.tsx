// The sheets of needs that came back: whose, what each would change or has changed, and the one button for all.
import { Form, Link } from '@remix-run/react';
import type { Instant } from '~/domain/shared/day';
import { formatCount, formatInstant } from '~/domain/shared/format';
import { Submit } from '../form';
import { Badge } from '../parts';

interface ListedSheet {
  readonly id: string;
  readonly communeName: string;
  readonly fileName: string;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly confirmedAt: Instant | null;
  readonly counts: Readonly<Record<string, number>> | null;
}

/** '3 ajoutées, 1 modifiée': only what is not zero. */
export function countsText(counts: Readonly<Record<string, number>> | null): string {
  const words = { added: 'ajoutée', changed: 'modifiée', removed: 'retirée', unchanged: 'inchangée' };
  const parts = Object.entries(words).flatMap(([kind, word]) => {
    const count = counts?.[kind] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${word}${count > 1 ? 's' : ''}`];
  });
  return parts.length === 0 ? 'aucune ligne remplie' : parts.join(', ');
}

export function NeedSheetList(props: {
  campaignId: string;
  sheets: readonly ListedSheet[];
  forAll: boolean;
  open: boolean;
}) {
  const { campaignId, sheets, forAll, open } = props;
  if (sheets.length === 0) return null;
  const ready = sheets.filter(({ confirmedAt, counts }) => {
    const { added = 0, changed = 0, removed = 0, refused = 0 } = counts ?? {};
    return confirmedAt === null && refused === 0 && added + changed + removed > 0;
  });
  return (
    <section className="stack">
      <h2>Feuilles reçues</h2>
      {forAll && open && ready.length > 0 && (
        <Form method="post" action={`/campagnes/${campaignId}/feuilles/confirmations`}>
          {ready.map(({ id }) => (
            <input key={id} type="hidden" name="sheet[]" value={id} />
          ))}
          <Submit>
            Confirmer les {formatCount(ready.length)} feuille{ready.length > 1 ? 's' : ''} sans ligne refusée
          </Submit>
        </Form>
      )}
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Commune</th>
              <th scope="col">Fichier</th>
              <th scope="col">Lignes</th>
              <th scope="col">État</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet) => (
              <tr key={sheet.id}>
                <th scope="row">{sheet.communeName}</th>
                <td data-label="Fichier">
                  <Link to={`/campagnes/${campaignId}/feuilles/${sheet.id}`}>{sheet.fileName}</Link>
                  <br />
                  <small>
                    {formatInstant(sheet.receivedAt)}, {sheet.receivedBy}
                  </small>
                </td>
                <td data-label="Lignes">
                  {countsText(sheet.counts)}
                  {(sheet.counts?.['refused'] ?? 0) > 0 && (
                    <>
                      {' '}
                      <Badge tone="bad">{formatCount(sheet.counts?.['refused'] ?? 0)} refusée(s)</Badge>
                    </>
                  )}
                </td>
                <td data-label="État">
                  <Badge tone={sheet.confirmedAt ? 'good' : 'warn'}>
                    {sheet.confirmedAt ? 'confirmée' : 'à confirmer'}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
