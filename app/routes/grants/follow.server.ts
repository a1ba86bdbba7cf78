// Records a step of a grant file in its turn, or takes the last one back, in one write.
import { type Db, write } from 'db/client';
import { addFileStep, listFileSteps } from 'db/grant-file-steps';
import type { findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { currentState, type FileStep, fileTransitions, standingSteps } from '~/domain/grants/file-steps';
import type { Instant } from '~/domain/shared/day';

type GrantFile = NonNullable<ReturnType<typeof findGrantFile>>;

/** What a person tells of a file: a state, or the step that was told by mistake. */
export interface ToldStep extends Omit<FileStep, 'at' | 'state'> {
  readonly state: string;
}

/** False when the step does not follow what stands now; a form sent twice records it once. */
export function recordStep(
  db: Db,
  file: GrantFile,
  told: ToldStep,
  by: { readonly userId: string; readonly at: Instant },
): boolean {
  return write(db, (tx) => {
    const steps = listFileSteps(tx, file.id);
    if (steps.some(({ id }) => id === told.id)) return true;
    const last = standingSteps(steps).at(-1);
    const state =
      told.cancels === null ? fileTransitions[currentState(steps)].find((one) => one === told.state) : last?.state;
    // Steps are taken back from the last one: each rests on those before it.
    if (state === undefined || (told.cancels !== null && last?.id !== told.cancels)) return false;
    addFileStep(tx, { ...told, state, grantFileId: file.id, byUserId: by.userId, at: by.at });
    addDeed(tx, {
      ...by,
      communeId: file.communeId,
      deed: 'grantFile.step',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { state, on: told.on, cancels: told.cancels },
    });
    return true;
  });
}
