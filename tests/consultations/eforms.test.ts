// The data sheet of the European notices: what is mandatory is there or named, and its figures are those recorded.
import { eformsNotices, eformsTerms } from 'catalog/codes/eforms';
import { listLotDecisions } from 'db/award';
import { findContract } from 'db/contracts';
import { listPublications } from 'db/offers';
import { expect, test } from 'vitest';
import { loader as page } from '~/routes/consultations/eforms';
import { loader as file } from '~/routes/consultations/eforms-file';
import { plain } from '../documents/reading';
import { rowsOfXlsx } from '../journeys/files';
import { read } from '../orders/asking';
import { aNotifiedContract, aPreparedConsultation, candidates } from './awarding';

type Page = Exclude<Awaited<ReturnType<typeof page>>, number>;

test('a term is told once in its section, and what a notice must hold is in that notice', () => {
  const keys = eformsTerms.map(({ bt, section }) => `${section}/${bt}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { mandatory, notices } of eformsTerms) for (const one of mandatory) expect(notices).toContain(one);
  expect(Object.keys(eformsNotices)).toEqual(['16', '29']);
});

test('before its publication the contract notice holds the choices, and names what is missing', async () => {
  const { db, id, buyer, launch } = await aPreparedConsultation();
  const shown = (await read(launch, buyer, page as never, { id, notice: '16' })) as Page;
  const row = (bt: string, section = 'lot') => shown.rows.find((one) => one.bt === bt && one.section === section);
  expect(row('BT-105', 'procedure')).toMatchObject({ value: 'open', standing: 'known' });
  expect(row('BT-765')).toMatchObject({ value: 'fa-wo-rc', standing: 'proposed', mandatory: true });
  expect(row('BT-04', 'notice')).toMatchObject({ value: '', standing: 'bySender' });
  expect(row('BT-501', 'buyer')).toMatchObject({ value: '', standing: 'missing' });
  db.$client.prepare("update organisations set siret = '20000000800017' where kind = 'syndicat'").run();
  const given = (await read(launch, buyer, page as never, { id, notice: '16' })) as Page;
  expect(given.rows.find(({ bt, section }) => bt === 'BT-501' && section === 'buyer')).toMatchObject({
    value: '20000000800017',
    standing: 'known',
  });
  const weights = shown.rows.filter(({ bt }) => bt === 'BT-541').map(({ value }) => Number(value));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
  expect(shown.rows.some(({ section }) => section === 'result' || section === 'winner')).toBe(false);
  expect(await read(launch, buyer, page as never, { id, notice: '17' })).toBe(404);
});

test('the award notice says the winner and the amounts of the decision and of the contract, on the page and in the files', async () => {
  const { db, id, contractId, buyer, platform } = await aNotifiedContract();
  const on = platform('2027-01-26T09:00');
  const shown = (await read(on, buyer, page as never, { id, notice: '29' })) as Page;
  const told = (bt: string, section: string) =>
    shown.rows.find((row) => row.bt === bt && row.section === section)?.value;
  const [decision] = listLotDecisions(db, id);
  const contract = findContract(db, contractId)?.contract;
  const chosen = decision?.basis.ranking.find(({ depositId }) => depositId === decision.depositId);
  const cents = (text: string | undefined) => Math.round(Number(text) * 100);
  expect(cents(told('BT-720', 'result'))).toBe(chosen?.priceNet);
  expect(cents(told('BT-709', 'result'))).toBe(contract?.maximumNet);
  expect(cents(told('BT-118', 'procedure'))).toBe(contract?.maximumNet);
  expect(cents(told('BT-161', 'procedure'))).toBe(chosen?.priceNet);
  const prices = decision?.basis.ranking.map(({ priceNet }) => priceNet) ?? [];
  expect([cents(told('BT-710', 'result')), cents(told('BT-711', 'result'))]).toEqual([
    Math.min(...prices),
    Math.max(...prices),
  ]);
  // Alpha, Beta and Gamma; the late one was never received in time.
  expect(told('BT-759', 'result')).toBe('3');
  expect(told('BT-150', 'result')).toBe(contract?.number);
  expect(told('BT-500', 'winner')).toBe(candidates.alpha.candidate);
  expect(told('BT-501', 'winner')).toBe(candidates.alpha.siret);
  expect(cents(told('BT-27', 'lot'))).toBe(listPublications(db, id)[0]?.content.estimates[0]?.net);

  const bytesOf = async (name: string) => {
    const answer = (await read(on, buyer, file as never, { id, file: name })) as unknown as Response;
    return new Uint8Array(await answer.arrayBuffer());
  };
  const rows = rowsOfXlsx(await bytesOf('29.xlsx'));
  for (const { bt, value } of shown.rows.filter((row) => row.value !== ''))
    expect(rows.some((cells) => cells.includes(bt) && cells.some((cell) => plain(String(cell)) === plain(value)))).toBe(
      true,
    );
  const { terms } = JSON.parse(new TextDecoder().decode(await bytesOf('29.json'))) as { terms: { bt: string }[] };
  expect(terms).toHaveLength(shown.rows.filter(({ value }) => value !== '').length);
});
