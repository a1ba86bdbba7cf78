// Reads the scenarios of an address and computes each beside the present state; nothing is written.
import { thresholds } from 'catalog/thresholds';
import { findConsultationOf } from 'db/consultations';
import { procedureQuestion, proposal, totalMonths } from '~/domain/consultations/consultation';
import { chooseProcedure, type ProcedureQuestion } from '~/domain/consultations/procedure';
import { scenarioSentence } from '~/domain/consultations/scenario-sentences';
import {
  asIs,
  parseScenario,
  parseSignedRate,
  type Scenario,
  type ScenarioBasis,
  type ScenarioResult,
  scenarioResult,
  scenarioText,
} from '~/domain/consultations/scenarios';
import { procedureLabels } from '~/domain/consultations/sentences';
import type { Cents } from '~/domain/shared/money';
import type { AskedBy } from '../guard.server';
import { consolidatedNeeds, firstQuestion } from './needs.server';

/** Scenarios shown side by side at most. */
export const mostScenarios = 4;

export interface ShownScenario {
  readonly text: string;
  readonly sentence: string;
  readonly result: ScenarioResult;
  readonly procedure: string;
  /** Value held against the thresholds; null when the procedure cannot be said. */
  readonly valueNet: Cents | null;
}

/** The scenarios of an address, in order, each once. */
function readScenarios(url: URL): readonly Scenario[] {
  return [...new Set(url.searchParams.getAll('s').map((text) => scenarioText(parseScenario(text))))]
    .slice(0, mostScenarios)
    .map(parseScenario);
}

/** What a new scenario typed in the form adds to the address; undefined when none was typed. */
export function addressWithNew(
  url: URL,
): { readonly search: string } | { readonly problems: Record<string, string> } | undefined {
  if (!url.searchParams.has('nouveau')) return undefined;
  const problems: Record<string, string> = {};
  const rate = (name: string): number => {
    const text = url.searchParams.get(name)?.trim() ?? '';
    const value = text === '' ? 0 : parseSignedRate(text);
    if (value === undefined) problems[name] = 'Écrivez un pourcentage, comme 8 ou -10.';
    return value ?? 0;
  };
  const added = {
    leaving: url.searchParams.getAll('depart'),
    failedLots: url.searchParams.getAll('lot').map(Number).filter(Number.isSafeInteger),
    priceRate: rate('prix'),
    maximumRate: rate('maximum'),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const texts = [...readScenarios(url).map(scenarioText), scenarioText(added)].filter((text) => text !== '');
  return {
    search: new URLSearchParams([...new Set(texts)].slice(-mostScenarios).map((text) => ['s', text])).toString(),
  };
}

interface Start {
  readonly basis: ScenarioBasis;
  readonly question: ProcedureQuestion;
}

function startOf({ db, today }: AskedBy, needs: ReturnType<typeof consolidatedNeeds>): Start {
  const { consolidation, stored } = needs;
  const { lots, members } = consolidation;
  const consultation = stored && findConsultationOf(db, stored.id);
  const covered = { lots, members, coveredMonths: proposal.coveredMonths };
  if (consultation) {
    const { choices, launchOn } = consultation;
    const question = procedureQuestion(choices, launchOn);
    return { basis: { ...covered, maxima: choices.lots, months: totalMonths(choices) }, question };
  }
  return {
    basis: { ...covered, maxima: null, months: proposal.months },
    question: firstQuestion(consolidation, today),
  };
}

/** The present state first, then each scenario of the address. */
export function shownScenarios(asked: AskedBy) {
  const needs = consolidatedNeeds(asked.db, asked.params['id']);
  const { basis, question } = startOf(asked, needs);
  const names = new Map(basis.members.map(({ communeId, name }) => [communeId, name]));
  const shown = (scenario: Scenario, sentence: string): ShownScenario => {
    const result = scenarioResult(basis, scenario);
    // A failed lot still counts: the value of the need is that of all lots (CCP R2121-1), and it would be launched again.
    const lots = result.lots.filter(({ maximumNet }) => maximumNet > 0);
    const outcome = chooseProcedure({ ...question, lots }, thresholds);
    return {
      text: scenarioText(scenario),
      sentence,
      result,
      procedure: outcome.kind === 'chosen' ? procedureLabels[outcome.advice.procedure] : 'ne peut pas être dite',
      valueNet: outcome.kind === 'chosen' ? outcome.advice.valueNet : null,
    };
  };
  return {
    needs,
    months: basis.months,
    coveredMonths: basis.coveredMonths,
    fromChoices: basis.maxima !== null,
    present: shown(asIs, 'Aujourd’hui'),
    scenarios: readScenarios(asked.url).map((one) => shown(one, scenarioSentence(one, names))),
  };
}
