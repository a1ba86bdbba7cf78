// Small lots and innovative purchases: what may be spared a procedure, and up to what share.
import type { InnovativeDispense, SmallLotRule } from './types';

const code = 'Code de la commande publique consolidé';

export const smallLots = [
  {
    id: 'adapted-lot-2019',
    from: '2019-04-01',
    to: null,
    spares: 'formalProcedure',
    lotBelowNetCents: 8_000_000,
    cumulativeShareMax: 2_000,
    article: 'CCP R2123-1, 2°',
    source: code,
    confidence: 'confirmed',
  },
  {
    id: 'dispensed-lot-2026',
    from: '2026-04-01',
    to: null,
    spares: 'anyProcedure',
    lotBelowNetCents: 6_000_000,
    cumulativeShareMax: 2_000,
    article: 'CCP R2122-8',
    source: code,
    confidence: 'confirmed',
  },
] as const satisfies readonly SmallLotRule[];

export const innovativeDispense = [
  {
    from: '2021-12-16',
    to: null,
    needBelowNetCents: 10_000_000,
    lotBelowNetCents: 8_000_000,
    article: 'CCP R2122-9-1',
    source: code,
    confidence: 'unsure',
    note: 'Une page de 2026 donne 140 000 € depuis le 1er janvier 2026',
  },
] as const satisfies readonly InnovativeDispense[];
