// What waits for a person on the home page, by role: the state of things turned into next steps.
import type { OrderState } from '../orders/order-states';
import { isAllowed, type Permission, type Role } from './permissions';

export interface Waiting {
  readonly count: number;
  readonly label: string;
  readonly to: string;
}

/** Orders that wait for a deed of one of these roles, the most urgent first. Sentences agree in number. */
export function ordersWaitingFor(
  roles: readonly Role[],
  counts: Readonly<Partial<Record<OrderState, number>>>,
): readonly Waiting[] {
  const steps: readonly { state: OrderState; permission: Permission; one: string; many: string }[] = [
    {
      state: 'returned',
      permission: 'order.submit',
      one: 'commande renvoyée à corriger',
      many: 'commandes renvoyées à corriger',
    },
    { state: 'submitted', permission: 'order.approve', one: 'commande à valider', many: 'commandes à valider' },
    { state: 'approved', permission: 'order.accept', one: 'commande à accepter', many: 'commandes à accepter' },
    {
      state: 'accepted',
      permission: 'order.issue',
      one: 'bon de commande à émettre',
      many: 'commandes dont le bon est à émettre',
    },
    { state: 'issued', permission: 'order.attest', one: 'livraison à attester', many: 'livraisons à attester' },
  ];
  return steps.flatMap(({ state, permission, one, many }) => {
    const count = counts[state] ?? 0;
    return count > 0 && isAllowed(roles, permission)
      ? [{ count, label: count === 1 ? one : many, to: `/commandes?etat=${state}` }]
      : [];
  });
}
