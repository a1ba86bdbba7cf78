// A commune, its people, a lot and its references in a database, with what they do on the site.
import { type Db, write } from 'db/client';
import { addOrganisation } from 'db/organisations';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { day } from '~/domain/shared/day';
import type { InseeCode, Siren, Siret, Uai } from '~/domain/shared/identifiers';
import { cents } from '~/domain/shared/money';
import { action as putLine } from '~/routes/orders/cart-line';
import { action as submitCart } from '~/routes/orders/submission';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat } from '../database';
import { type Answer, aPlatform, send } from './asking';

/** A syndicat, one commune with a school and people, a lot with its ceilings, and two references that no rule blocks. */
export function aCentrale(
  wanted: {
    mode?: 'wholesaler' | 'intermediary';
    lotMaximum?: number;
    ceiling?: number | null;
    accordCadre?: Parameters<typeof aLot>[1] extends { accordCadre?: infer A } | undefined ? A : never;
    commune?: Partial<typeof tables.organisations.$inferInsert>;
  } = {},
) {
  const db = aDatabase();
  // No test of this room outlives a power cut: waiting for the disk would only slow them.
  db.$client.pragma('synchronous = OFF');
  const syndicat = aSyndicat(db);
  const { communeId, uai } = aCommune(db, 0, {
    address: '2 rue de la Mairie',
    postalCode: '35580',
    city: 'Baulon',
    ...wanted.commune,
  });
  const ceiling = wanted.ceiling === undefined ? 50_000_00 : wanted.ceiling;
  aLot(db, {
    mode: wanted.mode ?? 'wholesaler',
    maximumNet: wanted.lotMaximum ?? 100_000_00,
    ceilings: ceiling === null ? {} : { [communeId]: ceiling },
    accordCadre: wanted.accordCadre ?? {},
  });
  const camera = { category: 'documentCamera', label: 'Visualiseur' };
  const { productId } = aProduct(db, 'lot-1', { id: 'camera-1', euros: 100, ecoEuros: 0, ...camera });
  const other = aProduct(db, 'lot-1', { id: 'camera-2', euros: 33.335, ecoEuros: 0.0125, ...camera });
  return {
    db,
    platform: aPlatform(db),
    communeId,
    uai,
    productId,
    otherId: other.productId,
    secretary: aPerson(db, communeId, 'secretary'),
    elected: aPerson(db, communeId, 'electedApprover'),
    communeFinance: aPerson(db, communeId, 'communeFinance'),
    buyer: aPerson(db, syndicat, 'syndicatBuyer'),
    finance: aPerson(db, syndicat, 'syndicatFinance'),
  };
}

export type Centrale = ReturnType<typeof aCentrale>;

/** Puts a quantity of a reference in the cart of the commune. */
export function put(centrale: Centrale, quantity: string | number, productId = centrale.productId): Promise<Answer> {
  const fields = { schoolUai: centrale.uai, productId, quantity: String(quantity) };
  return send(centrale.platform, centrale.secretary, putLine, fields);
}

/** The cart of the commune as it stands. */
export function cartOf({ db, communeId }: Centrale) {
  const all = db.select().from(tables.orders).where(eq(tables.orders.communeId, communeId)).all();
  return all.find(({ state }) => state === 'draft');
}

/** Submits the cart of the commune, as its page does. */
export function submit(centrale: Centrale, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const cart = cartOf(centrale);
  return send(centrale.platform, centrale.secretary, submitCart, { ...(cart ? { orderId: cart.id } : {}), ...fields });
}

/** The id of an order that the answer leads to. */
export function idIn(answer: Answer): string {
  return answer.location?.split('/').at(-1) ?? '';
}

/** A submitted order of a quantity of the first reference. */
export async function aSubmittedOrder(centrale: Centrale, quantity = 3): Promise<string> {
  await put(centrale, quantity);
  return idIn(await submit(centrale));
}

/** An order as stored, with its lines. */
export function orderAsStored(db: Db, id: string) {
  const order = db.select().from(tables.orders).where(eq(tables.orders.id, id)).get();
  if (!order) throw new Error(`No order ${id}`);
  const lines = db.select().from(tables.orderLines).where(eq(tables.orderLines.orderId, id)).all();
  return { ...order, lines };
}

/** Member communes beyond the three of the common builders, each with a school, a secretary, and a ceiling under the lot. */
export function manyCommunes(db: Db, count: number, lotId: string, ceiling: number) {
  return Array.from({ length: count }, (_, index) => {
    const id = `many-${index}`;
    const uai = `MANY${String(index).padStart(4, '0')}` as Uai;
    write(db, (tx) => {
      addOrganisation(tx, {
        id,
        kind: 'commune',
        name: `Commune ${String(index).padStart(3, '0')}`,
        siren: `many-${index}` as Siren,
        siret: '21350001000011' as Siret,
        address: 'Mairie',
        postalCode: '35000',
        city: 'Rennes',
      });
      tx.insert(tables.communes)
        .values({
          organisationId: id,
          inseeCode: `9${String(index).padStart(4, '0')}` as InseeCode,
          departmentCode: '35',
          population: 1000,
          populationSource: 'essai',
        })
        .run();
      tx.insert(tables.memberships)
        .values({
          communeId: id,
          from: day('2024-01-01'),
          deliberationNumber: id,
          deliberationOn: day('2023-11-15'),
          enforceableOn: day('2023-11-20'),
        })
        .run();
      tx.insert(tables.schools)
        .values({ uai, communeId: id, name: 'École', nursery: true, elementary: true, figuresSource: 'essai' })
        .run();
      tx.insert(tables.memberCeilings)
        .values({ lotId, communeId: id, maximumNet: cents(ceiling) })
        .run();
    });
    return { communeId: id, uai, secretary: aPerson(db, id, 'secretary') };
  });
}
