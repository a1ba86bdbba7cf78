// Reads the billing references that a commune gives.
import { z } from 'zod';
import { parseSiret } from '~/domain/shared/identifiers';

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Au plus ${max} caractères.`)
    .transform((text) => text || null);

/** Billing references, the service codes typed one per line as 'code' or 'code – libellé'. */
export const billingSchema = z.object({
  siret: z.string().transform((text, context) => {
    const siret = parseSiret(text);
    if (siret) return siret;
    context.addIssue({
      code: 'custom',
      message: 'Ce SIRET est faux : 14 chiffres, le dernier est une clé de contrôle.',
    });
    return z.NEVER;
  }),
  address: optionalText(200),
  email: optionalText(120).refine(
    (text) => text === null || /^\S+@\S+\.\S+$/.test(text),
    'Écrivez une adresse comme mairie@commune.fr.',
  ),
  phone: optionalText(30),
  serviceCodeRequired: z
    .literal('on')
    .optional()
    .transform((on) => on === 'on'),
  commitmentNumberRequired: z
    .literal('on')
    .optional()
    .transform((on) => on === 'on'),
  serviceCodes: z.string().transform((text, context) => {
    const codes = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [code = '', ...rest] = line.split(/\s+[–-]\s+|\s*;\s*/);
        return { code: code.trim(), label: rest.join(' – ').trim() || code.trim() };
      });
    const tooLong = codes.find(({ code }) => code.length > 100);
    if (tooLong) context.addIssue({ code: 'custom', message: `Le code « ${tooLong.code} » dépasse 100 caractères.` });
    const twice = codes.find(({ code }, index) => codes.findIndex((other) => other.code === code) !== index);
    if (twice) context.addIssue({ code: 'custom', message: `Le code « ${twice.code} » est donné deux fois.` });
    return codes;
  }),
});
