// The note of the choice of a procedure: what it is, the button that issues it, its versions.
import { Form } from '@remix-run/react';
import type { Instant } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import { Submit } from '../form';
import { Badge } from '../parts';

export function ChoiceNotes(props: {
  id: string;
  mayIssue: boolean;
  notes: readonly {
    readonly version: number;
    readonly issuedAt: Instant;
    readonly sha256: string;
    readonly current: boolean;
  }[];
}) {
  const { id, mayIssue, notes } = props;
  if (!mayIssue && notes.length === 0) return null;
  return (
    <section className="card">
      <h2>Note de choix de procédure</h2>
      <p>
        Valeur du besoin ligne à ligne, seuils et leur source, obligations, calendrier, allotissement, conditions
        environnementales et sociales : ce que l’acheteur garde à son dossier.
      </p>
      {mayIssue && (
        <Form method="post" action={`/consultations/${id}/note`}>
          <Submit tone="secondary">Établir la note de choix</Submit>
        </Form>
      )}
      {notes.length > 0 && (
        <ul>
          {notes.map(({ version, issuedAt, sha256, current }) => (
            <li key={version}>
              Version {version}, {formatInstant(issuedAt)} :{' '}
              <a href={`/consultations/${id}/note/${version}.pdf`} download>
                PDF de la note {version}
              </a>
              ,{' '}
              <a href={`/consultations/${id}/note/${version}.docx`} download>
                DOCX de la note {version}
              </a>{' '}
              <code title={sha256}>{sha256.slice(0, 12)}…</code>{' '}
              {current ? <Badge tone="good">à jour</Badge> : <Badge tone="warn">périmée</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
