// Page of a refused deed on an order.
import { useParams } from '@remix-run/react';
import { RefusalPage } from '../refusal';

/** Reasons that the action of this address answered, and the way back to the order. */
export function RefusedDeed() {
  const { id } = useParams();
  return <RefusalPage title="L’action est refusée" back={`/commandes/${id}`} backLabel="Retour à la commande" />;
}
