// The sessions that decided on lots, each with the documents it issued.
import type { DecidingBody } from '~/domain/consultations/award';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';

export function AwardSessions({
  id,
  sessions,
}: {
  id: string;
  sessions: readonly {
    readonly id: string;
    readonly body: DecidingBody;
    readonly decidedOn: Day;
    readonly signatory: string;
    readonly documents: readonly { readonly label: string; readonly documentId: string }[];
  }[];
}) {
  return (
    <section className="card">
      <h2>Procès-verbaux et décisions</h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            {session.body === 'cao' ? 'Commission d’appel d’offres' : 'Décision de l’exécutif'} du{' '}
            {formatDay(session.decidedOn)}, {session.signatory}&nbsp;:{' '}
            {session.documents.map(({ label, documentId }, index) => (
              <span key={documentId}>
                {index > 0 && ', '}
                <a href={`/consultations/${id}/attribution/documents/${documentId}`} download>
                  {label}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
