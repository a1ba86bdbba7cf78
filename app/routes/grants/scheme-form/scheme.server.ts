// Reads a whole scheme out of its form, laid over what it was.
import { grantPieces, grantSections } from 'catalog/grants';
import type { PieceCode } from 'catalog/grants/pieces';
import type { SectionId } from 'catalog/grants/sections';
import type { ApplicantKind, GrantScheme, RequiredPiece, Sourced } from 'catalog/grants/types';
import type { FunderKind } from '~/domain/grants/financing-plan';
import { funderLabels } from '~/domain/grants/plan-wording';
import { applicantLabels } from '~/domain/grants/wording';
import { parseDay } from '~/domain/shared/day';
import { readCriteria } from './criteria.server';
import { readExpenses, readFunding } from './expenses.server';
import { marked, type Reading, readingOf } from './reading.server';

export const statuses = ['open', 'yearly', 'toVerify', 'closed'] as const;
export const otherAids = ['toVerify', 'admittedLocally', 'admitted', 'forbidden'] as const;
export const stages = ['application', 'agreement', 'execution', 'payment'] as const;
export const requirements = [
  'always',
  'ifEpci',
  'ifObtained',
  'ifDelegated',
  'byDepartment',
  'optional',
  'atBalance',
] as const;

const kinds = Object.keys(applicantLabels) as readonly ApplicantKind[];
const sectionIds = Object.keys(grantSections) as readonly SectionId[];
const pieceCodes = Object.keys(grantPieces) as readonly PieceCode[];

function readDate(reading: Reading, name: string, before: string | null): string | null {
  const typed = reading.text(name);
  if (typed === '') return null;
  if (typed !== before && !parseDay(typed)) reading.problems[name] = 'Cette date n’existe pas.';
  return typed;
}

function readPeriod(reading: Reading, before: GrantScheme['period'], verified: boolean): GrantScheme['period'] {
  const opensOn = readDate(reading, 'opensOn', before.opensOn);
  const closesOn = readDate(reading, 'closesOn', before.closesOn);
  const note = reading.text('periodNote');
  const same = opensOn === before.opensOn && closesOn === before.closesOn;
  const kept = same && (!verified || before.confidence === 'confirmed');
  return {
    opensOn,
    closesOn,
    ...(kept
      ? { confidence: before.confidence, sources: before.sources }
      : { confidence: verified ? ('confirmed' as const) : ('unsure' as const), sources: [] }),
    ...(note !== '' && { note }),
  };
}

function readPieces(reading: Reading, before: GrantScheme, verified: boolean): readonly RequiredPiece[] {
  const codes = [
    ...before.pieces.map(({ piece }) => piece),
    ...pieceCodes.filter((code) => !before.pieces.some(({ piece }) => piece === code)),
  ];
  return codes.flatMap((piece): readonly RequiredPiece[] => {
    const was = before.pieces.find((asked) => asked.piece === piece);
    const required = requirements.find((one) => one === reading.text(`piece:${piece}:required`));
    if (required === undefined) return [];
    const stage = reading.chosen(`piece:${piece}:stage`, stages, was?.stage ?? 'application');
    if (was && was.stage === stage && was.required === required && (!verified || was.confidence === 'confirmed'))
      return [was];
    return [{ piece, stage, required, confidence: verified ? 'confirmed' : 'unsure', sources: [] }];
  });
}

function readSections(reading: Reading): readonly SectionId[] {
  return sectionIds
    .map((id) => ({ id, order: reading.count(`section:${id}`) }))
    .filter((section): section is { id: SectionId; order: number } => section.order !== null)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
}

/** A text that a person cites is a text that was read; those that were there keep their mark. */
function textsOf(reading: Reading, name: string, before: readonly Sourced<string>[]): readonly Sourced<string>[] {
  return reading
    .lines(name)
    .map((line) => before.find(({ value }) => value === line) ?? { value: line, confidence: 'confirmed', sources: [] });
}

/** The scheme that the form makes of the one before, or what is wrong beside each field. */
export function readScheme(
  form: FormData,
  before: GrantScheme,
): { readonly scheme: GrantScheme } | { readonly problems: Readonly<Record<string, string>> } {
  const reading = readingOf(form);
  const verified = (part: string) => reading.list('verified[]').includes(part);
  const required = (name: string) => {
    const text = reading.text(name);
    if (text === '') reading.problems[name] = 'Ce champ est nécessaire.';
    return text;
  };
  const chosenKinds = reading.list('applicants[]');
  const applicants = kinds.filter((kind) => chosenKinds.includes(kind));
  const options = reading.list('options[]');
  const [envelope, share] = [reading.amount('envelope'), reading.rate('highestShare')];
  const operator = reading.text('operator');
  const points = reading.lines('specificationPoints');
  const money = verified('payment');
  const scheme: GrantScheme = {
    id: before.id,
    version: before.version,
    name: required('name'),
    shortName: required('shortName'),
    status: reading.chosen('status', statuses, before.status),
    period: readPeriod(reading, before.period, verified('period')),
    legalTexts: textsOf(reading, 'legalTexts', before.legalTexts),
    envelopeCents: envelope === null ? null : marked(envelope, before.envelopeCents ?? undefined, verified('period')),
    funder: required('funder'),
    funderKind: reading.chosen('funderKind', Object.keys(funderLabels) as FunderKind[], before.funderKind),
    operator: operator === '' ? null : marked(operator, before.operator ?? undefined, false),
    instructor: reading.text('instructor'),
    depositedWith: marked(reading.text('depositedWith'), before.depositedWith, verified('period')),
    applicants: [
      ...before.applicants.filter(({ kind }) => applicants.includes(kind)),
      ...applicants
        .filter((kind) => !before.applicants.some((was) => was.kind === kind))
        .map((kind) => ({ kind, confidence: 'confirmed' as const, sources: [] })),
    ],
    criteria: readCriteria(reading, before, applicants),
    basis: marked(
      reading.chosen('basis', ['net', 'gross'] as const, before.basis.value),
      before.basis,
      verified('basis'),
    ),
    expenses: readExpenses(reading, before),
    funding: readFunding(reading, before),
    stacking: {
      highestShare:
        share === null ? null : marked(share, before.stacking.highestShare ?? undefined, verified('funding')),
      otherPublicAid: marked(
        reading.chosen('otherPublicAid', otherAids, before.stacking.otherPublicAid.value),
        before.stacking.otherPublicAid,
        verified('funding'),
      ),
      ...(options.includes('stateDotation') && {
        stateDotations: before.stacking.stateDotations ?? {
          value: { share: 8000, schemes: ['detr', 'dsil', 'dpv', 'dsid', before.id] },
          confidence: 'confirmed',
          sources: ['cgct-r2334-27'],
        },
      }),
    },
    ...(options.includes('localTerms') && { localTerms: true }),
    ...(options.includes('start') && {
      start: {
        ...(before.start ?? { value: 'afterReception', confidence: 'confirmed', sources: [] }),
        article: reading.text('startArticle') || 'Texte de l’appel',
      },
    }),
    payment: {
      advance: marked(reading.rate('advance'), before.payment.advance, money),
      beforeBalance: marked(reading.rate('beforeBalance'), before.payment.beforeBalance, money),
      terms: reading.text('paymentTerms'),
    },
    deadlines: {
      startWithinMonths: marked(reading.count('startWithinMonths'), before.deadlines.startWithinMonths, money),
      completeWithinMonths: marked(reading.count('completeWithinMonths'), before.deadlines.completeWithinMonths, money),
    },
    pieces: readPieces(reading, before, verified('pieces')),
    sections: readSections(reading),
    specificationPoints: points.length === 0 ? null : marked(points, before.specificationPoints ?? undefined, false),
    circuit: reading.lines('circuit').map((line) => {
      const [step = line, ...rest] = line.split(' : ');
      const was = before.circuit.find((one) => `${one.step} : ${one.what}` === line);
      return was ?? { step, what: rest.join(' : '), confidence: 'unsure' };
    }),
  };
  return Object.keys(reading.problems).length > 0 ? { problems: reading.problems } : { scheme };
}
