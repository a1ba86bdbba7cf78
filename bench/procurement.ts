// Needs of many communes brought into lots: pure consolidation, then from answers in SQLite, against the bare query.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { listAnswers } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { migrateDatabase, openDatabase, write } from 'db/client';
import { campaignAnswers, organisations, users } from 'db/schema';
import type { Answer } from '~/domain/campaigns/campaigns';
import { consolidate } from '~/domain/consolidation/consolidate';
import { consolidationDifferences } from '~/domain/consolidation/reconciliation';
import { scenarioResult } from '~/domain/consultations/scenarios';
import { day } from '~/domain/shared/day';
import type { Siren } from '~/domain/shared/identifiers';
import { unitPrice } from '~/domain/shared/money';
import { measure, sayRatio } from './measure';

const lots = [
  { number: 1, title: 'Tablettes', categories: ['tablet', 'laptop'] },
  { number: 2, title: 'Affichage', categories: ['interactiveDisplay'] },
  { number: 3, title: 'Accessoires', categories: ['furniture'] },
];
const categories = lots.flatMap((lot) => lot.categories);
const campaign = { id: 'campaign', closesOn: day('2026-12-18'), lots };

function needOf(commune: number, line: number) {
  return {
    id: `${commune}-${line}`,
    schoolUai: null,
    productId: null,
    category: categories[line % categories.length] ?? 'tablet',
    label: `Équipement de classe ${line}`,
    unit: 'unité',
    quantity: 1 + ((commune * 7 + line * 3) % 40),
    estimatedUnitPriceNet: unitPrice(1_000_000 + line * 12_345),
    reason: 'project' as const,
  };
}

/** A database where so many communes have signed so many needs. */
function surveyOf(file: string, communes: number, lines: number) {
  const db = openDatabase(file);
  migrateDatabase(db, 'db/migrations');
  const at = '2026-12-01T09:00:00.000Z';
  // Seven hundred thousand rows: prepared once, or filling the database takes longer than what is measured.
  const insertNeed = db.$client.prepare(
    `insert into needs (id, answer_id, position, school_uai, product_id, category, label, unit, quantity,
       estimated_unit_price_net, reason)
     values (@id, @answerId, @position, @schoolUai, @productId, @category, @label, @unit, @quantity,
       @estimatedUnitPriceNet, @reason)`,
  );
  write(db, (tx) => {
    const named = (id: string, kind: 'syndicat' | 'commune', name: string) => {
      const siren = String(100_000_000 + (id === 'syndicat' ? 0 : Number(id) + 1)) as Siren;
      tx.insert(organisations).values({ id, kind, name, siren }).run();
    };
    named('syndicat', 'syndicat', 'Syndicat');
    const user = { id: 'user', email: 'a@b.example', name: 'A', passwordHash: '', organisationId: 'syndicat' };
    tx.insert(users).values(user).run();
    const days = { opensOn: day('2026-11-01'), closesOn: campaign.closesOn };
    addCampaign(tx, { id: campaign.id, title: 'Banc', description: null, ...days, lots }, { id: 'user', at });
    for (let commune = 0; commune < communes; commune += 1) {
      named(String(commune), 'commune', `Commune ${commune}`);
      const answerId = randomUUID();
      const signed = { state: 'signed', signedAt: at, signedBy: 'user', updatedAt: at } as const;
      tx.insert(campaignAnswers)
        .values({ id: answerId, campaignId: campaign.id, communeId: String(commune), ...signed })
        .run();
      for (let line = 0; line < lines; line += 1)
        insertNeed.run({ ...needOf(commune, line), answerId, position: line });
    }
  });
  return db;
}

function invitedOf(answers: readonly Answer[]) {
  return answers.map(({ communeId, communeName: name }) => ({ communeId, name }));
}

async function benchSurvey(folder: string, communes: number, lines: number, times: number): Promise<void> {
  const db = surveyOf(join(folder, `survey-${communes}.sqlite`), communes, lines);
  const query = db.$client.prepare(
    'select a.commune_id, n.* from needs n join campaign_answers a on a.id = n.answer_id where a.campaign_id = ?',
  );
  const said = `${communes.toLocaleString('fr-FR')} communes x ${lines} lignes`;
  const bare = await measure('requête nue', times, () => query.all(campaign.id).length);
  const answers = listAnswers(db, campaign.id, { kind: 'syndicat' });
  const input = { campaign, invited: invitedOf(answers), answers };
  const consolidation = consolidate(input);
  const problems = consolidationDifferences(consolidation, input).length;
  console.log(`  ${said} : ${consolidation.lots.flatMap((lot) => lot.lines).length} lignes, ${problems} écart`);
  sayRatio(
    bare,
    await measure(`${said} : réponses lues`, times, () => listAnswers(db, campaign.id, { kind: 'syndicat' })),
  );
  sayRatio(bare, await measure(`${said} : consolidation`, times, () => consolidate(input)));
  sayRatio(bare, await measure(`${said} : recomptage`, times, () => consolidationDifferences(consolidation, input)));
  const whole = () => consolidate({ ...input, answers: listAnswers(db, campaign.id, { kind: 'syndicat' }) });
  sayRatio(bare, await measure(`${said} : de SQLite aux lots`, times, whole));
  const basis = {
    lots: consolidation.lots,
    members: consolidation.members,
    maxima: null,
    coveredMonths: 12,
    months: 48,
  };
  const scenario = { leaving: ['3'], failedLots: [2], priceRate: 800, maximumRate: -1_000 };
  sayRatio(bare, await measure(`${said} : une hypothèse`, times, () => scenarioResult(basis, scenario)));
  db.$client.close();
}

/** 260 communes of a department, then every commune of the country. */
export async function benchProcurement(folder: string): Promise<void> {
  console.log('\nConsolidation');
  await benchSurvey(folder, 260, 40, 15);
  await benchSurvey(folder, 35_000, 20, 1);
}
