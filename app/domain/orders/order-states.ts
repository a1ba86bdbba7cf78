// The life of an order as a table: which deed leads from which state to which.

export type OrderState =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'accepted'
  | 'issued'
  | 'delivered'
  | 'returned'
  | 'cancelled';

export type OrderDeed =
  | 'submit'
  | 'approve'
  | 'return'
  | 'accept'
  | 'refuse'
  | 'issue'
  | 'attestAll'
  | 'cancel'
  | 'resume';

export const orderStateLabels: Readonly<Record<OrderState, string>> = {
  draft: 'Panier',
  submitted: 'À valider par l’élu',
  approved: 'À accepter par le syndicat',
  accepted: 'Acceptée, bon de commande à émettre',
  issued: 'Bon de commande émis',
  delivered: 'Livrée, service fait attesté',
  returned: 'Renvoyée pour correction',
  cancelled: 'Annulée',
};

/** From each state, the deeds that are possible and the state each leads to. */
export const orderTransitions: Readonly<Record<OrderState, Readonly<Partial<Record<OrderDeed, OrderState>>>>> = {
  draft: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { approve: 'approved', return: 'returned', cancel: 'cancelled' },
  approved: { accept: 'accepted', refuse: 'returned', cancel: 'cancelled' },
  accepted: { issue: 'issued', refuse: 'returned' },
  issued: { attestAll: 'delivered' },
  delivered: {},
  returned: { resume: 'draft', cancel: 'cancelled' },
  cancelled: {},
};

/** States in which the amounts of an order count against the ceilings of its lots. */
export const committedStates: readonly OrderState[] = ['submitted', 'approved', 'accepted', 'issued', 'delivered'];

/** Submitted, and nothing is issued yet: a change of the rules can still be acted upon. */
export const openStates: readonly OrderState[] = ['submitted', 'approved', 'accepted'];

/** The state a deed leads to; undefined when the deed is not possible from there. */
export function stateAfter(state: OrderState, deed: OrderDeed): OrderState | undefined {
  return orderTransitions[state][deed];
}
