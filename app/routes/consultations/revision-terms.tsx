// The formula of revision of a contract, typed once from its CCAP and its commitment.
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { award as catalogue } from 'catalog/award';
import { clauses } from 'catalog/clauses';
import { listClauseWordings } from 'db/clause-wordings';
import { write } from 'db/client';
import { findConsultation } from 'db/consultations';
import { keepRevisionTerms } from 'db/contract-revisions';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { revisionRefusalSentence, termsRefusals } from '~/domain/consultations/revision-refusals';
import { mustBeChecked } from '~/domain/consultations/sentences';
import { formatDay } from '~/domain/shared/format';
import { RevisionTermsForm } from '~/ui/consultations/revision-terms';
import { PageHead } from '~/ui/parts';
import { notUnderstood, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { contractOf } from './contract.server';
import { indexText, revisionState } from './revision.server';
import { mostIndices, readTerms } from './revision-form.server';

export const meta: MetaFunction = () => [{ title: 'Formule de révision – Préau' }];

const share = (basisPoints: number | null) => (basisPoints === null ? '' : String(basisPoints / 100).replace('.', ','));

export const loader = reader('contract.read', ({ db, user, params }) => {
  const whole = contractOf(db, params['id']);
  const { contract } = whole;
  const { terms, revisions, priceForm } = revisionState(db, whole);
  const { revision } = catalogue;
  const wording = listClauseWordings(db, contract.consultationId).find(
    ({ clauseId }) => clauseId === revision.clauseId,
  );
  const shipped = clauses.ccap.find(({ id }) => id === revision.clauseId);
  const deadline = findConsultation(db, contract.consultationId)?.choices.offersDeadline;
  const month = deadline === undefined ? '' : formatDay(deadline).replace(/^\S+ /, '');
  const preset = [{ label: revision.indexLabel, weight: revision.indexShare }];
  return {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    revisable: priceForm === 'revisable',
    editable: isAllowed(user.roles, 'contract.run') && revisions.length === 0,
    reworded: wording !== undefined,
    clause: (wording ?? shipped)?.paragraphs.map((paragraph) => paragraph.replaceAll('{priceMonth}', month)) ?? [],
    fixedShare: share(terms?.fixedShare ?? revision.fixedShare),
    capShare: share(terms?.capShare ?? null),
    safeguardShare: share(terms ? terms.safeguardShare : revision.safeguardShare),
    everyMonths: String(terms?.everyMonths ?? revision.everyMonths),
    coefficientDecimals: String(terms?.coefficientDecimals ?? revision.rounding.coefficientDecimals),
    rounding: terms?.rounding ?? revision.rounding.mode,
    priceDecimals: String(terms?.priceDecimals ?? revision.rounding.priceDecimals),
    roundingArticle: revision.rounding.article,
    // A clause that the buyer rewrote may round otherwise.
    checkRounding: terms === undefined && (wording !== undefined || mustBeChecked(revision.rounding.confidence)),
    indices: Array.from({ length: mostIndices }, (_, at) => {
      const index = terms?.indices[at];
      const proposed = terms ? undefined : preset[at];
      return {
        label: index?.label ?? proposed?.label ?? '',
        identifier: index?.identifier ?? '',
        weight: share(index?.weight ?? proposed?.weight ?? null),
        baseValue: index ? indexText(index.baseValue) : '',
        basePeriod: index?.basePeriod ?? (proposed ? month : ''),
        source: index?.source ?? '',
      };
    }),
  };
});

export const action = writer('contract.run', ({ db, user, params, form, now }) => {
  const { contract } = contractOf(db, params['id']);
  const read = readTerms(form);
  if (!('value' in read)) return notUnderstood(read);
  const reasons = write(db, (tx) => {
    const { priceForm, revisions } = revisionState(tx, contractOf(tx, contract.id));
    const refusals = termsRefusals(read.value, priceForm, revisions.length > 0);
    if (refusals.length > 0) return refusals.map(revisionRefusalSentence);
    keepRevisionTerms(tx, { contractId: contract.id, terms: read.value, at: now, byUserId: user.id });
    const subject = { subjectKind: 'contract', subjectId: contract.id };
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'contract.revisionTermsKept',
      ...subject,
      detail: { ...read.value },
    });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/contrats/${contract.id}/revisions`, 'La formule du marché est enregistrée.');
});

export default function RevisionTermsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Formule et indices du marché"
        crumbs={[
          { to: `/contrats/${shown.id}`, label: `Contrat ${shown.number}` },
          { to: `/contrats/${shown.id}/revisions`, label: 'Révision des prix' },
        ]}
      >
        {shown.title}
      </PageHead>
      {!shown.revisable ? (
        <p>Les prix de ce marché sont fermes&nbsp;: ils ne sont pas révisés.</p>
      ) : (
        <>
          <section className="card">
            <h2>Ce que dit le CCAP{shown.reworded && ', clause réécrite pour cette consultation'}</h2>
            {shown.clause.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
          <RevisionTermsForm
            shown={shown}
            reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
            typed={answer?.typed ?? {}}
            problems={answer?.problems ?? {}}
          />
        </>
      )}
    </article>
  );
}
