// A contract for tablets led to its notification by the site's own forms, as the journeys of its execution need it.
import type { Page } from '@playwright/test';
import { addNeeds, draftAnswer, signAnswer } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { type Db, write } from 'db/client';
import { changeConsultation, findConsultation } from 'db/consultations';
import { consultations, users } from 'db/schema';
import { eq } from 'drizzle-orm';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { type Act, dayAhead } from './acts';
import { awardLots, informCandidates, signAndNotify } from './award-steps';
import { filesOfZip, plain } from './files';
import { expect, people } from './journey';
import { candidates, linesOf, priceOf, returned } from './offers';

const campaignId = 'essai-tablettes';
const [alpha] = candidates;

function personOf(db: Db, email: string) {
  const found = db.select().from(users).where(eq(users.email, email)).get();
  if (!found) throw new Error(`Nobody is ${email}`);
  return found;
}

/** Two communes sign for tablets: enough for a formal procedure. */
function addNeedsOf(db: Db): void {
  const buyer = personOf(db, people.buyer);
  const at = `${dayAhead(-10)}T09:00:00.000Z`;
  const lots = [{ number: 1, title: 'Tablettes', categories: ['tablet'] }];
  const days = { opensOn: day(dayAhead(-20)), closesOn: day(dayAhead(-1)) };
  const known = db.$client.prepare("select id, label, unit from products where category = 'tablet' limit 2").all();
  const tablets = known as { id: string; label: string; unit: string }[];
  write(db, (tx) => {
    addCampaign(tx, { id: campaignId, title: 'Tablettes', description: null, ...days, lots }, { id: buyer.id, at });
    for (const [rank, email] of [people.secretary, people.otherSecretary].entries()) {
      const { id: userId, organisationId: communeId } = personOf(db, email);
      const change = { campaignId, communeId, at, userId };
      draftAnswer(tx, change);
      const needs = tablets.map(({ id: productId, label, unit }, index) => ({
        id: `need-${rank}-${index}`,
        schoolUai: null,
        productId,
        category: 'tablet',
        label,
        unit,
        quantity: 400 + 100 * rank,
        estimatedUnitPriceNet: unitPrice(2_500_000),
        reason: 'renewal' as const,
      }));
      addNeeds(tx, change, needs);
      signAnswer(tx, change, false);
    }
  });
}

function explainSingleLot(db: Db, id: string): void {
  const stored = findConsultation(db, id);
  if (!stored) throw new Error('The consultation is not there');
  const singleLot = { case: 'separateLotsHarm', reason: 'Les tablettes d’une classe sont gérées ensemble.' };
  const choices = { ...stored.choices, singleLot };
  write(db, (tx) => changeConsultation(tx, id, { ...stored, choices }, stored.updatedAt));
}

/** Sends a form as a person signed in, and fails when the site does not accept it. */
export async function sendAs(
  person: Page,
  path: string,
  form: Readonly<Record<string, string>>,
  file?: { readonly name: string; readonly buffer: Buffer },
): Promise<void> {
  const headers = { Origin: new URL(person.url()).origin };
  const body = file ? { multipart: { ...form, file: { ...file, mimeType: 'application/xlsx' } } } : { form };
  const answer = await person.request.post(path, { headers, maxRedirects: 0, ...body });
  const said =
    answer.status() === 302 ? '' : plain((await answer.text()).replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' '));
  expect(answer.status(), `${path}: ${said}`).toBe(302);
  expect(answer.headers()['location']).not.toContain('connexion');
}

export interface NotifiedContract {
  /** Its path. */
  readonly contract: string;
  readonly consultation: string;
  /** Days from now to the act of its notification, and that day. */
  readonly ahead: number;
  readonly notifiedOn: string;
  /** Initial price of each line in euros, by its number. */
  readonly initial: ReadonlyMap<string, number>;
}

/** From signed needs to a notified contract, in three acts; the last one stays open. */
export async function notifyContract(act: (daysAhead: number) => Promise<Act>): Promise<[Act, NotifiedContract]> {
  const first = await act(0);
  const publisher = await first.signedIn('buyer');
  addNeedsOf(first.db);
  await sendAs(publisher, `/campagnes/${campaignId}/consolidation/gel`, {});
  const opening = { reference: '2027-TAB', object: 'Tablettes des écoles', launchOn: first.today };
  await sendAs(publisher, `/campagnes/${campaignId}/consultation`, opening);
  const id = first.db.select().from(consultations).get()?.id ?? '';
  const consultation = `/consultations/${id}`;
  explainSingleLot(first.db, id);
  await sendAs(publisher, `${consultation}/dossier`, {});
  const media = { 'media-profile': 'on', 'media-boamp': 'on', 'media-joue': 'on' };
  await sendAs(publisher, `${consultation}/publication`, { id: crypto.randomUUID(), sentOn: first.today, ...media });
  const zip = await publisher.request.get(`${consultation}/dossier/1`);
  const files = filesOfZip(await zip.body());
  const workbooks = new Map([...files].filter(([name]) => name.endsWith('.xlsx')));
  const [workbook] = workbooks.values();
  if (!workbook) throw new Error('The published file has no workbook');
  const deadline = String(
    first.db.$client.prepare('select deadline from consultation_publications').pluck().get() ?? '',
  );

  const wait = Math.round((Date.parse(deadline) - Date.parse(first.today)) / 86_400_000) + 1;
  const second = await act(wait);
  const buyer = await second.signedIn('buyer');
  const { name: candidate, siret } = alpha;
  const depositId = crypto.randomUUID();
  const deposit = { id: depositId, candidate, siret, day: deadline, time: '10:00:00', 'lot[]': '1' };
  await sendAs(buyer, `${consultation}/depots`, deposit);
  await sendAs(buyer, `${consultation}/ouverture`, { present: 'Le président, l’acheteur' });
  const admitted = { id: crypto.randomUUID(), kind: 'admitted' };
  await sendAs(buyer, `${consultation}/candidatures/${depositId}`, admitted);
  const lotPage = `${consultation}/analyse/1`;
  const offer = { name: `${candidate}.xlsx`, buffer: await returned(workbook, 1, alpha) };
  await sendAs(buyer, `${lotPage}/bordereaux`, { id: crypto.randomUUID(), deposit: depositId }, offer);
  const marks: Record<string, string> = {};
  for (const criterion of [1, 2, 3]) {
    marks[`mark-${criterion}-${depositId}`] = '8';
    marks[`reason-${criterion}-${depositId}`] = 'Réponse étayée par les fiches des produits';
  }
  await sendAs(buyer, lotPage, marks);
  await sendAs(buyer, `${consultation}/rapport`, {});
  await awardLots(buyer, consultation, [[1, candidate]], deadline);
  await informCandidates(buyer, consultation, 1);

  const ahead = wait + 20;
  const third = await act(ahead);
  const contract = await signAndNotify(await third.signedIn('buyer'), consultation, 1, third.today);
  const initial = new Map(linesOf(workbooks).map((line) => [line.number, priceOf(line, alpha)]));
  return [third, { contract, consultation, ahead, notifiedOn: third.today, initial }];
}
