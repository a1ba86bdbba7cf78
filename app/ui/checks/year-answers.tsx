// What the rules answer of a year, or of a part of it: the answer, its sentence, and the text.
import type { CheckResult } from '~/domain/checks/results';
import { Badge, type Tone } from '../parts';

export type YearResult = Pick<CheckResult, 'key' | 'answer' | 'sentence' | 'citation'>;

const answers: Readonly<Record<CheckResult['answer'], { readonly label: string; readonly tone: Tone }>> = {
  met: { label: 'respecté', tone: 'good' },
  unmet: { label: 'non respecté', tone: 'bad' },
  notApplicable: { label: 'sans objet', tone: 'unknown' },
  unknown: { label: 'non évaluable', tone: 'unknown' },
};

export function YearAnswers({ results }: { results: readonly YearResult[] }) {
  const told = results.filter(({ answer }) => answer !== 'notApplicable');
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map(({ key, answer, sentence, citation }) => (
        <li key={key}>
          <Badge tone={answers[answer].tone}>{answers[answer].label}</Badge> {sentence} <small>{citation}</small>
        </li>
      ))}
    </ul>
  );
}
