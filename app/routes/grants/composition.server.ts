// Puts a grant file together from what is stored and what is published, and has it decided.
import { categories, isCategoryCode } from 'catalog/products/categories';
import type { Db } from 'db/client';
import { listFileSteps } from 'db/grant-file-steps';
import { findStartWaiver, listFilesOnOrder } from 'db/grant-holds';
import { readPlaceFacts } from 'db/grant-place-facts';
import { findGrantFile, findGrantSchool, listGivenCommuneFacts, readGivenFacts, readGrantOrder } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import { missingOfBody } from '~/domain/grants/applicant-body';
import { missingBodyTexts } from '~/domain/grants/applicant-wording';
import { departmentFactsOf } from '~/domain/grants/department-terms';
import { dossierOf } from '~/domain/grants/dossier';
import { applicantIn } from '~/domain/grants/eligibility';
import { startedBeforeReception } from '~/domain/grants/facts';
import { reachedOn } from '~/domain/grants/file-steps';
import { grantLinesOf } from '~/domain/grants/lines';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { bodyOf } from './applicant.server';
import { findScheme, grantTextsOn, schemeIn } from './schemes.server';
import { factsOfPlace } from './texts.server';

/** A file that the scope may see, decided; undefined when there is none. */
export function composeFile(db: Db, id: string, scope: Scope, today: Day) {
  const file = findGrantFile(db, id, scope);
  const place = file && findGrantSchool(db, file.schoolUai, scope);
  const published = file && findScheme(db, file.schemeId, file.schemeVersion);
  if (!file || !place || !published) return undefined;
  const { scheme, terms } = schemeIn(db, published, place.commune.departmentCode, today);
  const ordered = file.orderId === null ? undefined : readGrantOrder(db, file.orderId, scope);
  const lines = grantLinesOf(
    (ordered?.lines ?? []).map((line) => ({
      ...line,
      categoryLabel: isCategoryCode(line.categoryCode) ? categories[line.categoryCode].label : line.categoryCode,
    })),
    file.schoolUai,
  );
  const given = readGivenFacts(db, id);
  const waiver = file.orderId === null ? undefined : findStartWaiver(db, id, file.orderId);
  const received = reachedOn(listFileSteps(db, id), 'received') ?? null;
  const started = waiver
    ? { value: false, origin: `Dérogation du préfet, ${formatDay(waiver.grantedOn)}, ${waiver.reference}` }
    : startedBeforeReception(ordered ? ordered.firstIssuedOn : null, received);
  const said = factsOfPlace(place, readPlaceFacts(db, scope), listGivenCommuneFacts(db, scope).get(file.communeId));
  const known = {
    ...said,
    ...departmentFactsOf(terms),
    ...(started && { 'operation.startedBeforeRequestReceived': started }),
  };
  const facts = { ...known, ...given };
  const applicant = applicantIn(facts);
  const body = bodyOf(applicant, place, file.answers.applicant);
  const others = file.orderId === null ? [] : listFilesOnOrder(db, file.orderId);
  const sameLinesIn = others
    .filter((other) => other.id !== id && other.schoolUai === file.schoolUai)
    .map((other) => findScheme(db, other.schemeId, other.schemeVersion)?.shortName ?? other.schemeId);
  return {
    file,
    place,
    scheme,
    applicant,
    body,
    ordered,
    given,
    known,
    facts,
    sameLinesIn,
    dossier: dossierOf(
      scheme,
      applicant,
      file.schoolUai,
      facts,
      lines,
      file.answers,
      grantTextsOn(db, today),
      missingBodyTexts(missingOfBody(body)),
    ),
  };
}

export type ComposedFile = NonNullable<ReturnType<typeof composeFile>>;
