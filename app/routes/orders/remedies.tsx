// What to choose so that a rule is met: quantities to add, or references to take instead, with the price of each.
import { type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { formatCents, formatCount, formatUnitPrice } from '~/domain/shared/format';
import { Explained } from '~/ui/checks/explanation';
import { FormProblem, Submit } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { explained } from '../checks/explained.server';
import { readProofs } from '../checks/proofs.server';
import { refused } from '../form.server';
import { notFound, reader, redirectSaying, writer } from '../guard.server';
import { saveCart } from './cart.server';
import { remediesOf } from './remedies.server';

export const meta: MetaFunction = () => [{ title: 'Que choisir – Préau' }];

export const loader = reader('cart.fill', async ({ db, user, url, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const found = remediesOf(db, user.scope.communeId, url.searchParams.get('cle') ?? '', today);
  // The cart has changed since the link was shown.
  if (!found) throw await redirectSaying('/panier', 'Cette règle n’est plus en cause dans votre panier.');
  const { result, quantities, reductions, replacements, rules, ...names } = found;
  return {
    result,
    ...names,
    explanation: explained([result], rules)[result.key] ?? null,
    reductions,
    quantities: quantities.map(({ reference, ...remedy }) => ({ ...remedy, ...shown(reference) })),
    replacements: replacements.map(({ reference, ...remedy }) => ({ ...remedy, ...shown(reference) })),
  };
});

/** Keeps what was typed in the cart before leaving it for this page. */
export const action = writer('cart.fill', async ({ db, user, form, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const who = { communeId: user.scope.communeId, userId: user.id, now };
  const wrong = saveCart(db, who, form, today, await readProofs(form));
  if (wrong.length > 0) return refused(wrong);
  return redirect(`/panier/conformite?${new URLSearchParams({ cle: String(form.get('cle') ?? '') })}`);
});

function shown(reference: { id: string; label: string; unitPriceNet: Parameters<typeof formatUnitPrice>[0] }) {
  return { productId: reference.id, label: reference.label, unitPrice: formatUnitPrice(reference.unitPriceNet) };
}

export default function Remedies() {
  const shown = useLoaderData<typeof loader>();
  const { result, explanation, schoolName, lineLabel, quantities, reductions, replacements } = shown;
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <PageHead title="Que choisir pour être conforme" crumbs={[{ to: '/panier', label: 'Panier' }]}>
        {lineLabel ?? schoolName}
      </PageHead>
      <FormProblem reasons={answer?.reasons} />
      <Notice tone="warn">
        <p>{result.sentence}</p>
      </Notice>
      {explanation && <Explained result={result} explanation={explanation} />}
      {replacements.length > 0 && (
        <section className="stack">
          <h2>Prendre une autre référence</h2>
          {replacements.map((remedy) => (
            <Form
              key={remedy.productId}
              method="post"
              action={`/panier/lignes/${remedy.lineId}/remplacement`}
              className="card"
            >
              <input type="hidden" name="productId" value={remedy.productId} />
              <p>
                <Link to={`/catalogue/${remedy.productId}`}>{remedy.label}</Link>, {remedy.unitPrice} HT, soit{' '}
                <strong>
                  {remedy.differenceNet > 0 ? '+' : ''}
                  {formatCents(remedy.differenceNet)} HT
                </strong>{' '}
                pour {formatCount(remedy.quantity)}.
              </p>
              <Submit tone="secondary">Remplacer dans le panier</Submit>
            </Form>
          ))}
        </section>
      )}
      {quantities.length > 0 && (
        <section className="stack">
          <h2>Ajouter{schoolName && ` pour ${schoolName}`}</h2>
          {quantities.map((remedy) => (
            <Form key={remedy.productId} method="post" action="/panier/lignes" className="card">
              <input type="hidden" name="productId" value={remedy.productId} />
              <input type="hidden" name="schoolUai" value={remedy.schoolUai} />
              <input type="hidden" name="quantity" value={remedy.quantity} />
              {remedy.usage !== null && <input type="hidden" name="usage" value={remedy.usage} />}
              <p>
                <strong>{formatCount(remedy.added)}</strong> ×{' '}
                <Link to={`/catalogue/${remedy.productId}`}>{remedy.label}</Link>, {remedy.unitPrice} HT, soit{' '}
                <strong>{formatCents(remedy.net)} HT</strong>.
              </p>
              <Submit tone="secondary">
                {remedy.quantity === remedy.added ? 'Ajouter au panier' : `Passer à ${formatCount(remedy.quantity)}`}
              </Submit>
            </Form>
          ))}
        </section>
      )}
      {reductions.length > 0 && (
        <section className="stack">
          <h2>Ou en commander moins</h2>
          {reductions.map((remedy) => (
            <Form key={remedy.productId} method="post" action="/panier/lignes" className="card">
              <input type="hidden" name="productId" value={remedy.productId} />
              <input type="hidden" name="schoolUai" value={remedy.schoolUai} />
              <input type="hidden" name="quantity" value={remedy.quantity} />
              <p>
                <strong>{formatCount(remedy.quantity)}</strong> × {remedy.label} au plus.
              </p>
              <Submit tone="secondary">
                Ramener à {formatCount(remedy.quantity)}
                <span className="visually-hidden"> : {remedy.label}</span>
              </Submit>
            </Form>
          ))}
        </section>
      )}
      {replacements.length + quantities.length + reductions.length === 0 && (
        <p>
          Aucune référence du catalogue ne suffit à elle seule&nbsp;: complétez ce qui manque, ou expliquez votre choix
          dans le panier.
        </p>
      )}
      <p>
        <small>
          Chaque proposition a été essayée sur tout le panier&nbsp;: aucune ne met une autre règle obligatoire en
          défaut.
        </small>
      </p>
    </article>
  );
}
