// What a version of a grant file says, entry by entry, and what differs from one version to another.

/** One thing that the file says: under which part, what it is, and its value as the file words it. */
export interface VersionEntry {
  readonly part: string;
  readonly label: string;
  readonly value: string;
}

export interface VersionDifference {
  readonly part: string;
  readonly label: string;
  /** Null when the entry is not in that version. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Entries that two lists hold under one part and label are told apart by their rank. */
function keyed(entries: readonly VersionEntry[]): ReadonlyMap<string, VersionEntry> {
  const byKey = new Map<string, VersionEntry>();
  for (const entry of entries) {
    let key = JSON.stringify([entry.part, entry.label]);
    while (byKey.has(key)) key += '+';
    byKey.set(key, entry);
  }
  return byKey;
}

/** Every entry that was added, taken out or changed, in the order of the later version, what it lacks last. */
export function differencesBetween(
  before: readonly VersionEntry[],
  after: readonly VersionEntry[],
): readonly VersionDifference[] {
  const earlier = keyed(before);
  const later = keyed(after);
  const changed = [...later].flatMap(([key, { part, label, value }]) => {
    const former = earlier.get(key)?.value ?? null;
    return former === value ? [] : [{ part, label, before: former, after: value }];
  });
  const gone = [...earlier].flatMap(([key, { part, label, value }]) =>
    later.has(key) ? [] : [{ part, label, before: value, after: null }],
  );
  return [...changed, ...gone];
}
