// What was spent on an aided project: real invoices, those entered by hand, what the grant pays, and the evidence.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addExpense, hasExpense, listStatements } from 'db/grant-awards';
import { listOrdersOfSchool } from 'db/grants';
import { addDeed, addDocument } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { eligibleOf, spendingTotals } from '~/domain/grants/award-spending';
import { basisLabels } from '~/domain/grants/plan-wording';
import { formatInstant } from '~/domain/shared/format';
import { Submit } from '~/ui/form';
import { AwardDates, SettlementFacts, SpendingTable } from '~/ui/grants/award';
import { ExpenseForm, LinkedOrders } from '~/ui/grants/expense-form';
import { Notice, PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { deedOn, readAward } from './award.server';
import { shownAwardDates } from './award-dates.server';
import { readExpense } from './expense.server';
import { statementRefusals } from './statement.server';

export const meta: MetaFunction = () => [{ title: 'Dépenses d’une subvention – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today }) => {
  const award = orNotFound(readAward(db, params['id'] ?? '', user.scope, today));
  const { file, place, scheme, dossier } = award.composed;
  const linkable = listOrdersOfSchool(db, file.schoolUai, user.scope).filter(
    ({ id, state }) => state !== 'draft' && id !== file.orderId,
  );
  return {
    id: file.id,
    expenseId: randomUUID(),
    today,
    school: place.school.name,
    scheme: scheme.shortName,
    basis: basisLabels[dossier.basis],
    mayWrite: isAllowed(user.roles, 'grant.follow'),
    spendings: award.spendings.map(({ documentId, eligible: _eligible, serviceReference: _reference, ...one }) => ({
      ...one,
      eligible: eligibleOf({ eligible: _eligible }),
      hasDocument: documentId !== null,
    })),
    totals: spendingTotals(award.spendings),
    settlement: { ...award.settlement, asked: dossier.amounts[dossier.basis].amount.total },
    dates: shownAwardDates(award, today),
    purchaseOrders: award.purchaseOrders.map(({ number, supplierName }) => `${number} (${supplierName ?? ''})`),
    linked: linkable
      .filter(({ id }) => award.linked.includes(id))
      .map(({ id, reference }) => ({ value: id, label: reference ?? id })),
    linkable: linkable
      .filter(({ id }) => !award.linked.includes(id))
      .map(({ id, reference }) => ({ value: id, label: reference ?? id })),
    statements: listStatements(db, file.id).map(({ id, number, issuedAt }) => ({
      id,
      number,
      issuedAt: formatInstant(issuedAt),
    })),
    refusals: statementRefusals(award),
  };
});

export const action = writer('grant.follow', async ({ db, user, params, form, now, today, platform }) => {
  const { file } = orNotFound(readAward(db, params['id'] ?? '', user.scope, today)).composed;
  const read = await readExpense(form, today, platform.documents);
  if ('problems' in read) {
    const chosen = [...form].map(([name, value]) => `${name}=${String(value)}`);
    return data({ problems: read.problems, typed: typedOf(form), chosen }, { status: 400 });
  }
  const { expense, received } = read;
  write(db, (tx) => {
    if (hasExpense(tx, expense.id)) return;
    const documentId =
      received === null
        ? null
        : addDocument(tx, {
            kind: 'grantExpense',
            number: `FACTURE-${expense.id}`,
            issuerId: file.communeId,
            communeId: file.communeId,
            title: `Facture ${expense.number}, ${expense.supplier}`,
            issuedOn: expense.invoicedOn,
            issuedAt: now,
            issuedBy: user.id,
            net: expense.net,
            vat: expense.vat,
            gross: expense.gross,
            fileName: received.fileName,
            mediaType: received.mediaType,
            templateVersion: 'reçu',
            bytes: received.bytes,
          });
    addExpense(tx, { ...expense, grantFileId: file.id, documentId, addedBy: user.id, addedAt: now });
    const { number, supplier, net, gross } = expense;
    addDeed(
      tx,
      deedOn(file, { userId: user.id, at: now }, 'grantFile.expenseAdded', {
        number,
        supplier,
        net,
        gross,
        documentId,
      }),
    );
  });
  return redirectSaying(`/subventions/${file.id}/depenses`, `La facture ${expense.number} est ajoutée.`);
});

export default function SpendingPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Dépenses et solde"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
          { to: `/subventions/${shown.id}/suivi`, label: 'Suivi' },
        ]}
      >
        {shown.scheme}, {shown.school}
      </PageHead>
      <SettlementFacts of={shown.settlement} basis={shown.basis} />
      <section>
        <h2>Factures</h2>
        <SpendingTable
          fileId={shown.id}
          of={shown.spendings}
          totals={shown.totals}
          basis={shown.basis}
          mayWrite={shown.mayWrite}
        />
        {shown.purchaseOrders.length > 0 && <p>Bons de commande : {shown.purchaseOrders.join(', ')}.</p>}
        {shown.mayWrite && <ExpenseForm id={shown.expenseId} answer={answer} today={shown.today} basis={shown.basis} />}
        <LinkedOrders fileId={shown.id} linked={shown.linked} linkable={shown.linkable} mayWrite={shown.mayWrite} />
      </section>
      <section id="echeances">
        <h2>Dates à tenir</h2>
        <AwardDates of={shown.dates} fileId={shown.id} />
        <p>
          <Link to={`/subventions/${shown.id}/decision`}>Convention, taux, plafond et dates de la décision</Link>
        </p>
      </section>
      <section id="justificatifs">
        <h2>Justificatifs pour le paiement</h2>
        {shown.refusals.length > 0 ? (
          <Notice tone="unknown" title="Pas encore">
            {shown.refusals.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </Notice>
        ) : (
          shown.mayWrite && (
            <Form method="post" action={`/subventions/${shown.id}/justificatifs`}>
              <Submit>Établir l’état des dépenses</Submit>
            </Form>
          )
        )}
        <ul>
          {shown.statements.map((one) => (
            <li key={one.id}>
              <Link to={`/subventions/${shown.id}/justificatifs/${one.id}`} reloadDocument>
                {one.number}
              </Link>{' '}
              <small>{one.issuedAt} : état PDF, tableur, factures et empreintes (ZIP)</small>
            </li>
          ))}
        </ul>
        <p>
          <Link to={`/subventions/${shown.id}/bilan`}>Bilan du projet : indicateurs et résultats</Link>
        </p>
      </section>
    </article>
  );
}
