// Opens a consultation on the frozen needs of a campaign, with first choices proposed.
import { redirect } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { write } from 'db/client';
import { findConsolidation } from 'db/consolidation';
import { addConsultation, findConsultationOf, isReferenceTaken } from 'db/consultations';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { proposedChoices } from '~/domain/consultations/consultation';
import { OpenConsultation } from '~/ui/campaigns/open-consultation';
import { FormProblem } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { openingSchema } from './choices.server';
import { categoryCpv } from './cpv.server';

export const loader = reader('consultation.run', ({ params }) => redirect(`/campagnes/${params['id']}/consolidation`));

export const action = writer('consultation.run', ({ db, user, params, form, now, platform }) => {
  const read = readForm(form, openingSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { reference, object, launchOn } = read.value;
  const outcome = write(db, (tx) => {
    const consolidation = orNotFound(findConsolidation(tx, params['id'] ?? ''));
    const already = findConsultationOf(tx, consolidation.id);
    if (already) return { id: already.id };
    if (isReferenceTaken(tx, reference)) {
      return { reasons: [`La référence « ${reference} » est déjà celle d’une autre consultation.`] };
    }
    // A real buyer gives its own profile and court; the demonstration has fictitious ones to try the path.
    const defaults = {
      profileAddress: platform.demonstration ? 'https://profil-acheteur.syndicat.example' : '',
      contactEmail: findSyndicat(tx).email ?? '',
      court: platform.demonstration ? 'Tribunal administratif de Rennes' : '',
    };
    const choices = proposedChoices(consolidation.needs.consolidation.lots, launchOn, defaults, categoryCpv);
    const consultation = { reference, object, consolidationId: consolidation.id, launchOn, choices };
    const id = addConsultation(tx, consultation, { id: user.id, at: now });
    const subject = { subjectKind: 'consultation', subjectId: id };
    const detail = { reference, object, launchOn, digest: consolidation.digest };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.opened', ...subject, detail });
    return { id };
  });
  if ('reasons' in outcome) return refused(outcome.reasons, typedOf(form));
  return redirectSaying(`/consultations/${outcome.id}`, 'La consultation est ouverte : complétez les choix proposés.');
});

export default function OpenPage() {
  const campaignId = useParams()['id'] ?? '';
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <PageHead
        title="Préparer la consultation"
        crumbs={[{ to: `/campagnes/${campaignId}/consolidation`, label: 'Consolidation' }]}
      />
      <FormProblem
        reasons={answer && 'reasons' in answer ? answer.reasons : []}
        title="La consultation n’est pas ouverte."
      />
      <OpenConsultation campaignId={campaignId} typed={answer?.typed ?? {}} problems={answer?.problems ?? {}} />
    </article>
  );
}
