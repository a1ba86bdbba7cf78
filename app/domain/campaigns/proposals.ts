// What a new answer can start from: what the commune asked or ordered before, as far as this campaign still asks for it.
import type { Uai } from '~/domain/shared/identifiers';
import type { UnitPrice } from '~/domain/shared/money';
import { largestQuantity } from './answering';
import { type CampaignLot, lotOfCategory, type Need } from './campaigns';

/** A need signed before, or a line ordered before. */
export type PastLine = Omit<Need, 'id'>;

/** A line proposed: nothing of it counts before the commune takes it. */
export type ProposedNeed = PastLine;

export interface ProposalContext {
  readonly lots: readonly CampaignLot[];
  /** References in force, by id, at their price of the day. */
  readonly references: ReadonlyMap<
    string,
    { readonly label: string; readonly category: string; readonly unit: string; readonly unitPriceNet: UnitPrice }
  >;
  readonly schools: readonly Uai[];
  /** What the answer already holds is not proposed again. */
  readonly needs: readonly PastLine[];
}

const sameSubject = (a: PastLine, b: PastLine) =>
  a.schoolUai === b.schoolUai &&
  (a.productId === null || b.productId === null
    ? a.productId === b.productId && a.label.trim().toLowerCase() === b.label.trim().toLowerCase()
    : a.productId === b.productId);

/** The line as it would be asked today: at the price of the day, in free words when its reference is no longer sold. */
function asOfToday(line: PastLine, { references, schools }: ProposalContext): ProposedNeed {
  const schoolUai = line.schoolUai !== null && schools.includes(line.schoolUai) ? line.schoolUai : null;
  const reference = line.productId === null ? undefined : references.get(line.productId);
  if (!reference) return { ...line, schoolUai, productId: null };
  const { label, category, unit, unitPriceNet } = reference;
  return { ...line, schoolUai, label, category, unit, estimatedUnitPriceNet: unitPriceNet };
}

/**
 * The lines to propose, in the order of the past: of categories that the campaign asks for, the same thing for the same
 * school added up, without what the answer already holds.
 */
export function proposedNeeds(past: readonly PastLine[], context: ProposalContext): readonly ProposedNeed[] {
  const proposed: ProposedNeed[] = [];
  for (const line of past.map((one) => asOfToday(one, context))) {
    if (!lotOfCategory(context.lots, line.category)) continue;
    if (context.needs.some((need) => sameSubject(need, line))) continue;
    const index = proposed.findIndex((one) => sameSubject(one, line));
    const same = proposed[index];
    if (same) proposed[index] = { ...same, quantity: Math.min(same.quantity + line.quantity, largestQuantity) };
    else proposed.push(line);
  }
  return proposed;
}
