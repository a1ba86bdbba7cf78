// Who applies for the school of a file: the commune from our tables, another body as recorded; and its form.
import type { BodyForm } from 'catalog/grants/applicant-bodies';
import { z } from 'zod';
import {
  type ApplicantBody,
  type ApplyingKind,
  applicantBodyOf,
  isGrouping,
  type RecordedApplicant,
  rolesOf,
} from '~/domain/grants/applicant-body';
import { bodyFormLabels, headRoleLabels } from '~/domain/grants/applicant-wording';
import { applicantLabels } from '~/domain/grants/wording';
import { parseSiren, parseSiret } from '~/domain/shared/identifiers';
import type { ShownApplicant } from '~/ui/grants/applicant-form';
import { type FormProblems, readForm, typedOf } from '../form.server';
import { type GrantSchool, publishedOf } from './texts.server';

/** Street, then postal code and town; what is not known is left out. */
export function addressOf(body: { address: string | null; postalCode: string | null; city: string | null }): string[] {
  return [body.address, [body.postalCode, body.city].filter(Boolean).join(' ')].filter((line): line is string =>
    Boolean(line),
  );
}

/** The body that applies for a school, as far as it is known. */
export function bodyOf(
  kind: ApplyingKind,
  { school, commune, organisation }: GrantSchool,
  recorded: RecordedApplicant | null | undefined,
): ApplicantBody {
  const published = publishedOf(school.uai, commune.inseeCode).commune;
  const name = published?.epci.name ?? commune.epciName;
  const siren = published?.epci.siren ?? commune.epciSiren;
  const form: BodyForm = published?.epci.type === 'METRO' ? 'metropolis' : 'community';
  return applicantBodyOf(
    kind,
    {
      name: organisation.name,
      siren: organisation.siren,
      siret: organisation.siret,
      addressLines: addressOf(organisation),
      department: published ? `${published.departmentName} (${commune.departmentCode})` : commune.departmentCode,
      arrondissement: published?.arrondissement ?? null,
    },
    name && siren ? { name, siren, form } : null,
    recorded,
  );
}

const roles = ['mayor', 'mayorFeminine', 'president', 'presidentFeminine'] as const;
const text = (most: number) => z.string().trim().max(most, `Au plus ${most} caractères.`).default('');
const schema = z.object({
  head: z.enum([...roles, ''], 'Choisissez qui représente le demandeur.').default(''),
  form: z.enum(['community', 'metropolis', 'syndicate']).optional(),
  name: text(160),
  siren: text(20),
  siret: text(30),
  address: text(300),
  department: text(80),
  arrondissement: text(80),
});

/** What the form says of the applicant, or what is wrong beside each field. */
export function readApplicant(form: FormData, kind: ApplyingKind): { applicant: RecordedApplicant } | FormProblems {
  const read = readForm(form, schema);
  if (!('value' in read)) return read;
  const sent = read.value;
  const bodyForm = kind === 'epci' ? (sent.form === 'metropolis' ? 'metropolis' : 'community') : 'syndicate';
  const head = sent.head === '' ? null : sent.head;
  const problems: Record<string, string> = {};
  if (head !== null && !rolesOf(isGrouping(kind) ? bodyForm : 'commune').includes(head)) {
    problems['head'] = 'Ce rôle n’est pas celui du représentant de ce demandeur.';
  }
  if (!isGrouping(kind)) {
    return Object.keys(problems).length > 0 ? { problems, typed: typedOf(form) } : { applicant: { head, body: null } };
  }
  const siren = parseSiren(sent.siren);
  const siret = sent.siret === '' ? null : parseSiret(sent.siret);
  if (sent.name === '') problems['name'] = 'Écrivez le nom du demandeur.';
  if (siren === undefined) problems['siren'] = 'Un SIREN compte neuf chiffres, dont une clé : vérifiez-le.';
  if (siret === undefined) problems['siret'] = 'Un SIRET compte quatorze chiffres, dont une clé : vérifiez-le.';
  else if (siret !== null && siren !== undefined && !siret.startsWith(siren)) {
    problems['siret'] = 'Ce SIRET ne commence pas par le SIREN ci-dessus.';
  }
  if (Object.keys(problems).length > 0 || siren === undefined || siret === undefined) {
    return { problems, typed: typedOf(form) };
  }
  const addressLines = sent.address
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    applicant: {
      head,
      body: {
        kind,
        form: bodyForm,
        name: sent.name,
        siren,
        siret,
        addressLines,
        department: sent.department || null,
        arrondissement: sent.arrondissement || null,
      },
    },
  };
}

const optionsOf = <Code extends string>(labels: Readonly<Record<Code, string>>, codes: readonly Code[]) =>
  codes.map((value) => ({ value, label: labels[value] }));

/** The applicant as its form shows it, what is known filled in. */
export function shownApplicant(body: ApplicantBody): ShownApplicant {
  return {
    kind: applicantLabels[body.kind],
    grouping: isGrouping(body.kind),
    forms: body.kind === 'epci' ? optionsOf(bodyFormLabels, ['community', 'metropolis']) : [],
    roles: optionsOf(headRoleLabels, rolesOf(body.form)),
    values: {
      form: body.form,
      head: body.head ?? '',
      name: body.name ?? '',
      siren: body.siren ?? '',
      siret: body.siret ?? '',
      address: body.addressLines.join('\n'),
      department: body.department ?? '',
      arrondissement: body.arrondissement ?? '',
    },
  };
}
