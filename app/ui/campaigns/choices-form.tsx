// The buyer's choices for a consultation, in one form; what was typed and what is wrong come back with it.
import { Form } from '@remix-run/react';
import {
  type ConsultationChoices,
  type CriterionNature,
  priceFormulaOf,
  renewalNoticeOf,
} from '~/domain/consultations/consultation';
import { priceFormulaLabels, priceFormulas } from '~/domain/consultations/price-formula';
import type { Day } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import { Choice, Field, Select, Submit, TextArea } from '../form';
import { Conditions } from './conditions';
import { LotChoices, typedAmount } from './lot-choices';

export interface ShownChoices {
  readonly reference: string;
  readonly object: string;
  readonly launchOn: Day;
  readonly choices: ConsultationChoices;
  readonly id: string;
  /** French label of each CPV code chosen, by code. */
  readonly cpvLabels: Readonly<Record<string, string>>;
  readonly singleLotCases: readonly { readonly id: string; readonly label: string; readonly article: string }[];
  /** What dispenses from the social condition, in the order of the article. */
  readonly socialMotives: readonly string[];
  /** Whether the social condition is a duty at this amount and on this day. */
  readonly socialDuty: boolean;
  /** Consolidated needs of each lot, net. */
  readonly needs: readonly { readonly number: number; readonly title: string; readonly net: Cents }[];
  readonly criterionCount: number;
}

export interface FormState {
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly problems: Readonly<Record<string, string>>;
}

const natureLabels: Readonly<Record<CriterionNature, string>> = {
  price: 'Prix',
  technical: 'Technique',
  delivery: 'Délais et service',
  environmental: 'Environnement',
  social: 'Social',
};
const natureOptions = Object.entries(natureLabels).map(([value, label]) => ({ value, label }));

function Criteria({ shown, typed, problems }: FormState & { shown: ShownChoices }) {
  return (
    <fieldset>
      <legend>Critères de jugement des offres</legend>
      <p className="hint">
        Pondérations en pourcentage entier, somme 100 ; une ligne vide est ignorée. Sous-critères, si le critère en a :
        un par ligne, l’intitulé, un point-virgule, puis les points, dont la somme est le poids du critère.
      </p>
      {Array.from({ length: shown.criterionCount }, (_, index) => {
        const rank = index + 1;
        const stored = shown.choices.criteria[index];
        return (
          <div className="row" key={rank}>
            <Select
              label={`Nature du critère ${rank}`}
              name={`criterionNature${rank}`}
              options={natureOptions}
              defaultValue={typed?.[`criterionNature${rank}`] ?? stored?.nature}
            />
            <div style={{ flex: '1 1 18rem' }}>
              <Field
                label={`Intitulé du critère ${rank}`}
                name={`criterionLabel${rank}`}
                maxLength={160}
                defaultValue={typed?.[`criterionLabel${rank}`] ?? stored?.label}
                problem={problems[`criterionLabel${rank}`]}
              />
              <TextArea
                label={`Sous-critères du critère ${rank}`}
                name={`subCriteria${rank}`}
                rows={stored?.subCriteria?.length ? stored.subCriteria.length + 1 : 1}
                placeholder="Autonomie ; 10"
                defaultValue={
                  typed?.[`subCriteria${rank}`] ??
                  stored?.subCriteria?.map((sub) => `${sub.label} ; ${sub.weight}`).join('\n')
                }
                problem={problems[`subCriteria${rank}`]}
              />
            </div>
            <Field
              label={`Poids ${rank} (%)`}
              name={`criterionWeight${rank}`}
              inputMode="numeric"
              className="short"
              defaultValue={typed?.[`criterionWeight${rank}`] ?? stored?.weight}
              problem={problems[`criterionWeight${rank}`]}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** All the choices. Fields keep what was typed when the form comes back refused. */
export function ChoicesForm({ shown, typed, problems }: FormState & { shown: ShownChoices }) {
  const { choices } = shown;
  const text = (name: string, stored: string | number | null) => typed?.[name] ?? stored ?? '';
  const on = (name: string, stored: boolean) => (typed ? typed[name] === 'on' : stored);
  const field = (name: string, label: string, stored: string | number | null, more: object = {}) => (
    <Field label={label} name={name} defaultValue={text(name, stored)} problem={problems[name]} {...more} />
  );
  const short = { className: 'short', inputMode: 'numeric', required: true };
  return (
    <Form method="post" className="stack">
      <fieldset>
        <legend>Objet</legend>
        <div className="row">
          {field('reference', 'Référence', shown.reference, { required: true, maxLength: 16 })}
          {field('launchOn', 'Lancement (envoi de l’avis)', shown.launchOn, { type: 'date', required: true })}
        </div>
        {field('object', 'Objet', shown.object, { required: true, maxLength: 200 })}
        <div className="row">
          <Select
            label="CCAG"
            name="ccag"
            options={[
              { value: 'tic', label: 'CCAG-TIC' },
              { value: 'fcs', label: 'CCAG-FCS' },
            ]}
            defaultValue={text('ccag', choices.ccag)}
          />
          <Select
            label="Prix"
            name="priceForm"
            options={[
              { value: 'revisable', label: 'Révisables' },
              { value: 'firm', label: 'Fermes, actualisables' },
            ]}
            defaultValue={text('priceForm', choices.priceForm)}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>Durée</legend>
        <div className="row">
          {field('firmMonths', 'Durée ferme (mois)', choices.firmMonths, short)}
          {field('renewals', 'Reconductions', choices.renewals, short)}
          {field('renewalMonths', 'Mois par reconduction', choices.renewalMonths, short)}
          {field('renewalNoticeMonths', 'Préavis de non-reconduction (mois)', renewalNoticeOf(choices), short)}
        </div>
        <TextArea
          label="Motif si la durée totale dépasse 48 mois"
          name="longDurationReason"
          rows={2}
          defaultValue={text('longDurationReason', choices.longDurationReason)}
          problem={problems['longDurationReason']}
        />
      </fieldset>
      <LotChoices shown={shown} typed={typed} problems={problems} />
      {field(
        'alreadyBoughtNet',
        'Déjà acheté dans la même famille homogène (HT)',
        typedAmount(choices.alreadyBoughtNet),
        {
          inputMode: 'decimal',
          required: true,
        },
      )}
      <Conditions shown={shown} typed={typed} problems={problems} />
      <Criteria shown={shown} typed={typed} problems={problems} />
      <Select
        label="Formule de notation du prix"
        hint="Fixée à la publication et écrite au règlement de la consultation."
        name="priceFormula"
        options={priceFormulas.map((value) => ({ value, label: priceFormulaLabels[value] }))}
        defaultValue={text('priceFormula', priceFormulaOf(choices))}
      />
      <fieldset>
        <legend>Offres et exécution</legend>
        <div className="row">
          {field('offersDeadline', 'Date limite des offres', choices.offersDeadline, { type: 'date', required: true })}
          {field('offersDeadlineTime', 'Heure', choices.offersDeadlineTime, { type: 'time', required: true })}
          {field('offersValidityDays', 'Validité des offres (jours)', choices.offersValidityDays, short)}
        </div>
        <div className="row">
          {field('deliveryDays', 'Délai de livraison (jours)', choices.deliveryDays, short)}
          {field('warrantyYears', 'Garantie (années)', choices.warrantyYears, short)}
        </div>
        <Choice
          label="Négociation possible (procédure adaptée)"
          name="negotiation"
          defaultChecked={on('negotiation', choices.negotiation)}
        />
        <Choice label="Urgence dûment justifiée" name="urgent" defaultChecked={on('urgent', choices.urgent)} />
        <Choice
          label="Avis de préinformation publié"
          name="priorNotice"
          defaultChecked={on('priorNotice', choices.priorNotice)}
        />
      </fieldset>
      <fieldset>
        <legend>Adresses</legend>
        {field('profileAddress', 'Profil d’acheteur', choices.profileAddress, { type: 'url', placeholder: 'https://' })}
        {field('contactEmail', 'Adresse électronique de contact', choices.contactEmail, { type: 'email' })}
        {field('court', 'Tribunal administratif compétent', choices.court)}
      </fieldset>
      <div className="row">
        <Submit tone="secondary">Enregistrer les choix</Submit>
      </div>
    </Form>
  );
}
