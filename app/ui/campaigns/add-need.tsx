// Adds a need to a commune's answer: from the catalogue, or in free words.
import { Form } from '@remix-run/react';
import { type NeedReason, needReasonLabels, needReasons } from '~/domain/campaigns/campaigns';
import { mostKits, type NeedKit } from '~/domain/campaigns/kits';
import { formatCount, formatUnitPrice } from '~/domain/shared/format';
import type { Uai } from '~/domain/shared/identifiers';
import type { UnitPrice } from '~/domain/shared/money';
import { Field, Select, Submit } from '../form';

export interface OwnSchool {
  readonly uai: Uai;
  readonly name: string;
}

interface OfferedReference {
  readonly id: string;
  readonly label: string;
  readonly categoryLabel: string;
  readonly unit: string;
  readonly unitPriceNet: UnitPrice;
}

interface Typed {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

/** Reasons of a need, for a list of choices. */
export const reasonOptions = needReasons.map((reason: NeedReason) => ({
  value: reason,
  label: needReasonLabels[reason],
}));

/** Schools of the commune, for a list of choices. */
export function schoolOptions(schools: readonly OwnSchool[]) {
  return schools.map((school) => ({ value: school.uai, label: school.name }));
}

/** Years of a campaign, for a list of choices. */
export function yearOptions(years: readonly number[]) {
  return years.map((year) => ({ value: String(year), label: String(year) }));
}

const undecided = 'Pas encore décidée (commune)';

/** Where, when and why something is needed. */
function Placing({ schools, years }: { schools: readonly OwnSchool[] | null; years: readonly number[] }) {
  return (
    <>
      {schools && <Select label="École" name="schoolUai" options={schoolOptions(schools)} empty={undecided} />}
      {years.length > 1 && <Select label="Année" name="year" options={yearOptions(years)} />}
      <Select label="Motif" name="reason" options={reasonOptions} />
    </>
  );
}

interface OfferedKit extends NeedKit {
  readonly newId: string;
}

/** A typical need of the campaign: what it holds, and how many are wanted. */
function AddKit({
  kit,
  schools,
  years,
}: {
  kit: OfferedKit;
  schools: readonly OwnSchool[] | null;
  years: readonly number[];
}) {
  return (
    <li className="card">
      <Form method="post" className="stack" key={kit.newId}>
        <h3>{kit.title}</h3>
        <p>{kit.lines.map(({ quantity, label }) => `${formatCount(quantity)} × ${label}`).join(', ')}</p>
        <input type="hidden" name="id" value={kit.newId} />
        <input type="hidden" name="kitId" value={kit.id} />
        <div className="row">
          <Field label="Nombre" name="quantity" type="number" min={1} max={mostKits(kit)} required className="short" />
          <Placing schools={schools} years={years} />
          <Submit tone="secondary">Ajouter ce besoin type</Submit>
        </div>
      </Form>
    </li>
  );
}

/** One result of the catalogue search, with its own quantity, school and reason. */
function AddReference({
  reference,
  schools,
  years,
  newId,
}: {
  reference: OfferedReference;
  schools: readonly OwnSchool[] | null;
  years: readonly number[];
  newId: string;
}) {
  return (
    <li className="card">
      <Form method="post" className="stack">
        <h3>{reference.label}</h3>
        <p>
          {reference.categoryLabel} · <span className="amount">{formatUnitPrice(reference.unitPriceNet)}</span> HT par{' '}
          {reference.unit}, prix du catalogue pris comme estimation
        </p>
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="productId" value={reference.id} />
        <div className="row">
          <Field label="Quantité" name="quantity" type="number" min={1} max={10000} required className="short" />
          <Placing schools={schools} years={years} />
          <Submit tone="secondary">Ajouter ce besoin</Submit>
        </div>
      </Form>
    </li>
  );
}

/** The form of a need in free words; what was typed and what is wrong come back with it. */
function AddFreeNeed({
  categories,
  schools,
  years,
  newId,
  typed,
  problems,
}: Typed & {
  categories: readonly { readonly value: string; readonly label: string }[];
  schools: readonly OwnSchool[] | null;
  years: readonly number[];
  newId: string;
}) {
  const open = Object.keys(problems).length > 0;
  return (
    <details className="card" open={open}>
      <summary>Ajouter un besoin absent du catalogue</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="id" value={typed['id'] ?? newId} />
        <Select
          label="Catégorie"
          name="category"
          options={categories}
          empty="Choisir…"
          required
          defaultValue={typed['category']}
          problem={problems['category']}
        />
        <Field
          label="Besoin"
          hint="Ce que l’équipement doit permettre, sans marque : « housse antichoc pour tablette 10 pouces »."
          name="label"
          required
          maxLength={160}
          defaultValue={typed['label']}
          problem={problems['label']}
        />
        <div className="row">
          <Field
            label="Quantité"
            name="quantity"
            type="number"
            min={1}
            max={10000}
            required
            className="short"
            defaultValue={typed['quantity']}
            problem={problems['quantity']}
          />
          <Field
            label="Unité"
            name="unit"
            required
            className="short"
            defaultValue={typed['unit'] ?? 'unité'}
            problem={problems['unit']}
          />
          <Field
            label="Prix unitaire HT estimé"
            hint="Laissez vide si vous ne savez pas."
            name="price"
            inputMode="decimal"
            className="short"
            defaultValue={typed['price']}
            problem={problems['price']}
          />
        </div>
        <div className="row">
          {schools && (
            <Select
              label="École"
              name="schoolUai"
              options={schoolOptions(schools)}
              empty={undecided}
              defaultValue={typed['schoolUai']}
              problem={problems['schoolUai']}
            />
          )}
          {years.length > 1 && (
            <Select
              label="Année"
              name="year"
              options={yearOptions(years)}
              defaultValue={typed['year']}
              problem={problems['year']}
            />
          )}
          <Select
            label="Motif"
            name="reason"
            options={reasonOptions}
            defaultValue={typed['reason']}
            problem={problems['reason']}
          />
        </div>
        <div className="row">
          <Submit tone="secondary">Ajouter ce besoin</Submit>
        </div>
      </Form>
    </details>
  );
}

/** Everything a commune may add: a search of the catalogue with its results, then a need in free words. */
export function AddNeeds(
  props: Typed & {
    asked: string;
    found: number;
    results: readonly { readonly reference: OfferedReference; readonly newId: string }[];
    categories: readonly { readonly value: string; readonly label: string }[];
    /** Null when the school is known: it is not asked. */
    schools: readonly OwnSchool[] | null;
    /** Asked when there are several. */
    years: readonly number[];
    kits: readonly OfferedKit[];
    newId: string;
  },
) {
  const { asked, found, results, schools, years, kits } = props;
  return (
    <section>
      <h2>Ajouter des besoins</h2>
      {kits.length > 0 && (
        <>
          <p>Besoins types proposés par le syndicat : chacun ajoute ses lignes, que vous pouvez corriger ensuite.</p>
          <ul className="plain stack">
            {kits.map((kit) => (
              <AddKit key={kit.id} {...{ kit, schools, years }} />
            ))}
          </ul>
        </>
      )}
      <Form method="get" className="inline">
        <Field label="Chercher au catalogue" name="q" type="search" defaultValue={asked} />
        <Submit tone="secondary">Chercher</Submit>
      </Form>
      {asked !== '' && found === 0 && <p>Aucune référence des catégories recensées ne correspond.</p>}
      {found > results.length && (
        <p>
          {formatCount(found)} références : les {results.length} premières sont affichées, précisez la recherche.
        </p>
      )}
      <ul className="plain stack">
        {results.map(({ reference, newId }) => (
          <AddReference key={reference.id} {...{ reference, schools, years, newId }} />
        ))}
      </ul>
      {/* Emptied once its need is added: sent again as it stands, it would add the need twice. */}
      <AddFreeNeed key={props.newId} {...props} />
    </section>
  );
}
