// What a file already holds for the fields of a form, and any field of it as the text to copy.
import type { Field } from 'catalog/grants/sections';
import { writtenText } from '~/domain/grants/answers';
import type { Resource } from '~/domain/grants/financing-plan';
import { funderLabels, resourceStateLabels } from '~/domain/grants/plan-wording';
import { factText } from '~/domain/grants/wording';
import { parseDay } from '~/domain/shared/day';
import { formatCents, formatCount, formatDayShort } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { ApplicationFileFacts } from './facts';

type Application = Omit<ApplicationFileFacts, 'reference' | 'version' | 'issuedOn'>;

/** Digits only, the cents dropped, as a form that takes whole euros wants them. */
function wholeEuros(amount: Cents): string {
  return String(Math.trunc(amount / 100));
}

/** What the file holds by itself, by 'part.value'; '' when it is not known. */
export function knownTexts(of: Application): Readonly<Record<string, string>> {
  const { applicant, school, support, dossier, facts, definitions, firstLegalActOn, scheme } = of;
  const { plan, amounts, lines } = dossier;
  const grouping = applicant.body.form !== 'commune';
  const populationName = grouping ? 'applicant.population' : 'commune.totalPopulation';
  const population = facts[populationName];
  const code = grouping ? (applicant.siren ?? '') : applicant.inseeCode;
  const earlier = facts['school.earlierGrants'];
  const category = facts['operation.localCategory'];
  const dsilCategory = facts['operation.dsilCategory'];
  const others = plan?.resources.filter(({ aid }) => aid.id !== 'call') ?? [];
  const resources = (list: readonly Resource[]) =>
    list
      .map(
        ({ aid }) =>
          `${funderLabels[aid.funder]} : ${aid.label}, ${formatCents(aid.amount)}, ${resourceStateLabels[aid.state]}${aid.reference === null ? '' : `, dossier ${aid.reference}`}`,
      )
      .join('\n');
  return {
    'applicant.kind': applicant.kind,
    'applicant.inseeCode': code,
    'applicant.code': code,
    'applicant.siret': applicant.siret ?? '',
    'applicant.department': applicant.department ?? '',
    'applicant.arrondissement': applicant.arrondissement ?? '',
    'applicant.epci': grouping ? 'Sans objet : le demandeur n’est pas une commune' : (applicant.epci ?? ''),
    'applicant.population': population ? factText(populationName, population, definitions) : '',
    'applicant.support': `${support.name}, ${support.role}`,
    'schools.uai': school.uai,
    'schools.name': school.name,
    'schools.level': school.level,
    'schools.rpi': school.rpi,
    'schools.classes': school.classes,
    'schools.pupils': school.pupils,
    'schools.priorityEducation': school.priorityEducation,
    'schools.earlierGrants': earlier ? factText('school.earlierGrants', earlier, definitions) : '',
    'equipment.lines': lines
      .map(({ line }) => `${formatCount(line.quantity)} × ${line.label} : ${formatCents(line.totalNet)} HT`)
      .join('\n'),
    'equipment.checks': `${of.checkCounts.met} règles conformes, ${of.checkCounts.unmet} non conformes, ${of.checkCounts.unknown} inconnues`,
    'equipment.purchasing': `Centrale d’achat : ${support.name}`,
    'schedule.firstLegalActOn': firstLegalActOn === null ? 'Aucun à ce jour' : formatDayShort(firstLegalActOn),
    'financing.cost': wholeEuros(amounts.net.cost),
    'financing.costNet': wholeEuros(amounts.net.cost),
    'financing.resources': plan ? resources(plan.resources) : '',
    'financing.otherAids': resources(others),
    'financing.requested': plan ? wholeEuros(plan.requestedWholeEuros) : '',
    'financing.ownShare': plan ? formatCents(plan.ownShare) : '',
    'financing.fctva': plan ? formatCents(plan.fctva.withoutDeduction) : '',
    'scheme.shortName': scheme.shortName,
    'scheme.funder': scheme.funder,
    'scheme.category': category ? factText('operation.localCategory', category, definitions) : '',
    'scheme.dsilCategory': dsilCategory ? factText('operation.dsilCategory', dsilCategory, definitions) : '',
  };
}

/** One field of a part as text; '' when nobody answered: unknown is never no. */
export function fieldText(
  of: Application,
  known: Readonly<Record<string, string>>,
  part: string,
  field: Field,
): string {
  const key = `${part}.${field.id}`;
  if (field.from === 'known') return known[field.shows ?? key] ?? '';
  const text = writtenText(of.answers, key);
  const day = field.type === 'date' ? parseDay(text) : undefined;
  return day ? formatDayShort(day) : text;
}
