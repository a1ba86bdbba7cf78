// Everything that can be said against a deed on an order, as tagged values, and its French sentence: the one place.
import { orderingRefusalSentence } from '../accords-cadres/sentences';
import { type Day, dayInParis, type Instant } from '../shared/day';
import { formatCents, formatCount, formatDay, formatRate, formatUnitPrice } from '../shared/format';
import type { BasisPoints, UnitPrice } from '../shared/money';
import type { CeilingRefusal } from './ceilings';
import { type OrderDeed, type OrderState, orderStateLabels } from './order-states';
import type { Difference } from './reconciliation';

export type OrderRefusal =
  | CeilingRefusal
  | { readonly tag: 'empty' }
  | { readonly tag: 'wrongState'; readonly state: OrderState; readonly deed: OrderDeed }
  | { readonly tag: 'notMember'; readonly day: Day }
  | { readonly tag: 'membershipNotEnforceable'; readonly enforceableOn: Day | null }
  | { readonly tag: 'quantity'; readonly label: string; readonly typed: string }
  | { readonly tag: 'notOrderable'; readonly label: string }
  | { readonly tag: 'priceChanged'; readonly label: string; readonly before: UnitPrice; readonly after: UnitPrice }
  | { readonly tag: 'ecoChanged'; readonly label: string; readonly before: UnitPrice; readonly after: UnitPrice }
  | { readonly tag: 'vatChanged'; readonly label: string; readonly before: BasisPoints; readonly after: BasisPoints }
  | { readonly tag: 'blocked'; readonly sentence: string; readonly citation: string }
  | { readonly tag: 'toJustify'; readonly sentence: string; readonly citation: string }
  | { readonly tag: 'toAcknowledge'; readonly sentence: string; readonly citation: string }
  | { readonly tag: 'siretMissing'; readonly name: string }
  | { readonly tag: 'serviceCodeMissing' }
  | { readonly tag: 'serviceCodeUnknown'; readonly code: string }
  | { readonly tag: 'commitmentNumberMissing' }
  | { readonly tag: 'unreconciled'; readonly differences: readonly Difference[] }
  | { readonly tag: 'reasonMissing' }
  | { readonly tag: 'cartInUse' }
  | { readonly tag: 'proofMissing'; readonly count: number }
  | { readonly tag: 'alreadyReceived'; readonly label: string; readonly asked: number; readonly remaining: number }
  | { readonly tag: 'nothingReceived' }
  | { readonly tag: 'futureDelivery'; readonly day: Day }
  | { readonly tag: 'deliveredBeforeIssue'; readonly day: Day; readonly issuedAt: Instant }
  | { readonly tag: 'deliveryRecorded' }
  | { readonly tag: 'alreadyIssued'; readonly numbers: readonly string[] }
  | { readonly tag: 'changedMeanwhile' }
  | { readonly tag: 'notReinvoiced' }
  | { readonly tag: 'grantHold'; readonly scheme: string; readonly school: string; readonly article: string };

/** One French sentence for one refusal: what is wrong, with its figures, and what to correct. */
export function refusalSentence(refusal: OrderRefusal): string {
  switch (refusal.tag) {
    case 'accordCadre':
      return `${refusal.lot} : ${orderingRefusalSentence(refusal.refusal)}`;
    case 'notEntitled':
      return `${refusal.lot} : votre commune n’a pas de plafond sous ce lot, elle ne peut pas y commander. Contactez le syndicat.`;
    case 'lotCeiling':
      return `${refusal.lot} : ${formatCents(refusal.askedNet)} HT demandés, il reste ${formatCents(refusal.remainingNet)} HT sous le maximum du lot.`;
    case 'memberCeiling':
      return `${refusal.lot} : ${formatCents(refusal.askedNet)} HT demandés, il reste ${formatCents(refusal.remainingNet)} HT sous le plafond de votre commune.`;
    case 'empty':
      return 'Le panier est vide : ajoutez au moins une référence.';
    case 'wrongState':
      return `Cette action n’est pas possible : la commande est dans l’état « ${orderStateLabels[refusal.state]} ».`;
    case 'notMember':
      return `Votre commune n’est pas adhérente de la centrale d’achat au ${formatDay(refusal.day)}.`;
    case 'membershipNotEnforceable':
      return refusal.enforceableOn === null
        ? 'La délibération d’adhésion de la commune n’a pas de date de caractère exécutoire : transmettez-la au syndicat, qui l’enregistre (CGCT L2131-1).'
        : `La délibération d’adhésion de la commune n’est exécutoire qu’à compter du ${formatDay(refusal.enforceableOn)} (CGCT L2131-1).`;
    case 'quantity':
      return `${refusal.label} : « ${refusal.typed} » n’est pas une quantité. Écrivez un nombre entier de 1 à 9 999.`;
    case 'notOrderable':
      return `${refusal.label} : cette référence n’a plus de prix en vigueur. Retirez-la du panier.`;
    case 'priceChanged':
      return `${refusal.label} : le prix est passé de ${formatUnitPrice(refusal.before)} à ${formatUnitPrice(refusal.after)} HT. Acceptez le nouveau prix ou retirez la ligne.`;
    case 'ecoChanged':
      return `${refusal.label} : l’éco-participation est passée de ${formatUnitPrice(refusal.before)} à ${formatUnitPrice(refusal.after)} HT. Acceptez le nouveau prix ou retirez la ligne.`;
    case 'vatChanged':
      return `${refusal.label} : la TVA est passée de ${formatRate(refusal.before)} à ${formatRate(refusal.after)}. Acceptez le nouveau prix ou retirez la ligne.`;
    case 'blocked':
      return `${refusal.sentence} (${refusal.citation})`;
    case 'toJustify':
      return `À justifier : ${refusal.sentence} (${refusal.citation})`;
    case 'toAcknowledge':
      return `Réserve à commenter : ${refusal.sentence} (${refusal.citation})`;
    case 'siretMissing':
      return `Le SIRET de ${refusal.name} est absent ou faux : complétez les références de facturation.`;
    case 'serviceCodeMissing':
      return 'Le code service est obligatoire pour cette commune : choisissez-le avant d’émettre.';
    case 'serviceCodeUnknown':
      return `Le code service « ${refusal.code} » n’est pas parmi ceux de la commune.`;
    case 'commitmentNumberMissing':
      return 'Le numéro d’engagement est obligatoire pour cette commune : saisissez-le avant d’émettre.';
    case 'unreconciled':
      return `Les montants ne se recoupent pas, rien n’est émis : ${refusal.differences
        .map(
          ({ where, expected, found }) => `${where}, ${formatCents(expected)} attendus, ${formatCents(found)} trouvés`,
        )
        .join(' ; ')}.`;
    case 'grantHold':
      return `${refusal.scheme}, ${refusal.school} : la demande d’aide n’est pas reçue, et un bon de commande signé avant la ferait perdre (${refusal.article}). La commune peut enregistrer la réception ou la dérogation du préfet, ou retirer le dossier de cette commande.`;
    case 'reasonMissing':
      return 'Dites pourquoi, en une phrase : la commune le lira.';
    case 'cartInUse':
      return 'Un autre panier est en cours : soumettez-le ou videz-le avant de reprendre cette commande.';
    case 'proofMissing':
      return `Des preuves du fournisseur manquent (${formatCount(refusal.count)}) : dites dans le commentaire comment vous les avez obtenues ou demandées.`;
    case 'alreadyReceived':
      return `${refusal.label} : ${formatCount(refusal.asked)} déclarés reçus, il en reste ${formatCount(refusal.remaining)} à recevoir.`;
    case 'nothingReceived':
      return 'Indiquez au moins une quantité reçue.';
    case 'futureDelivery':
      return `La livraison ne peut pas être datée du ${formatDay(refusal.day)} : ce jour n’est pas encore venu.`;
    case 'deliveredBeforeIssue':
      return `La livraison ne peut pas être datée du ${formatDay(refusal.day)} : le bon de commande a été émis le ${formatDay(dayInParis(refusal.issuedAt))}.`;
    case 'deliveryRecorded':
      return 'Cette réception est déjà enregistrée, avec d’autres quantités : rechargez la page pour en attester une autre.';
    case 'alreadyIssued':
      return `Un bon de commande est déjà émis (${refusal.numbers.join(', ')}) : la commande ne peut plus changer.`;
    case 'changedMeanwhile':
      return 'La commande a changé pendant l’émission, rien de plus n’est émis : relisez-la et recommencez.';
    case 'notReinvoiced':
      return 'Sous cet accord-cadre la commune commande et paie elle-même le titulaire : le syndicat n’a rien à refacturer.';
  }
}
