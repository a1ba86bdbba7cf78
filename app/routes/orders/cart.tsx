// The cart: lines by school, totals, ceilings, what the texts ask, and what still stands against submitting.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { findCommune, listServiceCodes } from 'db/organisations';
import { remainderOf } from '~/domain/orders/ceilings';
import { priceChanges } from '~/domain/orders/gates';
import { refusalSentence } from '~/domain/orders/refusals';
import { FormProblem, Submit } from '~/ui/form';
import { CartAids } from '~/ui/grants/cart-aids';
import { CartLines } from '~/ui/orders/cart-lines';
import { CartReferences, CartSummary } from '~/ui/orders/cart-summary';
import { CartYear } from '~/ui/orders/cart-year';
import { Checks } from '~/ui/orders/checks';
import { Notice, PageHead } from '~/ui/parts';
import { explained } from '../checks/explained.server';
import { readProofs } from '../checks/proofs.server';
import { rulesInForce } from '../checks/rules-in-force.server';
import { refused } from '../form.server';
import { shownCartAids } from '../grants/cart-aid.server';
import { notFound, reader, redirectSaying, writer } from '../guard.server';
import { readCart, saveCart } from './cart.server';
import { lineQuestions, questionsFor } from './cart-form.server';
import { cartYear } from './cart-year.server';
import { asksTheSyndicat } from './checking.server';

export const meta: MetaFunction = () => [{ title: 'Panier – Préau' }];

/** Refusals that a comment lifts: the page counts them, and shows each with its rule. */
const commented: readonly string[] = ['toJustify', 'toAcknowledge'];

export const loader = reader('cart.fill', ({ db, user, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const read = readCart(db, user.scope.communeId, today);
  const commune = findCommune(db, user.scope.communeId, user.scope);
  if (!read || read.lines.length === 0) return { cart: undefined };
  const { cart, lines, results, acknowledgements, documents, lots, refusals, totals } = read;
  return {
    cart,
    aids: shownCartAids(db, cart.id, user.scope, today),
    year: cartYear(db, user.scope.communeId, lines, today),
    totals,
    results,
    acknowledgements,
    documents,
    reasons: [...new Set(refusals.filter(({ tag }) => !commented.includes(tag)).map(refusalSentence))],
    toComment: new Set(refusals.filter(({ tag }) => commented.includes(tag)).map(refusalSentence)).size,
    explained: explained(results, rulesInForce(db, today)),
    forSyndicat: results.filter(asksTheSyndicat).map(({ key }) => key),
    priceChanges: lines.flatMap(({ line, current }) =>
      priceChanges({ ...line, current }).map((change) => ({
        lineId: line.id,
        priceId: current?.id,
        sentence: refusalSentence(change),
      })),
    ),
    lots: lots.map(({ title, askedNet, memberMaximumNet, memberCommittedNet, maximumNet, committedNet }) => ({
      title,
      askedNet,
      memberMaximumNet,
      memberCommittedNet,
      lotRemainingNet: remainderOf(maximumNet, committedNet),
    })),
    lines: lines.map((one) => ({
      ...one.line,
      schoolName: one.schoolName,
      lot: `${one.accordCadreReference}, lot ${one.lotNumber}`,
      asked: questionsFor(one, results),
    })),
    subjects: Object.fromEntries(
      lines.flatMap(({ line, schoolName }) => [
        [line.id, `${line.label} (${schoolName})`],
        [line.productId, line.label],
        [line.schoolUai, schoolName],
      ]),
    ),
    schoolOf: Object.fromEntries(
      lines.flatMap(({ line }) => [line.id, line.schoolUai].map((id) => [id, line.schoolUai] as const)),
    ),
    questions: lineQuestions,
    serviceCodes: listServiceCodes(db, user.scope.communeId),
    commitmentRequired: commune?.organisation.commitmentNumberRequired ?? false,
  };
});

export const action = writer('cart.fill', async ({ db, user, form, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const who = { communeId: user.scope.communeId, userId: user.id, now };
  const wrong = saveCart(db, who, form, today, await readProofs(form));
  return wrong.length > 0 ? refused(wrong) : redirectSaying('/panier', 'Le panier est enregistré.');
});

export default function Cart() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!shown.cart) {
    return (
      <article className="narrow">
        <PageHead title="Panier">Il est vide.</PageHead>
        <p>
          <Link className="button" to="/catalogue">
            Chercher dans le catalogue
          </Link>
        </p>
      </article>
    );
  }
  return (
    <article>
      <PageHead title="Panier">
        Prix des accords-cadres, hors taxes. Rien n’est commandé avant la validation de l’élu.
      </PageHead>
      <FormProblem reasons={answer?.reasons} />
      {shown.priceChanges.length > 0 && (
        <Notice tone="warn" title="Des prix ont changé depuis l’ajout au panier">
          <ul>
            {shown.priceChanges.map(({ lineId, sentence }) => (
              <li key={`${lineId}${sentence}`}>{sentence}</li>
            ))}
          </ul>
          <Form method="post" action="/panier/prix">
            {shown.priceChanges.map(({ lineId, priceId, sentence }) => (
              <input key={`${lineId}${sentence}`} type="hidden" name={`price:${lineId}`} value={priceId} />
            ))}
            <Submit tone="secondary">Accepter les prix en vigueur</Submit>
          </Form>
        </Notice>
      )}
      <Form method="post" action="/panier" encType="multipart/form-data" className="with-aside right">
        <input type="hidden" name="orderId" value={shown.cart.id} />
        {/* The Enter key presses the first button of a form: it must save, not remove a line. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Enregistrer
        </button>
        <div className="stack">
          <CartLines lines={shown.lines} questions={shown.questions} />
          <CartAids orderId={shown.cart.id} of={shown.aids} />
          <CartReferences of={shown} />
          <CartYear asked="ce panier" of={shown.year} />
          <Checks
            results={shown.results}
            comments={shown.acknowledgements}
            replied={{ orderId: shown.cart.id, documents: shown.documents, closures: [] }}
            subjects={shown.subjects}
            forSyndicat={shown.forSyndicat}
            explained={shown.explained}
            schools={shown.schoolOf}
            mayComment
          />
        </div>
        <CartSummary of={shown} />
      </Form>
    </article>
  );
}
