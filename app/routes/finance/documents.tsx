// All purchase orders and invoices a finance officer may see: find, sum, download one, several or the list.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { financePageSize, listFinanceChoices, listFinanceDocuments, sumFinanceDocuments } from 'db/finance';
import { listCommunes } from 'db/organisations';
import { financeKindLabels } from '~/domain/finance/finance-kinds';
import { formatCents, formatCount, formatDayShort } from '~/domain/shared/format';
import { Field, Select, Submit } from '~/ui/form';
import { Amount, PageHead, Pager } from '~/ui/parts';
import { SearchSelect } from '~/ui/search-select';
import { reader } from '../guard.server';
import { readFinanceFilters } from './filters.server';

export const meta: MetaFunction = () => [{ title: 'Finances – Préau' }];

export const loader = reader('finance.read', ({ db, user, url }) => {
  const { filters, page, amountProblem } = readFinanceFilters(url);
  const sum = sumFinanceDocuments(db, user.scope, filters);
  return {
    page,
    pages: Math.max(1, Math.ceil(sum.count / financePageSize)),
    amountProblem,
    sum,
    documents: listFinanceDocuments(db, user.scope, filters, page),
    choices: listFinanceChoices(db, user.scope),
    communes: user.scope.kind === 'syndicat' ? listCommunes(db, user.scope) : [],
  };
});

function Filters({ shown }: { shown: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const [asked] = useSearchParams();
  const kept = (name: string) => asked.get(name) ?? '';
  return (
    <Form method="get" className="card">
      <div className="grid">
        <Select
          label="Année"
          name="annee"
          defaultValue={kept('annee')}
          empty="Toutes"
          options={shown.choices.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          label="Type"
          name="type"
          defaultValue={kept('type')}
          empty="Tous"
          options={Object.entries(financeKindLabels).map(([value, label]) => ({ value, label }))}
        />
        <Select
          label="Fournisseur"
          name="fournisseur"
          defaultValue={kept('fournisseur')}
          empty="Tous"
          options={shown.choices.suppliers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {shown.communes.length > 0 && (
          <SearchSelect
            label="Commune"
            name="commune"
            defaultValue={kept('commune')}
            empty="Toutes"
            options={shown.communes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Field label="Numéro ou objet" name="texte" defaultValue={kept('texte')} />
        <Field
          label="Montant HT ou TTC"
          name="montant"
          inputMode="decimal"
          placeholder="1 234,56"
          defaultValue={kept('montant')}
          problem={shown.amountProblem}
        />
      </div>
      <div className="row">
        <Submit>Chercher</Submit>
        <Link to="/finances">Tout afficher</Link>
      </div>
    </Form>
  );
}

function pageAddress(asked: URLSearchParams, page: number): string {
  const next = new URLSearchParams(asked);
  next.set('page', String(page));
  return `/finances?${next}`;
}

export default function FinanceDocuments() {
  const shown = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  return (
    <article>
      <PageHead title="Finances">
        Bons de commande et factures émis, tels qu’ils ont été émis : chaque fichier est conservé avec son empreinte.
      </PageHead>
      <Filters shown={shown} />
      {shown.documents.length === 0 ? (
        <p>Aucun document ne correspond.</p>
      ) : (
        <form method="post" action="/finances/archive" className="stack">
          <div className="row apart">
            <p>
              <strong>{formatCount(shown.sum.count)}</strong> document{shown.sum.count > 1 ? 's' : ''} ·{' '}
              {formatCents(shown.sum.net)} HT · {formatCents(shown.sum.gross)} TTC
            </p>
            <div className="row">
              <button type="submit" className="secondary">
                Télécharger la sélection (ZIP)
              </button>
              <a className="button secondary" href={`/finances/export.csv?${asked}`}>
                Liste pour tableur (CSV)
              </a>
            </div>
          </div>
          <div className="table-scroll">
            <table className="cards">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="visually-hidden">Choisir</span>
                  </th>
                  <th scope="col">Numéro</th>
                  <th scope="col">Date</th>
                  {shown.communes.length > 0 && <th scope="col">Commune</th>}
                  <th scope="col">Fournisseur</th>
                  <th scope="col">Objet</th>
                  <th scope="col" className="amount">
                    HT
                  </th>
                  <th scope="col" className="amount">
                    TTC
                  </th>
                  <th scope="col">Fichier</th>
                </tr>
              </thead>
              <tbody>
                {shown.documents.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <input type="checkbox" name="document" value={row.id} aria-label={`Choisir ${row.number}`} />
                    </td>
                    <th scope="row">{row.number}</th>
                    <td data-label="Date">{formatDayShort(row.issuedOn)}</td>
                    {shown.communes.length > 0 && <td data-label="Commune">{row.communeName ?? '–'}</td>}
                    <td data-label="Fournisseur">{row.supplierName ?? '–'}</td>
                    <td data-label="Objet">{row.title}</td>
                    <td data-label="HT" className="amount">
                      {row.net === null ? '–' : <Amount of={row.net} />}
                    </td>
                    <td data-label="TTC" className="amount">
                      {row.gross === null ? '–' : <Amount of={row.gross} />}
                    </td>
                    <td>
                      <a href={`/documents/${row.id}`} aria-label={`Télécharger ${row.number} en PDF`}>
                        PDF
                      </a>{' '}
                      <small>{formatCount(Math.ceil(row.byteLength / 1024))} ko</small>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </form>
      )}
      <Pager page={shown.page} pages={shown.pages} at={(to) => pageAddress(asked, to)} />
    </article>
  );
}
