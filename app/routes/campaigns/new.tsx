// Opens a campaign: its dates, and the lots proposed with the categories of each.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { categories, categoryGroupLabels } from 'catalog/products/categories';
import { replacePlan } from 'db/campaign-mailings';
import { addCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { findConvention, listConventions } from 'db/conventions';
import { addDeed } from 'db/records';
import { usualGrades } from '~/domain/campaigns/reminders';
import { addDays } from '~/domain/shared/day';
import { LotFields } from '~/ui/campaigns/lot-fields';
import { Choice, Field, FormProblem, Select, Submit, TextArea } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { campaignSchema, chosenCategories, lotCount, readLots } from './new.server';

export const meta: MetaFunction = () => [{ title: 'Ouvrir une campagne – Préau' }];

const proposedLots: readonly { title: string; groups: readonly string[] }[] = [
  { title: 'Tablettes, ordinateurs et recharge', groups: ['mobile', 'computers'] },
  { title: 'Affichage collectif', groups: ['display'] },
  { title: 'Réseau et Wi-Fi', groups: ['network'] },
];

export const loader = reader('campaign.run', ({ db, user, today }) => ({
  conventions: listConventions(db, user.scope).map(({ id, reference, terms }) => ({
    value: id,
    label: `Groupement ${reference} : ${terms.object}`,
  })),
  id: randomUUID(),
  opensOn: today,
  closesOn: addDays(today, 30),
  lots: Array.from({ length: lotCount }, (_, index) => {
    const proposed = proposedLots[index];
    return { number: index + 1, title: proposed?.title ?? '', groups: proposed?.groups ?? [] };
  }),
  categories: Object.entries(categories).map(([code, { plural, group }]) => ({ code, label: plural, group })),
  groups: Object.entries(categoryGroupLabels).map(([code, label]) => ({ code, label })),
}));

export const action = writer('campaign.run', ({ db, user, form, now }) => {
  const read = readForm(form, campaignSchema);
  const { lots, problems } = readLots(form);
  if (!('value' in read) || Object.keys(problems).length > 0) {
    return notUnderstood({
      problems: { ...('value' in read ? {} : read.problems), ...problems },
      typed: { ...typedOf(form), chosen: JSON.stringify(chosenCategories(form)) },
    });
  }
  const { announced, ...terms } = read.value;
  const campaign = { ...terms, lots };
  if (campaign.conventionId !== null && !findConvention(db, campaign.conventionId, user.scope)) {
    const problems = { conventionId: 'Cette convention n’existe pas.' };
    return notUnderstood({ problems, typed: { ...typedOf(form), chosen: JSON.stringify(chosenCategories(form)) } });
  }
  write(db, (tx) => {
    if (!addCampaign(tx, campaign, { id: user.id, at: now })) return;
    const plan = announced ? { announced: true, grades: usualGrades } : { announced: false, grades: [] };
    replacePlan(tx, campaign.id, plan);
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'campaign.opened',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: {
        title: campaign.title,
        conventionId: campaign.conventionId,
        opensOn: campaign.opensOn,
        closesOn: campaign.closesOn,
        years: campaign.years,
        lots: campaign.lots,
        mail: plan,
      },
    });
  });
  return redirectSaying(
    `/campagnes/${campaign.id}`,
    'La campagne est enregistrée : les communes membres y sont invitées.',
  );
});

export default function NewCampaign() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const typed = answer?.typed ?? {};
  const chosen = typed['chosen'] === undefined ? undefined : (JSON.parse(typed['chosen']) as string[][]);
  return (
    <article>
      <PageHead title="Ouvrir une campagne" crumbs={[{ to: '/campagnes', label: 'Recensements' }]}>
        Toutes les communes membres de la centrale, ou du groupement choisi, au dernier jour de la campagne sont
        invitées à répondre.
      </PageHead>
      <FormProblem reasons={Object.values(problems)} title="La campagne n’est pas enregistrée." />
      <Form method="post">
        <input type="hidden" name="id" value={typed['id'] ?? shown.id} />
        <section className="card">
          <Field label="Titre" name="title" required defaultValue={typed['title']} problem={problems['title']} />
          {shown.conventions.length > 0 && (
            <Select
              label="Menée pour"
              name="conventionId"
              options={shown.conventions}
              empty="La centrale d’achat"
              defaultValue={typed['conventionId'] ?? ''}
              problem={problems['conventionId']}
            />
          )}
          <TextArea
            label="Consignes aux communes"
            name="description"
            defaultValue={typed['description']}
            problem={problems['description']}
          />
          <div className="row">
            <Field
              label="Ouverture"
              name="opensOn"
              type="date"
              required
              defaultValue={typed['opensOn'] ?? shown.opensOn}
              problem={problems['opensOn']}
            />
            <Field
              label="Dernier jour pour répondre"
              name="closesOn"
              type="date"
              required
              defaultValue={typed['closesOn'] ?? shown.closesOn}
              problem={problems['closesOn']}
            />
          </div>
          <Field
            label="Années des besoins (facultatif)"
            hint="Pour recenser année par année, de deux à quatre : 2027, 2028. Vide : une seule expression des besoins."
            name="years"
            defaultValue={typed['years']}
            problem={problems['years']}
          />
          <Choice
            label="Annoncer l’ouverture par courriel, puis relancer les communes qui n’ont pas signé 15, 7 et 2 jours avant le dernier jour (réglable ensuite)"
            name="announced"
            defaultChecked={typed['title'] === undefined || typed['announced'] === 'on'}
          />
        </section>
        <h2>Lots proposés</h2>
        <p>Une catégorie ne peut être que dans un lot. Un lot sans intitulé ni catégorie est ignoré.</p>
        {shown.lots.map((lot, index) => (
          <LotFields
            key={lot.number}
            lot={lot}
            groups={shown.groups}
            categories={shown.categories}
            title={typed[`lotTitle${lot.number}`]}
            chosen={chosen?.[index]}
            problem={problems[`lotTitle${lot.number}`]}
          />
        ))}
        <div className="row">
          <Submit>Enregistrer la campagne</Submit>
        </div>
      </Form>
    </article>
  );
}
