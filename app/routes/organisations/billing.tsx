// The commune's own page: identity from the national lists, and the billing references its people give.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { changeBillingReferences, findCommune, findMembership, listServiceCodes } from 'db/organisations';
import { addDeed } from 'db/records';
import { formatCount, formatDay } from '~/domain/shared/format';
import { Choice, Field, Submit, TextArea } from '~/ui/form';
import { Facts, Notice, PageHead } from '~/ui/parts';
import { notUnderstood, readForm } from '../form.server';
import { notFound, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { billingSchema } from './billing.server';

export const meta: MetaFunction = () => [{ title: 'Ma collectivité – Préau' }];

export const loader = reader('organisation.edit', ({ db, user, today }) => {
  const { organisation, commune } = orNotFound(findCommune(db, user.organisationId, user.scope));
  return {
    organisation,
    commune,
    membership: findMembership(db, organisation.id, today),
    serviceCodes: listServiceCodes(db, organisation.id),
  };
});

export const action = writer('organisation.edit', ({ db, user, form, now }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const { communeId } = user.scope;
  const read = readForm(form, billingSchema);
  if (!('value' in read)) return notUnderstood(read);
  write(db, (tx) => {
    changeBillingReferences(tx, communeId, read.value);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'organisation.billingChanged',
      subjectKind: 'organisation',
      subjectId: communeId,
      detail: { ...read.value },
    });
  });
  return redirectSaying('/collectivite', 'Les références de facturation sont enregistrées.');
});

export default function Billing() {
  const { organisation, commune, membership, serviceCodes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const shown = (field: string, stored: string | null) => answer?.typed[field] ?? stored ?? '';
  const checked = (field: string, stored: boolean) => (answer ? answer.typed[field] === 'on' : stored);
  return (
    <article>
      <PageHead title={organisation.name}>
        Ces références figurent sur vos bons de commande : sans elles, une facture est rejetée par Chorus Pro.
      </PageHead>
      <section className="card">
        <Facts
          entries={[
            ['Code Insee', commune.inseeCode],
            ['SIREN', organisation.siren],
            ['Population', `${formatCount(commune.population)} habitants (${commune.populationSource})`],
            ['Intercommunalité', commune.epciName ?? 'inconnue'],
            [
              'Adhésion à la centrale',
              membership
                ? `depuis le ${formatDay(membership.from)}, délibération n° ${membership.deliberationNumber} du ${formatDay(membership.deliberationOn)}`
                : 'aucune en cours',
            ],
          ]}
        />
        <p>
          <Link to="/conventions">Voir les actes de la commune : adhésion et conventions de groupement</Link>
        </p>
      </section>
      <Form method="post" className="card">
        <h2>Références de facturation</h2>
        {organisation.siretSource === 'deduced' && (
          <Notice tone="warn" title="SIRET à vérifier">
            <p>Ce SIRET est déduit du SIREN (premier établissement). Vérifiez-le puis enregistrez.</p>
          </Notice>
        )}
        <Field
          label="SIRET du payeur"
          name="siret"
          inputMode="numeric"
          required
          defaultValue={shown('siret', organisation.siret)}
          problem={problems['siret']}
        />
        <Field
          label="Adresse"
          name="address"
          defaultValue={shown('address', organisation.address)}
          problem={problems['address']}
        />
        <Field
          label="Adresse électronique"
          name="email"
          type="email"
          defaultValue={shown('email', organisation.email)}
          problem={problems['email']}
        />
        <Field
          label="Téléphone"
          name="phone"
          type="tel"
          defaultValue={shown('phone', organisation.phone)}
          problem={problems['phone']}
        />
        <TextArea
          label="Codes service (Chorus Pro)"
          hint="Un par ligne : le code, puis un tiret et son libellé si vous voulez. Exemple : ECOLES – Affaires scolaires."
          name="serviceCodes"
          defaultValue={shown(
            'serviceCodes',
            serviceCodes.map(({ code, label }) => (label === code ? code : `${code} – ${label}`)).join('\n'),
          )}
          problem={problems['serviceCodes']}
        />
        <Choice
          label="Un code service est obligatoire pour facturer"
          name="serviceCodeRequired"
          defaultChecked={checked('serviceCodeRequired', organisation.serviceCodeRequired)}
        />
        <Choice
          label="Un numéro d’engagement est obligatoire pour facturer"
          name="commitmentNumberRequired"
          defaultChecked={checked('commitmentNumberRequired', organisation.commitmentNumberRequired)}
        />
        <div className="row">
          <Submit>Enregistrer</Submit>
        </div>
      </Form>
    </article>
  );
}
