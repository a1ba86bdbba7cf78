// The data sheet of a European notice: each business term with the value that our figures give it, or who must decide.
import type { EformsNotice, EformsSection, EformsTerm } from 'catalog/codes/eforms';
import type { Day } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import type { LotOutcome } from './award';
import type { Criterion } from './consultation';
import type { LotLimits } from './lot-limits';
import type { Procedure } from './procedure';

/** A value as the form takes it, with its words where it is a code. */
export interface EformsValue {
  readonly value: string;
  readonly label?: string;
}

export interface EformsLot {
  readonly number: number;
  readonly title: string;
  /** How many lines its schedule has. */
  readonly lines: number;
  readonly cpv: string | null;
  readonly estimateNet: Cents | null;
  readonly maximumNet: Cents;
  readonly result: {
    readonly outcome: LotOutcome;
    readonly decidedOn: Day;
    readonly received: number;
    /** Recomputed totals of the ranked offers, net. */
    readonly ranked: readonly Cents[];
    readonly offer: {
      readonly depositId: string;
      readonly name: string;
      readonly siret: string;
      readonly net: Cents;
    } | null;
    readonly contract: { readonly number: string; readonly signedOn: Day; readonly maximumNet: Cents } | null;
  } | null;
}

export interface EformsFacts {
  readonly notice: EformsNotice;
  readonly type: string;
  readonly form: string;
  readonly buyer: {
    readonly name: string;
    readonly siret: string | null;
    readonly city: string | null;
    readonly postalCode: string | null;
    readonly email: string;
    readonly phone: string | null;
  };
  readonly object: string;
  readonly procedure: Procedure;
  readonly urgent: boolean;
  readonly lotLimits: LotLimits;
  readonly estimateNet: Cents | null;
  readonly lots: readonly EformsLot[];
  readonly criteria: readonly Criterion[];
  readonly months: number;
  readonly renewals: number;
  readonly longDurationReason: string | null;
  readonly profileAddress: string;
  readonly deadline: { readonly day: Day; readonly time: string };
  readonly lastQuestionDay: Day | null;
  readonly validityDays: number;
}

/**
 * `known`: computed from what is recorded. `proposed`: usual, to be checked. `bySender`: given by the medium.
 * `missing`: mandatory and unknown. `open`: not mandatory, left to the buyer.
 */
export type EformsStanding = 'known' | 'proposed' | 'bySender' | 'missing' | 'open';

export interface EformsRow {
  readonly bt: string;
  readonly section: EformsSection;
  /** The lot or criterion that the row is about; empty for the whole notice. */
  readonly subject: string;
  readonly label: string;
  readonly mandatory: boolean;
  readonly standing: EformsStanding;
  readonly value: string;
  /** The words of a code. */
  readonly said: string;
}

/** Cents as a decimal number of euros with a point: '575000.00'. */
function euros(net: Cents): string {
  return `${Math.trunc(net / 100)}.${String(net % 100).padStart(2, '0')}`;
}

type Values = Readonly<Record<string, EformsValue | null>>;

const plain = (value: string | number | null): EformsValue | null =>
  value === null || value === '' ? null : { value: String(value) };
const money = (net: Cents | null) => (net === null ? null : { value: euros(net), label: 'EUR' });

function ofNotice(facts: EformsFacts): Values {
  return { 'OPP-070': plain(facts.notice), 'BT-02': plain(facts.type), 'BT-03': plain(facts.form) };
}

function ofBuyer({ buyer }: EformsFacts): Values {
  return {
    'BT-500': plain(buyer.name),
    'BT-501': plain(buyer.siret),
    'BT-513': plain(buyer.city),
    'BT-512': plain(buyer.postalCode),
    'BT-506': plain(buyer.email),
    'BT-503': plain(buyer.phone),
  };
}

function ofProcedure(facts: EformsFacts): Values {
  const { lots, procedure, urgent, lotLimits } = facts;
  const limit = (count: number | null) => (count === null ? null : plain(count));
  const total = (amounts: readonly (Cents | null)[]) =>
    amounts.includes(null) ? null : (amounts.reduce<number>((sum, net) => sum + (net ?? 0), 0) as Cents);
  const contracts = lots.flatMap(({ result }) => (result?.contract ? [result] : []));
  return {
    'BT-21': plain(facts.object),
    'BT-24': plain(
      `${facts.object}. Accord-cadre à bons de commande, ${lots.length} lot(s), sans minimum et avec maximum.`,
    ),
    'BT-262': plain(lots[0]?.cpv ?? null),
    'BT-27': money(facts.estimateNet),
    'BT-271': money(total(lots.map(({ maximumNet }) => maximumNet))),
    'BT-105':
      procedure === 'openCall'
        ? { value: 'open', label: 'Ouverte' }
        : { value: 'oth-single', label: 'Autre procédure en une seule étape' },
    'BT-106': urgent ? { value: 'true', label: 'Oui' } : { value: 'false', label: 'Non' },
    'BT-31': limit(lotLimits.offers),
    'BT-33': limit(lotLimits.awards),
    'BT-118': contracts.length > 0 ? money(total(contracts.map(({ contract }) => contract?.maximumNet ?? null))) : null,
    'BT-161': contracts.length > 0 ? money(total(contracts.map(({ offer }) => offer?.net ?? null))) : null,
  };
}

function ofLot(lot: EformsLot, facts: EformsFacts): Values {
  return {
    'BT-137': plain(`LOT-${String(lot.number).padStart(4, '0')}`),
    'BT-21': plain(lot.title),
    'BT-24': plain(`${lot.title}\u202f: ${lot.lines} ligne(s) au bordereau des prix, décrites au CCTP.`),
    'BT-262': plain(lot.cpv),
    'BT-27': money(lot.estimateNet),
    'BT-271': money(lot.maximumNet),
    'BT-36': { value: String(facts.months), label: 'mois, reconductions comprises' },
    'BT-58': plain(facts.renewals),
    'BT-109': plain(facts.longDurationReason),
    'BT-15': plain(facts.profileAddress),
    'BT-18': plain(facts.profileAddress),
    'BT-13': plain(facts.lastQuestionDay),
    'BT-131': { value: `${facts.deadline.day} ${facts.deadline.time}`, label: 'heure de Paris' },
    'BT-98': { value: String(facts.validityDays), label: 'jours' },
  };
}

const criterionTypes: Readonly<Record<Criterion['nature'], EformsValue>> = {
  price: { value: 'price', label: 'Prix' },
  technical: { value: 'quality', label: 'Qualité' },
  environmental: { value: 'quality', label: 'Qualité' },
  social: { value: 'quality', label: 'Qualité' },
  delivery: { value: 'quality', label: 'Qualité' },
};

function ofCriterion({ nature, label, weight }: Criterion): Values {
  return { 'BT-539': criterionTypes[nature], 'BT-540': plain(label), 'BT-541': plain(weight) };
}

const statuses: Readonly<Record<LotOutcome, EformsValue>> = {
  awarded: { value: 'selec-w', label: 'Au moins un lauréat a été choisi' },
  withoutFollowUp: { value: 'clos-nw', label: 'Aucun lauréat n’a été choisi et la mise en concurrence est close' },
  unsuccessful: { value: 'clos-nw', label: 'Aucun lauréat n’a été choisi et la mise en concurrence est close' },
};

function reasonOf(outcome: LotOutcome, received: number): EformsValue | null {
  if (outcome === 'awarded') return null;
  if (received === 0) return { value: 'no-rece', label: 'Aucune offre reçue' };
  return outcome === 'unsuccessful' ? { value: 'all-rej', label: 'Toutes les offres ont été rejetées' } : null;
}

function ofResult({ number, result }: EformsLot): Values {
  const lot = plain(`LOT-${String(number).padStart(4, '0')}`);
  if (!result) return { 'BT-13713': lot };
  const { outcome, ranked, received, offer, contract } = result;
  return {
    'BT-13713': lot,
    'BT-142': statuses[outcome],
    'BT-144': reasonOf(outcome, received),
    'BT-709': money(contract?.maximumNet ?? null),
    'BT-710': money(ranked.length > 0 ? (Math.min(...ranked) as Cents) : null),
    'BT-711': money(ranked.length > 0 ? (Math.max(...ranked) as Cents) : null),
    'BT-759': plain(received),
    'BT-150': plain(contract?.number ?? null),
    'BT-145': plain(contract?.signedOn ?? null),
    'BT-1451': outcome === 'awarded' ? plain(result.decidedOn) : null,
    'BT-3201': plain(offer?.depositId ?? null),
    'BT-720': money(offer?.net ?? null),
  };
}

function ofWinner({ result }: EformsLot): Values {
  return { 'BT-500': plain(result?.offer?.name ?? null), 'BT-501': plain(result?.offer?.siret ?? null) };
}

function rowOf(term: EformsTerm, notice: EformsNotice, subject: string, values: Values): EformsRow {
  const { bt, section, label, proposed, bySender } = term;
  const mandatory = term.mandatory.includes(notice);
  const known = values[bt];
  const told = known ?? (proposed ? { value: proposed.code ?? proposed.label, label: proposed.label } : null);
  const standing: EformsStanding = known
    ? 'known'
    : proposed
      ? 'proposed'
      : bySender
        ? 'bySender'
        : mandatory
          ? 'missing'
          : 'open';
  const value = told?.value ?? '';
  const said = told?.label === undefined || told.label === value ? '' : told.label;
  return { bt, section, subject, label, mandatory, standing, value, said };
}

/** The sheet of a notice, in the order of its sections; the terms that a lot or an outcome does not call for are left out. */
export function eformsSheet(facts: EformsFacts, terms: readonly EformsTerm[]): readonly EformsRow[] {
  const { notice, lots, criteria } = facts;
  const of = (section: EformsSection, subject: string, values: Values) =>
    terms
      .filter((term) => term.section === section && term.notices.includes(notice))
      .map((term) => rowOf(term, notice, subject, values));
  return [
    ...of('notice', '', ofNotice(facts)),
    ...of('buyer', '', ofBuyer(facts)),
    ...of('procedure', '', ofProcedure(facts)),
    ...lots.flatMap((lot) => of('lot', `Lot ${lot.number}`, ofLot(lot, facts))),
    ...criteria.flatMap((criterion) => of('criterion', criterion.label, ofCriterion(criterion))),
    ...lots.flatMap((lot) => [
      ...of('result', `Lot ${lot.number}`, ofResult(lot)),
      ...(lot.result?.outcome === 'awarded' ? of('winner', `Lot ${lot.number}`, ofWinner(lot)) : []),
    ]),
  ];
}

export const eformsStandingLabels: Readonly<Record<EformsStanding, string>> = {
  known: 'lu dans le dossier',
  proposed: 'proposé, à vérifier',
  bySender: 'donné par le support de publication',
  missing: 'manque',
  open: 'facultatif, à compléter',
};

export const eformsSectionLabels: Readonly<Record<EformsSection, string>> = {
  notice: 'Avis',
  buyer: 'Acheteur',
  procedure: 'Procédure',
  lot: 'Lot',
  criterion: 'Critère',
  result: 'Résultat',
  winner: 'Titulaire',
};
