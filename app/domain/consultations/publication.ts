// The publication of a consultation: what is fixed by it, and every reason why it, or a change to it, may not be made.
import { buyerFaultsText, type ExcludedBuyer } from '~/domain/organisations/identified-buyers';
import { addDays, type Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { sameOrPreviousWorkingDay } from '~/domain/shared/holidays';
import type { Cents } from '~/domain/shared/money';
import type { Criterion, PriceForm } from './consultation';
import type { LotLimits } from './lot-limits';
import type { PublishedLot } from './offers';
import type { PriceFormula } from './price-formula';
import type { Procedure, ProcedureAdvice } from './procedure';

export const media = ['profile', 'boamp', 'joue', 'legalJournal', 'direct'] as const;
export type Medium = (typeof media)[number];

export const mediumLabels: Readonly<Record<Medium, string>> = {
  profile: 'Profil d’acheteur',
  boamp: 'BOAMP',
  joue: 'Journal officiel de l’Union européenne',
  legalJournal: 'Journal d’annonces légales',
  direct: 'Demande directe de devis',
};

/** Durations and form of prices, as the CCAP of the published file says them. */
export interface PublishedTerms {
  readonly firmMonths: number;
  readonly renewals: number;
  readonly renewalMonths: number;
  readonly renewalNoticeMonths: number;
  readonly priceForm: PriceForm;
}

/** What candidates answer to, as it was when it was published: what offers are held against ever after. */
export interface PublishedContent {
  readonly reference: string;
  readonly object: string;
  readonly procedure: Procedure;
  readonly lots: readonly PublishedLot[];
  readonly criteria: readonly Criterion[];
  readonly priceFormula: PriceFormula;
  readonly offersValidityDays: number;
  /** Absent in files published before they were asked: no limit. */
  readonly lotLimits?: LotLimits | undefined;
  /** What the contracts will follow; absent in files published before it was fixed: the choices of their day. */
  readonly terms?: PublishedTerms | undefined;
  /** Estimate of each lot from the frozen needs, net cents; null while a line has no estimated price. */
  readonly estimates: readonly { readonly lot: number; readonly net: Cents | null }[];
}

export interface Publication {
  readonly version: number;
  /** Day the notice was sent: D0 of every term (CCP R2121-3). */
  readonly sentOn: Day;
  readonly media: readonly Medium[];
  readonly noticeReference: string | null;
  readonly deadline: Day;
  /** Paris time, 'HH:MM'. */
  readonly deadlineTime: string;
  readonly content: PublishedContent;
  /** What changed, for every publication but the first. */
  readonly change: string | null;
  /** Why the deadline stays where it is although the file changed (CCP R2151-4). */
  readonly noExtensionReason: string | null;
}

export type PublicationRefusal =
  | { readonly kind: 'noCurrentFile' }
  | { readonly kind: 'alreadyPublished'; readonly version: number }
  | { readonly kind: 'sentInFuture'; readonly sentOn: Day }
  | { readonly kind: 'sentBeforeFile'; readonly sentOn: Day; readonly fileOn: Day }
  | {
      readonly kind: 'procedureChanged';
      readonly planned: Procedure;
      readonly required: Procedure;
      readonly sentOn: Day;
    }
  | { readonly kind: 'deadlineTooEarly'; readonly deadline: Day; readonly earliest: Day; readonly article: string }
  | { readonly kind: 'deadlineNotAfter'; readonly deadline: Day; readonly sentOn: Day }
  | {
      readonly kind: 'mediaMissing';
      readonly media: readonly Medium[];
      readonly all: boolean;
      readonly article: string;
    }
  | { readonly kind: 'profileMissing'; readonly article: string }
  | {
      readonly kind: 'conventionNotInForce';
      readonly reference: string;
      readonly sentOn: Day;
      readonly unready: readonly ExcludedBuyer[];
    }
  | {
      readonly kind: 'outsideConvention';
      readonly reference: string;
      readonly sentOn: Day;
      readonly startsOn: Day;
      readonly endsOn: Day | null;
    }
  | { readonly kind: 'changeMissing' }
  | { readonly kind: 'deadlinePassed'; readonly deadline: Day }
  | { readonly kind: 'extensionOrReason'; readonly deadline: Day };

export interface PublicationQuestion {
  readonly sentOn: Day;
  readonly media: readonly Medium[];
  readonly deadline: Day;
  readonly change: string | null;
  readonly noExtensionReason: string | null;
  /** The version of the file that is up to date with the choices, and its day; undefined when there is none. */
  readonly file: { readonly version: number; readonly on: Day } | undefined;
  readonly planned: Procedure;
  /** The procedure that the day of sending requires; a threshold may have changed since the file was prepared. */
  readonly advice: ProcedureAdvice;
  /** The publication in force, if any. */
  readonly last: Pick<Publication, 'version' | 'deadline'> | undefined;
  readonly today: Day;
  /** For a groupement, the identified buyers whose acts do not all stand the day before the sending. */
  readonly groupement?:
    | {
        readonly reference: string;
        readonly startsOn: Day;
        readonly endsOn: Day | null;
        readonly unready: readonly ExcludedBuyer[];
      }
    | undefined;
}

function mediaRefusals({ media: chosen, advice }: PublicationQuestion): PublicationRefusal[] {
  const refusals: PublicationRefusal[] = [];
  for (const duty of advice.duties) {
    if (duty.kind === 'publicity' && duty.medium === 'boampOrJournal') {
      if (!chosen.includes('boamp') && !chosen.includes('legalJournal'))
        refusals.push({ kind: 'mediaMissing', media: ['boamp', 'legalJournal'], all: false, article: duty.article });
    }
    if (duty.kind === 'publicity' && duty.medium === 'boampAndJoue') {
      const missing = (['boamp', 'joue'] as const).filter((medium) => !chosen.includes(medium));
      if (missing.length > 0) refusals.push({ kind: 'mediaMissing', media: missing, all: true, article: duty.article });
    }
    if (duty.kind === 'buyerProfile' && !chosen.includes('profile'))
      refusals.push({ kind: 'profileMissing', article: duty.article });
  }
  return refusals;
}

function changeRefusals(question: PublicationQuestion): PublicationRefusal[] {
  const { last, change, deadline, noExtensionReason, today } = question;
  if (!last) return [];
  const refusals: PublicationRefusal[] = [];
  if (today > last.deadline) refusals.push({ kind: 'deadlinePassed', deadline: last.deadline });
  if (change === null) refusals.push({ kind: 'changeMissing' });
  if (deadline <= last.deadline && noExtensionReason === null)
    refusals.push({ kind: 'extensionOrReason', deadline: last.deadline });
  return refusals;
}

function groupementRefusals({ groupement, sentOn }: PublicationQuestion): PublicationRefusal[] {
  if (!groupement) return [];
  const { reference, startsOn, endsOn, unready } = groupement;
  const refusals: PublicationRefusal[] = [];
  if (startsOn >= sentOn || (endsOn !== null && endsOn < sentOn))
    refusals.push({ kind: 'outsideConvention', reference, sentOn, startsOn, endsOn });
  if (unready.length > 0) refusals.push({ kind: 'conventionNotInForce', reference, sentOn, unready });
  return refusals;
}

/** Every reason against publishing, or publishing a change; empty when it may be done. */
export function publicationRefusals(question: PublicationQuestion): readonly PublicationRefusal[] {
  const { file, sentOn, deadline, advice, planned, last, today } = question;
  const refusals: PublicationRefusal[] = [];
  if (!file) refusals.push({ kind: 'noCurrentFile' });
  else {
    if (last && last.version === file.version) refusals.push({ kind: 'alreadyPublished', version: file.version });
    if (sentOn < file.on) refusals.push({ kind: 'sentBeforeFile', sentOn, fileOn: file.on });
  }
  if (sentOn > today) refusals.push({ kind: 'sentInFuture', sentOn });
  if (advice.procedure !== planned)
    refusals.push({ kind: 'procedureChanged', planned, required: advice.procedure, sentOn });
  if (deadline <= sentOn) refusals.push({ kind: 'deadlineNotAfter', deadline, sentOn });
  const earliest = advice.calendar.earliestDeadline;
  if (!last && earliest !== null && deadline < earliest) {
    const article = advice.calendar.steps.find(({ kind }) => kind === 'earliestDeadline')?.article ?? '';
    refusals.push({ kind: 'deadlineTooEarly', deadline, earliest, article });
  }
  // The convention is in force before the procedure is launched: a change published later launches nothing.
  if (!last) refusals.push(...groupementRefusals(question));
  return [...refusals, ...mediaRefusals(question), ...changeRefusals(question)];
}

/** Last day to answer questions: six days before the deadline, four when urgent, in a formal procedure (CCP R2132-6). */
export function lastAnswerDay(deadline: Day, days: number): Day {
  return sameOrPreviousWorkingDay(addDays(deadline, -days));
}

/** The French sentence of a refusal. */
export function publicationRefusalSentence(refusal: PublicationRefusal): string {
  switch (refusal.kind) {
    case 'noCurrentFile':
      return 'Aucun dossier de consultation n’est à jour\u202f: produisez-le d’abord.';
    case 'alreadyPublished':
      return `La version ${refusal.version} du dossier est déjà publiée.`;
    case 'sentInFuture':
      return `La date d’envoi (${formatDay(refusal.sentOn)}) est dans le futur\u202f: enregistrez la publication le jour de l’envoi.`;
    case 'sentBeforeFile':
      return `L’envoi (${formatDay(refusal.sentOn)}) précède la production du dossier (${formatDay(refusal.fileOn)}).`;
    case 'procedureChanged':
      return `Au ${formatDay(refusal.sentOn)}, les seuils en vigueur demandent une autre procédure que celle du dossier\u202f: changez la date de lancement et produisez le dossier de nouveau (CCP R2121-3).`;
    case 'deadlineTooEarly':
      return `La date limite des offres (${formatDay(refusal.deadline)}) précède la première date permise, le ${formatDay(refusal.earliest)} (${refusal.article}).`;
    case 'deadlineNotAfter':
      return `La date limite des offres (${formatDay(refusal.deadline)}) n’est pas postérieure à l’envoi (${formatDay(refusal.sentOn)}).`;
    case 'mediaMissing':
      return `L’avis doit paraître au ${refusal.media.map((medium) => mediumLabels[medium]).join(refusal.all ? ' et au ' : ' ou dans un ')} (${refusal.article}).`;
    case 'profileMissing':
      return `Le dossier doit être sur le profil d’acheteur (${refusal.article}).`;
    case 'conventionNotInForce':
      return `La convention de groupement ${refusal.reference} n’est pas signée et exécutoire pour tous les acheteurs identifiés avant l’envoi du ${formatDay(refusal.sentOn)} (CCP L2113-7)\u202f: ${refusal.unready.map(({ name, faults }) => `${name} (${buyerFaultsText(faults)})`).join(', ')}.`;
    case 'outsideConvention':
      return `La convention de groupement ${refusal.reference} court du ${formatDay(refusal.startsOn)}${refusal.endsOn === null ? '' : ` au ${formatDay(refusal.endsOn)}`}\u202f: elle doit être en vigueur avant l’envoi du ${formatDay(refusal.sentOn)} (CCP L2113-7).`;
    case 'changeMissing':
      return 'Dites ce qui change dans le dossier publié.';
    case 'deadlinePassed':
      return `La date limite des offres était le ${formatDay(refusal.deadline)}\u202f: le dossier ne change plus.`;
    case 'extensionOrReason':
      return `Reportez la date limite après le ${formatDay(refusal.deadline)}, ou dites pourquoi la modification n’est pas importante (CCP R2151-4).`;
  }
}
