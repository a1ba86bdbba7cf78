// Submits carts from a thread with its own connection, all at the signal that every thread waits for.
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from 'db/client';
import { action as submitCart } from '~/routes/orders/submission';

export interface CartToSubmit {
  readonly orderId: string;
  readonly cookie: string;
}

export interface SubmittingThread {
  readonly file: string;
  readonly now: string;
  readonly carts: readonly CartToSubmit[];
  /** Raised to 1 when all threads are ready. */
  readonly signal: Int32Array;
}

export type Submitted = { readonly status: number; readonly reasons: readonly string[] };

const { file, now, carts, signal } = workerData as SubmittingThread;
const db = openDatabase(file);
const platform = { db, secureCookies: false, now: () => now };

async function submitOne({ orderId, cookie }: CartToSubmit): Promise<Submitted> {
  const request = new Request('http://localhost/panier/soumission', {
    method: 'POST',
    body: new URLSearchParams({ orderId }),
    headers: { Cookie: cookie },
  });
  const answer = await submitCart({ request, params: {}, context: { platform, nonce: '' } } as never);
  return 'data' in answer
    ? { status: answer.init?.status ?? 200, reasons: answer.data.reasons }
    : { status: answer.status, reasons: [] };
}

async function submitAll(): Promise<void> {
  parentPort?.postMessage('ready');
  Atomics.wait(signal, 0, 0);
  const submitted = await Promise.all(carts.map(submitOne));
  db.$client.close();
  parentPort?.postMessage(submitted);
}

void submitAll();
