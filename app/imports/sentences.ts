// What a person reads when a whole file cannot be read: what is wrong, and what to do.
import { formatCount } from '~/domain/shared/format';
import type { PriceScheduleRefusal } from './price-schedule';

function megabytes(bytes: number): string {
  return `${formatCount(Math.round(bytes / 1_000_000))}\u00a0Mo`;
}

/** One sentence for a refused file. */
export function fileRefusalSentence(refusal: PriceScheduleRefusal): string {
  switch (refusal.tag) {
    case 'empty':
      return 'Le fichier est vide.';
    case 'fileTooLarge':
      return `Le fichier dépasse ${megabytes(refusal.limit)}. Retirez-en les images et les feuilles inutiles.`;
    case 'expandsTooMuch':
      return `Le contenu du fichier dépasse ${megabytes(refusal.limit)} une fois décompressé. Enregistrez les seules lignes de prix dans un nouveau fichier.`;
    case 'tooManyRows':
      return `Le fichier dépasse ${formatCount(refusal.limit)} lignes. Découpez-le par lot.`;
    case 'passwordProtected':
      return 'Le fichier est protégé par un mot de passe. Enregistrez-en une copie sans protection.';
    case 'notASpreadsheet':
      return 'Ce fichier n’est pas un tableur. Envoyez un fichier XLSX, XLS, ODS ou CSV.';
    case 'unreadable':
      return 'Le fichier est endommagé ou d’un format inconnu. Ouvrez-le dans un tableur et enregistrez-le en XLSX.';
    case 'noPriceTable':
      return 'Aucun tableau de prix trouvé. Le fichier doit avoir une ligne de titres avec au moins une désignation ou une référence, et un prix unitaire HT.';
    case 'noNetPrice':
      return 'Le fichier ne donne que des prix TTC. Demandez au fournisseur un prix unitaire hors taxes.';
    case 'severalNetPrices':
      return `La feuille «\u00a0${refusal.sheet}\u00a0» a plusieurs colonnes de prix HT\u202f: ${refusal.columns.join(', ')}. Gardez celle du prix du marché et renommez les autres.`;
  }
}
