// What came of an aided project: its indicators as they were announced, each with what was observed.

export type ResultState = 'reached' | 'partly' | 'notReached' | 'notMeasured';

export const resultStateLabels: Readonly<Record<ResultState, string>> = {
  reached: 'Atteint',
  partly: 'Atteint en partie',
  notReached: 'Non atteint',
  notMeasured: 'Pas mesuré',
};

export interface IndicatorResult {
  /** As the file announced it. */
  readonly indicator: string;
  readonly state: ResultState;
  readonly observed: string;
}

/** The indicators announced in a text: one a line or between semicolons, bullets and numbers left out. */
export function indicatorsIn(text: string): readonly string[] {
  return text
    .split(/[\n;]+/)
    .map((line) => line.replace(/^[\s\-–•*]+|^\s*\d+[.)]\s+/g, '').trim())
    .filter((line) => line !== '')
    .slice(0, 20);
}
