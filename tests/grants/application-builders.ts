// A whole application file for a real school, with an invented order, for the document tests.
import { fctvaRate, grantFacts, grantPieces, grantSchemes, grantSections, openRoutes } from 'catalog/grants';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import type { GrantScheme } from 'catalog/grants/types';
import { classCountsYear, populationSources, territory } from 'catalog/territory';
import type { ApplicationFileFacts } from '~/documents/grants/facts';
import { type FileAnswers, noAnswers } from '~/domain/grants/answers';
import { type ApplyingKind, applicantBodyOf, missingOfBody } from '~/domain/grants/applicant-body';
import { bodyName, missingBodyTexts } from '~/domain/grants/applicant-wording';
import { dossierOf, type GrantTexts } from '~/domain/grants/dossier';
import { applicantOf } from '~/domain/grants/eligibility';
import type { GrantLine } from '~/domain/grants/eligible-costs';
import { type Facts, knownFactsOf } from '~/domain/grants/facts';
import { type JoinedDocument, piecesOf } from '~/domain/grants/pieces';
import { applicantLabels } from '~/domain/grants/wording';
import { schoolLevelLabels } from '~/domain/organisations/schools';
import { organisationsOf } from '~/domain/organisations/territory';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { aLine, euros } from './builders';

export const texts: GrantTexts = {
  schemes: grantSchemes,
  definitions: grantFacts,
  sections: grantSections,
  pieces: grantPieces,
  routes: openRoutes,
  fctvaRate: fctvaRate.investment,
};

export const { communes, schools } = organisationsOf(territory, populationSources, classCountsYear);

export const writtenAnswers: FileAnswers = {
  ...noAnswers,
  purpose: 'period',
  basis: { choice: 'gross', reason: 'La commune ne récupère pas la TVA sur ces dépenses avant deux ans.' },
  written: {
    'applicant.representative': 'Mme Jeanne Exemple (fictive)',
    'pedagogy.title': 'Lire, dire et créer avec une classe mobile',
    'pedagogy.axes': ['École inclusive', 'Culture et compétences numériques'],
    'pedagogy.team': 'Quatre enseignants volontaires sur six classes.',
    'pedagogy.diagnosis': 'Diagnostic partagé avec les parents et la commune.\nLe parc a plus de huit ans.',
    'schedule.startsOn': '2020-09-01',
    'commitments.accurate': 'oui',
  },
};

export function anApplicationFile(
  options: {
    scheme?: GrantScheme;
    kind?: ApplyingKind;
    facts?: Facts;
    lines?: readonly GrantLine[];
    answers?: FileAnswers;
    joined?: readonly JoinedDocument[];
    opinion?: ApplicationFileFacts['opinion'];
  } = {},
): ApplicationFileFacts {
  const scheme = options.scheme ?? labelEcolesNumeriques2020;
  const school = schools.find(({ uai }) => uai === '0350114J');
  const commune = communes.find(({ inseeCode }) => inseeCode === school?.communeInseeCode);
  if (!school || !commune) throw new Error('The territory has lost Baguer-Morvan');
  const facts: Facts = {
    ...knownFactsOf(commune, school),
    'commune.urbanAreaPopulation': { value: 0, origin: 'Insee, aires urbaines 2010' },
    'commune.urbanUnitPopulation': { value: 0, origin: 'Insee, unités urbaines 2020' },
    'school.earlierGrants': { value: [], origin: 'Mairie' },
    ...options.facts,
  };
  const lines = options.lines ?? [
    aLine({
      id: 'tablets',
      quantity: 24,
      unitPriceNet: unitPrice(2_990_000),
      totalNet: euros(7176),
      vat: euros(1435.2),
      totalGross: euros(8611.2),
    }),
    aLine({
      id: 'trolley',
      reference: 'CHA-16',
      label: 'Chariot de recharge 16 places (démonstration)',
      categoryCode: 'chargingTrolley',
      categoryLabel: 'Chariot de recharge',
      quantity: 1,
      unitPriceNet: unitPrice(11_900_000),
      totalNet: euros(1190),
      vat: euros(238),
      totalGross: euros(1428),
    }),
    aLine({
      id: 'care',
      reference: 'MNT-1',
      label: 'Maintenance annuelle (démonstration)',
      categoryCode: 'maintenanceService',
      categoryLabel: 'Maintenance',
      quantity: 1,
      unitPriceNet: unitPrice(3_000_000),
      totalNet: euros(300),
      vat: euros(60),
      totalGross: euros(360),
    }),
  ];
  const answers = options.answers ?? writtenAnswers;
  const kind = options.kind ?? applicantOf(school);
  const body = applicantBodyOf(
    kind,
    {
      name: `Commune de ${commune.name}`,
      siren: commune.siren,
      siret: null,
      addressLines: [`${commune.postalCodes[0]} ${commune.name}`],
      department: `${commune.departmentName} (${commune.departmentCode})`,
      arrondissement: commune.arrondissement,
    },
    { ...commune.epci, form: 'community' },
    answers.applicant,
  );
  const missing = missingBodyTexts(missingOfBody(body));
  const dossier = dossierOf(scheme, kind, school.uai, facts, lines, answers, texts, missing);
  const joined = options.joined ?? [];
  return {
    reference: 'ENIR-2026-00001',
    version: 1,
    issuedOn: day('2026-11-23'),
    mention: 'Démonstration : personnes, fournisseurs et prix fictifs',
    scheme,
    callYear: 2020,
    applicant: {
      body,
      kind: applicantLabels[kind],
      name: bodyName(body),
      communeName: `Commune de ${commune.name}`,
      inseeCode: commune.inseeCode,
      siren: body.siren,
      siret: body.siret,
      department: body.department,
      arrondissement: body.arrondissement,
      epci: commune.epci.name,
      addressLines: body.addressLines,
    },
    school: {
      uai: school.uai,
      name: school.name,
      level: schoolLevelLabels[school.level],
      rpi: 'Aucun',
      classes: `${school.classes} (rentrée ${school.countsYear})`,
      pupils: `${school.pupils}`,
      priorityEducation: school.priorityEducation ?? 'Non',
    },
    support: {
      name: 'Syndicat mixte numérique (démonstration)',
      role: 'centrale d’achat',
      siren: '200000008',
      addressLines: ['1 place du Préau', '35000 Rennes'],
    },
    facts,
    definitions: grantFacts,
    answers,
    dossier,
    pieces: piecesOf(dossier.checklist, joined, []),
    joined,
    opinion: options.opinion ?? null,
    checks: [
      {
        label: 'Coupure du Wi-Fi possible dans les locaux',
        answer: 'met',
        remark: '',
        citation: 'Loi n° 2015-136 du 9 février 2015',
      },
      {
        label: 'Charge simultanée et ventilation du chariot',
        answer: 'unknown',
        remark: 'Ventilation non renseignée.',
        citation: 'CARMO',
      },
    ],
    checkCounts: { met: 1, unmet: 0, unknown: 1 },
    orderReference: 'la commande CMD-2026-00012',
    firstLegalActOn: null,
  };
}
