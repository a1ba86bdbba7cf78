// Clauses become blocks: blanks filled from the consultation, French typography, tables inserted where a clause asks.
import type { Clause, ClauseBlank } from 'catalog/clauses/types';
import { renewalNoticeOf, totalMonths } from '~/domain/consultations/consultation';
import { lotLimitsOf } from '~/domain/consultations/execution-conditions';
import { inForce } from '~/domain/consultations/in-force';
import { procedureLabels } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay, formatRate, formatTime } from '~/domain/shared/format';
import { cents } from '~/domain/shared/money';
import type { Block, Text } from '../blocks';
import { buyersTable, criteriaTable, derogationsTable, lotsTable, maximaTable, piecesTable } from './inserts';
import { ccagNames, type DceLot, type DceSubject } from './subject';
import { typographic } from './typography';

function monthOf(value: Day): string {
  return formatDay(value).replace(/^\S+ /, '');
}

function counted(count: number, word: string): string {
  return `${formatCount(count)} ${word}${count > 1 ? 's' : ''}`;
}

function unknownRule(name: string): never {
  throw new RangeError(`No rule in force: ${name}`);
}

/** The text of each blank for a consultation. Throws when a rule it needs isn't in force on the day of launch. */
export function blanksOf(subject: DceSubject): Readonly<Record<ClauseBlank, string>> {
  const { choices, advice, launchDay, execution, thresholds } = subject;
  const payment = inForce(execution.payment, launchDay) ?? unknownRule('payment');
  const penalty = inForce(execution.penalties, launchDay) ?? unknownRule('penalties');
  const turnover = inForce(thresholds.turnoverCaps, launchDay) ?? unknownRule('turnover cap');
  const answers = thresholds.deadlines.find((rule) => rule.id === 'answersBeforeDeadline');
  const standstill = thresholds.deadlines.find((rule) => rule.id === 'standstill');
  const ccag = ccagNames[choices.ccag];
  return {
    reference: subject.reference,
    object: subject.object,
    syndicat: subject.issuer.name,
    contactEmail: choices.contactEmail,
    profileAddress: choices.profileAddress,
    court: choices.court,
    procedureLabel: procedureLabels[advice.procedure],
    procedureArticles: advice.articles.map((each) => each.article).join(', '),
    ccagName: ccag.long,
    ccagShort: ccag.short,
    firmMonths: String(choices.firmMonths),
    renewals: String(choices.renewals),
    renewalMonths: String(choices.renewalMonths),
    renewalNotice: String(renewalNoticeOf(choices)),
    totalMonths: String(totalMonths(choices)),
    lotCount: counted(subject.lots.length, 'lot'),
    offerLimit: counted(lotLimitsOf(choices).offers ?? subject.lots.length, 'lot'),
    awardLimit: counted(lotLimitsOf(choices).awards ?? subject.lots.length, 'lot'),
    buyerCount: formatCount(subject.buyers.length),
    deadline: formatDay(choices.offersDeadline),
    deadlineTime: formatTime(choices.offersDeadlineTime),
    validityDays: String(choices.offersValidityDays),
    deliveryDays: String(choices.deliveryDays),
    warrantyYears: counted(choices.warrantyYears, 'an'),
    priceMonth: monthOf(choices.offersDeadline),
    launchMonth: monthOf(launchDay),
    paymentDays: String(payment.days),
    recoveryFee: formatCents(cents(payment.recoveryFeeCents)),
    interestPoints: String(payment.pointsOverCentralBankRate / 100),
    penaltyDivisor: formatCount(penalty.divisor),
    penaltyCap: formatRate(penalty.cap),
    hearingDays: String(penalty.hearingDays),
    questionDays: String((choices.urgent ? answers?.urgentDays : answers?.days) ?? unknownRule('answers')),
    turnoverFactor: String(turnover.factor / 10_000).replace('.', ','),
    standstillDays: String(standstill?.electronicDays ?? standstill?.days ?? unknownRule('standstill')),
    derogation: `l’article du ${ccag.short}`,
  };
}

/** A paragraph with its blanks filled. Throws on a blank that doesn't exist: that is a mistake in a clause. */
export function filled(paragraph: string, blanks: Readonly<Record<string, string>>): string {
  return typographic(
    paragraph.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? unknownRule(`blank ${name}`)),
  );
}

function paragraphsToBlocks(paragraphs: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let items: Text[] = [];
  const closeList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.startsWith('• ')) items.push(paragraph.slice(2));
    else {
      closeList();
      blocks.push({ kind: 'paragraph', text: paragraph });
    }
  }
  closeList();
  return blocks;
}

function insertedBlocks(clause: Clause, subject: DceSubject, lots: readonly DceLot[]): readonly Block[] {
  if (clause.insert === undefined) return [];
  switch (clause.insert) {
    case 'lots':
      return [lotsTable(lots)];
    case 'maxima':
      return [maximaTable(lots)];
    case 'buyers':
      return [buyersTable(subject)];
    case 'criteria':
      return [criteriaTable(subject)];
    case 'pieces':
      return [piecesTable(subject)];
    case 'derogations':
      return derogationsTable(subject);
  }
}

/** Numbered articles of a set of clauses; the lots are those the piece speaks of. */
export function clauseBlocks(
  subject: DceSubject,
  standing: readonly Clause[],
  lots: readonly DceLot[] = subject.lots,
): Block[] {
  const blanks = blanksOf(subject);
  return standing.flatMap((clause, index): Block[] => {
    const { ccag } = subject.choices;
    const own = clause.derogation
      ? { ...blanks, derogation: `l’article ${clause.derogation[ccag]} du ${ccagNames[ccag].short}` }
      : blanks;
    return [
      { kind: 'article', number: String(index + 1), title: typographic(clause.title) },
      ...paragraphsToBlocks(clause.paragraphs.map((paragraph) => filled(paragraph, own))),
      ...insertedBlocks(clause, subject, lots),
    ];
  });
}
