// The facts a person is asked in a grant file: how they are shown, and how they are read back.
import { grantSchemes } from 'catalog/grants';
import type { FactDefinition, FactName } from 'catalog/grants/facts';
import type { GivenFact } from 'db/grants';
import { callYear, factsAskedBy } from '~/domain/grants/eligibility';
import type { Facts, KnownFact } from '~/domain/grants/facts';
import type { Day } from '~/domain/shared/day';
import { formatCount } from '~/domain/shared/format';
import type { ShownFact } from '~/ui/grants/fact-fields';
import type { ComposedFile } from './composition.server';
import { grantTexts } from './texts.server';

const definitionOf = (name: FactName): FactDefinition => grantTexts.definitions[name];

function shownValue(definition: FactDefinition, known: KnownFact | undefined): string {
  if (known === undefined) return '';
  if (typeof known.value === 'boolean') return known.value ? 'oui' : 'non';
  if (typeof known.value !== 'number') return typeof known.value === 'string' ? known.value : '';
  return definition.type === 'ratio' ? String(known.value / 100).replace('.', ',') : formatCount(known.value);
}

const severalDefinitions: readonly FactName[] = ['commune.totalPopulation', 'commune.dgfPopulation'];

/** A fact as a form asks it; `confirmFor` is the year to confirm it for, near a threshold. */
export function shownFact(
  name: FactName,
  known: KnownFact | undefined,
  confirmation: { readonly confirmed: boolean; readonly confirmFor: number | null },
): ShownFact {
  const definition = definitionOf(name);
  return {
    name,
    label: definition.label,
    hint: `${definition.ask} Où le trouver : ${definition.whereToFind}.`,
    type: definition.type,
    unit: definition.unit ?? null,
    options: definition.options ?? [],
    value: shownValue(definition, known),
    chosen: Array.isArray(known?.value) ? known.value : null,
    origin: known?.origin ?? null,
    population: definition.population
      ? {
          year: known?.year === undefined ? '' : String(known.year),
          definition: severalDefinitions.includes(name) ? (known?.definition ?? '') : null,
          ...confirmation,
        }
      : null,
  };
}

function shownInFile(composed: ComposedFile, name: FactName, year: number): ShownFact {
  const near = composed.dossier.eligibility.toConfirm.some(({ fact }) => fact === name);
  const confirmed = composed.given[name]?.confirmed === true;
  return shownFact(name, composed.facts[name], { confirmed, confirmFor: near || confirmed ? year : null });
}

/** The facts to ask for the call, and apart those that only the yearly dotations read. */
export function factsToAsk({ scheme, applicant, known, given, dossier }: ComposedFile): {
  readonly call: readonly FactName[];
  readonly dotations: readonly FactName[];
} {
  const near = new Set(dossier.eligibility.toConfirm.map(({ fact }) => fact));
  const wanted = (name: FactName) => known[name] === undefined || given[name] !== undefined || near.has(name);
  const ofCall = factsAskedBy(scheme, applicant).filter(wanted);
  const earlier: FactName = 'school.earlierGrants';
  const rateOpen = scheme.funding.some(({ rate, ratesByTotal }) => rate.value === null && !ratesByTotal);
  const ofAmount = [
    ...dossier.amounts.net.amount.missing,
    ...(rateOpen ? (['operation.requestedRate'] as const) : []),
    earlier,
  ].filter((name) => !ofCall.includes(name) && (wanted(name) || name === earlier));
  const call = [...ofCall, ...new Set<FactName>(ofAmount)];
  const dotations = grantSchemes
    .filter(({ id }) => id === 'detr' || id === 'dsil')
    .flatMap((dotation) => factsAskedBy(dotation, applicant))
    .filter(wanted);
  return { call, dotations: [...new Set(dotations)].filter((name) => !call.includes(name)) };
}

export function shownFacts(composed: ComposedFile, today: Day) {
  const { call, dotations } = factsToAsk(composed);
  const year = callYear(composed.scheme, today);
  return {
    call: call.map((name) => shownInFile(composed, name, year)),
    dotations: dotations.map((name) => shownInFile(composed, name, year)),
  };
}

function readValue(definition: FactDefinition, form: FormData, name: FactName): KnownFact['value'] | null | 'wrong' {
  const text = String(form.get(`fact:${name}`) ?? '').trim();
  if (definition.type === 'list') {
    const chosen = form.getAll(`fact:${name}[]`).map(String);
    if (chosen.length === 0) return null;
    return chosen.filter((value) => definition.options?.some((option) => option.value === value));
  }
  if (text === '') return null;
  if (definition.type === 'boolean') return text === 'oui' ? true : text === 'non' ? false : 'wrong';
  if (definition.type === 'choice') return definition.options?.some(({ value }) => value === text) ? text : 'wrong';
  const digits = text.replace(/[\s\u00a0\u202f%]/g, '');
  if (definition.type === 'count') return /^\d{1,9}$/.test(digits) ? Number(digits) : 'wrong';
  const ratio = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(digits);
  return ratio ? Number(ratio[1]) * 100 + Number((ratio[2] ?? '').padEnd(2, '0')) : 'wrong';
}

/**
 * Reads facts out of a form; what repeats the published figure is not an answer and keeps its own source, and an
 * empty field takes the answer back.
 */
export function readFactFields(form: FormData, names: readonly FactName[], published: Facts) {
  const problems: Record<string, string> = {};
  const given = names.flatMap((name): readonly GivenFact[] => {
    const definition = definitionOf(name);
    const value = readValue(definition, form, name);
    if (value === 'wrong') {
      problems[`fact:${name}`] =
        definition.type === 'ratio' ? 'Écrivez un pourcentage, comme 98,5.' : 'Écrivez un nombre entier.';
      return [];
    }
    if (value === null) return [{ key: name, value: null, source: null }];
    const text = (field: string) => String(form.get(`${field}:${name}`) ?? '').trim();
    const [year, meaning] = [text('year'), text('definition')];
    const confirmed = form.get(`confirmed:${name}`) === 'on';
    if (year !== '' && !/^(19|20)\d{2}$/.test(year)) problems[`year:${name}`] = 'Écrivez une année, comme 2020.';
    if (confirmed && (year === '' || (meaning === '' && severalDefinitions.includes(name)))) {
      problems[`year:${name}`] ??= 'Pour confirmer, donnez la définition et l’année.';
    }
    if (!confirmed && published[name]?.value === value) return [{ key: name, value: null, source: null }];
    return [
      {
        key: name,
        source: null,
        value: {
          value,
          ...(meaning !== '' && { definition: meaning }),
          ...(/^\d{4}$/.test(year) && { year: Number(year) }),
          ...(confirmed && { confirmed }),
        },
      },
    ];
  });
  return { given, problems };
}

/** Reads the facts of a file's form. */
export function readFacts(form: FormData, composed: ComposedFile) {
  const { call, dotations } = factsToAsk(composed);
  return readFactFields(form, [...call, ...dotations], composed.known);
}
