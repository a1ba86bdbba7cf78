// Menu of categories and facets with their counts: links and check boxes, no script needed.
import { Form, Link } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { Choice } from '../form';

interface MenuGroup {
  readonly label: string;
  readonly entries: readonly {
    readonly code: string;
    readonly label: string;
    readonly count: number;
    readonly to: string;
  }[];
}

interface ShownFacet {
  readonly name: string;
  readonly label: string;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
    readonly chosen: boolean;
  }[];
}

const shownAtFirst = 8;

export function CategoryMenu({
  groups,
  current,
  allCategories,
}: {
  groups: readonly MenuGroup[];
  current: string | null;
  allCategories: string;
}) {
  return (
    <nav aria-labelledby="titre-categories">
      <h2 id="titre-categories">Catégories</h2>
      {current !== null && <Link to={allCategories}>Toutes les catégories</Link>}
      {groups.map((group) => (
        <div key={group.label}>
          <h3>{group.label}</h3>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.code}>
                <Link to={entry.to} aria-current={entry.code === current ? 'page' : undefined}>
                  <span>{entry.label}</span>
                  <span>{formatCount(entry.count)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function FacetValues({ name, values }: { name: string; values: ShownFacet['values'] }) {
  return values.map(({ value, label, count, chosen }) => (
    <Choice
      // A link that takes a filter away must also clear its box.
      key={`${value}-${chosen}`}
      name={name}
      value={value}
      defaultChecked={chosen}
      label={
        <>
          <span>{label}</span> <small>{formatCount(count)}</small>
        </>
      }
    />
  ));
}

function Facet({ facet }: { facet: ShownFacet }) {
  const chosen = facet.values.filter((value) => value.chosen);
  const first = facet.values.filter((value, index) => value.chosen || index < shownAtFirst);
  const rest = facet.values.filter((value) => !first.includes(value));
  return (
    <details className="facet" open={chosen.length > 0}>
      <summary>
        {facet.label}
        {chosen.length > 0 && <> ({chosen.length})</>}
      </summary>
      <FacetValues name={facet.name} values={first} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} autres</summary>
          <FacetValues name={facet.name} values={rest} />
        </details>
      )}
    </details>
  );
}

export function Facets({
  facets,
  typed,
  category,
  sort,
}: {
  facets: readonly ShownFacet[];
  typed: string;
  category: string | null;
  sort: string;
}) {
  return (
    <Form method="get" action="/catalogue" aria-labelledby="titre-filtres">
      <h2 id="titre-filtres">Filtres</h2>
      {typed !== '' && <input type="hidden" name="q" value={typed} />}
      {category !== null && <input type="hidden" name="categorie" value={category} />}
      <input type="hidden" name="tri" value={sort} />
      {facets.map((facet) => (
        <Facet key={facet.name} facet={facet} />
      ))}
      <button type="submit" className="secondary">
        Filtrer
      </button>
    </Form>
  );
}
