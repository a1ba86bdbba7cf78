// The versions issued of a file, and the button that issues the next with all its documents.
import { Form, Link } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { Submit } from '../form';
import { DayText } from '../parts';

interface Version {
  readonly version: number;
  readonly number: string;
  readonly issuedOn: Day;
}

/** `missing`: pieces still to provide; a version may be issued all the same, to be read over. */
export function Versions(props: { fileId: string; of: readonly Version[]; mayIssue: boolean; missing: number }) {
  const { fileId, of } = props;
  return (
    <section className="card accent" id="versions">
      <h2>Dossier à déposer</h2>
      {of.length === 0 ? (
        <p>Aucune version établie.</p>
      ) : (
        <ul className="plain">
          {of.map((version) => (
            <li key={version.version}>
              <Link to={`/subventions/${fileId}/versions/${version.version}`}>Version {version.version}</Link>{' '}
              <small>
                {version.number}, <DayText of={version.issuedOn} />
              </small>
            </li>
          ))}
        </ul>
      )}
      {props.mayIssue && (
        <Form method="post" action={`/subventions/${fileId}/dossier`} className="row">
          <Submit>{of.length === 0 ? 'Établir le dossier' : 'Établir une nouvelle version'}</Submit>
          <small>
            PDF avec ses annexes, projet modifiable, chiffrage, délibération et lettres.
            {props.missing > 0 && ` Il manque encore ${props.missing} pièce${props.missing > 1 ? 's' : ''}.`}
          </small>
        </Form>
      )}
    </section>
  );
}
