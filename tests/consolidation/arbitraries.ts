// Answers and decisions of any shape, for the properties that a consolidation promises.
import fc from 'fast-check';
import type { Answer, Need } from '~/domain/campaigns/campaigns';
import { type ConsolidationInput, consolidate } from '~/domain/consolidation/consolidate';
import { decisionRefusals, type LineDecision } from '~/domain/consolidation/decisions';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { aCampaign } from '../campaigns/builders';

export function anInput(answers: readonly Answer[], over: Partial<ConsolidationInput> = {}): ConsolidationInput {
  return {
    campaign: aCampaign(),
    invited: answers.map((answer) => ({ communeId: answer.communeId, name: answer.communeName })),
    answers,
    ...over,
  };
}

const needArbitrary: fc.Arbitrary<Omit<Need, 'id'>> = fc.record({
  schoolUai: fc.constant(null),
  productId: fc.constantFrom(null, 'product-a', 'product-b'),
  category: fc.constantFrom('tablet', 'interactiveDisplay', 'robot'),
  label: fc.constantFrom('Câble HDMI 2 m', 'cable  hdmi, 2 m.', 'Tablette', 'Support mural', 'Supports muraux'),
  unit: fc.constantFrom('unité', 'lot'),
  quantity: fc.integer({ min: 1, max: 500 }),
  estimatedUnitPriceNet: fc.option(fc.integer({ min: 0, max: 30_000_000 }).map(unitPrice)),
  reason: fc.constantFrom('project', 'renewal', 'splitClass', 'other'),
});

/** Up to nine answers, some of them not counted. */
export const answersArbitrary: fc.Arbitrary<Answer[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom('signed', 'signed', 'draft', 'noNeed' as const),
      fc.array(needArbitrary, { maxLength: 8 }),
    ),
    {
      maxLength: 9,
    },
  )
  .map((entries) =>
    entries.map(([state, needs], index) => ({
      communeId: `commune-${index}`,
      communeName: `Commune ${index % 4}`,
      state,
      signedOn: state === 'signed' ? day(index === 5 ? '2026-12-30' : '2026-12-01') : null,
      // One catalogue reference has one category: the products' own.
      needs: needs.map((need, rank) => ({
        ...need,
        id: `need-${index}-${rank}`,
        category:
          need.productId === 'product-a'
            ? 'tablet'
            : need.productId === 'product-b'
              ? 'interactiveDisplay'
              : need.category,
      })),
    })),
  );

type Wish =
  | {
      readonly kind: 'group';
      readonly picks: readonly number[];
      readonly category: string;
      readonly functional: boolean;
    }
  | {
      readonly kind: 'split';
      readonly pick: number;
      readonly percents: readonly number[];
      readonly lots: readonly number[];
    }
  | { readonly kind: 'package'; readonly pick: number; readonly size: number; readonly rounding: 'member' | 'total' };

const wishArbitrary: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    kind: fc.constant('group' as const),
    picks: fc.uniqueArray(fc.nat(20), { minLength: 2, maxLength: 4 }),
    category: fc.constantFrom('tablet', 'interactiveDisplay'),
    functional: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('split' as const),
    pick: fc.nat(20),
    percents: fc.constantFrom([50, 50], [30, 70], [1, 99], [34, 33, 33]),
    lots: fc.constantFrom([1, 2, 1], [1, 1, 1], [2, 2, 1]),
  }),
  fc.record({
    kind: fc.constant('package' as const),
    pick: fc.nat(20),
    size: fc.integer({ min: 2, max: 60 }),
    rounding: fc.constantFrom('member', 'total'),
  }),
);

function decisionOf(wish: Wish, index: number, keys: readonly string[]): LineDecision | undefined {
  const id = `decision-${index}`;
  const at = (pick: number) => keys[pick % keys.length] ?? '';
  if (keys.length === 0) return undefined;
  if (wish.kind === 'group') {
    return {
      kind: 'group',
      id,
      keys: [...new Set(wish.picks.map(at))].sort(),
      label: `Groupe ${index}`,
      unit: 'unité',
      category: wish.category,
      productId: null,
      requirement: wish.functional ? 'Doit servir en classe' : null,
      sameUnits: true,
    };
  }
  if (wish.kind === 'package') {
    return { kind: 'package', id, key: at(wish.pick), name: 'carton', size: wish.size, rounding: wish.rounding };
  }
  const parts = wish.percents.map((percent, rank) => ({
    label: `Part ${rank}`,
    lotNumber: wish.lots[rank] ?? 1,
    percent,
  }));
  return { kind: 'split', id, key: at(wish.pick), parts };
}

/** Answers with decisions taken one after the other, each on the lines the ones before leave, refused ones left out. */
export const decidedArbitrary = fc
  .tuple(answersArbitrary, fc.array(wishArbitrary, { maxLength: 6 }))
  .map(([answers, wishes]) => {
    const decisions: LineDecision[] = [];
    wishes.forEach((wish, index) => {
      const lines = consolidate(anInput(answers, { decisions })).lots.flatMap((lot) => lot.lines);
      const decision = decisionOf(
        wish,
        index,
        lines.map(({ key }) => key),
      );
      const context = { frozen: false, lines, lots: aCampaign().lots, brandWords: [] };
      if (decision && decisionRefusals(decision, context).length === 0) decisions.push(decision);
    });
    return { answers, decisions };
  });
