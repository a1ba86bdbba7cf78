// Makes documents outside the server's thread, two at a time, each within a time limit.
import { Piscina } from 'piscina';
import type { DocumentJob } from '~/documents/render-job';

export interface DocumentPool {
  /** The bytes of the document. Rejects with DocumentFailure when it cannot be made or takes too long. */
  render(job: DocumentJob): Promise<Uint8Array>;
  /** Lets the documents under way end, then stops the threads. */
  close(): Promise<void>;
}

export class DocumentFailure extends Error {
  override readonly name = 'DocumentFailure';

  constructor(
    readonly kind: DocumentJob['kind'],
    readonly reason: 'timeLimit' | 'error',
    message: string,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

export interface DocumentPoolOptions {
  /** The bundled document-worker. */
  readonly workerFile: string;
  /** Time that one document may take, waiting for a thread included; a minute when absent. */
  readonly timeLimitMs?: number;
}

/** Starts the threads. Close it when the server stops. */
export function openDocumentPool({ workerFile, timeLimitMs = 60_000 }: DocumentPoolOptions): DocumentPool {
  const threads = new Piscina<DocumentJob, ArrayBuffer>({
    filename: workerFile,
    minThreads: 1,
    maxThreads: 2,
    idleTimeout: 30_000,
  });
  return {
    async render(job) {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), timeLimitMs);
      try {
        return new Uint8Array(await threads.run(job, { signal: limit.signal }));
      } catch (cause) {
        if (limit.signal.aborted) {
          throw new DocumentFailure(
            job.kind,
            'timeLimit',
            `The ${job.kind} document took more than ${timeLimitMs} ms`,
            cause,
          );
        }
        const detail = cause instanceof Error ? cause.message : String(cause);
        throw new DocumentFailure(job.kind, 'error', `The ${job.kind} document could not be made: ${detail}`, cause);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => threads.close(),
  };
}
