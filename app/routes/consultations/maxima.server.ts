// The justification of each lot's maximum, out of the choices, the frozen needs and what was ordered before.
import type { Reads } from 'db/client';
import { orderedByYear } from 'db/orders';
import { totalMonths } from '~/domain/consultations/consultation';
import { type MaximumJustification, maximumJustification } from '~/domain/consultations/maximum';
import type { Prepared } from './subject.server';

/** Each lot of a consultation with the sentences and figures of its maximum. */
export function maximumJustifications(
  db: Reads,
  { consultation, consolidation }: Pick<Prepared, 'consultation' | 'consolidation'>,
): readonly MaximumJustification[] {
  const { lots } = consolidation.needs.consolidation;
  return consultation.choices.lots.map((choice) => {
    const lot = lots.find(({ number }) => number === choice.number);
    if (!lot) throw new RangeError(`No needs for lot ${choice.number}`);
    const communes = new Set(lot.lines.flatMap((line) => line.shares.map(({ communeId }) => communeId))).size;
    return maximumJustification({
      number: choice.number,
      title: choice.title,
      needNet: lot.net,
      communes,
      months: totalMonths(consultation.choices),
      basis: choice.basis,
      ordered: orderedByYear(db, lot.categories),
      chosenNet: choice.maximumNet,
    });
  });
}
