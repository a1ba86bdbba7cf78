// The open data of a contract (DECP 2022): the record that is published, and every reason why it may not be.
import type { DecpCodes } from 'catalog/codes/decp';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import { parseSiret } from '~/domain/shared/identifiers';
import type { Cents } from '~/domain/shared/money';
import type { Ccag, PriceForm } from './consultation';
import { lastDayOf } from './contract-periods';
import type { Procedure } from './procedure';

/** The lists that a person chooses from. */
export type DecpLists = Pick<DecpCodes, 'groupings' | 'placeTypes' | 'social' | 'environmental'>;

/** What only a person knows of a contract, asked when its data are made. */
export interface DecpAnswers {
  readonly innovative: boolean;
  readonly advance: boolean;
  /** Of the amount, in basis points; 0 when an advance is granted at a rate not known. */
  readonly advanceRate: number;
  readonly grouping: DecpCodes['groupings'][number];
  readonly subcontracting: boolean;
  readonly placeCode: string;
  readonly placeType: DecpCodes['placeTypes'][number];
  readonly social: readonly DecpCodes['social'][number][];
  readonly environmental: readonly DecpCodes['environmental'][number][];
}

export interface DecpFacts extends DecpAnswers {
  readonly number: string;
  readonly buyerSiret: string | null;
  readonly holderSiret: string | null;
  readonly object: string;
  readonly cpv: string;
  readonly procedure: Procedure;
  readonly ccag: Ccag;
  readonly priceForm: PriceForm;
  /** Offers received for the lot, those set aside included, late ones not. */
  readonly offersReceived: number;
  /** Whole duration, renewals included. */
  readonly months: number;
  readonly startsOn: Day | null;
  readonly signedOn: Day;
  readonly notifiedOn: Day | null;
  readonly publishedOn: Day;
  readonly maximumNet: Cents;
  readonly offerNet: Cents;
  /** The amendments in effect, with the maximum and the end they lead to and the day their data are published. */
  readonly amendments: readonly {
    readonly number: number;
    readonly notifiedOn: Day;
    readonly maximumNetAfter: Cents;
    readonly endsOnAfter: Day;
    readonly publishedOn: Day;
  }[];
  /** The article that asks every contract for an environmental condition, when it held at the launch. */
  readonly environmentalDuty: string | null;
}

export interface DecpRefusal {
  /** Name of the field in the format. */
  readonly field: string;
  readonly sentence: string;
}

const longest = { id: 16, objet: 1000 } as const;

function dateRefusals(facts: DecpFacts): DecpRefusal[] {
  const { notifiedOn, signedOn, publishedOn, amendments } = facts;
  if (notifiedOn === null)
    return [{ field: 'dateNotification', sentence: 'le contrat n’est pas notifié, il n’a pas de date à publier' }];
  const refusals: DecpRefusal[] = [];
  if (notifiedOn < signedOn)
    refusals.push({
      field: 'dateNotification',
      sentence: `la notification (${formatDay(notifiedOn)}) précède la signature (${formatDay(signedOn)})`,
    });
  if (publishedOn < notifiedOn)
    refusals.push({
      field: 'datePublicationDonnees',
      sentence: `la publication (${formatDay(publishedOn)}) précède la notification (${formatDay(notifiedOn)})`,
    });
  for (const amendment of amendments)
    if (amendment.notifiedOn < notifiedOn)
      refusals.push({
        field: 'dateNotificationModification',
        sentence: `l’avenant ${amendment.number} est notifié avant le contrat`,
      });
  return refusals;
}

function listRefusals(field: string, chosen: readonly string[], none: string): DecpRefusal[] {
  if (chosen.length === 0) return [{ field, sentence: `choisissez au moins une réponse, ou «\u00a0${none}\u00a0»` }];
  return chosen.length > 1 && chosen.includes(none)
    ? [{ field, sentence: `«\u00a0${none}\u00a0» contredit les autres réponses` }]
    : [];
}

function considerationRefusals({ social, environmental, environmentalDuty }: DecpFacts): DecpRefusal[] {
  const none = 'Pas de considération environnementale';
  const refusals = [
    ...listRefusals('considerationsSociales', social, 'Pas de considération sociale'),
    ...listRefusals('considerationsEnvironnementales', environmental, none),
  ];
  if (environmentalDuty !== null && environmental.includes(none))
    refusals.push({
      field: 'considerationsEnvironnementales',
      sentence: `une condition d’exécution environnementale était obligatoire au lancement (${environmentalDuty})`,
    });
  return refusals;
}

/** Every reason against publishing these facts: what is missing, zero or contradictory; empty when they may be. */
export function decpRefusals(facts: DecpFacts): readonly DecpRefusal[] {
  const refusals: DecpRefusal[] = [];
  const refuse = (field: string, sentence: string) => refusals.push({ field, sentence });
  if (!/^[\w-]+$/.test(facts.number) || facts.number.length > longest.id)
    refuse('id', `le numéro «\u00a0${facts.number}\u00a0» doit avoir de 1 à ${longest.id} lettres, chiffres ou tirets`);
  if (facts.buyerSiret === null || parseSiret(facts.buyerSiret) === undefined)
    refuse('acheteur.id', 'le SIRET du syndicat est absent ou faux');
  if (facts.holderSiret === null || parseSiret(facts.holderSiret) === undefined)
    refuse('titulaires', 'le SIRET du titulaire est absent ou faux');
  if (facts.object.trim() === '' || facts.object.length > longest.objet)
    refuse('objet', `l’objet doit avoir de 1 à ${longest.objet} caractères`);
  if (!/^\d{8}-\d$/.test(facts.cpv)) refuse('codeCPV', 'le code CPV doit avoir huit chiffres et sa clé');
  if (facts.offersReceived < 1) refuse('offresRecues', 'aucune offre reçue n’est enregistrée pour ce lot');
  if (facts.months < 1) refuse('dureeMois', 'la durée est nulle');
  if (facts.maximumNet < 100) refuse('montant', 'le maximum est inférieur à un euro');
  if (facts.maximumNet < facts.offerNet)
    refuse(
      'montant',
      `le maximum (${formatCents(facts.maximumNet)}) est inférieur à l’offre retenue (${formatCents(facts.offerNet)})`,
    );
  if (facts.advance ? facts.advanceRate < 0 || facts.advanceRate > 10_000 : facts.advanceRate !== 0)
    refuse(
      'tauxAvance',
      facts.advance ? 'le taux va de 0 à 100\u00a0%' : 'un taux est donné alors qu’aucune avance n’est accordée',
    );
  if (facts.placeCode.trim() === '') refuse('lieuExecution', 'le code du lieu d’exécution est absent');
  if (facts.placeType === 'Code département' && !/^(\d{2,3}|2[AB])$/.test(facts.placeCode))
    refuse('lieuExecution', `«\u00a0${facts.placeCode}\u00a0» n’est pas un code de département`);
  if (facts.placeType === 'Code postal' && !/^\d{5}$/.test(facts.placeCode))
    refuse('lieuExecution', `«\u00a0${facts.placeCode}\u00a0» n’est pas un code postal`);
  return [...refusals, ...dateRefusals(facts), ...considerationRefusals(facts)];
}

/** A JSON number that writes the cents as they are: '575000' or '123456.89'. */
function euros(amount: Cents): number {
  return Number(`${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`);
}

/** Months from the start to an end, the month begun counted whole. */
function monthsUntil(startsOn: Day, endsOn: Day): number {
  let months = 1;
  while (lastDayOf(startsOn, months) < endsOn) months += 1;
  return months;
}

/** The record of a contract. Call it only when nothing stands against it. */
export function decpRecord(facts: DecpFacts, codes: DecpCodes) {
  const { startsOn, amendments } = facts;
  return {
    id: facts.number,
    acheteur: { id: facts.buyerSiret ?? '' },
    nature: 'Marché',
    objet: facts.object,
    codeCPV: facts.cpv,
    techniques: { technique: ['Accord-cadre'] },
    modalitesExecution: { modaliteExecution: ['Bons de commande'] },
    marcheInnovant: facts.innovative,
    ccag: codes.ccag[facts.ccag],
    offresRecues: facts.offersReceived,
    attributionAvance: facts.advance,
    ...(facts.advance ? { tauxAvance: facts.advanceRate / 10_000 } : {}),
    typeGroupementOperateurs: facts.grouping,
    sousTraitanceDeclaree: facts.subcontracting,
    procedure: codes.procedures[facts.procedure],
    lieuExecution: { code: facts.placeCode, typeCode: facts.placeType },
    dureeMois: facts.months,
    dateNotification: facts.notifiedOn ?? '',
    datePublicationDonnees: facts.publishedOn,
    montant: euros(facts.maximumNet),
    typesPrix: { typePrix: [codes.priceTypes[facts.priceForm]] },
    formePrix: 'Unitaire',
    titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: facts.holderSiret ?? '' } }],
    considerationsSociales: { considerationSociale: facts.social },
    considerationsEnvironnementales: { considerationEnvironnementale: facts.environmental },
    ...(amendments.length > 0 && startsOn !== null
      ? {
          modifications: amendments.map((amendment) => ({
            modification: {
              id: amendment.number,
              dureeMois: monthsUntil(startsOn, amendment.endsOnAfter),
              montant: euros(amendment.maximumNetAfter),
              dateNotificationModification: amendment.notifiedOn,
              datePublicationDonneesModification: amendment.publishedOn,
            },
          })),
        }
      : {}),
  };
}

export type DecpRecord = ReturnType<typeof decpRecord>;

/** The French sentence of a refusal, with the name of the field in the format. */
export function decpRefusalSentence({ field, sentence }: DecpRefusal): string {
  return `Champ «\u00a0${field}\u00a0»\u202f: ${sentence}.`;
}
