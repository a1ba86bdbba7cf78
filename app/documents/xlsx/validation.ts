// What a cell to be filled in accepts, in the words that a French spreadsheet shows.
import type { DataValidation } from 'exceljs';
import type { Validation } from './workbook';

/** The rule as Excel holds it. Throws when a list does not fit in one: it takes 255 characters and no comma in a value. */
export function excelValidation(validation: Validation): DataValidation {
  const shared = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Saisie refusée',
  } as const;
  switch (validation.kind) {
    case 'oneOf': {
      const list = validation.values.join(',');
      if (list.length > 255 || validation.values.some((value) => /[,"]/.test(value))) {
        throw new RangeError(`This list does not fit in a spreadsheet's validation: ${list}`);
      }
      const error = `Choisir parmi\u00a0: ${validation.values.join(', ')}.`;
      return { ...shared, type: 'list', formulae: [`"${list}"`], error: error.slice(0, 225) };
    }
    case 'wholeNumber':
    case 'decimal': {
      const { minimum, maximum } = validation;
      const what = validation.kind === 'wholeNumber' ? 'Un nombre entier' : 'Un nombre';
      return {
        ...shared,
        type: validation.kind === 'wholeNumber' ? 'whole' : 'decimal',
        operator: 'between',
        formulae: [minimum, maximum],
        error: `${what} entre ${minimum} et ${maximum}.`,
      };
    }
    case 'textLength':
      return {
        ...shared,
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formulae: [validation.maximum],
        error: `Au plus ${validation.maximum} caractères.`,
      };
  }
}
