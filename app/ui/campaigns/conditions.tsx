// Allotment, environmental and social conditions of a consultation, in the form of its choices.
import { hasEnvironmentalCondition, worksMotive } from '~/domain/consultations/execution-conditions';
import { Choice, Field, Select, TextArea } from '../form';
import type { FormState, ShownChoices } from './choices-form';

/** What the law asks a reason for: one lot only, no environmental condition, no social one. */
export function Conditions({ shown, typed, problems }: FormState & { shown: ShownChoices }) {
  const { choices } = shown;
  const on = (name: string, stored: boolean) => (typed ? typed[name] === 'on' : stored);
  return (
    <fieldset>
      <legend>Allotissement, environnement et social</legend>
      <input type="hidden" name="conditions" value="asked" />
      {choices.lots.length > 1 ? (
        <>
          <p>La consultation est allotie : {choices.lots.length} lots séparés (CCP L2113-10).</p>
          <div className="row">
            <Field
              label="Lots auxquels un candidat peut répondre, au plus"
              hint="Vide : un, plusieurs ou tous. Au-delà, seuls les lots les plus importants sont examinés."
              name="offerLimit"
              inputMode="numeric"
              maxLength={3}
              className="short"
              defaultValue={typed?.['offerLimit'] ?? choices.lotLimits?.offers ?? ''}
              problem={problems['offerLimit']}
            />
            <Field
              label="Lots qu’un candidat peut se voir attribuer, au plus"
              hint="Vide : sans limite. Les lots sont attribués par maximum décroissant (CCP R2113-1)."
              name="awardLimit"
              inputMode="numeric"
              maxLength={3}
              className="short"
              defaultValue={typed?.['awardLimit'] ?? choices.lotLimits?.awards ?? ''}
              problem={problems['awardLimit']}
            />
          </div>
        </>
      ) : (
        <>
          <Select
            label="Pourquoi un seul lot, en droit"
            name="singleLotCase"
            options={[
              { value: '', label: 'Cas à choisir' },
              ...shown.singleLotCases.map(({ id, label, article }) => ({ value: id, label: `${label} (${article})` })),
            ]}
            defaultValue={typed?.['singleLotCase'] ?? choices.singleLot?.case ?? ''}
          />
          <TextArea
            label="Pourquoi un seul lot, en fait"
            name="singleLotReason"
            rows={3}
            maxLength={1500}
            hint="Écrit dans la note de choix de procédure (CCP L2113-11)."
            defaultValue={typed?.['singleLotReason'] ?? choices.singleLot?.reason ?? ''}
            problem={problems['singleLotReason']}
          />
        </>
      )}
      <Choice
        label="Condition d’exécution environnementale au CCAP : livraisons groupées, emballages, reprise, bilan annuel (CCP L2112-2)"
        name="environmentalCondition"
        defaultChecked={on('environmentalCondition', hasEnvironmentalCondition(choices))}
      />
      <Choice
        label="Condition d’exécution sociale au CCAP : insertion professionnelle (CCP L2112-2-1)"
        name="socialCondition"
        defaultChecked={on('socialCondition', choices.socialCondition ?? shown.socialDuty)}
      />
      <Select
        label="Sans condition sociale, à partir du seuil européen : motif"
        name="socialMotive"
        options={[
          { value: '', label: 'Aucun' },
          ...shown.socialMotives
            .map((label, index) => ({ value: String(index + 1), label: `${index + 1}. ${label}` }))
            .filter(({ value }) => value !== String(worksMotive)),
        ]}
        defaultValue={typed?.['socialMotive'] ?? choices.socialExemption?.motive ?? ''}
      />
      <TextArea
        label="Faits qui justifient ce motif"
        name="socialReason"
        rows={2}
        maxLength={1500}
        defaultValue={typed?.['socialReason'] ?? choices.socialExemption?.reason ?? ''}
        problem={problems['socialReason']}
      />
    </fieldset>
  );
}
