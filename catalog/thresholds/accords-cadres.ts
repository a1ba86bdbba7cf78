// Limits of framework agreements: longest duration and compulsory maximum.
import type { AccordCadreRule } from './types';

export const accordCadreRules = [
  {
    id: 'longestMonths',
    from: '2019-04-01',
    to: null,
    months: 48,
    article: 'CCP L2125-1',
    source: 'marche-public.info, accords-cadres',
    confidence: 'confirmedSecondary',
  },
  {
    id: 'maximumRequired',
    from: '2022-01-01',
    to: null,
    article: 'CCP R2162-4',
    source: 'Code de la commande publique consolidé',
    confidence: 'confirmed',
    note: 'Consultations engagées à compter du 1er janvier 2022',
  },
] as const satisfies readonly AccordCadreRule[];
