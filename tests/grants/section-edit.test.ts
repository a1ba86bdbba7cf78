// Two people on one part of a file: nothing is lost, nothing is overwritten unseen.
import type { Field } from 'catalog/grants/sections';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editSection, readingOf, type Written } from '~/domain/grants/section-edit';
import { differencesBetween } from '~/domain/grants/versions';

const fieldOf = (id: string): { key: string; field: Field } => ({
  key: `pedagogy.${id}`,
  field: { id, label: `Champ ${id}`, type: 'longText', from: 'asked' },
});
const fields = ['a', 'b', 'c'].map(fieldOf);
const of = (a: string, b: string, c: string): Written =>
  Object.fromEntries(
    Object.entries({ 'pedagogy.a': a, 'pedagogy.b': b, 'pedagogy.c': c }).filter(([, text]) => text !== ''),
  );

test('what one person wrote is saved when nobody else wrote', () => {
  const stored = { ...of('un', '', ''), 'other.x': 'reste' };
  const edit = editSection(stored, of('deux', 'b', ''), fields, readingOf(stored, fields));
  expect(edit).toEqual({
    kind: 'saved',
    written: { 'other.x': 'reste', 'pedagogy.a': 'deux', 'pedagogy.b': 'b' },
    changed: ['pedagogy.a', 'pedagogy.b'],
  });
});

test('two people in two fields are merged', () => {
  const seen = readingOf(of('', '', ''), fields);
  const edit = editSection(of('école', '', ''), of('', 'mairie', ''), fields, seen);
  expect(edit).toMatchObject({ kind: 'saved', written: of('école', 'mairie', '') });
});

test('two people in one field are shown both texts, and nothing is saved', () => {
  const seen = readingOf(of('avant', '', ''), fields);
  const edit = editSection(of('école', '', ''), of('mairie', '', ''), fields, seen);
  expect(edit).toMatchObject({
    kind: 'conflict',
    conflicts: [{ label: 'Champ a', stored: 'école', typed: 'mairie' }],
  });
  // Read and decided: the same save, held against what was just shown, goes through.
  if (edit.kind !== 'conflict') throw new Error('No conflict');
  expect(editSection(of('école', '', ''), of('mairie', '', ''), fields, edit.reading)).toMatchObject({ kind: 'saved' });
});

test('a page that says nothing of what it was made from overwrites nothing', () => {
  for (const seen of ['', '{', '{"a":1}']) {
    expect(editSection(of('école', '', ''), of('mairie', '', ''), fields, seen).kind).toBe('conflict');
  }
});

test('a saved part holds what each person wrote last, and only that', () => {
  const text = fc.constantFrom('', 'x', 'y', 'z');
  const three = fc.tuple(text, text, text);
  fc.assert(
    fc.property(three, three, three, (base, theirs, mine) => {
      const edit = editSection(of(...theirs), of(...mine), fields, readingOf(of(...base), fields));
      fields.forEach(({ key }, index) => {
        const [before, now, typed] = [base[index], theirs[index], mine[index]];
        const both = now !== before && typed !== before && now !== typed;
        if (edit.kind === 'saved') {
          expect(both).toBe(false);
          expect(edit.written[key] ?? '').toBe(typed === before ? now : typed);
        } else if (both) {
          expect(edit.conflicts.map((one) => one.key)).toContain(key);
        }
      });
      if (edit.kind === 'conflict') expect(edit.conflicts.length).toBeGreaterThan(0);
    }),
  );
});

test('differences between two versions name what was added, changed and taken out', () => {
  const entry = (label: string, value: string) => ({ part: '6. Calendrier', label, value });
  const before = [entry('Début', 'À compléter'), entry('Fin', '30 juin'), entry('', 'Note')];
  const after = [entry('Début', '1er février'), entry('', 'Note'), entry('Acte', 'Aucun')];
  expect(differencesBetween(before, after)).toEqual([
    { part: '6. Calendrier', label: 'Début', before: 'À compléter', after: '1er février' },
    { part: '6. Calendrier', label: 'Acte', before: null, after: 'Aucun' },
    { part: '6. Calendrier', label: 'Fin', before: '30 juin', after: null },
  ]);
  expect(differencesBetween(after, after)).toEqual([]);
});
