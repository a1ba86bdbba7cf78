// Who orders, who is invoiced, who pays and who owns the goods, under each way of buying together: four parties, kept apart.

/**
 * Ways of buying together. The first two are the central purchasing body's (code de la commande publique, L2113-2);
 * the others are those of a groupement, by what its convention entrusts to the coordinator (L2113-7).
 */
export const buyingWays = [
  'wholesaler',
  'intermediary',
  'eachSigns',
  'coordinatorSigns',
  'coordinatorExecutes',
] as const;
export type BuyingWay = (typeof buyingWays)[number];

/** Variants of execution of a groupement: 7a, 7b and 7c of the usual model of convention. */
export const executions = ['eachSigns', 'coordinatorSigns', 'coordinatorExecutes'] as const;
export type Execution = (typeof executions)[number];

export const executionLabels: Readonly<Record<Execution, string>> = {
  eachSigns: '7a : chaque membre signe et exécute son marché',
  coordinatorSigns: '7b : le coordonnateur signe et notifie, chaque membre exécute',
  coordinatorExecutes: '7c : le coordonnateur signe, notifie et exécute',
};

export interface Parties<O> {
  readonly orderer: O;
  readonly invoicee: O;
  readonly payer: O;
  readonly owner: O;
}

/** The four parties of an order: under a wholesaler and under 7c the syndicat buys, else the commune; it always owns. */
export function partiesOf<O>(way: BuyingWay, syndicat: O, commune: O): Parties<O> {
  const buyer = way === 'wholesaler' || way === 'coordinatorExecutes' ? syndicat : commune;
  return { orderer: buyer, invoicee: buyer, payer: buyer, owner: commune };
}

/** Whether the commune then pays the syndicat back, on a recovery title (titre de recettes). */
export function repaysSyndicat(way: BuyingWay): boolean {
  return way === 'wholesaler' || way === 'coordinatorExecutes';
}

export const partyLabels: Readonly<Record<keyof Parties<unknown>, string>> = {
  orderer: 'Commande',
  invoicee: 'Reçoit la facture',
  payer: 'Paie le titulaire',
  owner: 'Propriétaire du matériel',
};
const partyKeys = ['orderer', 'invoicee', 'payer', 'owner'] as const satisfies readonly (keyof Parties<unknown>)[];

/** The four parties in words, in order, and how the commune pays the syndicat back when it does. */
export function partyEntries(
  way: BuyingWay,
  syndicat: string,
  commune: string,
): readonly { readonly label: string; readonly who: string }[] {
  const parties = partiesOf(way, syndicat, commune);
  return [
    ...partyKeys.map((key) => ({ label: partyLabels[key], who: parties[key] })),
    {
      label: 'Remboursement',
      who: repaysSyndicat(way) ? `${commune}, sur titre de recettes émis par : ${syndicat}` : 'sans objet',
    },
  ];
}
