// A database with as many generated references as asked: invented labels over real categories, one lot, one commune.
import { categories } from 'catalog/products/categories';
import { addAccordCadre, addLot, addMemberCeiling, addPriceSchedule } from 'db/accords-cadres';
import { addUser, openSession } from 'db/accounts';
import { type Db, migrateDatabase, openDatabase, write } from 'db/client';
import { addCommuneFacts, addMembership, addOrganisation, addSchool } from 'db/organisations';
import { addPrice, addProduct } from 'db/products';
import type { Role } from '~/domain/accounts/permissions';
import { day } from '~/domain/shared/day';
import type { InseeCode, Siren, Siret, Uai } from '~/domain/shared/identifiers';
import { cents, unitPrice } from '~/domain/shared/money';

export const benchNow = '2026-11-23T09:00:00.000Z';
export const benchSchool = '0350103X' as Uai;

const words = [
  'compact',
  'renforcé',
  'scolaire',
  'mobile',
  'interactif',
  'sobre',
  'robuste',
  'léger',
  'connecté',
  'mural',
];

/** Opens and fills the database; returns it with a session token of the commune's secretary and some references. */
export function catalogueOf(file: string, count: number) {
  const db = openDatabase(file);
  migrateDatabase(db, 'db/migrations');
  const productIds: string[] = [];
  const token = write(db, (tx) => {
    const siret = '21350001000011' as Siret;
    addOrganisation(tx, { id: 'syndicat', kind: 'syndicat', name: 'Syndicat', siren: '200000008' as Siren, siret });
    addOrganisation(tx, { id: 'commune', kind: 'commune', name: 'Commune', siren: '213500010' as Siren, siret });
    addOrganisation(tx, { id: 'holder', kind: 'supplier', name: 'Titulaire', siren: '213500028' as Siren, siret });
    addCommuneFacts(tx, {
      organisationId: 'commune',
      inseeCode: '35001' as InseeCode,
      departmentCode: '35',
      population: 1000,
      populationSource: 'banc de mesure',
    });
    addMembership(tx, {
      communeId: 'commune',
      from: day('2024-01-01'),
      deliberationNumber: '1',
      deliberationOn: day('2023-11-15'),
    });
    addSchool(tx, {
      uai: benchSchool,
      communeId: 'commune',
      name: 'École',
      nursery: true,
      elementary: true,
      pupils: 100,
      classes: 4,
      figuresSource: 'banc de mesure',
    });
    const from = day('2026-01-01');
    addAccordCadre(tx, {
      id: 'accord',
      reference: 'AC',
      title: 'AC',
      mode: 'wholesaler',
      notifiedOn: from,
      startsOn: from,
      endsOn: day('2029-12-31'),
    });
    addLot(tx, {
      id: 'lot',
      accordCadreId: 'accord',
      number: 1,
      title: 'Lot',
      cpv: '30213200-7',
      holderId: 'holder',
      maximumNet: cents(1e12),
      deliveryDays: 30,
    });
    addMemberCeiling(tx, { lotId: 'lot', communeId: 'commune', maximumNet: cents(1e12) });
    addPriceSchedule(tx, {
      id: 'bpu',
      lotId: 'lot',
      fileName: 'bpu.csv',
      sha256: '0'.repeat(64),
      effectiveOn: from,
      report: {},
      receivedAt: benchNow,
      confirmedAt: benchNow,
    });
    // Furniture and accessories ask for no comment: a submission then measures the order, not its explanations.
    const codes = Object.keys(categories);
    for (let index = 0; index < count; index += 1) {
      const category = index < 10 ? 'furniture' : (codes[index % codes.length] ?? 'furniture');
      const price = {
        unitPriceNet: unitPrice(10_000 + (index % 5000) * 100),
        vatRate: 2000,
        ecoContributionNet: unitPrice(200),
      };
      const label = `${categories[category as keyof typeof categories].label} ${words[index % 10]} ${words[(index * 7) % 10]} ${index}`;
      const facts = {
        ...price,
        reference: `R${index}`,
        label,
        category,
        brand: `Marque ${index % 40}`,
        model: `M${index}`,
        description: null,
        unit: 'unité',
        attributes: {},
      };
      const id = addProduct(tx, 'lot', facts, benchNow);
      addPrice(tx, id, { ...price, validFrom: from, priceScheduleId: 'bpu' });
      if (index < 10) productIds.push(id);
    }
    const roles: readonly Role[] = ['secretary'];
    addUser(tx, {
      id: 'user',
      email: 's@commune.example',
      name: 'S',
      passwordHash: '',
      organisationId: 'commune',
      roles,
    });
    return openSession(tx, 'user', new Date().toISOString()).token;
  });
  return { db: db as Db, token, productIds };
}
