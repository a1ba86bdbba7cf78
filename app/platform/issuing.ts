// Issues a numbered document: rendered outside the transaction, stored with its number inside it, or not at all.
import type { Db, Tx } from 'db/client';
import { write } from 'db/client';
import { nextNumber, type Series, takeNumber } from 'db/records';

export interface Issue<T> {
  readonly series: Series;
  /** 'BC-2026-00012' out of 12. */
  numberText(number: number): string;
  /** The bytes of the document under that number; rendered in a worker. */
  render(number: string): Promise<Uint8Array>;
  /** Stores everything in the transaction that takes the number, or says why not (another request was faster). */
  store(tx: Tx, number: string, bytes: Uint8Array): T;
  /** What an earlier request already issued; read in the transaction, so a repeat issues nothing. */
  already(tx: Tx): T | undefined;
}

/**
 * Issues once. The number is only proposed while rendering: when another document took it meanwhile the
 * rendering is done again, so that the series has no gap and no number is without its document.
 */
export async function issueOnce<T>(db: Db, issue: Issue<T>): Promise<T> {
  for (;;) {
    const before = write(db, (tx) => issue.already(tx));
    if (before !== undefined) return before;
    const number = nextNumber(db, issue.series);
    const text = issue.numberText(number);
    const bytes = await issue.render(text);
    const outcome = write(db, (tx): { value: T } | undefined => {
      const done = issue.already(tx);
      if (done !== undefined) return { value: done };
      return takeNumber(tx, issue.series, number) ? { value: issue.store(tx, text, bytes) } : undefined;
    });
    if (outcome) return outcome.value;
  }
}
