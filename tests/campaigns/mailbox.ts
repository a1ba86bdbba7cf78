// A real SMTP server in this process, and a reader of what it received.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

export interface Mailbox {
  readonly url: string;
  readonly received: readonly Received[];
  /** Refuses what is sent to an address from now on, with an SMTP code; undefined accepts it again. */
  refuse(address: string, code: number | undefined): void;
  stop(): Promise<void>;
}

function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(words, 'base64').toString() : decodedQuoted(words.replaceAll('_', ' ')),
    );
}

function decodedQuoted(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function readMessage(source: string): { headers: ReadonlyMap<string, string>; text: string } {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim())] as const;
    }),
  );
  const body = source.slice(end + 4);
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? decodedQuoted(body)
        : body;
  return { headers, text: text.replaceAll('\r\n', '\n').trim() };
}

/** Opens a mail server on a port of its own, or on the one given; it is closed when the test ends. */
export async function aMailbox(port = 0): Promise<Mailbox> {
  const received: Received[] = [];
  const refusals = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, answer) {
      const code = refusals.get(address);
      answer(code === undefined ? null : Object.assign(new Error('Boîte pleine'), { responseCode: code }));
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const message = readMessage(Buffer.concat(parts).toString('utf8'));
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), ...message });
        answer(null);
      });
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  let stopped = false;
  const stop = () =>
    new Promise<void>((resolve) => {
      if (stopped) return resolve();
      stopped = true;
      server.close(() => resolve());
    });
  onTestFinished(stop);
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuse: (address, code) => (code === undefined ? refusals.delete(address) : refusals.set(address, code)),
    stop,
  };
}
