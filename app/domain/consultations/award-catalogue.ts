// The awarded price schedule as lines of a catalogue, and the ceilings proposed to the buyers that may order from it.
import type { Attribute } from 'catalog/products/attributes';
import type { AttributeValues } from '~/domain/products/attribute-values';
import type { LineProblem, ScheduleLine } from '~/domain/products/schedule-line';
import { formatRate } from '~/domain/shared/format';
import { type BasisPoints, type Cents, cents, divideRounded } from '~/domain/shared/money';
import type { PublishedLot, ReadOffer, ScheduleRow } from './offers';
import { boundAttributes } from './requirements';
import type { CommuneValue } from './value-by-commune';

/** What the needs know of a line: its category, and the reference it was expressed with, if any. */
export interface LineSource {
  readonly category: string;
  readonly attributes: AttributeValues;
}

const conditions: Readonly<Record<string, string>> = { neuf: 'new', reconditionné: 'refurbished', réemploi: 'used' };

function answeredAttributes(
  row: ScheduleRow,
  category: string,
  attributes: Readonly<Record<string, Attribute>>,
): AttributeValues {
  const applies = (code: string) => (attributes[code]?.categories as readonly string[] | undefined)?.includes(category);
  const condition = conditions[row.condition?.trim().toLowerCase() ?? ''];
  const index = /^(\d{1,2})(?:[.,](\d))?(?:\s*\/\s*10)?$/.exec(row.repairability?.trim() ?? '');
  const repairability = index && Number(`${index[1]}.${index[2] ?? 0}`);
  return {
    ...(condition !== undefined && applies('condition') ? { condition } : {}),
    ...(row.warrantyYears !== null && applies('warrantyYears') ? { warrantyYears: row.warrantyYears } : {}),
    ...(repairability !== null && repairability <= 10 && applies('repairabilityIndex')
      ? { repairabilityIndex: repairability }
      : {}),
  };
}

const withoutEquivalent = (designation: string) => designation.replace(/,?\s+ou équivalent\s*$/i, '');

/**
 * The lines of an awarded schedule as a catalogue takes them: the designation as published, the price as read to its
 * fourth decimal, the model that the holder named, and what it is bound to. What it left out is a problem of the line,
 * for the buyer to settle; nothing is guessed.
 */
export function awardedLines(
  lot: PublishedLot,
  offer: ReadOffer,
  sources: ReadonlyMap<string, LineSource>,
  attributes: Readonly<Record<string, Attribute>>,
  vatRates: readonly BasisPoints[],
): readonly ScheduleLine[] {
  const sheet = `BPU lot ${lot.number}`;
  return lot.lines.map((line): ScheduleLine => {
    const row = offer.schedule.find(({ number }) => number === line.number);
    const source = sources.get(line.number);
    const at = { sheet, row: row?.row ?? 0, column: null };
    const problems: LineProblem[] = [];
    const price = typeof row?.unitPriceNet === 'number' && row.unitPriceNet > 0 ? row.unitPriceNet : null;
    if (price === null) problems.push({ tag: 'missingPrice', severity: 'refusal', at });
    const vatRate = row?.vatRate ?? null;
    const known = vatRate === null || vatRates.includes(vatRate);
    if (vatRate !== null && !known)
      problems.push({ tag: 'unknownVatRate', cell: formatRate(vatRate), allowed: vatRates, severity: 'refusal', at });
    return {
      sheet,
      row: at.row,
      reference: line.number,
      manufacturerReference: null,
      label: withoutEquivalent(line.designation),
      brand: null,
      model: row?.model ?? null,
      description: null,
      unit: line.unit,
      category: source?.category ?? null,
      unitPriceNet: price,
      vatRate: known ? vatRate : null,
      ecoContributionNet: row?.ecoContributionNet ?? null,
      attributes: {
        ...boundAttributes(source?.attributes ?? {}, attributes),
        ...(row && source ? answeredAttributes(row, source.category, attributes) : {}),
      },
      problems,
    };
  });
}

/** A fifth above a buyer's share, and never under a fiftieth of the maximum: a proposal that the buyer changes. */
export const ceilingProposal = { marginRate: 2_000, floorRate: 200 } as const;

export interface ProposedCeiling {
  readonly communeId: string;
  readonly name: string;
  /** Its part of the offer over the frozen needs, net; zero without needs in the lot. */
  readonly needNet: Cents;
  readonly maximumNet: Cents;
}

/**
 * A ceiling for each identified buyer: its share of the needs, of the maximum of the lot, with a margin, rounded up to a
 * hundred euros and never above the maximum. Their sum may exceed it: the maximum of the lot binds them all together.
 */
export function proposedCeilings(
  buyers: readonly { readonly communeId: string; readonly name: string }[],
  shares: readonly CommuneValue[],
  lotMaximumNet: Cents,
): readonly ProposedCeiling[] {
  const total = shares.reduce((sum, { net }) => sum + BigInt(net), 0n);
  return buyers.map(({ communeId, name }) => {
    const needNet = shares.find((share) => share.communeId === communeId)?.net ?? cents(0);
    const share =
      total === 0n
        ? 0
        : divideRounded(
            BigInt(lotMaximumNet) * BigInt(needNet) * BigInt(10_000 + ceilingProposal.marginRate),
            total * 10_000n,
          );
    const floor = divideRounded(BigInt(lotMaximumNet) * BigInt(ceilingProposal.floorRate), 10_000n);
    const rounded = Math.ceil(Math.max(share, floor) / 10_000) * 10_000;
    return { communeId, name, needNet, maximumNet: cents(Math.min(rounded, lotMaximumNet)) };
  });
}
