// The revisions of the prices of a contract: the next one is computed and shown before its certificate is issued.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { formulaText } from '~/documents/consultations/revision-certificate';
import { decimalText } from '~/domain/accords-cadres/price-revision';
import { isAllowed } from '~/domain/accounts/permissions';
import { revisionRefusalSentence, revisionRefusals } from '~/domain/consultations/revision-refusals';
import { ContractHead } from '~/ui/consultations/contract-head';
import { RevisionForm, RevisionList, RevisionPreview } from '~/ui/consultations/revisions';
import { FormProblem } from '~/ui/form';
import { notUnderstood, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { contractOf } from './contract.server';
import {
  computedRevision,
  indexText,
  recordRevision,
  renderRevision,
  revisionQuestion,
  revisionState,
  roundingLabels,
} from './revision.server';
import { readRevision } from './revision-form.server';

export const meta: MetaFunction = () => [{ title: 'Révision des prix – Préau' }];

export const loader = reader('contract.read', ({ db, user, params, url, today }) => {
  const whole = contractOf(db, params['id']);
  const { contract } = whole;
  const state = revisionState(db, whole);
  const { terms, revisions, left, priceForm } = state;
  const asked = new FormData();
  for (const [name, value] of url.searchParams) asked.set(name, value);
  const read = terms && url.searchParams.has('dueOn') ? readRevision(asked, terms.indices.length) : undefined;
  const value = read && 'value' in read ? read.value : undefined;
  const computed = terms && value ? computedRevision(db, whole, state, terms, value) : undefined;
  const text = (coefficient: bigint) => decimalText(coefficient, terms?.coefficientDecimals ?? 0);
  return {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    revisable: priceForm === 'revisable',
    mayRun: isAllowed(user.roles, 'contract.run'),
    newId: randomUUID(),
    today,
    formula: terms
      ? `${formulaText(
          terms.fixedShare,
          terms.indices.map(({ weight }) => weight),
        )}, coefficient à ${terms.coefficientDecimals} décimales, ${roundingLabels[terms.rounding]}`
      : null,
    indices: (terms?.indices ?? []).map((index) => ({ ...index, baseValue: indexText(index.baseValue) })),
    days: left.filter((day) => day <= today),
    nextDay: left.find((day) => day > today) ?? null,
    revisions: revisions.map((one) => ({ ...one, coefficient: text(BigInt(one.coefficient)) })),
    asked: typedOf(asked),
    problems: read && 'problems' in read ? read.problems : {},
    reasons: value
      ? revisionRefusals(revisionQuestion(whole, state, value, computed, today)).map(revisionRefusalSentence)
      : [],
    computed: computed && {
      exact: computed.coefficient.exact,
      applied: text(computed.coefficient.applied),
      rounded: text(computed.coefficient.rounded),
      capped: computed.coefficient.capped,
      overSafeguard: computed.coefficient.overSafeguard,
      lines: computed.lines.map(({ id, reference, label, initialNet, currentNet, revisedNet }) => ({
        id,
        reference,
        label,
        initialNet,
        currentNet,
        revisedNet,
      })),
    },
  };
});

export const action = writer('contract.run', async ({ db, user, params, form, now, today, platform }) => {
  const whole = contractOf(db, params['id']);
  const state = revisionState(db, whole);
  const page = `/contrats/${whole.contract.id}/revisions`;
  const read = readRevision(form, state.terms?.indices.length ?? 0);
  if (!('value' in read)) return notUnderstood(read);
  const proposed = read.value;
  const said = 'Les prix sont révisés\u202f: le certificat est établi et le catalogue est à jour.';
  if (state.revisions.some(({ id }) => id === proposed.id)) return redirectSaying(page, said);
  const computedOf = (reads: typeof db, current: typeof whole, known: typeof state) =>
    known.terms && computedRevision(reads, current, known, known.terms, proposed);
  const computed = computedOf(db, whole, state);
  const against = revisionRefusals(revisionQuestion(whole, state, proposed, computed, today));
  if (against.length > 0 || !state.terms || !computed)
    return refused(against.map(revisionRefusalSentence), typedOf(form));
  const number = state.revisions.length + 1;
  const bytes = await renderRevision(platform, whole, number, state.terms, proposed, computed, today);
  const reasons = write(db, (tx): readonly string[] => {
    const current = contractOf(tx, whole.contract.id);
    const known = revisionState(tx, current);
    if (known.revisions.some(({ id }) => id === proposed.id)) return [];
    const again = known.terms && computedRevision(tx, current, known, known.terms, proposed);
    const refusals = revisionRefusals(revisionQuestion(current, known, proposed, again, today));
    if (refusals.length > 0) return refusals.map(revisionRefusalSentence);
    const same = JSON.stringify(again?.lines) === JSON.stringify(computed.lines);
    if (!same) return ['Les prix du catalogue ont changé pendant le calcul\u202f: relisez les nouveaux prix.'];
    recordRevision(tx, current, number, proposed, computed, bytes, { userId: user.id, now, today });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(page, said);
});

export default function RevisionsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reasons = answer && 'reasons' in answer ? answer.reasons : undefined;
  return (
    <article>
      <ContractHead title="Révision des prix" contract={shown} />
      {!shown.revisable ? (
        <p>Les prix de ce marché sont fermes&nbsp;: ils ne sont pas révisés.</p>
      ) : (
        <>
          <section className="card">
            <h2>Formule</h2>
            <p>{shown.formula ?? 'La formule et les indices du marché ne sont pas encore enregistrés.'}</p>
            <p>
              <Link to={`/contrats/${shown.id}/revisions/clause`}>Formule et indices du marché</Link>
            </p>
          </section>
          <RevisionList shown={shown} />
          {shown.formula !== null && shown.mayRun && <RevisionForm key={JSON.stringify(shown.asked)} shown={shown} />}
          <FormProblem reasons={reasons} title="La révision n’est pas faite." />
          {shown.computed && <RevisionPreview shown={{ ...shown, computed: shown.computed }} />}
        </>
      )}
    </article>
  );
}
