// Every school of the scope with its answer to one scheme, filtered, counted and paged.
import type { FactName } from 'catalog/grants/facts';
import type { Reads } from 'db/client';
import { listGrantSchools } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import type { Eligibility } from '~/domain/grants/eligibility';
import { applicantLabels, outcomeLabels, refusalTexts } from '~/domain/grants/wording';
import type { Day } from '~/domain/shared/day';
import { eligibilityFor, factsOf, readSaid } from './estimating.server';
import { listCurrentSchemes } from './schemes.server';
import { outcomeTones } from './shown.server';
import { grantTexts } from './texts.server';

const { definitions } = grantTexts;
const outcomes: readonly Eligibility['outcome'][] = ['eligible', 'unknown', 'ineligible'];
const pageSize = 50;

function wantedBy({ missing, toConfirm }: Eligibility): readonly FactName[] {
  return [...new Set([...missing, ...toConfirm.map(({ fact }) => fact)])];
}

function told(eligibility: Eligibility): string {
  if (eligibility.outcome === 'ineligible') return refusalTexts(eligibility, definitions).join(' ');
  const wanted = wantedBy(eligibility).map((fact) => definitions[fact].label);
  return wanted.length === 0 ? 'Tous les critères connus sont remplis.' : `À fournir : ${wanted.join(', ')}.`;
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The list that an address asks for; `rows` are those of every page, `shown` those of the page. */
export function readProspects(db: Reads, scope: Scope, search: URLSearchParams, today: Day) {
  const schemes = listCurrentSchemes(db, today);
  const published = schemes.find(({ id }) => id === search.get('appel')) ?? schemes[0];
  if (!published) throw new Error('The catalogue has no scheme');
  const said = readSaid(db, scope);
  const commune = folded(search.get('commune') ?? '');
  const all = listGrantSchools(db, scope)
    .filter(({ organisation }) => folded(organisation.name).includes(commune))
    .map((place) => {
      const { eligibility, facts, applicant } = eligibilityFor(db, published, place, factsOf(place, said), today);
      return {
        uai: place.school.uai,
        school: place.school.name,
        commune: place.organisation.name,
        applicant: applicantLabels[applicant],
        population: facts['commune.totalPopulation']?.value,
        densityClass: facts['commune.densityClass']?.value,
        outcome: eligibility.outcome,
        label: outcomeLabels[eligibility.outcome],
        tone: outcomeTones[eligibility.outcome],
        wanted: wantedBy(eligibility),
        told: told(eligibility),
      };
    });
  const asked = outcomes.find((outcome) => outcome === search.get('reponse')) ?? '';
  const lacking = search.get('manque') ?? '';
  const rows = all.filter(
    (row) => (asked === '' || row.outcome === asked) && (lacking === '' || row.wanted.some((fact) => fact === lacking)),
  );
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(pages, Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1));
  const lacked = [...new Set(all.flatMap(({ wanted }) => wanted))];
  return {
    scheme: published,
    asked,
    lacking,
    commune: search.get('commune') ?? '',
    schemes: schemes.map(({ id, shortName }) => ({ value: id, label: shortName })),
    counts: outcomes.map((outcome) => ({
      outcome,
      label: outcomeLabels[outcome],
      count: all.filter((row) => row.outcome === outcome).length,
    })),
    lacked: lacked.map((fact) => ({
      value: fact as string,
      label: `${definitions[fact].label} (${all.filter(({ wanted }) => wanted.includes(fact)).length})`,
    })),
    rows,
    page,
    pages,
    shown: rows.slice((page - 1) * pageSize, page * pageSize),
  };
}
