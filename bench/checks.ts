// All rules over an order of 200 lines with its schools, and over a catalogue of 100,000 products, against a bare reading.

import { type DemonstrationAccordCadre, demonstrationAccordsCadres } from 'catalog/demonstration';
import { rules } from 'catalog/frameworks';
import { orderFactsOfLines, schoolAfterOrder } from '~/domain/checks/after-order';
import { checkOrder, checkProduct, type LineToCheck, type ProductToCheck } from '~/domain/checks/check';
import { day } from '~/domain/shared/day';
import { measure, sayRatio } from './measure';

const today = day('2026-11-23');
const accordsCadres: readonly DemonstrationAccordCadre[] = demonstrationAccordsCadres;
const models = accordsCadres.flatMap(({ lots }) => lots.flatMap(({ references }) => references));

function products(count: number): readonly ProductToCheck[] {
  return Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length];
    if (!model) throw new Error('The demonstration has no product');
    return { id: `p${index}`, category: model.category, ecoContributionCents: 8, attributes: model.attributes };
  });
}

export async function benchChecks(): Promise<void> {
  console.log('\nContrôles');
  const schools = Array.from({ length: 10 }, (_, index) => `school-${index}`);
  const lines = products(200).map(
    (product, index): LineToCheck => ({
      id: `l${index}`,
      schoolId: schools[index % schools.length] ?? null,
      product,
      facts: { quantity: 1 + (index % 9), usage: 'sharedByPupils', discountBasisPoints: 0, acquisition: 'purchase' },
    }),
  );
  const read = await measure('lecture nue de ses lignes', 200, () => JSON.stringify(lines).length);
  const check = () => {
    const after = schools.map((id) => {
      const own = lines.filter(({ schoolId }) => schoolId === id);
      const declared = { mobileDevices: 4, chargingSlots: 10, accessPoints: 2, projections: 3, mdmLicences: 0 };
      return [id, { level: 'primaire', sector: 'public', classes: 5, ...schoolAfterOrder(declared, own) }] as const;
    });
    const order = { id: 'order', day: today, buyer: { kind: 'commune' }, order: orderFactsOfLines(lines), lines };
    return checkOrder(rules, { ...order, schools: Object.fromEntries(after) });
  };
  console.log(`  ${check().length} réponses pour 200 lignes et 10 écoles`);
  sayRatio(read, await measure('toutes les règles, commande de 200 lignes', 40, check));
  const many = products(100_000);
  const pass = await measure('lecture nue des attributs', 3, () =>
    many.reduce((sum, { attributes }) => sum + JSON.stringify(attributes).length, 0),
  );
  sayRatio(
    pass,
    await measure('toutes les règles, 100 000 références', 2, () => {
      let answers = 0;
      for (const product of many) answers += checkProduct(rules, product, today).length;
      return answers;
    }),
  );
}
