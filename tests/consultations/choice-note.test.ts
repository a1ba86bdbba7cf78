// The note of the choice of a procedure, and the guards it rests on: allotment, environmental and social conditions.
import { thresholds } from 'catalog/thresholds';
import { expect, test } from 'vitest';
import { choiceNoteModel } from '~/documents/consultations/choice-note';
import { composeDce } from '~/documents/consultations/compose';
import { writeDocx } from '~/documents/docx/write-docx';
import { writePdf } from '~/documents/pdf/write-pdf';
import { type ConsultationChoices, procedureQuestion, proposedChoices } from '~/domain/consultations/consultation';
import { conditionRefusalSentence, conditionRefusals } from '~/domain/consultations/execution-conditions';
import { maximumJustification } from '~/domain/consultations/maximum';
import { chooseProcedure } from '~/domain/consultations/procedure';
import { day } from '~/domain/shared/day';
import { cents, sumCents } from '~/domain/shared/money';
import { plain, readPdf } from '../documents/reading';
import { textOfDocx } from '../journeys/files';
import { aConsolidation, aSubject, quantitiesOf, someChoices } from './builders';

const large = { lots: someChoices().lots.map((lot) => ({ ...lot, maximumNet: cents(20_000_000) })) };

function against(choices: ConsultationChoices, launch = '2027-01-04') {
  return conditionRefusals(choices, chooseProcedure(procedureQuestion(choices, day(launch)), thresholds));
}

test('one lot is refused without its reason in law and fact, and several lots need none', () => {
  const [first] = someChoices().lots;
  if (!first) throw new Error('no lot');
  const single = someChoices({ lots: [first] });
  expect(against(single).map(conditionRefusalSentence).join()).toContain('CCP L2113-11');
  expect(against({ ...single, singleLot: { case: 'separateLotsHarm', reason: '  ' } })).toHaveLength(1);
  expect(against({ ...single, singleLot: { case: 'separateLotsHarm', reason: 'Une classe forme un tout.' } })).toEqual(
    [],
  );
  expect(against(someChoices())).toEqual([]);
});

test('a lot of one category is opened with a proposed reason, a lot of several without', () => {
  const defaults = { profileAddress: '', contactEmail: '', court: '' };
  const [tablets] = aConsolidation().lots;
  if (!tablets) throw new Error('no lot');
  const line = tablets.lines[0];
  if (!line) throw new Error('no line');
  const proposed = (lines: (typeof tablets)['lines']) =>
    proposedChoices([{ ...tablets, lines }], day('2027-01-04'), defaults).singleLot;
  expect(proposed([line])?.case).toBe('noDistinctServices');
  expect(proposed([line, { ...line, category: 'laptop' }])).toBeUndefined();
});

test('the environmental condition is required from 22 August 2026 and not the day before', () => {
  const without = someChoices({ environmentalCondition: false });
  expect(against(without, '2026-08-21')).toEqual([]);
  expect(against(without, '2026-08-22')).toEqual([{ kind: 'environmentalConditionMissing', article: 'CCP L2112-2' }]);
});

test('from the European threshold on, the absence of a social condition needs one of three motives and its facts', () => {
  const off = { ...large, socialCondition: false };
  expect(against(someChoices(large))).toEqual([]);
  expect(against(someChoices(off))).toMatchObject([{ kind: 'socialConditionMissing' }]);
  const withMotive = (motive: number, reason: string) =>
    against(someChoices({ ...off, socialExemption: { motive, reason } })).map(({ kind }) => kind);
  expect(withMotive(1, '')).toEqual(['socialReasonMissing']);
  expect(withMotive(4, 'Travaux')).toEqual(['socialMotiveForWorks']);
  expect(withMotive(1, 'Matériel en stock, sans prestation.')).toEqual([]);
  const small = someChoices({
    socialCondition: false,
    lots: large.lots.map((lot) => ({ ...lot, maximumNet: cents(3_000_000) })),
  });
  expect(against(small)).toEqual([]);
});

test('the clauses of the conditions stand in the file as they were chosen', () => {
  const ccapOf = (changes: Partial<ConsultationChoices>) => {
    const file = composeDce(aSubject({}, changes), quantitiesOf(aConsolidation()));
    return JSON.stringify(file.written.find(({ piece }) => piece === 'CCAP')?.model.blocks);
  };
  expect(ccapOf({ ...large, socialCondition: false, environmentalCondition: false })).not.toMatch(
    /Conditions d’exécution (sociales|environnementales)/,
  );
  const both = ccapOf(large);
  expect(both).toContain('Conditions d’exécution sociales');
  expect(both).toContain('Conditions d’exécution environnementales');
});

const note = (changes: Partial<ConsultationChoices> = {}) => {
  const subject = aSubject({}, changes);
  const needs = aConsolidation().lots.map((lot) => ({
    lot: lot.number,
    net: lot.net,
    lines: lot.lines.length,
    unpricedLines: lot.unpricedLines,
    members: 2,
  }));
  const model = choiceNoteModel({
    subject,
    version: 1,
    issuedOn: day('2026-12-21'),
    needs,
    maxima: needs.map(({ lot, net }) =>
      maximumJustification({
        number: lot,
        title: `Titre ${lot}`,
        needNet: net,
        communes: 2,
        months: 48,
        basis: { coveredMonths: 24, marginRate: 1_000, reason: 'Les écoles ouvrent deux classes.' },
        ordered: [],
        chosenNet: cents(20_000_000),
      }),
    ),
    members: 2,
    families: ['Matériel informatique'],
  });
  return { subject, needs, model };
};

test('the note says the value, the thresholds with source and date, the duties, the calendar and what is to check, in PDF and DOCX alike', async () => {
  const { subject, needs, model } = note({ ...large, alreadyBoughtNet: cents(1_234_500) });
  const pdf = plain((await readPdf(await writePdf(model))).text);
  const docx = plain(textOfDocx(await writeDocx(model)));
  for (const text of [pdf, docx]) {
    for (const said of [
      'Note de choix de procédure',
      'R2121-1 et R2121-8',
      '12 345,00 € HT',
      '412 345,00 € HT',
      'Appel d’offres ouvert',
      '216 000,00 € HT',
      'ligne en vigueur depuis le 1er avril 2026',
      'La consultation est allotie',
      'Condition d’exécution sociale : prévue au CCAP, obligatoire à ce montant',
      'sur les 48 mois de l’accord-cadre',
      'Les écoles ouvrent deux classes.',
      'À vérifier',
    ])
      expect(text).toContain(plain(said));
  }
  expect(sumCents(needs.map(({ net }) => net))).toBeGreaterThan(0);
  expect(subject.advice.lotsNet).toBe(40_000_000);
});

test('the note gives the single lot its reason, and the exception its number and its facts', () => {
  const [first] = large.lots;
  if (!first) throw new Error('no lot');
  const { model } = note({
    lots: [{ ...first, maximumNet: cents(40_000_000) }],
    singleLot: { case: 'separateLotsHarm', reason: 'Une classe mobile forme un tout.' },
    socialCondition: false,
    socialExemption: { motive: 1, reason: 'Matériel en stock.' },
  });
  const text = plain(JSON.stringify(model.blocks));
  expect(text).toContain('Une classe mobile forme un tout.');
  expect(text).toContain('CCP L2113-11, 2°');
  expect(text).toContain('motif 1');
  expect(text).toContain('Matériel en stock.');
});
