// What people read of a sheet of needs that is refused, and of a row that is.
import { formatCount } from '~/domain/shared/format';
import { largestQuantity } from './answering';
import { needReasonLabels, needReasons } from './campaigns';
import type { NeedSheetProblem, NeedSheetRefusal } from './need-sheet';

/** The French sentence of a refused sheet. */
export function needSheetRefusalSentence(refusal: NeedSheetRefusal): string {
  switch (refusal.tag) {
    case 'otherFormat':
      return 'Ce fichier n’est pas une feuille de besoins de Préau\u202f: téléchargez la feuille de ce recensement et remplissez-la.';
    case 'otherCampaign':
      return 'Cette feuille répond à un autre recensement.';
    case 'otherCommune':
      return 'Cette feuille est celle d’une autre commune.';
    case 'otherVersion':
      return 'Les lots du recensement ont changé depuis l’envoi de cette feuille\u202f: téléchargez-la de nouveau.';
  }
}

/** The French sentence of what is wrong in a row, with what to correct. */
export function needSheetProblemSentence(problem: NeedSheetProblem): string {
  switch (problem.tag) {
    case 'unknownCode':
      return `Le code «\u00a0${problem.code}\u00a0» n’est pas de cette feuille\u202f: recopiez un code de la feuille des références, ou laissez-le vide.`;
    case 'needGone':
      return 'Ce besoin a été retiré de la réponse depuis l’envoi de la feuille.';
    case 'referenceGone':
      return 'Cette référence n’est plus au catalogue de ce recensement.';
    case 'codeTwice':
      return `Ce code figure déjà ligne ${problem.firstRow}\u202f: une ligne par école et par année.`;
    case 'otherLabel':
      return `Le code désigne «\u00a0${problem.expected}\u00a0»\u202f: la ligne a été déplacée ou récrite.`;
    case 'alreadyNeeded':
      return 'Cette référence est déjà dans la réponse pour cette école\u202f: changez la quantité de sa ligne, en haut de la feuille.';
    case 'quantityUnreadable':
      return 'La quantité n’est pas un nombre entier.';
    case 'quantityOutOfBounds':
      return `La quantité doit être un nombre entier de 1 à ${formatCount(largestQuantity)}.`;
    case 'quantityMissing':
      return 'Indiquez une quantité.';
    case 'schoolUnknown':
      return `«\u00a0${problem.text}\u00a0» n’est pas une école de la commune\u202f: choisissez-la dans la liste, ou laissez vide.`;
    case 'reasonMissing':
      return 'Indiquez le motif du besoin.';
    case 'reasonUnknown':
      return `Le motif «\u00a0${problem.text}\u00a0» n’est pas dans la liste\u202f: ${needReasons.map((reason) => needReasonLabels[reason]).join(', ')}.`;
    case 'yearMissing':
      return `Indiquez l’année du besoin\u202f: ${problem.years.join(' ou ')}.`;
    case 'yearUnknown':
      return `«\u00a0${problem.text}\u00a0» n’est pas une année de ce recensement\u202f: ${problem.years.join(' ou ')}.`;
    case 'labelMissing':
      return 'Décrivez le besoin.';
    case 'categoryMissing':
      return 'Choisissez la catégorie.';
    case 'categoryUnknown':
      return `La catégorie «\u00a0${problem.text}\u00a0» n’est pas recensée.`;
    case 'priceUnreadable':
      return 'Le prix estimé n’est pas un montant en euros hors taxes.';
  }
}
