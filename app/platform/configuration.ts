// Reads the environment once, at start, and says in French what is wrong with it.
import { resolve } from 'node:path';
import type { MailSettings } from './mail';

export interface Configuration {
  readonly port: number;
  /** Folder of the database, documents included. */
  readonly folder: string;
  /** Address people type; the only origin that forms are accepted from. */
  readonly publicUrl: URL;
  readonly secureCookies: boolean;
  /** Whether an empty database receives the demonstration data. */
  readonly demonstration: boolean;
  /** Days by which the demonstration's clock is ahead, to show what happens after a deadline. */
  readonly daysAhead: number;
  /** Null when no mail server is set. */
  readonly mail: MailSettings | null;
}

/** Days ahead, for the demonstration alone: a real site runs at the real time. */
function readDaysAhead(text: string | undefined, demonstration: boolean): number {
  if (text === undefined || text === '') return 0;
  if (!/^\d{1,4}$/.test(text))
    throw new Error(`PREAU_AVANCE_JOURS doit être un nombre entier de jours, de 0 à 9999 (reçu : « ${text} »).`);
  if (!demonstration) throw new Error('PREAU_AVANCE_JOURS doit être absent hors démonstration.');
  return Number(text);
}

/** The mail server and the sender, both or neither. A wrong address is never repeated: it may hold a password. */
function readMail(url: string | undefined, from: string | undefined): MailSettings | null {
  if (!url && !from) return null;
  if (!url) throw new Error('PREAU_SMTP_FROM est donné sans PREAU_SMTP : donnez les deux, ou aucun.');
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new Error('PREAU_SMTP doit être une adresse smtp:// ou smtps://, comme smtp://utilisateur:secret@hote:587.');
  }
  if (!from || !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)) {
    throw new Error('PREAU_SMTP_FROM doit être l’adresse qui envoie, comme recensement@syndicat.fr.');
  }
  return { url, from };
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
  const demonstration = environment['PREAU_DEMONSTRATION'] !== 'non';
  return {
    port,
    folder: resolve(environment['PREAU_DATA'] ?? 'data'),
    publicUrl,
    secureCookies: publicUrl.protocol === 'https:',
    demonstration,
    mail: readMail(environment['PREAU_SMTP'], environment['PREAU_SMTP_FROM']),
    daysAhead: readDaysAhead(environment['PREAU_AVANCE_JOURS'], demonstration),
  };
}
