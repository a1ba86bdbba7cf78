// Asks for the formula of revision that a contract fixes: shares, indices with their starting value, rounding, limits.
import { Form } from '@remix-run/react';
import { Field, FormProblem, Select, Submit } from '../form';
import { Badge } from '../parts';

interface Shown {
  readonly editable: boolean;
  readonly fixedShare: string;
  readonly capShare: string;
  readonly safeguardShare: string;
  readonly everyMonths: string;
  readonly coefficientDecimals: string;
  readonly rounding: string;
  readonly priceDecimals: string;
  readonly roundingArticle: string;
  readonly checkRounding: boolean;
  readonly indices: readonly Readonly<
    Record<'label' | 'identifier' | 'weight' | 'baseValue' | 'basePeriod' | 'source', string>
  >[];
}

const indexFields = [
  ['label', 'Nom de l’indice', undefined],
  ['identifier', 'Identifiant de la série', undefined],
  ['weight', 'Poids, en %', 'decimal'],
  ['baseValue', 'Valeur au mois zéro', 'decimal'],
  ['basePeriod', 'Mois zéro', undefined],
  ['source', 'Source de cette valeur', undefined],
] as const;

export function RevisionTermsForm({
  shown,
  reasons,
  typed,
  problems,
}: {
  shown: Shown;
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
}) {
  const field = (name: string, initial: string) => ({
    name,
    defaultValue: typed[name] ?? initial,
    problem: problems[name],
  });
  return (
    <Form method="post" className="card">
      <h2>Formule</h2>
      {!shown.editable && <p>La formule sert déjà, ou vous la consultez&nbsp;: elle ne se modifie pas ici.</p>}
      <FormProblem reasons={reasons} title="La formule n’est pas enregistrée." />
      <fieldset disabled={!shown.editable} className="stack">
        <legend>Part fixe, dates et limites</legend>
        <div className="grid">
          <Field label="Part fixe, en %" inputMode="decimal" required {...field('fixedShare', shown.fixedShare)} />
          <Field
            label="Révision tous les (mois)"
            inputMode="numeric"
            required
            {...field('everyMonths', shown.everyMonths)}
          />
          <Field
            label="Plafond de hausse par révision, en %"
            hint="Vide si le CCAP n’en fixe pas."
            inputMode="decimal"
            {...field('capShare', shown.capShare)}
          />
          <Field
            label="Clause de sauvegarde au-delà de, en %"
            hint="Vide si le CCAP n’en a pas."
            inputMode="decimal"
            {...field('safeguardShare', shown.safeguardShare)}
          />
        </div>
      </fieldset>
      {shown.indices.map((index, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of the form are known by their place
        <fieldset key={at} disabled={!shown.editable} className="stack">
          <legend>
            Indice {at + 1}
            {at > 0 && ' (facultatif)'}
          </legend>
          <div className="grid">
            {indexFields.map(([name, label, inputMode]) => (
              <Field key={name} label={label} inputMode={inputMode} {...field(`${name}-${at}`, index[name])} />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset disabled={!shown.editable} className="stack">
        <legend>Arrondis {shown.checkRounding && <Badge tone="unknown">à vérifier</Badge>}</legend>
        <p>
          <small>{shown.roundingArticle}</small>
        </p>
        <div className="grid">
          <Field
            label="Décimales du coefficient"
            inputMode="numeric"
            required
            {...field('coefficientDecimals', shown.coefficientDecimals)}
          />
          <Select
            label="Arrondi du coefficient"
            options={[
              { value: 'up', label: 'Au supérieur' },
              { value: 'half', label: 'Au plus proche' },
              { value: 'down', label: 'À l’inférieur' },
            ]}
            {...field('rounding', shown.rounding)}
          />
          <Select
            label="Décimales des prix révisés"
            options={[
              { value: '2', label: 'Deux, au centime' },
              { value: '4', label: 'Quatre' },
            ]}
            {...field('priceDecimals', shown.priceDecimals)}
          />
        </div>
      </fieldset>
      {shown.editable && (
        <div className="row">
          <Submit>Enregistrer la formule</Submit>
        </div>
      )}
    </Form>
  );
}
