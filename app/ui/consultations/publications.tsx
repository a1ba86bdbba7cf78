// The publications of a consultation: the first, then each change, the one in force on top.
import { type Medium, mediumLabels } from '~/domain/consultations/publication';
import type { Day } from '~/domain/shared/day';
import { formatDay, formatMoment } from '~/domain/shared/format';
import { Badge } from '../parts';

export function PublicationList({
  of,
}: {
  of: readonly {
    readonly version: number;
    readonly sentOn: Day;
    readonly media: readonly Medium[];
    readonly noticeReference: string | null;
    readonly deadline: Day;
    readonly deadlineTime: string;
    readonly change: string | null;
    readonly noExtensionReason: string | null;
  }[];
}) {
  if (of.length === 0) return <p>La consultation n’est pas publiée.</p>;
  return (
    <section className="stack">
      {of.map((one, index) => (
        <div key={one.version} className={index === 0 ? 'card accent' : 'card'}>
          <h2>
            Version {one.version}, envoyée le {formatDay(one.sentOn)}{' '}
            {index === 0 ? <Badge tone="good">en vigueur</Badge> : <Badge>remplacée</Badge>}
          </h2>
          <p>
            {one.media.map((medium) => mediumLabels[medium]).join(', ')}
            {one.noticeReference && `, avis ${one.noticeReference}`}. Offres attendues jusqu’au{' '}
            <strong>{formatMoment(one.deadline, one.deadlineTime)}</strong>.
          </p>
          {one.change && <p>Modification&nbsp;: {one.change}</p>}
          {one.noExtensionReason && <p>Sans report de délai&nbsp;: {one.noExtensionReason}</p>}
        </div>
      ))}
    </section>
  );
}
