// A clause in the buyer's own words: refused, kept, printed, signalled, proposed next time, and given up.
import { clauses } from 'catalog/clauses';
import { clauseBlanks } from 'catalog/clauses/types';
import { addClauseWording, listClauseWordings, listEarlierWordings } from 'db/clause-wordings';
import { write } from 'db/client';
import { consultations } from 'db/schema';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { composeDce } from '~/documents/consultations/compose';
import { writeDce } from '~/documents/consultations/write-dce';
import { textChanges } from '~/documents/text-difference';
import {
  type ClauseWording,
  isOutdated,
  paragraphsOf,
  wordedSet,
  wordingRefusalSentence,
  wordingRefusals,
} from '~/domain/consultations/clause-wordings';
import { day } from '~/domain/shared/day';
import { aDatabase } from '../database';
import { textOfDocx } from '../journeys/files';
import { aConsolidation, aSubject, quantitiesOf } from './builders';

const disputes = clauses.ccap.find(({ id }) => id === 'ccap-disputes');
if (!disputes) throw new Error('no clause');

test('a wording that loses a mandatory blank, invents one or says no reason is refused with their names', () => {
  const refusals = wordingRefusals(disputes, ['Saisir {tribunal}.'], ' ', clauseBlanks);
  expect(refusals).toEqual([
    { kind: 'reasonMissing' },
    { kind: 'blanksMissing', blanks: ['{court}'] },
    { kind: 'blanksUnknown', blanks: ['{tribunal}'] },
  ]);
  for (const refusal of refusals) expect(wordingRefusalSentence(refusal)).toMatch(/\.$/);
  expect(wordingRefusals(disputes, disputes.paragraphs, 'Essai', clauseBlanks)).toEqual([{ kind: 'unchanged' }]);
  expect(wordingRefusals(disputes, [], 'Essai', clauseBlanks).map(({ kind }) => kind)).toContain('empty');
  expect(
    wordingRefusals(disputes, paragraphsOf('Premier.\n\n  Le litige va à : {court}. '), 'Essai', clauseBlanks),
  ).toEqual([]);
});

test('every shipped clause may be rewritten around its own blanks', () => {
  for (const clause of [...clauses.rc, ...clauses.ae, ...clauses.ccap, ...clauses.cctp])
    expect(wordingRefusals(clause, [...clause.paragraphs, 'Un paragraphe de plus.'], 'Essai', clauseBlanks)).toEqual(
      [],
    );
});

test('a difference in words gives back both texts', () => {
  const [before, after] = [
    ['Un délai de trente jours.', 'Fin.'],
    ['Un délai de quinze jours ouvrés.', 'Fin.'],
  ];
  const changes = textChanges(before, after);
  const without = (kind: string) =>
    changes
      .filter((change) => change.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('added')).toBe(before.join('\n'));
  expect(without('removed')).toBe(after.join('\n'));
  expect(changes.find(({ kind }) => kind === 'removed')?.text).toContain('trente');
});

test('the file prints the wording of the buyer and its slip says so', async () => {
  const wording: ClauseWording = {
    clauseId: disputes.id,
    clauseVersion: disputes.version,
    paragraphs: ['Les parties se rencontrent sous huit jours. Litige : {court}.'],
    reason: 'Usage du syndicat',
    on: day('2026-12-01'),
  };
  const subject = aSubject({ clauses: wordedSet(clauses, [wording]), wordings: [wording] });
  const file = composeDce(subject, quantitiesOf(aConsolidation()));
  expect(file.report.contradictions).toEqual([]);
  expect(file.ownWordings.map(({ piece, clause }) => [piece, clause.id])).toEqual([['CCAP', 'ccap-disputes']]);
  const archive = unzipSync((await writeDce(subject, file)).bytes);
  const ccap = textOfDocx(archive['03-CCAP.docx'] ?? new Uint8Array());
  expect(ccap).toContain('Les parties se rencontrent sous huit jours. Litige : Tribunal administratif de Rennes.');
  expect(ccap).not.toContain('comité consultatif de règlement amiable');
  const slip = new TextDecoder().decode(archive['00-bordereau-acheteur.txt']);
  expect(slip).toContain('CCAP, « Différends », réécrite le 1er décembre 2026 : Usage du syndicat');
}, 60_000);

test('the last wording holds, is proposed to other consultations only, and is no longer once given up', () => {
  const db = aDatabase();
  const add = (consultationId: string, paragraphs: readonly string[] | null, id: string) =>
    write(db, (tx) =>
      addClauseWording(tx, {
        id,
        consultationId,
        clauseId: disputes.id,
        clauseVersion: '2025-01-01',
        paragraphs,
        reason: 'Essai',
        at: '2026-12-01T09:00:00.000Z',
        byUserId: 'user',
      }),
    );
  db.$client.pragma('foreign_keys = off');
  for (const id of ['first', 'second']) {
    db.insert(consultations)
      .values({
        id,
        reference: `REF-${id}`,
        object: 'Objet',
        consolidationId: id,
        launchOn: day('2027-01-04'),
        choices: {},
        createdAt: '2026-12-01T09:00:00.000Z',
        createdBy: 'user',
        updatedAt: '2026-12-01T09:00:00.000Z',
      })
      .run();
  }
  expect(add('first', ['Avant {court}'], 'a')).toBe(true);
  expect(add('first', ['Après {court}'], 'b')).toBe(true);
  expect(add('first', ['Deux fois'], 'b')).toBe(false);
  expect(listClauseWordings(db, 'first').map(({ paragraphs }) => paragraphs)).toEqual([['Après {court}']]);
  expect(listEarlierWordings(db, 'first')).toEqual([]);
  const [earlier] = listEarlierWordings(db, 'second');
  expect(earlier).toMatchObject({ reference: 'REF-first', paragraphs: ['Après {court}'] });
  expect(earlier && isOutdated(earlier, disputes)).toBe(true);
  add('first', null, 'c');
  expect(listClauseWordings(db, 'first')).toEqual([]);
  expect(listEarlierWordings(db, 'second')).toEqual([]);
});
