// What anyone reads without an account: what is published, and nothing else.
import { readFileSync } from 'node:fs';
import { listConsultationFiles } from 'db/consultations';
import { findContract } from 'db/contracts';
import { listDecp } from 'db/decp';
import { readDocumentBytes } from 'db/records';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { manifestName, writeArchive } from '~/documents/archive';
import { pieceIsPublic, publicPieces } from '~/documents/consultations/public-file';
import { publicOutcome, publicStage } from '~/domain/consultations/public-consultation';
import { day } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { action as issueDecp } from '~/routes/consultations/decp';
import { action as produce } from '~/routes/consultations/produce';
import { loader as market } from '~/routes/consultations/public-consultation';
import { loader as markets } from '~/routes/consultations/public-consultations';
import { loader as contractData } from '~/routes/consultations/public-contract-data';
import { loader as dossier } from '~/routes/consultations/public-dossier';
import { loader as feed } from '~/routes/consultations/public-feed';
import { loader as openData } from '~/routes/consultations/public-open-data';
import { action as ask } from '~/routes/consultations/question';
import { action as answer } from '~/routes/consultations/question-answer';
import { send } from '../orders/asking';
import { aNotifiedContract, anAnalysedConsultation, aPreparedConsultation } from './awarding';

type Loader<T> = (args: never) => Promise<T>;

/** What a loader gives to somebody without an account; the status when it gives nothing. */
async function anyone<T>(platform: Platform, loader: Loader<T>, params: Readonly<Record<string, string>> = {}) {
  const request = new Request('http://localhost/marches');
  return loader({ request, params, context: { platform, nonce: '' } } as never).catch((thrown) => {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  });
}

const bytesOf = async (response: unknown) => new Uint8Array(await (response as Response).arrayBuffer());

test('a consultation that is not published cannot be read, nor its file', async () => {
  const { id, buyer, launch } = await aPreparedConsultation();
  expect(await send(launch, buyer, produce, {}, { id })).toMatchObject({ status: 302 });
  expect(await anyone(launch, market, { id })).toBe(404);
  expect(await anyone(launch, dossier, { id })).toBe(404);
  expect(await anyone(launch, markets)).toMatchObject({ markets: [], contracts: [] });
  expect(await (await (anyone(launch, feed) as Promise<Response>)).text()).not.toContain('<entry>');
});

test('a published consultation shows its file and its answers, neither the estimates nor the candidates', async () => {
  const { db, id, buyer, platform } = await anAnalysedConsultation();
  const shown = (await anyone(platform('2026-12-01T09:00'), market, { id })) as Awaited<ReturnType<typeof market>>;
  expect(shown.market).toMatchObject({ reference: '2027-TERM', state: 'open' });
  const asked = { id: crypto.randomUUID(), askedOn: '2026-12-02', question: 'Quelle garantie ?' };
  const on = platform('2026-12-02T09:00');
  expect(await send(on, buyer, ask, asked, { id })).toMatchObject({ status: 302 });
  const questionsAt = async () =>
    ((await anyone(on, market, { id })) as Awaited<ReturnType<typeof market>>).market.questions;
  expect(await questionsAt()).toEqual([]);
  const said = { answeredOn: '2026-12-02', answer: 'Trois ans au moins.' };
  expect(await send(on, buyer, answer, said, { id, question: asked.id })).toMatchObject({ status: 302 });
  expect(await questionsAt()).toMatchObject([{ asked: 'Quelle garantie ?', answer: 'Trois ans au moins.' }]);

  const analysed = await anyone(platform('2027-01-05T09:00'), market, { id });
  const text = JSON.stringify(analysed);
  expect(text).toContain('"state":"analysis"');
  for (const secret of ['Alpha', 'Beta', 'Gamma', 'estimates', 'present', buyer.name])
    expect(text).not.toContain(secret);

  const whole = unzipSync(readDocumentBytes(db, listConsultationFiles(db, id)[0]?.documentId ?? ''));
  const download = await bytesOf(await anyone(on, dossier, { id }));
  const entries = unzipSync(download);
  const names = Object.keys(entries).filter((name) => name !== manifestName);
  expect(names.length).toBeGreaterThan(6);
  expect(names.some((name) => name.startsWith('00') || name.startsWith('07'))).toBe(false);
  for (const name of names) expect(entries[name]).toEqual(whole[name]);
  expect(await bytesOf(await anyone(on, dossier, { id }))).toEqual(download);
});

test('every piece of the file is decided about, and a new one is refused until it is', () => {
  const source = readFileSync('app/documents/consultations/compose.ts', 'utf8');
  const numbers = [...source.matchAll(/fileName: ['`](\d\d)-/g)].map(([, number]) => number ?? '');
  expect(numbers.length).toBeGreaterThan(6);
  for (const number of numbers) expect(number in pieceIsPublic).toBe(true);
  const file = (fileName: string) => ({ fileName, mediaType: 'text/plain', bytes: new Uint8Array([1]) });
  const archive = writeArchive([file('01-RC.pdf'), file('99-secret.pdf')], day('2026-11-24'));
  expect(() => publicPieces(archive)).toThrow('99-secret.pdf');
});

test('a notified contract is shown with its data, as issued and all together, to the cent', async () => {
  const led = await aNotifiedContract();
  const { db, id, contractId, platform, buyer } = led;
  const on = platform('2027-02-01T09:00');
  const { contract } = findContract(db, contractId) ?? {};
  const shown = (await anyone(on, market, { id })) as Awaited<ReturnType<typeof market>>;
  expect(shown.market.state).toBe('finished');
  expect(shown.lots).toMatchObject([{ outcome: 'awarded', contract: { maximumNet: contract?.maximumNet } }]);
  const file = { file: `${contract?.number}.json` };
  expect(await anyone(on, contractData, file)).toBe(404);
  expect(JSON.parse(new TextDecoder().decode(await bytesOf(await anyone(on, openData))))).toEqual({
    marches: { marche: [] },
  });
  db.$client.prepare("update organisations set siret = '20000000800017' where kind = 'syndicat'").run();
  const answers = { placeCode: '35', placeType: 'Code département', grouping: 'Pas de groupement', advanceRate: '' };
  const issued = await send(
    on,
    buyer,
    issueDecp,
    { ...answers, 'social[]': 'Pas de considération sociale', 'environmental[]': 'Clause environnementale' },
    { id: contractId },
  );
  expect(issued.reasons).toEqual([]);
  const stored = new Uint8Array(readDocumentBytes(db, listDecp(db, contractId)[0]?.documentId ?? ''));
  expect(await bytesOf(await anyone(on, contractData, file))).toEqual(stored);
  const all = JSON.parse(new TextDecoder().decode(await bytesOf(await anyone(on, openData))));
  expect(all).toEqual(JSON.parse(new TextDecoder().decode(stored)));
  expect(Math.round(all.marches.marche[0].montant * 100)).toBe(contract?.maximumNet);
  expect(await anyone(on, markets)).toMatchObject({ contracts: [{ number: contract?.number, openData: true }] });
});

test('an outcome is public once the contract is notified, or once every candidate knows', () => {
  const decision = (outcome: 'awarded' | 'withoutFollowUp', lettersSent: number) => ({
    outcome,
    lettersDue: 3,
    lettersSent,
  });
  expect(publicOutcome({ decision: null, notifiedOn: null })).toBeNull();
  expect(publicOutcome({ decision: decision('awarded', 3), notifiedOn: null })).toBeNull();
  expect(publicOutcome({ decision: decision('awarded', 3), notifiedOn: day('2027-01-25') })).toBe('awarded');
  expect(publicOutcome({ decision: decision('withoutFollowUp', 2), notifiedOn: null })).toBeNull();
  expect(publicOutcome({ decision: decision('withoutFollowUp', 3), notifiedOn: null })).toBe('withoutFollowUp');
  expect([publicStage(false, [null]), publicStage(true, ['awarded', null]), publicStage(true, ['awarded'])]).toEqual([
    'open',
    'analysis',
    'finished',
  ]);
});
