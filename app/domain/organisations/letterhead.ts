// How a document names who issues it: name, address, then the identifier that is known.

interface Addressed {
  readonly name: string;
  readonly siren: string;
  readonly siret: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
}

/** The identifier of an establishment, or of its organisation while the SIRET is not given. */
export function identifierLine({ siren, siret }: Pick<Addressed, 'siren' | 'siret'>): string {
  return siret === null ? `SIREN ${siren}` : `SIRET ${siret}`;
}

/** Name and lines of an issuer with its whole address; what is not known takes no line. */
export function letterhead(issuer: Addressed): { readonly name: string; readonly lines: readonly string[] } {
  const town = [issuer.postalCode, issuer.city].filter(Boolean).join(' ');
  const lines = [issuer.address, town, identifierLine(issuer)];
  return { name: issuer.name, lines: lines.filter((line): line is string => line !== null && line !== '') };
}
