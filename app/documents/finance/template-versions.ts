// Version of each template: kept with the document, raised when what it draws changes.
export const purchaseOrderTemplateVersion = 'bon-de-commande-2';
export const invoiceTemplateVersion = 'facture-1';
