// Eligibility, criterion by criterion: answer, what was found against what is asked, and what to provide.
import { Badge, Notice, type Tone } from '../parts';

export interface ShownCriterion {
  readonly id: string;
  readonly statement: string;
  readonly note: string | null;
  readonly answer: string;
  readonly tone: Exclude<Tone, 'accent'> | undefined;
  /** 'à vérifier' when the text itself was not read; '' otherwise. */
  readonly mark: string;
  readonly figures: readonly string[];
}

export interface ShownEligibility {
  readonly outcome: string;
  readonly tone: Exclude<Tone, 'accent'>;
  readonly criteria: readonly ShownCriterion[];
  /** What to provide or to confirm, and where it is found. */
  readonly wanted: readonly string[];
}

export function EligibilityTable({ of, caption }: { of: ShownEligibility; caption: string }) {
  return (
    <>
      <div className="table-scroll">
        <table className="cards">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Critère</th>
              <th scope="col">Réponse</th>
              <th scope="col">Constaté et demandé</th>
            </tr>
          </thead>
          <tbody>
            {of.criteria.map((criterion) => (
              <tr key={criterion.id}>
                <td data-label="Critère">
                  {criterion.statement}
                  {criterion.note !== null && (
                    <>
                      <br />
                      <small>{criterion.note}</small>
                    </>
                  )}
                </td>
                <td data-label="Réponse">
                  <Badge tone={criterion.tone}>{criterion.answer}</Badge>{' '}
                  {criterion.mark !== '' && <small>{criterion.mark}</small>}
                </td>
                <td data-label="Constaté">
                  {criterion.figures.length === 0
                    ? '–'
                    : criterion.figures.map((figure) => <div key={figure}>{figure}</div>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {of.wanted.length > 0 && (
        <Notice tone="unknown" title="À fournir pour répondre">
          <ul>
            {of.wanted.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
