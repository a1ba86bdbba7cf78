// Several grant files presented together: what each asks, what each commune asks, and sums that equal the files.
import { type Cents, cents, sumCents } from '~/domain/shared/money';
import type { Dossier } from './dossier';
import type { Basis } from './eligible-costs';

export interface GroupedFile {
  readonly fileId: string;
  readonly communeId: string;
  readonly commune: string;
  readonly school: string;
  readonly uai: string;
  readonly dossier: Dossier;
}

/** Amounts in cents; eligible cost, grant, aids and own share are on the basis of the plan. */
export interface GroupAmounts {
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  readonly eligible: Cents;
  readonly grant: Cents;
  readonly otherAids: Cents;
  readonly ownShare: Cents;
}

export interface GroupRow extends GroupAmounts {
  readonly fileId: string;
  readonly commune: string;
  readonly school: string;
  readonly uai: string;
}

export type GroupFault =
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'ineligible'; readonly school: string }
  | { readonly kind: 'amountUnknown'; readonly school: string }
  | { readonly kind: 'basesDiffer'; readonly net: readonly string[]; readonly gross: readonly string[] }
  | { readonly kind: 'sameSchool'; readonly school: string };

export interface GroupSummary {
  readonly basis: Basis | null;
  readonly rows: readonly GroupRow[];
  readonly communes: readonly (GroupAmounts & { readonly commune: string; readonly schools: number })[];
  readonly total: GroupAmounts;
  /** Everything that keeps the sums from being presented as one. */
  readonly faults: readonly GroupFault[];
}

function sumOf(rows: readonly GroupAmounts[]): GroupAmounts {
  const of = (name: keyof GroupAmounts) => sumCents(rows.map((row) => row[name]));
  return {
    net: of('net'),
    vat: of('vat'),
    gross: of('gross'),
    eligible: of('eligible'),
    grant: of('grant'),
    otherAids: of('otherAids'),
    ownShare: of('ownShare'),
  };
}

function rowOf({ fileId, commune, school, uai, dossier }: GroupedFile): readonly GroupRow[] {
  const { plan, amounts, basis, vat } = dossier;
  if (plan === null) return [];
  const aids = sumCents(plan.resources.map(({ aid }) => aid.amount));
  return [
    {
      fileId,
      commune,
      school,
      uai,
      net: amounts.net.cost,
      vat,
      gross: amounts.gross.cost,
      eligible: amounts[basis].eligible,
      grant: plan.grant,
      otherAids: cents(aids - plan.grant),
      ownShare: plan.ownShare,
    },
  ];
}

function faultsOf(files: readonly GroupedFile[]): readonly GroupFault[] {
  const named = (basis: Basis) => files.filter(({ dossier }) => dossier.basis === basis).map(({ school }) => school);
  const repeated = files.filter(({ uai }, index) => files.findIndex((one) => one.uai === uai) < index);
  const [net, gross] = [named('net'), named('gross')];
  return [
    ...(files.length < 2 ? [{ kind: 'tooFew' } as const] : []),
    ...repeated.map(({ school }) => ({ kind: 'sameSchool', school }) as const),
    ...files
      .filter(({ dossier }) => dossier.eligibility.outcome === 'ineligible')
      .map(({ school }) => ({ kind: 'ineligible', school }) as const),
    ...files
      .filter(({ dossier }) => dossier.plan === null)
      .map(({ school }) => ({ kind: 'amountUnknown', school }) as const),
    ...(net.length > 0 && gross.length > 0 ? [{ kind: 'basesDiffer', net, gross } as const] : []),
  ];
}

/** The summary of files of one scheme: a row each, a sum per commune, a total; by construction the sums of the files. */
export function groupSummaryOf(files: readonly GroupedFile[]): GroupSummary {
  const rows = files.flatMap(rowOf);
  const names = [...new Set(rows.map(({ commune }) => commune))];
  const bases = new Set(files.map(({ dossier }) => dossier.basis));
  const [basis] = bases;
  return {
    basis: bases.size === 1 ? (basis ?? null) : null,
    rows,
    communes: names.map((commune) => {
      const own = rows.filter((row) => row.commune === commune);
      return { commune, schools: own.length, ...sumOf(own) };
    }),
    total: sumOf(rows),
    faults: faultsOf(files),
  };
}

/** The French sentence of a fault. */
export function groupFaultText(fault: GroupFault): string {
  switch (fault.kind) {
    case 'tooFew':
      return 'Un dossier groupé réunit au moins deux dossiers.';
    case 'sameSchool':
      return `${fault.school} : deux dossiers pour la même école.`;
    case 'ineligible':
      return `${fault.school} : non éligible.`;
    case 'amountUnknown':
      return `${fault.school} : l’aide n’est pas encore calculée.`;
    case 'basesDiffer':
      return `Les assiettes diffèrent : HT pour ${fault.net.join(', ')} ; TTC pour ${fault.gross.join(', ')}. Choisissez la même.`;
  }
}
