// One reference: price, characteristics with their units, contract it is bought under, prices over time.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { type Attribute, attributesOf } from 'catalog/products/attributes';
import { categories, isCategoryCode } from 'catalog/products/categories';
import { listSchools } from 'db/organisations';
import { findProduct, listPricesOf } from 'db/products';
import { modeLabels } from '~/domain/accords-cadres/accord-cadre';
import { isAllowed } from '~/domain/accounts/permissions';
import { checkProduct } from '~/domain/checks/check';
import { attributeText } from '~/domain/products/attribute-text';
import { formatDay, formatDayShort, formatRate, formatUnitPrice } from '~/domain/shared/format';
import { divideRounded } from '~/domain/shared/money';
import { Facts, Notice, PageHead } from '~/ui/parts';
import { AddToCart } from '~/ui/products/add-to-cart';
import { ProductChecks } from '~/ui/products/product-checks';
import productsStyle from '~/ui/products/products.css?url';
import { UnitPrice } from '~/ui/products/unit-price';
import { explained } from '../checks/explained.server';
import { rulesInForce } from '../checks/rules-in-force.server';
import { orNotFound, reader } from '../guard.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: productsStyle }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.product.label ?? 'Référence'} – Préau` },
];

export const loader = reader('catalogue.read', ({ db, params, today, user }) => {
  const { product, lot, accordCadre, holder, price } = orNotFound(findProduct(db, params['id'] ?? '', today));
  const category = isCategoryCode(product.category) ? product.category : undefined;
  const described = category === undefined ? [] : attributesOf(category);
  const known = described.flatMap(([code, attribute]: readonly [string, Attribute]) => {
    const value = product.attributes[code];
    return value === undefined ? [] : [[attribute.label, attributeText(attribute, value)] as const];
  });
  const rules = rulesInForce(db, today);
  const checks = checkProduct(
    rules,
    {
      id: product.id,
      category: product.category,
      ecoContributionCents: price && divideRounded(BigInt(price.ecoContributionNet), 100n),
      attributes: product.attributes,
    },
    today,
  ).filter(({ answer }) => answer !== 'notApplicable');
  return {
    product,
    lot,
    accordCadre,
    holder: { name: holder.name, siret: holder.siret },
    price,
    prices: listPricesOf(db, product.id),
    checks,
    explained: explained(checks, rules),
    category: category ? { code: category, label: categories[category].plural } : null,
    known,
    unknown: described.filter(([code]) => product.attributes[code] === undefined).map(([, { label }]) => label),
    schools: isAllowed(user.roles, 'cart.fill')
      ? listSchools(db, user.scope).map(({ school }) => ({ uai: school.uai, name: school.name }))
      : [],
  };
});

export default function ProductPage() {
  const shown = useLoaderData<typeof loader>();
  const { product, lot, accordCadre, holder, price, prices, category, known, unknown, schools } = shown;
  return (
    <article>
      <PageHead
        title={product.label}
        crumbs={[
          { to: '/catalogue', label: 'Catalogue' },
          ...(category ? [{ to: `/catalogue?categorie=${category.code}`, label: category.label }] : []),
        ]}
      >
        Réf. {product.reference}
        {product.brand !== null && <> · {product.brand}</>}
        {product.model !== null && <> · {product.model}</>}
      </PageHead>
      <div className="with-aside right">
        <aside className="card accent offer">
          {price === null ? (
            <Notice tone="warn" title="Pas de prix en vigueur">
              <p>Cette référence ne peut pas être commandée aujourd’hui.</p>
            </Notice>
          ) : (
            <>
              <UnitPrice of={{ ...price, unit: product.unit }} />
              {price.validTo !== null && <p>Prix valable jusqu’au {formatDay(price.validTo)}.</p>}
              <AddToCart
                productId={product.id}
                label={product.label}
                schools={schools}
                back={`/catalogue/${product.id}`}
              />
            </>
          )}
          <p>
            <Link to={`/comparaison?ref=${product.id}`}>Comparer avec d’autres références</Link>
          </p>
        </aside>
        <div className="stack">
          {product.description !== null && <p>{product.description}</p>}
          <section className="card">
            <h2>Caractéristiques</h2>
            {known.length > 0 ? (
              <Facts entries={known} />
            ) : (
              <p>Aucune caractéristique communiquée par le fournisseur.</p>
            )}
            {unknown.length > 0 && (
              <details>
                <summary>{unknown.length} caractéristiques inconnues</summary>
                <p>
                  <small>
                    Non communiquées par le fournisseur&nbsp;: les règles qui en dépendent répondent «&nbsp;non
                    évaluable&nbsp;».
                  </small>
                </p>
                <p>{unknown.join(', ')}.</p>
              </details>
            )}
          </section>
          <section className="card">
            <h2>Marché</h2>
            <Facts
              entries={[
                [
                  'Accord-cadre',
                  <Link key="accord-cadre" to={`/accords-cadres/${accordCadre.id}`}>
                    {accordCadre.reference} – {accordCadre.title}
                  </Link>,
                ],
                ['Lot', `${lot.number} – ${lot.title}`],
                ['Titulaire', holder.siret === null ? holder.name : `${holder.name} (SIRET ${holder.siret})`],
                ['Mode', modeLabels[accordCadre.mode]],
                ['Validité', `du ${formatDay(accordCadre.startsOn)} au ${formatDay(accordCadre.endsOn)}`],
                ['Livraison', `${lot.deliveryDays} jours`],
              ]}
            />
          </section>
          <ProductChecks results={shown.checks} explained={shown.explained} />
          <section>
            <h2>Prix dans le temps</h2>
            <div className="table-scroll">
              <table className="cards">
                <thead>
                  <tr>
                    <th scope="col">Du</th>
                    <th scope="col">Au</th>
                    <th scope="col" className="amount">
                      Prix unitaire HT
                    </th>
                    <th scope="col" className="amount">
                      TVA
                    </th>
                    <th scope="col" className="amount">
                      Éco-participation HT
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {prices.map((row) => (
                    <tr key={row.id}>
                      <td data-label="Du">{formatDayShort(row.validFrom)}</td>
                      <td data-label="Au">{row.validTo === null ? 'en cours' : formatDayShort(row.validTo)}</td>
                      <td data-label="Prix unitaire HT" className="amount">
                        {formatUnitPrice(row.unitPriceNet)}
                      </td>
                      <td data-label="TVA" className="amount">
                        {formatRate(row.vatRate)}
                      </td>
                      <td data-label="Éco-participation HT" className="amount">
                        {formatUnitPrice(row.ecoContributionNet)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        </div>
      </div>
    </article>
  );
}
