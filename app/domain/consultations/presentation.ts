// The presentation report of a procedure (CCP R2184-1 to R2184-3): when it is due, what must be known to issue it.
import type { Cents } from '~/domain/shared/money';

/** What only the buyer can say; the rest comes from the procedure as it was led. */
export interface PresentationAnswers {
  /** Prior studies and exchanges with companies, and what kept competition sound. */
  readonly priorExchanges: string;
  readonly conflicts: string;
  /** Shares subcontracted and to whom, by lot, where known. */
  readonly subcontracting: Readonly<Record<string, string>>;
  /** Anything else worth keeping; null when there is nothing. */
  readonly more: string | null;
}

/** Whether the value of the need, net, makes the report a duty: at or above the European threshold. */
export function isPresentationDue(valueNet: Cents, formalNet: number): boolean {
  return valueNet >= formalNet;
}

export type PresentationRefusal =
  | { readonly kind: 'notPublished' }
  | { readonly kind: 'undecided'; readonly lots: readonly number[] };

/** Every reason against issuing the report; empty when it may be issued. */
export function presentationRefusals(
  published: boolean,
  lots: readonly number[],
  decided: readonly number[],
): readonly PresentationRefusal[] {
  if (!published) return [{ kind: 'notPublished' }];
  const left = lots.filter((lot) => !decided.includes(lot));
  return left.length > 0 ? [{ kind: 'undecided', lots: left }] : [];
}

/** The French sentence of a refusal. */
export function presentationRefusalSentence(refusal: PresentationRefusal): string {
  switch (refusal.kind) {
    case 'notPublished':
      return 'La consultation n’est pas publiée.';
    case 'undecided':
      return `Sans décision\u202f: lot(s) ${refusal.lots.join(', ')}. Le rapport se rédige quand chaque lot est attribué, sans suite ou infructueux.`;
  }
}
