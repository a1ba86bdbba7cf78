// How many references of the catalogue a rule concerns, and what it answers of each.
import { Link } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';

export const productAnswers = {
  unmet: 'non conformes',
  unknown: 'non évaluables',
  met: 'conformes',
  notApplicable: 'sans objet',
} as const;

export function ProductAnswers(props: {
  concerned: number;
  capped: boolean;
  answers: Readonly<Record<keyof typeof productAnswers, number>> | null;
  /** Address of the list of one answer; absent, the counts are not links. */
  listAt?: string | undefined;
}) {
  const { concerned, answers, listAt } = props;
  const counted = Object.entries(productAnswers).flatMap(([answer, label]) => {
    const count = answers?.[answer as keyof typeof productAnswers] ?? 0;
    return count === 0 ? [] : [{ answer, label, count }];
  });
  return (
    <>
      <p>
        {concerned === 0 ? 'Aucune référence au prix en vigueur' : `${formatCount(concerned)} référence`}
        {concerned > 1 && 's'}
        {concerned > 0 && ' du catalogue'}
        {answers === null && concerned > 0 && ' ; la réponse dépend de la commande et de l’école'}
        {props.capped && ' (les premières seulement)'}
        {counted.length > 0 ? ' :' : '.'}
      </p>
      {counted.length > 0 && (
        <ul>
          {counted.map(({ answer, label, count }) => (
            <li key={answer}>
              {listAt === undefined ? (
                `${formatCount(count)} ${label}`
              ) : (
                <Link to={`${listAt}?reponse=${answer}`}>
                  {formatCount(count)} {label}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
