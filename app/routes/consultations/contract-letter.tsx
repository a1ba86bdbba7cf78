// The letter that notifies a contract: issued once.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { award as catalogue } from 'catalog/award';
import { write } from 'db/client';
import { findConsultation } from 'db/consultations';
import { dateContract } from 'db/contracts';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import {
  contractNotificationModel,
  contractNotificationTemplateVersion,
} from '~/documents/consultations/contract-notification';
import { ccagNames } from '~/documents/consultations/subject';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { contractOf, deemedReadAfter } from './contract.server';
import { issuerOf } from './report-facts.server';

export const loader = reader('contract.read', ({ params }) => redirect(`/contrats/${params['id']}`));

export const action = writer('contract.run', async ({ db, user, params, now, today, platform }) => {
  const { contract, holder, reference, object } = contractOf(db, params['id']);
  const page = `/contrats/${contract.id}`;
  if (contract.notificationDocumentId !== null) return redirectSaying(page, 'Le courrier est déjà établi.');
  if (contract.legalityControl && contract.prefectReceiptOn === null)
    return refused([
      'Le marché n’a pas d’accusé de réception de la préfecture\u202f: il ne peut pas être notifié (CGCT L2131-1 et D2131-5-1).',
    ]);
  const { choices } = orNotFound(findConsultation(db, contract.consultationId));
  const model = contractNotificationModel({
    ...contract,
    ...issuerOf(db, platform.demonstration),
    issuedOn: today,
    reference,
    object,
    lot: { number: contract.lotNumber, title: contract.title },
    holder,
    ccag: ccagNames[choices.ccag].short,
    contactEmail: choices.contactEmail,
    deemedAfter: deemedReadAfter(today),
    catalogue,
  });
  const bytes = await platform.documents.render({ kind: 'pdf', model });
  write(db, (tx) => {
    if (contractOf(tx, contract.id).contract.notificationDocumentId !== null) return;
    const notificationDocumentId = addDocument(tx, {
      kind: 'contractNotification',
      number: `${contract.number}-NOTIFICATION`,
      issuerId: findSyndicat(tx).id,
      communeId: null,
      supplierId: holder.id,
      title: `Notification du marché ${contract.number}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `notification-${contract.number}.pdf`,
      mediaType: 'application/pdf',
      templateVersion: contractNotificationTemplateVersion,
      bytes,
    });
    dateContract(tx, contract.id, 'notificationDocumentId', { notificationDocumentId });
    const subject = { subjectKind: 'contract', subjectId: contract.id };
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'contract.letterIssued',
      ...subject,
      detail: { notificationDocumentId },
    });
  });
  return redirectSaying(page, 'Le courrier de notification est établi\u202f: déposez-le sur le profil d’acheteur.');
});

export default function Refused() {
  const { id } = useParams();
  return <RefusalPage title="Le courrier n’est pas établi" back={`/contrats/${id}`} backLabel="Revenir au contrat" />;
}
