// A convention of groupement with speaking defaults.
import type { ConventionTerms } from '~/domain/organisations/conventions';
import { day } from '~/domain/shared/day';

export function someTerms(over: Partial<ConventionTerms> = {}): ConventionTerms {
  return {
    object: 'fourniture d’équipements numériques pour les écoles',
    permanent: false,
    startsOn: day('2026-11-01'),
    endsOn: null,
    execution: 'coordinatorSigns',
    powers: ['needs', 'file', 'signature'],
    cao: 'coordinator',
    cost: { kind: 'none' },
    withdrawalMonths: 3,
    withdrawalTerms: null,
    liabilityTerms: null,
    privacyTerms: null,
    ...over,
  };
}
