// French names of the documents of finance.
export const financeKindLabels = {
  purchaseOrder: 'Bon de commande',
  invoice: 'Facture',
} as const satisfies Readonly<Record<string, string>>;
