// Records who decided and what was decided lot by lot: the CAO with its votes, or the executive by delegation.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay, formatPoints } from '~/domain/shared/format';
import { Choice, Field, FormProblem, Select, Submit, TextArea } from '../form';

export interface LotToDecide {
  readonly number: number;
  readonly title: string;
  /** What the limit on lots changes here. */
  readonly limit: readonly string[];
  readonly candidates: readonly {
    readonly depositId: string;
    readonly candidate: string;
    readonly rank: number | null;
    readonly total: number | null;
  }[];
}

interface Asked {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

const points = (total: number | null) => (total === null ? '' : `, ${formatPoints(total)} points`);

function LotFields({ lot, typed }: { lot: LotToDecide; typed: Asked['typed'] }) {
  const { number, title, candidates, limit } = lot;
  return (
    <fieldset>
      <legend>
        Lot {number} – {title}
      </legend>
      {limit.length > 0 && <p className="hint">{limit.join(' ')}</p>}
      <Select
        label="Décision"
        name={`outcome-${number}`}
        empty="Pas de décision cette fois"
        defaultValue={typed[`outcome-${number}`] ?? ''}
        options={[
          ...candidates.map(({ depositId, candidate, rank, total }) => ({
            value: `awarded:${depositId}`,
            label: `Attribuer à ${candidate} (rang ${rank ?? 'inconnu'}${points(total)})`,
          })),
          { value: 'withoutFollowUp', label: 'Déclarer sans suite' },
          { value: 'unsuccessful', label: 'Déclarer infructueux' },
        ]}
      />
      <div className="grid">
        {(
          [
            ['for', 'Voix pour'],
            ['against', 'Voix contre'],
            ['abstentions', 'Abstentions'],
          ] as const
        ).map(([key, label]) => (
          <Field
            key={key}
            label={`${label} (lot ${number})`}
            name={`${key}-${number}`}
            inputMode="numeric"
            maxLength={3}
            defaultValue={typed[`${key}-${number}`]}
          />
        ))}
      </div>
      <TextArea
        label={`Motifs (lot ${number})`}
        hint="À écrire pour une autre offre que la première, une égalité, une déclaration sans suite ou infructueuse."
        name={`reason-${number}`}
        rows={2}
        defaultValue={typed[`reason-${number}`]}
      />
    </fieldset>
  );
}

function CaoFields({ typed, problems }: Asked) {
  return (
    <fieldset>
      <legend>Si la commission d’appel d’offres décide</legend>
      <div className="grid">
        <Field
          label="Convoquée le"
          name="convenedOn"
          type="date"
          defaultValue={typed['convenedOn']}
          problem={problems['convenedOn']}
        />
        <Field
          label="Membres à voix délibérative, en fonction"
          hint="Quorum : plus de la moitié (CGCT L1411-5, II, et L1414-2, à vérifier)."
          name="votingMembers"
          inputMode="numeric"
          maxLength={3}
          defaultValue={typed['votingMembers']}
          problem={problems['votingMembers']}
        />
      </div>
      <Choice
        label="Seconde convocation, après une réunion sans quorum"
        name="secondConvocation"
        defaultChecked={typed['secondConvocation'] === 'on'}
      />
      <TextArea
        label="Présents à voix délibérative"
        hint="Un par ligne, nom et qualité."
        name="voting"
        rows={4}
        defaultValue={typed['voting']}
      />
      <TextArea
        label="Présents à voix consultative (facultatif)"
        hint="Un par ligne : comptable public, représentant de l’État, experts."
        name="advisory"
        rows={2}
        defaultValue={typed['advisory']}
      />
      <TextArea label="Débats (facultatif)" name="minutes" rows={3} defaultValue={typed['minutes']} />
    </fieldset>
  );
}

export function AwardForm({
  shown,
  lots,
  title,
  reasons,
  typed,
  problems,
}: Asked & {
  shown: { readonly newId: string; readonly today: Day; readonly formal: boolean; readonly validUntil: Day | null };
  lots: readonly LotToDecide[];
  title: string;
  reasons: readonly string[] | undefined;
}) {
  return (
    <Form method="post" className="card">
      <h2>{title}</h2>
      <FormProblem reasons={reasons} title="La décision n’est pas enregistrée." />
      <input type="hidden" name="id" value={shown.newId} />
      <div className="grid">
        <Select
          label="Qui décide"
          name="body"
          defaultValue={typed['body'] ?? (shown.formal ? 'cao' : 'executive')}
          options={[
            { value: 'cao', label: 'La commission d’appel d’offres' },
            { value: 'executive', label: 'L’exécutif, par délégation' },
          ]}
        />
        <Field
          label="Décidé le"
          name="decidedOn"
          type="date"
          required
          max={shown.today}
          defaultValue={typed['decidedOn'] ?? shown.today}
          problem={problems['decidedOn']}
        />
        <Field
          label="Signataire du procès-verbal ou de la décision"
          hint="Nom et qualité."
          name="signatory"
          required
          maxLength={200}
          defaultValue={typed['signatory']}
          problem={problems['signatory']}
        />
      </div>
      <CaoFields typed={typed} problems={problems} />
      <fieldset>
        <legend>Si l’exécutif décide</legend>
        <Field
          label="Délibération ou arrêté de délégation"
          name="reference"
          maxLength={300}
          defaultValue={typed['reference']}
          problem={problems['reference']}
        />
      </fieldset>
      {lots.map((lot) => (
        <LotFields key={lot.number} lot={lot} typed={typed} />
      ))}
      <Field
        label="Validité des offres prolongée jusqu’au (facultatif)"
        hint={
          shown.validUntil === null
            ? 'Avec l’accord écrit de tous les candidats.'
            : `Avec l’accord écrit de tous les candidats, si la décision vient après le ${formatDay(shown.validUntil)}.`
        }
        name="extendedUntil"
        type="date"
        defaultValue={typed['extendedUntil']}
        problem={problems['extendedUntil']}
      />
      <div className="row">
        <Submit>Enregistrer la décision</Submit>
      </div>
    </Form>
  );
}
