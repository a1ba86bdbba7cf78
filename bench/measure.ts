// Times a deed many times and compares medians: what travels from one machine to another is the ratio.

export interface Measure {
  readonly label: string;
  /** Median of a run, in milliseconds. */
  readonly median: number;
}

/** Median time of a deed over `times` runs, after a few runs that warm it up. */
export async function measure(label: string, times: number, deed: (run: number) => unknown): Promise<Measure> {
  for (let run = 0; run < Math.min(5, times); run += 1) await deed(-1 - run);
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await deed(run);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return { label, median: taken[Math.floor(taken.length / 2)] ?? Number.NaN };
}

/** One line: both medians of this run and how many times the second takes the first. */
export function sayRatio(base: Measure, compared: Measure): void {
  const ratio = compared.median / base.median;
  console.log(
    `  ${compared.label.padEnd(46)} ${compared.median.toFixed(2).padStart(9)} ms = ${ratio.toFixed(1).padStart(7)} x ${base.label} (${base.median.toFixed(3)} ms)`,
  );
}
