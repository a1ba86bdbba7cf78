// Up to four references side by side, row by row, what differs marked.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { type Attribute, type AttributeCode, attributes } from 'catalog/products/attributes';
import { isCategoryCode } from 'catalog/products/categories';
import { catalogueOf, searchCatalogue } from 'db/catalogue';
import { listProducts } from 'db/products';
import { checkProduct } from '~/domain/checks/check';
import { compareCompliance } from '~/domain/checks/compliance-comparison';
import { attributeText } from '~/domain/products/attribute-text';
import { compareReferences, mostCompared } from '~/domain/products/comparison';
import { unitGross } from '~/domain/products/shown-price';
import { formatCents, formatUnitPrice } from '~/domain/shared/format';
import { divideRounded } from '~/domain/shared/money';
import { Field } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { ComplianceComparison } from '~/ui/products/compliance-comparison';
import productsStyle from '~/ui/products/products.css?url';
import { rulesInForce } from '../checks/rules-in-force.server';
import { reader } from '../guard.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: productsStyle }];
export const meta: MetaFunction = () => [{ title: 'Comparaison – Préau' }];

const suggested = 6;

export const loader = reader('catalogue.read', ({ db, url, today }) => {
  const asked = [...new Set(url.searchParams.getAll('ref'))];
  const found = listProducts(db, asked.slice(0, mostCompared), today);
  const typed = url.searchParams.get('q') ?? '';
  const catalogue = catalogueOf(db, today);
  const category = found[0]?.product.category;
  const sameCategory = () => catalogue.references.filter((one) => one.category === category);
  const places = searchCatalogue(db, catalogue, typed);
  const searched =
    places && [...places.subarray(0, 2 * suggested)].flatMap((place) => catalogue.references[place] ?? []);
  const compared = new Set(found.map(({ product }) => product.id));
  const definitions = (Object.entries(attributes) as [AttributeCode, Attribute][]).map(([code, { label, unit }]) => ({
    code,
    label,
    unit: unit ?? null,
  }));
  const rules = rulesInForce(db, today);
  const checkedProduct = ({ product, price }: (typeof found)[number]) => {
    const ecoContributionCents = price && divideRounded(BigInt(price.ecoContributionNet), 100n);
    const { id, category: code, attributes: known } = product;
    return checkProduct(rules, { id, category: code, ecoContributionCents, attributes: known }, today);
  };
  return {
    typed,
    tooMany: asked.length > mostCompared,
    references: found.map(({ product, price, holder }) => ({
      id: product.id,
      label: product.label,
      reference: product.reference,
      holderName: holder.name,
      price: price && { net: formatUnitPrice(price.unitPriceNet), gross: formatCents(unitGross(price)) },
      without: `/comparaison?${new URLSearchParams(asked.filter((id) => id !== product.id).map((id) => ['ref', id]))}`,
    })),
    rows: compareReferences(
      found.map(({ product }) => product),
      definitions,
    ).map(({ code, label, values, differs }) => ({
      label,
      differs,
      values: values.map((value) => attributeText(attributes[code as AttributeCode], value)),
    })),
    compliance: found.length > 1 ? compareCompliance(found.map((one) => checkedProduct(one))) : [],
    mixed:
      new Set(found.map(({ product }) => product.category)).size > 1 &&
      found.every(({ product }) => isCategoryCode(product.category)),
    suggestions: (searched ?? sameCategory())
      .filter(({ id }) => !compared.has(id))
      .slice(0, suggested)
      .map(({ id, label }) => ({
        id,
        label,
        to: `/comparaison?${new URLSearchParams([...asked, id].map((one) => ['ref', one]))}`,
      })),
  };
});

export default function Comparison() {
  const { typed, tooMany, references, rows, mixed, suggestions, compliance } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Comparaison" crumbs={[{ to: '/catalogue', label: 'Catalogue' }]}>
        Ce qui diffère est surligné&nbsp;; «&nbsp;inconnu&nbsp;» veut dire que le fournisseur ne l’a pas communiqué.
      </PageHead>
      {tooMany && (
        <Notice tone="warn">
          <p>Quatre références au plus sont comparées à la fois&nbsp;: les premières cochées sont retenues.</p>
        </Notice>
      )}
      {mixed && (
        <Notice>
          <p>
            Ces références ne sont pas de la même catégorie&nbsp;: certaines caractéristiques ne s’appliquent pas à
            toutes.
          </p>
        </Notice>
      )}
      {references.length === 0 ? (
        <p>
          Cochez des références dans le <Link to="/catalogue">catalogue</Link> pour les comparer.
        </p>
      ) : (
        // A wide table scrolls sideways: the keyboard must reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that arrow keys scroll it
        <section className="table-scroll" tabIndex={0} aria-label="Tableau de comparaison">
          <table className="comparison">
            <thead>
              <tr>
                <th scope="col">Caractéristique</th>
                {references.map((reference) => (
                  <th key={reference.id} scope="col">
                    <Link to={`/catalogue/${reference.id}`}>{reference.label}</Link>
                    <br />
                    <small>
                      réf. {reference.reference} · <Link to={reference.without}>Retirer</Link>
                    </small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">Prix unitaire HT</th>
                {references.map(({ id, price }) => (
                  <td key={id} className="strong">
                    {price ? price.net : 'pas de prix en vigueur'}
                  </td>
                ))}
              </tr>
              <tr>
                <th scope="row">Prix TTC, éco-participation comprise</th>
                {references.map(({ id, price }) => (
                  <td key={id}>{price ? price.gross : '–'}</td>
                ))}
              </tr>
              <tr>
                <th scope="row">Titulaire</th>
                {references.map(({ id, holderName }) => (
                  <td key={id}>{holderName}</td>
                ))}
              </tr>
              {rows.map((row) => (
                <tr key={row.label} className={row.differs === true ? 'differs' : undefined}>
                  <th scope="row">
                    {row.label}
                    {row.differs === true && <span className="visually-hidden"> (diffère)</span>}
                  </th>
                  {row.values.map((value, index) => (
                    <td key={references[index]?.id}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <ComplianceComparison rows={compliance} names={references.map(({ label }) => label)} />
      {references.length < mostCompared && (
        <section className="card">
          <h2>Ajouter une référence</h2>
          <Form method="get" action="/comparaison" className="inline">
            {references.map(({ id }) => (
              <input key={id} type="hidden" name="ref" value={id} />
            ))}
            <Field label="Chercher" name="q" type="search" defaultValue={typed} />
            <button type="submit" className="secondary">
              Chercher
            </button>
          </Form>
          <ul>
            {suggestions.map(({ id, label, to }) => (
              <li key={id}>
                <Link to={to}>Ajouter {label}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
