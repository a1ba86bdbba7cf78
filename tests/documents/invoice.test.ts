// The invoice: the mentions that the law asks for, read back from the PDF.
import { expect, test } from 'vitest';
import { renderInvoice } from '~/documents/finance/invoice';
import { formatCents } from '~/domain/shared/format';
import { cents } from '~/domain/shared/money';
import { anInvoice, someLines, totalsOf } from './builders';
import { inspect, installed, plain, readPdf } from './reading';

test('the mentions of D2192-2 and every amount are in the text', async () => {
  const facts = anInvoice({ lines: someLines(12) });
  const { text, pages } = await readPdf(await renderInvoice(facts));
  const said = [
    'Facture n° F-2026-00017',
    '15 décembre 2026',
    '213 500 168 00025',
    '356 000 000 00048',
    'FR39356000000',
    'BC-2026-00042',
    'SCOLAIRE',
    'ENG-2026-118',
    '10 décembre 2026',
    '30 jours',
    'Démonstration',
  ];
  for (const words of said) expect(text).toContain(words);
  for (const line of facts.lines) expect(text).toContain(plain(formatCents(line.net)));
  for (const share of facts.totals.vatByRate) expect(text).toContain(plain(formatCents(share.vat)));
  expect(text).toContain(plain(`Net à payer ${formatCents(facts.payableGross)}`));
  expect(text).toContain(plain(`Éco-contribution HT, en sus ${formatCents(facts.totals.ecoContributionNet)}`));
  pages.forEach((page, index) => {
    expect(page).toContain(`page ${index + 1} / ${pages.length}`);
  });
});

test('one line makes one page', async () => {
  const { pages } = await readPdf(await renderInvoice(anInvoice()));
  expect(pages).toHaveLength(1);
});

test('sums already paid are deducted in plain sight', async () => {
  const totals = totalsOf(someLines(1));
  const payableGross = cents(totals.gross - 1_000);
  const facts = anInvoice({
    lines: someLines(1),
    totals,
    deductions: [{ label: 'acompte', gross: cents(1_000) }],
    payableGross,
  });
  const { text } = await readPdf(await renderInvoice(facts));
  expect(text).toContain('À déduire : acompte 10,00 €');
  expect(text).toContain(plain(`Net à payer ${formatCents(payableGross)}`));
});

test('a credit note says so and names what it corrects', async () => {
  const { text } = await readPdf(
    await renderInvoice(anInvoice({ kind: 'creditNote', number: 'A-2026-00001', corrects: 'F-2026-00017' })),
  );
  expect(text).toContain('Avoir n° A-2026-00001');
  expect(text).toContain('Rectifie la facture n° F-2026-00017');
});

test('the same facts give the same bytes, archival and with all fonts embedded', async () => {
  const bytes = await renderInvoice(anInvoice());
  expect(Buffer.compare(bytes, await renderInvoice(anInvoice()))).toBe(0);
  expect(Buffer.from(bytes).toString('utf8')).toContain('<pdfaid:part>3</pdfaid:part>');
  if (installed('qpdf')) expect(inspect('qpdf', ['--check'], bytes).status).toBe(0);
  if (installed('pdffonts', '-v')) {
    for (const font of inspect('pdffonts', [], bytes).output.trim().split('\n').slice(2))
      expect(font).toMatch(/yes yes yes/);
  }
});
