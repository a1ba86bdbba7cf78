// The difference between two texts, in words; the only file that knows the library which finds it.
import { diffWordsWithSpace } from 'diff';

export interface TextChange {
  readonly text: string;
  readonly kind: 'kept' | 'added' | 'removed';
}

/** Words taken out and put in between two texts, one paragraph a line. */
export function textChanges(before: readonly string[], after: readonly string[]): readonly TextChange[] {
  return diffWordsWithSpace(before.join('\n'), after.join('\n')).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'kept',
  }));
}
