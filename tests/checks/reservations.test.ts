// Reservations: answered by words or a document, seen by the buyer over all orders, closed when settled.
import { listFrozenChecks } from 'db/orders';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { read, send } from 'tests/orders/asking';
import { aCentrale, type Centrale, cartOf, idIn, put } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { asksForReply } from '~/domain/checks/report';
import { action as close } from '~/routes/checks/closing';
import { loader as proof } from '~/routes/checks/proof';
import { action as reply } from '~/routes/checks/reply';
import { loader as reservations } from '~/routes/checks/reservations';
import { loader as csv } from '~/routes/checks/reservations-export';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { loader as cartPage, action as saveCart } from '~/routes/orders/cart';
import { loader as orderPage } from '~/routes/orders/order';
import { action as submission } from '~/routes/orders/submission';
import { aCommune, aPerson, aProduct } from '../database';

const pdf = new TextEncoder().encode('%PDF-1.7\n% fiche technique\n');
const script = new TextEncoder().encode('<script>alert(1)</script>');

function aForm(fields: Readonly<Record<string, string | readonly [bytes: Uint8Array, name: string]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, new File([value[0].slice()], value[1]));
  }
  return form;
}

/** A cart of tablets without parental control, and the keys that its secretary must answer. */
async function aReservedCart(centrale: Centrale) {
  aProduct(centrale.db, 'lot-1', { id: 'tablet-1', euros: 200, attributes: { parentalControl: false } });
  await put(centrale, 4, 'tablet-1');
  const page = await read(centrale.platform, centrale.secretary, cartPage);
  if (typeof page === 'number' || !page.cart) throw new Error('There is no cart');
  const elsewhere = new Set(page.forSyndicat);
  const keys = page.results.filter((one) => asksForReply(one) && !elsewhere.has(one.key)).map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(0);
  return { orderId: page.cart.id, keys };
}

const toSubmit = (centrale: Centrale, fields: Parameters<typeof aForm>[0]) =>
  send(centrale.platform, centrale.secretary, submission, aForm({ orderId: cartOf(centrale)?.id ?? '', ...fields }));

/** The order of such a cart, each reservation answered by one document. */
async function aReservedOrder(centrale: Centrale) {
  const { keys } = await aReservedCart(centrale);
  const [first = ''] = keys;
  const answer = await toSubmit(centrale, {
    [`keys:${first}`]: keys.join('|'),
    [`proof:${first}`]: [pdf, 'fiche.pdf'],
  });
  expect(answer.reasons).toEqual([]);
  return { id: idIn(answer), keys };
}

const pageOf = async (centrale: Centrale, path = '/controles/reserves') => {
  const page = await read(centrale.platform, centrale.buyer, reservations, {}, path);
  if (typeof page === 'number') throw new Error(`The reservations answer ${page}`);
  return page;
};

test('a document alone answers the reservations of a cart, for every line its field speaks of', async () => {
  const centrale = aCentrale();
  const { keys } = await aReservedCart(centrale);
  const without = await toSubmit(centrale, {});
  expect(without.status).toBe(422);
  const [first = ''] = keys;
  const answer = await toSubmit(centrale, {
    [`keys:${first}`]: keys.join('|'),
    [`proof:${first}`]: [pdf, 'fiche technique.exe'],
  });
  expect(answer.status).toBe(302);
  const stored = centrale.db.select().from(tables.documents).all();
  expect(stored.map(({ kind, fileName, mediaType }) => [kind, fileName, mediaType])).toEqual([
    ['reservationProof', 'fiche technique.pdf', 'application/pdf'],
  ]);
  const joined = centrale.db.select().from(tables.reservationDocuments).all();
  expect(joined.map(({ key }) => key).sort()).toEqual([...keys].sort());
});

test('a file that is not what its name says is refused, and what was typed beside it is kept', async () => {
  const centrale = aCentrale();
  const { keys } = await aReservedCart(centrale);
  const fields = { [`proof:${keys[0]}`]: [script, 'fiche.pdf'] as const, title: 'Tablettes CE2' };
  const answer = await toSubmit(centrale, fields);
  expect(answer.status).toBe(422);
  expect(answer.reasons.join()).toContain('fiche.pdf');
  expect(cartOf(centrale)?.title).toBe('Tablettes CE2');
  expect(centrale.db.select().from(tables.documents).all()).toHaveLength(0);
});

test('a document joined to a cart can be taken off again; the same file sent twice is kept once', async () => {
  const centrale = aCentrale();
  const { orderId, keys } = await aReservedCart(centrale);
  const save = (fields: Parameters<typeof aForm>[0]) =>
    send(centrale.platform, centrale.secretary, saveCart, aForm({ orderId, ...fields }));
  await save({ [`proof:${keys[0]}`]: [pdf, 'fiche.pdf'] });
  await save({ [`proof:${keys[0]}`]: [pdf, 'fiche.pdf'] });
  const stored = centrale.db.select().from(tables.documents).all();
  expect(stored).toHaveLength(1);
  await save({ [`withdraw:${keys[0]}`]: stored[0]?.id ?? '' });
  expect(centrale.db.select().from(tables.reservationDocuments).all()).toHaveLength(0);
});

test('a document is read by those who read the order, and by nobody else', async () => {
  const centrale = aCentrale();
  const { id } = await aReservedOrder(centrale);
  const document = centrale.db.select().from(tables.documents).get()?.id ?? '';
  const answerTo = async (person: Centrale['buyer'], order = id) => {
    const answer = await read(centrale.platform, person, proof, { id: order, document });
    return typeof answer === 'number' ? answer : Buffer.from(await answer.arrayBuffer());
  };
  expect(Buffer.compare((await answerTo(centrale.buyer)) as Buffer, Buffer.from(pdf))).toBe(0);
  expect(await answerTo(centrale.elected)).toBeInstanceOf(Buffer);
  expect(await answerTo(aPerson(centrale.db, 'syndicat', 'adviser'))).toBe(403);
  expect(await answerTo(aPerson(centrale.db, aCommune(centrale.db, 1).communeId, 'secretary'))).toBe(404);
  await put(centrale, 1);
  expect(await answerTo(centrale.secretary, cartOf(centrale)?.id)).toBe(404);
});

test('the buyer sees each open reservation with its rule, age and answer, filters them and exports them', async () => {
  const centrale = aCentrale();
  const { id, keys } = await aReservedOrder(centrale);
  const page = await pageOf(centrale);
  const frozen = listFrozenChecks(centrale.db, id).filter(asksForReply);
  expect(page.rows.flatMap(({ entry }) => entry.keys).sort()).toEqual(frozen.map(({ key }) => key).sort());
  const answered = page.rows.filter(({ entry }) => entry.keys.some((key) => keys.includes(key)));
  expect(answered.every(({ entry }) => entry.replies[0]?.documents[0] === 'fiche.pdf')).toBe(true);
  expect((await pageOf(centrale, '/controles/reserves?etat=answered')).total).toBe(answered.length);
  expect((await pageOf(centrale, '/controles/reserves?regle=ABSENTE')).total).toBe(0);
  expect((await pageOf(centrale, '/controles/reserves?commande=x&commune=commune-9')).total).toBe(0);
  const later = { ...centrale.platform, now: () => '2026-12-03T09:00:00.000Z' };
  const aged = await read(later, centrale.buyer, reservations);
  expect(typeof aged === 'number' ? aged : aged.rows.map(({ age }) => age)).toEqual(page.rows.map(() => 10));
  const exported = await read(centrale.platform, centrale.buyer, csv);
  const text = typeof exported === 'number' ? '' : await exported.text();
  expect(text.trim().split('\r\n')).toHaveLength(page.total + 1);
  expect(text).toContain('CMD-2026-00001');
  expect(await read(centrale.platform, centrale.secretary, reservations)).toBe(403);
});

test('a reservation is closed once, with words or a document, and its order says so', async () => {
  const centrale = aCentrale();
  const { id, keys } = await aReservedOrder(centrale);
  const [key = ''] = keys;
  const closeIt = (fields: Parameters<typeof aForm>[0]) =>
    send(centrale.platform, centrale.buyer, close, aForm({ reservation: key, ...fields }), { id });
  expect((await closeIt({})).status).toBe(422);
  expect((await closeIt({ proof: [script, 'preuve.png'] })).status).toBe(422);
  expect((await closeIt({ comment: 'Attestation reçue', reservation: 'ABE-02@1/line/x' })).status).toBe(422);
  const before = (await pageOf(centrale)).total;
  expect((await closeIt({ comment: 'Attestation reçue', proof: [pdf, 'attestation.pdf'] })).status).toBe(302);
  expect((await closeIt({ comment: 'Encore' })).status).toBe(302);
  const closures = centrale.db.select().from(tables.reservationClosures).all();
  expect(closures.map(({ comment, byUserId }) => [comment, byUserId])).toEqual([
    ['Attestation reçue', centrale.buyer.id],
  ]);
  expect((await pageOf(centrale)).total).toBe(before - 1);
  const closed = await pageOf(centrale, '/controles/reserves?etat=closed');
  expect(closed.rows.map(({ entry }) => entry.closed?.comment)).toEqual(['Attestation reçue']);
  const order = await read(centrale.platform, centrale.secretary, orderPage, { id });
  expect(order).toMatchObject({ replied: { closures: [{ key, comment: 'Attestation reçue' }] } });
  const deeds = centrale.db.select().from(tables.journal).where(eq(tables.journal.deed, 'reservation.closed')).all();
  expect(deeds).toHaveLength(1);
});

test('a commune answers its own reservations after submission, and leaves to the syndicat what the supplier must prove', async () => {
  const centrale = aCentrale();
  const { id, keys } = await aReservedOrder(centrale);
  const answerIt = (person: Centrale['buyer'], key: string) =>
    send(centrale.platform, person, reply, aForm({ reservation: key, comment: 'Voir la pièce' }), { id });
  expect((await answerIt(centrale.secretary, keys[0] ?? '')).status).toBe(302);
  const others = listFrozenChecks(centrale.db, id).filter((one) => asksForReply(one) && !keys.includes(one.key));
  expect(others.length).toBeGreaterThan(0);
  expect((await answerIt(centrale.secretary, others[0]?.key ?? '')).status).toBe(422);
  await send(centrale.platform, centrale.elected, approve, {}, { id });
  expect((await send(centrale.platform, centrale.buyer, accept, {}, { id })).status).toBe(422);
  for (const { key } of others) expect((await answerIt(centrale.buyer, key)).status).toBe(302);
  expect((await send(centrale.platform, centrale.buyer, accept, {}, { id })).status).toBe(302);
});
