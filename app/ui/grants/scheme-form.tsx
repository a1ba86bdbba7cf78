// The form of a scheme's draft: one folded part per subject, as the text of a call gives them.
import type { ReactNode } from 'react';
import { Choice, Field, type Option, Select, Submit, TextArea } from '../form';
import type { Typed } from './fact-fields';
import { SchemeExpenses, SchemeFunding } from './scheme-money';

export interface ShownSchemeForm {
  readonly fields: {
    readonly texts: Readonly<Record<string, string>>;
    readonly lists: Readonly<Record<string, readonly string[]>>;
  };
  readonly criteria: readonly {
    readonly index: number;
    readonly statement: string;
    readonly leaves: readonly { readonly name: string; readonly label: string; readonly hint: string }[];
  }[];
  readonly newCriteria: number;
  /** Values to be verified, by part of the form. */
  readonly toVerify: Readonly<
    Record<'period' | 'funding' | 'basis' | 'criteria' | 'expenses' | 'payment' | 'pieces', number>
  >;
  readonly expenses: readonly { readonly index: number; readonly label: string }[];
  readonly funding: readonly { readonly index: number; readonly label: string }[];
  readonly facts: readonly Option[];
  readonly counts: readonly Option[];
  readonly sections: readonly { readonly name: string; readonly label: string }[];
  readonly pieces: readonly { readonly code: string; readonly label: string }[];
  readonly categories: readonly Option[];
  readonly options: Readonly<
    Record<
      | 'applicants'
      | 'funders'
      | 'statuses'
      | 'parts'
      | 'per'
      | 'eligible'
      | 'severities'
      | 'operators'
      | 'otherAids'
      | 'stages'
      | 'requirements',
      readonly Option[]
    >
  >;
}

/** What a field is drawn with: its stored or typed text, and its problem. */
export interface Drawn {
  readonly of: ShownSchemeForm;
  readonly typed: Typed;
  readonly field: (name: string) => { name: string; defaultValue: string; problem: string | undefined };
  readonly checked: (list: string, value: string) => boolean;
}

export function drawn(of: ShownSchemeForm, typed: Typed): Drawn {
  return {
    of,
    typed,
    field: (name) => ({
      name,
      defaultValue: typed.text(name, of.fields.texts[name] ?? ''),
      problem: typed.problem(name),
    }),
    checked: (list, value) => typed.checked(list, value, of.fields.lists[list]?.includes(value) ?? false),
  };
}

/** A part that unfolds; open when one of its fields was not understood. */
export function Part(props: {
  title: string;
  verified?: keyof ShownSchemeForm['toVerify'];
  toVerify: ShownSchemeForm['toVerify'];
  open?: boolean;
  wrong: boolean;
  typed: Typed;
  children: ReactNode;
}) {
  const left = props.verified === undefined ? 0 : props.toVerify[props.verified];
  return (
    <details className="card" open={props.open === true || props.wrong}>
      <summary>
        {props.title}
        {left > 0 && ` : ${left} à vérifier`}
      </summary>
      <div className="stack">
        {props.children}
        {props.verified !== undefined && (
          <Choice
            label={`${props.title} : tout a été lu dans le texte (sinon, ce qui change s’affiche « à vérifier »)`}
            name="verified[]"
            value={props.verified}
            defaultChecked={props.typed.checked('verified[]', props.verified, false)}
          />
        )}
      </div>
    </details>
  );
}

function Criteria({ of, field, typed }: Drawn) {
  return (
    <>
      {of.criteria.map(({ index, statement, leaves }) => (
        <fieldset key={index}>
          <legend>Critère {index + 1}</legend>
          <TextArea label="Ce que le texte demande" rows={2} {...field(`crit:${index}:statement`)} />
          <div className="grid">
            {leaves.map((leaf) => (
              <Field key={leaf.name} label={leaf.label} hint={leaf.hint} {...field(leaf.name)} />
            ))}
            <Select label="Effet" options={of.options.severities} {...field(`crit:${index}:severity`)} />
          </div>
          <Choice
            label={`Retirer ce critère : ${statement}`}
            name={`crit:${index}:remove`}
            defaultChecked={typed.checked(`crit:${index}:remove`, 'on', false)}
          />
        </fieldset>
      ))}
      {Array.from({ length: of.newCriteria }, (_, row) => row).map((row) => (
        <fieldset key={row}>
          <legend>Nouveau critère {row + 1}</legend>
          <div className="grid">
            <Select label="Ce qu’il regarde" empty="Aucun" options={of.facts} {...field(`new:${row}:fact`)} />
            <Select label="Comparaison" options={of.options.operators} {...field(`new:${row}:operator`)} />
            <Field label="Valeur" {...field(`new:${row}:value`)} />
            <Select label="Effet" options={of.options.severities} {...field(`new:${row}:severity`)} />
          </div>
          <Field label="Ce que le texte demande, en une phrase" {...field(`new:${row}:statement`)} />
        </fieldset>
      ))}
    </>
  );
}

function SectionsAndPieces({ of, field }: Drawn) {
  return (
    <>
      <fieldset>
        <legend>Parties du dossier, dans l’ordre du formulaire du financeur</legend>
        <div className="grid">
          {of.sections.map(({ name, label }) => (
            <Field key={name} label={`${label} : rang`} inputMode="numeric" className="short" {...field(name)} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Pièces</legend>
        {of.pieces.map(({ code, label }) => (
          <div key={code} className="grid">
            <Select
              label={`${label} : demandée`}
              empty="Non"
              options={of.options.requirements}
              {...field(`piece:${code}:required`)}
            />
            <Select label={`${label} : étape`} options={of.options.stages} {...field(`piece:${code}:stage`)} />
          </div>
        ))}
      </fieldset>
    </>
  );
}

/** The whole form; `problems` are those of the last answer. */
export function SchemeForm({
  of,
  typed,
  problems,
}: {
  of: ShownSchemeForm;
  typed: Typed;
  problems: readonly string[];
}) {
  const form = drawn(of, typed);
  const { field, checked } = form;
  const wrong = (...prefixes: readonly string[]) =>
    problems.some((name) => prefixes.some((prefix) => name === prefix || name.startsWith(`${prefix}:`)));
  const common = { typed, toVerify: of.toVerify };
  return (
    <>
      <Part
        title="Dispositif, dates et textes"
        verified="period"
        open
        wrong={wrong('name', 'shortName', 'funder', 'closesOn', 'opensOn', 'envelope')}
        {...common}
      >
        <div className="grid">
          <Field label="Nom complet" {...field('name')} />
          <Field label="Nom court" {...field('shortName')} />
          <Field label="Financeur" {...field('funder')} />
          <Select label="Nature du financeur" options={of.options.funders} {...field('funderKind')} />
          <Select label="Rythme" options={of.options.statuses} {...field('status')} />
          <Field label="Ouverture" type="date" {...field('opensOn')} />
          <Field label="Clôture" type="date" {...field('closesOn')} />
          <Field label="Enveloppe (€)" inputMode="decimal" {...field('envelope')} />
          <Field label="Opérateur" {...field('operator')} />
          <Field label="Service instructeur" {...field('instructor')} />
          <Field label="Lieu de dépôt" {...field('depositedWith')} />
        </div>
        <Field label="Précision sur les dates" {...field('periodNote')} />
        <TextArea label="Textes de référence, un par ligne" rows={3} {...field('legalTexts')} />
        <TextArea label="Points du cahier des charges, un par ligne" rows={3} {...field('specificationPoints')} />
        <TextArea label="Circuit, une étape par ligne : « Dépôt : en préfecture »" rows={3} {...field('circuit')} />
      </Part>
      <Part
        title="Taux, planchers, plafonds et cumul"
        verified="funding"
        open
        wrong={wrong('fund', 'highestShare')}
        {...common}
      >
        <SchemeFunding {...form} />
        <div className="grid">
          <Field label="Part la plus haute du coût (%)" inputMode="decimal" {...field('highestShare')} />
          <Select label="Autres aides publiques" options={of.options.otherAids} {...field('otherPublicAid')} />
        </div>
      </Part>
      <Part title="Assiette HT ou TTC" verified="basis" wrong={false} {...common}>
        <Select
          label="Le taux s’applique aux montants"
          options={[
            { value: 'net', label: 'HT' },
            { value: 'gross', label: 'TTC' },
          ]}
          {...field('basis')}
        />
      </Part>
      <Part title="Qui peut demander" wrong={false} {...common}>
        <fieldset>
          <legend>Demandeurs admis</legend>
          {of.options.applicants.map(({ value, label }) => (
            <Choice
              key={value}
              label={label}
              name="applicants[]"
              value={value}
              defaultChecked={checked('applicants[]', value)}
            />
          ))}
        </fieldset>
      </Part>
      <Part title={`Critères (${of.criteria.length})`} verified="criteria" wrong={wrong('crit', 'new')} {...common}>
        <Criteria {...form} />
      </Part>
      <Part title={`Dépenses (${of.expenses.length})`} verified="expenses" wrong={wrong('exp')} {...common}>
        <SchemeExpenses {...form} />
      </Part>
      <Part
        title="Règles propres, paiement et délais"
        verified="payment"
        wrong={wrong('advance', 'beforeBalance', 'startWithinMonths', 'completeWithinMonths')}
        {...common}
      >
        {(
          [
            ['localTerms', 'Taux, catégories et dates fixés par département'],
            ['stateDotation', 'Dotation de l’État (80 % du coût HT éligible au plus avec les autres)'],
            ['start', 'Rien ne doit être signé avant la réception de la demande'],
          ] as const
        ).map(([value, label]) => (
          <Choice
            key={value}
            label={label}
            name="options[]"
            value={value}
            defaultChecked={checked('options[]', value)}
          />
        ))}
        <Field label="Article qui interdit de commencer avant" {...field('startArticle')} />
        <div className="grid">
          <Field label="Avance (% de l’aide)" inputMode="decimal" {...field('advance')} />
          <Field label="Avance et acomptes (% de l’aide)" inputMode="decimal" {...field('beforeBalance')} />
          <Field label="Mois pour commencer" inputMode="numeric" {...field('startWithinMonths')} />
          <Field label="Mois pour achever" inputMode="numeric" {...field('completeWithinMonths')} />
        </div>
        <Field label="Modalités de paiement" {...field('paymentTerms')} />
      </Part>
      <Part title="Parties du dossier et pièces" verified="pieces" wrong={wrong('section', 'piece')} {...common}>
        <SectionsAndPieces {...form} />
      </Part>
      <div className="row">
        <Submit>Enregistrer le brouillon</Submit>
      </div>
    </>
  );
}
