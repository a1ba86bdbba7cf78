// French words of the body that applies: its articles, its assembly, who represents it, with their agreement.
import type { BodyForm } from 'catalog/grants/applicant-bodies';
import type { ApplicantBody, HeadRole, MissingOfBody } from './applicant-body';

export interface BodyWords {
  /** 'la commune', 'le syndicat scolaire'. */
  readonly the: string;
  /** 'de la commune', 'du syndicat scolaire'. */
  readonly of: string;
  /** The assembly that deliberates: 'conseil municipal'. */
  readonly assembly: string;
  /** 'seule demandeur', 'seul demandeur'. */
  readonly alone: string;
  readonly adherent: string;
  /** End of a file's name: 'commune'. */
  readonly slug: string;
}

const words: Readonly<Record<BodyForm, BodyWords>> = {
  commune: {
    the: 'la commune',
    of: 'de la commune',
    assembly: 'conseil municipal',
    alone: 'seule',
    adherent: 'adhérente',
    slug: 'commune',
  },
  community: {
    the: 'la communauté',
    of: 'de la communauté',
    assembly: 'conseil communautaire',
    alone: 'seule',
    adherent: 'adhérente',
    slug: 'communaute',
  },
  metropolis: {
    the: 'la métropole',
    of: 'de la métropole',
    assembly: 'conseil de la métropole',
    alone: 'seule',
    adherent: 'adhérente',
    slug: 'metropole',
  },
  syndicate: {
    the: 'le syndicat scolaire',
    of: 'du syndicat scolaire',
    assembly: 'comité syndical',
    alone: 'seul',
    adherent: 'adhérent',
    slug: 'syndicat-scolaire',
  },
};

export function bodyWordsOf({ form }: Pick<ApplicantBody, 'form'>): BodyWords {
  return words[form];
}

export interface HeadWords {
  /** 'le maire', 'la présidente'. */
  readonly the: string;
  /** 'du maire', 'de la présidente'. */
  readonly of: string;
  /** 'maire', 'présidente', as after a name. */
  readonly title: string;
}

const heads: Readonly<Record<HeadRole, HeadWords>> = {
  mayor: { the: 'le maire', of: 'du maire', title: 'maire' },
  mayorFeminine: { the: 'la maire', of: 'de la maire', title: 'maire' },
  president: { the: 'le président', of: 'du président', title: 'président' },
  presidentFeminine: { the: 'la présidente', of: 'de la présidente', title: 'présidente' },
};

/** Who represents the body. Until a person says so: the mayor of a commune, 'le président ou la présidente' elsewhere. */
export function headWordsOf({ form, head }: Pick<ApplicantBody, 'form' | 'head'>): HeadWords {
  if (head !== null) return heads[head];
  if (form === 'commune') return heads.mayor;
  return {
    the: 'le président ou la présidente',
    of: 'du président ou de la présidente',
    title: 'président ou présidente',
  };
}

export const headRoleLabels: Readonly<Record<HeadRole, string>> = {
  mayor: 'Le maire',
  mayorFeminine: 'La maire',
  president: 'Le président',
  presidentFeminine: 'La présidente',
};

export const bodyFormLabels: Readonly<Record<BodyForm, string>> = {
  commune: 'Commune',
  community: 'Communauté (de communes, d’agglomération, urbaine)',
  metropolis: 'Métropole',
  syndicate: 'Syndicat scolaire (SIVOS)',
};

const missingLabels: Readonly<Record<MissingOfBody, string>> = {
  name: 'nom du demandeur',
  siren: 'SIREN du demandeur',
  siret: 'SIRET du demandeur',
  address: 'adresse du demandeur',
  head: 'fonction de son représentant',
};

/** What to record of the applicant, as the checklist says it. */
export function missingBodyTexts(missing: readonly MissingOfBody[]): readonly string[] {
  return missing.map((one) => missingLabels[one]);
}

/** The name of the body, or that it is to be recorded. */
export function bodyName({ name }: Pick<ApplicantBody, 'name'>): string {
  return name ?? 'Demandeur à compléter';
}

/** 'Le maire' from 'le maire', at the start of a sentence. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
