// Reads the price schedule of a candidate for a lot: kept as it is, with what is wrong in it.
import { createHash } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addOffer } from 'db/offers';
import { addDeed } from 'db/records';
import { readOfferWorkbook } from '~/imports/offer-workbook';
import { fileRefusalSentence } from '~/imports/sentences';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { analysisOfLot, conductOf, offerVocabulary } from './conduct.server';
import { offerSchema } from './conduct-forms.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/analyse/${params['lot']}`),
);

export const action = writer('consultation.run', async ({ db, user, params, form, now }) => {
  const read = readForm(form, offerSchema);
  const conduct = conductOf(db, params['id'], now);
  const { analysis } = analysisOfLot(db, conduct, params['lot']);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { id, deposit, file } = read.value;
  const { candidate } = orNotFound(analysis.offers.find(({ depositId }) => depositId === deposit));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reading = readOfferWorkbook(bytes, offerVocabulary(analysis.lot));
  if (!reading.read) {
    const { refusal } = reading;
    return refused([
      refusal.tag === 'noSchedule'
        ? `Ce fichier n’a pas la feuille «\u00a0${offerVocabulary(analysis.lot).bpu}\u00a0» du dossier avec ses titres de colonnes\u202f: ce n’est pas le bordereau de ce lot.`
        : fileRefusalSentence(refusal),
    ]);
  }
  const consultationId = conduct.prepared.consultation.id;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileName = file.name.slice(0, 200);
  write(db, (tx) => {
    const lotNumber = analysis.lot.number;
    addOffer(tx, {
      id,
      consultationId,
      depositId: deposit,
      lotNumber,
      fileName,
      sha256,
      reading: reading.offer,
      at: now,
      byUserId: user.id,
    });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { depositId: deposit, candidate, lotNumber, fileName, sha256 };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.offerRead', ...about, detail });
  });
  return redirectSaying(
    `/consultations/${params['id']}/analyse/${params['lot']}`,
    `Le bordereau de ${candidate} est lu.`,
  );
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="Le bordereau n’est pas lu"
      back={`/consultations/${id}/analyse/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
