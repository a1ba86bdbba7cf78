// The typical needs of a campaign: what the syndicat proposes to the communes in one go, such as a class set.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { categories } from 'catalog/products/categories';
import { listReferences } from 'db/campaign-references';
import { findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { addKit, listEarlierKits, listKits } from 'db/need-kits';
import { addDeed } from 'db/records';
import { campaignState, lotOfCategory } from '~/domain/campaigns/campaigns';
import { kitRefusalSentence, kitRefusals } from '~/domain/campaigns/kits';
import { KitForm, KitList } from '~/ui/campaigns/kits';
import { Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { kitSchema, readKitLines } from './kits.server';

export const meta: MetaFunction = () => [{ title: 'Besoins types – Préau' }];

const labelOf = (code: string) => (categories as Readonly<Record<string, { label: string }>>)[code]?.label ?? code;

export const loader = reader('campaign.run', ({ db, params, today }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const kits = listKits(db, campaign.id);
  const asked = campaign.lots.flatMap((lot) => lot.categories);
  const earlier = listEarlierKits(db, campaign.id).filter((kit) => kitRefusals(kit, campaign.lots, kits).length === 0);
  return {
    campaign: { id: campaign.id, title: campaign.title },
    editable: ['announced', 'open'].includes(campaignState(campaign, today)),
    kits,
    earlier: earlier.map(({ title }) => title),
    references: listReferences(db, asked, today).map(({ id, label, category }) => ({
      value: id,
      label: `${labelOf(category)} – ${label}`,
    })),
    newId: randomUUID(),
  };
});

export const action = writer('campaign.run', ({ db, user, params, form, now, today }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const read = readForm(form, kitSchema);
  const asked = campaign.lots.flatMap((lot) => lot.categories);
  const { lines, problems } = readKitLines(form, listReferences(db, asked, today));
  if (!('value' in read) || Object.keys(problems).length > 0) {
    return notUnderstood({
      problems: { ...('value' in read ? {} : read.problems), ...problems },
      typed: typedOf(form),
    });
  }
  const kit = { ...read.value, lines };
  const reasons = write(db, (tx) => {
    const known = listKits(tx, campaign.id);
    if (known.some(({ id }) => id === kit.id)) return [];
    const against = kitRefusals(kit, campaign.lots, known).map(kitRefusalSentence);
    if (against.length > 0 || !addKit(tx, campaign.id, kit, { userId: user.id, at: now })) return against;
    const detail = {
      title: kit.title,
      lines: lines.map((line) => ({ ...line, lot: lotOfCategory(campaign.lots, line.category)?.number })),
    };
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'campaign.kitAdded', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/campagnes/${campaign.id}/besoins-types`, `« ${kit.title} » est proposé aux communes.`);
});

export default function KitsPage() {
  const { campaign, editable, kits, earlier, references, newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = `/campagnes/${campaign.id}/besoins-types`;
  return (
    <article>
      <PageHead
        title="Besoins types"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: `/campagnes/${campaign.id}`, label: campaign.title },
        ]}
      >
        Un besoin type ajoute d’un coup ses lignes à la réponse d’une commune, qui les corrige ensuite comme les autres
        : « Classe mobile », 16 tablettes, un chariot, 16 coques.
      </PageHead>
      <KitList kits={kits} path={path} editable={editable} />
      {editable && earlier.length > 0 && (
        <Form method="post" action={`${path}/reprise`} className="card">
          <p>De la campagne précédente, encore possibles ici : {earlier.join(', ')}.</p>
          <Submit tone="secondary">Reprendre ces besoins types</Submit>
        </Form>
      )}
      {editable && (
        <KitForm
          key={newId}
          newId={newId}
          references={references}
          typed={answer?.typed ?? {}}
          problems={answer?.problems ?? {}}
          reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
        />
      )}
    </article>
  );
}
