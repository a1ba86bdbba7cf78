// The catalogue: search, menu, filters with counts, sorted pages of references, comparison and cart.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useLocation } from '@remix-run/react';
import { listSchools } from 'db/organisations';
import { isAllowed } from '~/domain/accounts/permissions';
import { mostCompared } from '~/domain/products/comparison';
import { formatCount } from '~/domain/shared/format';
import { Field, Select } from '~/ui/form';
import { Badge, PageHead } from '~/ui/parts';
import { AddToCart, type OwnSchool } from '~/ui/products/add-to-cart';
import { CategoryMenu, Facets } from '~/ui/products/catalogue-filters';
import productsStyle from '~/ui/products/products.css?url';
import { UnitPrice } from '~/ui/products/unit-price';
import { reader } from '../guard.server';
import { type CatalogueCard, showCatalogue, sortLabels } from './catalogue.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: productsStyle }];
export const meta: MetaFunction = () => [{ title: 'Catalogue – Préau' }];

export const loader = reader('catalogue.read', ({ db, url, today, user }) => ({
  ...showCatalogue(db, url, today),
  sorts: Object.entries(sortLabels).map(([value, label]) => ({ value, label })),
  schools: isAllowed(user.roles, 'cart.fill')
    ? listSchools(db, user.scope).map(({ school }) => ({ uai: school.uai, name: school.name }))
    : [],
}));

function Card({ card, schools, back }: { card: CatalogueCard; schools: readonly OwnSchool[]; back: string }) {
  return (
    <li className="product-card">
      <small>
        {card.categoryLabel} · réf. {card.reference}
      </small>
      <h3>
        <Link to={`/catalogue/${card.id}`}>{card.label}</Link>
      </h3>
      {card.refurbished && (
        <div>
          <Badge tone="good">reconditionné</Badge>
        </div>
      )}
      <ul className="highlights">
        {card.highlights.map((highlight) => (
          <li key={highlight}>{highlight}</li>
        ))}
      </ul>
      <div className="bottom">
        <UnitPrice of={card} />
        <small>{card.holderName}</small>
        <div className="choice">
          <input type="checkbox" id={`comparer-${card.id}`} name="ref" value={card.id} form="comparaison" />
          <label htmlFor={`comparer-${card.id}`}>
            Comparer<span className="visually-hidden"> {card.label}</span>
          </label>
        </div>
        <AddToCart productId={card.id} label={card.label} schools={schools} back={back} />
      </div>
    </li>
  );
}

export default function Catalogue() {
  const shown = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const results = `${formatCount(shown.count)} référence${shown.count > 1 ? 's' : ''}`;
  return (
    <article>
      <PageHead title={shown.categoryLabel ?? 'Catalogue'}>
        Références au prix des accords-cadres en cours, que votre commune peut commander.
      </PageHead>
      <Form method="get" action="/catalogue" className="inline" role="search">
        <Field
          key={shown.typed}
          label="Chercher une référence, une marque, un usage"
          name="q"
          type="search"
          defaultValue={shown.typed}
        />
        {shown.category !== null && <input type="hidden" name="categorie" value={shown.category} />}
        <button type="submit">Chercher</button>
      </Form>
      <div className="with-aside">
        <section className="stack" aria-labelledby="titre-resultats">
          <div className="toolbar">
            <h2 id="titre-resultats">
              {results}
              {shown.typed !== '' && <> pour «&nbsp;{shown.typed}&nbsp;»</>}
            </h2>
            <a href="#filtres" className="to-filters">
              Catégories et filtres
            </a>
            <Form method="get" action="/catalogue" className="inline">
              {[...new URLSearchParams(search)]
                .filter(([name]) => name !== 'tri' && name !== 'page')
                .map(([name, value]) => (
                  <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
                ))}
              <Select key={shown.sort} label="Trier par" name="tri" defaultValue={shown.sort} options={shown.sorts} />
              <button type="submit" className="secondary">
                Trier
              </button>
            </Form>
          </div>
          {shown.filters.length > 0 && (
            <ul className="chips">
              {shown.filters.map((filter) => (
                <li key={filter.without}>
                  <Link to={filter.without}>
                    {filter.label} <span aria-hidden="true">×</span>
                    <span className="visually-hidden"> (retirer ce filtre)</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {shown.count === 0 && (
            <p>
              Aucune référence ne correspond. Essayez un mot de moins, ou <Link to="/catalogue">tout le catalogue</Link>
              .
            </p>
          )}
          <ul className="product-cards">
            {shown.cards.map((card) => (
              <Card key={card.id} card={card} schools={shown.schools} back={`${pathname}${search}`} />
            ))}
          </ul>
          {shown.count > 0 && (
            <form id="comparaison" method="get" action="/comparaison" className="inline">
              <button type="submit" className="secondary">
                Comparer les références cochées ({mostCompared} au plus)
              </button>
            </form>
          )}
          {shown.pages > 1 && (
            <nav className="pages" aria-label="Pages">
              {shown.previous !== null ? <Link to={shown.previous}>Page précédente</Link> : <span />}
              <span>
                Page {shown.page} sur {formatCount(shown.pages)}
              </span>
              {shown.next !== null ? <Link to={shown.next}>Page suivante</Link> : <span />}
            </nav>
          )}
        </section>
        <aside className="catalogue-menu stack" id="filtres">
          <CategoryMenu groups={shown.menu} current={shown.category} allCategories={shown.allCategories} />
          <Facets facets={shown.facets} typed={shown.typed} category={shown.category} sort={shown.sort} />
        </aside>
      </div>
    </article>
  );
}
