// Memberships of the centrale: the table of a day, and the acts of one commune.
import { Form, Link } from '@remix-run/react';
import type { MembershipState } from '~/domain/organisations/memberships';
import { membershipStateLabels } from '~/domain/organisations/memberships';
import type { Day } from '~/domain/shared/day';
import { formatDay, formatDayShort } from '~/domain/shared/format';
import { Field, Submit } from '../form';
import { Badge, Facts, type Tone } from '../parts';

const tones: Readonly<Record<MembershipState, Tone | undefined>> = {
  member: 'good',
  notEnforceable: 'warn',
  toCome: 'accent',
  left: undefined,
  never: undefined,
};

export interface MembershipShown {
  readonly communeId: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly deliberationNumber: string;
  readonly deliberationOn: Day;
  readonly enforceableOn: Day | null;
  readonly enforceableSource: 'given' | 'assumed' | null;
  readonly deliberationDocumentId: string | null;
  readonly exitReason: string | null;
}

export function MembershipBadge({ state }: { state: MembershipState }) {
  return <Badge tone={tones[state]}>{membershipStateLabels[state]}</Badge>;
}

function enforceableText({ enforceableOn, enforceableSource }: MembershipShown): string {
  if (enforceableOn === null) return 'à compléter';
  const assumed = enforceableSource === 'assumed' ? ' (repris de la date du vote, à vérifier)' : '';
  return `${formatDayShort(enforceableOn)}${assumed}`;
}

/** One row per commune. */
export function MembershipTable({
  rows,
}: {
  rows: readonly {
    readonly communeId: string;
    readonly name: string;
    readonly state: MembershipState;
    readonly membership?: MembershipShown | undefined;
  }[];
}) {
  if (rows.length === 0) return <p>Aucune commune ne correspond.</p>;
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">État</th>
            <th scope="col">Délibération</th>
            <th scope="col">Exécutoire</th>
            <th scope="col">Entrée</th>
            <th scope="col">Sortie</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ communeId, name, state, membership }) => (
            <tr key={communeId}>
              <th scope="row">
                <Link to={`/conventions/adhesions/${communeId}`}>{name}</Link>
              </th>
              <td data-label="État">
                <MembershipBadge state={state} />
              </td>
              <td data-label="Délibération">
                {membership
                  ? `n° ${membership.deliberationNumber} du ${formatDayShort(membership.deliberationOn)}`
                  : '–'}
              </td>
              <td data-label="Exécutoire">{membership ? enforceableText(membership) : '–'}</td>
              <td data-label="Entrée">{membership ? formatDayShort(membership.from) : '–'}</td>
              <td data-label="Sortie">{membership?.to ? formatDayShort(membership.to) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One membership with what may still be added to it. */
export function MembershipCard({
  membership,
  mayRun,
  today,
}: {
  membership: MembershipShown;
  mayRun: boolean;
  today: Day;
}) {
  const base = `/conventions/adhesions/${membership.communeId}/${membership.from}`;
  const open = membership.enforceableOn === null || membership.enforceableSource === 'assumed';
  return (
    <section className="card">
      <h2>
        Adhésion du {formatDay(membership.from)}
        {membership.to !== null && ` au ${formatDay(membership.to)}`}
      </h2>
      <Facts
        entries={[
          ['Délibération', `n° ${membership.deliberationNumber} du ${formatDay(membership.deliberationOn)}`],
          ['Exécutoire', enforceableText(membership)],
          [
            'Pièce',
            membership.deliberationDocumentId === null ? (
              'non jointe'
            ) : (
              <a key="file" href={`${base}/deliberation`}>
                Délibération (PDF)
              </a>
            ),
          ],
          ...(membership.exitReason === null ? [] : [['Motif de la sortie', membership.exitReason] as const]),
        ]}
      />
      {mayRun && (open || membership.deliberationDocumentId === null) && (
        <Form method="post" action={`${base}/actes`} encType="multipart/form-data" className="stack">
          {open && (
            <Field
              label="Délibération exécutoire le"
              name="enforceableOn"
              type="date"
              min={membership.deliberationOn}
              defaultValue={membership.enforceableOn ?? ''}
            />
          )}
          {membership.deliberationDocumentId === null && (
            <Field label="Délibération (PDF)" name="file" type="file" accept="application/pdf,.pdf" />
          )}
          <div className="row">
            <Submit tone="secondary">Compléter</Submit>
          </div>
        </Form>
      )}
      {mayRun && membership.to === null && (
        <Form method="post" action={`${base}/sortie`} className="stack">
          <Field label="N’est plus membre à compter du" name="leftOn" type="date" required defaultValue={today} />
          <Field label="Motif de la sortie" name="reason" required maxLength={500} />
          <div className="row">
            <Submit tone="danger">Enregistrer la sortie</Submit>
          </div>
        </Form>
      )}
    </section>
  );
}
