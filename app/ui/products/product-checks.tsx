// What the texts ask of a reference, with the article of each: what is missing first, what is respected folded away.
import type { CheckResult } from '~/domain/checks/results';
import { Explained, type Explanation } from '../checks/explanation';
import { Badge, type Tone } from '../parts';

const answers = [
  { answer: 'unmet', label: 'non conforme', tone: 'bad', title: 'Non conforme' },
  { answer: 'unknown', label: 'non évaluable', tone: 'unknown', title: 'Non évaluable, faute d’information' },
  { answer: 'met', label: 'conforme', tone: 'good', title: 'Conforme' },
] as const satisfies readonly { answer: CheckResult['answer']; label: string; tone: Tone; title: string }[];

/** Results on one reference; rules that do not apply to it are left out. */
export function ProductChecks({
  results,
  explained,
}: {
  results: readonly CheckResult[];
  explained: Readonly<Record<string, Explanation>>;
}) {
  const groups = answers
    .map((group) => ({ ...group, results: results.filter(({ answer }) => answer === group.answer) }))
    .filter((group) => group.results.length > 0);
  return (
    <section className="card">
      <h2>Ce que les textes demandent</h2>
      {groups.length === 0 && <p>Aucune règle ne s’applique.</p>}
      {groups.map((group) => (
        <details key={group.answer} open={group.answer === 'unmet'}>
          <summary>
            {group.title} ({group.results.length})
          </summary>
          <ul className="plain">
            {group.results.map((result) => (
              <li key={result.key}>
                <Badge tone={group.tone}>{group.label}</Badge> {result.sentence}
                {explained[result.key] ? (
                  <Explained result={result} explanation={explained[result.key] as Explanation} />
                ) : (
                  <>
                    <br />
                    <small>
                      {result.citation} · règle {result.ruleId}, version {result.ruleVersion}
                    </small>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
