// What moved between two looks at the needs, or since they were frozen: by line and by commune, before and after.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { formatCents, formatInstant } from '~/domain/shared/format';
import { ChangedLines, ChangedMembers } from '~/ui/consolidation/change-tables';
import { Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { changesSince } from './changes.server';

export const meta: MetaFunction = () => [{ title: 'Ce qui a bougé – Préau' }];

export const loader = reader('campaign.run', (asked) => ({ ...changesSince(asked), id: randomUUID() }));

export default function ChangesPage() {
  const { campaign, wanted, looks, frozenAt, changes, id } = useLoaderData<typeof loader>();
  const base = `/campagnes/${campaign.id}/consolidation`;
  const crumbs = [
    { to: '/campagnes', label: 'Recensements' },
    { to: `/campagnes/${campaign.id}`, label: campaign.title },
    { to: base, label: 'Consolidation' },
  ];
  const moments = [
    ...(frozenAt === null ? [] : [{ key: 'gel', label: `le gel des besoins, ${formatInstant(frozenAt)}` }]),
    ...looks.map((look) => ({ key: look.id, label: `le repère de ${look.by}, ${formatInstant(look.at)}` })),
  ];
  return (
    <article>
      <PageHead title="Ce qui a bougé" crumbs={crumbs}>
        Les réponses telles qu’elles sont, comparées à un moment gardé.
      </PageHead>
      <Form method="post" action={`${base}/reperes`}>
        <input type="hidden" name="id" value={id} />
        <Submit tone="secondary">Poser un repère maintenant</Submit>
      </Form>
      {moments.length === 0 && (
        <p>Aucun moment gardé : posez un repère, et revenez ici pour voir ce qui aura bougé depuis.</p>
      )}
      <ul>
        {moments.map((moment) => (
          <li key={moment.key}>
            Depuis{' '}
            {moment.key === wanted ? (
              <strong>{moment.label}</strong>
            ) : (
              <Link to={`${base}/changements?depuis=${moment.key}`}>{moment.label}</Link>
            )}
          </li>
        ))}
      </ul>
      {changes && (
        <>
          <p>
            Besoins : {formatCents(changes.totalBefore)} HT alors,{' '}
            <strong>{formatCents(changes.totalAfter)} HT aujourd’hui</strong>.
          </p>
          {changes.lines.length === 0 && changes.members.length === 0 ? (
            <p>Rien n’a bougé.</p>
          ) : (
            <>
              <ChangedLines lines={changes.lines} />
              <ChangedMembers members={changes.members} />
            </>
          )}
        </>
      )}
    </article>
  );
}
