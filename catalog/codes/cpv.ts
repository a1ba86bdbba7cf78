// The Common Procurement Vocabulary in French: every code with its check digit, as the European Union publishes it.
import labels from './cpv-2008-fr.json';

export interface CpvList {
  readonly version: string;
  readonly source: string;
  readonly licence: string;
  /** By code: eight digits, a hyphen, the check digit. */
  readonly labels: Readonly<Record<string, string>>;
}

export const cpvList: CpvList = {
  version: '2008',
  source:
    'Règlement (CE) n° 213/2008, libellés français de l’Office des publications de l’Union européenne (eForms SDK)',
  licence: 'CC BY 4.0',
  labels,
};
