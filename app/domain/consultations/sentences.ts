// The French sentences of the choice of a procedure, written from its tags.
import type { Confidence } from 'catalog/thresholds/types';
import { formatCents, formatCount, formatDay, formatRate } from '~/domain/shared/format';
import type { CalendarStep } from './calendar';
import type { Duty, PublicityMedium } from './duties';
import type { Procedure, ProcedureReason, ProcedureRefusal, ThresholdName } from './procedure';
import type { SmallLotOption } from './small-lots';

export const procedureLabels: Readonly<Record<Procedure, string>> = {
  dispense: 'Marché sans publicité ni mise en concurrence préalables',
  adapted: 'Procédure adaptée, publicité libre et adaptée',
  adaptedPublished: 'Procédure adaptée, avis au BOAMP ou dans un journal d’annonces légales',
  openCall: 'Appel d’offres ouvert',
};

export const confidenceLabels: Readonly<Record<Confidence, string>> = {
  confirmed: 'texte lu',
  confirmedSecondary: 'source secondaire',
  recalled: 'à vérifier',
  unsure: 'à vérifier : sources contradictoires',
};

/** Whether a person must check the entry before relying on it. */
export function mustBeChecked(confidence: Confidence): boolean {
  return confidence === 'recalled' || confidence === 'unsure';
}

const thresholdNames: Readonly<Record<ThresholdName, string>> = {
  dispense: 'seuil de dispense de procédure',
  publicity: 'seuil de publicité au BOAMP ou dans un journal d’annonces légales',
  formal: 'seuil européen de procédure formalisée',
};

/** Why the procedure is this one: the value against one threshold. */
export function reasonSentence(reason: ProcedureReason): string {
  const name = thresholdNames[reason.threshold];
  const side = reason.kind === 'below' ? 'inférieure au' : 'égale ou supérieure au';
  return `Valeur du besoin ${formatCents(reason.valueNet)} HT, ${side} ${name} (${formatCents(reason.thresholdNet)} HT).`;
}

/** Why no procedure can be chosen. */
export function procedureRefusalSentence(refusal: ProcedureRefusal): string {
  switch (refusal.kind) {
    case 'noLot':
      return 'Aucun lot : la valeur du besoin ne peut pas être calculée.';
    case 'maximumMissing':
      return `Sans montant maximum : lot(s) ${refusal.lots.join(', ')}. Un accord-cadre fixe un maximum en valeur ou en quantité (${refusal.article}).`;
    case 'noThresholds':
      return `Aucun seuil connu pour un lancement le ${formatDay(refusal.launchDay)}.`;
    case 'durationMissing':
      return 'La durée totale doit être d’au moins un mois.';
    case 'tooLong':
      return `Durée totale de ${refusal.months} mois, reconductions comprises : au-delà de ${refusal.longest} mois, elle doit être justifiée (${refusal.article}).`;
  }
}

const mediumSentences: Readonly<Record<PublicityMedium, string>> = {
  none: 'Aucune publicité obligatoire.',
  freeAdapted: 'Publicité libre, adaptée au montant et à la nature du besoin.',
  boampOrJournal: 'Avis de marché au BOAMP ou dans un journal d’annonces légales.',
  boampAndJoue:
    'Avis de marché au BOAMP et au Journal officiel de l’Union européenne ; le BOAMP ne paraît pas avant le JOUE.',
};

/** What a duty asks for, without its article. */
export function dutySentence(duty: Duty): string {
  switch (duty.kind) {
    case 'publicity':
      return mediumSentences[duty.medium];
    case 'writtenContract':
      return `Contrat écrit à partir de ${formatCents(duty.fromNet)} HT.`;
    case 'buyerProfile':
      return `Documents de la consultation en accès libre sur le profil d’acheteur dès la publication de l’avis (à partir de ${formatCents(duty.fromNet)} HT).`;
    case 'legalityControl':
      return `Transmission au contrôle de légalité avant notification, tous lots compris (à partir de ${formatCents(duty.fromNet)} HT).`;
    case 'openData':
      return `Données essentielles publiées dans les ${duty.withinMonths} mois de la notification.`;
    case 'standstill':
      return `Délai de suspension de ${duty.days} jours entre l’envoi électronique des lettres de rejet et la signature.`;
    case 'awardNotice':
      return `Avis d’attribution dans les ${duty.days} jours de la signature.`;
    case 'soundChoice':
      return 'Choisir une offre pertinente, faire bon usage des deniers publics, ne pas contracter toujours avec le même opérateur ; garder une note du choix.';
    case 'environmentalCriterion':
      return 'Au moins un critère d’attribution tient compte des caractéristiques environnementales : le prix seul n’est plus admis.';
    case 'environmentalExecutionCondition':
      return 'Les conditions d’exécution prennent en compte l’environnement.';
    case 'sustainableSpecifications':
      return 'Les spécifications techniques prennent en compte des objectifs de développement durable.';
    case 'socialConditionAtFormal':
      return 'Les conditions d’exécution prennent en compte le domaine social ou l’emploi, sauf exception motivée dans le dossier.';
  }
}

/** What small lots may be spared, with the figures that allow it. */
export function smallLotSentence(option: SmallLotOption): string {
  const spared = option.spares === 'formalProcedure' ? 'procédure adaptée possible' : 'dispense de procédure possible';
  const lots = option.lots.map((number) => `lot ${number}`).join(', ');
  const rest =
    option.leftOut.length === 0
      ? ''
      : ` Au-delà du cumul : ${option.leftOut.map((number) => `lot ${number}`).join(', ')}.`;
  return `Petits lots, ${spared} : ${lots} (moins de ${formatCents(option.lotBelowNet)} HT chacun, cumul ${formatCents(option.cumulativeNet)} sur ${formatCents(option.cumulativeMaxNet)} permis, soit ${formatRate(option.shareMax)} du total).${rest}`;
}

/** What a date of the calendar is. */
export function calendarStepSentence(step: CalendarStep): string {
  switch (step.kind) {
    case 'launch':
      return 'Envoi de l’avis ou lancement de la consultation';
    case 'earliestDeadline':
      return `Première date limite de réception des offres permise (${formatCount(step.days)} jours)`;
    case 'advisedDeadline':
      return 'Date limite conseillée, avec une marge de sécurité';
    case 'lastAnswers':
      return `Dernier jour pour répondre aux questions (${formatCount(step.days)} jours avant la date conseillée)`;
    case 'indicativeDeadline':
      return `Date limite indicative (${formatCount(step.days)} jours) : aucun minimum légal, le délai doit être suffisant`;
  }
}
