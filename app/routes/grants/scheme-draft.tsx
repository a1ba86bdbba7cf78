// The draft of a scheme: changed in a form, tried, then opened for everyone.
import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { changeSchemeDraft, findSchemeVersion } from 'db/grant-schemes';
import { addDeed } from 'db/records';
import { openingRefusals } from '~/domain/grants/scheme-checks';
import { schemeRefusalText } from '~/domain/grants/scheme-wording';
import { FormProblem, Submit } from '~/ui/form';
import { typedIn } from '~/ui/grants/fact-fields';
import { SchemeForm } from '~/ui/grants/scheme-form';
import { Notice, PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { type AskedBy, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { readScheme } from './scheme-form/scheme.server';
import { shownSchemeForm } from './scheme-form/shown.server';
import { schemeOfStored } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Brouillon de dispositif – Préau' }];

/** The draft of the address; an opened version shows its page instead. */
function readDraft({ db, params }: AskedBy) {
  const { scheme: id = '', version = '' } = params;
  const stored = orNotFound(findSchemeVersion(db, id, Number(version)));
  if (stored.openedAt !== null) throw redirect(`/subventions/dispositifs/${id}/${version}`);
  return stored;
}

export const loader = reader('scheme.edit', (asked) => {
  const stored = readDraft(asked);
  const scheme = schemeOfStored(stored);
  return {
    path: `/subventions/dispositifs/${stored.schemeId}/${stored.version}`,
    name: scheme.name,
    version: stored.version,
    form: shownSchemeForm(scheme),
    reasons: openingRefusals(scheme, asked.today).map(schemeRefusalText),
  };
});

export const action = writer('scheme.edit', (sent) => {
  const { db, user, form, now } = sent;
  const stored = readDraft(sent);
  const read = readScheme(form, schemeOfStored(stored));
  if (!('scheme' in read)) {
    const chosen = [...form].map(([name, value]) => `${name}=${String(value)}`);
    return data({ problems: read.problems, typed: typedOf(form), chosen }, { status: 400 });
  }
  write(db, (tx) => {
    const changed = changeSchemeDraft(tx, stored.schemeId, stored.version, { content: read.scheme, updatedAt: now });
    const subject = { subjectKind: 'grantScheme', subjectId: `${stored.schemeId} ${stored.version}` };
    if (changed) addDeed(tx, { at: now, userId: user.id, deed: 'grantScheme.changed', ...subject });
  });
  return redirectSaying(
    `/subventions/dispositifs/${stored.schemeId}/${stored.version}/brouillon`,
    'Le brouillon est enregistré.',
  );
});

export default function SchemeDraft() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead title={shown.name} crumbs={[{ to: '/subventions/dispositifs', label: 'Dispositifs' }]}>
        Brouillon, version {shown.version}. Personne d’autre ne le voit avant l’ouverture.
      </PageHead>
      <FormProblem
        reasons={answer ? Object.values(answer.problems) : undefined}
        title="Rien n’est enregistré : corrigez les champs signalés."
      />
      {shown.reasons.length > 0 && (
        <Notice tone="warn" title="Avant d’ouvrir">
          <ul>
            {shown.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form method="post" className="stack">
        <SchemeForm of={shown.form} typed={typedIn(answer)} problems={Object.keys(answer?.problems ?? {})} />
      </Form>
      <section className="card accent">
        <h2>Essayer, puis ouvrir</h2>
        <p>D’après ce qui est enregistré. Une version ouverte ne change plus.</p>
        <div className="row">
          <Link to={`${shown.path}/essai`} className="button secondary">
            Essayer sur les commandes et paniers
          </Link>
          <Form method="post" action={`${shown.path}/ouverture`}>
            <Submit>Ouvrir le dispositif</Submit>
          </Form>
        </div>
      </section>
    </article>
  );
}
