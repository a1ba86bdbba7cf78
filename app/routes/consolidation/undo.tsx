// Undoes a decision on lines, as long as the needs are not frozen and no other decision rests on it.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { findDecision, listStandingDecisions, undoDecision } from 'db/line-decisions';
import { addDeed } from 'db/records';
import { decisionSentence } from '~/domain/consolidation/decision-sentences';
import { decisionsResting } from '~/domain/consolidation/decisions';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { lineLabels } from './decisions.server';
import { consolidatedNeeds } from './needs.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}/consolidation`));

export const action = writer('campaign.run', ({ db, user, params, now }) => {
  const against = write(db, (tx) => {
    const { campaign, consolidation, stored } = consolidatedNeeds(tx, params['id']);
    const found = orNotFound(findDecision(tx, campaign.id, params['decision'] ?? ''));
    if (found.undoneAt !== null) return [];
    if (stored) return ['Les besoins sont figés : leurs lignes ne changent plus.'];
    const standing = listStandingDecisions(tx, campaign.id).map(({ decision }) => decision);
    const resting = decisionsResting(found.decision, standing);
    const names = lineLabels(consolidation, standing);
    if (resting.length > 0) {
      return resting.map((one) => `Annulez d’abord la décision qui repose sur elle : ${decisionSentence(one, names)}.`);
    }
    undoDecision(tx, campaign.id, found.decision.id, { id: user.id, at: now });
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    const detail = { id: found.decision.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'lines.decisionUndone', ...subject, detail });
    return [];
  });
  if (against.length > 0) return refused(against);
  return redirectSaying(`/campagnes/${params['id']}/consolidation`, 'La décision est annulée.');
});

export default function UndoRefused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La décision n’est pas annulée"
      back={`/campagnes/${id}/consolidation`}
      backLabel="Revenir à la consolidation"
    />
  );
}
