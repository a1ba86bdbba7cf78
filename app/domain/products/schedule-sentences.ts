// What a person reads about a problem of a price schedule line: what is wrong, and what to correct.
import { formatDay, formatRate } from '../shared/format';
import type { CellPlace, LineProblem } from './schedule-line';

/** 'feuille « BPU », cellule D12'. */
export function placeSentence({ sheet, row, column }: CellPlace): string {
  const where = column === null ? `ligne ${row}` : `cellule ${column}${row}`;
  return `feuille «\u00a0${sheet}\u00a0», ${where}`;
}

function quoted(cell: string): string {
  const short = cell.length > 60 ? `${cell.slice(0, 59)}…` : cell;
  return `«\u00a0${short}\u00a0»`;
}

/** One sentence for one problem, in French. */
export function problemSentence(problem: LineProblem): string {
  switch (problem.tag) {
    case 'missingReference':
      return 'Référence absente\u202f: sans elle, la ligne ne peut être rapprochée du catalogue. Indiquez la référence du bordereau.';
    case 'missingLabel':
      return 'Désignation absente\u202f: indiquez ce qui est vendu.';
    case 'missingPrice':
      return 'Prix unitaire HT absent\u202f: un bordereau incomplet n’est pas régulier. Indiquez un prix en chiffres.';
    case 'textInPrice':
      return `Prix écrit en toutes lettres\u202f: ${quoted(problem.cell)}. Indiquez un montant HT en chiffres, par exemple 1\u202f234,50.`;
    case 'ambiguousPrice':
      return `Prix ambigu\u202f: ${quoted(problem.cell)} peut se lire en milliers ou en décimales. Écrivez-le avec une virgule ou sans point.`;
    case 'negativePrice':
      return `Prix négatif\u202f: ${quoted(problem.cell)}. Indiquez un prix supérieur à zéro.`;
    case 'zeroPrice':
      return 'Prix nul\u202f: indiquez un prix supérieur à zéro, ou retirez la ligne.';
    case 'priceTooLarge':
      return `Prix hors de toute vraisemblance\u202f: ${quoted(problem.cell)}. Vérifiez la virgule.`;
    case 'tooManyDecimals':
      return `Plus de quatre décimales\u202f: ${quoted(problem.cell)}. Demandez au fournisseur le prix exact, à quatre décimales au plus.`;
    case 'grossPrice':
      return `Prix TTC\u202f: ${quoted(problem.cell)}. Indiquez le prix hors taxes.`;
    case 'mergedPrice':
      return `Prix ${quoted(problem.cell)} fusionné sur plusieurs lignes\u202f: rien ne dit à laquelle il s’applique. Écrivez un prix par ligne.`;
    case 'missingVatRate':
      return 'Taux de TVA absent\u202f: indiquez-le, ou choisissez le taux des lignes sans TVA.';
    case 'unknownVatRate': {
      const allowed = problem.allowed.map(formatRate).join(', ');
      return `Taux de TVA inconnu\u202f: ${quoted(problem.cell)}. Taux admis\u202f: ${allowed}.`;
    }
    case 'missingEcoContribution':
      return 'Éco-participation absente\u202f: indiquez son montant HT, ou 0 si l’article n’y est pas soumis.';
    case 'unreadableEcoContribution':
      return `Éco-participation illisible\u202f: ${quoted(problem.cell)}. Indiquez un montant HT en chiffres, à quatre décimales au plus.`;
    case 'formulaWithoutValue':
      return `Formule sans résultat enregistré\u202f: ${quoted(problem.cell)}. Ouvrez le fichier, enregistrez-le, ou remplacez la formule par sa valeur.`;
    case 'errorInCell':
      return `La cellule affiche une erreur\u202f: ${quoted(problem.cell)}. Corrigez-la dans le fichier.`;
    case 'referenceTwice': {
      const rows = problem.rows.map(({ row }) => row).join(', ');
      return `Référence ${quoted(problem.reference)} présente plusieurs fois avec des contenus différents (lignes ${rows})\u202f: gardez-en une seule.`;
    }
    case 'missingCategory':
      return 'Catégorie absente pour une référence nouvelle\u202f: ajoutez une colonne « Catégorie », ou choisissez celle des lignes sans catégorie.';
    case 'laterPrice':
      return `Un prix est déjà enregistré à partir du ${formatDay(problem.validFrom)}\u202f: choisissez une date d’effet postérieure.`;
    case 'unknownCategory':
      return `Catégorie inconnue du catalogue\u202f: ${quoted(problem.cell)}. Elle n’est pas retenue.`;
    case 'categoryAssumed':
      return 'Catégorie absente du fichier\u202f: celle que vous avez choisie pour ces lignes est retenue.';
    case 'lineRepeated':
      return `Même ligne qu’à la ligne ${problem.first.row}\u202f: elle n’est retenue qu’une fois.`;
    case 'computedPrice':
      return `Prix calculé par une formule du fichier\u202f: ${quoted(problem.cell)}. Vérifiez qu’il est celui du marché.`;
    case 'hiddenRow':
      return 'Ligne masquée dans le fichier\u202f: vérifiez qu’elle fait partie de l’offre.';
    case 'hiddenColumn':
      return `Prix lu dans une colonne masquée\u202f: ${quoted(problem.cell)}. Vérifiez qu’il s’agit du bon prix.`;
    case 'grossMismatch':
      return `Le prix TTC du fichier, ${quoted(problem.cell)}, ne correspond pas au prix HT et à la TVA (attendu\u202f: ${problem.expectedGross}). Le prix HT est retenu.`;
    case 'vatRateAssumed':
      return `TVA absente du fichier\u202f: taux de ${formatRate(problem.vatRate)} retenu selon votre choix.`;
    case 'ecoContributionAssumed':
      return 'Éco-participation absente du fichier\u202f: nulle selon votre choix, à vérifier auprès du fournisseur.';
    case 'unitAssumed':
      return `Unité absente du fichier\u202f: ${quoted(problem.unit)} retenue.`;
    case 'unreadableAttribute':
      return `${problem.attribute}\u202f: ${quoted(problem.cell)} n’est pas lisible (attendu\u202f: ${problem.expected}). La caractéristique reste inconnue.`;
  }
}
