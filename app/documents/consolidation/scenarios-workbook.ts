// Scenarios as a workbook: lots and communes, before and after each, in euros and in percent.
import { partOf, type ScenarioResult } from '~/domain/consultations/scenarios';
import type { Day } from '~/domain/shared/day';
import { type Cents, cents } from '~/domain/shared/money';
import type { Cell, Sheet, Workbook } from '../xlsx/workbook';

export interface ScenariosFacts {
  readonly campaignTitle: string;
  readonly issuer: string;
  readonly madeOn: Day;
  readonly mention?: string;
  readonly present: ScenarioResult;
  readonly scenarios: readonly {
    readonly sentence: string;
    readonly procedure: string;
    readonly valueNet: Cents | null;
    readonly result: ScenarioResult;
  }[];
}

function change(before: Cents, after: Cents): Cell[] {
  const difference = cents(after - before);
  return [{ amount: after }, { amount: difference }, before === 0 ? null : { rate: partOf(difference, before) }];
}

const afterColumns = [
  { label: 'Besoins HT ensuite', width: 18, format: 'amount' },
  { label: 'Différence HT', width: 16, format: 'amount' },
  { label: 'Différence (%)', width: 12, format: 'rate' },
] as const;

function scenarioSheet(facts: ScenariosFacts, index: number): Sheet {
  const { present } = facts;
  const { sentence, procedure, result } = facts.scenarios[index] ?? { sentence: '', procedure: '', result: present };
  const none: Cell[] = [null, null, null];
  return {
    name: `Hypothèse ${index + 1}`,
    heading: [`Hypothèse : ${sentence}`, facts.campaignTitle, `Procédure : ${procedure}`],
    columns: [
      { label: 'Lot ou commune', width: 40, format: 'text' },
      { label: 'Besoins HT aujourd’hui', width: 18, format: 'amount' },
      ...afterColumns,
      { label: 'Maximum HT', width: 18, format: 'amount' },
      { label: 'Reste sous le maximum HT', width: 18, format: 'amount' },
      { label: 'Part du coût avant', width: 12, format: 'rate' },
      { label: 'Part du coût ensuite', width: 12, format: 'rate' },
      { label: 'Non couvert par le maximum HT', width: 18, format: 'amount' },
    ],
    rows: [
      ...present.lots.map((lot, rank): Cell[] => {
        const own = result.lots[rank] ?? lot;
        const bounds: Cell[] = [{ amount: own.maximumNet }, { amount: own.roomNet }];
        return [
          { text: `Lot ${lot.number} : ${lot.title}` },
          { amount: lot.needNet },
          ...change(lot.needNet, own.needNet),
          ...bounds,
          ...none,
        ];
      }),
      ...present.members.map((member, rank): Cell[] => {
        const own = result.members[rank] ?? member;
        return [
          { text: member.name },
          { amount: member.needNet },
          ...change(member.needNet, own.needNet),
          null,
          null,
          { rate: member.share },
          { rate: own.share },
          { amount: own.uncoveredNet },
        ];
      }),
    ],
    totals: [
      [
        { text: 'Total' },
        { amount: present.needNet },
        ...change(present.needNet, result.needNet),
        { amount: result.maximumNet },
        null,
        ...none,
      ],
    ],
    orientation: 'landscape',
  };
}

/** One sheet for each scenario; without any, the present state beside itself. */
export function scenariosWorkbook(facts: ScenariosFacts): Workbook {
  const count = Math.max(1, facts.scenarios.length);
  return {
    title: `Hypothèses, ${facts.campaignTitle}`,
    issuer: facts.issuer,
    reference: facts.campaignTitle,
    date: facts.madeOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    sheets: Array.from({ length: count }, (_, index) => scenarioSheet(facts, index)),
  };
}
