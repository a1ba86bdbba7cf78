// The acts of one commune: its memberships of the centrale, its groupements, and the markets it may not order under.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listFrozenNeeds } from 'db/consolidation';
import { listStaysOf } from 'db/conventions';
import { listMemberships } from 'db/memberships';
import { isAllowed } from '~/domain/accounts/permissions';
import { buyerFaultsText } from '~/domain/organisations/identified-buyers';
import { formatDay } from '~/domain/shared/format';
import { Field, Submit } from '~/ui/form';
import { MembershipCard } from '~/ui/organisations/memberships';
import { PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Actes de la commune – Préau' }];

export const loader = reader('convention.read', ({ db, user, params, today }) => {
  const rows = listMemberships(db, user.scope).filter(({ communeId }) => communeId === params['commune']);
  const { communeId, name } = orNotFound(rows[0]);
  const closed = listFrozenNeeds(db).flatMap(({ needs }) => {
    if (needs.buyers.some((buyer) => buyer.communeId === communeId)) return [];
    const excluded = needs.excludedBuyers?.find((one) => one.communeId === communeId);
    const why = excluded ? buyerFaultsText(excluded.faults) : 'n’était pas membre au jour du gel';
    return [{ id: needs.campaign.id, title: needs.campaign.title, why }];
  });
  return {
    communeId,
    name,
    today,
    mayRun: isAllowed(user.roles, 'convention.run'),
    memberships: rows.flatMap(({ membership }) => (membership === null ? [] : [membership])),
    stays: listStaysOf(db, communeId).map(({ member, reference, terms }) => ({
      id: member.id,
      conventionId: member.conventionId,
      reference,
      object: terms.object,
      signedOn: member.signedOn,
      withdrawnOn: member.withdrawnOn,
    })),
    closed,
  };
});

function Entry({ communeId, today }: { communeId: string; today: string }) {
  return (
    <Form
      method="post"
      action={`/conventions/adhesions/${communeId}/entree`}
      encType="multipart/form-data"
      className="card"
    >
      <h2>Enregistrer une adhésion</h2>
      <div className="row">
        <Field label="Membre à compter du" name="from" type="date" required defaultValue={today} />
        <Field label="Numéro de la délibération" name="deliberationNumber" required maxLength={60} />
        <Field label="Date de la délibération" name="deliberationOn" type="date" required max={today} />
      </div>
      <Field label="Exécutoire le (si connu)" name="enforceableOn" type="date" />
      <Field label="Délibération (PDF, facultatif)" name="file" type="file" accept="application/pdf,.pdf" />
      <div className="row">
        <Submit>Enregistrer l’adhésion</Submit>
      </div>
    </Form>
  );
}

export default function MembershipPage() {
  const shown = useLoaderData<typeof loader>();
  const { communeId, mayRun, today } = shown;
  return (
    <article>
      <PageHead title={shown.name} crumbs={[{ to: '/conventions', label: 'Adhésions et conventions' }]}>
        Adhésion à la centrale d’achat et groupements de commandes.
      </PageHead>
      {shown.memberships.length === 0 && <p>Cette commune n’a jamais été membre de la centrale.</p>}
      {shown.memberships.map((membership) => (
        <MembershipCard key={membership.from} membership={membership} mayRun={mayRun} today={today} />
      ))}
      {mayRun && shown.memberships.every(({ to }) => to !== null) && <Entry communeId={communeId} today={today} />}
      <section>
        <h2>Groupements de commandes</h2>
        {shown.stays.length === 0 ? (
          <p>Aucun.</p>
        ) : (
          <ul>
            {shown.stays.map(({ id, conventionId, reference, object, signedOn, withdrawnOn }) => (
              <li key={id}>
                <Link to={`/conventions/${conventionId}`}>{reference}</Link> : {object},{' '}
                {signedOn === null ? 'non signée' : `signée le ${formatDay(signedOn)}`}
                {withdrawnOn !== null && `, retrait le ${formatDay(withdrawnOn)}`}
              </li>
            ))}
          </ul>
        )}
      </section>
      {shown.closed.length > 0 && (
        <section>
          <h2>Besoins figés sans cette commune</h2>
          <p>Elle ne peut pas commander sous les marchés qui en sont issus (CCP R2162-6).</p>
          <ul>
            {shown.closed.map(({ id, title, why }) => (
              <li key={id}>
                {title} : {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
