// Dates as an iCalendar file that any agenda reads (RFC 5545): whole days, so no time zone is needed.
import { createHash } from 'node:crypto';
import { addDays, type Day, type Instant } from '~/domain/shared/day';

export interface CalendarEvent {
  /** Stays the same when the event changes, so that an agenda replaces it. */
  readonly id: string;
  readonly on: Day;
  readonly title: string;
  readonly details: string;
  readonly link: string;
  /** Days before, on which the agenda reminds. */
  readonly remindDaysBefore: readonly number[];
}

/** Text of a property: backslash, semicolon, comma and line breaks escaped (3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines of 75 octets at most, continued after a space, never inside a character (3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const rows: string[] = [];
  let row = '';
  let length = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > 75) {
      rows.push(row);
      row = ' ';
      length = 1;
    }
    row += character;
    length += size;
  }
  return [...rows, row].join('\r\n');
}

const compact = (day: Day) => day.replaceAll('-', '');
const stamp = (instant: Instant) => instant.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');

/** The calendar; `stampedAt` is the instant its events were last told. */
export function writeCalendar(name: string, events: readonly CalendarEvent[], stampedAt: Instant): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Preau//Echeances//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${createHash('sha256').update(event.id).digest('hex').slice(0, 32)}@preau`,
      `DTSTAMP:${stamp(stampedAt)}`,
      `DTSTART;VALUE=DATE:${compact(event.on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(event.on, 1))}`,
      `SUMMARY:${escaped(event.title)}`,
      `DESCRIPTION:${escaped(event.details)}`,
      `URL:${event.link}`,
      'TRANSP:TRANSPARENT',
      ...event.remindDaysBefore.flatMap((days) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `TRIGGER:-P${days}D`,
        `DESCRIPTION:${escaped(event.title)}`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(`${lines.map(folded).join('\r\n')}\r\n`);
}
