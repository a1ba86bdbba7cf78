// What the grant pages show, in French: written on the server so that the page stays light.
import type { GrantScheme } from 'catalog/grants/types';
import type { Eligibility } from '~/domain/grants/eligibility';
import { callYear } from '~/domain/grants/eligibility';
import type { ProposedRoute } from '~/domain/grants/open-routes';
import {
  answerLabels,
  comparisonText,
  confidenceMark,
  confirmationText,
  missingText,
  outcomeLabels,
  routeAnswerLabels,
} from '~/domain/grants/wording';
import { type OrderState, orderStateLabels } from '~/domain/orders/order-states';
import { type Day, dayInParis, type Instant } from '~/domain/shared/day';
import { formatDayShort } from '~/domain/shared/format';
import type { ShownEligibility } from '~/ui/grants/eligibility';
import type { ShownRoute } from '~/ui/grants/routes';
import { grantTexts } from './texts.server';

const { definitions } = grantTexts;
export const outcomeTones = { eligible: 'good', ineligible: 'bad', unknown: 'unknown' } as const;
const answerTones = {
  met: 'good',
  unmet: 'bad',
  unknown: 'unknown',
  notApplicable: undefined,
  information: undefined,
} as const;

/** Every criterion that concerns the applicant, with its figures. */
export function shownEligibility(scheme: GrantScheme, eligibility: Eligibility, today: Day): ShownEligibility {
  const year = callYear(scheme, today);
  return {
    outcome: outcomeLabels[eligibility.outcome],
    tone: outcomeTones[eligibility.outcome],
    criteria: eligibility.answers
      .filter(({ answer }) => answer !== 'notApplicable')
      .map((answer) => ({
        id: answer.id,
        statement: answer.statement,
        note: answer.note,
        answer: answerLabels[answer.answer],
        tone: answerTones[answer.answer],
        mark: confidenceMark(answer.confidence),
        figures: answer.comparisons.map((comparison) => comparisonText(comparison, definitions)),
      })),
    wanted: [
      ...eligibility.missing.map((fact) => missingText(fact, definitions)),
      ...eligibility.toConfirm.map((comparison) => confirmationText(comparison, definitions, year)),
    ],
  };
}

/** The open routes, with the criteria that fail and the facts that miss. */
export function shownRoutes(routes: readonly ProposedRoute[]): readonly ShownRoute[] {
  return routes.map(({ route, eligibility }) => ({
    id: route.id,
    name: route.name,
    gives: route.gives,
    where: route.where,
    answer: routeAnswerLabels[eligibility?.outcome ?? 'none'],
    tone: eligibility ? outcomeTones[eligibility.outcome] : 'unknown',
    conditions: [
      ...route.conditions,
      ...(eligibility?.answers ?? [])
        .filter(({ answer }) => answer === 'unmet')
        .map(({ statement }) => `Critère non rempli : ${statement}`),
      ...(eligibility?.missing ?? []).map((fact) => `Inconnu : ${definitions[fact].label}.`),
    ],
  }));
}

/** 'Commande CMD-2026-00012, Livrée' or 'Panier du 23/11/2026'. */
export function orderLabel(order: { reference: string | null; state: OrderState; createdAt: Instant }): string {
  const named = order.reference === null ? `Panier du ${formatDayShort(dayInParis(order.createdAt))}` : order.reference;
  return order.state === 'draft' ? named : `${named} (${orderStateLabels[order.state].toLowerCase()})`;
}
