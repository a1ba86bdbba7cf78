// Grouped grant files put together: their files decided, their sums, and the facts of their documents.
import type { Db } from 'db/client';
import { findGrantGroup, listGroupFileIds } from 'db/grant-groups';
import { findSyndicat } from 'db/organisations';
import { z } from 'zod';
import { issuerOf } from '~/documents/grants/facts';
import type { GroupFileFacts } from '~/documents/grants/group-file';
import type { Scope } from '~/domain/accounts/permissions';
import { groupSummaryOf } from '~/domain/grants/group';
import type { Day } from '~/domain/shared/day';
import { applicationOf } from './application.server';
import { composeFile } from './composition.server';

export const newGroupSchema = z.object({
  id: z.uuid(),
  title: z.string().trim().min(3, 'Donnez un titre au dossier groupé.').max(120, 'Au plus 120 caractères.'),
  files: z.array(z.uuid()).min(2, 'Cochez au moins deux dossiers.').max(60, 'Au plus 60 dossiers.'),
});

/** The files given, decided, and what they make together; those that the scope may not see are left out. */
export function summariseFiles(db: Db, ids: readonly string[], scope: Scope, today: Day) {
  const composed = ids.flatMap((id) => {
    const one = composeFile(db, id, scope, today);
    return one ? [one] : [];
  });
  const summary = groupSummaryOf(
    composed.map(({ file, place, dossier }) => ({
      fileId: file.id,
      communeId: file.communeId,
      commune: place.organisation.name,
      school: place.school.name,
      uai: place.school.uai,
      dossier,
    })),
  );
  return { composed, summary };
}

/** A grouped file that the scope may see, with its files decided; undefined when there is none. */
export function composeGroup(db: Db, id: string, scope: Scope, today: Day) {
  const group = findGrantGroup(db, id, scope);
  return group && { group, ...summariseFiles(db, listGroupFileIds(db, id), scope, today) };
}

export type ComposedGroup = NonNullable<ReturnType<typeof composeGroup>>;

/** Everything the documents of a group say but their number and version. */
export function groupFactsOf(
  db: Db,
  { group, composed, summary }: ComposedGroup,
  today: Day,
  demonstration: boolean,
): Omit<GroupFileFacts, 'reference' | 'version' | 'issuedOn' | 'files'> & {
  readonly files: readonly ReturnType<typeof applicationOf>[];
} {
  const syndicat = findSyndicat(db);
  const files = composed.map((one) => applicationOf(db, one, today, demonstration));
  const [first] = files;
  if (!first) throw new Error(`Group ${group.id} gathers no file`);
  return {
    mention: first.mention,
    title: group.title,
    scheme: first.scheme,
    issuer: group.communeId === null ? { name: syndicat.name, lines: [`SIREN ${syndicat.siren}`] } : issuerOf(first),
    severalCommunes: group.communeId === null,
    support: syndicat.name,
    summary,
    files,
  };
}
