// Reads the form of a convention: its object, duration, coordinator's powers, montage, costs and own terms.
import { coordinatorPowers } from 'catalog/clauses/convention';
import type { Reads } from 'db/client';
import { areTermsFixed, isConventionReferenceTaken, type NewConvention } from 'db/conventions';
import { z } from 'zod';
import { type ConventionTerms, powerContradictions } from '~/domain/organisations/conventions';
import { costKeys } from '~/domain/organisations/cost-shares';
import { executionLabels, executions } from '~/domain/organisations/parties';
import { zeroCents } from '~/domain/shared/money';
import { amountField, countField, dayField } from '../campaigns/fields.server';
import { optionalDay, optionalText } from './deliberation.server';

const amountOrNothing = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '' ? '0' : text))
  .pipe(amountField);

export const conventionSchema = z
  .object({
    id: z.uuid(),
    reference: z
      .string()
      .trim()
      .regex(/^[\p{L}\d][\p{L}\d ._/-]{1,29}$/u, 'Donnez une référence de 2 à 30 lettres, chiffres et tirets.'),
    object: z.string().trim().min(5, 'Décrivez l’objet en quelques mots.').max(300),
    duration: z.enum(['permanent', 'single'], 'Choisissez une durée.'),
    startsOn: dayField,
    endsOn: optionalDay,
    execution: z.enum(executions, 'Choisissez qui signe et exécute les marchés.'),
    powers: z.array(z.string()).default([]),
    cao: z.enum(['coordinator', 'group'], 'Choisissez la commission d’appel d’offres.'),
    cost: z.enum(['none', 'fixed', 'proRata'], 'Choisissez la règle des frais.'),
    fee: amountOrNothing,
    total: amountOrNothing,
    key: z.enum(costKeys, 'Choisissez la clé de répartition.'),
    withdrawalMonths: countField(0, 24),
    withdrawalTerms: optionalText(2000),
    liabilityTerms: optionalText(2000),
    privacyTerms: optionalText(2000),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'Le dernier jour précède le premier.',
  })
  .refine(({ cost, fee }) => cost !== 'fixed' || fee > zeroCents, {
    path: ['fee'],
    message: 'Donnez le montant du forfait.',
  })
  .refine(({ cost, total }) => cost !== 'proRata' || total > zeroCents, {
    path: ['total'],
    message: 'Donnez le coût à répartir.',
  })
  .refine(({ powers }) => powers.length > 0, {
    path: ['powers'],
    message: 'Confiez au moins une mission au coordonnateur.',
  });

type Typed = z.output<typeof conventionSchema>;

/** The convention that a form describes. */
export function conventionOf({ id, reference, duration, cost, fee, total, key, powers, ...rest }: Typed) {
  const known = new Set<string>(coordinatorPowers.map((power) => power.id));
  const terms: ConventionTerms = {
    object: rest.object,
    permanent: duration === 'permanent',
    startsOn: rest.startsOn,
    endsOn: rest.endsOn,
    execution: rest.execution,
    powers: powers.filter((power) => known.has(power)),
    cao: rest.cao,
    cost:
      cost === 'fixed'
        ? { kind: 'fixed', feeNet: fee }
        : cost === 'proRata'
          ? { kind: 'proRata', costNet: total, key }
          : { kind: 'none' },
    withdrawalMonths: rest.withdrawalMonths,
    withdrawalTerms: rest.withdrawalTerms,
    liabilityTerms: rest.liabilityTerms,
    privacyTerms: rest.privacyTerms,
  };
  return { id, reference, terms };
}

/** Every reason against writing a convention, as sentences. */
export function conventionRefusals(db: Reads, { id, reference, terms }: NewConvention): readonly string[] {
  const reasons: string[] = [];
  const { missing, excess } = powerContradictions(terms);
  const named = (ids: readonly string[]) =>
    coordinatorPowers
      .filter((power) => ids.includes(power.id))
      .map(({ label }) => `« ${label} »`)
      .join(', ');
  if (missing.length > 0)
    reasons.push(
      `La variante « ${executionLabels[terms.execution]} » suppose de confier au coordonnateur : ${named(missing)}.`,
    );
  if (excess.length > 0)
    reasons.push(
      `La variante « ${executionLabels[terms.execution]} » laisse aux membres : ${named(excess)}. Décochez ces missions.`,
    );
  if (isConventionReferenceTaken(db, reference, id)) reasons.push(`La référence ${reference} est déjà prise.`);
  if (areTermsFixed(db, id))
    reasons.push(
      'Un membre a signé cette convention, ou un recensement est mené pour elle : ses termes ne changent plus. Préparez une autre convention.',
    );
  return reasons;
}
