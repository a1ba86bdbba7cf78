// What others add to a file: the school's link opens one file and closes; a replaced document stays; a version is signed once.
import { write } from 'db/client';
import {
  addGrantOpinion,
  addSchoolLink,
  addSignOff,
  findOpenSchoolLink,
  listGrantOpinions,
  listSchoolLinks,
  listSignOffs,
  revokeSchoolLinks,
} from 'db/grant-contributions';
import { addGrantGroup, findGrantGroup, listGrantGroups, listGroupFileIds } from 'db/grant-groups';
import {
  addPieceDocument,
  changePieceWaiver,
  endPieceDocument,
  listPieceDocuments,
  listPieceWaivers,
} from 'db/grant-pieces';
import { addGrantFile } from 'db/grants';
import { addDocument } from 'db/records';
import * as tables from 'db/schema';
import { aCommune, aDatabase, aPerson, aSyndicat, testNow } from 'tests/database';
import { expect, test } from 'vitest';
import { noAnswers } from '~/domain/grants/answers';
import type { ChecklistItem } from '~/domain/grants/checklist';
import { missingPieces, piecesOf } from '~/domain/grants/pieces';
import { day } from '~/domain/shared/day';

const later = '2026-12-01T09:00:00.000Z';

function aFile() {
  const db = aDatabase();
  aSyndicat(db);
  const own = aCommune(db, 0);
  const other = aCommune(db, 1);
  const secretary = aPerson(db, own.communeId, 'secretary');
  const stranger = aPerson(db, other.communeId, 'secretary');
  const buyer = aPerson(db, 'syndicat', 'syndicatBuyer');
  const common = {
    schemeId: 'enir-2018',
    schemeVersion: '1',
    orderId: null,
    answers: noAnswers,
    createdAt: testNow,
    createdBy: secretary.id,
    updatedAt: testNow,
  };
  write(db, (tx) => {
    addGrantFile(tx, { ...common, id: 'file-1', communeId: own.communeId, schoolUai: own.uai });
    addGrantFile(tx, { ...common, id: 'file-2', communeId: other.communeId, schoolUai: other.uai });
  });
  return { db, own, other, secretary, stranger, buyer };
}

test('a link opens its file until it expires or is closed, and its secret is not kept', () => {
  const { db, secretary } = aFile();
  const link = { grantFileId: 'file-1', expiresAt: '2026-11-30T00:00:00.000Z', createdAt: testNow };
  const make = (id: string) => write(db, (tx) => addSchoolLink(tx, { ...link, id, createdBy: secretary.id }));
  const token = make('link-1') ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(make('link-1')).toBeUndefined();
  expect(findOpenSchoolLink(db, token, testNow)?.grantFileId).toBe('file-1');
  expect(findOpenSchoolLink(db, `${token}x`, testNow)).toBeUndefined();
  expect(findOpenSchoolLink(db, token, later)).toBeUndefined();
  expect(JSON.stringify(db.select().from(tables.grantSchoolLinks).all())).not.toContain(token);
  expect(Object.keys(listSchoolLinks(db, 'file-1')[0] ?? {})).not.toContain('tokenDigest');
  expect(write(db, (tx) => revokeSchoolLinks(tx, 'file-1', testNow))).toBe(1);
  expect(findOpenSchoolLink(db, token, testNow)).toBeUndefined();
});

test('a replaced document no longer counts and stays to be read; another file cannot take it out', () => {
  const { db, own, secretary } = aFile();
  const by = { userId: secretary.id, at: later };
  const documentId = write(db, (tx) =>
    addDocument(tx, {
      kind: 'grantPiece',
      number: 'PIECE-1',
      issuerId: own.communeId,
      communeId: own.communeId,
      supplierId: null,
      title: 'Devis',
      issuedOn: day('2026-11-23'),
      issuedAt: testNow,
      issuedBy: secretary.id,
      net: null,
      vat: null,
      gross: null,
      fileName: 'devis.pdf',
      mediaType: 'application/pdf',
      templateVersion: 'reçu',
      bytes: new TextEncoder().encode('%PDF-1.7'),
    }),
  );
  const piece = { grantFileId: 'file-1', piece: 'quotes', documentId, label: 'Devis', pages: 1 };
  const add = () =>
    write(db, (tx) => addPieceDocument(tx, { ...piece, id: 'p1', addedAt: testNow, addedBy: secretary.id }));
  expect(add()).toBe(true);
  expect(add()).toBe(false);
  expect(write(db, (tx) => endPieceDocument(tx, 'file-2', 'p1', by))).toBe(false);
  expect(write(db, (tx) => endPieceDocument(tx, 'file-1', 'p1', by))).toBe(true);
  expect(write(db, (tx) => endPieceDocument(tx, 'file-1', 'p1', by))).toBe(false);
  expect(listPieceDocuments(db, 'file-1')).toMatchObject([{ id: 'p1', endedAt: later, fileName: 'devis.pdf' }]);
});

test('a piece is missing, then joined or set aside with a reason; a draft of ours is not the signed piece', () => {
  const { db, secretary } = aFile();
  const item = (piece: ChecklistItem['piece'], state: ChecklistItem['state']): ChecklistItem => ({
    piece,
    label: piece,
    state,
    signedBy: null,
    endorsedBy: null,
    required: 'always',
    confidence: 'recalled',
    note: null,
    missing: [],
  });
  const checklist = [item('financingPlan', 'inFile'), item('deliberation', 'toJoin'), item('notStarted', 'inFile')];
  const standing = (...args: Parameters<typeof piecesOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    piecesOf(checklist, ...args).map((piece) => piece.standing);
  expect(standing([], [])).toEqual(['produced', 'missing', 'missing']);
  const document = { id: 'd', label: 'D', fileName: 'd.pdf', mediaType: 'application/pdf', sha256: '', pages: 1 };
  const joined = { ...document, piece: 'deliberation', byteLength: 1, addedBy: 'Personne' };
  expect(standing([joined], [])).toEqual(['produced', 'joined', 'missing']);
  const by = { userId: secretary.id, at: testNow };
  write(db, (tx) => changePieceWaiver(tx, 'file-1', 'notStarted', 'Aide sans condition de début', by));
  expect(standing([joined], listPieceWaivers(db, 'file-1'))).toEqual(['produced', 'joined', 'notRequired']);
  expect(missingPieces(piecesOf(checklist, [joined], listPieceWaivers(db, 'file-1')))).toEqual([]);
  write(db, (tx) => changePieceWaiver(tx, 'file-1', 'notStarted', null, by));
  expect(listPieceWaivers(db, 'file-1')).toEqual([]);
});

test('the latest opinion comes first, and a version is signed off once', () => {
  const { db, buyer } = aFile();
  const opinion = { grantFileId: 'file-1', comment: 'Bien', givenOn: day('2026-11-23'), givenBy: buyer.id };
  write(db, (tx) => {
    addGrantOpinion(tx, { ...opinion, id: 'o1', opinion: 'unfavorable', givenAt: testNow });
    addGrantOpinion(tx, { ...opinion, id: 'o2', opinion: 'favorable', givenAt: later });
  });
  expect(listGrantOpinions(db, 'file-1').map((one) => one.opinion)).toEqual(['favorable', 'unfavorable']);
  const signOff = { grantFileId: 'file-1', version: 1, signedOn: day('2026-11-23'), signedAt: testNow };
  const sign = () => write(db, (tx) => addSignOff(tx, { ...signOff, signedBy: buyer.id }));
  expect([sign(), sign()]).toEqual([true, false]);
  expect(listSignOffs(db, 'file-1')).toMatchObject([{ version: 1, signedBy: 'Personne' }]);
});

test('a group of several communes is the syndicat’s alone; that of one commune is also its own', () => {
  const { db, own, secretary, stranger, buyer } = aFile();
  const group = { title: 'Groupe', schemeId: 'enir-2018', schemeVersion: '1', createdAt: testNow, createdBy: buyer.id };
  write(db, (tx) => {
    addGrantGroup(tx, { ...group, id: 'several', communeId: null }, ['file-2', 'file-1']);
    addGrantGroup(tx, { ...group, id: 'own', communeId: own.communeId }, ['file-1']);
    expect(addGrantGroup(tx, { ...group, id: 'own', communeId: null }, ['file-2'])).toBe(false);
  });
  expect(listGrantGroups(db, buyer.scope)).toHaveLength(2);
  expect(listGrantGroups(db, secretary.scope).map(({ id }) => id)).toEqual(['own']);
  expect(findGrantGroup(db, 'several', secretary.scope)).toBeUndefined();
  expect(findGrantGroup(db, 'own', stranger.scope)).toBeUndefined();
  expect(listGroupFileIds(db, 'several')).toEqual(['file-1', 'file-2']);
});
