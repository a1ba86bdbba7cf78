// Reads the buyer's choices for a consultation: duration, maxima, criteria, dates.
import { cpvList } from 'catalog/codes/cpv';
import { thresholds } from 'catalog/thresholds';
import { z } from 'zod';
import {
  type ConsultationChoices,
  type Criterion,
  criterionNatures,
  type LotChoice,
} from '~/domain/consultations/consultation';
import { cpvRefusalSentence, parseCpv } from '~/domain/consultations/cpv';
import type { ConditionChoices } from '~/domain/consultations/execution-conditions';
import { longestReference } from '~/domain/consultations/file-refusals';
import { priceFormulas } from '~/domain/consultations/price-formula';
import type { SubCriterion } from '~/domain/consultations/sub-criteria';
import { parseAmount } from '~/domain/shared/amount-text';
import { amountField, countField, dayField } from '../campaigns/fields.server';
import { type FormProblems, readForm, typedOf } from '../form.server';

/** Criteria that the form can hold. */
export const criterionCount = 6;

export const referenceField = z
  .string()
  .trim()
  .regex(
    new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,${longestReference - 1}}$`),
    `De 1 à ${longestReference} lettres sans accent, chiffres, points ou tirets.`,
  );

export const objectField = z.string().trim().min(5, 'Décrivez l’objet en quelques mots.').max(200);

const switchField = z
  .literal('on')
  .optional()
  .transform((on) => on === 'on');

const singleLotCaseIds = thresholds.singleLotCases.map(({ id }) => id);

const fields = z.object({
  reference: referenceField,
  object: objectField,
  launchOn: dayField,
  ccag: z.enum(['tic', 'fcs']),
  priceForm: z.enum(['firm', 'revisable']),
  priceFormula: z.enum(priceFormulas).default('inverse'),
  firmMonths: countField(1, 96),
  renewals: countField(0, 7),
  renewalMonths: countField(0, 48),
  renewalNoticeMonths: countField(1, 12).optional(),
  longDurationReason: z
    .string()
    .trim()
    .max(1000)
    .transform((text) => text || null),
  alreadyBoughtNet: amountField,
  offersDeadline: dayField,
  offersDeadlineTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Donnez une heure, comme 12:00.'),
  offersValidityDays: countField(15, 365),
  deliveryDays: countField(1, 365),
  warrantyYears: countField(1, 10),
  negotiation: switchField,
  urgent: switchField,
  priorNotice: switchField,
  profileAddress: z
    .string()
    .trim()
    .max(200)
    .regex(/^(https:\/\/\S+)?$/, 'Donnez une adresse qui commence par https://.'),
  contactEmail: z
    .string()
    .trim()
    .max(120)
    .regex(/^(\S+@\S+\.\S+)?$/, 'Donnez une adresse électronique.'),
  court: z.string().trim().max(160),
});

/** A limit on lots; empty when there is none. */
const limitField = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'Écrivez un nombre entier, ou laissez vide.')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)));

const conditionFields = z.object({
  offerLimit: limitField,
  awardLimit: limitField,
  singleLotCase: z.enum(['', ...singleLotCaseIds]).default(''),
  singleLotReason: z.string().trim().max(1500).default(''),
  environmentalCondition: switchField,
  socialCondition: switchField,
  socialMotive: z.enum(['', '1', '2', '3', '4']).default(''),
  socialReason: z.string().trim().max(1500).default(''),
});

export interface ChangedConsultation {
  readonly reference: string;
  readonly object: string;
  readonly launchOn: z.output<typeof dayField>;
  readonly choices: ConsultationChoices;
}

/** The CPV code of a lot; an empty field leaves it out, as the file may be prepared before it is known. */
function readCpv(form: FormData, lot: LotChoice, problems: Record<string, string>): string | undefined {
  const typed = form.get(`cpv${lot.number}`);
  if (typeof typed !== 'string') return lot.cpv;
  if (typed.trim() === '') return undefined;
  const read = parseCpv(typed, cpvList);
  if ('code' in read) return read.code;
  problems[`cpv${lot.number}`] = cpvRefusalSentence(read.refusal, read.expected);
  return lot.cpv;
}

/** Allotment and conditions of execution; a form that does not ask them leaves those stored. */
function readConditions(form: FormData, stored: ConditionChoices, problems: Record<string, string>): ConditionChoices {
  if (!form.has('conditions')) return stored;
  const read = readForm(form, conditionFields);
  if (!('value' in read)) {
    Object.assign(problems, read.problems);
    return stored;
  }
  const {
    offerLimit,
    awardLimit,
    singleLotCase,
    singleLotReason,
    environmentalCondition,
    socialCondition,
    socialMotive,
    socialReason,
  } = read.value;
  return {
    singleLot: singleLotCase === '' ? undefined : { case: singleLotCase, reason: singleLotReason },
    lotLimits: { offers: offerLimit, awards: awardLimit },
    environmentalCondition,
    socialCondition,
    socialExemption: socialMotive === '' ? undefined : { motive: Number(socialMotive), reason: socialReason },
  };
}

function readLots(form: FormData, lots: readonly LotChoice[], problems: Record<string, string>): LotChoice[] {
  return lots.map((lot) => {
    const field = `maximum${lot.number}`;
    const maximumNet = parseAmount(String(form.get(field) ?? ''));
    const cpv = readCpv(form, lot, problems);
    if (maximumNet !== undefined && maximumNet >= 0) return { ...lot, maximumNet, cpv };
    problems[field] = 'Écrivez un montant en euros, comme 120 000.';
    return lot;
  });
}

/** Sub-criteria as typed, one a line, 'label ; points'; or the first line that is not one. */
function readSubCriteria(text: string): { readonly read: readonly SubCriterion[] } | { readonly line: string } {
  const read: SubCriterion[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const [, label = '', points = ''] = /^(.{1,120}?)\s*;\s*(\d{1,3})$/.exec(line) ?? [];
    if (label === '' || Number(points) < 1) return { line };
    read.push({ label, weight: Number(points) });
  }
  return { read };
}

/** The criteria of the form; messages by field go into `problems`. */
export function readCriteria(form: FormData, problems: Record<string, string>): Criterion[] {
  const criteria: Criterion[] = [];
  for (let index = 1; index <= criterionCount; index += 1) {
    const label = String(form.get(`criterionLabel${index}`) ?? '').trim();
    const weight = String(form.get(`criterionWeight${index}`) ?? '').trim();
    if (label === '' && weight === '') continue;
    const nature = criterionNatures.find((one) => one === form.get(`criterionNature${index}`));
    if (!nature || label === '' || label.length > 160)
      problems[`criterionLabel${index}`] = 'Donnez un intitulé et une nature.';
    if (!/^\d{1,3}$/.test(weight)) problems[`criterionWeight${index}`] = 'Donnez un nombre entier.';
    const subs = readSubCriteria(String(form.get(`subCriteria${index}`) ?? ''));
    if ('line' in subs)
      problems[`subCriteria${index}`] = `« ${subs.line} » : écrivez l’intitulé, un point-virgule, puis les points.`;
    else if (nature) criteria.push({ nature, label, weight: Number(weight) || 0, subCriteria: subs.read });
  }
  return criteria;
}

/** The consultation as the form changes it; the lots are those of the frozen needs, only their maxima and their CPV codes are typed. */
export function readChoices(
  form: FormData,
  stored: ConsultationChoices,
): { readonly value: ChangedConsultation } | FormProblems {
  const read = readForm(form, fields);
  const problems: Record<string, string> = 'value' in read ? {} : { ...read.problems };
  const typedLots = readLots(form, stored.lots, problems);
  const criteria = readCriteria(form, problems);
  const conditions = readConditions(form, stored, problems);
  if (!('value' in read) || Object.keys(problems).length > 0) return { problems, typed: typedOf(form) };
  const { reference, object, launchOn, ...choices } = read.value;
  return { value: { reference, object, launchOn, choices: { ...choices, ...conditions, lots: typedLots, criteria } } };
}

/** Reference, object and launch day of a consultation to open. */
export const openingSchema = z.object({ reference: referenceField, object: objectField, launchOn: dayField });
