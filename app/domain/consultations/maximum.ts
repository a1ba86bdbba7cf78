// Why a lot has its maximum: the computation in sentences and figures, for the buyer first and the note of choice later.
import { formatCents, formatCount, formatRate } from '~/domain/shared/format';
import { type BasisPoints, type Cents, cents, divideRounded, sumCents } from '~/domain/shared/money';
import { proposal, proposedMaximum } from './consultation';

/** What the buyer decides to compute a maximum from, with the reason for it. */
export interface MaximumBasis {
  /** Months that the consolidated needs cover. */
  readonly coveredMonths: number;
  readonly marginRate: BasisPoints;
  readonly reason: string;
}

export interface MaximumQuestion {
  readonly number: number;
  readonly title: string;
  /** Consolidated needs of the lot, net. */
  readonly needNet: Cents;
  /** Communes with needs in the lot. */
  readonly communes: number;
  /** Whole duration, renewals included. */
  readonly months: number;
  /** Absent until the buyer decides: the first proposal. */
  readonly basis?: MaximumBasis | undefined;
  /** What was ordered under the categories of the lot, net, by calendar year. */
  readonly ordered: readonly { readonly year: number; readonly net: Cents }[];
  /** The maximum of the choices. */
  readonly chosenNet: Cents;
}

export interface MaximumJustification {
  readonly number: number;
  readonly title: string;
  readonly extendedNet: Cents;
  readonly marginNet: Cents;
  readonly proposedNet: Cents;
  readonly chosenNet: Cents;
  readonly sentences: readonly string[];
}

function history({ ordered }: MaximumQuestion): string {
  if (ordered.length === 0) return 'Aucune commande n’a été passée par la plateforme dans les catégories du lot.';
  const years = [...ordered]
    .sort((a, b) => a.year - b.year)
    .map(({ year, net }) => `${formatCents(net)} HT en ${year}`);
  const total = sumCents(ordered.map(({ net }) => net));
  return `Commandes déjà passées dans les catégories du lot : ${years.join(', ')}, soit ${formatCents(total)} HT.`;
}

/**
 * The justification of a lot's maximum: needs, duration, margin, rounding, history, and how far the chosen amount is
 * from the computed one. Amounts net, in cents (CCP R2121-8, R2162-4).
 */
export function maximumJustification(question: MaximumQuestion): MaximumJustification {
  const { number, title, needNet, communes, months, chosenNet } = question;
  const coveredMonths = question.basis?.coveredMonths ?? proposal.coveredMonths;
  const marginRate = question.basis?.marginRate ?? proposal.marginRate;
  const proposedNet = proposedMaximum(needNet, coveredMonths, months, marginRate);
  const whole = Math.max(months, coveredMonths);
  const extendedNet = cents(divideRounded(BigInt(needNet) * BigInt(whole), BigInt(coveredMonths)));
  const marginNet = cents(proposedNet - extendedNet);
  const apart = cents(chosenNet - proposedNet);
  const many = communes > 1 ? 's' : '';
  return {
    number,
    title,
    extendedNet,
    marginNet,
    proposedNet,
    chosenNet,
    sentences: [
      `Les besoins signés de ${formatCount(communes)} commune${many} pour le lot ${number} sont estimés à ${formatCents(needNet)} HT.`,
      `Ils sont pris comme ceux de ${formatCount(coveredMonths)} mois ; sur les ${formatCount(months)} mois de l’accord-cadre, reconductions comprises, le besoin est de ${formatCents(extendedNet)} HT.`,
      `Une marge de ${formatRate(marginRate)} et l’arrondi à la centaine d’euros supérieure ajoutent ${formatCents(marginNet)} : le maximum calculé est de ${formatCents(proposedNet)} HT.`,
      ...(question.basis ? [`Raison de l’acheteur : ${question.basis.reason}`] : []),
      history(question),
      apart === 0
        ? 'Le maximum retenu est le maximum calculé.'
        : `Le maximum retenu est de ${formatCents(chosenNet)} HT, ${formatCents(Math.abs(apart) as Cents)} ${apart > 0 ? 'au-dessus' : 'au-dessous'} du maximum calculé.`,
      ...(chosenNet < extendedNet
        ? [`Il ne couvre pas le besoin : une fois atteint, plus aucune commande n’est possible (CCP R2162-4).`]
        : []),
    ],
  };
}
