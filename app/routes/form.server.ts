// Reads forms within limits, and turns what was typed into values, or into messages beside the fields.

import { MaxFileSizeExceededError, parseFormData } from '@mjackson/form-data-parser';
import { data } from '@remix-run/node';
import { z } from 'zod';

z.config(z.locales.fr());

const maxFields = 2000;
const maxFileBytes = 20 * 1024 * 1024;
/** A syndicat receives the sheets of all its communes at once. */
const maxFiles = 400;

function refuseForm(sentence: string, status: number): never {
  throw new Response(sentence, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

/** The form of a request. Ends the request with 400 or 413 when it is malformed, has too many fields or too large a file. */
export async function receiveForm(request: Request): Promise<FormData> {
  let form: FormData;
  try {
    form = request.headers.get('Content-Type')?.startsWith('multipart/form-data')
      ? await parseFormData(request, { maxFileSize: maxFileBytes, maxFiles }, (upload) => upload)
      : await request.formData();
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError) return refuseForm('Le fichier dépasse 20 Mo.', 413);
    return refuseForm('Le formulaire reçu est illisible : rechargez la page et recommencez.', 400);
  }
  if ([...form.keys()].length > maxFields) return refuseForm(`Le formulaire dépasse ${maxFields} champs.`, 413);
  return form;
}

/** Messages by field, and what was typed, so that nothing is lost; '' holds messages of the whole form. */
export interface FormProblems {
  readonly problems: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

/** What was typed, without files. */
export function typedOf(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Reads a form by its schema; a field named 'x[]' is read as a list. */
export function readForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
): { readonly value: z.output<S> } | FormProblems {
  const raw: Record<string, unknown> = {};
  for (const key of new Set(form.keys()))
    raw[key.replace(/\[\]$/, '')] = key.endsWith('[]') ? form.getAll(key) : form.get(key);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.');
    problems[field] ??= issue.message;
  }
  return { problems, typed: typedOf(form) };
}

/** Answer to a form that was not understood: 400, with messages beside fields and values kept. */
export function notUnderstood(refused: FormProblems) {
  return data(refused, { status: 400 });
}

/** Answer to what was understood but is refused: 422, with every reason in French. */
export function refused(reasons: readonly string[], typed: Readonly<Record<string, string>> = {}) {
  return data({ problems: { '': reasons.join('\n') }, reasons, typed }, { status: 422 });
}
