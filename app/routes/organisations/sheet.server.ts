// The sheet of a commune's schools: its content to download, and what a sheet that came back would change now.
import { createHash } from 'node:crypto';
import type { Reads } from 'db/client';
import { findCommune, findSchool, findSyndicat, listSchools } from 'db/organisations';
import { findStartingPointSheet } from 'db/starting-point-sheets';
import { type StartingPointSheetFacts, startingPointHeaders } from '~/documents/checks/starting-point-sheet';
import type { Scope } from '~/domain/accounts/permissions';
import { decideRows, type RowDecision, type SchoolToDeclare } from '~/domain/checks/starting-point-sheet';
import type { Day } from '~/domain/shared/day';
import { fileRefusalSentence } from '~/imports/sentences';
import { readStartingPointSheet } from '~/imports/starting-point-sheet';
import { demonstrationMention } from '../orders/purchase-order-facts.server';
import { knownToday, questions } from './starting-point.server';

type CommuneScope = Extract<Scope, { kind: 'commune' }>;

const whole = { kind: 'syndicat' } as const;

/** The schools of a commune with what is known of each today. */
export function schoolsToDeclare(db: Reads, scope: CommuneScope): readonly SchoolToDeclare[] {
  return listSchools(db, scope).map(({ school }) => ({
    uai: school.uai,
    name: school.name,
    known: knownToday(db, school.uai),
  }));
}

/** What the sheet to fill in holds. */
export function sheetFacts(
  db: Reads,
  scope: CommuneScope,
  today: Day,
  demonstration: boolean,
): StartingPointSheetFacts {
  return {
    issuer: findSyndicat(db).name,
    communeName: findCommune(db, scope.communeId, scope)?.organisation.name ?? '',
    madeOn: today,
    questions,
    schools: schoolsToDeclare(db, scope),
    ...(demonstration ? { mention: demonstrationMention } : {}),
  };
}

/** Reads an uploaded file: its rows with the digest of its bytes, or the sentence that refuses it. */
export async function readSheetFile(file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reading = readStartingPointSheet(bytes, startingPointHeaders, questions);
  if (reading.read) {
    if (reading.rows.length === 0) return { refusal: 'Le fichier n’a aucune ligne d’école.' };
    return { rows: reading.rows, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  return {
    refusal:
      reading.refusal.tag === 'noSchoolColumn'
        ? 'Aucune feuille n’a de colonne « UAI » avec des questions à côté : téléchargez le modèle et remplissez-le.'
        : fileRefusalSentence(reading.refusal),
  };
}

function digestOf(decisions: readonly RowDecision[]): string {
  const said = decisions.map(({ row, school, changes, problems }) => [
    row.row,
    school?.uai ?? null,
    changes.map(({ question, before, after }) => [question.name, before === undefined ? 'never' : before, after]),
    problems.length,
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** A sheet of the commune with what each row would change now; undefined when it is absent or another's. */
export function readSheet(db: Reads, id: string, scope: CommuneScope, today: Day) {
  const sheet = findStartingPointSheet(db, id, scope.communeId);
  if (!sheet) return undefined;
  const schools = schoolsToDeclare(db, scope);
  const isKnown = (uai: string) => findSchool(db, uai, whole) !== undefined;
  const decisions = decideRows(sheet.rows, schools, questions, isKnown, today);
  const named = new Set(decisions.flatMap(({ school }) => (school ? [school.uai] : [])));
  return {
    sheet,
    decisions,
    digest: digestOf(decisions),
    absent: schools.filter(({ uai }) => !named.has(uai)),
    counts: {
      changedAnswers: decisions.reduce((sum, { changes }) => sum + changes.length, 0),
      changedSchools: decisions.filter(({ changes }) => changes.length > 0).length,
      refusedRows: decisions.filter(({ problems }) => problems.length > 0).length,
    },
  };
}
