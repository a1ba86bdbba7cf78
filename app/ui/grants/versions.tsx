// The versions issued of a file, each with its PDF and digest, and the button that issues the next.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatCount } from '~/domain/shared/format';
import { Submit } from '../form';
import { DayText } from '../parts';

interface Version {
  readonly version: number;
  readonly number: string;
  readonly issuedOn: Day;
  readonly sha256: string;
  readonly byteLength: number;
}

export function Versions({ fileId, of, mayIssue }: { fileId: string; of: readonly Version[]; mayIssue: boolean }) {
  return (
    <section className="card accent">
      <h2>Dossier en PDF</h2>
      {of.length === 0 ? (
        <p>Aucune version établie.</p>
      ) : (
        <ul className="plain">
          {of.map((version) => (
            <li key={version.version}>
              <a href={`/subventions/${fileId}/versions/${version.version}`}>
                Version {version.version} (PDF, {formatCount(Math.ceil(version.byteLength / 1024))} ko)
              </a>{' '}
              {version.number}, <DayText of={version.issuedOn} />{' '}
              <small>empreinte {version.sha256.slice(0, 12)}…</small>
            </li>
          ))}
        </ul>
      )}
      {mayIssue && (
        <Form method="post" action={`/subventions/${fileId}/dossier`} className="row">
          <Submit>Établir le PDF</Submit>
          <small>D’après ce qui est enregistré. Une version établie ne change plus.</small>
        </Form>
      )}
    </section>
  );
}
