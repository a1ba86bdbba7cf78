// The needs of a commune as a spreadsheet sends them back: which sheet is taken, and what each of its rows would do.
import { parseUai, type Uai } from '~/domain/shared/identifiers';
import type { UnitPrice } from '~/domain/shared/money';
import { largestQuantity } from './answering';
import { type Answer, type Campaign, lotOfCategory, type Need, needReasonLabels, needReasons } from './campaigns';

/** Written in each sheet sent; another format is another program's file. */
export const needSheetFormat = 'preau-besoins-1';

/** Whose answer to what a sheet is. */
export interface NeedSheetIdentity {
  readonly format: string;
  readonly campaignId: string;
  readonly communeId: string;
  /** Digest of the lots that the campaign asked for when the sheet was made. */
  readonly version: string;
}

/** A row as filled in: texts as typed, numbers read. Null is a blank cell. */
export interface NeedSheetRow {
  readonly sheet: string;
  readonly row: number;
  /** 'B-…' is a need of the answer, 'R-…' a reference of the catalogue; null is a free line. */
  readonly code: string | null;
  readonly label: string | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly quantity: number | 'unreadable' | null;
  readonly estimatedUnitPriceNet: UnitPrice | 'unreadable' | null;
  readonly school: string | null;
  readonly reason: string | null;
  /** Absent in rows read before years were asked. */
  readonly year?: string | null | undefined;
}

/** A reference that the campaign may be answered with. */
export interface OfferedReference {
  readonly id: string;
  readonly category: string;
  readonly label: string;
  readonly unit: string;
  readonly unitPriceNet: UnitPrice;
}

export type NeedSheetProblem =
  | { readonly tag: 'unknownCode'; readonly code: string }
  | { readonly tag: 'needGone' }
  | { readonly tag: 'referenceGone' }
  | { readonly tag: 'codeTwice'; readonly firstRow: number }
  | { readonly tag: 'alreadyNeeded' }
  | { readonly tag: 'otherLabel'; readonly expected: string }
  | { readonly tag: 'quantityUnreadable' }
  | { readonly tag: 'quantityOutOfBounds'; readonly quantity: number }
  | { readonly tag: 'quantityMissing' }
  | { readonly tag: 'schoolUnknown'; readonly text: string }
  | { readonly tag: 'reasonMissing' }
  | { readonly tag: 'reasonUnknown'; readonly text: string }
  | { readonly tag: 'yearMissing'; readonly years: readonly number[] }
  | { readonly tag: 'yearUnknown'; readonly text: string; readonly years: readonly number[] }
  | { readonly tag: 'labelMissing' }
  | { readonly tag: 'categoryMissing' }
  | { readonly tag: 'categoryUnknown'; readonly text: string }
  | { readonly tag: 'priceUnreadable' };

export type NeedSheetDecision =
  | { readonly kind: 'added'; readonly row: NeedSheetRow; readonly need: Need }
  | { readonly kind: 'changed'; readonly row: NeedSheetRow; readonly before: Need; readonly need: Need }
  | { readonly kind: 'removed' | 'unchanged'; readonly row: NeedSheetRow; readonly need: Need }
  | { readonly kind: 'refused'; readonly row: NeedSheetRow; readonly problems: readonly NeedSheetProblem[] };

/** What a sheet is read against: the answer as it stands, and what a row may name. */
export interface NeedSheetContext {
  readonly campaign: Pick<Campaign, 'lots' | 'years'>;
  readonly answer: Pick<Answer, 'needs'>;
  readonly schools: readonly { readonly uai: Uai; readonly name: string }[];
  readonly references: ReadonlyMap<string, OfferedReference>;
  /** Category codes by the label that the sheet shows. */
  readonly categories: ReadonlyMap<string, string>;
}

const longestLabel = 160;
const words = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
/** Labels that begin like a formula are sent with an apostrophe before them. */
const sameText = (a: string, b: string) => words(a).replace(/^'/, '') === words(b).replace(/^'/, '');

function schoolOf(text: string | null, { schools }: NeedSheetContext): Uai | null | 'unknown' {
  if (text === null || words(text) === 'commune') return null;
  const uai = parseUai(text.slice(0, 8));
  const own = schools.find((school) => school.uai === uai) ?? schools.find(({ name }) => sameText(name, text));
  return own?.uai ?? 'unknown';
}

function reasonOf(text: string | null): Need['reason'] | undefined {
  return text === null ? undefined : needReasons.find((reason) => sameText(needReasonLabels[reason], text));
}

/** The year of a row: none where the campaign asks none. */
function yearOf({ year = null }: NeedSheetRow, { campaign }: NeedSheetContext): number | null | NeedSheetProblem {
  const { years = [] } = campaign;
  if (years.length < 2) return null;
  if (year === null) return { tag: 'yearMissing', years };
  return years.find((one) => String(one) === year.trim()) ?? { tag: 'yearUnknown', text: year, years };
}

type Subject = Pick<Need, 'productId' | 'category' | 'label' | 'unit' | 'estimatedUnitPriceNet'>;
type Found = { readonly subject: Subject; readonly before?: Need } | { readonly problems: readonly NeedSheetProblem[] };

/** What a coded row is about. The label is compared: a row pasted over another must not order something else. */
function codedSubject(code: string, label: string | null, { answer, references }: NeedSheetContext): Found {
  const id = code.slice(2);
  const before = code.startsWith('B-') ? answer.needs.find((need) => need.id === id) : undefined;
  const reference = code.startsWith('R-') ? references.get(id) : undefined;
  if (!before && !reference) {
    const tag = code.startsWith('B-') ? 'needGone' : code.startsWith('R-') ? 'referenceGone' : undefined;
    return { problems: [tag ? { tag } : { tag: 'unknownCode', code }] };
  }
  const subject: Subject | undefined =
    before ??
    (reference && {
      productId: reference.id,
      category: reference.category,
      label: reference.label,
      unit: reference.unit,
      estimatedUnitPriceNet: reference.unitPriceNet,
    });
  if (!subject) return { problems: [{ tag: 'unknownCode', code }] };
  if (label !== null && !sameText(label, subject.label)) {
    return { problems: [{ tag: 'otherLabel', expected: subject.label }] };
  }
  return before ? { subject, before } : { subject };
}

function freeSubject(row: NeedSheetRow, context: NeedSheetContext): Found {
  const problems: NeedSheetProblem[] = [];
  const category = [...context.categories].find(
    ([label]) => row.category !== null && sameText(label, row.category),
  )?.[1];
  if (row.label === null) problems.push({ tag: 'labelMissing' });
  if (row.category === null) problems.push({ tag: 'categoryMissing' });
  else if (category === undefined || !lotOfCategory(context.campaign.lots, category))
    problems.push({ tag: 'categoryUnknown', text: row.category });
  const price = row.estimatedUnitPriceNet;
  if (price === 'unreadable') problems.push({ tag: 'priceUnreadable' });
  if (row.label === null || category === undefined || price === 'unreadable' || problems.length > 0)
    return { problems };
  const unit = row.unit?.slice(0, 20) ?? 'unité';
  return {
    subject: {
      productId: null,
      category,
      label: row.label.slice(0, longestLabel),
      unit,
      estimatedUnitPriceNet: price,
    },
  };
}

function decideRow(row: NeedSheetRow, id: string, context: NeedSheetContext): NeedSheetDecision | undefined {
  const { code, quantity } = row;
  const found = code === null ? undefined : codedSubject(code, row.label, context);
  const before = found && 'before' in found ? found.before : undefined;
  const empty = quantity === null || quantity === 0;
  // A reference nobody wants is most of the sheet; a need whose quantity was erased is a need withdrawn.
  if (empty && before) return { kind: 'removed', row, need: before };
  if (empty && code?.startsWith('R-')) return undefined;
  const about = found ?? freeSubject(row, context);
  const problems: NeedSheetProblem[] = 'problems' in about ? [...about.problems] : [];
  if (quantity === 'unreadable') problems.push({ tag: 'quantityUnreadable' });
  else if (empty) problems.push({ tag: 'quantityMissing' });
  else if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > largestQuantity)
    problems.push({ tag: 'quantityOutOfBounds', quantity });
  const schoolUai = schoolOf(row.school, context);
  if (schoolUai === 'unknown') problems.push({ tag: 'schoolUnknown', text: row.school ?? '' });
  const year = yearOf(row, context);
  if (typeof year === 'object' && year !== null) problems.push(year);
  const wanted = 'subject' in about && !before ? about.subject.productId : null;
  if (
    wanted !== null &&
    context.answer.needs.some(
      (one) => one.productId === wanted && one.schoolUai === schoolUai && (one.year ?? null) === year,
    )
  )
    problems.push({ tag: 'alreadyNeeded' });
  const reason = reasonOf(row.reason);
  if (reason === undefined)
    problems.push(row.reason === null ? { tag: 'reasonMissing' } : { tag: 'reasonUnknown', text: row.reason });
  if (
    'problems' in about ||
    problems.length > 0 ||
    typeof quantity !== 'number' ||
    schoolUai === 'unknown' ||
    reason === undefined ||
    (typeof year === 'object' && year !== null)
  ) {
    return { kind: 'refused', row, problems };
  }
  const need: Need = { ...about.subject, id: before?.id ?? id, quantity, schoolUai, reason, year, kit: before?.kit };
  if (!before) return { kind: 'added', row, need };
  const same =
    before.quantity === quantity &&
    before.schoolUai === schoolUai &&
    before.reason === reason &&
    (before.year ?? null) === year;
  return same ? { kind: 'unchanged', row, need } : { kind: 'changed', row, before, need };
}

/**
 * What each filled row of a sheet would do to the answer; rows of references left blank do nothing. A code that
 * stands twice is refused the second time. `idOf` names the needs that would be added, always the same for a row.
 */
export function decideNeedSheet(
  rows: readonly NeedSheetRow[],
  context: NeedSheetContext,
  idOf: (row: NeedSheetRow) => string,
): readonly NeedSheetDecision[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row): readonly NeedSheetDecision[] => {
    // A reference may be wanted for several schools, a need of the answer stands once.
    const counts = row.code?.startsWith('B-') || (row.code !== null && row.quantity !== null);
    const place = `${words(row.school ?? 'commune')}/${row.year?.trim() ?? ''}`;
    const key = `${row.code}/${row.code?.startsWith('R-') ? place : ''}`;
    const first = counts ? seen.get(key) : undefined;
    if (first !== undefined) return [{ kind: 'refused', row, problems: [{ tag: 'codeTwice', firstRow: first }] }];
    if (counts) seen.set(key, row.row);
    const decision = decideRow(row, idOf(row), context);
    return decision ? [decision] : [];
  });
}

export type NeedSheetRefusal =
  | { readonly tag: 'otherFormat' }
  | { readonly tag: 'otherCampaign' }
  | { readonly tag: 'otherCommune' }
  | { readonly tag: 'otherVersion' };

/** Every reason why a sheet is not the one expected here: made elsewhere, for another campaign, commune or version. */
export function needSheetRefusals(
  identity: NeedSheetIdentity,
  expected: NeedSheetIdentity,
): readonly NeedSheetRefusal[] {
  if (identity.format !== expected.format) return [{ tag: 'otherFormat' }];
  const refusals: NeedSheetRefusal[] = [];
  if (identity.campaignId !== expected.campaignId) refusals.push({ tag: 'otherCampaign' });
  else if (identity.version !== expected.version) refusals.push({ tag: 'otherVersion' });
  if (identity.communeId !== expected.communeId) refusals.push({ tag: 'otherCommune' });
  return refusals;
}
