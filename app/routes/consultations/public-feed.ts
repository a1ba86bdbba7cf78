// New and changed consultations as an Atom feed (RFC 4287).
import { findSyndicat } from 'db/organisations';
import { writeFeed } from '~/documents/feed';
import { formatMoment } from '~/domain/shared/format';
import { publicReader } from '../guard.server';
import { publicConsultations } from './public-consultation.server';

export const loader = publicReader(({ db, now, platform }) => {
  const address = (path: string) => new URL(path, platform.publicUrl).href;
  const feed = writeFeed({
    title: `Marchés publics, ${findSyndicat(db).name}`,
    self: address('/marches/flux.atom'),
    page: address('/marches'),
    entries: publicConsultations(db, now).map((market) => ({
      link: address(`/marches/${market.id}`),
      title: `${market.reference} : ${market.object}`,
      updatedAt: market.publishedAt,
      summary: `Offres attendues jusqu’au ${formatMoment(market.deadline, market.deadlineTime)}.`,
    })),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
});
