// Reads the environment once, at start, and says in French what is wrong with it.
import { resolve } from 'node:path';

export interface Configuration {
  readonly port: number;
  /** Folder of the database, documents included. */
  readonly folder: string;
  /** Address people type; the only origin that forms are accepted from. */
  readonly publicUrl: URL;
  readonly secureCookies: boolean;
  /** Whether an empty database receives the demonstration data. */
  readonly demonstration: boolean;
}

/** The configuration of the environment. Throws with a French sentence naming the variable to correct. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const port = Number(environment['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT doit être un numéro de port entre 0 et 65535 (reçu : « ${environment['PORT']} »).`);
  }
  const address = environment['PREAU_URL'] ?? `http://localhost:${port}`;
  if (!URL.canParse(address)) throw new Error(`PREAU_URL doit être une adresse complète (reçu : « ${address} »).`);
  const publicUrl = new URL(address);
  return {
    port,
    folder: resolve(environment['PREAU_DATA'] ?? 'data'),
    publicUrl,
    secureCookies: publicUrl.protocol === 'https:',
    demonstration: environment['PREAU_DEMONSTRATION'] !== 'non',
  };
}
