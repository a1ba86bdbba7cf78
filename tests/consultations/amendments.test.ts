// Changes to a contract in force: limits of the law, the opinion of the CAO, and what they change once notified.
import { award } from 'catalog/award';
import { findLot } from 'db/accords-cadres';
import { findContract, listAmendments } from 'db/contracts';
import { readDocumentBytes } from 'db/records';
import { expect, test } from 'vitest';
import { type AmendmentQuestion, amendmentRefusalSentence, amendmentRefusals } from '~/domain/consultations/amendments';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { action as notifyAmendment } from '~/routes/consultations/amendment-notification';
import { action as amend } from '~/routes/consultations/amendments';
import { action as openCatalogue, loader as preview } from '~/routes/consultations/catalogue-opening';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { aNotifiedContract } from './awarding';

const question = (over: Partial<AmendmentQuestion> = {}): AmendmentQuestion => ({
  kind: 'low',
  procedure: 'openCall',
  notifiedOn: day('2027-01-25'),
  endsOn: day('2031-01-24'),
  closed: false,
  initialNet: cents(500_000_00),
  maximumNetBefore: cents(500_000_00),
  maximumNetAfter: cents(520_000_00),
  endsOnAfter: day('2031-01-24'),
  committedNet: cents(0),
  earlier: [],
  formalNet: cents(216_000_00),
  caoOpinionOn: null,
  today: day('2027-06-01'),
  catalogue: award,
  ...over,
});
const kinds = (over: Partial<AmendmentQuestion>) => amendmentRefusals(question(over)).map(({ kind }) => kind);

test('an amendment of four per cent stands, and each limit of the law is told with its figures', () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ notifiedOn: null })).toEqual(['notInForce']);
  expect(kinds({ today: day('2031-01-25') })).toEqual(['notInForce']);
  expect(kinds({ closed: true })).toEqual(['notInForce']);
  expect(kinds({ maximumNetAfter: cents(500_000_00) })).toEqual(['nothingChanges']);
  expect(kinds({ maximumNetAfter: cents(500_000_00), kind: 'holder' })).toEqual([]);
  expect(kinds({ committedNet: cents(520_000_01) })).toEqual(['underOrdered']);
  expect(kinds({ endsOnAfter: day('2027-05-31') })).toEqual(['endPassed']);
  // Exactly five per cent needs no opinion; one cent more does.
  expect(kinds({ maximumNetAfter: cents(525_000_00) })).toEqual([]);
  expect(kinds({ maximumNetAfter: cents(525_000_01) })).toEqual(['caoOpinion']);
  expect(kinds({ maximumNetAfter: cents(525_000_01), procedure: 'adapted' })).toEqual([]);
  const opinion = { caoOpinionOn: day('2027-05-20') };
  // Exactly ten per cent, then one cent more.
  expect(kinds({ maximumNetAfter: cents(550_000_00), ...opinion })).toEqual([]);
  expect(kinds({ maximumNetAfter: cents(550_000_01), ...opinion })).toEqual(['shareOver']);
  expect(kinds({ caoOpinionOn: day('2027-06-02') })).toEqual(['opinionInFuture']);
  // A day whose European threshold is not known yet refuses what it limits, and nothing else.
  expect(kinds({ formalNet: null })).toEqual(['thresholdUnknown']);
  expect(kinds({ formalNet: null, kind: 'clause' })).toEqual([]);
});

test('small amendments are counted together, the others one by one, and one that waits stops the next', () => {
  const before = { kind: 'low' as const, changeNet: cents(40_000_00), pending: false };
  const next = {
    maximumNetBefore: cents(540_000_00),
    maximumNetAfter: cents(555_000_00),
    caoOpinionOn: day('2027-05-20'),
  };
  expect(kinds({ ...next, earlier: [before] })).toEqual(['shareOver']);
  expect(kinds({ ...next, earlier: [{ ...before, kind: 'additional' }] })).toEqual([]);
  expect(kinds({ ...next, kind: 'additional', maximumNetAfter: cents(790_000_00), earlier: [before] })).toEqual([]);
  expect(kinds({ ...next, kind: 'additional', maximumNetAfter: cents(790_000_01), earlier: [before] })).toEqual([
    'shareOver',
  ]);
  expect(kinds({ earlier: [{ ...before, kind: 'clause', pending: true }] })).toEqual(['pending']);
  const large = { initialNet: cents(3_000_000_00), maximumNetBefore: cents(3_000_000_00) };
  const formal = amendmentRefusals(
    question({
      ...large,
      maximumNetAfter: cents(3_216_000_00),
      ...(next.caoOpinionOn && { caoOpinionOn: next.caoOpinionOn }),
    }),
  );
  expect(formal.map(amendmentRefusalSentence).map(plain)).toEqual([
    'Le cumul des modifications (216 000,00 € HT) atteint le seuil européen (216 000,00 € HT) (CCP R2194-8 et R2194-9).',
  ]);
});

test('an amendment changes nothing before its notification, then the contract, the lot and its last day', async () => {
  const { db, platform, buyer, contractId } = await aNotifiedContract();
  const params = { id: contractId };
  const opening = platform('2027-01-26T09:00');
  const path = `/contrats/${contractId}/catalogue?vatRate=2000`;
  const shown = (await read(opening, buyer, preview as never, params, path)) as { readonly digest: string };
  const form = { mode: 'intermediary', effectiveOn: '2027-01-25', vatRate: '2000', digest: shown.digest };
  await send(opening, buyer, openCatalogue, { ...form, 'ceiling-commune-0': '1000' }, params);
  const terms = () => {
    const found = findContract(db, contractId);
    const lot = findLot(db, found?.contract.lotId ?? '');
    return [lot?.lot.maximumNet, lot?.accordCadre.endsOn, found?.contract.endsOn];
  };
  const before = terms();
  const initialNet = findContract(db, contractId)?.contract.maximumNet ?? cents(0);
  const after = Math.round(initialNet * 1.04);
  const on = platform('2027-06-01T09:00');
  const amendment = {
    id: crypto.randomUUID(),
    kind: 'low',
    object: 'Le maximum du lot est augmenté.',
    reason: 'Deux écoles ouvrent à la rentrée.',
    maximumNet: (after / 100).toFixed(2),
    endsOn: '2030-12-31',
    caoOpinionOn: '',
  };
  const tooMuch = { ...amendment, maximumNet: (initialNet / 50).toFixed(2) };
  expect((await send(on, buyer, amend, tooMuch, params)).reasons.map(plain).join('\n')).toMatch(
    /100 %.*10 %[\s\S]*avis/,
  );
  for (const _ of [1, 2]) expect(await send(on, buyer, amend, amendment, params)).toMatchObject({ status: 302 });
  expect(terms()).toEqual(before);
  expect(listAmendments(db, contractId)).toEqual([]);
  const address = { ...params, amendment: amendment.id };
  const dates = { signedOn: '2027-06-03', notifiedOn: '2027-06-05' };
  expect((await send(on, buyer, notifyAmendment, dates, address)).reasons.join()).toContain('futur');
  const later = platform('2027-06-06T09:00');
  for (const _ of [1, 2])
    expect(await send(later, buyer, notifyAmendment, dates, address)).toMatchObject({ status: 302 });
  expect(terms()).toEqual([after, '2030-12-31', '2030-12-31']);
  const [inEffect] = listAmendments(db, contractId);
  expect(inEffect).toMatchObject({ number: 1, notifiedOn: '2027-06-05', maximumNetAfter: after });
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, inEffect?.pdfDocumentId ?? '')));
  for (const said of ['Avenant n° 1', '+4 %', 'R2194-8', '31 décembre 2030 au lieu du 24 janvier 2031', 'Deux écoles'])
    expect(text).toContain(said);
});
