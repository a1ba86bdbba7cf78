// A received price schedule, line by line: what is created, changed, left, refused and why; then its confirmation.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { findLot } from 'db/accords-cadres';
import { listDeeds } from 'db/records';
import type { LineDecision } from '~/domain/products/price-schedule-changes';
import { placeSentence, problemSentence } from '~/domain/products/schedule-sentences';
import { formatCount, formatDay, formatInstant, formatRate, formatUnitPrice } from '~/domain/shared/format';
import { PriceScheduleLines } from '~/ui/accords-cadres/price-schedule-lines';
import { PriceScheduleReading } from '~/ui/accords-cadres/price-schedule-reading';
import { Choice, Submit } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import productsStyle from '~/ui/products/products.css?url';
import { orNotFound, reader } from '../guard.server';
import { findReceived, shownChange } from './price-schedule.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: productsStyle }];
export const meta: MetaFunction = () => [{ title: 'Bordereau de prix – Préau' }];

const pageSize = 100;
const kinds = ['refused', 'changed', 'created', 'unchanged', 'repeated'] as const;

function shownLine(decision: LineDecision) {
  const { line, problems, kind } = decision;
  return {
    kind,
    sheet: line.sheet,
    row: line.row,
    reference: line.reference ?? 'sans référence',
    label: line.label ?? 'sans désignation',
    price:
      'facts' in decision
        ? `${formatUnitPrice(decision.facts.unitPriceNet)} HT, TVA ${formatRate(decision.facts.vatRate)}, éco ${formatUnitPrice(decision.facts.ecoContributionNet)}`
        : line.unitPriceNet === null
          ? null
          : `${formatUnitPrice(line.unitPriceNet)} HT`,
    changes: decision.kind === 'changed' ? decision.changes.map(shownChange) : [],
    problems: problems.map((problem) => ({
      severity: problem.severity,
      place: problem.at.column === null ? null : placeSentence(problem.at),
      sentence: problemSentence(problem),
    })),
  };
}

export type ShownLine = ReturnType<typeof shownLine>;

export const loader = reader('priceSchedule.import', ({ db, params, url, today }) => {
  const { lot, accordCadre } = orNotFound(findLot(db, params['id'] ?? ''));
  const { schedule, report, changes, digest } = orNotFound(findReceived(db, lot.id, params['scheduleId'] ?? ''));
  const { decisions, absent } = changes;
  const shown = kinds.find((kind) => kind === url.searchParams.get('voir'));
  const wanted = shown ? decisions.filter(({ kind }) => kind === shown) : decisions;
  const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
  const pages = Math.max(1, Math.ceil(wanted.length / pageSize));
  return {
    lot: { id: lot.id, number: lot.number, title: lot.title },
    accordCadre: { id: accordCadre.id, reference: accordCadre.reference },
    schedule: {
      id: schedule.id,
      fileName: schedule.fileName,
      effectiveOn: schedule.effectiveOn,
      receivedAt: schedule.receivedAt,
      confirmedAt: schedule.confirmedAt,
    },
    early: schedule.effectiveOn > today,
    late: schedule.confirmedAt === null && schedule.effectiveOn < today,
    applied: listDeeds(db, 'lot', lot.id).find(
      ({ deed, detail }) => deed === 'priceSchedule.confirmed' && detail['priceScheduleId'] === schedule.id,
    )?.detail,
    digest,
    shown: shown ?? null,
    counts: kinds.map((kind) => ({ kind, count: decisions.filter((decision) => decision.kind === kind).length })),
    total: decisions.length,
    flagged: decisions.filter(
      (decision) =>
        decision.kind === 'changed' &&
        decision.changes.some((change) => change.field === 'unitPriceNet' && change.flagged),
    ).length,
    lines: wanted.slice((page - 1) * pageSize, page * pageSize).map(shownLine),
    page: Math.min(page, pages),
    pages,
    absent: absent.map(({ reference, label }) => ({ reference, label })),
    reading: { sheets: report.sheets, passedOver: report.passedOver },
  };
});

export default function ReceivedPriceSchedule() {
  const shown = useLoaderData<typeof loader>();
  const { schedule, lot } = shown;
  const address = `/accords-cadres/lots/${lot.id}/bordereaux/${schedule.id}`;
  const countOf = (wanted: string) => shown.counts.find(({ kind }) => kind === wanted)?.count ?? 0;
  const confirmed = schedule.confirmedAt !== null;
  const toWrite = countOf('created') + countOf('changed');
  return (
    <article>
      <PageHead
        title={`Bordereau de prix\u202f: ${schedule.fileName}`}
        crumbs={[
          { to: '/accords-cadres', label: 'Accords-cadres' },
          { to: `/accords-cadres/${shown.accordCadre.id}`, label: shown.accordCadre.reference },
        ]}
      >
        Lot {lot.number} – {lot.title}. Prix applicables à partir du {formatDay(schedule.effectiveOn)}.
      </PageHead>
      {confirmed && schedule.confirmedAt !== null && (
        <Notice tone="good" title={`Confirmé le ${formatInstant(schedule.confirmedAt)}`}>
          {shown.applied !== undefined && (
            <p>
              {String(shown.applied['created'])} références créées, {String(shown.applied['changed'])} modifiées,{' '}
              {String(shown.applied['refused'])} lignes refusées, {String(shown.applied['ended'])} références retirées.
            </p>
          )}
          <p>Les lignes ci-dessous sont comparées au catalogue tel qu’il est maintenant.</p>
        </Notice>
      )}
      {!confirmed && (
        <section className="card accent">
          <h2>Ce que ce fichier changera</h2>
          <p>
            <strong>{formatCount(countOf('created'))}</strong> à créer,{' '}
            <strong>{formatCount(countOf('changed'))}</strong> à modifier, {formatCount(countOf('unchanged'))} sans
            changement, <strong>{formatCount(countOf('refused'))}</strong> refusées. Rien n’est encore enregistré au
            catalogue.
          </p>
          {shown.flagged > 0 && (
            <Notice tone="warn">
              <p>
                {formatCount(shown.flagged)} prix de plus de 10&nbsp;% d’écart avec le prix en vigueur&nbsp;: à vérifier
                avant de confirmer.
              </p>
            </Notice>
          )}
          {shown.early && countOf('changed') > 0 && (
            <p>
              <small>
                Les prix changent le {formatDay(schedule.effectiveOn)}&nbsp;; les désignations et les caractéristiques,
                dès la confirmation.
              </small>
            </p>
          )}
          {shown.late && (
            <Notice tone="bad">
              <p>La date d’effet est passée&nbsp;: recevez de nouveau le fichier avec une autre date.</p>
            </Notice>
          )}
          {toWrite + shown.absent.length === 0 ? (
            <p>Il n’y a rien à confirmer.</p>
          ) : (
            !shown.late && (
              <Form method="post" action={`${address}/confirmation`} className="stack">
                <input type="hidden" name="digest" value={shown.digest} />
                {shown.absent.length > 0 && (
                  <Choice
                    name="endAbsent"
                    label={`Retirer du catalogue les ${formatCount(shown.absent.length)} références du lot absentes du fichier (sinon elles restent à leur prix)`}
                  />
                )}
                <div className="row">
                  <Submit>Confirmer</Submit>
                  <Link className="button secondary" to={`/accords-cadres/lots/${lot.id}/bordereaux/nouveau`}>
                    Envoyer un fichier corrigé
                  </Link>
                </div>
              </Form>
            )
          )}
        </section>
      )}
      <PriceScheduleLines shown={shown} address={address} />
      {shown.absent.length > 0 && (
        <details className="card">
          <summary>{formatCount(shown.absent.length)} références du lot absentes du fichier</summary>
          <ul>
            {shown.absent.map(({ reference, label }) => (
              <li key={reference}>
                {reference} – {label}
              </li>
            ))}
          </ul>
        </details>
      )}
      <PriceScheduleReading reading={shown.reading} />
    </article>
  );
}
