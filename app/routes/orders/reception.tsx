// The commune attests what a purchase order delivered: the service fait that allows payment.
import { redirect } from '@remix-run/node';
import { useLocation } from '@remix-run/react';
import { write } from 'db/client';
import { addDelivery, advanceOrder, findOrder, findPurchaseOrder, findRecorded, listLinesToReceive } from 'db/orders';
import { addDeed } from 'db/records';
import { deliveryRefusals, isDelivered } from '~/domain/orders/delivery';
import { type OrderRefusal, refusalSentence } from '~/domain/orders/refusals';
import { parseDay } from '~/domain/shared/day';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('order.read', ({ db, user, params }) => {
  const { order } = orNotFound(findPurchaseOrder(db, params['id'] ?? '', user.scope));
  return redirect(`/commandes/${order.id}`);
});

const uuid = /^[0-9a-f-]{36}$/;

export const action = writer('order.attest', ({ db, user, params, form, now, today }) => {
  const { purchaseOrder, order } = orNotFound(findPurchaseOrder(db, params['id'] ?? '', user.scope));
  const typedDay = String(form.get('deliveredOn') ?? '');
  const deliveredOn = parseDay(typedDay);
  if (!deliveredOn) return refused([`« ${typedDay} » n’est pas une date de livraison : écrivez par exemple ${today}.`]);
  const deliveryId = String(form.get('deliveryId') ?? '');
  if (!uuid.test(deliveryId)) return refused(['Le formulaire est incomplet : rechargez la page de la commande.']);
  const refusals = write(db, (tx): readonly OrderRefusal[] => {
    const lines = listLinesToReceive(tx, order.id, purchaseOrder.lotId);
    const typed = lines.map((line) => ({ line, text: String(form.get(`received:${line.id}`) ?? '').trim() }));
    const wrong = typed.filter(({ text }) => text !== '' && !/^\d{1,4}$/.test(text));
    if (wrong.length > 0) return wrong.map(({ line, text }) => ({ tag: 'quantity', label: line.label, typed: text }));
    const quantities = new Map(typed.map(({ line, text }) => [line.id, Number(text || '0')]));
    const recorded = findRecorded(tx, deliveryId);
    if (recorded) {
      const same =
        recorded.purchaseOrderId === purchaseOrder.id &&
        [...quantities].every(([id, quantity]) => quantity === (recorded.quantities.get(id) ?? 0));
      return same ? [] : [{ tag: 'deliveryRecorded' }];
    }
    const against = deliveryRefusals({ lines, quantities, deliveredOn, today, issuedAt: purchaseOrder.issuedAt });
    if (against.length > 0) return against;
    const by = { userId: user.id, now };
    const comment =
      String(form.get('comment') ?? '')
        .trim()
        .slice(0, 2000) || null;
    addDelivery(tx, { id: deliveryId, purchaseOrderId: purchaseOrder.id, deliveredOn, comment }, quantities, by);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: order.communeId,
      deed: 'delivery.attested',
      subjectKind: 'order',
      subjectId: order.id,
      detail: {
        deliveryId,
        purchaseOrder: purchaseOrder.number,
        deliveredOn,
        quantities: Object.fromEntries(quantities),
      },
    });
    const current = findOrder(tx, order.id, user.scope)?.order;
    if (current?.state === 'issued' && isDelivered(listLinesToReceive(tx, order.id))) {
      advanceOrder(tx, current, 'attestAll', by);
    }
    return [];
  });
  if (refusals.length > 0) return refused(refusals.map(refusalSentence));
  return redirectSaying(`/commandes/${order.id}`, 'Le service fait est attesté.');
});

export default function ReceptionRefused() {
  const { pathname } = useLocation();
  return <RefusalPage title="La réception n’est pas enregistrée" back={pathname} backLabel="Retour à la commande" />;
}
