// What every page of a commune's answer needs: its campaign, its answer, its schools, and the reading of its forms.
import { randomUUID } from 'node:crypto';
import { categories } from 'catalog/products/categories';
import { findAnswer } from 'db/campaign-answers';
import { findReference, listOwnSchools, listReferences } from 'db/campaign-references';
import { findCampaign, listInvited } from 'db/campaigns';
import type { Reads } from 'db/client';
import { z } from 'zod';
import type { SignedIn } from '~/domain/accounts/permissions';
import { largestQuantity, mayAnswer, type Verdict } from '~/domain/campaigns/answering';
import { type Answer, type AnswerDeed, type Campaign, type Need, needReasons } from '~/domain/campaigns/campaigns';
import { searchTerms } from '~/domain/products/search-terms';
import type { Day } from '~/domain/shared/day';
import { parseUai, type Uai } from '~/domain/shared/identifiers';
import { notFound, orNotFound } from '../guard.server';
import { countField, optionalPriceField } from './fields.server';

export interface Answering {
  readonly campaign: Campaign;
  readonly communeId: string;
  readonly answer: Answer;
  readonly schools: readonly { readonly uai: Uai; readonly name: string }[];
}

/** The campaign asked for and the answer of the person's own commune; ends with 404 for anyone without a commune. */
export function answeringOf(db: Reads, user: SignedIn, campaignId: string | undefined): Answering {
  if (user.scope.kind !== 'commune') return notFound();
  const { communeId } = user.scope;
  const campaign = orNotFound(findCampaign(db, campaignId ?? ''));
  const answer: Answer = findAnswer(db, campaign.id, communeId) ?? {
    communeId,
    communeName: user.organisationName,
    state: 'notStarted',
    signedOn: null,
    needs: [],
  };
  return { campaign, communeId, answer, schools: listOwnSchools(db, communeId) };
}

/** Whether the commune may do a deed on its answer on that day. */
export function verdictOn(
  db: Reads,
  { campaign, communeId, answer }: Answering,
  deed: AnswerDeed,
  today: Day,
): Verdict {
  return mayAnswer(campaign, listInvited(db, campaign), communeId, answer.state, deed, today);
}

const schoolField = z.string().transform((text, context): Uai | null => {
  if (text === '') return null;
  const uai = parseUai(text);
  if (uai) return uai;
  context.addIssue({ code: 'custom', message: 'Choisissez une école de la liste.' });
  return z.NEVER;
});

const needFields = {
  id: z.uuid(),
  quantity: countField(1, largestQuantity),
  schoolUai: schoolField,
  reason: z.enum(needReasons),
};

/** A need expressed with a reference of the catalogue. */
export const referenceNeedSchema = z.object({ ...needFields, productId: z.string().min(1).max(80) });

/** A need expressed in free words. */
export const freeNeedSchema = z.object({
  ...needFields,
  category: z.string().min(1, 'Choisissez une catégorie.'),
  label: z.string().trim().min(3, 'Décrivez le besoin en quelques mots.').max(160),
  unit: z.string().trim().min(1, 'Donnez une unité.').max(20),
  price: optionalPriceField,
});

/**
 * The needs as a form changes their quantity, school and reason; what the form does not hold stays.
 * A quantity that is no number becomes 0, which the rules refuse with the name of the line.
 */
export function needsAsTyped(needs: readonly Need[], form: FormData): readonly Need[] {
  return needs.map((need) => {
    const quantity = form.get(`quantity-${need.id}`);
    const school = form.get(`school-${need.id}`);
    const typed = typeof quantity === 'string' && /^\d{1,9}$/.test(quantity.trim()) ? Number(quantity) : 0;
    return {
      ...need,
      quantity: quantity === null ? need.quantity : typed,
      schoolUai: typeof school === 'string' ? (parseUai(school) ?? null) : need.schoolUai,
      reason: needReasons.find((one) => one === form.get(`reason-${need.id}`)) ?? need.reason,
    };
  });
}

/** The need that a form expresses: a reference of the catalogue at its price of the day, or free words. */
export function needOf(
  db: Reads,
  typed: z.output<typeof referenceNeedSchema> | z.output<typeof freeNeedSchema>,
  today: Day,
): Need {
  const { id, quantity, schoolUai, reason } = typed;
  const placed = { id, quantity, schoolUai, reason };
  if ('label' in typed) {
    const { category, label, unit, price } = typed;
    return { ...placed, productId: null, category, label, unit, estimatedUnitPriceNet: price };
  }
  const reference = orNotFound(findReference(db, typed.productId, today));
  const { id: productId, category, label, unit, unitPriceNet } = reference;
  return { ...placed, productId, category, label, unit, estimatedUnitPriceNet: unitPriceNet };
}

const shownResults = 12;
const labelOf = (code: string) => (categories as Readonly<Record<string, { label: string }>>)[code]?.label ?? code;

/** The categories a campaign asks for, and the references of them that match what is searched, the first ones only. */
export function offeredReferences(db: Reads, campaign: Campaign, asked: string, today: Day) {
  const wanted = campaign.lots.flatMap((lot) => lot.categories);
  const terms = searchTerms(asked);
  const matches =
    terms.length === 0
      ? []
      : listReferences(db, wanted, today).filter(({ label, category, reference }) => {
          const known = searchTerms(`${label} ${labelOf(category)} ${reference}`);
          return terms.every((term) => known.some((one) => one.startsWith(term)));
        });
  // What is named by its category comes before what only mentions it.
  const byCategory = (category: string) =>
    terms.every((term) => searchTerms(labelOf(category)).includes(term)) ? 0 : 1;
  const sorted = matches.toSorted((a, b) => byCategory(a.category) - byCategory(b.category));
  return {
    found: matches.length,
    results: sorted.slice(0, shownResults).map(({ id, label, category, unit, unitPriceNet }) => ({
      reference: { id, label, categoryLabel: labelOf(category), unit, unitPriceNet },
      newId: randomUUID(),
    })),
    categories: wanted.map((value) => ({ value, label: labelOf(value) })),
  };
}
