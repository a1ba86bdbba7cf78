// Reads the filters of the finance pages out of an address.

import type { FinanceFilters } from 'db/finance';
import { z } from 'zod';
import { parseAmount } from '~/domain/shared/amount-text';

const schema = z.object({
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  type: z.enum(['purchaseOrder', 'invoice']).optional().catch(undefined),
  fournisseur: z.string().min(1).optional().catch(undefined),
  commune: z.string().min(1).optional().catch(undefined),
  texte: z.string().max(100).optional().catch(undefined),
  montant: z.string().max(30).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export interface AskedFinance {
  readonly filters: FinanceFilters;
  readonly page: number;
  /** A sentence when the amount typed is not one: the other filters hold. */
  readonly amountProblem: string | undefined;
}

/** Filters and page of an address; what is not understood is left out, an unreadable amount is said. */
export function readFinanceFilters(url: URL): AskedFinance {
  const typed = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
  const read = schema.parse(typed);
  const amount = read.montant === undefined ? undefined : parseAmount(read.montant);
  return {
    filters: {
      year: read.annee,
      kind: read.type,
      supplierId: read.fournisseur,
      communeId: read.commune,
      text: read.texte,
      amount,
    },
    page: read.page,
    amountProblem:
      read.montant !== undefined && amount === undefined
        ? `« ${read.montant} » n’est pas un montant : écrivez par exemple 1 234,56.`
        : undefined,
  };
}
