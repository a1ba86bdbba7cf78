// What people wrote in a grant file, as blocks: short answers as facts, long ones under their own heading.
import { grantSections } from 'catalog/grants';
import type { SectionId } from 'catalog/grants/sections';
import { writtenText } from '~/domain/grants/answers';
import { parseDay } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Block, Text } from '../blocks';
import type { ApplicationFileFacts } from './facts';

export const toFillIn = 'À compléter';
export const italic = (text: string): Text => [{ text, italic: true }];

/** One answer; what is still empty says so. */
export function written(facts: ApplicationFileFacts, key: string): Text {
  const text = writtenText(facts.answers, key);
  if (text === '') return italic(toFillIn);
  const day = parseDay(text);
  return day ? formatDay(day) : text;
}

/** The short answers of a part. */
export function askedEntries(facts: ApplicationFileFacts, id: SectionId): { label: string; value: Text }[] {
  return grantSections[id].fields
    .filter((field) => field.from === 'asked' && field.type !== 'signatures' && field.type !== 'longText')
    .map((field) => ({ label: field.label, value: written(facts, `${id}.${field.id}`) }));
}

/** Long answers stand under their own heading, so that they read as text. */
export function longAnswers(facts: ApplicationFileFacts, id: SectionId): Block[] {
  return grantSections[id].fields
    .filter((field) => field.type === 'longText')
    .flatMap((field): Block[] => [
      { kind: 'heading', level: 2, text: field.label },
      { kind: 'paragraph', text: written(facts, `${id}.${field.id}`) },
    ]);
}
