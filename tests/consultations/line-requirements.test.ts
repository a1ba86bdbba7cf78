// The requirements of lines: read as typed, refused when they name a brand alone, kept dated, and cited from texts.
import { rules } from 'catalog/frameworks';
import { categories } from 'catalog/products/categories';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeDce } from '~/documents/consultations/compose';
import {
  brandRefusals,
  namesIn,
  readRequirements,
  requirementRefusalSentence,
  requirementsText,
  ruleRequirements,
} from '~/domain/consultations/line-requirements';
import { aConsolidation, aSubject, quantitiesOf } from './builders';

test('requirements are read one a line, and a line that is none is named', () => {
  const { read, refusals } = readRequirements('Mémoire vive : au moins 4 Go\n\nÉcran: 10 pouces\nRobuste');
  expect(read).toEqual([
    { label: 'Mémoire vive', value: 'au moins 4 Go' },
    { label: 'Écran', value: '10 pouces' },
  ]);
  expect(refusals.map(requirementRefusalSentence)).toEqual([
    '« Robuste » : écrivez la caractéristique, deux-points, puis l’exigence.',
  ]);
});

test('what is shown to be edited reads back the same', () => {
  const words = fc.stringMatching(/^[a-zà-ÿ][a-zà-ÿ0-9 ]{0,30}[a-zà-ÿ]$/u);
  fc.assert(
    fc.property(fc.array(fc.record({ label: words, value: words }), { maxLength: 20 }), (requirements) => {
      expect(readRequirements(requirementsText(requirements)).read).toEqual(requirements);
    }),
  );
});

test('a brand or a model without « ou équivalent » is refused with the words found, a size is no brand', () => {
  const names = ['Nordika', 'T10+', '75', 'Pro'];
  const refused = brandRefusals([{ label: 'Coque', value: 'pour Nordika T10+ de 75 pouces' }], names);
  expect(refused).toEqual([{ kind: 'brandNamed', label: 'Coque', words: ['Nordika', 'T10+'] }]);
  expect(refused.map(requirementRefusalSentence).join()).toContain('CCP R2111-7');
  expect(brandRefusals([{ label: 'Coque', value: 'Nordika ou équivalent' }], names)).toEqual([]);
  expect(namesIn('Processeur', names)).toEqual([]);
  expect(namesIn('modèle PRO', names)).toEqual(['Pro']);
});

test('texts ask for proofs of the supplier by category, each with its article, and doubt is said', () => {
  const all = Object.keys(categories).flatMap((category) => ruleRequirements(rules, category));
  expect(all.length).toBeGreaterThan(10);
  for (const text of all) expect(text).toMatch(/ – à établir par : .+ \(.+, .+\)\.$/);
  const doubtful = rules.filter(({ scope, evidence, confidence, categories: own }) => {
    return scope === 'product' && evidence.from === 'supplier' && own !== undefined && confidence !== 'confirmed';
  });
  expect(all.some((text) => text.includes('à vérifier'))).toBe(doubtful.length > 0);
});

test('the specifications print what texts ask of a category once, above its lines', () => {
  const subject = aSubject({
    categoryRules: { tablet: ['Pièces détachées – à établir par : attestation (Texte, art. 1).'] },
  });
  const file = composeDce(subject, quantitiesOf(aConsolidation()));
  const cctp = JSON.stringify(file.written.find(({ piece }) => piece === 'CCTP')?.model.blocks);
  expect(cctp.split('Pièces détachées').length).toBe(2);
  expect(file.report.contradictions).toEqual([]);
});
