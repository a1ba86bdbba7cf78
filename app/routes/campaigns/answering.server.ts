// What every page of a commune's answer needs: its campaign, its answer, its schools, and the reading of its forms.
import { findAnswer, listAnswers } from 'db/campaign-answers';
import { listOwnSchools } from 'db/campaign-references';
import { findCampaign, listInvited } from 'db/campaigns';
import type { Reads } from 'db/client';
import { z } from 'zod';
import type { SignedIn } from '~/domain/accounts/permissions';
import { largestQuantity, mayAnswer, type Verdict } from '~/domain/campaigns/answering';
import { type Answer, type AnswerDeed, type Campaign, needReasons } from '~/domain/campaigns/campaigns';
import type { Day } from '~/domain/shared/day';
import { parseUai, type Uai } from '~/domain/shared/identifiers';
import { notFound, orNotFound } from '../guard.server';
import { countField, optionalPriceField } from './fields.server';

export interface Answering {
  readonly campaign: Campaign;
  readonly communeId: string;
  readonly answer: Answer;
  readonly schools: readonly { readonly uai: Uai; readonly name: string }[];
}

/** The campaign asked for and the answer of the person's own commune; ends with 404 for anyone without a commune. */
export function answeringOf(db: Reads, user: SignedIn, campaignId: string | undefined): Answering {
  if (user.scope.kind !== 'commune') return notFound();
  const { communeId } = user.scope;
  const campaign = orNotFound(findCampaign(db, campaignId ?? ''));
  const answer: Answer = findAnswer(db, campaign.id, communeId) ?? {
    communeId,
    communeName: user.organisationName,
    state: 'notStarted',
    signedOn: null,
    needs: [],
  };
  return { campaign, communeId, answer, schools: listOwnSchools(db, communeId) };
}

/** Whether the commune may do a deed on its answer on that day. */
export function verdictOn(
  db: Reads,
  { campaign, communeId, answer }: Answering,
  deed: AnswerDeed,
  today: Day,
): Verdict {
  return mayAnswer(campaign, listInvited(db, campaign), communeId, answer.state, deed, today);
}

/** The answers of all members, for the buyer only. */
export function everyAnswer(db: Reads, campaignId: string) {
  return listAnswers(db, campaignId, { kind: 'syndicat' });
}

const schoolField = z.string().transform((text, context): Uai | null => {
  if (text === '') return null;
  const uai = parseUai(text);
  if (uai) return uai;
  context.addIssue({ code: 'custom', message: 'Choisissez une école de la liste.' });
  return z.NEVER;
});

const needFields = {
  id: z.uuid(),
  quantity: countField(1, largestQuantity),
  schoolUai: schoolField,
  reason: z.enum(needReasons),
};

/** A need expressed with a reference of the catalogue. */
export const referenceNeedSchema = z.object({ ...needFields, productId: z.string().min(1).max(80) });

/** A need expressed in free words. */
export const freeNeedSchema = z.object({
  ...needFields,
  category: z.string().min(1, 'Choisissez une catégorie.'),
  label: z.string().trim().min(3, 'Décrivez le besoin en quelques mots.').max(160),
  unit: z.string().trim().min(1, 'Donnez une unité.').max(20),
  price: optionalPriceField,
});
