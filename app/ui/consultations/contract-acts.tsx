// The acts between the signature and the first order: the signed commitment, the prefecture, the notification.
import { Form, Link } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Field, Submit } from '../form';
import { Badge, Notice } from '../parts';

interface Shown {
  readonly contract: {
    readonly id: string;
    readonly legalityControl: boolean;
    readonly prefectSentOn: Day | null;
    readonly prefectReceiptOn: Day | null;
    readonly signedAeDocumentId: string | null;
    readonly notificationDocumentId: string | null;
    readonly notificationSentOn: Day | null;
    readonly notifiedOn: Day | null;
    readonly lotId: string | null;
  };
  readonly deemedAfter: number;
  readonly today: Day;
  readonly mayRun: boolean;
}

function SignedAe({ shown: { contract, mayRun } }: { shown: Shown }) {
  return (
    <section className="card">
      <h2>Acte d’engagement signé</h2>
      {contract.signedAeDocumentId !== null ? (
        <p>
          <a href={`/contrats/${contract.id}/documents/${contract.signedAeDocumentId}`} download>
            Télécharger l’acte d’engagement signé
          </a>
        </p>
      ) : mayRun ? (
        <Form
          method="post"
          action={`/contrats/${contract.id}/acte-engagement`}
          encType="multipart/form-data"
          className="stack"
        >
          <Field label="Fichier PDF (facultatif)" name="file" type="file" accept="application/pdf" required />
          <div className="row">
            <Submit tone="secondary">Joindre l’acte d’engagement</Submit>
          </div>
        </Form>
      ) : (
        <p>Pas encore joint.</p>
      )}
    </section>
  );
}

function Prefect({ shown: { contract, mayRun, today } }: { shown: Shown }) {
  if (!contract.legalityControl) return null;
  const { prefectSentOn, prefectReceiptOn } = contract;
  return (
    <section className="card">
      <h2>Contrôle de légalité</h2>
      <p>
        {prefectSentOn === null ? 'Pas encore transmis en préfecture.' : `Transmis le ${formatDay(prefectSentOn)}.`}{' '}
        {prefectReceiptOn === null ? (
          <Badge tone="warn">accusé de réception attendu</Badge>
        ) : (
          `Accusé de réception du ${formatDay(prefectReceiptOn)}.`
        )}{' '}
        <small>CGCT L2131-1, L2131-2 et D2131-5-1.</small>
      </p>
      {mayRun && prefectReceiptOn === null && (
        <Form method="post" action={`/contrats/${contract.id}/prefecture`} className="stack">
          <div className="grid">
            <Field
              label="Transmis le"
              name="sentOn"
              type="date"
              required
              max={today}
              defaultValue={prefectSentOn ?? today}
            />
            <Field label="Accusé de réception du (s’il est là)" name="receiptOn" type="date" max={today} />
          </div>
          <div className="row">
            <Submit tone="secondary">Enregistrer</Submit>
          </div>
        </Form>
      )}
    </section>
  );
}

function Notification({ shown }: { shown: Shown }) {
  const { contract, mayRun, today, deemedAfter } = shown;
  const { notificationDocumentId, notifiedOn, id } = contract;
  return (
    <section className="card">
      <h2>Notification</h2>
      {notificationDocumentId !== null && (
        <p>
          <a href={`/contrats/${id}/documents/${notificationDocumentId}`} download>
            Télécharger le courrier de notification
          </a>
        </p>
      )}
      {notifiedOn !== null && (
        <p>
          Déposée le {contract.notificationSentOn === null ? '' : formatDay(contract.notificationSentOn)}, reçue le{' '}
          {formatDay(notifiedOn)}&nbsp;: le marché s’exécute depuis ce jour.
        </p>
      )}
      {mayRun && notificationDocumentId === null && (
        <Form method="post" action={`/contrats/${id}/courrier-de-notification`}>
          <Submit tone="secondary">Établir le courrier de notification (PDF)</Submit>
        </Form>
      )}
      {mayRun && notifiedOn === null && (
        <Form method="post" action={`/contrats/${id}/notification`} className="stack">
          <h3>Enregistrer la notification</h3>
          <div className="grid">
            <Field
              label="Déposée sur le profil d’acheteur le"
              name="sentOn"
              type="date"
              required
              max={today}
              defaultValue={today}
            />
            <Field
              label="Première lecture par le titulaire"
              hint={`Sans lecture, elle est réputée reçue ${deemedAfter} jours après le dépôt (CCAG-FCS 3.1.2).`}
              name="readOn"
              type="date"
              max={today}
            />
          </div>
          <div className="row">
            <Submit>Enregistrer la notification</Submit>
          </div>
        </Form>
      )}
    </section>
  );
}

export function ContractActs({ shown }: { shown: Shown }) {
  const { contract, mayRun } = shown;
  return (
    <>
      {mayRun && contract.notifiedOn !== null && contract.lotId === null && (
        <Notice tone="warn" title="Le bordereau attribué n’est pas encore au catalogue">
          <p>
            <Link className="button" to={`/contrats/${contract.id}/catalogue`}>
              Ouvrir le catalogue aux communes
            </Link>
          </p>
        </Notice>
      )}
      <SignedAe shown={shown} />
      <Prefect shown={shown} />
      <Notification shown={shown} />
    </>
  );
}
