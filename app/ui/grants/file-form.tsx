// The amounts of a grant file: facts to give, equipment, basis, other funders.

import type { FilePurpose } from '~/domain/grants/answers';
import { Choice, FormProblem, type Option, Select, Submit, TextArea } from '../form';
import { OtherAids, type ShownAid } from './aids';
import { EquipmentLines, type ShownLine } from './equipment-lines';
import { FactField, type SentAnswer, type ShownFact, type Typed, typedIn } from './fact-fields';

export interface ShownForm {
  readonly purpose: FilePurpose;
  readonly orderId: string;
  readonly orders: readonly Option[];
  readonly facts: { readonly call: readonly ShownFact[]; readonly dotations: readonly ShownFact[] };
  readonly lines: readonly ShownLine[];
  readonly basisOpen: boolean;
  readonly basis: string;
  readonly basisReason: string;
  readonly aids: readonly ShownAid[];
  readonly aidRows: number;
  readonly funders: readonly Option[];
  /** What the form was made from. */
  readonly reading: string;
}

function Basis({ of, typed }: { of: ShownForm; typed: Typed }) {
  return (
    <fieldset>
      <legend>Assiette de l’aide</legend>
      <span className="hint">
        Le texte lu ne dit pas si le taux s’applique au HT ou au TTC. Choisissez, et dites pourquoi : le dossier le
        montrera.
      </span>
      {(
        [
          ['', 'Pas encore choisie'],
          ['net', 'Montants HT'],
          ['gross', 'Montants TTC'],
        ] as const
      ).map(([value, label]) => (
        <Choice
          key={value}
          type="radio"
          name="basis"
          value={value}
          label={label}
          defaultChecked={typed.checked('basis', value, of.basis === value)}
        />
      ))}
      <TextArea
        label="Pourquoi cette assiette"
        name="basisReason"
        defaultValue={typed.text('basisReason', of.basisReason)}
        problem={typed.problem('basisReason')}
      />
    </fieldset>
  );
}

function Purpose({ of, typed }: { of: ShownForm; typed: Typed }) {
  if (of.purpose === 'deposit') return <input type="hidden" name="purpose" value="deposit" />;
  return (
    <fieldset>
      <legend>Ce dossier est établi</legend>
      <Choice
        type="radio"
        name="purpose"
        value="template"
        label="comme modèle, pour un appel semblable"
        defaultChecked={typed.checked('purpose', 'template', of.purpose === 'template')}
      />
      <Choice
        type="radio"
        name="purpose"
        value="period"
        label="pour la période de l’appel"
        defaultChecked={typed.checked('purpose', 'period', of.purpose === 'period')}
      />
    </fieldset>
  );
}

export function FileForm({ of, answer }: { of: ShownForm; answer: SentAnswer | undefined }) {
  const typed = typedIn(answer);
  return (
    <>
      <input type="hidden" name="reading" value={of.reading} />
      <FormProblem
        reasons={answer ? Object.values(answer.problems) : undefined}
        title="Rien n’est enregistré : corrigez les champs signalés."
      />
      <section className="card">
        <h2>Usage et faits à fournir</h2>
        <Purpose of={of} typed={typed} />
        {of.facts.call.map((fact) => (
          <FactField key={fact.name} fact={fact} typed={typed} />
        ))}
        {of.facts.dotations.length > 0 && (
          <details>
            <summary>Pour la DETR et la DSIL</summary>
            <div className="stack">
              {of.facts.dotations.map((fact) => (
                <FactField key={fact.name} fact={fact} typed={typed} />
              ))}
            </div>
          </details>
        )}
      </section>
      <section className="card">
        <h2>Équipement</h2>
        <Select
          label="Commande ou panier"
          name="orderId"
          options={of.orders}
          empty="Aucun"
          defaultValue={typed.text('orderId', of.orderId)}
        />
        <EquipmentLines lines={of.lines} typed={typed} />
      </section>
      <section className="card">
        <h2>Financement</h2>
        {of.basisOpen && <Basis of={of} typed={typed} />}
        <h3>Autres financeurs</h3>
        <OtherAids aids={of.aids} rows={of.aidRows} funders={of.funders} typed={typed} />
      </section>
      <div className="row">
        <Submit>Enregistrer</Submit>
      </div>
    </>
  );
}
