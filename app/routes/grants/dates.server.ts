// The dates of grant files, as the first page and the page of dates show them: a few queries, however many files.
import type { Db } from 'db/client';
import { listAwardTerms, listResultDays } from 'db/grant-awards';
import { listStepsOfFiles } from 'db/grant-file-steps';
import { listGrantFiles } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import type { TimelineEntry } from '~/domain/consultations/timeline-entries';
import { awardDateLabels, awardDatesOf, datesThatHold } from '~/domain/grants/award-dates';
import { takesRequests } from '~/domain/grants/eligibility';
import { currentState } from '~/domain/grants/file-steps';
import { type Day, parseDay } from '~/domain/shared/day';
import { schemesIn } from './schemes.server';

/** Dates of the grant files that the person may see: the deposit while a call is open, then what the award asks. */
export function grantEntries(db: Db, scope: Scope, today: Day): readonly TimelineEntry[] {
  const files = listGrantFiles(db, scope);
  if (files.length === 0) return [];
  const ids = files.map(({ id }) => id);
  const [stepsOf, termsOf, toldOn] = [listStepsOfFiles(db, ids), listAwardTerms(db, ids), listResultDays(db, ids)];
  const schemeOf = schemesIn(db, today);
  return files.flatMap(({ id, schemeId, schemeVersion, departmentCode, schoolName, communeName }): TimelineEntry[] => {
    const scheme = schemeOf(schemeId, schemeVersion, departmentCode);
    if (!scheme) return [];
    const steps = stepsOf.get(id) ?? [];
    const state = currentState(steps);
    const known = {
      kind: 'grant' as const,
      subject: `${scheme.shortName}, ${schoolName}${scope.kind === 'syndicat' ? ` (${communeName})` : ''}`,
      consultationId: null,
      owner: 'commune' as const,
      nature: 'duty' as const,
      recordableFrom: null,
    };
    if (state === 'prepared') {
      const { closesOn, confidence } = scheme.period;
      const closing = closesOn === null ? undefined : parseDay(closesOn);
      if (closing === undefined || !takesRequests(scheme, today)) return [];
      const label = 'Déposer le dossier au plus tard';
      const article = scheme.name;
      const to = `/subventions/${id}`;
      return [{ ...known, id: `grant-deposit-${id}`, on: closing, label, article, confidence, to, doneOn: null }];
    }
    const dates = awardDatesOf(scheme, termsOf.get(id), steps, toldOn.get(id) ?? null);
    return datesThatHold(dates, state).map((date) => ({
      ...known,
      id: `${id}-${date.kind}`,
      on: date.on,
      label: awardDateLabels[date.kind],
      article: date.origin === 'decision' ? 'Décision d’attribution' : scheme.name,
      confidence: date.confidence,
      to: date.kind === 'results' ? `/subventions/${id}/bilan` : `/subventions/${id}/depenses`,
      doneOn: date.doneOn,
    }));
  });
}
