// The procedure that the thresholds require: figures compared, articles, duties, small lots, calendar, what is to check.
import type { ProcedureOutcome } from '~/domain/consultations/procedure';
import {
  calendarStepSentence,
  confidenceLabels,
  dutySentence,
  mustBeChecked,
  procedureLabels,
  procedureRefusalSentence,
  reasonSentence,
  smallLotSentence,
} from '~/domain/consultations/sentences';
import { formatCents, formatDay } from '~/domain/shared/format';
import { FormProblem } from '../form';
import { Badge, Facts } from '../parts';

type Advice = Extract<ProcedureOutcome, { kind: 'chosen' }>['advice'];
type Sureness = Parameters<typeof mustBeChecked>[0];

function Article({ article, confidence }: { article: string; confidence: Sureness }) {
  return (
    <small>
      {article}
      {mustBeChecked(confidence) && (
        <>
          {' '}
          <Badge tone="warn">{confidenceLabels[confidence]}</Badge>
        </>
      )}
    </small>
  );
}

function Details({ advice }: { advice: Advice }) {
  return (
    <>
      <h3>Obligations</h3>
      <ul>
        {advice.duties.map((duty) => (
          <li key={`${duty.kind}${duty.article}`}>
            {dutySentence(duty)} <Article article={duty.article} confidence={duty.confidence} />
          </li>
        ))}
      </ul>
      {advice.smallLots.length > 0 && (
        <>
          <h3>Petits lots</h3>
          <ul>
            {advice.smallLots.map((option) => (
              <li key={option.ruleId}>
                {smallLotSentence(option)} <small>{option.article}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Calendrier</h3>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Étape</th>
              <th scope="col">Texte</th>
            </tr>
          </thead>
          <tbody>
            {advice.calendar.steps.map((step) => (
              <tr key={step.kind}>
                <th scope="row">{formatDay(step.day)}</th>
                <td>{calendarStepSentence(step)}</td>
                <td>
                  <Article article={step.article} confidence={step.confidence} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The advice, or every reason why none can be given. */
export function ProcedureCard({ outcome, assumption }: { outcome: ProcedureOutcome; assumption?: string }) {
  if (outcome.kind === 'refused') {
    return (
      <section className="card">
        <h2>Procédure</h2>
        <FormProblem
          reasons={outcome.refusals.map(procedureRefusalSentence)}
          title="La procédure ne peut pas encore être déterminée."
        />
      </section>
    );
  }
  const { advice } = outcome;
  return (
    <section className="card accent">
      <h2>Procédure : {procedureLabels[advice.procedure]}</h2>
      <p>
        {advice.articles.map((each, index) => (
          <span key={each.article}>
            {index > 0 && ' · '}
            <Article {...each} />
          </span>
        ))}
      </p>
      {assumption && <p>{assumption}</p>}
      <Facts
        entries={[
          ['Valeur du besoin', `${formatCents(advice.valueNet)} HT`],
          ['dont lots, au maximum', `${formatCents(advice.lotsNet)} HT`],
          ['dont déjà acheté, même famille', `${formatCents(advice.alreadyBoughtNet)} HT`],
          ['Durée totale', `${advice.durationMonths} mois, reconductions comprises`],
          ['Lancement', formatDay(advice.launchDay)],
        ]}
      />
      <ul>
        {advice.reasons.map((reason) => (
          <li key={reason.threshold}>
            {reasonSentence(reason)} <Article {...advice.thresholds[reason.threshold]} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Obligations et calendrier</summary>
        <Details advice={advice} />
      </details>
    </section>
  );
}
