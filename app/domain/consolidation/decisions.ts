// What a buyer decides on lines before the needs are frozen: bring lines together, divide one, sell it by packages.
import type { CampaignLot } from '~/domain/campaigns/campaigns';
import type { ConsolidatedLine } from './consolidation';
import { normalisedLabel } from './line-keys';

/** Several lines become one, under a label the buyer writes: a free line, a reference, or a functional need. */
export interface GroupDecision {
  readonly kind: 'group';
  readonly id: string;
  readonly keys: readonly string[];
  readonly label: string;
  readonly unit: string;
  readonly category: string;
  /** The reference that the lines are brought into; null for a free line and for a functional need. */
  readonly productId: string | null;
  /** What a functional need asks for instead of references (CCP R2111-8); null for the others. */
  readonly requirement: string | null;
  /** The buyer states that units written differently count the same thing. */
  readonly sameUnits: boolean;
}

export interface SplitPart {
  readonly label: string;
  readonly lotNumber: number;
  /** Whole percent points of the quantity; all parts sum to 100. */
  readonly percent: number;
}

/** One line becomes several: between lots, by year or by delivery. */
export interface SplitDecision {
  readonly kind: 'split';
  readonly id: string;
  readonly key: string;
  readonly parts: readonly SplitPart[];
}

export type PackageRounding = 'member' | 'total';

/** A line is sold by packages of `size` pieces: quantities stay in pieces, rounded up to whole packages. */
export interface PackageDecision {
  readonly kind: 'package';
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** Whole packages for each member, or for the line only. */
  readonly rounding: PackageRounding;
}

export type LineDecision = GroupDecision | SplitDecision | PackageDecision;

export const groupKey = (id: string) => `groupe|${id}`;
export const partKey = (id: string, index: number) => `part|${id}|${index + 1}`;

/** The keys of the lines that a decision takes. */
export function keysTaken(decision: LineDecision): readonly string[] {
  return decision.kind === 'group' ? decision.keys : [decision.key];
}

/** The keys of the lines that a decision makes; packaging changes its line in place. */
export function keysMade(decision: LineDecision): readonly string[] {
  if (decision.kind === 'group') return [groupKey(decision.id)];
  return decision.kind === 'split' ? decision.parts.map((_, index) => partKey(decision.id, index)) : [];
}

export type DecisionRefusal =
  | { readonly kind: 'frozen' }
  | { readonly kind: 'unknownLine'; readonly keys: readonly string[] }
  | { readonly kind: 'tooFewLines'; readonly found: number }
  | { readonly kind: 'alreadyPackaged'; readonly lines: readonly string[] }
  | { readonly kind: 'partOfSplit'; readonly lines: readonly string[] }
  | { readonly kind: 'differentUnits'; readonly units: readonly string[] }
  | { readonly kind: 'categoryOutsideLots'; readonly category: string }
  | { readonly kind: 'referenceNotAmongLines' }
  | { readonly kind: 'brandNamed'; readonly words: readonly string[] }
  | { readonly kind: 'percentTotal'; readonly total: number }
  | { readonly kind: 'lotUnknown'; readonly numbers: readonly number[] };

export interface DecisionContext {
  readonly frozen: boolean;
  readonly lines: readonly ConsolidatedLine[];
  readonly lots: readonly CampaignLot[];
  /** Brands and models of the references concerned: a functional need may name none (CCP R2111-7). */
  readonly brandWords: readonly string[];
}

/** Brand words that a text holds as whole words. */
export function brandWordsIn(text: string, words: readonly string[]): readonly string[] {
  const within = ` ${normalisedLabel(text)} `;
  return [...new Set(words)].filter((word) => {
    const bare = normalisedLabel(word);
    return bare !== '' && within.includes(` ${bare} `);
  });
}

function groupRefusals(decision: GroupDecision, taken: readonly ConsolidatedLine[], context: DecisionContext) {
  const refusals: DecisionRefusal[] = [];
  const least = decision.requirement === null ? 2 : 1;
  if (decision.keys.length < least) refusals.push({ kind: 'tooFewLines', found: decision.keys.length });
  const units = [...new Map(taken.map(({ unit }) => [normalisedLabel(unit), unit])).values()];
  if (units.length > 1 && !decision.sameUnits) refusals.push({ kind: 'differentUnits', units });
  if (!context.lots.some(({ categories }) => categories.includes(decision.category))) {
    refusals.push({ kind: 'categoryOutsideLots', category: decision.category });
  }
  if (decision.productId !== null && !taken.some(({ productId }) => productId === decision.productId)) {
    refusals.push({ kind: 'referenceNotAmongLines' });
  }
  if (decision.requirement !== null) {
    const words = brandWordsIn(`${decision.label} ${decision.requirement}`, context.brandWords);
    if (words.length > 0) refusals.push({ kind: 'brandNamed', words });
  }
  return refusals;
}

/** Every reason against a decision, on the lines as the decisions before it leave them. */
export function decisionRefusals(decision: LineDecision, context: DecisionContext): readonly DecisionRefusal[] {
  const refusals: DecisionRefusal[] = context.frozen ? [{ kind: 'frozen' }] : [];
  const byKey = new Map(context.lines.map((line) => [line.key, line]));
  const keys = keysTaken(decision);
  const unknown = keys.filter((key) => !byKey.has(key));
  if (unknown.length > 0) refusals.push({ kind: 'unknownLine', keys: unknown });
  const taken = keys.flatMap((key) => byKey.get(key) ?? []);
  const named = (lines: readonly ConsolidatedLine[]) => lines.map(({ number, label }) => `${number} ${label}`);
  const packaged = taken.filter(({ made }) => made?.packaging !== undefined);
  if (packaged.length > 0) refusals.push({ kind: 'alreadyPackaged', lines: named(packaged) });
  if (decision.kind !== 'package') {
    const parts = taken.filter(({ key }) => key.startsWith('part|'));
    if (parts.length > 0) refusals.push({ kind: 'partOfSplit', lines: named(parts) });
  }
  if (decision.kind === 'group') refusals.push(...groupRefusals(decision, taken, context));
  if (decision.kind === 'split') {
    const total = decision.parts.reduce((sum, { percent }) => sum + percent, 0);
    if (decision.parts.length < 2 || total !== 100) refusals.push({ kind: 'percentTotal', total });
    const numbers = decision.parts.map(({ lotNumber }) => lotNumber);
    const unknownLots = [...new Set(numbers)].filter((one) => !context.lots.some(({ number }) => number === one));
    if (unknownLots.length > 0) refusals.push({ kind: 'lotUnknown', numbers: unknownLots });
  }
  return refusals;
}

/** Decisions that rest on a line which this one makes, or on its packaging: they must be undone first. */
export function decisionsResting<D extends LineDecision>(decision: LineDecision, others: readonly D[]): readonly D[] {
  const made = new Set(keysMade(decision));
  return others.filter((other) => other.id !== decision.id && keysTaken(other).some((key) => made.has(key)));
}
