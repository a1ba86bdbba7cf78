// The matrix of a consolidation: lines across, communes down, each cell with its quantity and its amount.
import { type Cents, sumCents, zeroCents } from '~/domain/shared/money';
import type { Consolidation } from './consolidation';

export interface MatrixCell {
  readonly quantity: number;
  readonly net: Cents | null;
}

export interface MatrixRow {
  readonly communeId: string;
  readonly name: string;
  /** One cell per column; null where the commune asked for nothing. */
  readonly cells: readonly (MatrixCell | null)[];
  readonly net: Cents;
}

export interface Matrix {
  readonly columns: readonly {
    readonly number: string;
    readonly label: string;
    readonly quantity: number;
    readonly net: Cents | null;
  }[];
  readonly rows: readonly MatrixRow[];
  readonly totalNet: Cents;
}

/** Communes by lines, for one lot or for all; amounts in cents excluding VAT. A commune without any cell is left out. */
export function consolidationMatrix(consolidation: Consolidation, lotNumber?: number): Matrix {
  const lots = consolidation.lots.filter((lot) => lotNumber === undefined || lot.number === lotNumber);
  const lines = lots.flatMap((lot) => lot.lines);
  const byMember = new Map<string, Map<string, MatrixCell>>();
  for (const line of lines) {
    for (const share of line.shares) {
      const cells = byMember.get(share.communeId) ?? new Map<string, MatrixCell>();
      cells.set(line.number, { quantity: share.quantity, net: share.net });
      byMember.set(share.communeId, cells);
    }
  }
  const rows = consolidation.members.flatMap((member) => {
    const own = byMember.get(member.communeId);
    if (!own) return [];
    const cells = lines.map((line) => own.get(line.number) ?? null);
    return [
      {
        communeId: member.communeId,
        name: member.name,
        cells,
        net: sumCents(cells.map((cell) => cell?.net ?? zeroCents)),
      },
    ];
  });
  return {
    columns: lines.map(({ number, label, quantity, net }) => ({ number, label, quantity, net })),
    rows,
    totalNet: sumCents(lots.map((lot) => lot.net)),
  };
}
