// The dates of a file, for the agenda of whoever follows it.
import { writeCalendar } from '~/documents/calendar';
import { awardDateLabels } from '~/domain/grants/award-dates';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';
import { readAward } from './award.server';
import { shownAwardDates } from './award-dates.server';

export const loader = reader('grant.read', ({ db, user, params, now, today, platform }) => {
  const award = orNotFound(readAward(db, params['id'] ?? '', user.scope, today));
  const { file, place, scheme } = award.composed;
  const shown = shownAwardDates(award, today);
  const events = award.dates
    .filter(({ doneOn }) => doneOn === null)
    .map((date) => ({
      id: `${file.id}-${date.kind}`,
      on: date.on,
      title: `${scheme.shortName}, ${place.school.name} : ${awardDateLabels[date.kind].toLowerCase()}`,
      details: shown.find(({ label }) => label === awardDateLabels[date.kind])?.origin ?? '',
      link: new URL(`/subventions/${file.id}/depenses`, platform.publicUrl).href,
      remindDaysBefore: [60, 14],
    }));
  return answerFile({
    fileName: `echeances-${scheme.id}-${place.school.uai}.ics`,
    mediaType: 'text/calendar; charset=utf-8',
    bytes: writeCalendar(`Subvention ${scheme.shortName}, ${place.school.name}`, events, award.terms?.givenAt ?? now),
  });
});
