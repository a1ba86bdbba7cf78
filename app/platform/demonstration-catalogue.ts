// Puts the demonstration catalogue into an empty database: suppliers, accords-cadres, lots, ceilings, references, prices.
import { createHash } from 'node:crypto';
import { type DemonstrationLot, demonstrationAccordsCadres, demonstrationSuppliers } from 'catalog/demonstration';
import { addAccordCadre, addLot, addMemberCeiling, addPriceSchedule } from 'db/accords-cadres';
import type { Tx } from 'db/client';
import { addOrganisation, listCommunes, listSchools } from 'db/organisations';
import { addPrice, addProduct } from 'db/products';
import { addDeed } from 'db/records';
import { type Day, day, type Instant } from '~/domain/shared/day';
import { parseSiren, parseSiret } from '~/domain/shared/identifiers';
import { cents, unitPrice } from '~/domain/shared/money';

/** Own ceiling of a member under each lot of the demonstration: a floor, and an amount per pupil, in cents, net. */
const ceilingFloor = 15_000_00;
const ceilingPerPupil = 150_00;

function addSuppliers(tx: Tx): void {
  for (const { siret: written, ...supplier } of demonstrationSuppliers) {
    const siret = parseSiret(written);
    const siren = parseSiren(written.slice(0, 9));
    if (!siret || !siren) throw new Error(`The demonstration has a wrong SIRET: ${written}`);
    addOrganisation(tx, { ...supplier, kind: 'supplier', siren, siret, siretSource: 'given', fictitious: true });
  }
}

function addReferences(tx: Tx, lot: DemonstrationLot, validFrom: Day, now: Instant): void {
  const priceScheduleId = `bordereau-${lot.id}`;
  addPriceSchedule(tx, {
    id: priceScheduleId,
    lotId: lot.id,
    fileName: 'Bordereau de démonstration (prix fictifs)',
    sha256: createHash('sha256').update(JSON.stringify(lot.references)).digest('hex'),
    effectiveOn: validFrom,
    report: { source: 'demonstration' },
    receivedAt: now,
    confirmedAt: now,
  });
  for (const { netCents, ecoCents, vatRate, description, ...facts } of lot.references) {
    const price = {
      unitPriceNet: unitPrice(netCents * 100),
      ecoContributionNet: unitPrice(ecoCents * 100),
      vatRate,
    };
    const id = addProduct(tx, lot.id, { ...facts, ...price, description: description ?? null }, now);
    addPrice(tx, id, { ...price, validFrom, priceScheduleId });
  }
  addDeed(tx, {
    at: now,
    userId: null,
    deed: 'priceSchedule.confirmed',
    subjectKind: 'lot',
    subjectId: lot.id,
    detail: { created: lot.references.length, fictitious: true },
  });
}

/** Loads the demonstration catalogue; communes and schools must be there, for their ceilings. */
export function loadDemonstrationCatalogue(tx: Tx, now: Instant): void {
  addSuppliers(tx);
  const pupilsByCommune = new Map<string, number>();
  for (const { school } of listSchools(tx, { kind: 'syndicat' })) {
    pupilsByCommune.set(school.communeId, (pupilsByCommune.get(school.communeId) ?? 0) + (school.pupils ?? 0));
  }
  const members = listCommunes(tx, { kind: 'syndicat' });
  for (const { lots, notifiedOn, startsOn, endsOn, ...accordCadre } of demonstrationAccordsCadres) {
    const validity = { notifiedOn: day(notifiedOn), startsOn: day(startsOn), endsOn: day(endsOn) };
    addAccordCadre(tx, { ...accordCadre, ...validity, fictitious: true });
    for (const lot of lots) {
      const { references: _, maximumCents, ...facts } = lot;
      addLot(tx, { ...facts, accordCadreId: accordCadre.id, maximumNet: cents(maximumCents) });
      for (const { id } of members) {
        const maximumNet = cents(ceilingFloor + ceilingPerPupil * (pupilsByCommune.get(id) ?? 0));
        addMemberCeiling(tx, { lotId: lot.id, communeId: id, maximumNet });
      }
      addReferences(tx, lot, validity.startsOn, now);
    }
  }
}
