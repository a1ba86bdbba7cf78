// Every date of the open procedures and of the grant files, by day, with what is late and where to act.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { isAllowed } from '~/domain/accounts/permissions';
import {
  isNear,
  timelineKindLabels,
  timelineOwnerLabels,
  timelineStateLabel,
} from '~/domain/consultations/timeline-entries';
import { formatDay, formatDayShort } from '~/domain/shared/format';
import { TimelineTable } from '~/ui/consultations/timeline';
import { Select, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { filteredLines, timelineOf } from './timeline.server';

export const meta: MetaFunction = () => [{ title: 'Échéances – Préau' }];

export const loader = reader('deadline.read', ({ db, user, url, today }) => {
  const all = timelineOf(db, user, today);
  const { searchParams } = url;
  const consultations = new Map(
    all.flatMap((line) =>
      // A contract has its own number: the consultation is named by its own lines.
      line.consultationId !== null && line.to.startsWith('/consultations/')
        ? [[line.consultationId, line.subject] as const]
        : [],
    ),
  );
  const mayRecord = isAllowed(user.roles, 'deadline.record');
  return {
    today,
    none: all.length === 0,
    late: all.filter(({ state }) => state.kind === 'late').length,
    consultation: searchParams.get('consultation') ?? '',
    kind: searchParams.get('nature') ?? '',
    consultations: [...consultations].map(([value, label]) => ({ value, label })),
    kinds: Object.entries(timelineKindLabels)
      .filter(([value]) => all.some((line) => line.kind === value))
      .map(([value, label]) => ({ value, label })),
    lines: filteredLines(all, searchParams).map((line) => ({
      id: line.id,
      on: formatDay(line.on),
      label: line.label,
      subject: line.subject,
      to: line.to,
      kind: timelineKindLabels[line.kind],
      owner: timelineOwnerLabels[line.owner],
      article: line.article,
      toVerify: line.confidence === 'recalled' || line.confidence === 'unsure',
      tone:
        line.state.kind === 'late'
          ? ('bad' as const)
          : line.state.kind === 'done'
            ? ('good' as const)
            : isNear(line)
              ? ('warn' as const)
              : ('unknown' as const),
      state: timelineStateLabel(line.state, formatDayShort),
      recordable: mayRecord && line.recordableFrom !== null && line.doneOn === null,
    })),
  };
});

export default function Timeline() {
  const { late, lines, none, today, ...shown } = useLoaderData<typeof loader>();
  const asked = new URLSearchParams({ consultation: shown.consultation, nature: shown.kind });
  return (
    <article>
      <PageHead title="Échéances">
        {none
          ? 'Aucune date à suivre.'
          : late === 0
            ? 'Rien n’est en retard.'
            : `${late} échéance${late > 1 ? 's' : ''} en retard.`}
      </PageHead>
      {!none && (
        <>
          <Form method="get" className="row" key={asked.toString()}>
            {shown.consultations.length > 0 && (
              <Select
                label="Consultation"
                name="consultation"
                options={shown.consultations}
                empty="Toutes"
                defaultValue={shown.consultation}
              />
            )}
            <Select label="Nature" name="nature" options={shown.kinds} empty="Toutes" defaultValue={shown.kind} />
            <Submit tone="secondary">Filtrer</Submit>
          </Form>
          <p>
            <Link to={`/echeances/agenda.ics?${asked}`} reloadDocument className="button secondary">
              Télécharger pour l’agenda (iCalendar)
            </Link>
          </p>
          {lines.length === 0 ? (
            <p>Aucune date ne répond à ces choix.</p>
          ) : (
            <TimelineTable lines={lines} today={today} />
          )}
        </>
      )}
    </article>
  );
}
