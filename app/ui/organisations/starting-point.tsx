// The form of a school's starting point: few questions first, the rest folded, each with who answered and when.
import { Form } from '@remix-run/react';
import type { Question } from '~/domain/checks/starting-point';
import { Choice, Field, FormProblem, Select, Submit } from '../form';

export interface ShownQuestion extends Question {
  /** As the field holds it: '' was never said, '?' is 'je ne sais pas'. */
  readonly value: string;
  /** Who said it and when, and what was delivered since; absent when it was never said. */
  readonly origin?: string | undefined;
}

export interface ShownGroup {
  readonly title: string;
  readonly further: boolean;
  readonly questions: readonly ShownQuestion[];
}

interface Answered {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

const choices = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
  { value: '?', label: 'Je ne sais pas' },
];

function OneQuestion({ question, answer }: { question: ShownQuestion; answer: Answered | undefined }) {
  const { name, label, kind, origin } = question;
  const value = answer?.typed[name] ?? question.value;
  const shared = { label, name, ...(origin === undefined ? {} : { hint: origin }), problem: answer?.problems[name] };
  return (
    <div>
      <input type="hidden" name={`shown:${name}`} value={answer?.typed[`shown:${name}`] ?? question.value} />
      {kind === 'count' && <Field {...shared} inputMode="numeric" className="short" defaultValue={value} />}
      {kind === 'yesNo' && <Select {...shared} options={choices} empty="Pas encore répondu" defaultValue={value} />}
      {kind === 'day' && (
        <>
          <Field {...shared} type="date" defaultValue={value === '?' ? '' : value} />
          <Choice
            label="Je ne sais pas la date"
            name={`unknown:${name}`}
            defaultChecked={value === '?' || answer?.typed[`unknown:${name}`] === 'on'}
          />
        </>
      )}
    </div>
  );
}

function Group({ group, answer }: { group: ShownGroup; answer: Answered | undefined }) {
  return (
    <div className="grid">
      {group.questions.map((question) => (
        <OneQuestion key={question.name} question={question} answer={answer} />
      ))}
    </div>
  );
}

/** The questions about a school, in a form for who may answer them. */
export function StartingPoint({ groups, answer }: { groups: readonly ShownGroup[]; answer: Answered | undefined }) {
  const problemIn = (group: ShownGroup) =>
    group.questions.some(({ name }) => answer?.problems[name] !== undefined) || undefined;
  return (
    <Form method="post" className="card" id="existant">
      <h2>Ce que l’école a aujourd’hui</h2>
      <p className="hint">
        Répondez à ce que vous savez. « ? » veut dire « je ne sais pas » ; un champ vide, que la question n’a pas encore
        reçu de réponse. L’inconnu n’est jamais compté comme zéro ou comme non.
      </p>
      <FormProblem reasons={answer ? ['Certaines réponses sont à corriger ; rien n’est perdu.'] : undefined} />
      {groups.map((group) =>
        group.further ? (
          <details key={group.title} open={problemIn(group)}>
            <summary>
              {group.title} ({group.questions.filter(({ value }) => value !== '').length} réponse
              {group.questions.filter(({ value }) => value !== '').length > 1 ? 's' : ''} sur {group.questions.length})
            </summary>
            <Group group={group} answer={answer} />
          </details>
        ) : (
          <fieldset key={group.title}>
            <legend>{group.title}</legend>
            <Group group={group} answer={answer} />
          </fieldset>
        ),
      )}
      <div className="row">
        <Submit>Enregistrer ces réponses</Submit>
      </div>
    </Form>
  );
}

/** The answers about a school, for who only reads them. */
export function DeclaredAnswers({ groups }: { groups: readonly ShownGroup[] }) {
  const said = groups.flatMap(({ questions }) => questions).filter(({ value }) => value !== '');
  return (
    <section className="card" id="existant">
      <h2>Ce que la commune a déclaré</h2>
      {said.length === 0 ? (
        <p>Rien pour l’instant.</p>
      ) : (
        <dl className="facts">
          {said.map(({ name, label, value, origin }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>
                {value === '?' ? 'je ne sais pas' : value} <small>{origin}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
