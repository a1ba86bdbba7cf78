// The agreement of an awarded grant: the one that stands, those it replaced, and the form that joins another.
import { Form } from '@remix-run/react';
import { formatBytes } from '~/domain/shared/format';
import { Field, Submit } from '../form';

export interface ShownAgreement {
  readonly id: string;
  readonly label: string;
  readonly fileName: string;
  readonly pages: number;
  readonly byteLength: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly added: string;
  readonly standing: boolean;
}

export function Agreements(props: {
  fileId: string;
  of: readonly ShownAgreement[];
  newId: string;
  awarded: boolean;
  mayWrite: boolean;
}) {
  return (
    <section id="convention">
      <h2>Convention attributive</h2>
      {props.of.length === 0 && <p>Aucune convention n’est jointe.</p>}
      <ul>
        {props.of.map((one) => (
          <li key={one.id}>
            <a href={`/subventions/${props.fileId}/pieces/documents/${one.id}`}>{one.label}</a>
            {!one.standing && ' (remplacée)'}{' '}
            <small>
              {one.fileName}, {one.pages} p., {formatBytes(one.byteLength)}, jointe par {one.addedBy}, {one.added}.
              Empreinte SHA-256 <span className="digest">{one.sha256.slice(0, 16)}…</span>
            </small>
          </li>
        ))}
      </ul>
      {props.mayWrite && props.awarded && (
        <Form
          method="post"
          action={`/subventions/${props.fileId}/convention`}
          encType="multipart/form-data"
          className="stack"
        >
          <input type="hidden" name="id" value={props.newId} />
          <Field
            label="Fichier de la convention"
            hint={`PDF, JPEG ou PNG, 10 Mo au plus.${props.of.length > 0 ? ' Elle remplace celle qui est jointe, qui reste consultable.' : ''}`}
            name="file"
            type="file"
            required
            accept="application/pdf,image/jpeg,image/png"
          />
          <div className="row">
            <Submit tone="secondary">Joindre la convention</Submit>
          </div>
        </Form>
      )}
      {!props.awarded && <p>Elle se joint une fois l’aide accordée, dans le suivi de la demande.</p>}
    </section>
  );
}
