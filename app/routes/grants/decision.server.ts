// Reads the form of what a decision says, and shows the agreements joined beside it.
import type { Reads } from 'db/client';
import { parseRate } from '~/domain/grants/award-wording';
import { parseAmount } from '~/domain/shared/amount-text';
import { type Day, parseDay } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import type { ShownAgreement } from '~/ui/grants/agreement';
import { readAgreements } from './pieces.server';

/** The terms, or what is wrong beside each field; what is empty stays unknown. */
export function readDecision(form: FormData, today: Day) {
  const problems: Record<string, string> = {};
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const date = (name: string): Day | null => {
    if (text(name) === '') return null;
    const value = parseDay(text(name));
    if (!value) problems[name] = 'Écrivez une date.';
    return value ?? null;
  };
  const past = (name: string) => {
    const value = date(name);
    if (value !== null && value > today) problems[name] = 'Donnez un jour passé, ou aujourd’hui.';
    return value;
  };
  const rate = text('rate') === '' ? null : parseRate(text('rate'));
  if (rate === undefined) problems['rate'] = 'Écrivez un taux entre 0 et 100, comme 50 ou 33,33.';
  const highestBase = text('highestBase') === '' ? null : parseAmount(text('highestBase'));
  if (highestBase === undefined || (highestBase !== null && highestBase < 0)) {
    problems['highestBase'] = 'Écrivez un montant, comme 1 234,56.';
  }
  const id = text('id');
  if (!/^[0-9a-f-]{36}$/.test(id)) problems[''] = 'Rechargez la page et recommencez.';
  const terms = {
    id,
    rate: rate ?? null,
    highestBase: highestBase ?? null,
    agreementBefore: date('agreementBefore'),
    startBefore: date('startBefore'),
    completeBefore: date('completeBefore'),
    evidenceBefore: date('evidenceBefore'),
    resultsBefore: date('resultsBefore'),
    startedOn: past('startedOn'),
    completedOn: past('completedOn'),
    source: text('source').slice(0, 200) || null,
  };
  if (terms.startedOn !== null && terms.completedOn !== null && terms.completedOn < terms.startedOn) {
    problems['completedOn'] = 'L’opération s’achève après avoir commencé.';
  }
  return Object.keys(problems).length > 0 ? { problems } : { terms };
}

/** The agreement that stands first, then those it replaced. */
export function shownAgreements(db: Reads, grantFileId: string): readonly ShownAgreement[] {
  const { standing, former } = readAgreements(db, grantFileId);
  return [...standing, ...former].map(
    ({ id, label, fileName, pages, byteLength, sha256, addedBy, addedAt, endedAt }) => ({
      id,
      label,
      fileName,
      pages,
      byteLength,
      sha256,
      addedBy,
      added: formatInstant(addedAt),
      standing: endedAt === null,
    }),
  );
}
