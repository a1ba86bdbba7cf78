// The report of contradictions of a market file, and its stored versions.

import type { Instant } from '~/domain/shared/day';
import { formatCount, formatInstant } from '~/domain/shared/format';
import { Badge } from '../parts';

/** What was compared between the pieces, and the clauses a person must check before publication. */
export function FileReport(props: {
  agreements: readonly { readonly label: string; readonly pieces: readonly string[]; readonly agreed: boolean }[];
  toCheck: readonly string[];
  ownWordings: readonly string[];
}) {
  return (
    <>
      {props.agreements.length > 0 && (
        <details>
          <summary>
            Contrôle des contradictions :{' '}
            {props.agreements.every((one) => one.agreed) ? (
              <Badge tone="good">aucune</Badge>
            ) : (
              <Badge tone="bad">à corriger</Badge>
            )}
          </summary>
          <div className="table-scroll">
            <table className="cards">
              <thead>
                <tr>
                  <th scope="col">Point comparé</th>
                  <th scope="col">Pièces</th>
                  <th scope="col">Accord</th>
                </tr>
              </thead>
              <tbody>
                {props.agreements.map((one) => (
                  <tr key={one.label}>
                    <th scope="row">{one.label}</th>
                    <td data-label="Pièces">{one.pieces.join(', ')}</td>
                    <td data-label="Accord">
                      <Badge tone={one.agreed ? 'good' : 'bad'}>{one.agreed ? 'oui' : 'non'}</Badge>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      {props.ownWordings.length > 0 && (
        <details>
          <summary>
            Clauses dans la rédaction de l’acheteur <Badge tone="accent">{props.ownWordings.length}</Badge>
          </summary>
          <ul>
            {props.ownWordings.map((clause) => (
              <li key={clause}>{clause}</li>
            ))}
          </ul>
        </details>
      )}
      {props.toCheck.length > 0 && (
        <details>
          <summary>
            Clauses dont la base juridique est à vérifier avant publication{' '}
            <Badge tone="warn">{props.toCheck.length}</Badge>
          </summary>
          <ul>
            {props.toCheck.map((clause) => (
              <li key={clause}>{clause}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The stored versions; one made from other needs, choices or texts than today's is said to be out of date. */
export function FileVersions({
  id,
  files,
}: {
  id: string;
  files: readonly {
    readonly version: number;
    readonly fileName: string;
    readonly issuedAt: Instant;
    readonly byteLength: number;
    readonly sha256: string;
    readonly current: boolean;
  }[];
}) {
  if (files.length === 0) return null;
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Versions produites</caption>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Produite le</th>
            <th scope="col">Fichier</th>
            <th scope="col">Empreinte SHA-256</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.version}>
              <th scope="row">{file.version}</th>
              <td data-label="Produite le">{formatInstant(file.issuedAt)}</td>
              <td data-label="Fichier">
                <a href={`/consultations/${id}/dossier/${file.version}`} download>
                  {file.fileName}
                </a>{' '}
                <small>{formatCount(Math.ceil(file.byteLength / 1024))} Ko</small>
              </td>
              <td data-label="Empreinte SHA-256">
                <code title={file.sha256}>{file.sha256.slice(0, 16)}…</code>
              </td>
              <td data-label="État">
                {file.current ? <Badge tone="good">à jour</Badge> : <Badge tone="warn">périmée</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
