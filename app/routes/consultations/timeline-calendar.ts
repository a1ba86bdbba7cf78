// The dates of the time line that are not done, for the agenda of whoever asks, as a whole or by consultation.
import { writeCalendar } from '~/documents/calendar';
import { timelineKindLabels, timelineOwnerLabels } from '~/domain/consultations/timeline-entries';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { filteredLines, timelineOf } from './timeline.server';

export const loader = reader('deadline.read', ({ db, user, url, now, today, platform }) => {
  const lines = filteredLines(timelineOf(db, user, today), url.searchParams);
  const events = lines
    .filter(({ doneOn }) => doneOn === null)
    .map((line) => ({
      id: line.id,
      on: line.on,
      title: `${line.subject} : ${line.label}`,
      details: [
        timelineKindLabels[line.kind],
        timelineOwnerLabels[line.owner],
        line.confidence === 'confirmed' || line.confidence === 'confirmedSecondary'
          ? line.article
          : `${line.article}, à vérifier`,
      ].join('\n'),
      link: new URL(line.to, platform.publicUrl).href,
      remindDaysBefore: [15, 3],
    }));
  return answerFile({
    fileName: 'echeances.ics',
    mediaType: 'text/calendar; charset=utf-8',
    bytes: writeCalendar('Préau, échéances', events, now),
  });
});
