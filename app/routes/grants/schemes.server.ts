// The schemes in force: those the house publishes and those the syndicat opened, each as its department applies it.
import { departmentTerms, grantSchemes, openRoutes } from 'catalog/grants';
import type { OpenRoute } from 'catalog/grants/open-routes';
import type { DepartmentTerms, GrantScheme } from 'catalog/grants/types';
import type { Reads } from 'db/client';
import { findSchemeVersion, listSchemeVersions, type StoredScheme } from 'db/grant-schemes';
import { listDepartmentTerms } from 'db/grant-terms';
import { withDepartmentTerms } from '~/domain/grants/department-terms';
import type { GrantTexts } from '~/domain/grants/dossier';
import { callPeriod, takesRequests } from '~/domain/grants/eligibility';
import { type Day, dayInParis, yearOf } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { schemeOfContent } from './scheme-shape.server';
import { grantTexts } from './texts.server';

/** A stored version as the rest of the site knows it: ended by a person, it is closed. */
export function schemeOfStored(stored: StoredScheme): GrantScheme {
  const scheme = schemeOfContent(stored.content);
  if (stored.endedAt === null) return scheme;
  return { ...scheme, status: 'closed', period: { ...scheme.period, closesOn: dayInParis(stored.endedAt) } };
}

/** Every published version of every scheme, and every version the syndicat opened. */
export function listSchemes(db: Reads): readonly GrantScheme[] {
  const opened = listSchemeVersions(db).filter(({ openedAt }) => openedAt !== null);
  return [...opened.map(schemeOfStored), ...grantSchemes];
}

/** One version of a scheme, or the latest opened; undefined when there is none. */
export function findScheme(db: Reads, id: string, version?: string): GrantScheme | undefined {
  if (version !== undefined) {
    const shipped = grantSchemes.find((scheme) => scheme.id === id && String(scheme.version) === version);
    if (shipped) return shipped;
    const stored = /^\d{1,6}$/.test(version) ? findSchemeVersion(db, id, Number(version)) : undefined;
    return stored?.openedAt ? schemeOfStored(stored) : undefined;
  }
  return listSchemes(db)
    .filter((scheme) => scheme.id === id)
    .sort((a, b) => b.version - a.version)[0];
}

/** One version of each scheme: the latest that takes requests on the day, else the latest. Open ones first. */
export function listCurrentSchemes(db: Reads, today: Day): readonly GrantScheme[] {
  const versions = [...listSchemes(db)].sort((a, b) => b.version - a.version);
  const ids = [...new Set(versions.map(({ id }) => id))];
  const current = ids.flatMap((id) => {
    const own = versions.filter((scheme) => scheme.id === id);
    const chosen = own.find((scheme) => takesRequests(scheme, today)) ?? own[0];
    return chosen ? [chosen] : [];
  });
  const rank = (scheme: GrantScheme) =>
    ['open', 'yearly', 'notYetOpen', 'unknown', 'closed'].indexOf(callPeriod(scheme, today));
  const shipped = (scheme: GrantScheme) => grantSchemes.findIndex(({ id }) => id === scheme.id);
  return current.sort((a, b) => rank(a) - rank(b) || shipped(a) - shipped(b));
}

/** What a department retains of a scheme: what the syndicat entered, else what could be read. */
export function findDepartmentTerms(
  db: Reads,
  scheme: GrantScheme,
  departmentCode: string,
  today: Day,
): DepartmentTerms | undefined {
  return scheme.localTerms === true ? termsAmong(listDepartmentTerms(db), scheme, departmentCode, today) : undefined;
}

function termsAmong(
  entered: ReturnType<typeof listDepartmentTerms>,
  scheme: GrantScheme,
  departmentCode: string,
  today: Day,
): DepartmentTerms | undefined {
  // The version of a yearly scheme is its year.
  const year = scheme.version > 2000 ? scheme.version : yearOf(today);
  const own = (terms: DepartmentTerms) =>
    terms.schemeId === scheme.id && terms.departmentCode === departmentCode && terms.year === year;
  return entered.find(({ terms }) => own(terms))?.terms ?? departmentTerms.find(own);
}

/** Any scheme as it applies in a department, however many are asked for: two queries in all. */
export function schemesIn(db: Reads, today: Day) {
  const entered = listDepartmentTerms(db);
  const byVersion = new Map(listSchemes(db).map((scheme) => [`${scheme.id} ${scheme.version}`, scheme]));
  return (id: string, version: string, departmentCode: string): GrantScheme | undefined => {
    const scheme = byVersion.get(`${id} ${version}`);
    if (scheme?.localTerms !== true) return scheme;
    return withDepartmentTerms(scheme, termsAmong(entered, scheme, departmentCode, today));
  };
}

/** The scheme as it applies in a department. */
export function schemeIn(db: Reads, scheme: GrantScheme, departmentCode: string, today: Day) {
  const terms = findDepartmentTerms(db, scheme, departmentCode, today);
  return { scheme: withDepartmentTerms(scheme, terms), terms };
}

function routeOf(scheme: GrantScheme): OpenRoute {
  const { closesOn } = scheme.period;
  const day = closesOn !== null && closesOn.length === 10 ? formatDay(closesOn as Day) : closesOn;
  return {
    id: scheme.id,
    name: scheme.name,
    schemeId: scheme.id,
    gives: `Aide de ${scheme.funder}.`,
    conditions: day === null ? [] : [`Demandes jusqu’au ${day}.`],
    where: scheme.depositedWith.value,
    outsidePlan: false,
    confidence: scheme.period.confidence,
    sources: [],
  };
}

/** The texts a file is decided by on a day: the syndicat's open schemes stand among the open routes. */
export function grantTextsOn(db: Reads, today: Day): GrantTexts {
  const current = listCurrentSchemes(db, today);
  const published = new Set<string>(openRoutes.flatMap((route) => ('schemeId' in route ? [route.schemeId] : [])));
  const others = current.filter((scheme) => takesRequests(scheme, today) && !published.has(scheme.id));
  return { ...grantTexts, schemes: current, routes: [...others.map(routeOf), ...openRoutes] };
}
