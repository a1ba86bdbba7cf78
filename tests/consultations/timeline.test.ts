// The time line: each dated duty on its day and in its state, to each person their own, and to agendas as iCalendar.
import { award } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import { listDutiesDone } from 'db/timeline';
import { expect, test } from 'vitest';
import type { SignedIn } from '~/domain/accounts/permissions';
import { type ConsultationDates, type TimelineFacts, timeline } from '~/domain/consultations/timeline';
import type { ContractActs } from '~/domain/consultations/timeline-contracts';
import { pressingLines, timelineStateLabel } from '~/domain/consultations/timeline-entries';
import { addDays, type Day, day } from '~/domain/shared/day';
import { formatDayShort } from '~/domain/shared/format';
import { cents } from '~/domain/shared/money';
import { action as noteDone } from '~/routes/consultations/duty-done';
import { loader as page } from '~/routes/consultations/timeline';
import { loader as agenda } from '~/routes/consultations/timeline-calendar';
import { loader as home } from '~/routes/home';
import { aPerson } from '../database';
import { type aPlatform, cookieOf, read, send } from '../orders/asking';
import { aNotifiedContract } from './awarding';

function aConsultation(over: Partial<ConsultationDates> = {}): ConsultationDates {
  return {
    id: 'c',
    reference: '2027-ECOLES',
    procedure: 'openCall',
    launchOn: day('2027-01-04'),
    urgent: false,
    published: { sentOn: day('2027-01-05'), deadline: day('2027-02-12'), offersValidityDays: 120, lots: [1, 2] },
    unansweredQuestions: 0,
    extendedUntil: null,
    decisions: [],
    ...over,
  };
}

function aContract(over: Partial<ContractActs> = {}): ContractActs {
  return {
    id: 'k',
    number: '2027TERM01',
    lot: 1,
    consultationId: 'c',
    procedure: 'openCall',
    needNet: cents(300_000_00),
    legalityControl: true,
    maximumNet: cents(100_000_00),
    ordered: [],
    signedOn: day('2027-04-01'),
    prefectSentOn: null,
    notifiedOn: day('2027-04-10'),
    startsOn: day('2027-04-10'),
    endsOn: day('2031-04-09'),
    firmMonths: 12,
    renewals: 3,
    renewalMonths: 12,
    renewalNoticeMonths: 3,
    amendments: [],
    renewalDecisions: [],
    revision: null,
    ...over,
  };
}

function facts(over: Partial<TimelineFacts> = {}): TimelineFacts {
  const none = { campaigns: [], consultations: [], contracts: [], accordsCadres: [] };
  return { ...none, done: new Map(), thresholds, award, ...over };
}

const today = day('2027-02-01');
const dates = (over: Partial<TimelineFacts>, on: Day = today) =>
  Object.fromEntries(
    timeline(facts(over), on).map((line) => [line.id, `${line.on} ${timelineStateLabel(line.state, formatDayShort)}`]),
  );

test('a campaign ends on its day for the syndicat, and asks a commune for its signature until it is there', () => {
  const campaign = { id: 'n', title: 'Besoins', closesOn: day('2027-01-30'), closedOn: null };
  expect(dates({ campaigns: [campaign] })).toEqual({ 'campaign-n': '2027-01-30 passé' });
  expect(dates({ campaigns: [{ ...campaign, answeredOn: null }] })).toEqual({
    'campaign-n': '2027-01-30 en retard de 2 jours',
  });
  expect(dates({ campaigns: [{ ...campaign, answeredOn: day('2027-01-12') }] })).toEqual({
    'campaign-n': '2027-01-30 fait le 12/01/2027',
  });
});

test('before its publication a consultation has one date: the sending of its notice', () => {
  const planned = { consultations: [aConsultation({ published: null })] };
  expect(dates(planned)).toEqual({ 'notice-c': '2027-01-04 en retard de 28 jours' });
  expect(dates(planned, day('2027-01-04'))).toEqual({ 'notice-c': '2027-01-04 aujourd’hui' });
});

test('a published consultation has the last day for answers, the deadline and the end of validity', () => {
  expect(dates({ consultations: [aConsultation()] })).toEqual({
    'notice-c': '2027-01-04 fait le 05/01/2027',
    'national-c': '2027-01-07 passé',
    // Six days before Friday 12 February is a Saturday: the working day before it.
    'answers-c': '2027-02-05 dans 4 jours',
    'offers-c': '2027-02-12 dans 11 jours',
    'validity-c': '2027-06-12 dans 131 jours',
  });
  const urgent = dates({ consultations: [aConsultation({ urgent: true })] });
  expect(urgent['answers-c']).toContain('2027-02-08');
  expect(dates({ consultations: [aConsultation({ procedure: 'adapted' })] })).not.toHaveProperty('answers-c');
});

test('the last day for answers is late only while a question waits', () => {
  const after = day('2027-02-08');
  expect(dates({ consultations: [aConsultation()] }, after)['answers-c']).toBe('2027-02-05 passé');
  const waiting = aConsultation({ unansweredQuestions: 2 });
  expect(dates({ consultations: [waiting] }, after)['answers-c']).toBe('2027-02-05 en retard de 3 jours');
});

test('the validity of offers is settled when every lot is decided, and follows what candidates accepted', () => {
  const one = { lot: 1, decidedOn: day('2027-03-01'), signableFrom: day('2027-03-15') };
  const half = aConsultation({ decisions: [one], extendedUntil: day('2027-07-01') });
  expect(dates({ consultations: [half] }, day('2027-07-02'))['validity-c']).toBe('2027-07-01 en retard de 1 jour');
  const all = aConsultation({ decisions: [one, { ...one, lot: 2, decidedOn: day('2027-03-02'), signableFrom: null }] });
  const shown = dates({ consultations: [all] }, day('2027-03-03'));
  expect(shown['validity-c']).toBe('2027-06-12 fait le 02/03/2027');
  expect(shown['standstill-c-1']).toBe('2027-03-15 dans 12 jours');
  expect(shown).not.toHaveProperty('standstill-c-2');
  const signed = dates({ consultations: [all], contracts: [aContract()] }, day('2027-04-02'));
  expect(signed['standstill-c-1']).toBe('2027-03-15 fait le 01/04/2027');
});

test('a contract is sent to the prefect within fifteen days of its signature, and before its notification', () => {
  const waiting = aContract({ notifiedOn: null, startsOn: null, endsOn: null });
  expect(dates({ contracts: [waiting] }, day('2027-04-16'))['prefect-k']).toBe('2027-04-16 aujourd’hui');
  const late = aContract({ notifiedOn: day('2027-04-20') });
  expect(dates({ contracts: [late] }, day('2027-04-18'))['prefect-k']).toBe('2027-04-16 en retard de 2 jours');
  expect(dates({ contracts: [aContract()] }, day('2027-04-10'))['prefect-k']).toBe('2027-04-10 aujourd’hui');
});

test('the maximum is told on the day its shares are reached, to the cent, and the highest asks for a deed', () => {
  const order = (on: string, net: number) => ({ on: day(on), net: cents(net) });
  const alerts = (ordered: ContractActs['ordered']) =>
    timeline(facts({ contracts: [aContract({ ordered })] }), day('2028-06-10'))
      .filter(({ id }) => id.startsWith('maximum-'))
      .map(({ id, on, nature }) => [id, on, nature]);
  const before = [order('2028-05-02', 30_000_00), order('2028-05-01', 39_999_99)];
  expect(alerts(before)).toEqual([]);
  expect(alerts([...before, order('2028-05-03', 1)])).toEqual([['maximum-k-7000', '2028-05-03', 'duty']]);
  expect(alerts([...before, order('2028-05-03', 1), order('2028-06-01', 25_000_00)])).toEqual([
    ['maximum-k-7000', '2028-05-03', 'milestone'],
    ['maximum-k-8500', '2028-06-01', 'milestone'],
    ['maximum-k-9500', '2028-06-01', 'duty'],
  ]);
});

test('a contract has its transmission, its notice, its open data, its renewals and its end', () => {
  const amended = aContract({ amendments: [{ number: 1, notifiedOn: day('2027-09-30') }] });
  expect(dates({ contracts: [amended] }, day('2027-06-11'))).toEqual({
    'prefect-k': '2027-04-10 en retard de 62 jours',
    'insurance-k': '2027-04-25 en retard de 47 jours',
    'awardNotice-k': '2027-05-01 en retard de 41 jours',
    'openData-k': '2027-06-10 en retard de 1 jour',
    'amendmentOpenData-k-1': '2027-11-30 dans 172 jours',
    'renewal-k-1': '2028-01-09 dans 212 jours',
    'renewal-k-2': '2029-01-09 dans 578 jours',
    'renewal-k-3': '2030-01-09 dans 943 jours',
    'end-k': '2031-04-09 dans 1398 jours',
  });
  const told = { done: new Map([['openData-k', day('2027-05-20')]]) };
  expect(dates({ contracts: [aContract()], ...told })['openData-k']).toBe('2027-06-10 fait le 20/05/2027');
  const small = aContract({ procedure: 'adapted', legalityControl: false, needNet: cents(39_999_99) });
  expect(Object.keys(dates({ contracts: [small] }))).toEqual([
    'insurance-k',
    'renewal-k-1',
    'renewal-k-2',
    'renewal-k-3',
    'end-k',
  ]);
});

test('an accord-cadre ends on its day', () => {
  const one = { id: 'a', reference: 'AC', startsOn: day('2026-01-01'), endsOn: day('2027-02-02') };
  expect(dates({ accordsCadres: [one] })).toEqual({ 'end-a': '2027-02-02 dans 1 jour' });
});

test('what presses is late or due within fifteen days, never a day that only comes', () => {
  const pressing = (on: Day) =>
    pressingLines(timeline(facts({ contracts: [aContract({ prefectSentOn: day('2027-04-02') })] }), on)).map(
      ({ id }) => id,
    );
  expect(pressing(addDays(day('2027-05-01'), -16))).toEqual(['insurance-k']);
  expect(pressing(addDays(day('2027-05-01'), -15))).toEqual(['insurance-k', 'awardNotice-k']);
  expect(pressing(day('2027-06-11'))).toEqual(['insurance-k', 'awardNotice-k', 'openData-k']);
  expect(pressing(day('2031-04-09'))).toEqual(['insurance-k', 'awardNotice-k', 'openData-k']);
});

/** The events of an iCalendar file, by property; long lines joined again (RFC 5545, 3.1). */
function eventsOf(text: string): readonly Readonly<Record<string, string>>[] {
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  const events: Record<string, string>[] = [];
  let alarm = false;
  for (const line of unfolded) {
    if (line === 'BEGIN:VEVENT') events.push({});
    if (line === 'BEGIN:VALARM' || line === 'END:VALARM') alarm = line.startsWith('BEGIN');
    const own = events.at(-1);
    if (own && !alarm && line.includes(':')) own[line.slice(0, line.indexOf(':'))] = line.slice(line.indexOf(':') + 1);
  }
  return events;
}

type Shown = {
  lines: { id: string; label: string; subject: string; state: string; recordable: boolean }[];
  late: number;
};

async function shownTo(platform: ReturnType<typeof aPlatform>, person: SignedIn): Promise<Shown> {
  return (await read(platform, person, page as never, {}, '/echeances')) as Shown;
}

async function agendaOf(platform: ReturnType<typeof aPlatform>, person: SignedIn, query = '') {
  const headers = { Cookie: await cookieOf(platform.db, person, platform.now()) };
  const request = new Request(`http://localhost/echeances/agenda.ics${query}`, { headers });
  const answer: Response = await agenda({ request, params: {}, context: { platform, nonce: '' } } as never);
  expect(answer.headers.get('Cache-Control')).toContain('private');
  return eventsOf(await answer.text());
}

test('a notified contract is on the page and in the agenda until it is noted as done, and never with a commune', async () => {
  const led = await aNotifiedContract('beta');
  const { db, buyer, contractId } = led;
  // A long time after the notification, so that its open data is late.
  const platform = led.platform('2027-06-01T09:00');
  const shown = await shownTo(platform, buyer);
  const open = shown.lines.find(({ id }) => id === `openData-${contractId}`);
  expect(open).toMatchObject({ recordable: true, state: expect.stringContaining('en retard') });
  const [events, again] = [await agendaOf(platform, buyer), await agendaOf(led.platform('2027-06-02T09:00'), buyer)];
  expect(events).toHaveLength(shown.lines.filter(({ state }) => !state.startsWith('fait')).length);
  expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
  expect(again.map(({ UID }) => UID)).toEqual(events.map(({ UID }) => UID));
  const event = events.find((one) => one['SUMMARY']?.includes('données essentielles'));
  expect(event).toMatchObject({ 'DTSTART;VALUE=DATE': '20270325', 'DTEND;VALUE=DATE': '20270326' });
  expect(event?.['URL']).toBe(`http://localhost/contrats/${contractId}`);
  expect(await agendaOf(platform, buyer, '?consultation=none')).toEqual([]);

  const first = (await read(platform, buyer, home as never)) as { dates: { text: string; late: boolean }[] };
  expect(
    first.dates
      .filter(({ late }) => late)
      .map(({ text }) => text)
      .join(),
  ).toContain('données essentielles');

  const entry = `openData-${contractId}`;
  const future = await send(platform, buyer, noteDone, { entry, doneOn: '2027-06-02' });
  expect(future.reasons.join()).toContain('dans le futur');
  const early = await send(platform, buyer, noteDone, { entry, doneOn: '2027-01-24' });
  expect(early.reasons.join()).toContain('précède');
  expect(await send(platform, buyer, noteDone, { entry: `end-${contractId}`, doneOn: '2027-05-30' })).toMatchObject({
    status: 404,
  });
  for (const doneOn of ['2027-03-01', '2027-05-30'])
    expect(await send(platform, buyer, noteDone, { entry, doneOn })).toMatchObject({ status: 302 });
  expect([...listDutiesDone(db)]).toEqual([[entry, '2027-03-01']]);
  const after = await shownTo(platform, buyer);
  expect(after.lines.find(({ id }) => id === entry)?.state).toBe('fait le 01/03/2027');
  expect(after.late).toBe(shown.late - 1);

  const secretary = aPerson(db, 'commune-0', 'secretary');
  expect((await shownTo(platform, secretary)).lines).toEqual([]);
  expect(await agendaOf(platform, secretary)).toEqual([]);
  expect(((await read(platform, secretary, home as never)) as { dates: unknown[] }).dates).toEqual([]);
  expect(await send(platform, secretary, noteDone, { entry, doneOn: '2027-05-30' })).toMatchObject({ status: 403 });
});
