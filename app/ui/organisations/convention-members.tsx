// The members of a groupement with their acts, and the forms that add one commune or all those of the centrale.
import { Form, Link } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDayShort } from '~/domain/shared/format';
import { Field, Select, Submit } from '../form';
import { Badge } from '../parts';

export interface MemberShown {
  readonly id: string;
  readonly communeId: string;
  readonly name: string;
  readonly siret: string;
  readonly joinedOn: Day;
  readonly representative: string | null;
  readonly deliberationNumber: string | null;
  readonly deliberationOn: Day | null;
  readonly enforceableOn: Day | null;
  readonly deliberationDocumentId: string | null;
  readonly signedOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly withdrawalReason: string | null;
  /** Why it would not be an identified buyer today; '' when it would. */
  readonly faults: string;
}

const dayText = (day: Day | null) => (day === null ? '–' : formatDayShort(day));

function Deliberation({ id, member }: { id: string; member: MemberShown }) {
  if (member.deliberationNumber === null) return '–';
  return (
    <>
      n° {member.deliberationNumber} du {dayText(member.deliberationOn)}
      {member.deliberationDocumentId !== null && (
        <>
          {' '}
          <a href={`/conventions/${id}/membres/${member.id}/deliberation`}>
            PDF<span className="visually-hidden"> de la délibération, {member.name}</span>
          </a>
        </>
      )}
    </>
  );
}

/** One row per stay; the last column says whether it makes an identified buyer today. */
export function ConventionMembers(props: { id: string; members: readonly MemberShown[]; mayRun: boolean }) {
  const { id, members, mayRun } = props;
  if (members.length === 0) return <p>Aucun membre pour le moment.</p>;
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">Représentant</th>
            <th scope="col">Entrée</th>
            <th scope="col">Délibération</th>
            <th scope="col">Exécutoire</th>
            <th scope="col">Signée</th>
            <th scope="col">Acheteur identifié aujourd’hui</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                {mayRun ? <Link to={`/conventions/${id}/membres/${member.id}`}>{member.name}</Link> : member.name}{' '}
                <small>{member.siret}</small>
              </th>
              <td data-label="Représentant">{member.representative ?? '–'}</td>
              <td data-label="Entrée">{dayText(member.joinedOn)}</td>
              <td data-label="Délibération">
                <Deliberation id={id} member={member} />
              </td>
              <td data-label="Exécutoire">{dayText(member.enforceableOn)}</td>
              <td data-label="Signée">{dayText(member.signedOn)}</td>
              <td data-label="Acheteur identifié aujourd’hui">
                {member.faults === '' ? <Badge tone="good">oui</Badge> : <Badge tone="warn">non</Badge>}{' '}
                {member.faults !== '' && <small>{member.faults}</small>}
                {member.withdrawalReason !== null && <small> (motif : {member.withdrawalReason})</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Adds one commune, or every member of the centrale that is not in yet. */
export function AddMembers(props: {
  id: string;
  others: readonly { readonly id: string; readonly name: string }[];
  today: Day;
}) {
  const { id, others, today } = props;
  if (others.length === 0) return null;
  const action = `/conventions/${id}/membres`;
  const entry = <Field label="Entrée le" name="joinedOn" type="date" required defaultValue={today} />;
  return (
    <div className="stack">
      <Form method="post" action={action} className="inline">
        <Select
          label="Commune à ajouter"
          name="communeId"
          required
          empty="Choisir une commune"
          options={others.map((commune) => ({ value: commune.id, label: commune.name }))}
        />
        {entry}
        <Submit>Ajouter</Submit>
      </Form>
      <Form method="post" action={action} className="inline">
        <input type="hidden" name="communeId" value="centrale" />
        <input type="hidden" name="joinedOn" value={today} />
        <Submit tone="secondary">Ajouter toutes les adhérentes de la centrale</Submit>
      </Form>
    </div>
  );
}
