// Closes the link of a school; what it wrote stays to be read.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { revokeNeedLink } from 'db/need-contributions';
import { addDeed } from 'db/records';
import { reader, redirectSaying, writer } from '../guard.server';
import { answeringOf } from './answering.server';

export const loader = reader('campaign.answer', ({ params }) => redirect(`/campagnes/${params['id']}/reponse/ecoles`));

export const action = writer('campaign.answer', ({ db, user, params, now }) => {
  write(db, (tx) => {
    const { campaign, communeId } = answeringOf(tx, user, params);
    if (!revokeNeedLink(tx, params['link'] ?? '', campaign.id, communeId, now)) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.schoolLinkClosed',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: { linkId: params['link'] },
    });
  });
  return redirectSaying(`/campagnes/${params['id']}/reponse/ecoles`, 'Le lien est fermé.');
});
