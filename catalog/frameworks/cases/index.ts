// The example cases of every rule that Preau ships: read by the build, the tests and the page of a rule.
import { lawCases } from './law';
import { referenceCases } from './references';
import type { RuleCases } from './types';
import { yearAndConsultationCases } from './years-and-consultations';

export const cases: Readonly<Record<string, RuleCases>> = {
  ...lawCases,
  ...referenceCases,
  ...yearAndConsultationCases,
};
