// Page of a refused deed on an order.
import { useActionData, useParams } from '@remix-run/react';
import { RefusalPage } from '../refusal';

/** Reasons that the action of this address answered, and the way back to the order. */
export function RefusedDeed() {
  const answer = useActionData<{ readonly reasons?: readonly string[] }>();
  const { id } = useParams();
  return (
    <RefusalPage
      title="L’action est refusée"
      reasons={answer?.reasons ?? []}
      back={`/commandes/${id}`}
      backLabel="Retour à la commande"
    />
  );
}
