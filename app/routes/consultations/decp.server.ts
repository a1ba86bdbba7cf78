// Brings together what the open data of a contract say, and reads the form that completes them.
import { decp } from 'catalog/codes/decp';
import { thresholds } from 'catalog/thresholds';
import { listLotDecisions } from 'db/award';
import type { Reads } from 'db/client';
import { findConsultation } from 'db/consultations';
import { listDecp } from 'db/decp';
import { listPublications } from 'db/offers';
import { findSyndicat } from 'db/organisations';
import { z } from 'zod';
import type { DecpAnswers, DecpFacts } from '~/domain/consultations/decp';
import { inForce } from '~/domain/consultations/in-force';
import type { Day } from '~/domain/shared/day';
import { typedOf } from '../form.server';
import { orNotFound } from '../guard.server';
import { contractOf } from './contract.server';

const yes = z
  .literal('on')
  .optional()
  .transform((on) => on === 'on');

/** The answers as a form gives them. */
export const decpSchema = z.object({
  innovative: yes,
  advance: yes,
  advanceRate: z
    .string()
    .trim()
    .regex(/^(\d{1,3}([.,]\d{1,2})?)?$/, 'Le taux de l’avance est un pourcentage, comme 10 ou 7,5.')
    .transform((text) => {
      const [whole = '0', decimals = ''] = text.split(/[.,]/);
      return Number(whole || '0') * 100 + Number(decimals.padEnd(2, '0'));
    }),
  grouping: z.enum(decp.groupings),
  subcontracting: yes,
  placeCode: z.string().trim().max(10),
  placeType: z.enum(decp.placeTypes),
  social: z.array(z.enum(decp.social)).default([]),
  environmental: z.array(z.enum(decp.environmental)).default([]),
});

/** What was typed and chosen, so that a refused form comes back whole. */
export function typedAnswers(form: FormData): Readonly<Record<string, string>> {
  const chosen = [...form.getAll('social[]'), ...form.getAll('environmental[]')];
  return { ...typedOf(form), chosen: JSON.stringify(chosen) };
}

/** The contract, what was issued for it, and its facts completed by answers; ends with 404 when there is no contract. */
export function decpOf(db: Reads, id: string | undefined, today: Day) {
  const whole = contractOf(db, id);
  const { contract, holder, object } = whole;
  const issued = listDecp(db, contract.id);
  const { choices, launchOn } = orNotFound(findConsultation(db, contract.consultationId));
  const [published] = listPublications(db, contract.consultationId);
  const decision = listLotDecisions(db, contract.consultationId).find(
    ({ lotNumber }) => lotNumber === contract.lotNumber,
  );
  const basis = decision?.basis;
  const condition = inForce(
    thresholds.greenRules.filter(({ duty }) => duty === 'environmentalExecutionCondition'),
    launchOn,
  );
  const firstPublished = issued.at(-1)?.publishedOn ?? today;
  const factsWith = (answers: DecpAnswers): DecpFacts => ({
    ...answers,
    number: contract.number,
    buyerSiret: findSyndicat(db).siret,
    holderSiret: holder.siret,
    object: `${object}, lot ${contract.lotNumber} : ${contract.title}`,
    cpv: contract.cpv,
    procedure: contract.procedure,
    ccag: choices.ccag,
    priceForm: contract.priceForm ?? choices.priceForm,
    offersReceived: (basis?.ranking.length ?? 0) + (basis?.setAside.filter(({ why }) => why !== 'late').length ?? 0),
    months: contract.firmMonths + contract.renewals * contract.renewalMonths,
    startsOn: contract.startsOn,
    signedOn: contract.signedOn,
    notifiedOn: contract.notifiedOn,
    publishedOn: firstPublished,
    maximumNet: contract.maximumNet,
    offerNet: contract.offerNet,
    amendments: whole.amendments.map((amendment) => ({
      ...amendment,
      // Data already published keep their day.
      publishedOn: issued.findLast(({ publishedOn }) => publishedOn >= amendment.notifiedOn)?.publishedOn ?? today,
    })),
    environmentalDuty: condition?.article ?? null,
  });
  const natures = new Set((published?.content.criteria ?? choices.criteria).map(({ nature }) => nature));
  const proposed: DecpAnswers = issued[0]?.answers ?? {
    innovative: false,
    advance: false,
    advanceRate: 0,
    grouping: 'Pas de groupement',
    subcontracting: false,
    placeCode: '',
    placeType: 'Code département',
    social: natures.has('social') ? ['Critère social'] : [],
    environmental: [
      ...(condition ? (['Clause environnementale'] as const) : []),
      ...(natures.has('environmental') ? (['Critère environnemental'] as const) : []),
    ],
  };
  return { whole, issued, factsWith, proposed };
}
