// What another program makes of our files: LibreOffice opens the market file, says the same text, computes the same sums.
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { composeDce } from '~/documents/consultations/compose';
import { writeDce } from '~/documents/consultations/write-dce';
import { readOfferWorkbook } from '~/imports/offer-workbook';
import { offerVocabulary } from '~/routes/consultations/conduct.server';
import { aConsolidation, aSubject, quantitiesOf } from '../consultations/builders';
import { converted, expectSameText, office } from './libreoffice';

async function theFile(): Promise<Record<string, Uint8Array>> {
  const subject = aSubject();
  const file = composeDce(subject, quantitiesOf(aConsolidation()));
  return unzipSync((await writeDce(subject, file)).bytes);
}

test.skipIf(!office)('LibreOffice opens every written piece of a market file and says all its paragraphs', async () => {
  const pieces = new Map(Object.entries(await theFile()).filter(([name]) => name.endsWith('.docx')));
  expectSameText(pieces, 10);
});

test.skipIf(!office)('LibreOffice computes the estimate of a filled schedule to the cent, as Préau does', async () => {
  const sent = Object.entries(await theFile()).filter(([name]) => name.endsWith('.xlsx'));
  const filled = new Map<string, Uint8Array>();
  const totals = new Map<string, number>();
  for (const [name, bytes] of sent) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as never);
    const [bpu, dqe] = workbook.worksheets;
    let total = 0;
    const prices = new Map<string, number>();
    bpu?.eachRow((row) => {
      const number = String(row.getCell(1).value);
      if (!/^\d+\.\d{3}$/.test(number)) return;
      const cents = 12_345 + row.number * 777;
      row.getCell(4).value = cents / 100;
      prices.set(number, cents);
    });
    dqe?.eachRow((row) => {
      const price = prices.get(String(row.getCell(1).value));
      if (price !== undefined) total += price * Number(row.getCell(4).value);
    });
    filled.set(name, new Uint8Array(await workbook.xlsx.writeBuffer()));
    totals.set(name, total);
  }
  const computed = converted(filled, 'xlsx');
  expect([...computed.keys()].toSorted()).toEqual([...filled.keys()].toSorted());
  for (const [name, bytes] of computed) {
    const lot = Number(/lot-(\d+)/.exec(name)?.[1]);
    const reading = readOfferWorkbook(bytes, offerVocabulary({ number: lot }));
    if (!reading.read) throw new Error(reading.refusal.tag);
    expect(totals.get(name), name).toBeGreaterThan(0);
    expect(reading.offer.declaredTotalNet, name).toBe(totals.get(name));
  }
});
