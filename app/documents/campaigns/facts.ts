// What the papers of a campaign are drawn from: facts in, document out.
import type { ClosingFigures } from '~/domain/campaigns/closing';
import type { StatedNeeds } from '~/domain/campaigns/stated-needs';
import type { Day, Instant } from '~/domain/shared/day';

interface PaperFacts {
  readonly number: string;
  readonly version: number;
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly campaign: { readonly title: string; readonly opensOn: Day; readonly closesOn: Day };
  readonly syndicatName: string;
  readonly madeOn: Day;
  readonly mention: string | null;
}

export interface NeedsStatementFacts extends PaperFacts {
  readonly communeName: string;
  readonly needs: StatedNeeds;
  readonly signedBy: { readonly name: string; readonly role: string };
  readonly signedAt: Instant;
  /** What the syndicat wrote in the commune's place, and why, the earliest first. */
  readonly onBehalf: readonly { readonly byName: string; readonly reason: string; readonly at: Instant }[];
  /** Why the syndicat signs in the commune's place; null when the commune signs. */
  readonly signedFor: string | null;
}

export interface ClosingCertificateFacts extends PaperFacts {
  /** The last day first announced; differs from the campaign's own after an extension. */
  readonly firstClosesOn: Day;
  /** Each change of the last day, the earliest first. */
  readonly extensions: readonly { readonly to: Day; readonly at: Instant }[];
  /** When the syndicat closed the campaign; null when its last day passed. */
  readonly closedAt: Instant | null;
  readonly figures: ClosingFigures;
  /** Number of the statement in force, by commune. */
  readonly statements: Readonly<Record<string, string>>;
  /** SHA-256 of the canonical writing of all answers. */
  readonly answersDigest: string;
}
