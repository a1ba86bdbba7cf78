// Reads and records the marks of one evaluator for the offers of a lot; former marks stay as a trace.
import type { Tx } from 'db/client';
import { addMark } from 'db/offers';
import { addDeed } from 'db/records';
import { standingMarks } from '~/domain/consultations/analysis';
import { markedItems } from '~/domain/consultations/sub-criteria';
import type { Instant } from '~/domain/shared/day';
import type { AskedBy } from '../guard.server';
import { analysisOfLot, conductOf } from './conduct.server';

/** A mark of 10 with one decimal, in tenths; undefined when it is none. */
function tenthsOf(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[.,](\d))?$/.exec(text.trim());
  const tenths = match && Number(match[1]) * 10 + Number(match[2] ?? 0);
  return typeof tenths === 'number' && tenths <= 100 ? tenths : undefined;
}

/** Records the marks that a form gives, all or none; every reason against them otherwise. */
export function recordMarks(
  tx: Tx,
  params: AskedBy['params'],
  form: FormData,
  by: { readonly userId: string; readonly now: Instant },
): readonly string[] {
  const conduct = conductOf(tx, params['id'], by.now);
  const { published, analysis } = analysisOfLot(tx, conduct, params['lot']);
  const consultationId = conduct.prepared.consultation.id;
  const lotNumber = analysis.lot.number;
  const against: string[] = [];
  const given = analysis.offers.flatMap(({ depositId, candidate, marks }) =>
    markedItems(published.content.criteria).flatMap(({ criterion, part, key, label }) => {
      const typed = String(form.get(`mark-${key}-${depositId}`) ?? '').trim();
      const reason = String(form.get(`reason-${key}-${depositId}`) ?? '').trim();
      if (typed === '' && reason === '') return [];
      const tenths = tenthsOf(typed);
      const where = `${candidate}, «\u00a0${label}\u00a0»`;
      if (tenths === undefined) against.push(`${where}\u202f: la note va de 0 à 10, avec une décimale au plus.`);
      if (reason.length < 5) against.push(`${where}\u202f: écrivez le motif de la note.`);
      const before = standingMarks(marks, { criterion, part }).find(({ evaluatorId }) => evaluatorId === by.userId);
      if (tenths === undefined || (before?.tenths === tenths && before.reason === reason)) return [];
      return [{ consultationId, depositId, lotNumber, criterion, part, tenths, reason: reason.slice(0, 2000) }];
    }),
  );
  if (against.length > 0 || given.length === 0) return against;
  for (const mark of given) addMark(tx, { ...mark, at: by.now, evaluatorId: by.userId });
  const about = { subjectKind: 'consultation', subjectId: consultationId };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'consultation.marked', ...about, detail: { lotNumber, given } });
  return [];
}
