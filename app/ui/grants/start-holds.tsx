// Why an order waits for a grant request to be received, and what the commune may record to release it.
import { Form, Link } from '@remix-run/react';
import type { StartHold } from '~/domain/grants/start-holds';
import { Field, Submit } from '../form';
import { Notice } from '../parts';

export function StartHolds({ of, mayRelease }: { of: readonly StartHold[]; mayRelease: boolean }) {
  if (of.length === 0) return null;
  return (
    <Notice tone="warn" title="Attendre avant d’émettre le bon de commande">
      {of.map((hold) => (
        <div key={hold.fileId} className="stack">
          <p>
            {hold.schemeName}, {hold.schoolName} : la demande n’est pas reçue. Un bon de commande signé avant fait
            perdre l’aide ({hold.article}).
          </p>
          {mayRelease && (
            <>
              <p>
                <Link to={`/subventions/${hold.fileId}/suivi`}>Enregistrer la réception de la demande</Link>
              </p>
              <details>
                <summary>Le préfet a accordé une dérogation</summary>
                <Form method="post" action={`/subventions/${hold.fileId}/derogation`} className="stack">
                  <Field label="Date de la dérogation" type="date" name="grantedOn" required />
                  <Field label="Référence du courrier" name="reference" required />
                  <div className="row">
                    <Submit tone="secondary">Enregistrer la dérogation</Submit>
                  </div>
                </Form>
              </details>
              <details>
                <summary>Renoncer à l’aide pour cette commande</summary>
                <Form method="post" action={`/subventions/${hold.fileId}/commande/retrait`} className="stack">
                  <p>Le dossier est gardé, sans ses lignes ; votre nom et la date sont notés au journal.</p>
                  <div className="row">
                    <Submit tone="danger">Retirer le dossier de cette commande</Submit>
                  </div>
                </Form>
              </details>
            </>
          )}
        </div>
      ))}
    </Notice>
  );
}
