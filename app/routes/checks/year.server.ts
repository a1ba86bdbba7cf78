// Puts the year of a buyer together from its purchase orders and from what people added; forms of its page.
import { categories } from 'catalog/products/categories';
import { type AgecCode, agecCategories, agecRates, firstAgecYear } from 'catalog/thresholds/agec';
import type { Reads, Tx } from 'db/client';
import { findOrganisation } from 'db/organisations';
import { addDeed } from 'db/records';
import { listYearWithdrawals } from 'db/year-withdrawals';
import { listYearEntries, listYearFacts, listYearLineAnswers, listYearLines } from 'db/years';
import { z } from 'zod';
import { categoryYear, declarationDueOn, type YearLine } from '~/domain/checks/agec-year';
import { checkYear } from '~/domain/checks/check';
import { exitRoutes, looksAtWithdrawals, withdrawnYear } from '~/domain/checks/withdrawn-equipment';
import { parseAmount } from '~/domain/shared/amount-text';
import { type Day, day, yearOf } from '~/domain/shared/day';
import { type BasisPoints, cents } from '~/domain/shared/money';
import { type AskedBy, notFound } from '../guard.server';
import { rulesInForce } from './rules-in-force.server';

export const agecCodes = Object.keys(agecCategories) as readonly AgecCode[];

/** The year of an address, from the first that is declared to the current one. */
export function readYear({ params, today }: Pick<AskedBy, 'params' | 'today'>): number {
  const text = params['annee'] ?? '';
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= firstAgecYear && year <= yearOf(today) ? year : notFound();
}

/** Whose year is read: one's own; the syndicat may read that of a commune. */
export function readBuyer(db: Reads, user: AskedBy['user'], asked: string | null) {
  const id = asked || user.organisationId;
  if (user.scope.kind === 'commune' && id !== user.scope.communeId) return notFound();
  const buyer = findOrganisation(db, id);
  return buyer && (buyer.kind === 'commune' || buyer.kind === 'syndicat') ? buyer : notFound();
}

function agecOf(category: string): AgecCode | null {
  return Object.entries(categories).find(([code]) => code === category)?.[1].agec ?? null;
}

const known = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

function linesOf(db: Reads, buyerId: string, year: number): readonly (YearLine & { readonly orderId: string })[] {
  const found = listYearLines(db, buyerId, year);
  const said = new Map(
    listYearLineAnswers(
      db,
      found.map(({ id }) => id),
    ).map(({ orderLineId, fact, value }) => [`${fact}:${orderLineId}`, value]),
  );
  return found.flatMap(({ id, orderId, number, label, net, ecoNet, facts, productCategory, attributes }) => {
    const category = agecOf(productCategory);
    if (category === null) return [];
    const percent = attributes['recycledPlasticPercent'];
    const condition = facts['condition'] ?? attributes['condition'];
    return [
      {
        id,
        orderId,
        number,
        label,
        category,
        net: cents(net + ecoNet),
        condition: typeof condition === 'string' ? condition : null,
        reuseProof: said.get(`reuseProof:${id}`) ?? known(facts['reuseProof']),
        // No recycled plastic says nothing of the metal or glass: only a positive share settles it.
        recycled: said.get(`recycled:${id}`) ?? (typeof percent === 'number' && percent > 0 ? true : null),
      },
    ];
  });
}

/** Journals what was done to the year of the person's own organisation, in the same transaction. */
export function addYearDeed(
  tx: Tx,
  { user, now }: Pick<AskedBy, 'user' | 'now'>,
  year: number,
  deed: `year.${string}`,
  detail: Readonly<Record<string, unknown>>,
): void {
  addDeed(tx, {
    at: now,
    userId: user.id,
    communeId: user.scope.kind === 'commune' ? user.scope.communeId : null,
    deed,
    subjectKind: 'year',
    subjectId: `${user.organisationId}/${year}`,
    detail,
  });
}

const exact = (share: { readonly least: BasisPoints; readonly most: BasisPoints } | null) =>
  share && share.least === share.most ? share.least : null;

/** The figures of a buyer's year, what was said of it, and what the rules answer by category with spend. */
export function readYearOf(db: Reads, buyerId: string, year: number, today: Day) {
  const entries = listYearEntries(db, buyerId, year).map(({ entry, by }) => ({
    ...entry,
    by,
    category: agecCodes.find((code) => code === entry.category) ?? notFound(),
  }));
  const lines = linesOf(db, buyerId, year);
  const said = listYearFacts(db, buyerId, year);
  const lastSaid = (fact: string, category: string) =>
    said.findLast((row) => row.fact === fact && row.category === category && row.value !== '');
  const declared = lastSaid('declaredOn', '');
  const dueOn = day(declarationDueOn(year));
  const lastDay = day(`${year}-12-31`);
  const rules = rulesInForce(db, today < lastDay ? today : lastDay);
  const ofCategories = rules.filter((rule) => !looksAtWithdrawals(rule));
  const figures = agecCodes.map((code) => {
    const figure = categoryYear(code, year, agecRates, lines, entries);
    const derogation = lastSaid('derogationReason', code);
    const facts = {
      year,
      agecCategory: code,
      totalNetCents: figure.totalNet,
      reuseBasisPoints: exact(figure.reuseShare),
      recycledBasisPoints: exact(figure.recycledShare),
      minimumReuseBasisPoints: figure.minimumReuse,
      derogationReason: derogation?.value ?? null,
      declaredOn: declared?.value ?? null,
      declarationDueOn: dueOn,
    };
    const results =
      figure.totalNet > 0 ? checkYear(ofCategories, { id: `${year}/${code}`, buyer: {}, year: facts }, today) : [];
    return { ...figure, derogation: derogation ?? null, results };
  });
  const batches = listYearWithdrawals(db, buyerId, year);
  const noneSaid = lastSaid('nothingWithdrawn', '') ?? null;
  const withdrawn = withdrawnYear(batches, noneSaid !== null);
  const facts = { year, withdrawnStock: withdrawn.stock, withdrawnReuseBasisPoints: exact(withdrawn.reuseShare) };
  const results = checkYear(rules.filter(looksAtWithdrawals), { id: `${year}`, buyer: {}, year: facts }, today);
  const withdrawals = { ...withdrawn, batches, noneSaid, results };
  return { figures, lines, entries, withdrawals, declared: declared ?? null, dueOn };
}

const amount = z
  .string()
  .transform((text) => (text.trim() === '' ? cents(0) : parseAmount(text)))
  .refine((value) => value !== undefined && value >= 0, { error: 'Écrivez un montant en euros, par exemple 1 234,50.' })
  .transform((value) => value ?? cents(0));
const label = z.string().trim().min(3, { error: 'Décrivez en quelques mots.' }).max(300);

export const purchaseSchema = z
  .object({
    id: z.uuid(),
    category: z.enum(agecCodes),
    label,
    net: amount,
    reuseNet: amount,
    recycledNet: amount,
  })
  .refine(({ net }) => net > 0, { error: 'Le montant hors taxes doit être positif.', path: ['net'] })
  .refine(({ net, reuseNet, recycledNet }) => reuseNet + recycledNet <= net, {
    error: 'Le réemploi et le recyclé ensemble dépassent le montant.',
    path: ['reuseNet'],
  });

export const donationSchema = z.object({
  id: z.uuid(),
  label,
  quantity: z.coerce.number().int().min(1).max(10_000),
  young: z.literal('yes', { error: 'Seuls les portables de moins de 5 ans ont une valeur établie.' }),
});

const yesNoUnknown = z.enum(['yes', 'no', '']).transform((said) => (said === '' ? null : said === 'yes'));

export const withdrawalSchema = z.object({
  id: z.uuid(),
  label,
  quantity: z.coerce
    .number({ error: 'Écrivez un nombre entier de matériels.' })
    .int({ error: 'Écrivez un nombre entier de matériels.' })
    .min(1, { error: 'Comptez au moins un matériel.' })
    .max(100_000, { error: 'Ce nombre de matériels paraît trop grand : vérifiez-le.' }),
  route: z.union([z.enum(exitRoutes), z.literal('').transform(() => null)]),
  reused: yesNoUnknown,
});

export const factSchema = z.discriminatedUnion('fact', [
  z.object({
    id: z.uuid(),
    fact: z.literal('derogationReason'),
    category: z.enum(agecCodes),
    value: z.string().trim().min(10, { error: 'Écrivez la contrainte technique en une phrase.' }).max(2000),
  }),
  z.object({
    id: z.uuid(),
    fact: z.literal('nothingWithdrawn'),
    category: z.literal(''),
    value: z.literal('yes'),
  }),
  z.object({
    id: z.uuid(),
    fact: z.literal('declaredOn'),
    category: z.literal(''),
    value: z.iso.date({ error: 'Écrivez la date de la publication.' }),
  }),
]);
