// Issues the evidence for the payment of a grant: the statement as PDF and workbook, once, with the invoices it lists.
import { randomUUID } from 'node:crypto';
import { addStatement, findStatementByDigest } from 'db/grant-awards';
import { digestOf } from 'db/grants';
import { addDeed, addDocument } from 'db/records';
import {
  type ExpenseStatementFacts,
  expenseStatementModel,
  expenseStatementTemplateVersion,
  expenseStatementWorkbook,
} from '~/documents/grants/expense-statement';
import { bodyName } from '~/domain/grants/applicant-wording';
import { spendingTotals } from '~/domain/grants/award-spending';
import { standingSteps } from '~/domain/grants/file-steps';
import { basisLabels } from '~/domain/grants/plan-wording';
import { yearOf } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import { issueOnce } from '~/platform/issuing';
import type { AskedBy } from '../guard.server';
import { type Award, deedOn } from './award.server';

/** All the reasons against issuing evidence. */
export function statementRefusals({ spendings, differences, settlement }: Award): readonly string[] {
  return [
    ...(settlement.award === null ? ['Enregistrez d’abord l’aide accordée, avec son montant, dans le suivi.'] : []),
    ...(spendings.length === 0 ? ['Aucune facture ne compte encore pour ce dossier.'] : []),
    ...differences.map(
      ({ number, computed, stored }) =>
        `La facture ${number} dit ${formatCents(stored)} TTC et ses lignes donnent ${formatCents(computed)} : l’état ne peut pas être établi.`,
    ),
  ];
}

function statementFacts(
  { composed, steps, spendings, settlement }: Award,
  demonstration: boolean,
): Omit<ExpenseStatementFacts, 'number' | 'issuedOn'> {
  const { scheme, place, dossier, body } = composed;
  const standing = standingSteps(steps);
  const told = (states: readonly string[], label: string) =>
    standing
      .filter(({ state }) => states.includes(state))
      .slice(-1)
      .map(({ reference, on }) => ({
        label,
        value: [reference, formatDay(on)].filter((part) => part !== null && part !== '').join(', '),
      }));
  return {
    mention: demonstration ? 'Démonstration : personnes, fournisseurs et prix fictifs' : null,
    beneficiary: {
      name: bodyName(body),
      lines: [...body.addressLines, ...(body.siren === null ? [] : [`SIREN ${body.siren}`])],
    },
    school: `${place.school.name} (UAI ${place.school.uai})`,
    scheme: scheme.name,
    funder: scheme.funder,
    references: [
      ...told(['deposited', 'received'], 'Dossier'),
      ...told(['awarded'], 'Décision'),
      ...told(['agreementSigned'], 'Convention'),
    ],
    basis: basisLabels[dossier.basis],
    basisToVerify: !dossier.basisSettled,
    spendings,
    totals: spendingTotals(spendings),
    settlement,
  };
}

/** Issues the statement; its number. The same figures are issued once. */
export async function issueStatement(asked: AskedBy, award: Award): Promise<string> {
  const { db, user, now, today, platform } = asked;
  const { file, place, scheme } = award.composed;
  const facts = statementFacts(award, platform.demonstration);
  const inputDigest = digestOf({ template: expenseStatementTemplateVersion, facts });
  const communeId = place.organisation.id;
  let workbook = new Uint8Array();
  return issueOnce(db, {
    series: { issuerId: communeId, series: 'grantStatement', year: yearOf(today) },
    numberText: (number) => `ETAT-${yearOf(today)}-${String(number).padStart(5, '0')}`,
    already: (tx) => findStatementByDigest(tx, file.id, inputDigest)?.number,
    render: async (number) => {
      const whole = { ...facts, number, issuedOn: today };
      workbook = new Uint8Array(
        await platform.documents.render({ kind: 'xlsx', workbook: expenseStatementWorkbook(whole) }),
      );
      return platform.documents.render({ kind: 'pdf', model: expenseStatementModel(whole) });
    },
    store: (tx, number, bytes) => {
      const common = {
        kind: 'grantStatement' as const,
        issuerId: communeId,
        communeId,
        title: `État des dépenses, ${scheme.shortName}, ${place.school.name}`,
        issuedOn: today,
        issuedAt: now,
        issuedBy: user.id,
        net: facts.totals.net,
        vat: facts.totals.vat,
        gross: facts.totals.gross,
        templateVersion: expenseStatementTemplateVersion,
      };
      const documentId = addDocument(tx, {
        ...common,
        number,
        fileName: `${number}.pdf`,
        mediaType: 'application/pdf',
        bytes,
      });
      const workbookId = addDocument(tx, {
        ...common,
        number: `${number}-tableur`,
        fileName: `${number}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: workbook,
      });
      addStatement(tx, {
        id: randomUUID(),
        grantFileId: file.id,
        number,
        documentId,
        workbookId,
        invoiceDocuments: award.spendings.flatMap((one) => (one.documentId === null ? [] : [one.documentId])),
        inputDigest,
        issuedAt: now,
      });
      addDeed(
        tx,
        deedOn(file, { userId: user.id, at: now }, 'grantFile.statementIssued', { number, documentId, workbookId }),
      );
      return number;
    },
  });
}
