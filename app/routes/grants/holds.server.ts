// The grant files that hold an order back today: read for its page, and again in the transaction that issues.
import type { Reads } from 'db/client';
import { listStepsOfFiles } from 'db/grant-file-steps';
import { listFilesOnOrder } from 'db/grant-holds';
import { type StartHold, startHolds } from '~/domain/grants/start-holds';
import type { Day } from '~/domain/shared/day';
import { findScheme } from './schemes.server';

/** What holds the order; none when it may start. */
export function readStartHolds(db: Reads, orderId: string, today: Day): readonly StartHold[] {
  const files = listFilesOnOrder(db, orderId);
  if (files.length === 0) return [];
  const steps = listStepsOfFiles(
    db,
    files.map(({ id }) => id),
  );
  return startHolds(
    files.map((file) => {
      const scheme = findScheme(db, file.schemeId, file.schemeVersion);
      return {
        fileId: file.id,
        schemeName: scheme?.shortName ?? file.schemeId,
        schoolName: file.schoolName,
        article: scheme?.start?.confidence === 'confirmed' ? scheme.start.article : null,
        steps: steps.get(file.id) ?? [],
        waiver: file.waiver,
      };
    }),
    today,
  );
}
