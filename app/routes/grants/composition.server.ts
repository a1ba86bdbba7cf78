// Puts a grant file together from what is stored and what is published, and has it decided.
import { categories, isCategoryCode } from 'catalog/products/categories';
import type { Db } from 'db/client';
import { findGrantFile, findGrantSchool, readGivenFacts, readGrantOrder } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import { dossierOf } from '~/domain/grants/dossier';
import { startedBeforeReception } from '~/domain/grants/facts';
import { grantLinesOf } from '~/domain/grants/lines';
import { applicantFor, factsKnownOf, findScheme, grantTexts } from './texts.server';

/** A file that the scope may see, decided; undefined when there is none. */
export function composeFile(db: Db, id: string, scope: Scope) {
  const file = findGrantFile(db, id, scope);
  const place = file && findGrantSchool(db, file.schoolUai, scope);
  const scheme = file && findScheme(file.schemeId, file.schemeVersion);
  if (!file || !place || !scheme) return undefined;
  const ordered = file.orderId === null ? undefined : readGrantOrder(db, file.orderId, scope);
  const lines = grantLinesOf(
    (ordered?.lines ?? []).map((line) => ({
      ...line,
      categoryLabel: isCategoryCode(line.categoryCode) ? categories[line.categoryCode].label : line.categoryCode,
    })),
    file.schoolUai,
  );
  const given = readGivenFacts(db, id);
  const started = startedBeforeReception(ordered ? ordered.firstIssuedOn : null, null);
  const known = {
    ...factsKnownOf(place),
    ...(started && { 'operation.startedBeforeRequestReceived': started }),
  };
  const facts = { ...known, ...given };
  const applicant = applicantFor(place);
  return {
    file,
    place,
    scheme,
    applicant,
    ordered,
    given,
    known,
    facts,
    dossier: dossierOf(scheme, applicant, file.schoolUai, facts, lines, file.answers, grantTexts),
  };
}

export type ComposedFile = NonNullable<ReturnType<typeof composeFile>>;
