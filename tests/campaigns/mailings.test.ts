// Messages of a campaign: written with their cause, delivered by a real SMTP server once, kept when it refuses them.
import { draftAnswer, signAnswer } from 'db/campaign-answers';
import { listGrades, listMailings, replacePlan } from 'db/campaign-mailings';
import { addCampaign, closeCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { listMessages } from 'db/outbox';
import { listDeeds } from 'db/records';
import { organisations } from 'db/schema';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { usualGrades } from '~/domain/campaigns/reminders';
import { type Mail, openMail } from '~/platform/mail';
import { writeDueMailings } from '~/platform/mailing-job';
import { sendWaiting } from '~/platform/outbox';
import { action as plan } from '~/routes/campaigns/mail-plan';
import { action as sendNow } from '~/routes/campaigns/mail-sending';
import { loader as openMessages } from '~/routes/campaigns/messages';
import { action as declareNoNeed } from '~/routes/campaigns/no-need';
import { loader as openReminder, action as remind } from '~/routes/campaigns/reminder';
import { aCommune, aDatabase, aPerson, aSyndicat, testNow } from '../database';
import { aPlatform, read, send } from '../orders/asking';
import { aCampaign } from './builders';
import { aMailbox, type Mailbox } from './mailbox';

const publicUrl = new URL('https://preau.example/');
const from = 'Recensement <recensement@syndicat.example>';

function aMailOf(mailbox: Pick<Mailbox, 'url'>): Mail {
  const mail = openMail({ url: mailbox.url, from });
  onTestFinished(() => mail.close());
  return mail;
}

function anAnnouncedCampaign() {
  const db = aDatabase();
  const buyer = aPerson(db, aSyndicat(db), 'syndicatBuyer');
  const { communeId: first } = aCommune(db, 0);
  const { communeId: second } = aCommune(db, 1, { email: 'Mairie@commune-1.example' });
  const { communeId: third } = aCommune(db, 2);
  const secretary = aPerson(db, first, 'secretary');
  const approver = aPerson(db, first, 'electedApprover');
  aPerson(db, first, 'communeFinance');
  const { id, title, description, conventionId, opensOn, closesOn, lots } = aCampaign();
  write(db, (tx) => {
    addCampaign(tx, { id, title, description, conventionId, opensOn, closesOn, lots }, { id: buyer.id, at: testNow });
    replacePlan(tx, id, { announced: true, grades: usualGrades });
  });
  const change = (communeId: string) => ({ campaignId: id, communeId, at: testNow, userId: buyer.id });
  const messages = () =>
    listMessages(
      db,
      listMailings(db, id).map((mailing) => mailing.id),
    );
  return { db, buyer, secretary, approver, first, second, third, id, change, messages, params: { id } };
}

test('the opening reaches the secretaries and the contact addresses, accents and link whole', async () => {
  const { db, secretary, id } = anAnnouncedCampaign();
  const mailbox = await aMailbox();
  writeDueMailings(db, testNow, publicUrl);
  expect(await sendWaiting(db, aMailOf(mailbox), () => testNow)).toEqual({ sent: 2, failed: 0, stopped: false });
  expect(mailbox.received.map(({ to }) => to).toSorted()).toEqual(
    [[secretary.email], ['mairie@commune-1.example']].toSorted(),
  );
  for (const { headers, text } of mailbox.received) {
    expect(headers.get('subject')).toBe('Recensement ouvert : Besoins 2026 des écoles');
    expect(headers.get('from')).toBe(from);
    expect(text).toContain('signer son état des besoins au plus tard le 18 décembre 2026');
    expect(text).toContain(`https://preau.example/campagnes/${id}/reponse`);
  }
  expect(listDeeds(db, 'campaign', id)[0]).toMatchObject({ deed: 'campaign.mailed', detail: { messages: 2 } });
});

test('nothing is written before eight in the morning, and what is written is written once', () => {
  const { db, id, messages } = anAnnouncedCampaign();
  writeDueMailings(db, '2026-11-23T06:59:00.000Z', publicUrl);
  expect(messages()).toEqual([]);
  for (const _ of [1, 2, 3]) writeDueMailings(db, '2026-11-23T07:00:00.000Z', publicUrl);
  expect(listMailings(db, id).map(({ kind }) => kind)).toEqual(['opening']);
  expect(messages()).toHaveLength(2);
});

test('the last reminder goes to elected officials too, and to nobody who has signed', async () => {
  const { db, secretary, approver, second, id, change, messages } = anAnnouncedCampaign();
  const mailbox = await aMailbox();
  const mail = aMailOf(mailbox);
  write(db, (tx) => signAnswer(tx, change(second), true));
  for (const now of [testNow, '2026-12-03T09:00:00.000Z', '2026-12-16T09:00:00.000Z']) {
    writeDueMailings(db, now, publicUrl);
    await sendWaiting(db, mail, () => now);
  }
  expect(listMailings(db, id).map(({ occasion }) => occasion)).toEqual([
    'before-2-2026-12-18',
    'before-15-2026-12-18',
    'opening',
  ]);
  const addresses = mailbox.received.map(({ to }) => to[0]);
  expect(addresses.slice(0, 2)).toEqual([secretary.email, secretary.email]);
  expect(addresses.slice(2).toSorted()).toEqual([secretary.email, approver.email].toSorted());
  expect(mailbox.received.at(-1)?.text).toContain('il reste 2 jours');
  expect(messages().every(({ sentAt }) => sentAt !== null)).toBe(true);
});

test('two jobs at once send each message once', async () => {
  const { db } = anAnnouncedCampaign();
  const mailbox = await aMailbox();
  writeDueMailings(db, testNow, publicUrl);
  const sendings = await Promise.all(
    [1, 2, 3].map(() => sendWaiting(db, aMailOf(mailbox), () => testNow, { limit: 100 })),
  );
  expect(sendings.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
  expect(mailbox.received).toHaveLength(2);
  await sendWaiting(db, aMailOf(mailbox), () => testNow);
  expect(mailbox.received).toHaveLength(2);
});

test('a job cut short leaves what it held to the next one, under the same message number', async () => {
  const { db, messages } = anAnnouncedCampaign();
  const mailbox = await aMailbox();
  writeDueMailings(db, testNow, publicUrl);
  const dying: Mail = { send: () => Promise.reject(new Error('killed')), close: () => undefined };
  await expect(sendWaiting(db, dying, () => testNow)).rejects.toThrow('killed');
  expect((await sendWaiting(db, aMailOf(mailbox), () => testNow)).sent).toBe(0);
  expect((await sendWaiting(db, aMailOf(mailbox), () => '2026-11-23T09:31:00.000Z')).sent).toBe(2);
  const ids = mailbox.received.map(({ headers }) => headers.get('message-id'));
  expect(ids.toSorted()).toEqual(
    messages()
      .map(({ id }) => `<${id}@syndicat.example>`)
      .toSorted(),
  );
});

test('a message refused for the moment is tried again later, one refused for good only when a person asks', async () => {
  const { db, secretary, buyer, id, params, messages } = anAnnouncedCampaign();
  const mailbox = await aMailbox();
  const mail = aMailOf(mailbox);
  mailbox.refuse(secretary.email, 451);
  mailbox.refuse('mairie@commune-1.example', 550);
  writeDueMailings(db, testNow, publicUrl);
  expect(await sendWaiting(db, mail, () => testNow)).toEqual({ sent: 0, failed: 2, stopped: false });
  const byAddress = () => new Map(messages().map((message) => [message.address, message]));
  expect(byAddress().get(secretary.email)).toMatchObject({ attempts: 1, nextTryAt: '2026-11-23T09:05:00.000Z' });
  expect(byAddress().get(secretary.email)?.fault).toContain('pour le moment');
  expect(byAddress().get('mairie@commune-1.example')).toMatchObject({ attempts: 1, nextTryAt: null });
  expect(byAddress().get('mairie@commune-1.example')?.fault).toMatch(/refuse ce message\. .*550/);

  mailbox.refuse(secretary.email, undefined);
  expect((await sendWaiting(db, mail, () => '2026-11-23T09:04:00.000Z')).sent).toBe(0);
  expect((await sendWaiting(db, mail, () => '2026-11-23T09:05:00.000Z')).sent).toBe(1);
  expect((await sendWaiting(db, mail, () => '2026-12-01T09:05:00.000Z')).sent).toBe(0);

  mailbox.refuse('mairie@commune-1.example', undefined);
  expect(await send({ ...aPlatform(db), mail }, buyer, sendNow, {}, params)).toMatchObject({ status: 302 });
  expect(mailbox.received.map(({ to }) => to[0])).toEqual([secretary.email, 'mairie@commune-1.example']);
  expect(byAddress().get('mairie@commune-1.example')).toMatchObject({ attempts: 2, fault: null });
  expect(listMailings(db, id)).toHaveLength(1);
});

test('a mail server that does not answer loses nothing: the rest is not tried, and leaves when it is back', async () => {
  const { db, messages } = anAnnouncedCampaign();
  const gone = await aMailbox();
  const mail = aMailOf(gone);
  await gone.stop();
  writeDueMailings(db, testNow, publicUrl);
  expect(await sendWaiting(db, mail, () => testNow)).toEqual({ sent: 0, failed: 1, stopped: true });
  expect(
    messages()
      .map(({ attempts }) => attempts)
      .toSorted(),
  ).toEqual([0, 1]);
  expect(messages().find(({ attempts }) => attempts === 1)?.fault).toContain('ne répond pas');
  const back = await aMailbox(Number(new URL(gone.url).port));
  expect((await sendWaiting(db, mail, () => '2026-11-23T10:00:00.000Z')).sent).toBe(2);
  expect(back.received).toHaveLength(2);
  // The mail server only closes once nobody is connected.
  mail.close();
});

test('without a mail server messages wait, the page says so, and sending now is refused', async () => {
  const { db, buyer, params, messages } = anAnnouncedCampaign();
  writeDueMailings(db, testNow, publicUrl);
  const page = await read(aPlatform(db), buyer, openMessages, params);
  expect(page).toMatchObject({ mailSet: false, mailings: [{ label: 'Annonce de l’ouverture' }] });
  expect(await send(aPlatform(db), buyer, sendNow, {}, params)).toMatchObject({ status: 422 });
  expect(messages().every(({ sentAt, attempts }) => sentAt === null && attempts === 0)).toBe(true);
});

test('what waits is withdrawn when the commune answers, when a later message replaces it, and when the campaign ends', async () => {
  const { db, approver, first, id, params, messages } = anAnnouncedCampaign();
  writeDueMailings(db, testNow, publicUrl);
  expect(await send(aPlatform(db), approver, declareNoNeed, {}, params)).toMatchObject({ status: 302 });
  const waiting = () => messages().filter(({ withdrawnAt }) => withdrawnAt === null);
  expect(waiting().map(({ communeId }) => communeId)).not.toContain(first);
  expect(waiting()).toHaveLength(1);
  writeDueMailings(db, '2026-12-03T09:00:00.000Z', publicUrl);
  expect(waiting().map(({ subject }) => subject)).toEqual([
    'À signer au plus tard le 18 décembre 2026 : Besoins 2026 des écoles',
  ]);
  write(db, (tx) => closeCampaign(tx, id, '2026-12-04T09:00:00.000Z'));
  writeDueMailings(db, '2026-12-04T09:01:00.000Z', publicUrl);
  expect(waiting()).toEqual([]);
  const mailbox = await aMailbox();
  expect((await sendWaiting(db, aMailOf(mailbox), () => '2026-12-04T09:02:00.000Z')).sent).toBe(0);
});

test('a buyer reminds chosen members with a text of their own; sent twice, it is written once', async () => {
  const { db, buyer, secretary, first, second, third, id, change, params, messages } = anAnnouncedCampaign();
  write(db, (tx) => draftAnswer(tx, change(first)));
  const page = await read(aPlatform(db), buyer, openReminder, params);
  expect(page).toMatchObject({
    members: [
      { communeId: first, state: 'draft', last: null },
      { communeId: second, addresses: ['mairie@commune-1.example'] },
      { communeId: third, addresses: [] },
    ],
  });
  const form = new FormData();
  const text = { subject: 'Un mot du syndicat', body: 'Bonjour,\n\nVotre brouillon attend une signature.' };
  for (const [name, value] of Object.entries({ id: crypto.randomUUID(), ...text })) form.set(name, value);
  form.append('commune[]', first);
  for (const _ of [1, 2]) expect(await send(aPlatform(db), buyer, remind, form, params)).toMatchObject({ status: 302 });
  expect(messages()).toMatchObject([{ communeId: first, address: secretary.email, ...text }]);
  expect(listMailings(db, id)).toMatchObject([{ kind: 'chosen', byName: 'Personne' }]);
});

test('reminding nobody, or only members without an address, is refused with its reason and the text kept', async () => {
  const { db, buyer, second, third, change, params, messages } = anAnnouncedCampaign();
  const sending = (...communes: readonly string[]) => {
    const form = new FormData();
    form.set('id', crypto.randomUUID());
    form.set('subject', 'Un mot');
    form.set('body', 'Pensez à signer.');
    for (const commune of communes) form.append('commune[]', commune);
    return send(aPlatform(db), buyer, remind, form, params);
  };
  expect(await sending()).toMatchObject({ status: 422, reasons: ['Choisissez au moins une commune.'] });
  const unreachable = await sending(third);
  expect(unreachable).toMatchObject({ status: 422, typed: { body: 'Pensez à signer.', chosen: third } });
  expect(unreachable.reasons[0]).toContain('Aucune des communes choisies n’a d’adresse');
  write(db, (tx) => signAnswer(tx, change(second), true));
  expect((await sending(second)).reasons[0]).toContain('ont signé entre-temps');
  expect(messages()).toEqual([]);
});

test('a buyer edits the rhythm; a wrong one is refused and what was typed is kept', async () => {
  const { db, buyer, id, params } = anAnnouncedCampaign();
  const wrong = await send(aPlatform(db), buyer, plan, { days1: '10', days2: '10', days3: 'dix' }, params);
  expect(wrong).toMatchObject({ status: 422, typed: { days3: 'dix' } });
  expect(wrong.reasons).toHaveLength(2);
  expect(listGrades(db, id)).toEqual(usualGrades);
  await send(aPlatform(db), buyer, plan, { announced: 'on', days1: '5', days3: '20', elected3: 'on' }, params);
  expect(listGrades(db, id)).toEqual([
    { daysBefore: 20, toElected: true },
    { daysBefore: 5, toElected: false },
  ]);
});

test('a contact address that is also a person’s is written to once', async () => {
  const { db, secretary, first, messages } = anAnnouncedCampaign();
  write(db, (tx) =>
    tx.update(organisations).set({ email: secretary.email.toUpperCase() }).where(eq(organisations.id, first)).run(),
  );
  writeDueMailings(db, testNow, publicUrl);
  expect(messages().filter(({ communeId }) => communeId === first)).toHaveLength(1);
});
