// What people write in a grant file: kept whole, section by section, so that an issued version can be read again.
import type { Field, Section } from 'catalog/grants/sections';
import type { GrantScheme } from 'catalog/grants/types';
import type { RecordedApplicant } from './applicant-body';
import type { Basis } from './eligible-costs';
import type { Aid } from './financing-plan';

/**
 * `deposit`: to be deposited while the call is open. `period`: for the period of a closed call (archive, audit,
 * balance). `template`: as a model for a call to come.
 */
export type FilePurpose = 'deposit' | 'period' | 'template';

export interface FileAnswers {
  readonly purpose: FilePurpose;
  /** Who represents the applicant, and the applicant itself when it is not the commune; absent from older files. */
  readonly applicant?: RecordedApplicant | null | undefined;
  /** Chosen by a person, with a reason, where the text of the call does not settle it. */
  readonly basis: { readonly choice: Basis; readonly reason: string } | null;
  /** Texts by 'section.field'; several choices as a list. */
  readonly written: Readonly<Record<string, string | readonly string[]>>;
  readonly otherAids: readonly Aid[];
  /** By line id: whether it counts, where the text leaves it open. */
  readonly countedLines: Readonly<Record<string, boolean>>;
}

export const noAnswers: FileAnswers = {
  purpose: 'template',
  basis: null,
  written: {},
  otherAids: [],
  countedLines: {},
};

export type Sections = Readonly<Record<string, Section>>;

export interface AskedField {
  readonly key: string;
  readonly sectionTitle: string;
  readonly field: Field;
}

/** The fields a person writes, in the order of the file; signatures are given on paper. */
export function askedFields(scheme: GrantScheme, sections: Sections): readonly AskedField[] {
  return scheme.sections.flatMap((id) => {
    const section = sections[id];
    return (section?.fields ?? [])
      .filter(({ from, type }) => from === 'asked' && type !== 'signatures')
      .map((field) => ({ key: `${id}.${field.id}`, sectionTitle: section?.title ?? '', field }));
  });
}

/** What was written in a field, as one text; '' when nothing was. */
export function writtenText(answers: FileAnswers, key: string): string {
  const written = answers.written[key] ?? '';
  return typeof written === 'string' ? written.trim() : written.join(' ; ');
}

/** The fields still empty, in the order of the file. */
export function emptyFields(scheme: GrantScheme, sections: Sections, answers: FileAnswers): readonly AskedField[] {
  return askedFields(scheme, sections).filter(({ key }) => writtenText(answers, key) === '');
}
