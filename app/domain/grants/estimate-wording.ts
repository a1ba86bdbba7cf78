// French sentences of estimates, combinations and cash-flow: the one place where they are written.
import type { GrantScheme } from 'catalog/grants/types';
import { type Day, parseDay } from '~/domain/shared/day';
import { formatCents, formatDay, formatRate } from '~/domain/shared/format';
import { cents } from '~/domain/shared/money';
import type { CashMove } from './cash-flow';
import type { CombinationStep } from './combination';
import type { FactDefinitions } from './conditions';
import { callPeriod } from './eligibility';
import type { Doubt, Estimate } from './estimate';
import type { AlertText } from './plan-wording';
import { basisLabels, stepText } from './plan-wording';

/** '15 mars 2027', or what the source gives of it. */
function dateText(date: string): string {
  const day = parseDay(date);
  return day ? formatDay(day) : date.split('-').reverse().join('/');
}

/** Whether requests can be made now, and until when. */
export function periodText(scheme: GrantScheme, today: Day): string {
  const { opensOn, closesOn } = scheme.period;
  switch (callPeriod(scheme, today)) {
    case 'open':
      return closesOn === null ? 'Ouvert, date de clôture à vérifier' : `Ouvert jusqu’au ${dateText(closesOn)}`;
    case 'yearly':
      return closesOn === null
        ? 'Chaque année, calendrier de la préfecture à vérifier'
        : `Jusqu’au ${dateText(closesOn)}`;
    case 'notYetOpen':
      return `Ouvre le ${dateText(opensOn ?? '')}`;
    case 'closed':
      return closesOn === null ? 'Clos' : `Clos depuis le ${dateText(closesOn)}`;
    case 'unknown':
      return 'Dates à vérifier auprès du financeur';
  }
}

/** Why a figure is to be verified, in a few words. */
export function doubtText(doubt: Doubt, estimate: Estimate, definitions: FactDefinitions): string {
  switch (doubt.kind) {
    case 'eligibility': {
      const wanted = [...estimate.eligibility.missing, ...estimate.eligibility.toConfirm.map(({ fact }) => fact)];
      const labels = [...new Set(wanted)].map((fact) => definitions[fact].label);
      return `Éligibilité à compléter : ${labels.join(', ')}`;
    }
    case 'basis':
      return `Assiette ${basisLabels[estimate.basis]} à vérifier dans le texte`;
    case 'rate':
      return `Taux local inconnu : ${formatRate(doubt.assumed)}, le plus bas du texte, par hypothèse`;
    case 'lines':
      return `${formatCents(doubt.cost)} de lignes dont l’éligibilité est à vérifier`;
    case 'figures':
      return 'Taux ou plafond à vérifier dans le texte';
    case 'stacking':
      return 'Cumul à vérifier dans le texte';
  }
}

/** 'au moins ' when the rate is the lowest of the text by assumption, '' otherwise. */
export function atLeast(estimate: Pick<Estimate, 'doubts'>): string {
  return estimate.doubts.some(({ kind }) => kind === 'rate') ? 'au moins ' : '';
}

/** Why a scheme brings nothing here, when it does not. */
export function nothingText(estimate: Estimate, definitions: FactDefinitions): string {
  if (estimate.grant === null) {
    return `Montant inconnu, il manque : ${estimate.amount.missing.map((fact) => definitions[fact].label).join(', ')}.`;
  }
  const steps = estimate.amount.perBase.flatMap(({ parts }) => parts.flatMap((part) => part.steps.map(stepText)));
  return steps[0] ?? 'Aucune ligne éligible.';
}

/** One step of a combination, with the article it follows. */
export function combinationStepText(step: CombinationStep): { readonly text: string; readonly article: string | null } {
  switch (step.kind) {
    case 'operation':
      return { text: `Coût de l’opération : ${formatCents(step.cost)} ${basisLabels[step.basis]}.`, article: null };
    case 'known':
      return { text: `Aide déjà comptée, ${step.label} : ${formatCents(step.amount)}.`, article: null };
    case 'aid':
      return { text: `${step.label} : ${formatCents(step.amount)}.`, article: null };
    case 'shareCut':
      return {
        text: `${step.label} : ${formatCents(step.cut)} de moins, pour rester à ${formatRate(step.share)} du coût.`,
        article: 'Texte de l’appel',
      };
    case 'dotationsCut':
      return {
        text: `${step.label} : ${formatCents(step.cut)} de moins, les dotations de l’État ne dépassent pas ${formatCents(step.maximum)} (80 % du coût HT éligible).`,
        article: 'CGCT, article R. 2334-27',
      };
    case 'ownShareCut':
      return {
        text: `${step.label} : ${formatCents(step.cut)} de moins, le demandeur garde au moins ${formatCents(step.minimum)} (20 % des financements publics).`,
        article: 'CGCT, article L. 1111-10, III',
      };
    case 'ownShare':
      return {
        text: `Reste à charge du demandeur : ${formatCents(step.amount)}, pour ${formatCents(step.minimum)} au moins.`,
        article: 'CGCT, article L. 1111-10, III',
      };
  }
}

/** What to know before the lines are settled: cliffs, floors, unused base. */
export function adviceOf(estimate: Pick<Estimate, 'scheme' | 'amount' | 'unused'>): readonly AlertText[] {
  const name = estimate.scheme.shortName;
  const steps = estimate.amount.perBase.flatMap(({ parts }) => parts.flatMap((part) => part.steps));
  return [
    ...steps
      .filter(({ kind }) => kind !== 'rateByTotal')
      .map(
        (step): AlertText => ({ text: `${name} : ${stepText(step)}`, article: 'Texte de l’appel', severity: 'verify' }),
      ),
    ...estimate.unused.map(
      ({ cost, grant }): AlertText => ({
        text: `${name} : il reste ${formatCents(cost)} d’assiette, soit ${formatCents(grant)} d’aide possible.`,
        article: 'Texte de l’appel',
        severity: 'verify',
      }),
    ),
  ];
}

const moveLabels: Readonly<Record<CashMove['kind'], string>> = {
  advance: 'Avance',
  payment: 'Paiement des factures',
  balance: 'Solde',
  fctva: 'Compensation de TVA',
};

/** 'Avance, DETR'. */
export function moveText({ kind, label }: CashMove): string {
  return kind === 'payment' || kind === 'fctva' ? moveLabels[kind] : `${moveLabels[kind]}, ${label}`;
}

/** A signed amount: '+ 1 234,00 €' or '− 1 234,00 €'. */
export function signedText(amount: number): string {
  return `${amount < 0 ? '−' : '+'}\u00a0${formatCents(cents(Math.abs(amount)))}`;
}

/** The other files that ask for the same lines: allowed as far as the texts say, and never hidden from a funder. */
export function sameLinesText(schemes: readonly string[]): AlertText {
  return {
    text: `Les mêmes lignes figurent dans un autre dossier (${schemes.join(', ')}) : indiquez cette aide parmi les autres financeurs.`,
    article: 'CGCT, article L. 1111-10, III',
    severity: 'verify',
  };
}
