// A whole grant file, decided: eligibility, amounts on both bases, plan, missing pieces and open routes.
import type { OpenRoute } from 'catalog/grants/open-routes';
import type { Piece, PieceCode } from 'catalog/grants/pieces';
import type { ApplicantKind, FundingPart, GrantScheme } from 'catalog/grants/types';
import { type Cents, cents, sumCents } from '~/domain/shared/money';
import { type AskedField, emptyFields, type FileAnswers, type Sections } from './answers';
import { type ChecklistItem, checklistOf } from './checklist';
import type { FactDefinitions } from './conditions';
import { assessEligibility, type Eligibility } from './eligibility';
import {
  type AssessedLine,
  assessLines,
  type Basis,
  eligibleCostOf,
  type GrantLine,
  operationCostOf,
} from './eligible-costs';
import type { Facts } from './facts';
import { type FinancingPlan, financingPlanOf } from './financing-plan';
import { type GrantAmount, grantAmountOf } from './grant-amount';
import { type ProposedRoute, proposeRoutes } from './open-routes';

/** The published texts a file is decided by. */
export interface GrantTexts {
  readonly schemes: readonly GrantScheme[];
  readonly definitions: FactDefinitions;
  readonly sections: Sections;
  readonly pieces: Readonly<Record<PieceCode, Piece>>;
  readonly routes: readonly OpenRoute[];
  readonly fctvaRate: number;
}

export interface BasisAmounts {
  /** Cost of the whole operation, lines that are not aided included. */
  readonly cost: Cents;
  readonly eligible: Cents;
  readonly amount: GrantAmount;
}

export interface Dossier {
  readonly eligibility: Eligibility;
  readonly lines: readonly AssessedLine[];
  readonly amounts: Readonly<Record<Basis, BasisAmounts>>;
  readonly vat: Cents;
  readonly basis: Basis;
  /** The text settles it, or a person chose it with a reason. */
  readonly basisSettled: boolean;
  /** Null while the amount of the grant is unknown. */
  readonly plan: FinancingPlan | null;
  readonly emptyFields: readonly AskedField[];
  readonly checklist: readonly ChecklistItem[];
  readonly routes: readonly ProposedRoute[];
}

/** State dotations together: 80 % of the net eligible cost (CGCT, article R. 2334-27). */
const stateDotations = { share: 8000, schemes: ['detr', 'dsil', 'dpv', 'dsid'] } as const;

function amountsOn(
  basis: Basis,
  scheme: GrantScheme,
  key: string,
  lines: readonly AssessedLine[],
  facts: Facts,
): BasisAmounts {
  const parts = [...new Set(scheme.funding.map(({ part }) => part))];
  const costs = Object.fromEntries(parts.map((part) => [part, eligibleCostOf(lines, part, basis)])) as Record<
    FundingPart,
    Cents
  >;
  return {
    cost: operationCostOf(lines, basis),
    eligible: sumCents(Object.values(costs)),
    amount: grantAmountOf(scheme, [{ key, costs, facts }]),
  };
}

/**
 * Decides a file for one school. Amounts are in cents and computed net and gross; the plan follows the basis
 * that the text settles or a person chose, and the one commonly recalled until then. What misses of the applicant
 * itself is said with the application form.
 */
export function dossierOf(
  scheme: GrantScheme,
  applicant: ApplicantKind,
  schoolUai: string,
  facts: Facts,
  lines: readonly GrantLine[],
  answers: FileAnswers,
  texts: GrantTexts,
  missingOfApplicant: readonly string[] = [],
): Dossier {
  const assessed = assessLines(scheme, lines, new Map(Object.entries(answers.countedLines)));
  const amounts = {
    net: amountsOn('net', scheme, schoolUai, assessed, facts),
    gross: amountsOn('gross', scheme, schoolUai, assessed, facts),
  };
  const confirmed = scheme.basis.confidence === 'confirmed';
  const basis = confirmed ? scheme.basis.value : (answers.basis?.choice ?? scheme.basis.value);
  const empty = emptyFields(scheme, texts.sections, answers);
  const grant = amounts[basis].amount.total;
  return {
    eligibility: assessEligibility(scheme, applicant, facts, texts.definitions),
    lines: assessed,
    amounts,
    vat: cents(amounts.gross.cost - amounts.net.cost),
    basis,
    basisSettled: confirmed || answers.basis !== null,
    plan:
      grant === null
        ? null
        : financingPlanOf({
            basis,
            basisConfirmed: confirmed,
            cost: amounts[basis].cost,
            costNet: amounts.net.cost,
            costGross: amounts.gross.cost,
            eligibleNet: amounts.net.eligible,
            grant: {
              id: 'call',
              funder: scheme.funderKind,
              label: scheme.shortName,
              schemeId: scheme.id,
              amount: grant,
              state: 'planned',
              reference: null,
            },
            otherAids: answers.otherAids,
            highestShare: scheme.stacking.highestShare?.value ?? null,
            otherPublicAid: scheme.stacking.otherPublicAid.value,
            stateDotations: scheme.stacking.stateDotations?.value ?? stateDotations,
            fctvaRate: texts.fctvaRate,
          }),
    emptyFields: empty,
    checklist: checklistOf(scheme, texts.pieces, applicant, empty, lines.length > 0, missingOfApplicant),
    routes: proposeRoutes(texts.routes, texts.schemes, applicant, facts, texts.definitions),
  };
}
