// What the pieces of a market file must say, and what they do say, read back from the pieces themselves.
import { totalMonths } from '~/domain/consultations/consultation';
import type { Statement, Subject } from '~/domain/consultations/contradictions';
import { lotLimitsOf } from '~/domain/consultations/execution-conditions';
import { lotLimitsText } from '~/domain/consultations/lot-limits';
import { formatMoment } from '~/domain/shared/format';
import type { DocumentModel, Text } from '../blocks';
import type { Sheet, Workbook } from '../xlsx/workbook';
import { captions } from './inserts';
import { factLabels } from './pieces';
import { ccagNames, type DceLine, type DceLot, type DceSubject, netText } from './subject';
import { typographic } from './typography';

export interface WrittenPiece {
  readonly piece: string;
  readonly model: DocumentModel;
}

export interface WorkbookPiece {
  readonly lot: number;
  readonly workbook: Workbook;
}

function plain(text: Text): string {
  if (typeof text === 'string') return text;
  return text.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

function tableRows(model: DocumentModel, caption: string): string[][] {
  return model.blocks.flatMap((block) =>
    block.kind === 'table' && block.caption === caption ? block.rows.map((row) => row.map(plain)) : [],
  );
}

function tableTotals(model: DocumentModel, caption: string): string[] {
  return model.blocks.flatMap((block) =>
    block.kind === 'table' && block.caption === caption
      ? (block.totals ?? []).map((row) => plain(row.at(-1) ?? ''))
      : [],
  );
}

function factOf(model: DocumentModel, label: string): string[] {
  return model.blocks.flatMap((block) =>
    block.kind === 'facts'
      ? block.entries.filter((entry) => entry.label === label).map((entry) => plain(entry.value))
      : [],
  );
}

function joined(rows: readonly (readonly string[])[], ...columns: readonly number[]): string[] {
  return rows.map((row) => columns.map((column) => row[column] ?? '').join(' | '));
}

function writtenStatement({ piece, model }: WrittenPiece): Statement {
  const maxima = tableRows(model, captions.maxima);
  const lots = maxima.length > 0 ? maxima : tableRows(model, captions.lots);
  const criteria = tableRows(model, captions.criteria);
  const says: Partial<Record<Subject, readonly string[]>> = {};
  const set = (subject: Subject, texts: readonly string[]) => {
    if (texts.length > 0) says[subject] = texts;
  };
  set('reference', factOf(model, factLabels.reference));
  set('lots', joined(lots, 0, 1));
  set('maxima', joined(maxima, 0, 2));
  set('cpv', joined(maxima, 0, 3));
  set('duration', factOf(model, factLabels.duration));
  set('criteria', joined(criteria, 0, 1));
  set('criteriaSum', tableTotals(model, captions.criteria));
  set('ccag', factOf(model, factLabels.ccag));
  set('lotLimits', factOf(model, factLabels.lotLimits));
  set('deadline', factOf(model, factLabels.deadline));
  set('buyers', joined(tableRows(model, captions.buyers), 0, 1));
  set('lineKeys', joined(tableRows(model, captions.lines), 0, 1, 2));
  return { piece, says };
}

function cellText(cell: Sheet['rows'][number][number] | undefined): string {
  if (cell === null || cell === undefined) return '';
  if ('formula' in cell) return cell.value === null ? '' : cellText(cell.value);
  if ('text' in cell) return cell.text;
  return 'count' in cell ? String(cell.count) : '';
}

function sheetStatements({ lot, workbook }: WorkbookPiece, reference: string): Statement[] {
  return workbook.sheets.map((sheet) => {
    const isDqe = sheet.name.startsWith('DQE');
    const rows = sheet.rows.map((row) => row.map((cell) => cellText(cell)));
    const quantities = joined(rows, 0, 3);
    const sum = cellText(sheet.totals?.[0]?.[3]);
    return {
      piece: `${isDqe ? 'DQE' : 'BPU'} du lot ${lot}`,
      says: {
        reference: sheet.heading.some((line) => line.includes(reference)) ? [reference] : [],
        lineKeys: joined(rows, 0, 1, 2),
        ...(isDqe ? { quantities, quantitySum: [sum] } : {}),
      },
    };
  });
}

/** What the pieces say, read back from their blocks and their cells. */
export function foundStatements(
  written: readonly WrittenPiece[],
  workbooks: readonly WorkbookPiece[],
  reference: string,
): readonly Statement[] {
  return [...written.map(writtenStatement), ...workbooks.flatMap((workbook) => sheetStatements(workbook, reference))];
}

function keyOf(line: DceLine): string {
  return `${line.number} | ${line.designation} | ${line.unit}`;
}

/** Quantities by line number as the communes asked for them: the needs themselves, not the file made from them. */
export type NeedQuantities = ReadonlyMap<string, number>;

function without(says: Statement['says'], left: Subject): Statement['says'] {
  const { [left]: _, ...others } = says;
  return others;
}

/** What each piece must say, from the choices, the members and the needs. */
export function expectedStatements(subject: DceSubject, needs: NeedQuantities): readonly Statement[] {
  const { choices, lots } = subject;
  const reference = [subject.reference];
  const lotTexts = (each: readonly DceLot[]) => each.map((lot) => `${lot.number} | ${lot.title}`);
  const maxima = (each: readonly DceLot[]) =>
    each.map((lot) => {
      const choice = choices.lots.find((one) => one.number === lot.number);
      return `${lot.number} | ${choice ? netText(choice.maximumNet) : ''}`;
    });
  const cpv = (each: readonly DceLot[]) =>
    each.map((lot) => `${lot.number} | ${choices.lots.find((one) => one.number === lot.number)?.cpv ?? 'à choisir'}`);
  const duration = [`${totalMonths(choices)} mois, reconductions comprises`];
  const ccag = [ccagNames[choices.ccag].short];
  const lotLimits = [lotLimitsText(lotLimitsOf(choices), lots.length)];
  const deadline = [formatMoment(choices.offersDeadline, choices.offersDeadlineTime)];
  const written: Statement[] = [
    {
      piece: 'RC',
      says: {
        reference,
        lots: lotTexts(lots),
        maxima: maxima(lots),
        cpv: cpv(lots),
        duration,
        criteria: choices.criteria.flatMap(({ label, weight, subCriteria = [] }) => [
          `${typographic(label)} | ${weight}\u202f%`,
          ...subCriteria.map((sub) => `${typographic(`– dont ${sub.label}`)} | ${sub.weight}\u202f%`),
        ]),
        criteriaSum: ['100\u202f%'],
        ccag,
        lotLimits,
        deadline,
      },
    },
    {
      piece: 'CCAP',
      says: {
        reference,
        lots: lotTexts(lots),
        maxima: maxima(lots),
        cpv: cpv(lots),
        duration,
        ccag,
        buyers: subject.buyers.map((buyer) => `${buyer.name} | ${buyer.siren}`),
      },
    },
    { piece: 'CCTP', says: { reference, lots: lotTexts(lots), lineKeys: lots.flatMap((lot) => lot.lines.map(keyOf)) } },
  ];
  const [rc] = written;
  if (rc) {
    const { criteria, criteriaSum } = rc.says;
    written.push(
      { piece: 'CRT', says: { reference, ...(criteria && criteriaSum ? { criteria, criteriaSum } : {}) } },
      { piece: 'AAPC', says: without(rc.says, 'ccag') },
      { piece: 'DC1 et DC2', says: { reference, lots: lotTexts(lots), lotLimits } },
    );
  }
  for (const lot of lots) {
    const asked = lot.lines.map((line) => needs.get(line.number) ?? 0);
    const sum = asked.reduce((total, quantity) => total + quantity, 0);
    const lineKeys = lot.lines.map(keyOf);
    written.push(
      {
        piece: `AE du lot ${lot.number}`,
        says: { reference, lots: lotTexts([lot]), maxima: maxima([lot]), cpv: cpv([lot]), duration, ccag },
      },
      { piece: `BPU du lot ${lot.number}`, says: { reference, lineKeys } },
      {
        piece: `DQE du lot ${lot.number}`,
        says: {
          reference,
          lineKeys,
          quantities: lot.lines.map((line, index) => `${line.number} | ${asked[index] ?? 0}`),
          quantitySum: [String(sum)],
        },
      },
    );
  }
  return written;
}
