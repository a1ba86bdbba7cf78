// The dates of an awarded grant as pages and agendas show them.

import { awardDateLabels, type Nearness, nearnessOf } from '~/domain/grants/award-dates';
import type { Day } from '~/domain/shared/day';
import type { ShownAwardDate } from '~/ui/grants/award';
import type { Award } from './award.server';

const states: Readonly<Record<Nearness, readonly [string, ShownAwardDate['tone']]>> = {
  done: ['Fait', 'good'],
  doneLate: ['Fait en retard', 'warn'],
  passed: ['Dépassée', 'bad'],
  near: ['Proche', 'warn'],
  ahead: ['À venir', 'unknown'],
};

/** The dates with how near they are and where they come from. */
export function shownAwardDates({ dates, terms, composed }: Award, today: Day): readonly ShownAwardDate[] {
  return dates.map((date) => {
    const [state, tone] = states[nearnessOf(date, today)];
    const published = `Texte de l’aide ${composed.scheme.shortName}${date.confidence === 'confirmed' ? '' : ', à vérifier'}`;
    return {
      label: awardDateLabels[date.kind],
      on: date.on,
      state,
      tone,
      origin:
        date.origin === 'decision'
          ? `Décision${terms?.source ? ` : ${terms.source}` : ''}`
          : [published, date.note].filter(Boolean).join('. '),
    };
  });
}
