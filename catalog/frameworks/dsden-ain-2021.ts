// The mobile class as the education authority of the Ain advises it, 2021.
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  opposable: false,
  confidence: 'confirmed',
  enabled: true,
  scope: 'product',
  stage: 'catalogue',
  severity: 'recommendation',
  evidence: { what: 'la fiche technique', from: 'supplier' },
} as const;
const ain = {
  ...text,
  framework: 'Classe mobile, DSDEN de l’Ain',
  edition: '2021',
  nature: 'academicGuide',
  sources: [sources.mobileClassAin],
  scope: 'line',
  stage: 'order',
} as const;

export const dsdenAin2021 = [
  {
    ...ain,
    id: 'ACA-09',
    title: 'Valises plutôt qu’un chariot à l’étage',
    article: 'école à étage',
    categories: ['chargingTrolley'],
    when: { eq: ['$school.upstairsWithoutLift', true] },
    require: false,
    message: 'L’école a un étage sans ascenseur : préférez des valises à un chariot lourd.',
    evidence: { what: 'la configuration des locaux', from: 'school' },
  },
  {
    ...ain,
    id: 'ACA-08',
    title: 'Classe mobile avec son rangement',
    article: 'classe mobile partagée',
    categories: ['tablet', 'laptop'],
    when: { eq: ['$line.usage', 'sharedByPupils'] },
    require: { gte: ['$school.chargingSlotsAfter', 1] },
    severity: 'reservation',
    message: 'Des appareils partagés, mais ni chariot ni valise de recharge : ajoutez-en un à la commande.',
    evidence: { what: 'le chariot ou la valise de l’école', from: 'school' },
  },
] as const satisfies readonly Rule[];
