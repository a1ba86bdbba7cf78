// The text under which each kind of applicant deliberates; what was not read in a source shows 'à vérifier'.
import { confirmed, recalled } from './sourced';
import type { Sourced } from './types';

/** Forms that the body applying for a school takes. */
export type BodyForm = 'commune' | 'community' | 'metropolis' | 'syndicate';

const ofGroupings = 'articles L. 5211-1 et L. 2121-29';

export const deliberationBasis: Readonly<Record<BodyForm, Sourced<string>>> = {
  commune: confirmed('article L. 2121-29', ['detr-form-2026']),
  community: recalled(ofGroupings),
  metropolis: recalled(ofGroupings),
  syndicate: recalled('articles L. 5211-1, L. 5212-1 et L. 2121-29'),
};
