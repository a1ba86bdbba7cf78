// Who is written to once a lot is decided, and what each letter says: never another candidate's prices.
import type { AwardBasis, AwardCandidate, LotOutcome } from './award';

export type LetterKind =
  | 'award'
  | 'rejection'
  | 'elimination'
  | 'inadmissible'
  | 'late'
  | 'withoutFollowUp'
  | 'unsuccessful';

export const letterLabels: Readonly<Record<LetterKind, string>> = {
  award: 'Attribution',
  rejection: 'Rejet d’une offre classée',
  elimination: 'Rejet d’une offre écartée',
  inadmissible: 'Rejet d’une candidature',
  late: 'Rejet d’une offre hors délai',
  withoutFollowUp: 'Déclaration sans suite',
  unsuccessful: 'Déclaration d’infructuosité',
};

export interface LetterTo {
  readonly depositId: string;
  readonly candidate: string;
  readonly siret: string;
  readonly kind: LetterKind;
}

/** The letters that a decision on a lot calls for, the awardee's first: every candidate of the lot gets one. */
export function lettersOf(outcome: LotOutcome, chosenId: string | null, basis: AwardBasis): readonly LetterTo[] {
  const ranked = basis.ranking.map(({ depositId, candidate, siret }): LetterTo => {
    const kind = outcome === 'awarded' ? (depositId === chosenId ? 'award' : 'rejection') : outcome;
    return { depositId, candidate, siret, kind };
  });
  const aside = basis.setAside.map(({ depositId, candidate, siret, why }): LetterTo => {
    const kind = outcome === 'withoutFollowUp' ? outcome : why === 'eliminated' ? 'elimination' : why;
    return { depositId, candidate, siret, kind };
  });
  return [...ranked, ...aside].toSorted((a, b) => Number(b.kind === 'award') - Number(a.kind === 'award'));
}

/** A row of the table of points: the candidate's own and the awardee's, in hundredths of a point. */
export interface PointsRow {
  readonly label: string;
  readonly weight: number;
  readonly own: number | null;
  readonly awardee: number | null;
}

const hundredths = (points: number | null | undefined) =>
  typeof points === 'number' ? Math.round(points / 1000) : null;

/** The points of a candidate beside those of the awardee, criterion by criterion. */
export function pointsBeside(basis: AwardBasis, own: AwardCandidate, awardee: AwardCandidate): readonly PointsRow[] {
  return basis.criteria.map(({ label, weight }, index) => ({
    label,
    weight,
    own: hundredths(own.points[index]),
    awardee: hundredths(awardee.points[index]),
  }));
}
