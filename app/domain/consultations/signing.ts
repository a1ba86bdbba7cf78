// The signature of a contract: every reason why it may not take place yet.
import type { AwardCatalogue } from 'catalog/award/types';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { LotOutcome } from './award';
import type { Procedure } from './procedure';
import type { Standstill } from './standstill';

/** A contract is known in the open data by at most sixteen characters. */
export const longestContractNumber = 16;

/** A number proposed for the contract of a lot: the reference of the consultation and its lot, within sixteen characters. */
export function proposedContractNumber(reference: string, lotNumber: number): string {
  const ending = `-L${String(lotNumber).padStart(2, '0')}`;
  return `${reference.slice(0, longestContractNumber - ending.length)}${ending}`;
}

export interface SigningQuestion {
  readonly procedure: Procedure;
  readonly outcome: LotOutcome;
  readonly decidedOn: Day;
  readonly alreadySigned: boolean;
  readonly letters: readonly {
    readonly candidate: string;
    readonly award: boolean;
    readonly sentOn: Day | null;
    readonly signableFrom: Day | null;
  }[];
  /** How many letters the decision calls for. */
  readonly lettersDue: number;
  readonly onlyCandidate: boolean;
  /** Counted from the last letter of rejection really sent; undefined where none is due. */
  readonly standstill: Standstill | undefined;
  readonly pendingDisputes: readonly { readonly reference: string; readonly filedOn: Day }[];
  readonly certificates: readonly string[];
  /** Last day on which the offer binds its candidate. */
  readonly offerValidUntil: Day;
  readonly signedOn: Day;
  readonly today: Day;
  readonly number: string;
  readonly numberTaken: boolean;
  readonly catalogue: AwardCatalogue;
}

export type SigningRefusal =
  | { readonly kind: 'notAwarded' }
  | { readonly kind: 'alreadySigned' }
  | { readonly kind: 'inFuture'; readonly signedOn: Day }
  | { readonly kind: 'beforeDecision'; readonly signedOn: Day; readonly decidedOn: Day }
  | { readonly kind: 'lettersMissing'; readonly article: string }
  | { readonly kind: 'lettersUnsent'; readonly candidates: readonly string[]; readonly article: string }
  | { readonly kind: 'standstill'; readonly signedOn: Day; readonly signableFrom: Day; readonly article: string }
  | { readonly kind: 'dispute'; readonly reference: string; readonly filedOn: Day; readonly article: string }
  | { readonly kind: 'certificates'; readonly labels: readonly string[]; readonly article: string }
  | { readonly kind: 'validityOver'; readonly validUntil: Day }
  | { readonly kind: 'numberTaken'; readonly number: string };

/** The first day on which the contract may be signed: what the law counts, or what the letters announced if later. */
export function earliestSignature({
  standstill,
  letters,
}: Pick<SigningQuestion, 'standstill' | 'letters'>): Day | null {
  if (!standstill) return null;
  return letters.reduce(
    (latest, { signableFrom }) => (signableFrom !== null && signableFrom > latest ? signableFrom : latest),
    standstill.signableFrom,
  );
}

function letterRefusals({ procedure, letters, lettersDue, onlyCandidate }: SigningQuestion): SigningRefusal[] {
  // In an adapted procedure nothing in the text makes the signature wait for the letters.
  if (procedure !== 'openCall') return [];
  const article = onlyCandidate ? 'CCP R2181-1' : 'CCP R2182-1';
  if (letters.length < lettersDue) return [{ kind: 'lettersMissing', article }];
  const unsent = letters.filter(({ sentOn }) => sentOn === null).map(({ candidate }) => candidate);
  return unsent.length > 0 ? [{ kind: 'lettersUnsent', candidates: unsent, article }] : [];
}

/** Every reason against the signature, all at once; empty when the contract may be signed that day. */
export function signingRefusals(question: SigningQuestion): readonly SigningRefusal[] {
  const { outcome, alreadySigned, signedOn, today, decidedOn, pendingDisputes, certificates, catalogue } = question;
  if (alreadySigned) return [{ kind: 'alreadySigned' }];
  if (outcome !== 'awarded') return [{ kind: 'notAwarded' }];
  const refusals: SigningRefusal[] = [];
  if (signedOn > today) refusals.push({ kind: 'inFuture', signedOn });
  if (signedOn < decidedOn) refusals.push({ kind: 'beforeDecision', signedOn, decidedOn });
  refusals.push(...letterRefusals(question));
  const earliest = earliestSignature(question);
  if (earliest !== null && signedOn < earliest)
    refusals.push({ kind: 'standstill', signedOn, signableFrom: earliest, article: 'CCP R2182-1' });
  for (const { reference, filedOn } of pendingDisputes)
    refusals.push({ kind: 'dispute', reference, filedOn, article: catalogue.disputeSuspends.article });
  const missing = catalogue.certificates.filter(({ always, code }) => always && !certificates.includes(code));
  if (missing.length > 0)
    refusals.push({ kind: 'certificates', labels: missing.map(({ label }) => label), article: 'CCP R2144-7' });
  if (signedOn > question.offerValidUntil)
    refusals.push({ kind: 'validityOver', validUntil: question.offerValidUntil });
  if (question.numberTaken) refusals.push({ kind: 'numberTaken', number: question.number });
  return refusals;
}

/** The French sentence of a refusal to sign. */
export function signingRefusalSentence(refusal: SigningRefusal): string {
  switch (refusal.kind) {
    case 'notAwarded':
      return 'Le lot n’est pas attribué.';
    case 'alreadySigned':
      return 'Le marché de ce lot est déjà signé.';
    case 'inFuture':
      return `La date de signature (${formatDay(refusal.signedOn)}) est dans le futur.`;
    case 'beforeDecision':
      return `La signature (${formatDay(refusal.signedOn)}) précède la décision (${formatDay(refusal.decidedOn)}).`;
    case 'lettersMissing':
      return `Les courriers aux candidats ne sont pas tous établis (${refusal.article}).`;
    case 'lettersUnsent':
      return `Courriers sans date d’envoi\u202f: ${refusal.candidates.join(', ')} (${refusal.article}).`;
    case 'standstill':
      return `Délai de suspension\u202f: le marché ne peut être signé qu’à compter du ${formatDay(refusal.signableFrom)}, et non le ${formatDay(refusal.signedOn)} (${refusal.article}).`;
    case 'dispute':
      return `Le référé précontractuel ${refusal.reference}, déposé le ${formatDay(refusal.filedOn)}, suspend la signature jusqu’à l’ordonnance (${refusal.article}).`;
    case 'certificates':
      return `Pièces de l’attributaire non reçues\u202f: ${refusal.labels.join('\u202f; ')} (${refusal.article}).`;
    case 'validityOver':
      return `L’offre n’engage le candidat que jusqu’au ${formatDay(refusal.validUntil)}\u202f: inscrivez la prolongation qu’il a acceptée par écrit.`;
    case 'numberTaken':
      return `Le numéro «\u00a0${refusal.number}\u00a0» est déjà celui d’un autre marché.`;
  }
}
