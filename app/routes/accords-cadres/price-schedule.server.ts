// What the pages of a received price schedule share: the form, the reading of the file, and what it would change.
import { createHash } from 'node:crypto';
import { attributes } from 'catalog/products/attributes';
import { categories, isCategoryCode } from 'catalog/products/categories';
import { findPriceSchedule } from 'db/accords-cadres';
import type { Reads } from 'db/client';
import { digestOf, type KeptReport } from 'db/price-schedules';
import { listCurrentReferences } from 'db/products';
import { z } from 'zod';
import { attributeText } from '~/domain/products/attribute-text';
import {
  type ChangeRules,
  comparePriceSchedule,
  defaultFlaggedPriceChange,
  type FieldChange,
} from '~/domain/products/price-schedule-changes';
import { parseDay } from '~/domain/shared/day';
import { formatRate, formatUnitPrice } from '~/domain/shared/format';
import { catalogueVocabulary, categoriesWithoutEcoContribution } from '~/imports/catalogue-vocabulary';
import { type PriceSchedule, readPriceSchedule } from '~/imports/price-schedule';
import { fieldLabels, type RecognisedColumn } from '~/imports/price-schedule-columns';
import { vatRatesInForce } from '~/imports/price-schedule-vocabulary';

export const receptionSchema = z.object({
  file: z
    .instanceof(File, { error: 'Choisissez un fichier.' })
    .refine((file) => file.size > 0, 'Choisissez un fichier.'),
  effectiveOn: z.string().transform((text, context) => {
    const day = parseDay(text);
    if (day !== undefined) return day;
    context.addIssue({ code: 'custom', message: 'Indiquez une date.' });
    return z.NEVER;
  }),
  vatRate: z
    .string()
    .optional()
    .transform((text) => vatRatesInForce.find((rate) => String(rate) === text) ?? null),
  noEcoContribution: z
    .string()
    .optional()
    .transform((text) => text === 'on'),
  category: z
    .string()
    .optional()
    .transform((text) => (text !== undefined && isCategoryCode(text) ? text : null)),
});

const rules: ChangeRules = {
  flaggedPriceChange: defaultFlaggedPriceChange,
  categoriesWithoutEcoContribution,
};

function meaningLabel({ meaning }: RecognisedColumn): string | null {
  if (meaning.kind === 'field') return fieldLabels[meaning.field];
  if (meaning.kind === 'attribute') return attributes[meaning.code as keyof typeof attributes].label;
  return meaning.kind === 'ignored' ? 'non reprise' : null;
}

/** The file as kept until it is confirmed. */
export function keptReport(schedule: PriceSchedule, choices: KeptReport['choices']): KeptReport {
  return {
    sheets: schedule.sheets.map(({ name, state, columns }) => ({
      name,
      state,
      columns: columns.map((column) => ({ name: column.name, header: column.header, meaning: meaningLabel(column) })),
    })),
    lines: schedule.lines,
    passedOver: schedule.passedOver,
    choices,
  };
}

/** Reads the uploaded file; its SHA-256 says later which bytes these were. */
export async function readUpload(file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    reading: readPriceSchedule(bytes, catalogueVocabulary),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** A schedule received for a lot, with what it would change there now; undefined when there is none. */
export function findReceived(db: Reads, lotId: string, scheduleId: string) {
  const schedule = findPriceSchedule(db, scheduleId);
  if (!schedule || schedule.lotId !== lotId || schedule.receivedBy === null) return undefined;
  const report = schedule.report as KeptReport;
  const current = listCurrentReferences(db, lotId, schedule.effectiveOn);
  const changes = comparePriceSchedule(report.lines, current, report.choices, rules);
  return { schedule, report, changes, digest: digestOf(changes) };
}

const textLabels = {
  label: 'Désignation',
  brand: 'Marque',
  model: 'Modèle',
  description: 'Description',
  unit: 'Unité',
  category: 'Catégorie',
} as const;

function categoryText(code: string | null): string {
  return code !== null && isCategoryCode(code) ? categories[code].label : (code ?? 'inconnu');
}

/** A change as people read it: what, before, after, and whether it calls for a second look. */
export function shownChange(change: FieldChange) {
  const plain = (what: string, before: string, after: string) => ({ what, before, after, flagged: false });
  switch (change.field) {
    case 'attribute': {
      const attribute = attributes[change.code as keyof typeof attributes];
      return plain(attribute.label, attributeText(attribute, change.before), attributeText(attribute, change.after));
    }
    case 'unitPriceNet': {
      const share = change.share === null ? '' : ` (${change.share > 0 ? '+' : ''}${formatRate(change.share)})`;
      return {
        what: 'Prix unitaire HT',
        before: change.before === null ? 'aucun' : formatUnitPrice(change.before),
        after: `${formatUnitPrice(change.after)}${share}`,
        flagged: change.flagged,
      };
    }
    case 'vatRate':
      return plain('TVA', change.before === null ? 'aucune' : formatRate(change.before), formatRate(change.after));
    case 'ecoContributionNet':
      return plain(
        'Éco-participation HT',
        change.before === null ? 'aucune' : formatUnitPrice(change.before),
        formatUnitPrice(change.after),
      );
    case 'category':
      return plain('Catégorie', categoryText(change.before), categoryText(change.after));
    default:
      return {
        ...plain(textLabels[change.field], change.before ?? 'aucun', change.after),
        // The same reference under another brand or model is another article: the market does not allow it by itself.
        flagged: (change.field === 'brand' || change.field === 'model') && change.before !== null,
      };
  }
}
