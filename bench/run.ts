// Prints ratios of one run: pages and search against the bare query, submission against the bare insert, documents a second.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { write } from 'db/client';
import { orderLines, orders } from 'db/schema';
import { eq } from 'drizzle-orm';
import { netOf } from '~/domain/shared/money';
import type { Platform } from '~/platform/context';
import { sessionCookie } from '~/platform/cookies';
import { openDocumentPool } from '~/platform/document-pool';
import { siteOf } from '~/platform/http';
import { aPurchaseOrder, someLines, totalsOf } from '../tests/documents/builders';
import { benchNow, benchSchool, catalogueOf } from './catalogue-of';
import { benchChecks } from './checks';
import { benchConsultationFile } from './consultation-file';
import { measure, sayRatio } from './measure';
import { benchNeedSheets } from './need-sheets';
import { benchProcurement } from './procurement';

const folder = mkdtempSync(join(tmpdir(), 'preau-bench-'));
const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild;
const documents = openDocumentPool({ workerFile: resolve('build/document-worker.js') });

async function benchCatalogue(count: number): Promise<void> {
  console.log(`\n${count.toLocaleString('fr-FR')} références`);
  const { db, token, productIds } = catalogueOf(join(folder, `${count}.sqlite`), count);
  const platform: Platform = {
    db,
    documents,
    publicUrl: new URL('http://localhost/'),
    secureCookies: false,
    demonstration: false,
    daysAhead: 0,
    mail: null,
    now: () => new Date().toISOString(),
  };
  const server = siteOf(build, platform, resolve('build/client')).listen(0);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookie = (await sessionCookie(false).serialize(token)).split(';')[0] ?? '';
  const page = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    await answer.text();
  };
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(base + path, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    if (answer.status !== 302) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
    return answer.headers.get('location') ?? '';
  };

  const client = db.$client;
  const category = client.prepare(
    `select p.id, p.label, pr.unit_price_net from products p join prices pr on pr.product_id = p.id
     where p.category = 'tablet' order by p.label limit 24`,
  );
  const search = client.prepare(
    "select rowid from product_terms where product_terms match 'tablet*' order by rank limit 24",
  );
  const bareCategory = await measure('requête nue', 200, () => category.all());
  const bareSearch = await measure('requête nue', 200, () => search.all());
  sayRatio(
    bareCategory,
    await measure('page du catalogue, une catégorie et ses filtres', 60, () => page('/catalogue?categorie=tablet')),
  );
  sayRatio(
    bareSearch,
    await measure('recherche en texte intégral et ses filtres', 60, () => page('/catalogue?q=tablettes')),
  );

  const price = client.prepare('select id from prices where product_id = ?');
  const bare = await measure('insertion nue', 100, () => {
    const id = randomUUID();
    write(db, (tx) => {
      tx.insert(orders)
        .values({ id, communeId: 'commune', state: 'draft', createdBy: 'user', createdAt: benchNow })
        .run();
      productIds.slice(0, 5).forEach((productId, position) => {
        const { id: priceId } = price.get(productId) as { id: string };
        const unitPriceNet = 10_000 as Parameters<typeof netOf>[1];
        tx.insert(orderLines)
          .values({
            id: randomUUID(),
            orderId: id,
            position,
            schoolUai: benchSchool,
            productId,
            lotId: 'lot',
            priceId,
            reference: 'R',
            label: 'L',
            unit: 'unité',
            quantity: 1,
            unitPriceNet,
            vatRate: 2000,
            ecoContributionNet: unitPriceNet,
            net: netOf(1, unitPriceNet),
            ecoNet: netOf(1, unitPriceNet),
            facts: {},
          })
          .run();
      });
      tx.update(orders).set({ state: 'cancelled' }).where(eq(orders.id, id)).run();
    });
  });
  const fill = async () => {
    for (const productId of productIds.slice(0, 5))
      await send('/panier/lignes', { productId, schoolUai: benchSchool, quantity: '1' });
  };
  const submissions: number[] = [];
  for (let run = 0; run < 25; run += 1) {
    await fill();
    const start = performance.now();
    await send('/panier/soumission', {});
    submissions.push(performance.now() - start);
  }
  submissions.sort((a, b) => a - b);
  sayRatio(bare, { label: 'soumission de 5 lignes : plafonds, contrôles, gel', median: submissions[12] ?? Number.NaN });
  await new Promise((done) => server.close(done));
  client.close();
}

async function benchDocuments(): Promise<void> {
  console.log('\nDocuments');
  for (const count of [1, 40]) {
    const lines = someLines(count);
    const facts = aPurchaseOrder({ lines, totals: totalsOf(lines) });
    await Promise.all([
      documents.render({ kind: 'purchaseOrder', facts }),
      documents.render({ kind: 'purchaseOrder', facts }),
    ]);
    const start = performance.now();
    const times = count === 1 ? 60 : 30;
    await Promise.all(Array.from({ length: times }, () => documents.render({ kind: 'purchaseOrder', facts })));
    const perSecond = (times * 1000) / (performance.now() - start);
    console.log(`  bons de commande de ${count} ligne${count > 1 ? 's' : ''} : ${perSecond.toFixed(1)} par seconde`);
  }
}

try {
  await benchCatalogue(10_000);
  await benchCatalogue(100_000);
  await benchDocuments();
  await benchChecks();
  await benchProcurement(folder);
  await benchNeedSheets();
  await benchConsultationFile();
} finally {
  await documents.close();
  rmSync(folder, { recursive: true, force: true });
}
