// A document reads back whole whatever was made before it in the same process: fonts are parsed once and shared.
import { expect, test } from 'vitest';
import { renderJob } from '~/documents/render-job';
import { aHolder, anInvoice, aPurchaseOrder } from './builders';
import { plain, readPdf } from './reading';

const textOf = async (bytes: Uint8Array) => plain((await readPdf(bytes)).text);

test('an E is read after a document that only had É', async () => {
  await renderJob({ kind: 'purchaseOrder', facts: aPurchaseOrder({ holder: aHolder({ name: 'ÉÈÀÇÔ' }) }) });
  const bytes = await renderJob({
    kind: 'purchaseOrder',
    facts: aPurchaseOrder({ holder: aHolder({ name: 'Mobilier d’Exemple' }) }),
  });
  expect(await textOf(bytes)).toContain('Mobilier d’Exemple');
});

test('an invoice is read whole after another', async () => {
  const customer = anInvoice().customer;
  await renderJob({ kind: 'invoice', facts: anInvoice({ customer: { ...customer, name: 'ÉÈÀÇÔ' } }) });
  const bytes = await renderJob({
    kind: 'invoice',
    facts: anInvoice({ customer: { ...customer, name: 'École d’Ercé' } }),
  });
  expect(await textOf(bytes)).toContain('École d’Ercé');
});
