// The year of a buyer: AGEC figures by category with their lines, withdrawn equipment, what is missing, the declaration.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { agecCategories, agecRates, firstAgecYear } from 'catalog/thresholds/agec';
import { findSyndicat, listCommunes } from 'db/organisations';
import { listDeclarations } from 'db/years';
import { isAllowed } from '~/domain/accounts/permissions';
import { rateOf } from '~/domain/checks/agec-year';
import { yearOf } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { CheckSections } from '~/ui/checks/sections';
import { CategoryPart } from '~/ui/checks/year-category';
import { Declarations, DonationForm, OpenLines, PurchaseForm } from '~/ui/checks/year-forms';
import { Withdrawals } from '~/ui/checks/year-withdrawals';
import { Select, Submit } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { agecCodes, readBuyer, readYear, readYearOf } from './year.server';

export const meta: MetaFunction = () => [{ title: 'Année – Préau' }];

export const loader = reader('year.read', (asked) => {
  const { db, user, url, today } = asked;
  const year = readYear(asked);
  const buyer = readBuyer(db, user, url.searchParams.get('acheteur'));
  const { figures, entries, withdrawals, declared, dueOn } = readYearOf(db, buyer.id, year, today);
  const syndicat = findSyndicat(db);
  return {
    year,
    years: Array.from({ length: yearOf(today) - firstAgecYear + 1 }, (_, index) => yearOf(today) - index),
    closed: today > `${year}-12-31`,
    buyer: { id: buyer.id, name: buyer.name, isCommune: buyer.kind === 'commune' },
    buyers:
      user.scope.kind === 'syndicat'
        ? [syndicat, ...listCommunes(db, user.scope)].map(({ id, name }) => ({ value: id, label: name }))
        : [],
    figures: figures.map((figure) => ({
      ...figure,
      label: agecCategories[figure.category],
      source: rateOf(agecRates, figure.category, year)?.source ?? null,
      entries: entries.filter(({ category }) => category === figure.category),
      derogationId: randomUUID(),
    })),
    withdrawals,
    categories: agecCodes.map((code) => ({ value: code, label: agecCategories[code] })),
    declared,
    dueOn,
    declarations: listDeclarations(db, buyer.id, year).map(({ id, number, issuedOn }) => ({ id, number, issuedOn })),
    mayDeclare: isAllowed(user.roles, 'year.declare') && buyer.id === user.organisationId,
    roles: user.roles,
    ids: {
      purchase: randomUUID(),
      donation: randomUUID(),
      declared: randomUUID(),
      batch: randomUUID(),
      none: randomUUID(),
    },
  };
});

export default function YearPage() {
  const shown = useLoaderData<typeof loader>();
  const { year, buyer, figures, mayDeclare, ids } = shown;
  const at = `/controles/annees/${year}`;
  const concerned = figures.filter(({ totalNet }) => totalNet > 0);
  const search = shown.buyers.length > 0 ? `?acheteur=${buyer.id}` : '';
  return (
    <article>
      <PageHead title={`Année ${year}`}>
        {buyer.name} : la part du réemploi et du recyclé dans les achats hors taxes (loi AGEC, article 58), et les
        matériels réformés (loi REEN, article 16).
      </PageHead>
      <CheckSections roles={shown.roles} />
      <nav className="row years" aria-label="Années">
        {shown.years.map((one) => (
          <Link key={one} to={`/controles/annees/${one}${search}`} aria-current={one === year ? 'page' : undefined}>
            {one}
          </Link>
        ))}
      </nav>
      {shown.buyers.length > 0 && (
        <form method="get" className="inline">
          <Select label="Acheteur" name="acheteur" options={shown.buyers} defaultValue={buyer.id} />
          <Submit>Afficher</Submit>
        </form>
      )}
      {concerned.length === 0 && <p>Aucun achat des catégories concernées cette année.</p>}
      {concerned.map((figure) => (
        <CategoryPart key={figure.category} figure={figure} at={at} mayDeclare={mayDeclare} />
      ))}
      {mayDeclare && (
        <>
          <OpenLines at={at} lines={figures.flatMap(({ open }) => open)} />
          <PurchaseForm at={at} id={ids.purchase} categories={shown.categories} />
          <DonationForm at={at} id={ids.donation} />
        </>
      )}
      <Withdrawals shown={shown.withdrawals} at={at} ids={ids} mayDeclare={mayDeclare} />
      <Declarations
        at={at}
        closed={shown.closed}
        dueOn={shown.dueOn}
        declared={shown.declared}
        declarations={shown.declarations}
        mayDeclare={mayDeclare}
        id={ids.declared}
      />
      <Notice title="Comment c’est compté">
        Chaque bon de commande compte l’année de son émission, éco-participation comprise, pour la collectivité qui paie
        le fournisseur. Quand le syndicat achète puis revend, c’est donc lui : ce point est à vérifier, aucun texte lu
        ne le tranche. Un bien d’occasion sans preuve ne compte pas encore ; un bien compté en réemploi ne compte pas
        aussi en recyclé. Les dons comptent pour leur valeur forfaitaire, dans la part comme dans le total (à vérifier).
        À déclarer au plus tard le {formatDay(shown.dueOn)}.
      </Notice>
    </article>
  );
}
