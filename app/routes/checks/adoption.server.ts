// The vote of a rule of the syndicat and its end, each in one transaction with its journal row.

import { adoptDraft, endPolicy, findPolicy, listPolicies, type PolicyRow } from 'db/checks';
import type { Tx } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { z } from 'zod';
import {
  type AdoptedPeriod,
  adoptionRefusals,
  adoptionSentence,
  endRefusals,
  versionsToEnd,
} from '~/domain/checks/adoption';
import { addDays, type Day, type Instant, parseDay } from '~/domain/shared/day';

const daySchema = (error: string) =>
  z.string().transform((text, context): Day => {
    const day = parseDay(text.trim());
    if (day) return day;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

export const adoptionSchema = z.object({
  adoptedOn: daySchema('Donnez la date du vote.'),
  reference: z.string().trim().min(1, { error: 'Donnez le numéro de la délibération.' }).max(80),
  from: daySchema('Donnez le premier jour de contrôle.'),
});

export const endSchema = z.object({
  until: daySchema('Donnez le dernier jour.'),
  reason: z.string().trim().min(5, { error: 'Écrivez le motif en quelques mots.' }).max(500),
});

export interface By {
  readonly userId: string;
  readonly now: Instant;
  readonly today: Day;
}

/** The PDF that a form brought; null without any, a sentence when it is something else. */
export async function readDeliberation(form: FormData): Promise<{ readonly bytes: Uint8Array | null } | string> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return { bytes: null };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
  return isPdf ? { bytes } : 'Le fichier joint n’est pas un PDF.';
}

const adoptedOf = (rows: readonly PolicyRow[]) =>
  rows.flatMap((row): (AdoptedPeriod & { readonly id: string })[] =>
    row.from === null ? [] : [{ id: row.id, version: row.version, from: row.from, until: row.until }],
  );

/** Adopts a draft; the version in force until then ends the day before. Sentences when it is refused. */
export function adopt(
  tx: Tx,
  id: string,
  vote: z.output<typeof adoptionSchema>,
  pdf: Uint8Array | null,
  by: By,
): readonly string[] {
  const row = findPolicy(tx, id);
  // Sent twice, or given up meanwhile: the page says where things stand.
  if (!row || row.adoptedOn !== null) return [];
  const others = adoptedOf(listPolicies(tx).filter(({ ruleId }) => ruleId === row.ruleId));
  const refusals = adoptionRefusals(vote, others, by.today);
  if (refusals.length > 0) return refusals.map(adoptionSentence);
  const documentId = pdf
    ? addDocument(tx, {
        kind: 'deliberation',
        number: `${row.ruleId}-${row.version}`,
        issuerId: findSyndicat(tx).id,
        communeId: null,
        title: `Délibération ${vote.reference}`,
        issuedOn: vote.adoptedOn,
        issuedAt: by.now,
        issuedBy: by.userId,
        fileName: `Deliberation-${row.ruleId}-v${row.version}.pdf`,
        mediaType: 'application/pdf',
        templateVersion: 'reçu',
        bytes: pdf,
      })
    : null;
  adoptDraft(tx, id, { ...vote, documentId }, by);
  for (const other of versionsToEnd(others, vote.from)) {
    const reason = `Remplacée par la version ${row.version}.`;
    endPolicy(tx, other.id, { until: addDays(vote.from, -1), reason }, by);
  }
  addDeed(tx, {
    at: by.now,
    userId: by.userId,
    deed: 'policy.adopted',
    subjectKind: 'rule',
    subjectId: row.ruleId,
    detail: { version: row.version, ...vote, documentId },
  });
  return [];
}

/** Gives an adopted version its last day. Sentences when it is refused. */
export function end(tx: Tx, row: PolicyRow, wanted: z.output<typeof endSchema>, by: By): readonly string[] {
  if (row.from === null) return ['Ce projet n’a pas été voté : il s’abandonne, il ne se termine pas.'];
  if (row.until === wanted.until) return [];
  const period = { version: row.version, from: row.from, until: row.until };
  const refusals = endRefusals(period, wanted.until, addDays(by.today, -1));
  if (refusals.length > 0) return refusals.map(adoptionSentence);
  endPolicy(tx, row.id, wanted, by);
  addDeed(tx, {
    at: by.now,
    userId: by.userId,
    deed: 'policy.ended',
    subjectKind: 'rule',
    subjectId: row.ruleId,
    detail: { version: row.version, ...wanted },
  });
  return [];
}
