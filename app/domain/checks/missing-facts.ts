// What an undecided answer lacks, and who can supply it.
import type { FactPath } from 'catalog/frameworks/facts';
import type { EvidenceSupplier } from 'catalog/frameworks/types';
import type { CheckResult } from './results';

export interface MissingFact {
  readonly path: FactPath;
  /** French. */
  readonly label: string;
  readonly from: EvidenceSupplier;
}

/** Papers that stand with a line or a school but that somebody else holds. */
const heldElsewhere: Readonly<Partial<Record<FactPath, EvidenceSupplier>>> = {
  'line.reuseProof': 'supplier',
  'line.refurbishedCertificate': 'supplier',
  'line.discountOnEcoContribution': 'supplier',
  'school.academyAgreementOn': 'secretary',
};

const holderOfContext: Readonly<Record<string, EvidenceSupplier>> = {
  product: 'supplier',
  invoice: 'supplier',
  school: 'school',
  line: 'secretary',
  order: 'secretary',
  buyer: 'secretary',
  year: 'secretary',
  consultation: 'syndicat',
};

/** Who can supply a fact: the supplier for a product, the school for itself, the secretary for the order. */
export function holderOfFact(path: FactPath): EvidenceSupplier {
  return heldElsewhere[path] ?? holderOfContext[path.split('.')[0] ?? ''] ?? 'syndicat';
}

/** The facts without which a result cannot be decided, named, each with who can supply it. */
export function missingFactsOf(
  result: Pick<CheckResult, 'missing'>,
  labelOf: (path: FactPath) => string,
): readonly MissingFact[] {
  return result.missing.map((path) => ({ path, label: labelOf(path), from: holderOfFact(path) }));
}
