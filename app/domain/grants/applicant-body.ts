// Who applies for a school: the body's own name, numbers and address, who represents it, and what still misses.
import type { BodyForm } from 'catalog/grants/applicant-bodies';
import type { Siren, Siret } from '~/domain/shared/identifiers';

export type ApplyingKind = 'commune' | 'rpiCommune' | 'epci' | 'schoolSyndicate';
export type HeadRole = 'mayor' | 'mayorFeminine' | 'president' | 'presidentFeminine';

/** An EPCI or a school syndicate as a person recorded it; `siret` and the address may still miss. */
export interface RecordedBody {
  readonly kind: 'epci' | 'schoolSyndicate';
  readonly form: BodyForm;
  readonly name: string;
  readonly siren: Siren;
  readonly siret: Siret | null;
  readonly addressLines: readonly string[];
  readonly department: string | null;
  readonly arrondissement: string | null;
}

/** What a file keeps of its applicant. A commune is known already: of it, only who represents it. */
export interface RecordedApplicant {
  readonly head: HeadRole | null;
  readonly body: RecordedBody | null;
}

export interface ApplicantBody {
  readonly kind: ApplyingKind;
  readonly form: BodyForm;
  /** Null until a person records it: another body's name is never put in its place. */
  readonly name: string | null;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly addressLines: readonly string[];
  readonly department: string | null;
  readonly arrondissement: string | null;
  readonly head: HeadRole | null;
}

type Identity = Pick<ApplicantBody, 'siret' | 'addressLines' | 'department' | 'arrondissement'> & {
  readonly name: string;
  readonly siren: string;
};

export function isGrouping(kind: ApplyingKind): kind is RecordedBody['kind'] {
  return kind === 'epci' || kind === 'schoolSyndicate';
}

/** Roles that may represent a form of body: a mayor for a commune, a president for the others. */
export function rolesOf(form: BodyForm): readonly HeadRole[] {
  return form === 'commune' ? ['mayor', 'mayorFeminine'] : ['president', 'presidentFeminine'];
}

const unknownBody = { name: null, siren: null, siret: null, addressLines: [], department: null, arrondissement: null };

/**
 * The body that applies. A commune is what our tables say; an EPCI or a school syndicate is what was recorded for
 * that very kind, or, for the EPCI, the name and SIREN that the national list gives (`published`).
 */
export function applicantBodyOf(
  kind: ApplyingKind,
  commune: Identity,
  published: { readonly name: string; readonly siren: string; readonly form: BodyForm } | null,
  recorded: RecordedApplicant | null | undefined,
): ApplicantBody {
  const headFor = (form: BodyForm) => {
    const head = recorded?.head ?? null;
    return head !== null && rolesOf(form).includes(head) ? head : null;
  };
  if (!isGrouping(kind)) return { kind, form: 'commune', ...commune, head: headFor('commune') };
  const body = recorded?.body ?? null;
  if (body !== null && body.kind === kind) return { ...body, head: headFor(body.form) };
  if (kind === 'epci' && published !== null)
    return { kind, ...unknownBody, ...published, head: headFor(published.form) };
  const form = kind === 'epci' ? 'community' : 'syndicate';
  return { kind, form, ...unknownBody, head: headFor(form) };
}

export type MissingOfBody = 'name' | 'siren' | 'siret' | 'address' | 'head';

/** What must still be recorded of an EPCI or a school syndicate; a commune is known without the file. */
export function missingOfBody(body: ApplicantBody): readonly MissingOfBody[] {
  if (!isGrouping(body.kind)) return [];
  const absent: Readonly<Record<MissingOfBody, boolean>> = {
    name: body.name === null,
    siren: body.siren === null,
    siret: body.siret === null,
    address: body.addressLines.length === 0,
    head: body.head === null,
  };
  return (Object.keys(absent) as MissingOfBody[]).filter((one) => absent[one]);
}
