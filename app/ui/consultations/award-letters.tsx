// The letters of a decided lot: to issue, to send, sent on.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Choice, Field, Submit } from '../form';
import { Badge } from '../parts';

interface Shown {
  readonly id: string;
  readonly today: Day;
  readonly formal: boolean;
  readonly outcome: string;
  readonly toIssue: readonly string[];
  readonly certificatesDue: Day;
  readonly texts: readonly string[];
  readonly mayRun: boolean;
  readonly letters: readonly {
    readonly id: string;
    readonly candidate: string;
    readonly label: string;
    readonly plannedOn: Day;
    readonly sentOn: Day | null;
    readonly pdfDocumentId: string;
    readonly docxDocumentId: string;
  }[];
}

function IssueForm({ shown, address }: { shown: Shown; address: string }) {
  return (
    <Form method="post" action={`${address}/courriers`} className="stack">
      <p>À établir&nbsp;:</p>
      <ul>
        {shown.toIssue.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="grid">
        <Field
          label="Envoi prévu le"
          hint={shown.formal ? 'La date de signature annoncée se compte de ce jour.' : undefined}
          name="plannedOn"
          type="date"
          required
          min={shown.today}
          defaultValue={shown.today}
        />
        <Field
          label="Pièces de l’attributaire attendues le"
          name="certificatesDue"
          type="date"
          required
          defaultValue={shown.certificatesDue}
        />
      </div>
      <Choice label="Envoi électronique, par le profil d’acheteur" name="electronic" defaultChecked />
      <details>
        <summary>Textes cités à vérifier avant l’envoi</summary>
        <p>
          Ces articles sont cités de mémoire dans les courriers&nbsp;: contrôlez-les sur Légifrance avant le premier
          envoi. {[...new Set(shown.texts)].join(', ')}.
        </p>
      </details>
      <div className="row">
        <Submit>Établir les courriers (PDF et DOCX)</Submit>
      </div>
    </Form>
  );
}

function SendingForm({ shown, address }: { shown: Shown; address: string }) {
  const unsent = shown.letters.filter(({ sentOn }) => sentOn === null);
  return (
    <Form method="post" action={`${address}/envois`} className="stack">
      <h3>Enregistrer l’envoi</h3>
      <p>Le site n’envoie pas ces courriers&nbsp;: déposez-les sur le profil d’acheteur, puis datez-les ici.</p>
      <div>
        {unsent.map(({ id, candidate, label }) => (
          <Choice key={id} label={`${candidate}, ${label.toLowerCase()}`} name="letter[]" value={id} defaultChecked />
        ))}
      </div>
      <Field label="Envoyés le" name="sentOn" type="date" required max={shown.today} defaultValue={shown.today} />
      <div className="row">
        <Submit>Enregistrer l’envoi</Submit>
      </div>
    </Form>
  );
}

export function AwardLetters({ shown, address }: { shown: Shown; address: string }) {
  const { letters, toIssue, mayRun, id } = shown;
  return (
    <section className="card">
      <h2>Courriers aux candidats</h2>
      {letters.length > 0 && (
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Candidat</th>
                <th scope="col">Courrier</th>
                <th scope="col">Envoi</th>
                <th scope="col">Fichiers</th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <tr key={letter.id}>
                  <th scope="row">{letter.candidate}</th>
                  <td data-label="Courrier">{letter.label}</td>
                  <td data-label="Envoi">
                    {letter.sentOn === null ? (
                      <Badge tone="warn">prévu le {formatDay(letter.plannedOn)}</Badge>
                    ) : (
                      `envoyé le ${formatDay(letter.sentOn)}`
                    )}
                  </td>
                  <td data-label="Fichiers">
                    <a href={`/consultations/${id}/attribution/documents/${letter.pdfDocumentId}`} download>
                      PDF<span className="visually-hidden"> pour {letter.candidate}</span>
                    </a>
                    ,{' '}
                    <a href={`/consultations/${id}/attribution/documents/${letter.docxDocumentId}`} download>
                      DOCX<span className="visually-hidden"> pour {letter.candidate}</span>
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {toIssue.length === 0 && letters.length === 0 && <p>Aucun candidat à informer.</p>}
      {mayRun && toIssue.length > 0 && <IssueForm shown={shown} address={address} />}
      {mayRun && letters.some(({ sentOn }) => sentOn === null) && <SendingForm shown={shown} address={address} />}
    </section>
  );
}
