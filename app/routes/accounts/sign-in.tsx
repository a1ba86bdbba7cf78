// Sign-in by e-mail address and password.
import { type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { openSession } from 'db/accounts';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { sessionCookie } from '~/platform/cookies';
import { checkCredentials } from '~/platform/passwords';
import { Field, FormProblem, Submit } from '~/ui/form';
import { refused } from '../form.server';
import { findUser, ownPath, publicReader, publicWriter } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Connexion – Préau' }];

export const loader = publicReader(async (asked) => {
  const back = ownPath(asked.url.searchParams.get('retour'));
  if (await findUser(asked)) throw redirect(back);
  return { back, demonstration: asked.platform.demonstration };
});

export const action = publicWriter(async ({ form, db, now, platform }) => {
  const email = String(form.get('email') ?? '');
  const checked = await checkCredentials(db, email, String(form.get('password') ?? ''));
  if (checked.kind === 'tooManyTries') {
    return refused([`Trop d’essais pour cette adresse. Réessayez dans ${checked.minutes} minutes.`], { email });
  }
  if (checked.kind === 'wrong') return refused(['Adresse électronique ou mot de passe incorrect.'], { email });
  const { token } = write(db, (tx) => {
    addDeed(tx, {
      at: now,
      userId: checked.userId,
      deed: 'account.signedIn',
      subjectKind: 'user',
      subjectId: checked.userId,
    });
    return openSession(tx, checked.userId, now);
  });
  const cookie = await sessionCookie(platform.secureCookies).serialize(token);
  throw redirect(ownPath(String(form.get('back') ?? '/')), { headers: { 'Set-Cookie': cookie } });
});

export default function SignIn() {
  const { back, demonstration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <h1>Connexion</h1>
      <Form method="post" className="stack">
        <FormProblem reasons={answer?.reasons} />
        <input type="hidden" name="back" value={back} />
        <Field
          label="Adresse électronique"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={answer?.typed['email']}
        />
        <Field label="Mot de passe" name="password" type="password" autoComplete="current-password" required />
        <Submit>Se connecter</Submit>
      </Form>
      {demonstration && (
        <p className="hint">
          Site de démonstration : les comptes sont affichés au démarrage du serveur et dans le fichier README.
        </p>
      )}
    </article>
  );
}
