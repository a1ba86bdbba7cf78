// The justification of a maximum: its sentences carry the very figures of the computation, and say when it falls short.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MaximumQuestion, maximumJustification } from '~/domain/consultations/maximum';
import { formatCents } from '~/domain/shared/format';
import { cents } from '~/domain/shared/money';

function aQuestion(over: Partial<MaximumQuestion> = {}): MaximumQuestion {
  return {
    number: 1,
    title: 'Tablettes',
    needNet: cents(1_000_000),
    communes: 12,
    months: 48,
    ordered: [],
    chosenNet: cents(4_800_000),
    ...over,
  };
}

const plain = (texts: readonly string[]) => texts.join('\n').replace(/[\u00a0\u202f]/g, ' ');

test('needs, duration, margin and rounding are said with their figures, and give the maximum', () => {
  const said = maximumJustification(
    aQuestion({
      basis: { coveredMonths: 12, marginRate: 3_500, reason: 'Deux communes ouvriront des classes.' },
      ordered: [
        { year: 2026, net: cents(700_000) },
        { year: 2025, net: cents(300_000) },
      ],
      chosenNet: cents(5_400_000),
    }),
  );
  expect(said).toMatchObject({ extendedNet: 4_000_000, marginNet: 1_400_000, proposedNet: 5_400_000 });
  const text = plain(said.sentences);
  for (const words of [
    '12 communes',
    '10 000,00 € HT',
    '48 mois',
    '40 000,00 € HT',
    '35 %',
    '14 000,00 €',
    '54 000,00 € HT',
    'Raison de l’acheteur : Deux communes ouvriront des classes.',
    '3 000,00 € HT en 2025, 7 000,00 € HT en 2026, soit 10 000,00 € HT',
    'Le maximum retenu est le maximum calculé.',
  ]) {
    expect(text).toContain(words);
  }
});

test('a maximum typed apart from the computation says by how much, and that it no longer covers the need', () => {
  const text = plain(maximumJustification(aQuestion({ chosenNet: cents(3_900_000) })).sentences);
  expect(text).toContain('39 000,00 € HT, 9 000,00 € au-dessous du maximum calculé');
  expect(text).toContain('CCP R2162-4');
  expect(plain(maximumJustification(aQuestion()).sentences)).not.toContain('ne couvre pas');
});

test('for any need and margin, the extended need and what margin and rounding add make the maximum', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000_00 }).map(cents);
  const basis = fc.record({
    coveredMonths: fc.integer({ min: 1, max: 96 }),
    marginRate: fc.nat(10_000),
    reason: fc.constant('Une raison'),
  });
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 96 }), basis, (needNet, months, own) => {
      const said = maximumJustification(aQuestion({ needNet, months, basis: own }));
      expect(said.extendedNet + said.marginNet).toBe(said.proposedNet);
      expect(said.proposedNet % 10_000).toBe(0);
      expect(said.marginNet).toBeGreaterThanOrEqual(0);
      expect(said.sentences.join(' ')).toContain(formatCents(said.proposedNet));
    }),
  );
});
