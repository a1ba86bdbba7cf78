// What the text of a convention is made from: everything it says comes from here.
import type { ConventionClause } from 'catalog/clauses/convention';
import type { ConventionTerms } from '~/domain/organisations/conventions';
import type { CostShares } from '~/domain/organisations/cost-shares';
import type { Day } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import type { DocumentModel } from '../blocks';

export interface ConventionMemberFacts {
  readonly name: string;
  readonly siren: string;
  readonly siret: string | null;
  readonly representative: string | null;
  readonly deliberationNumber: string | null;
  readonly deliberationOn: Day | null;
  readonly enforceableOn: Day | null;
  readonly signedOn: Day | null;
}

export interface ConventionNeeds {
  readonly campaignTitle: string;
  /** Day the needs were frozen; null while they may still change. */
  readonly frozenOn: Day | null;
  readonly members: readonly {
    readonly name: string;
    readonly lines: readonly {
      readonly number: string;
      readonly label: string;
      readonly unit: string;
      readonly quantity: number;
      readonly net: Cents | null;
    }[];
    readonly net: Cents;
  }[];
  readonly totalNet: Cents;
}

export interface ConventionFacts {
  readonly reference: string;
  readonly version: number;
  readonly issuedOn: Day;
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string;
  readonly terms: ConventionTerms;
  readonly clauses: readonly ConventionClause[];
  readonly members: readonly ConventionMemberFacts[];
  /** What each member owes; null when the key cannot be applied yet. */
  readonly shares: CostShares | null;
  readonly needs: ConventionNeeds | null;
}
