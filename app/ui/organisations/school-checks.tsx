// What the rules about schools say of a school today: what falls short first, then what cannot be decided, then the rest.
import type { CheckResult } from '~/domain/checks/results';
import { Badge } from '../parts';

type Shown = Pick<
  CheckResult,
  'key' | 'ruleId' | 'ruleVersion' | 'answer' | 'sentence' | 'title' | 'citation' | 'sources'
>;

function Rules({ results }: { results: readonly Shown[] }) {
  return (
    <ul className="plain stack tight">
      {results.map(({ key, ruleId, ruleVersion, answer, sentence, title, citation, sources }) => {
        const address = sources.find(({ reference }) => reference.startsWith('https://'))?.reference;
        return (
          <li key={key}>
            {answer === 'unmet' ? <strong>{sentence}</strong> : answer === 'unknown' ? sentence : title}
            <br />
            <small>
              {address ? <a href={address}>{citation}</a> : citation} · règle {ruleId}, version {ruleVersion}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

/** Results by answer; only what falls short is unfolded. */
export function SchoolChecks({ results, uai }: { results: readonly Shown[]; uai: string }) {
  const of = (answer: CheckResult['answer']) => results.filter((result) => result.answer === answer);
  const unmet = of('unmet');
  const folded = [
    { title: 'Non évaluable, faute de réponse', results: of('unknown') },
    { title: 'Conforme', results: of('met') },
    { title: 'Sans objet', results: of('notApplicable') },
  ].filter((part) => part.results.length > 0);
  return (
    <section className="card" id="textes">
      <h2>Ce que les textes disent de l’école</h2>
      {unmet.length === 0 ? (
        <p>Aucune règle n’est contredite.</p>
      ) : (
        <>
          <p>
            <Badge tone="bad">non conforme</Badge> {unmet.length} règle{unmet.length > 1 ? 's' : ''}
          </p>
          <Rules results={unmet} />
        </>
      )}
      {folded.map((part) => (
        <details key={part.title}>
          <summary>
            {part.title} ({part.results.length})
          </summary>
          <Rules results={part.results} />
        </details>
      ))}
      <p>
        <a href={`/ecoles/${uai}/rapport-de-conformite`}>Rapport de conformité de l’école (PDF)</a>
      </p>
    </section>
  );
}
