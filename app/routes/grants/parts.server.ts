// The parts of a grant file that people write: their fields, how far they are, and how one is saved.
import type { Field } from 'catalog/grants/sections';
import type { GrantScheme } from 'catalog/grants/types';
import { type Tx, write } from 'db/client';
import { changeGrantFile, findGrantFile } from 'db/grants';
import type { FileAnswers } from '~/domain/grants/answers';
import { writtenText } from '~/domain/grants/answers';
import { type EditedField, editSection, readingOf, type SectionEdit } from '~/domain/grants/section-edit';
import type { Instant } from '~/domain/shared/day';
import type { ShownField } from '~/ui/grants/project-fields';
import type { Asked } from '../guard.server';
import { readWritten } from './answers.server';
import { grantTexts } from './texts.server';

export interface WrittenPart {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly EditedField[];
}

/** The fields of a part that a person writes; signatures are given on paper. */
function editedFields(id: string, fields: readonly Field[]): readonly EditedField[] {
  return fields
    .filter(({ from, type }) => from === 'asked' && type !== 'signatures')
    .map((field) => ({ key: `${id}.${field.id}`, field }));
}

/** The parts to write, in the order of the call. */
export function writtenParts(scheme: GrantScheme): readonly WrittenPart[] {
  return scheme.sections.flatMap((id) => {
    const section = grantTexts.sections[id];
    const fields = editedFields(id, section?.fields ?? []);
    return section && fields.length > 0 ? [{ id, title: section.title, fields }] : [];
  });
}

/** How many fields of a part are filled in. */
export function progressOf({ fields }: WrittenPart, answers: FileAnswers) {
  return { filled: fields.filter(({ key }) => writtenText(answers, key) !== '').length, of: fields.length };
}

/** The fields of a part with what is stored, or what was typed. */
export function shownFields({ fields }: WrittenPart, written: FileAnswers['written']): readonly ShownField[] {
  return fields.map(({ key, field }) => {
    const value = written[key];
    return {
      name: `w:${key}`,
      label: field.label,
      type: field.type,
      unit: field.unit ?? null,
      options: field.options ?? [],
      note: field.note ?? null,
      value: typeof value === 'string' ? value : '',
      chosen: Array.isArray(value) ? value : [],
    };
  });
}

export type PartSaved =
  | {
      readonly kind: 'problems';
      readonly problems: Readonly<Record<string, string>>;
      readonly written: FileAnswers['written'];
    }
  | Extract<SectionEdit, { kind: 'conflict' }>
  | { readonly kind: 'saved' };

/** Saves one part for whoever may write it; `note` leaves the journal row, in the same transaction. */
export function savePart(
  { db }: Asked,
  form: FormData,
  file: { readonly id: string; readonly communeId: string },
  part: WrittenPart,
  at: Instant,
  note: (tx: Tx, changed: readonly string[]) => void,
): PartSaved {
  const { written, problems } = readWritten(form, part.fields);
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems, written };
  return write(db, (tx) => {
    const stored = findGrantFile(tx, file.id, { kind: 'commune', communeId: file.communeId });
    if (!stored) throw new Error(`Grant file ${file.id} vanished`);
    const edit = editSection(stored.answers.written, written, part.fields, String(form.get('reading') ?? ''));
    if (edit.kind === 'conflict') return edit;
    if (edit.changed.length > 0) {
      const answers = { ...stored.answers, written: edit.written };
      changeGrantFile(tx, file.id, { answers, orderId: stored.orderId, updatedAt: at });
      note(tx, edit.changed);
    }
    return { kind: 'saved' };
  });
}

/** What a page of a part needs to know that nobody wrote meanwhile. */
export function partReading({ fields }: WrittenPart, answers: FileAnswers): string {
  return readingOf(answers.written, fields);
}

/** What the page shows after a refusal: nothing typed is lost, and what others wrote stands where nothing was typed. */
export function refusedPart(part: WrittenPart, saved: Exclude<PartSaved, { kind: 'saved' }>, form: FormData) {
  return {
    // A refused answer reloads nothing: what the next save is held against travels with it.
    reading: saved.kind === 'conflict' ? saved.reading : String(form.get('reading') ?? ''),
    problems: saved.kind === 'problems' ? saved.problems : {},
    conflicts: saved.kind === 'conflict' ? saved.conflicts : [],
    fields: shownFields(part, saved.kind === 'conflict' ? saved.merged : saved.written),
  };
}
