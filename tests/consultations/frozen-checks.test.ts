// What the texts answer of a consultation: it stops a file that breaks the law, and is kept with the file that it made.
import { randomUUID } from 'node:crypto';
import { addRuleSwitch } from 'db/checks';
import { write } from 'db/client';
import { listConsultationChecks } from 'db/consultation-checks';
import { listAnalysisReports } from 'db/offers';
import { readDocumentBytes } from 'db/records';
import { expect, test } from 'vitest';
import { loader as checksPage, action as say } from '~/routes/consultations/consultation-checks';
import { action as produce } from '~/routes/consultations/produce';
import { action as publish } from '~/routes/consultations/publication';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { anAnalysedConsultation, aPreparedConsultation } from './awarding';

const done = { status: 302 };
type Page = Awaited<ReturnType<typeof checksPage>>;

function switchOff({ db, buyer }: { db: Parameters<typeof write>[0]; buyer: { id: string } }, ruleId: string) {
  const row = { id: randomUUID(), ruleId, ruleVersion: 1, enabled: false, reason: 'Essai de la règle' };
  write(db, (tx) => addRuleSwitch(tx, { ...row, at: '2026-11-24T10:00:00.000Z', byUserId: buyer.id } as never));
}

test('a file that a law forbids is not made, and the file made keeps what was checked then', async () => {
  const led = await aPreparedConsultation();
  const { db, id, buyer, launch } = led;
  const page = async () => (await read(launch, buyer, checksPage as never, { id })) as Page;
  expect((await page()).kept).toBeUndefined();
  expect(await send(launch, buyer, say, { considersRepairability: 'non' }, { id })).toMatchObject(done);
  const refused = await send(launch, buyer, produce, {}, { id });
  expect(refused.status).toBe(422);
  expect(refused.reasons.join()).toContain('L’indice de réparabilité doit compter');
  expect(refused.reasons.join()).toContain('Loi REEN, art. 15');
  expect(listConsultationChecks(db, id, 1)).toEqual([]);

  expect(await send(launch, buyer, say, { considersRepairability: 'oui', sourcingDone: 'non' }, { id })).toMatchObject(
    done,
  );
  expect(await send(launch, buyer, produce, {}, { id })).toMatchObject(done);
  const frozen = listConsultationChecks(db, id, 1);
  expect(frozen.find(({ ruleId }) => ruleId === 'REEN-01')).toMatchObject({
    answer: 'met',
    ruleVersion: 1,
    inputs: { 'consultation.considersRepairability': true },
  });
  expect((await page()).kept).toMatchObject({ version: 1, published: false, differences: [] });

  expect(await send(launch, buyer, say, { considersRepairability: '' }, { id })).toMatchObject(done);
  switchOff(led, 'GAN-01');
  const [first] = (await page()).kept?.differences ?? [];
  expect(first).toMatchObject({ worse: true, before: 'respectée' });
  expect(first?.because.map(plain).join()).toContain('oui, puis inconnu');
  expect(listConsultationChecks(db, id, 1)).toEqual(frozen);

  // What the law forbids is not published either, and what is published is what was answered that day.
  const media = { 'media-profile': 'on', 'media-boamp': 'on', 'media-joue': 'on' };
  const publication = { id: randomUUID(), sentOn: '2026-11-24', ...media };
  expect(await send(launch, buyer, say, { considersRepairability: 'non' }, { id })).toMatchObject(done);
  const stopped = await send(launch, buyer, publish, publication, { id });
  expect([stopped.status, stopped.reasons.join()]).toEqual([422, refused.reasons.join()]);
  expect(await send(launch, buyer, say, { considersRepairability: 'oui', sourcingDone: 'oui' }, { id })).toMatchObject(
    done,
  );
  expect(await send(launch, buyer, publish, publication, { id })).toMatchObject(done);
  const published = listConsultationChecks(db, id, 1).find(({ inputs }) => 'consultation.sourcingDone' in inputs);
  expect(published?.inputs).toMatchObject({ 'consultation.sourcingDone': true });
});

test('a published consultation shows what was checked with its file, whatever changes, and its report cites it', async () => {
  const led = await anAnalysedConsultation();
  const { db, id, buyer, platform } = led;
  const later = platform('2027-01-05T12:00');
  const page = async () => (await read(later, buyer, checksPage as never, { id })) as Page;
  const before = (await page()).kept;
  expect(before?.published).toBe(true);
  const unmet = before?.frozen.results.filter(({ answer }) => answer === 'unmet') ?? [];
  switchOff(led, 'GAN-01');
  expect(await send(later, buyer, say, { sourcingDone: 'non' }, { id })).toMatchObject(done);
  const after = await page();
  expect(after.kept?.frozen.results).toEqual(before?.frozen.results);
  expect(after.kept?.differences).toEqual([]);
  expect(after.now.results.some(({ ruleId }) => ruleId === 'GAN-01')).toBe(false);

  const [report] = listAnalysisReports(db, id);
  const text = plain((await readPdf(new Uint8Array(readDocumentBytes(db, report?.pdfDocumentId ?? '')))).text);
  const met = before?.frozen.results.filter(({ answer }) => answer === 'met').length;
  expect(text).toContain(`${met} conformes, ${unmet.length} non conformes`);
  for (const { ruleId } of unmet) expect(text).toContain(`règle ${ruleId}, version`);
});
