// Why a result is what it is: values compared, what is missing from whom, the text with its link, its date and version.
import { Link } from '@remix-run/react';

export interface Explanation {
  readonly standing: string;
  readonly period: string | null;
  readonly values: readonly { readonly label: string; readonly found: string; readonly asked: string }[];
  readonly missing: readonly { readonly label: string; readonly from: string; readonly ofSchool: boolean }[];
  readonly link: string | null;
}

export function Explained({
  result,
  explanation,
  schoolUai,
}: {
  result: { readonly ruleId: string; readonly ruleVersion: number; readonly citation: string };
  explanation: Explanation;
  /** School whose page asks for what is missing. */
  schoolUai?: string | undefined;
}) {
  const { standing, period, values, missing, link } = explanation;
  return (
    <details>
      <summary>{result.citation}</summary>
      {values.length > 0 && (
        <ul>
          {values.map(({ label, found, asked }) => (
            <li key={`${label}${asked}`}>
              {label}&nbsp;: <strong>{found}</strong> ({asked})
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p>
          Il manque&nbsp;:{' '}
          {missing.map(({ label, from }) => `${label.toLowerCase()} (à donner par ${from})`).join(', ')}.{' '}
          {schoolUai !== undefined && missing.some(({ ofSchool }) => ofSchool) && (
            <Link to={`/ecoles/${schoolUai}#existant`}>Répondre pour l’école</Link>
          )}
        </p>
      )}
      <p>
        <small>
          {link && (
            <>
              <a href={link}>Lire la source</a>.{' '}
            </>
          )}
          {standing}
          {period && `, ${period}`}.{' '}
          <Link to={`/controles/regles/${result.ruleId}`}>
            Règle {result.ruleId}, version {result.ruleVersion}
          </Link>
        </small>
      </p>
    </details>
  );
}
