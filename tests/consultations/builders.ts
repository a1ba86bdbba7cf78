// A consolidated campaign, the choices of a buyer, and the market file made from them.
import { clauses } from 'catalog/clauses';
import { execution, thresholds } from 'catalog/thresholds';
import { type Db, write } from 'db/client';
import { changeConsultation, findConsultation } from 'db/consultations';
import type { DceSubject } from '~/documents/consultations/subject';
import { consolidate } from '~/domain/consolidation/consolidate';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import { type ConsultationChoices, procedureQuestion, proposedChoices } from '~/domain/consultations/consultation';
import { functionalDesignation } from '~/domain/consultations/designation';
import { chooseProcedure } from '~/domain/consultations/procedure';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { categoryCpv } from '~/routes/consultations/cpv.server';
import { aCampaign, aNeed, anAnswer } from '../campaigns/builders';

export function aConsolidation(): Consolidation {
  const display = aNeed({
    id: 'd',
    productId: 'product-display',
    category: 'interactiveDisplay',
    label: 'Écran numérique interactif Nordika E75 de 75 pouces',
    quantity: 4,
    estimatedUnitPriceNet: unitPrice(18_900_000),
  });
  const answers = [
    anAnswer({
      needs: [
        aNeed(),
        display,
        aNeed({ id: 'f', productId: null, label: 'Housse antichoc', estimatedUnitPriceNet: unitPrice(155_000) }),
      ],
    }),
    anAnswer({
      communeId: 'commune-b',
      communeName: 'Betton',
      needs: [aNeed({ id: 'b', quantity: 30 }), { ...display, id: 'b2', quantity: 3 }],
    }),
  ];
  return consolidate({
    campaign: aCampaign(),
    invited: answers.map((answer) => ({ communeId: answer.communeId, name: answer.communeName })),
    answers,
  });
}

export function someChoices(over: Partial<ConsultationChoices> = {}): ConsultationChoices {
  return {
    ...proposedChoices(
      aConsolidation().lots,
      day('2027-01-04'),
      {
        profileAddress: 'https://profil.exemple.fr',
        contactEmail: 'marches@syndicat.exemple',
        court: 'Tribunal administratif de Rennes',
      },
      categoryCpv,
    ),
    offersDeadline: day('2027-02-12'),
    ...over,
  };
}

export function aSubject(over: Partial<DceSubject> = {}, choiceChanges: Partial<ConsultationChoices> = {}): DceSubject {
  const consolidation = aConsolidation();
  const choices = someChoices(choiceChanges);
  const launchDay = day('2027-01-04');
  const outcome = chooseProcedure(procedureQuestion(choices, launchDay), thresholds);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals));
  const labels: Record<string, string> = { tablet: 'Tablette', interactiveDisplay: 'Écran numérique interactif' };
  return {
    reference: '2027-ECOLES',
    object: 'Fourniture d’équipements numériques pour les écoles',
    version: 1,
    preparedOn: day('2026-12-21'),
    launchDay,
    issuer: { name: 'Syndicat mixte numérique (démonstration)', lines: ['1 place de l’Exemple', '35000 Rennes'] },
    mention: 'Démonstration : prix fictifs',
    choices,
    advice: outcome.advice,
    lots: choices.lots.map((lot) => ({
      ...lot,
      lines: (consolidation.lots.find((each) => each.number === lot.number)?.lines ?? []).map((line) => ({
        number: line.number,
        category: line.category,
        categoryLabel: labels[line.category] ?? line.category,
        designation: functionalDesignation({
          label: line.label,
          categoryLabel: labels[line.category] ?? line.category,
          brand: 'Nordika',
          model: 'E75',
        }),
        unit: line.unit,
        quantity: line.quantity,
        requirements: line.productId === null ? [] : [{ label: 'Garantie', value: 'au moins 3 ans' }],
      })),
    })),
    buyers: [
      { name: 'Acigné', siren: '213500010', siret: null },
      { name: 'Betton', siren: '213500242', siret: '21350024200018' },
    ],
    clauses,
    thresholds,
    execution,
    ...over,
  };
}

export function quantitiesOf(consolidation: Consolidation): ReadonlyMap<string, number> {
  return new Map(
    consolidation.lots
      .flatMap((lot) => lot.lines)
      .map((line) => [line.number, line.shares.reduce((sum, share) => sum + share.quantity, 0)]),
  );
}

/** Gives the only lot of an opened consultation the reason that the law asks for, as the buyer's form does. */
export function explainSingleLot(db: Db, id: string): void {
  const stored = findConsultation(db, id);
  if (!stored) throw new Error('no consultation');
  const singleLot = { case: 'separateLotsHarm', reason: 'Les terminaux d’une classe sont gérés ensemble.' };
  write(db, (tx) =>
    changeConsultation(tx, id, { ...stored, choices: { ...stored.choices, singleLot } }, stored.updatedAt),
  );
}
