// The difference between two texts, word by word: what is taken out and what is put in, said by marks and not by colour alone.

export interface WordChange {
  readonly text: string;
  readonly kind: 'kept' | 'added' | 'removed';
}

/** Struck and « – » for what is removed, underlined and « + » for what is added. */
export function WordDifference({ changes }: { changes: readonly WordChange[] }) {
  return (
    <p className="difference">
      {changes.map((change, index) => {
        const key = `${index}-${change.kind}`;
        if (change.kind === 'kept') return <span key={key}>{change.text}</span>;
        return change.kind === 'added' ? (
          <ins key={key}>[+ {change.text} +]</ins>
        ) : (
          <del key={key}>[– {change.text} –]</del>
        );
      })}
    </p>
  );
}
