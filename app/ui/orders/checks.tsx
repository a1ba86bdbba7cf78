// Results of the framework checks: what blocks first, then reservations with their comment, then advice; each with its text.
import { type CheckResult, mayHaveRemedy } from '~/domain/checks/results';
import { Explained, type Explanation } from '../checks/explanation';
import {
  ReservationFields,
  ReservationReplies,
  type ShownClosure,
  type ShownDocument,
} from '../checks/reservation-reply';
import { Badge, type Tone } from '../parts';

const answerLabels: Readonly<Record<CheckResult['answer'], { label: string; tone: Tone | undefined }>> = {
  met: { label: 'conforme', tone: 'good' },
  unmet: { label: 'non conforme', tone: 'bad' },
  unknown: { label: 'non évaluable', tone: 'unknown' },
  notApplicable: { label: 'sans objet', tone: undefined },
};

export interface Comment {
  readonly key: string;
  readonly comment: string;
  readonly by: string;
}

interface Grouped {
  readonly first: CheckResult;
  readonly all: readonly CheckResult[];
}

/** The same rule with the same answer on several lines is said once. */
function groupByRule(results: readonly CheckResult[]): readonly Grouped[] {
  const groups = new Map<string, CheckResult[]>();
  for (const result of results) {
    const key = `${result.ruleId}@${result.ruleVersion}/${result.answer}/${result.sentence}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((all) => (all[0] ? [{ first: all[0], all }] : []));
}

/** Whether all that is missing is asked on the line itself, as a question of the cart. */
const answeredOnLine = ({ answer, missing }: CheckResult) =>
  answer === 'unknown' &&
  missing.length > 0 &&
  missing.every((path) => path === 'line.usage' || path === 'line.room' || path === 'line.leavesSchool');

export interface Replied {
  readonly orderId: string;
  readonly documents: readonly ShownDocument[];
  readonly closures: readonly ShownClosure[];
}

function OneRule({
  group,
  comments,
  replied,
  mayComment,
  subjects,
  explained,
  schools,
}: {
  group: Grouped;
  schools: Readonly<Record<string, string>>;
  explained: Readonly<Record<string, Explanation>>;
  replied: Replied;
  comments: readonly Comment[];
  mayComment: boolean;
  subjects: Readonly<Record<string, string>>;
}) {
  const { first, all } = group;
  const { label, tone } = answerLabels[first.answer];
  const names = [...new Set(all.map(({ subject }) => subjects[subject.id]).filter((name) => name !== undefined))];
  const explanation = explained[first.key];
  const asks = first.effect === 'needsAcknowledgement' || first.effect === 'needsJustification';
  return (
    <li className="card">
      <p>
        <Badge tone={tone}>{label}</Badge> <strong>{first.sentence}</strong>
      </p>
      {names.length > 0 && <p>Concerne : {names.join(' ; ')}.</p>}
      {explanation ? (
        <Explained result={first} explanation={explanation} schoolUai={schools[first.subject.id]} />
      ) : (
        <p>
          <small>
            {first.citation} · règle {first.ruleId}, version {first.ruleVersion}
            {first.sources[0] && ` · source : ${first.sources[0].title}`}
          </small>
        </p>
      )}
      {mayComment && mayHaveRemedy(first) && (
        <p>
          {/* A button and not a link: what was typed in the cart is kept. */}
          <button type="submit" className="plain" formAction="/panier/conformite" name="cle" value={first.key}>
            Que choisir pour être conforme ?<span className="visually-hidden"> {first.title}</span>
          </button>
        </p>
      )}
      {mayComment && asks && answeredOnLine(first) && (
        <p>
          Répondez plutôt sur la ligne, sous «&nbsp;Pour quel usage&nbsp;?&nbsp;»&nbsp;: la règle sera jugée, et ce
          commentaire peut-être inutile.
        </p>
      )}
      {all.map(({ key, effect }) => {
        const said = comments.find((comment) => comment.key === key);
        if (mayComment && asks && effect !== 'none' && key === first.key) {
          return (
            <ReservationFields
              key={key}
              orderId={replied.orderId}
              first={first}
              keys={all.map((one) => one.key)}
              comment={said?.comment}
              documents={replied.documents}
            />
          );
        }
        return said && said.comment !== '' && key === first.key ? (
          <p key={key}>
            « {said.comment} » <small>– {said.by}</small>
          </p>
        ) : null;
      })}
      {asks && !mayComment && (
        <ReservationReplies
          orderId={replied.orderId}
          keys={all.map(({ key }) => key)}
          documents={replied.documents}
          closures={replied.closures}
        />
      )}
    </li>
  );
}

/** All results, by what they ask for; those that are met are folded away. */
export function Checks(props: {
  results: readonly CheckResult[];
  comments: readonly Comment[];
  replied: Replied;
  /** Name of a line, product or school, by its id. */
  subjects: Readonly<Record<string, string>>;
  mayComment: boolean;
  /** Keys of the results that the syndicat settles with the supplier: the commune is not asked. */
  forSyndicat: readonly string[];
  /** By key of the result. */
  explained: Readonly<Record<string, Explanation>>;
  /** School of a line, or the school itself, by its id. */
  schools: Readonly<Record<string, string>>;
}) {
  const settledElsewhere = new Set(props.forSyndicat);
  const own = props.results.filter(({ key }) => !settledElsewhere.has(key));
  const of = (...effects: readonly CheckResult['effect'][]) =>
    groupByRule(own.filter(({ effect }) => effects.includes(effect)));
  const unsettled = (group: Grouped) => group.first.answer === 'unmet' || group.first.answer === 'unknown';
  const parts = [
    { title: 'Bloque la commande', groups: of('blocks') },
    { title: 'À justifier', groups: of('needsJustification') },
    { title: 'Réserves à commenter', groups: of('needsAcknowledgement') },
    { title: 'Conseils', groups: of('informs').filter(unsettled) },
  ].filter(({ groups }) => groups.length > 0);
  const elsewhere = groupByRule(props.results.filter(({ key }) => settledElsewhere.has(key)));
  const met = groupByRule(props.results.filter(({ answer }) => answer === 'met'));
  const list = (groups: readonly Grouped[], mayComment = props.mayComment) => (
    <ul className="plain">
      {groups.map((group) => (
        <OneRule
          key={group.first.key}
          group={group}
          comments={props.comments}
          replied={props.replied}
          mayComment={mayComment}
          subjects={props.subjects}
          explained={props.explained}
          schools={props.schools}
        />
      ))}
    </ul>
  );
  return (
    <section className="stack" id="textes">
      <h2>Ce que les textes demandent</h2>
      {parts.length === 0 && <p>Aucune règle ne s’oppose à cette commande.</p>}
      {parts.map(({ title, groups }, index) =>
        index === parts.length - 1 && title === 'Conseils' ? (
          <details key={title}>
            <summary>
              {title} ({groups.length})
            </summary>
            {list(groups)}
          </details>
        ) : (
          <div key={title} className="stack">
            <h3>{title}</h3>
            {list(groups)}
          </div>
        ),
      )}
      {elsewhere.length > 0 && (
        <details>
          <summary>Le syndicat s’en charge avec le fournisseur ({elsewhere.length})</summary>
          {list(elsewhere, false)}
        </details>
      )}
      {met.length > 0 && (
        <details>
          <summary>
            {met.length} règle{met.length > 1 ? 's' : ''} respectée{met.length > 1 ? 's' : ''}
          </summary>
          {list(met)}
        </details>
      )}
    </section>
  );
}
