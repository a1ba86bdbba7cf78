// The starting points of a commune's schools as a spreadsheet sends them back: which rows are taken, and what each would change.

/** A row as filled in: texts as typed, by question; an absent question is a blank cell. */
export interface StartingPointRow {
  readonly row: number;
  /** As typed in the column of the identifier; null when blank. */
  readonly uai: string | null;
  readonly name: string | null;
  readonly answers: Readonly<Record<string, string>>;
}
