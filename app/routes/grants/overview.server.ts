// Reads every grant file and every school of the members for the syndicat's overview.
import type { Db } from 'db/client';
import { listAwardTerms, listResultDays } from 'db/grant-awards';
import { listFileSteps } from 'db/grant-file-steps';
import { listGrantFiles, listGrantSchools } from 'db/grants';
import { countDeclaredFacts } from 'db/organisations';
import type { Scope } from '~/domain/accounts/permissions';
import { awardDatesOf, pressingDates } from '~/domain/grants/award-dates';
import { awardIn, receivedIn } from '~/domain/grants/award-spending';
import { currentState, reachedOn } from '~/domain/grants/file-steps';
import { type CommunePlace, type FileFigures, type RiskReason, yearOfFile } from '~/domain/grants/overview';
import { missingPieces } from '~/domain/grants/pieces';
import { type Day, dayInParis } from '~/domain/shared/day';
import { cents, sumCents } from '~/domain/shared/money';
import { readEquipment } from '../organisations/school-facts.server';
import { composeFile } from './composition.server';
import { readPieces } from './pieces.server';

export type OverviewFile = FileFigures & { readonly school: string; readonly commune: string };

/** The figures of every file that the scope may see. */
export function readFileFigures(db: Db, scope: Scope, today: Day): readonly OverviewFile[] {
  const listed = listGrantFiles(db, scope);
  const ids = listed.map(({ id }) => id);
  const [terms, told] = [listAwardTerms(db, ids), listResultDays(db, ids)];
  return listed.flatMap(({ id }) => {
    const composed = composeFile(db, id, scope, today);
    if (!composed) return [];
    const { file, scheme, dossier, place } = composed;
    const steps = listFileSteps(db, id);
    const state = currentState(steps);
    const dates = pressingDates(awardDatesOf(scheme, terms.get(id), steps, told.get(id) ?? null), steps, today);
    const missing = state === 'deposited' || state === 'received' ? missingPieces(readPieces(db, composed).pieces) : [];
    const reasons: RiskReason[] = [
      ...dates.map((date) => ({ tag: 'date' as const, date })),
      ...(missing.length === 0 ? [] : [{ tag: 'missingPieces' as const, count: missing.length }]),
    ];
    return [
      {
        id,
        scheme: scheme.shortName,
        state,
        year: yearOfFile(reachedOn(steps, 'deposited'), dayInParis(file.createdAt)),
        communeId: file.communeId,
        asked: dossier.amounts[dossier.basis].amount.total,
        granted: awardIn(steps),
        paid: receivedIn(steps),
        reasons,
        school: place.school.name,
        commune: place.organisation.name,
      },
    ];
  });
}

/** The communes of the scope with their schools: pupils, equipment today, and what they were granted. */
export function readPlaces(db: Db, scope: Scope, files: readonly FileFigures[]): readonly CommunePlace[] {
  const declared = countDeclaredFacts(db, scope);
  const byCommune = new Map<string, CommunePlace>();
  for (const { school, commune, organisation } of listGrantSchools(db, scope)) {
    // A school that declared nothing has no figure: reading what it ordered would not give one.
    const counts = declared[school.uai] === undefined ? [] : readEquipment(db, school.uai).counts;
    const today = (name: string) => counts.find(({ count }) => count === name)?.today ?? null;
    const own = {
      pupils: school.pupils,
      mobileDevices: today('mobileDevices'),
      displays: today('projections'),
    };
    const known = byCommune.get(organisation.id);
    byCommune.set(organisation.id, {
      communeId: organisation.id,
      name: organisation.name,
      epci: commune.epciName,
      rural: commune.rural,
      schools: [...(known?.schools ?? []), own],
      granted:
        known?.granted ??
        sumCents(
          files.filter(({ communeId }) => communeId === organisation.id).map(({ granted }) => granted ?? cents(0)),
        ),
    });
  }
  return [...byCommune.values()];
}
