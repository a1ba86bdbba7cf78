// What every page of a commune's answer needs: its campaign, its answer, its schools, and the reading of its forms.
import { randomUUID } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { categories } from 'catalog/products/categories';
import { findOnBehalf, type OnBehalf } from 'db/answers-on-behalf';
import { findAnswer } from 'db/campaign-answers';
import { findReference, listOwnSchools, listReferences } from 'db/campaign-references';
import { findCampaign, listInvited } from 'db/campaigns';
import type { Reads } from 'db/client';
import { listKits } from 'db/need-kits';
import { z } from 'zod';
import type { SignedIn } from '~/domain/accounts/permissions';
import { largestQuantity, mayAnswer, type Verdict } from '~/domain/campaigns/answering';
import { type Answer, type AnswerDeed, type Campaign, type Need, needReasons } from '~/domain/campaigns/campaigns';
import { mostKits, needsOfKits } from '~/domain/campaigns/kits';
import { searchTerms } from '~/domain/products/search-terms';
import type { Day } from '~/domain/shared/day';
import { formatCount } from '~/domain/shared/format';
import { parseUai, type Uai } from '~/domain/shared/identifiers';
import { type FormProblems, readForm } from '../form.server';
import { notFound, orNotFound } from '../guard.server';
import { countField, optionalPriceField } from './fields.server';

export interface Answering {
  readonly campaign: Campaign;
  readonly communeId: string;
  readonly answer: Answer;
  readonly schools: readonly { readonly uai: Uai; readonly name: string }[];
  /** Null for a commune's own people; for the syndicat, why it answers, or that it has not said so yet. */
  readonly onBehalf: OnBehalf | 'unsaid' | null;
}

/** Why the syndicat answers for a commune, as a form gives it. */
export const onBehalfSchema = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(5, 'Dites pourquoi en quelques mots.').max(500),
});

type Params = Readonly<Record<string, string | undefined>>;

/** Whose answer it is: a commune's people have their own, the syndicat that of the invited member of the address. */
function whoseAnswer(db: Reads, { scope, organisationName }: SignedIn, campaign: Campaign, params: Params) {
  const wanted = params['commune'];
  if (scope.kind === 'commune') {
    if (wanted !== undefined && wanted !== scope.communeId) return notFound();
    return { communeId: scope.communeId, name: organisationName };
  }
  // The link of a message, opened by a buyer: the cockpit is where a commune is chosen.
  if (wanted === undefined) throw redirect(`/campagnes/${campaign.id}`);
  return orNotFound(listInvited(db, campaign).find(({ communeId }) => communeId === wanted));
}

/** The campaign of the address and the answer it is about; ends with 404 when that is not the person's to write. */
export function answeringOf(db: Reads, user: SignedIn, params: Params): Answering {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const { communeId, name } = whoseAnswer(db, user, campaign, params);
  const onBehalf = user.scope.kind === 'commune' ? null : (findOnBehalf(db, campaign.id, communeId) ?? 'unsaid');
  const answer: Answer = findAnswer(db, campaign.id, communeId) ?? {
    communeId,
    communeName: name,
    state: 'notStarted',
    signedOn: null,
    needs: [],
  };
  return { campaign, communeId, answer, schools: listOwnSchools(db, communeId), onBehalf };
}

/** Whether the commune may do a deed on its answer on that day. */
export function verdictOn(
  db: Reads,
  { campaign, communeId, answer, onBehalf }: Answering,
  deed: AnswerDeed,
  today: Day,
): Verdict {
  const verdict = mayAnswer(campaign, listInvited(db, campaign), communeId, answer.state, deed, today);
  if (onBehalf !== 'unsaid') return verdict;
  return { allowed: false, refusals: [{ kind: 'onBehalfUnsaid' }, ...(verdict.allowed ? [] : verdict.refusals)] };
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
  year: z
    .string()
    .regex(/^(\d{4})?$/, 'Choisissez une année de la liste.')
    .optional()
    .transform((text) => (text ? Number(text) : null)),
};

/** A link for someone of a school. */
export const needLinkSchema = z.object({
  id: z.uuid(),
  schoolUai: z.string().min(1, 'Choisissez une école.'),
  recipient: z.string().trim().min(2, 'Dites pour qui est ce lien.').max(80),
});

/** A need expressed with a reference of the catalogue. */
export const referenceNeedSchema = z.object({ ...needFields, productId: z.string().min(1).max(80) });

/** So many of a typical need of the campaign. */
export const kitNeedSchema = z.object({ ...needFields, kitId: z.string().min(1).max(80) });

/** A need expressed in free words. */
export const freeNeedSchema = z.object({
  ...needFields,
  category: z.string().min(1, 'Choisissez une catégorie.'),
  label: z.string().trim().min(3, 'Décrivez le besoin en quelques mots.').max(160),
  unit: z.string().trim().min(1, 'Donnez une unité.').max(20),
  price: optionalPriceField,
});

const yearTyped = (typed: unknown) => (typeof typed === 'string' && /^\d{4}$/.test(typed) ? Number(typed) : undefined);

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
      year: yearTyped(form.get(`year-${need.id}`)) ?? need.year ?? null,
    };
  });
}

/** The need that a form expresses: a reference of the catalogue at its price of the day, or free words. */
export function needOf(
  db: Reads,
  typed: z.output<typeof referenceNeedSchema> | z.output<typeof freeNeedSchema>,
  today: Day,
): Need {
  const { id, quantity, schoolUai, reason, year } = typed;
  const placed = { id, quantity, schoolUai, reason, year };
  if ('label' in typed) {
    const { category, label, unit, price } = typed;
    return { ...placed, productId: null, category, label, unit, estimatedUnitPriceNet: price };
  }
  const reference = orNotFound(findReference(db, typed.productId, today));
  const { id: productId, category, label, unit, unitPriceNet } = reference;
  return { ...placed, productId, category, label, unit, estimatedUnitPriceNet: unitPriceNet };
}

type TypedNeed =
  | z.output<typeof referenceNeedSchema>
  | z.output<typeof freeNeedSchema>
  | z.output<typeof kitNeedSchema>;

/** The schema of what a form adds: a reference, a kit, or free words. */
export function readNeed(form: FormData): { readonly value: TypedNeed } | FormProblems {
  if (form.has('kitId')) return readForm(form, kitNeedSchema);
  return form.has('productId') ? readForm(form, referenceNeedSchema) : readForm(form, freeNeedSchema);
}

/** The lines that a form adds, with what they are called together; or why its kit can't be added any more. */
export function needsTyped(
  db: Reads,
  campaign: Pick<Campaign, 'id'>,
  typed: TypedNeed,
  today: Day,
): { readonly needs: readonly Need[]; readonly label: string } | { readonly against: readonly string[] } {
  if (!('kitId' in typed)) {
    const need = needOf(db, typed, today);
    return { needs: [need], label: need.label };
  }
  const { id, kitId, quantity: count, schoolUai, reason, year } = typed;
  const kit = orNotFound(listKits(db, campaign.id).find((one) => one.id === kitId));
  const references = new Map(
    kit.lines.flatMap(({ productId }) => {
      const found = findReference(db, productId, today);
      return found ? [[productId, found] as const] : [];
    }),
  );
  const gone = kit.lines.filter(({ productId }) => !references.has(productId));
  const against = gone.map(({ label }) => `${label} n’est plus au catalogue : ajoutez les autres lignes une à une.`);
  const most = mostKits(kit);
  if (count > most) against.push(`${kit.title} : ${formatCount(most)} au plus en une fois.`);
  if (against.length > 0) return { against };
  // The same form gives the same lines: sent twice, they are written once.
  const idOf = (position: number) => `${id.slice(0, -2)}${position.toString(16).padStart(2, '0')}`;
  return {
    needs: needsOfKits(kit, { count, schoolUai, reason, year }, references, idOf),
    label: `${formatCount(count)} × ${kit.title}`,
  };
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

/** The typical needs that a campaign offers, each with the identifier of the form that adds it. */
export function offeredKits(db: Reads, campaign: Pick<Campaign, 'id'>) {
  return listKits(db, campaign.id).map((kit) => ({ ...kit, newId: randomUUID() }));
}
