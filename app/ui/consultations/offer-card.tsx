// One offer of a lot: its state, its findings, what was asked or decided, and what can be done.
import { Form } from '@remix-run/react';
import { type OfferState, type OfferStepKind, offerStateLabels } from '~/domain/consultations/analysis';
import type { FindingWeight } from '~/domain/consultations/offers';
import type { Day, Instant } from '~/domain/shared/day';
import { formatCents, formatDay, formatInstant } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Field, Select, Submit, TextArea } from '../form';
import { Badge, Facts, type Tone } from '../parts';

const tones: Readonly<Record<OfferState, Tone>> = {
  noFile: 'unknown',
  toRegularise: 'bad',
  toClarify: 'warn',
  toJustify: 'warn',
  admitted: 'good',
  eliminated: 'bad',
};

export const stepLabels: Readonly<Record<OfferStepKind, string>> = {
  regularisationAsked: 'Régularisation demandée',
  justificationAsked: 'Justification des prix demandée',
  justificationAccepted: 'Justifications acceptées',
  priceFoundNormal: 'Prix jugé normal, sans demande',
  clarificationAsked: 'Précision demandée',
  clarified: 'Précision obtenue',
  eliminated: 'Offre écartée',
  readmitted: 'Offre réadmise',
};

const weights: Readonly<Record<FindingWeight, { readonly title: string; readonly tone: Tone }>> = {
  irregular: { title: 'Irrégularités', tone: 'bad' },
  toAsk: { title: 'À faire préciser', tone: 'warn' },
  corrected: { title: 'Erreurs de calcul rectifiées par le bordereau, comme le règlement le prévoit', tone: 'unknown' },
};

export interface ShownOffer {
  readonly depositId: string;
  readonly candidate: string;
  readonly state: OfferState;
  /** Why the rules set it aside whatever it is worth. */
  readonly barred: string | null;
  readonly fileName: string | null;
  readonly earlier: readonly { readonly fileName: string; readonly at: Instant }[];
  readonly recomputedNet: Cents | null;
  readonly declaredNet: Cents | null;
  readonly findings: readonly { readonly weight: FindingWeight; readonly text: string }[];
  readonly signs: readonly string[];
  readonly steps: readonly {
    readonly id: string;
    /** Whether its letter is issued; undefined where nothing is asked. */
    readonly letter?: boolean | undefined;
    readonly kind: OfferStepKind;
    readonly text: string;
    readonly deadline: Day | null;
    readonly at: Instant;
    readonly by: string;
  }[];
}

function Findings({ of }: { of: ShownOffer['findings'] }) {
  return (
    <>
      {(['irregular', 'toAsk', 'corrected'] as const).map((weight) => {
        const own = of.filter((one) => one.weight === weight);
        if (own.length === 0) return null;
        return (
          <details key={weight} open={weight !== 'corrected'}>
            <summary>
              {weights[weight].title} <Badge tone={weights[weight].tone}>{own.length}</Badge>
            </summary>
            <ul>
              {own.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

export function OfferCard(props: {
  offer: ShownOffer;
  address: string;
  ids: readonly [upload: string, step: string];
  today: Day;
  mayRun: boolean;
}) {
  const { offer, address, ids, mayRun } = props;
  return (
    <div className="card" id={offer.depositId}>
      <h3>
        {offer.candidate} <Badge tone={tones[offer.state]}>{offerStateLabels[offer.state]}</Badge>
      </h3>
      {offer.barred !== null && <p>{offer.barred}</p>}
      <Facts
        entries={[
          ['Bordereau lu', offer.fileName ?? 'aucun'],
          [
            'Montant recalculé HT',
            offer.recomputedNet === null ? 'incalculable, un prix manque' : formatCents(offer.recomputedNet),
          ],
          ['Montant déclaré HT', offer.declaredNet === null ? 'non lu' : formatCents(offer.declaredNet)],
        ]}
      />
      {offer.earlier.length > 0 && (
        <p>
          <small>
            Fichiers précédents, gardés&nbsp;:{' '}
            {offer.earlier.map(({ fileName, at }) => `${fileName} (${formatInstant(at)})`).join(', ')}.
          </small>
        </p>
      )}
      <Findings of={offer.findings} />
      {offer.signs.length > 0 && (
        <p>
          <Badge tone={offer.state === 'toJustify' ? 'warn' : 'unknown'}>prix bas</Badge> Montant sous{' '}
          {offer.signs.join(' ; ')}. Ces seuils ne font qu’attirer l’attention&nbsp;: demandez au candidat de justifier
          ses prix s’ils paraissent anormalement bas (CCP R2152-3), ou dites pourquoi ils ne le paraissent pas.
        </p>
      )}
      {offer.steps.length > 0 && (
        <ul>
          {offer.steps.map((step) => (
            <li key={step.id}>
              <strong>{stepLabels[step.kind]}</strong>, {formatInstant(step.at)}, {step.by}
              {step.deadline && `, réponse avant le ${formatDay(step.deadline)}`}. {step.text}
              {step.letter && (
                <>
                  {' '}
                  Courrier&nbsp;:{' '}
                  <a href={`${address}/courriers/${step.id}.pdf`} download>
                    PDF
                  </a>
                  ,{' '}
                  <a href={`${address}/courriers/${step.id}.docx`} download>
                    DOCX
                  </a>
                  .
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayRun && offer.barred === null && (
        <details open={offer.state === 'noFile'}>
          <summary>{offer.fileName === null ? 'Lire le bordereau' : 'Lire un bordereau régularisé'}</summary>
          <Form method="post" action={`${address}/bordereaux`} encType="multipart/form-data" key={ids[0]}>
            <input type="hidden" name="id" value={ids[0]} />
            <input type="hidden" name="deposit" value={offer.depositId} />
            <Field
              label="BPU et DQE remplis"
              hint="Le classeur XLSX du dossier, rempli par le candidat."
              name="file"
              type="file"
              accept=".xlsx,.xls,.ods"
              required
            />
            <Submit tone="secondary">Lire le fichier</Submit>
          </Form>
        </details>
      )}
      {mayRun && offer.barred === null && (
        <details>
          <summary>Décider ou demander</summary>
          <Form method="post" action={`${address}/decisions`} key={ids[1]}>
            <input type="hidden" name="id" value={ids[1]} />
            <input type="hidden" name="deposit" value={offer.depositId} />
            <Select
              label="Ce qui est décidé"
              name="kind"
              options={(
                [
                  'clarificationAsked',
                  'clarified',
                  'justificationAsked',
                  'justificationAccepted',
                  'priceFoundNormal',
                  'eliminated',
                  'readmitted',
                ] as const
              ).map((value) => ({ value, label: stepLabels[value] }))}
            />
            <TextArea label="Motifs, ou texte de la demande" name="text" rows={3} required />
            <Field label="Réponse attendue avant le (pour une demande)" name="deadline" type="date" min={props.today} />
            <Submit tone="secondary">Enregistrer</Submit>
          </Form>
        </details>
      )}
    </div>
  );
}
