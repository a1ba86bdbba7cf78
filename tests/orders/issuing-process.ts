// Issues accepted orders one after another until it is killed, and says aloud each one that was acknowledged.
import { writeSync } from 'node:fs';
import { openDatabase } from 'db/client';
import type { DocumentJob } from '~/documents/render-job';
import { action as issue } from '~/routes/orders/issue';

const [file = '', cookie = '', now = '', ...orderIds] = process.argv.slice(2);
const db = openDatabase(file);
const platform = {
  db,
  secureCookies: false,
  demonstration: false,
  now: () => now,
  documents: {
    // The bytes say their number; drawing takes a moment, so that two processes race for the same one.
    async render(job: DocumentJob): Promise<Uint8Array> {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
      return new TextEncoder().encode(job.kind === 'purchaseOrder' ? job.facts.number : '');
    },
  },
};

async function issueAll(): Promise<void> {
  for (const id of orderIds) {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { Cookie: cookie },
    });
    const answer = await issue({ request, params: { id }, context: { platform, nonce: '' } } as never);
    if (answer instanceof Response && answer.status === 302) writeSync(1, `${id}\n`);
    else writeSync(1, `refused ${JSON.stringify(answer)}\n`);
  }
  writeSync(1, 'done\n');
}

void issueAll();
