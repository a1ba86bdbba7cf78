// The sheet on which a commune fills in its needs away from the site: its own answer, every reference, room for more.
import { type Need, needReasonLabels, needReasons } from '~/domain/campaigns/campaigns';
import { type NeedSheetIdentity, needSheetFormat, type OfferedReference } from '~/domain/campaigns/need-sheet';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Uai } from '~/domain/shared/identifiers';
import type { Cell, Sheet, SheetColumn, Validation, Workbook } from '../xlsx/workbook';

export interface NeedSheetFacts {
  readonly issuer: string;
  readonly identity: Omit<NeedSheetIdentity, 'format'>;
  readonly campaignTitle: string;
  readonly closesOn: Day;
  readonly communeName: string;
  readonly madeOn: Day;
  readonly needs: readonly Need[];
  readonly references: readonly (OfferedReference & { readonly lot: string })[];
  readonly schools: readonly { readonly uai: Uai; readonly name: string }[];
  /** What is proposed from the year before: shown beside its reference, never counted by itself. */
  readonly proposed: readonly Pick<Need, 'productId' | 'quantity'>[];
  /** Budget years to choose from; one column more when there are several. */
  readonly years: readonly number[];
  /** Labels of the categories asked for, by code. */
  readonly categories: ReadonlyMap<string, string>;
  readonly mention?: string;
}

/** Headers that the reader of the sheet looks for. */
export const needSheetHeaders = {
  code: 'Code',
  category: 'Catégorie',
  label: 'Désignation',
  unit: 'Unité',
  price: 'Prix unitaire HT estimé',
  quantity: 'Quantité',
  school: 'École',
  reason: 'Motif',
} as const;

/** Header of the year, where several are asked. */
export const needSheetYearHeader = 'Année';

/** Sheets of the workbook, by what they hold. */
export const needSheetNames = {
  known: 'Besoins',
  free: 'Autres besoins',
  schools: 'Écoles',
  identity: 'Identification',
};

const freeRows = 40;
const quantity: Validation = { kind: 'wholeNumber', minimum: 0, maximum: 10_000 };

/** A list for a cell, when it fits in one: 255 characters, no comma. */
function listOf(values: readonly string[]): { validation: Validation } | object {
  const fits = values.length > 0 && values.join(',').length <= 255 && values.every((value) => !/[,"]/.test(value));
  return fits ? { validation: { kind: 'oneOf', values } } : {};
}

function columns(facts: NeedSheetFacts, free: boolean): SheetColumn[] {
  const named = facts.schools.map(({ uai, name }) => `${uai} ${name}`);
  const short = facts.schools.map(({ uai }) => String(uai));
  const schoolList = 'validation' in listOf(named) ? listOf(named) : listOf(short);
  const text = (label: string, width: number, open: boolean): SheetColumn => ({ label, width, format: 'text', open });
  return [
    text(needSheetHeaders.code, free ? 18 : 12, free),
    { ...text(needSheetHeaders.category, 26, free), ...(free ? listOf([...facts.categories.values()]) : {}) },
    text(needSheetHeaders.label, 50, free),
    text(needSheetHeaders.unit, 10, free),
    { label: needSheetHeaders.price, width: 14, format: 'unitPrice', open: free },
    { label: needSheetHeaders.quantity, width: 11, format: 'count', open: true, validation: quantity },
    { ...text(needSheetHeaders.school, 30, true), ...schoolList },
    { ...text(needSheetHeaders.reason, 30, true), ...listOf(needReasons.map((reason) => needReasonLabels[reason])) },
    ...(facts.years.length > 1 ? [{ ...text(needSheetYearHeader, 10, true), ...listOf(facts.years.map(String)) }] : []),
  ];
}

function knownSheet(facts: NeedSheetFacts): Sheet {
  const yearCell = (cell: Cell): Cell[] => (facts.years.length > 1 ? [cell] : []);
  const label = (code: string) => facts.categories.get(code) ?? code;
  const schoolText = (uai: Uai | null): Cell => {
    const school = facts.schools.find((one) => one.uai === uai);
    return school ? { text: `${school.uai} ${school.name}` } : null;
  };
  const before = new Map<string, number>();
  for (const { productId, quantity } of facts.proposed) {
    if (productId !== null) before.set(productId, (before.get(productId) ?? 0) + quantity);
  }
  const needs = facts.needs.map((need): Cell[] => [
    { text: `B-${need.id}` },
    { text: label(need.category) },
    { text: need.label },
    { text: need.unit },
    need.estimatedUnitPriceNet === null ? null : { unitPrice: need.estimatedUnitPriceNet },
    { count: need.quantity },
    schoolText(need.schoolUai),
    { text: needReasonLabels[need.reason] },
    ...yearCell(need.year == null ? null : { text: String(need.year) }),
    ...(before.size > 0 ? [null] : []),
  ]);
  // What was asked the year before comes first: it is what a hurried reader looks for.
  const sorted = facts.references.toSorted((a, b) => Number(before.has(b.id)) - Number(before.has(a.id)));
  const references = sorted.map((reference): Cell[] => {
    const past = before.get(reference.id);
    return [
      { text: `R-${reference.id}` },
      { text: label(reference.category) },
      { text: reference.label },
      { text: reference.unit },
      { unitPrice: reference.unitPriceNet },
      null,
      null,
      null,
      ...yearCell(null),
      ...(before.size > 0 ? [past === undefined ? null : { count: past }] : []),
    ];
  });
  const pastColumn: SheetColumn = { label: 'Demandé l’an dernier', width: 13, format: 'count' };
  return {
    name: needSheetNames.known,
    heading: [
      `${facts.campaignTitle} – ${facts.communeName}`,
      `À renvoyer au plus tard le ${formatDay(facts.closesOn)}. Remplissez les cellules teintées\u202f: quantité, école, motif.`,
      'Laissez vide ce dont vous n’avez pas besoin. Effacer la quantité d’une ligne déjà remplie retire ce besoin.',
      ...(before.size > 0
        ? ['La dernière colonne rappelle l’an dernier : elle ne compte pas, seule la quantité remplie compte.']
        : []),
    ],
    columns: [...columns(facts, false), ...(before.size > 0 ? [pastColumn] : [])],
    rows: [...needs, ...references],
    protected: true,
  };
}

function freeSheet(facts: NeedSheetFacts): Sheet {
  return {
    name: needSheetNames.free,
    heading: [
      'Autres besoins',
      'Ce qui n’est pas dans la feuille «\u00a0Besoins\u00a0»\u202f: laissez le code vide, choisissez la catégorie et décrivez.',
      facts.years.length > 1
        ? 'Une référence déjà demandée, pour une autre école ou une autre année\u202f: recopiez son code, puis la quantité, l’école, le motif et l’année.'
        : 'Une référence déjà demandée, pour une autre école\u202f: recopiez son code, puis la quantité, l’école et le motif.',
      `Catégories recensées\u202f: ${[...facts.categories.values()].join(' ; ')}.`,
    ],
    columns: columns(facts, true),
    rows: Array.from({ length: freeRows }, () => Array<Cell>(facts.years.length > 1 ? 9 : 8).fill(null)),
    protected: true,
  };
}

function schoolSheet({ schools }: NeedSheetFacts): Sheet {
  return {
    name: needSheetNames.schools,
    heading: ['Écoles de la commune'],
    columns: [
      { label: 'UAI', width: 14, format: 'text' },
      { label: 'Nom', width: 50, format: 'text' },
    ],
    rows: schools.map(({ uai, name }): Cell[] => [{ text: uai }, { text: name }]),
    protected: true,
  };
}

function identitySheet({ identity }: NeedSheetFacts): Sheet {
  const entries = [
    ['format', needSheetFormat],
    ['campagne', identity.campaignId],
    ['commune', identity.communeId],
    ['version', identity.version],
  ] as const;
  return {
    name: needSheetNames.identity,
    heading: ['Ne pas modifier\u202f: ces lignes disent à qui est cette feuille.'],
    columns: [
      { label: 'Clé', width: 14, format: 'text' },
      { label: 'Valeur', width: 70, format: 'text' },
    ],
    rows: entries.map(([key, value]): Cell[] => [{ text: key }, { text: value }]),
    protected: true,
  };
}

/** The workbook of a commune's needs: what it answered so far, every reference of the campaign, and free lines. */
export function needSheetWorkbook(facts: NeedSheetFacts): Workbook {
  return {
    title: `Besoins, ${facts.communeName}`,
    issuer: facts.issuer,
    reference: facts.campaignTitle,
    date: facts.madeOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    sheets: [knownSheet(facts), freeSheet(facts), schoolSheet(facts), identitySheet(facts)],
  };
}
