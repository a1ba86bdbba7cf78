// How issued documents are numbered: without gaps per issuer and year, and never alike between two issuers.

/** 'BC-2026-00012' of the syndicat; 'BC-213500036-2026-00012' of a commune that issues for itself, by its SIREN. */
export function purchaseOrderNumber(communeSiren: string | null, year: number, number: number): string {
  return ['BC', ...(communeSiren === null ? [] : [communeSiren]), year, String(number).padStart(5, '0')].join('-');
}
