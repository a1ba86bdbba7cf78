// Applies a received price schedule to its lot, once, exactly as it was shown.
import type { MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { confirmPriceSchedule } from 'db/accords-cadres';
import { write } from 'db/client';
import { applyDecisions, endAbsent } from 'db/price-schedules';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { findReceived } from './price-schedule.server';

export const meta: MetaFunction = () => [{ title: 'Bordereau de prix – Préau' }];

export const loader = reader('priceSchedule.import', ({ params }) =>
  redirect(`/accords-cadres/lots/${params['id']}/bordereaux/${params['scheduleId']}`),
);

export const action = writer('priceSchedule.import', ({ db, params, form, user, now, today }) => {
  const lotId = params['id'] ?? '';
  const scheduleId = params['scheduleId'] ?? '';
  const page = `/accords-cadres/lots/${lotId}/bordereaux/${scheduleId}`;
  const reasons = write(db, (tx): readonly string[] | undefined => {
    const { schedule, changes, digest } = orNotFound(findReceived(tx, lotId, scheduleId));
    // Sent twice (double click, page sent again): already done, nothing to do.
    if (schedule.confirmedAt !== null) return undefined;
    const reasons: string[] = [];
    if (schedule.effectiveOn < today) {
      reasons.push(
        'La date d’effet est passée depuis la réception\u202f: recevez de nouveau le fichier avec une autre date.',
      );
    }
    if (form.get('digest') !== digest) {
      reasons.push(
        'Le catalogue du lot a changé depuis que cette page a été affichée\u202f: relisez les changements, puis confirmez.',
      );
    }
    if (reasons.length > 0) return reasons;
    const withAbsent = form.get('endAbsent') === 'on';
    confirmPriceSchedule(tx, scheduleId, { confirmedAt: now, confirmedBy: user.id });
    const counts = applyDecisions(tx, changes.decisions, {
      lotId,
      priceScheduleId: scheduleId,
      effectiveOn: schedule.effectiveOn,
      at: now,
    });
    if (withAbsent) endAbsent(tx, changes.absent, schedule.effectiveOn);
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'priceSchedule.confirmed',
      subjectKind: 'lot',
      subjectId: lotId,
      detail: {
        priceScheduleId: scheduleId,
        fileName: schedule.fileName,
        sha256: schedule.sha256,
        effectiveOn: schedule.effectiveOn,
        ...counts,
        ended: withAbsent ? changes.absent.length : 0,
      },
    });
    return undefined;
  });
  if (reasons !== undefined) return refused(reasons);
  return redirectSaying(page, 'Le bordereau est confirmé\u202f: le catalogue du lot est à jour.');
});

export default function PriceScheduleConfirmation() {
  const { id, scheduleId } = useParams();
  return (
    <RefusalPage
      title="Bordereau non confirmé"
      back={`/accords-cadres/lots/${id}/bordereaux/${scheduleId}`}
      backLabel="Revoir le bordereau"
    />
  );
}
