// What opening a catalogue from an awarded price schedule would do, and doing it in one transaction.
import { createHash, randomUUID } from 'node:crypto';
import { attributes } from 'catalog/products/attributes';
import {
  addAccordCadre,
  addLot,
  addMemberCeiling,
  addPriceSchedule,
  confirmPriceSchedule,
  listAccordsCadres,
} from 'db/accords-cadres';
import { listLotDecisions } from 'db/award';
import { listReferenceFacts } from 'db/campaign-references';
import type { Reads, Tx } from 'db/client';
import { findConsolidationById } from 'db/consolidation';
import { findConsultation } from 'db/consultations';
import { dateContract, listContracts } from 'db/contracts';
import { listOffers, listPublications } from 'db/offers';
import { applyDecisions, digestOf } from 'db/price-schedules';
import { addDeed } from 'db/records';
import type { CentralPurchasingMode } from '~/domain/accords-cadres/accord-cadre';
import { awardedLines, type LineSource, proposedCeilings } from '~/domain/consultations/award-catalogue';
import { valueByCommune } from '~/domain/consultations/value-by-commune';
import {
  type BlankChoices,
  comparePriceSchedule,
  defaultFlaggedPriceChange,
} from '~/domain/products/price-schedule-changes';
import type { Day, Instant } from '~/domain/shared/day';
import type { Cents, UnitPrice } from '~/domain/shared/money';
import { categoriesWithoutEcoContribution } from '~/imports/catalogue-vocabulary';
import { vatRatesInForce } from '~/imports/price-schedule-vocabulary';
import { orNotFound } from '../guard.server';
import type { ContractWhole } from './contract.server';

const rules = { flaggedPriceChange: defaultFlaggedPriceChange, categoriesWithoutEcoContribution };

/** What the buyer says of what the schedule leaves blank. */
export type Blanks = Pick<BlankChoices, 'vatRate' | 'noEcoContribution'>;

/** The catalogue that a contract would open: line by line, what is missing, and the ceilings proposed. */
export function openingOf(db: Reads, { contract }: ContractWhole, blanks: Blanks) {
  const consultation = orNotFound(findConsultation(db, contract.consultationId));
  const { needs } = orNotFound(findConsolidationById(db, consultation.consolidationId));
  const decision = listLotDecisions(db, contract.consultationId).find(({ id }) => id === contract.decisionId);
  const offer = orNotFound(listOffers(db, contract.consultationId).find(({ id }) => id === decision?.offerId));
  const [published] = listPublications(db, contract.consultationId);
  const lot = orNotFound(published?.content.lots.find(({ number }) => number === contract.lotNumber));
  const needLines = needs.consolidation.lots.find(({ number }) => number === lot.number)?.lines ?? [];
  const facts = listReferenceFacts(
    db,
    needLines.flatMap(({ productId }) => productId ?? []),
  );
  const sources = new Map(
    needLines.map(({ number, category, productId }): [string, LineSource] => [
      number,
      { category, attributes: facts.find(({ id }) => id === productId)?.attributes ?? {} },
    ]),
  );
  const lines = awardedLines(lot, offer.reading, sources, attributes, vatRatesInForce);
  const choices: BlankChoices = { ...blanks, category: null, unit: 'unité' };
  const changes = comparePriceSchedule(lines, [], choices, rules);
  const prices = new Map(
    lines.flatMap(({ reference, unitPriceNet }): [string, UnitPrice][] =>
      reference === null || unitPriceNet === null ? [] : [[reference, unitPriceNet]],
    ),
  );
  return {
    consultation,
    offer,
    lines,
    choices,
    decisions: changes.decisions,
    digest: createHash('sha256')
      .update(`${offer.sha256}${digestOf(changes)}`)
      .digest('hex'),
    ceilings: proposedCeilings(needs.buyers, valueByCommune(needLines, prices), contract.maximumNet),
  };
}

export type Opening = ReturnType<typeof openingOf>;

export interface Chosen {
  readonly mode: CentralPurchasingMode;
  readonly effectiveOn: Day;
  readonly ceilings: readonly { readonly communeId: string; readonly maximumNet: Cents }[];
}

/** The accord-cadre of the consultation with these dates and this mode; a lot notified on another day has its own. */
function accordCadreFor(
  tx: Tx,
  { contract, reference, object }: ContractWhole,
  mode: Chosen['mode'],
  fictitious: boolean,
) {
  const { notifiedOn, startsOn, endsOn, consultationId, number } = contract;
  if (notifiedOn === null || startsOn === null || endsOn === null) throw new Error('A catalogue opens once notified');
  const known = listAccordsCadres(tx);
  const siblings = listContracts(tx, consultationId).map(({ accordCadreId }) => accordCadreId);
  const same = known.find(
    (one) => siblings.includes(one.id) && one.mode === mode && one.notifiedOn === notifiedOn && one.endsOn === endsOn,
  );
  if (same) return same.id;
  const id = randomUUID();
  const taken = known.some((one) => one.reference === reference);
  addAccordCadre(tx, {
    id,
    reference: taken ? number : reference,
    title: object,
    mode,
    notifiedOn,
    startsOn,
    endsOn,
    fictitious,
  });
  return id;
}

/** Opens the catalogue of a contract, once: accord-cadre, lot, references, prices, ceilings. Returns the accord-cadre. */
export function openCatalogue(
  tx: Tx,
  whole: ContractWhole,
  opening: Opening,
  chosen: Chosen,
  by: { readonly userId: string; readonly now: Instant; readonly demonstration: boolean },
): string {
  const { contract } = whole;
  const { offer, lines, choices, decisions, consultation } = opening;
  const accordCadreId = accordCadreFor(tx, whole, chosen.mode, by.demonstration);
  const lotId = randomUUID();
  addLot(tx, {
    id: lotId,
    accordCadreId,
    number: contract.lotNumber,
    title: contract.title,
    cpv: contract.cpv,
    holderId: contract.holderId,
    maximumNet: whole.maximumNet,
    deliveryDays: consultation.choices.deliveryDays,
  });
  const priceScheduleId = randomUUID();
  addPriceSchedule(tx, {
    id: priceScheduleId,
    lotId,
    fileName: offer.fileName,
    sha256: offer.sha256,
    effectiveOn: chosen.effectiveOn,
    report: { sheets: [], lines, passedOver: [], choices },
    receivedAt: by.now,
    receivedBy: by.userId,
  });
  confirmPriceSchedule(tx, priceScheduleId, { confirmedAt: by.now, confirmedBy: by.userId });
  const application = { lotId, priceScheduleId, effectiveOn: chosen.effectiveOn, at: by.now };
  const counts = applyDecisions(tx, decisions, application);
  for (const ceiling of chosen.ceilings) addMemberCeiling(tx, { lotId, ...ceiling });
  dateContract(tx, contract.id, 'lotId', { lotId });
  const detail = {
    accordCadreId,
    lotId,
    ...chosen,
    offerId: offer.id,
    sha256: offer.sha256,
    digest: opening.digest,
    ...counts,
  };
  const subject = { subjectKind: 'contract', subjectId: contract.id };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.catalogueOpened', ...subject, detail });
  return accordCadreId;
}
