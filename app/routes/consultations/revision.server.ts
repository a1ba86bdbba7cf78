// Computes a price revision from what the contract fixes, and issues its certificate with the price list it leads to.
import { createHash, randomUUID } from 'node:crypto';
import { award as catalogue } from 'catalog/award';
import { addPriceSchedule, confirmPriceSchedule } from 'db/accords-cadres';
import type { Reads, Tx } from 'db/client';
import { findConsultation } from 'db/consultations';
import { addRevision, findRevisionTerms, listInitialPrices, listRevisions } from 'db/contract-revisions';
import { addPrice, listCurrentReferences } from 'db/products';
import { addDeed } from 'db/records';
import {
  revisionCertificateModel,
  revisionCertificateTemplateVersion,
} from '~/documents/consultations/revision-certificate';
import {
  coefficientOf,
  decimalText,
  type RevisionTerms,
  revisedPrice,
  unrevised,
} from '~/domain/accords-cadres/price-revision';
import type { PriceForm } from '~/domain/consultations/consultation';
import { type RevisionQuestion, revisionDays } from '~/domain/consultations/revision-refusals';
import type { Day } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { type BothFormats, renderBoth } from '../both-formats.server';
import type { ContractWhole } from './contract.server';
import { actFacts, type By, storeAct } from './contract-act.server';
import type { ProposedRevision } from './revision-form.server';

export const roundingLabels: Readonly<Record<RevisionTerms['rounding'], string>> = {
  up: 'arrondi au supérieur',
  half: 'arrondi au plus proche',
  down: 'arrondi à l’inférieur',
};

/** An index value in ten-thousandths as French text, without useless zeros. */
export function indexText(value: number): string {
  return decimalText(BigInt(value), 4).replace(/,?0+$/, '');
}

/** What a contract fixes of its prices: firm or revisable, its terms, its days, the revisions made. */
export function revisionState(db: Reads, { contract }: ContractWhole) {
  const terms = findRevisionTerms(db, contract.id);
  const revisions = listRevisions(db, contract.id);
  const priceForm: PriceForm =
    contract.priceForm ?? findConsultation(db, contract.consultationId)?.choices.priceForm ?? 'firm';
  const everyMonths = terms?.everyMonths ?? catalogue.revision.everyMonths;
  const last = revisions.at(-1);
  const days = revisionDays(contract.startsOn, contract.endsOn, everyMonths);
  return {
    terms,
    revisions,
    priceForm,
    days,
    /** The days that may still be revised. */
    left: days.filter((day) => last === undefined || day > last.dueOn),
    before: last === undefined ? null : BigInt(last.coefficient),
  };
}

export type RevisionState = ReturnType<typeof revisionState>;

/** The coefficient and every new price; without anything written. */
export function computedRevision(
  db: Reads,
  { contract }: ContractWhole,
  { before }: RevisionState,
  terms: RevisionTerms,
  proposed: ProposedRevision,
) {
  const reference = before ?? unrevised(terms);
  const coefficient = coefficientOf(
    terms,
    proposed.values.map(({ value }) => value),
    reference,
  );
  const current = contract.lotId === null ? [] : listCurrentReferences(db, contract.lotId, proposed.effectiveOn);
  const initial = contract.lotId === null ? new Map() : listInitialPrices(db, contract.lotId);
  const lines = current.flatMap(({ id, reference: number, label, price }) => {
    const initialNet = initial.get(id);
    if (price === null || initialNet === undefined) return [];
    const revisedNet = revisedPrice(initialNet, coefficient.applied, terms);
    return [{ id, reference: number, label, initialNet, currentNet: price.unitPriceNet, revisedNet, price }];
  });
  return {
    coefficient,
    before: reference,
    lines,
    laterPrices: current.flatMap(({ reference: number, laterPriceFrom }) => (laterPriceFrom === null ? [] : [number])),
  };
}

export type ComputedRevision = ReturnType<typeof computedRevision>;

/** The question that the guards of a revision answer. */
export function revisionQuestion(
  whole: ContractWhole,
  state: RevisionState,
  proposed: ProposedRevision,
  computed: ComputedRevision | undefined,
  today: Day,
): RevisionQuestion {
  const { startsOn, endsOn, lotId } = whole.contract;
  return {
    ...proposed,
    priceForm: state.priceForm,
    startsOn,
    endsOn,
    opened: lotId !== null,
    terms: state.terms,
    revisedOn: state.revisions.map(({ dueOn }) => dueOn),
    overSafeguard: computed?.coefficient.overSafeguard ?? false,
    laterPrices: computed?.laterPrices ?? [],
    revisedReferences: computed?.lines.length ?? 0,
    today,
  };
}

/** Renders the certificate of a revision that nothing stands against. */
export async function renderRevision(
  platform: Platform,
  whole: ContractWhole,
  number: number,
  terms: RevisionTerms,
  proposed: ProposedRevision,
  computed: ComputedRevision,
  today: Day,
): Promise<BothFormats> {
  const { coefficient, before, lines } = computed;
  const text = (value: bigint) => decimalText(value, terms.coefficientDecimals);
  const model = revisionCertificateModel({
    ...actFacts(platform, whole, today),
    number,
    dueOn: proposed.dueOn,
    effectiveOn: proposed.effectiveOn,
    fixedShare: terms.fixedShare,
    steps: terms.indices.flatMap((index, at) => {
      const used = proposed.values[at];
      if (!used) return [];
      const { publishedOn, source } = used;
      const baseValue = indexText(index.baseValue);
      return [{ ...index, baseValue, value: indexText(used.value), publishedOn, source }];
    }),
    exact: coefficient.exact,
    rounded: text(coefficient.rounded),
    applied: text(coefficient.applied),
    before: text(before),
    rounding: `${terms.coefficientDecimals} décimales, ${roundingLabels[terms.rounding]}`,
    cap: terms.capShare,
    capped: coefficient.capped,
    safeguard:
      coefficient.overSafeguard && terms.safeguardShare !== null
        ? { share: terms.safeguardShare, reason: proposed.safeguardReason }
        : null,
    priceDecimals: terms.priceDecimals,
    article: catalogue.revision.article,
    lines,
  });
  return renderBoth(platform, model);
}

/** Stores a revision and its certificate, and puts the new prices into the catalogue from their day of effect. */
export function recordRevision(
  tx: Tx,
  whole: ContractWhole,
  number: number,
  proposed: ProposedRevision,
  computed: ComputedRevision,
  bytes: BothFormats,
  by: By,
): void {
  const { id, dueOn, effectiveOn, values, safeguardReason } = proposed;
  const { contract } = whole;
  if (contract.lotId === null) throw new Error('No catalogue to revise');
  const file = `revision-${number}`;
  const stored = storeAct(
    tx,
    whole,
    bytes,
    {
      suffix: `REVISION-${number}`,
      title: `Certificat de révision des prix ${number} du marché`,
      file,
      templateVersion: revisionCertificateTemplateVersion,
    },
    by,
  );
  const priceScheduleId = randomUUID();
  addPriceSchedule(tx, {
    id: priceScheduleId,
    lotId: contract.lotId,
    fileName: `${file}-${contract.number}.pdf`,
    sha256: createHash('sha256').update(bytes.pdf).digest('hex'),
    effectiveOn,
    report: {
      sheets: [],
      lines: [],
      passedOver: [],
      choices: { vatRate: null, noEcoContribution: false, category: null, unit: '' },
    },
    receivedAt: by.now,
    receivedBy: by.userId,
  });
  confirmPriceSchedule(tx, priceScheduleId, { confirmedAt: by.now, confirmedBy: by.userId });
  for (const { id: productId, revisedNet, price } of computed.lines) {
    const { vatRate, ecoContributionNet } = price;
    const next = { unitPriceNet: revisedNet, vatRate, ecoContributionNet, validFrom: effectiveOn, priceScheduleId };
    addPrice(tx, productId, next);
  }
  const coefficient = String(computed.coefficient.applied);
  const row = { id, contractId: contract.id, number, dueOn, effectiveOn, values, coefficient, safeguardReason };
  addRevision(tx, { ...row, priceScheduleId, ...stored, at: by.now, byUserId: by.userId });
  const subject = { subjectKind: 'contract', subjectId: contract.id };
  const detail = { number, dueOn, effectiveOn, coefficient, priceScheduleId, prices: computed.lines.length };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.pricesRevised', ...subject, detail });
}
