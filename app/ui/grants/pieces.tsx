// The pieces of a file: how each stands, its documents, and the forms that join, take out or set aside.
import { Form } from '@remix-run/react';
import { formatBytes } from '~/domain/shared/format';
import { Choice, Field, Submit } from '../form';
import { Badge, type Tone } from '../parts';

interface ShownDocument {
  readonly id: string;
  readonly label: string;
  readonly fileName: string;
  readonly pages: number;
  readonly byteLength: number;
  readonly addedBy: string;
}

export interface ShownPiece {
  readonly code: string;
  readonly label: string;
  readonly state: string;
  readonly tone: Exclude<Tone, 'accent'>;
  readonly details: readonly string[];
  readonly documents: readonly ShownDocument[];
  readonly waiver: string | null;
  readonly mayWaive: boolean;
  /** Nothing else can complete it: its form stands open. */
  readonly wanted: boolean;
  /** A new identifier for the next document: a form sent twice joins once. */
  readonly nextId: string;
}

function Documents({ base, of, mayWrite }: { base: string; of: readonly ShownDocument[]; mayWrite: boolean }) {
  if (of.length === 0) return null;
  return (
    <ul className="plain">
      {of.map((document) => (
        <li key={document.id} className="row baseline">
          <a href={`${base}/documents/${document.id}`}>{document.label}</a>
          <small>
            {document.fileName}, {document.pages} p., {formatBytes(document.byteLength)}, {document.addedBy}
          </small>
          {mayWrite && (
            <Form method="post" action={`${base}/documents/${document.id}/retrait`}>
              <Submit tone="plain" aria-label={`Retirer ${document.label}`}>
                Retirer
              </Submit>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

function JoinForm({ base, piece }: { base: string; piece: ShownPiece }) {
  return (
    <details open={piece.wanted}>
      <summary>Joindre un document</summary>
      <Form method="post" action={`${base}/${piece.code}`} encType="multipart/form-data" className="stack">
        <input type="hidden" name="id" value={piece.nextId} />
        <Field
          label="Fichier"
          hint="PDF, JPEG ou PNG, 10 Mo au plus"
          name="file"
          type="file"
          required
          accept="application/pdf,image/jpeg,image/png"
        />
        <Field label="Nom dans le dossier" hint="Facultatif : « Devis Dupont », « Photo de la salle »…" name="label" />
        {piece.documents.length > 0 && (
          <Choice
            label="Remplace ce qui est déjà joint (les anciens restent consultables)"
            name="replaces"
            value="oui"
          />
        )}
        <div className="row">
          <Submit tone="secondary">Joindre</Submit>
        </div>
      </Form>
    </details>
  );
}

function WaiverForm({ base, piece }: { base: string; piece: ShownPiece }) {
  return (
    <details>
      <summary>{piece.waiver === null ? 'Cette pièce n’est pas requise' : 'Elle est requise, finalement'}</summary>
      <Form method="post" action={`${base}/${piece.code}/dispense`} className="stack">
        {piece.waiver === null && <Field label="Pourquoi" name="reason" required maxLength={300} />}
        <div className="row">
          <Submit tone="secondary">Enregistrer</Submit>
        </div>
      </Form>
    </details>
  );
}

export function Pieces({ fileId, of, mayWrite }: { fileId: string; of: readonly ShownPiece[]; mayWrite: boolean }) {
  const base = `/subventions/${fileId}/pieces`;
  return of.map((piece) => (
    <section key={piece.code} className="card" id={piece.code}>
      <div className="row apart baseline">
        <h2>{piece.label}</h2>
        <Badge tone={piece.tone}>{piece.state}</Badge>
      </div>
      {piece.details.map((detail) => (
        <p key={detail}>
          <small>{detail}</small>
        </p>
      ))}
      {piece.waiver !== null && <p>{piece.waiver}</p>}
      <Documents base={base} of={piece.documents} mayWrite={mayWrite} />
      {mayWrite && <JoinForm base={base} piece={piece} />}
      {mayWrite && piece.mayWaive && <WaiverForm base={base} piece={piece} />}
    </section>
  ));
}
