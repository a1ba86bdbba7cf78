// Turns a decided grant file into the facts of its PDF.
import type { Reads } from 'db/client';
import { listGrantOpinions } from 'db/grant-contributions';
import { listFrozenChecks } from 'db/orders';
import { findSyndicat } from 'db/organisations';
import type { ApplicationFileFacts, FileCheck } from '~/documents/grants/facts';
import type { CheckResult } from '~/domain/checks/results';
import { bodyName } from '~/domain/grants/applicant-wording';
import { callYear } from '~/domain/grants/eligibility';
import { applicantLabels } from '~/domain/grants/wording';
import { schoolLevelLabels, schoolLevelOf } from '~/domain/organisations/schools';
import type { Day } from '~/domain/shared/day';
import { formatCount } from '~/domain/shared/format';
import { checkStoredOrder } from '../orders/checking.server';
import { addressOf } from './applicant.server';
import type { ComposedFile } from './composition.server';
import { readPieces } from './pieces.server';
import { grantTexts, publishedOf } from './texts.server';

const worstFirst = ['unmet', 'unknown', 'met'] as const;

/** What the checks say of the school, its lines and the whole order: as frozen, or as they stand for a cart. */
function resultsFor(db: Reads, { ordered, file }: ComposedFile, today: Day): readonly CheckResult[] {
  if (!ordered) return [];
  const { order, lines } = ordered;
  const own = lines.filter(({ schoolUai }) => schoolUai === file.schoolUai);
  const concerned = new Set<string>([order.id, file.schoolUai, ...own.flatMap(({ id, productId }) => [id, productId])]);
  const results = order.state === 'draft' ? checkStoredOrder(db, order, today) : listFrozenChecks(db, order.id);
  return results.filter(({ subject }) => concerned.has(subject.id));
}

/** One row per rule, with its worst answer; what does not apply is left out. */
function checksOf(results: readonly CheckResult[]): readonly FileCheck[] {
  const byRule = new Map<string, CheckResult[]>();
  for (const result of results) byRule.set(result.ruleId, [...(byRule.get(result.ruleId) ?? []), result]);
  const rows = [...byRule.values()].flatMap((all) => {
    const answer = worstFirst.find((one) => all.some((result) => result.answer === one));
    const worst = all.find((result) => result.answer === answer);
    if (!answer || !worst) return [];
    return [{ label: worst.title, answer, remark: answer === 'met' ? '' : worst.sentence, citation: worst.citation }];
  });
  return worstFirst.flatMap((answer) => rows.filter((row) => row.answer === answer));
}

function rpiText(uai: string, inseeCode: string): string {
  const school = publishedOf(uai, inseeCode).school;
  if (!school) return 'Inconnu';
  if (school.dispersedRpi !== null) return `RPI dispersé n° ${school.dispersedRpi}`;
  return school.concentratedRpi ? 'RPI concentré' : 'Aucun';
}

/** Everything the PDF says but its number and version: the same facts are never issued twice. */
export function applicationOf(
  db: Reads,
  composed: ComposedFile,
  today: Day,
  demonstration: boolean,
): Omit<ApplicationFileFacts, 'reference' | 'version' | 'issuedOn'> {
  const { place, scheme, file, ordered, body } = composed;
  const { school, commune, organisation } = place;
  const published = publishedOf(school.uai, commune.inseeCode);
  const syndicat = findSyndicat(db);
  const { pieces, joined } = readPieces(db, composed);
  const [opinion] = listGrantOpinions(db, file.id);
  const checks = checksOf(resultsFor(db, composed, today));
  const counts = published.school ? ` (rentrée ${published.school.countsYear})` : '';
  return {
    mention: demonstration ? 'Démonstration : personnes, fournisseurs et prix fictifs' : null,
    scheme,
    callYear: callYear(scheme, today),
    applicant: {
      kind: applicantLabels[composed.applicant],
      body,
      name: bodyName(body),
      communeName: organisation.name,
      inseeCode: commune.inseeCode,
      siren: body.siren,
      siret: body.siret,
      department: body.department,
      arrondissement: body.arrondissement,
      epci: commune.epciName,
      addressLines: body.addressLines,
    },
    school: {
      uai: school.uai,
      name: school.name,
      level: schoolLevelLabels[schoolLevelOf(school.nursery, school.elementary)],
      rpi: rpiText(school.uai, commune.inseeCode),
      classes: school.classes === null ? 'Inconnu' : `${formatCount(school.classes)}${counts}`,
      pupils: school.pupils === null ? 'Inconnu' : `${formatCount(school.pupils)} (${school.figuresSource})`,
      priorityEducation: published.school ? (published.school.priorityEducation ?? 'Non') : 'Inconnu',
    },
    support: {
      name: syndicat.name,
      role: 'centrale d’achat et structure d’appui',
      siren: syndicat.siren,
      addressLines: addressOf(syndicat),
    },
    facts: composed.facts,
    definitions: grantTexts.definitions,
    answers: file.answers,
    dossier: composed.dossier,
    pieces,
    joined,
    opinion: opinion
      ? { opinion: opinion.opinion, comment: opinion.comment, givenOn: opinion.givenOn, givenBy: opinion.givenBy }
      : null,
    checks,
    checkCounts: {
      met: checks.filter(({ answer }) => answer === 'met').length,
      unmet: checks.filter(({ answer }) => answer === 'unmet').length,
      unknown: checks.filter(({ answer }) => answer === 'unknown').length,
    },
    orderReference: ordered
      ? ordered.order.reference === null
        ? 'la commande en préparation (panier)'
        : `la commande ${ordered.order.reference}`
      : null,
    firstLegalActOn: ordered?.firstIssuedOn ?? null,
  };
}
