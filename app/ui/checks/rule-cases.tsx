// Example cases of a rule: known facts, and the answer they lead to; the tests of Préau hold the rule to them.

export interface ShownCase {
  readonly answer: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export function RuleCases({ cases }: { cases: readonly ShownCase[] }) {
  if (cases.length === 0) return null;
  return (
    <section className="card">
      <details>
        <summary>Exemples ({cases.length})</summary>
        <ul className="plain">
          {cases.map(({ answer, facts }) => (
            <li key={answer}>
              <strong>{answer}</strong> :{' '}
              {facts.map(({ label, value }) => `${label} = ${value}`).join(' ; ') || 'rien de connu'}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
