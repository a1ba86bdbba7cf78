// Every field of a grant file in the order of the funder's form, with the value to copy.
import { fieldText, knownTexts } from '~/documents/grants/field-texts';
import type { ShownCopySection } from '~/ui/grants/copy-sheet';
import type { applicationOf } from './application.server';
import { grantTexts } from './texts.server';

type Application = ReturnType<typeof applicationOf>;

/** The sections in the order of the scheme; signatures are given on paper and left out. */
export function copySections(of: Application): readonly ShownCopySection[] {
  const known = knownTexts(of);
  return of.scheme.sections.flatMap((id) => {
    const section = grantTexts.sections[id];
    const fields = (section?.fields ?? [])
      .filter(({ type }) => type !== 'signatures')
      .map((field) => ({
        key: `${id}.${field.id}`,
        label: field.nationalForm ?? field.label,
        hint: [field.nationalForm === undefined ? null : field.label, field.unit ?? null, field.note ?? null]
          .filter((text): text is string => text !== null && text !== field.nationalForm)
          .join('. '),
        value: fieldText(of, known, id, field),
      }));
    return section ? [{ title: section.title, fields }] : [];
  });
}
