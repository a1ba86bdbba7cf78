// What the forms that decide on lines share: the lines as they stand, the reasons against, and keeping the decision.
import { categories } from 'catalog/products/categories';
import { listReferenceFacts } from 'db/campaign-references';
import { type Reads, write } from 'db/client';
import { addDecision, findDecision, listDecisions } from 'db/line-decisions';
import { addDeed } from 'db/records';
import { z } from 'zod';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import { decisionRefusalSentence, decisionSentence } from '~/domain/consolidation/decision-sentences';
import { decisionRefusals, keysTaken, type LineDecision } from '~/domain/consolidation/decisions';
import { refused, typedOf } from '../form.server';
import { type AskedBy, redirectSaying } from '../guard.server';
import { consolidatedNeeds } from './needs.server';

/** Fields that every decision has: an id made in the form, and why. */
export const decisionFields = {
  id: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(5, 'Dites pourquoi en quelques mots : cette raison est gardée avec les besoins.')
    .max(500),
};

export const labelField = z.string().trim().min(3, 'Donnez un libellé.').max(200);

const labels: Readonly<Record<string, { readonly label: string }>> = categories;

/** A campaign, its lines as the standing decisions leave them, and its categories with their lots. */
export function linesToDecide(db: Reads, campaignId: string | undefined) {
  const needs = consolidatedNeeds(db, campaignId);
  const { campaign, consolidation, stored } = needs;
  return {
    campaign: { id: campaign.id, title: campaign.title },
    frozen: stored !== undefined,
    lots: campaign.lots,
    lines: consolidation.lots.flatMap((lot) => lot.lines),
    categories: campaign.lots.flatMap((lot) =>
      lot.categories.map((code) => ({ code, label: `${labels[code]?.label ?? code} (lot ${lot.number})` })),
    ),
  };
}

function brandWords(db: Reads, decision: LineDecision, consolidation: Consolidation): readonly string[] {
  const taken = new Set(keysTaken(decision));
  const lines = consolidation.lots.flatMap((lot) => lot.lines).filter(({ key }) => taken.has(key));
  const products = lines.flatMap((line) => [line.productId, ...(line.made?.origins ?? []).map((one) => one.productId)]);
  const facts = listReferenceFacts(
    db,
    products.filter((id) => id !== null),
  );
  return facts.flatMap(({ brand, model }) => [brand, model]).filter((word) => word !== null);
}

/** Keeps a decision, or answers with every reason against it; a form sent twice decides once. */
export function decide(
  { db, user, params, form, now }: AskedBy & { form: FormData },
  decision: LineDecision,
  reason: string,
) {
  const against = write(db, (tx) => {
    const { campaign, consolidation, stored } = consolidatedNeeds(tx, params['id']);
    if (findDecision(tx, campaign.id, decision.id)) return [];
    const refusals = decisionRefusals(decision, {
      frozen: stored !== undefined,
      lines: consolidation.lots.flatMap((lot) => lot.lines),
      lots: campaign.lots,
      brandWords: brandWords(tx, decision, consolidation),
    });
    if (refusals.length > 0) return refusals;
    addDecision(tx, campaign.id, decision, { id: user.id, at: now, reason });
    const subject = { subjectKind: 'campaign', subjectId: campaign.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'lines.decided', ...subject, detail: { ...decision, reason } });
    return [];
  });
  if (against.length > 0) return refused(against.map(decisionRefusalSentence), typedOf(form));
  return redirectSaying(`/campagnes/${params['id']}/consolidation`, 'La décision est enregistrée.');
}

/** Labels of lines by key, those that decisions hide included: what the sentences of decisions are written with. */
export function lineLabels(
  consolidation: Consolidation,
  decisions: readonly LineDecision[],
): ReadonlyMap<string, string> {
  const lines = consolidation.lots.flatMap((lot) => lot.lines);
  const names = new Map<string, string>();
  for (const line of lines) {
    for (const { key, label } of line.made?.origins ?? []) names.set(key, label);
    names.set(line.key, line.label);
  }
  for (const decision of decisions) {
    if (decision.kind === 'group') names.set(`groupe|${decision.id}`, decision.label);
  }
  return names;
}

/** The decisions of a campaign for its page, undone ones last. */
export function shownDecisions(db: Reads, campaignId: string, consolidation: Consolidation) {
  const stored = listDecisions(db, campaignId);
  const names = lineLabels(
    consolidation,
    stored.map(({ decision }) => decision),
  );
  return stored
    .map(({ decision, reason, at, by, undoneAt }) => ({
      id: decision.id,
      sentence: decisionSentence(decision, names),
      reason,
      at,
      by,
      undoneAt,
    }))
    .sort((a, b) => Number(a.undoneAt !== null) - Number(b.undoneAt !== null));
}
