// The commitment as signed by both parties: received once, as a PDF.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { dateContract } from 'db/contracts';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { contractOf } from './contract.server';
import { signedAeSchema } from './contract-form.server';

export const loader = reader('contract.read', ({ params }) => redirect(`/contrats/${params['id']}`));

export const action = writer('contract.run', async ({ db, user, params, form, now, today }) => {
  const read = readForm(form, signedAeSchema);
  const { contract } = contractOf(db, params['id']);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const bytes = new Uint8Array(await read.value.file.arrayBuffer());
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-')
    return refused(['Ce fichier n’est pas un PDF.']);
  write(db, (tx) => {
    const { contract: current, holder } = contractOf(tx, contract.id);
    // Received already: a signed act is not replaced.
    if (current.signedAeDocumentId !== null) return;
    const signedAeDocumentId = addDocument(tx, {
      kind: 'signedContract',
      number: `${contract.number}-AE`,
      issuerId: findSyndicat(tx).id,
      communeId: null,
      supplierId: holder.id,
      title: `Acte d’engagement signé, ${contract.number}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `acte-engagement-${contract.number}.pdf`,
      mediaType: 'application/pdf',
      templateVersion: 'received',
      bytes,
    });
    dateContract(tx, contract.id, 'signedAeDocumentId', { signedAeDocumentId });
    const subject = { subjectKind: 'contract', subjectId: contract.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'contract.aeReceived', ...subject, detail: { signedAeDocumentId } });
  });
  return redirectSaying(`/contrats/${contract.id}`, 'L’acte d’engagement signé est joint.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage title="L’acte d’engagement n’est pas joint" back={`/contrats/${id}`} backLabel="Revenir au contrat" />
  );
}
