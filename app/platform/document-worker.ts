// The thread that makes documents, so that a long one never keeps a page waiting. Bundled to build/document-worker.js.
import { move } from 'piscina';
import { type DocumentJob, renderJob } from '~/documents/render-job';

export default async function work(job: DocumentJob): Promise<unknown> {
  const bytes = await renderJob(job);
  // Handed over, not copied; a view on a larger buffer is cut out first.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  return move(own.buffer as ArrayBuffer);
}
