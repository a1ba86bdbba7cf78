// Issues the declaration of a closed year as a CSV in the official schema; a later one replaces it.
import { redirect } from '@remix-run/node';
import { agecCategories } from 'catalog/thresholds/agec';
import { write } from 'db/client';
import { addDeed, addDocument, readDocumentBytes } from 'db/records';
import { listDeclarations } from 'db/years';
import { writeDeclaration } from '~/documents/agec-declaration';
import { declarationOf, declarationRefusal } from '~/domain/checks/agec-declaration';
import { YearRefused } from '~/ui/checks/year-refused';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { readBuyer, readYear, readYearOf } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, now, today } = asked;
  const year = readYear(asked);
  const communeId = user.scope.kind === 'commune' ? user.scope.communeId : null;
  const reasons = write(db, (tx) => {
    const buyer = readBuyer(tx, user, null);
    const { figures } = readYearOf(tx, buyer.id, year, today);
    const decided = declarationOf(buyer, year, figures, agecCategories, today);
    if ('refusals' in decided) return decided.refusals.map(declarationRefusal);
    const bytes = writeDeclaration(decided.rows);
    const before = listDeclarations(tx, buyer.id, year);
    // The same figures again are the same declaration.
    const [last] = before;
    if (last && Buffer.compare(readDocumentBytes(tx, last.id), bytes) === 0) return [];
    const number = `AGEC-${year}-${String(before.length + 1).padStart(2, '0')}`;
    const id = addDocument(tx, {
      kind: 'agecDeclaration',
      number,
      issuerId: buyer.id,
      communeId,
      title: `Déclaration AGEC ${year}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `declaration-biens-reemploi-${buyer.siret ?? ''}-${year}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      templateVersion: 'v0.1.0',
      bytes,
    });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'year.declarationIssued',
      subjectKind: 'document',
      subjectId: id,
      detail: { number, replaces: last?.number ?? null },
    });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/controles/annees/${year}`, 'Le fichier de la déclaration est prêt à télécharger.');
});

export default function DeclarationRefused() {
  return <YearRefused />;
}
