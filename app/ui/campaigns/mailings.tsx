// The messages of a campaign: each mailing with its text, what left, what waits and why.
import type { Instant } from '~/domain/shared/day';
import { formatCount, formatInstant } from '~/domain/shared/format';
import { Badge, type Tone } from '../parts';

export type MessageState = 'sent' | 'waiting' | 'refused' | 'withdrawn';

export const messageStateLabels: Readonly<Record<MessageState, string>> = {
  sent: 'envoyé',
  waiting: 'à envoyer',
  refused: 'refusé',
  withdrawn: 'retiré',
};
const tones: Readonly<Record<MessageState, Tone>> = {
  sent: 'good',
  waiting: 'warn',
  refused: 'bad',
  withdrawn: 'unknown',
};

export interface ShownMessage {
  readonly id: string;
  readonly communeName: string;
  readonly address: string;
  readonly state: MessageState;
  readonly attempts: number;
  readonly nextTryAt: Instant | null;
  readonly fault: string | null;
}

export interface ShownMailing {
  readonly id: string;
  readonly label: string;
  readonly writtenAt: Instant;
  /** The buyer who chose it; null for what the site wrote by itself. */
  readonly byName: string | null;
  readonly text: { readonly subject: string; readonly body: string } | null;
  readonly messages: readonly ShownMessage[];
}

/** Messages shown in full; the rest is counted. */
const shownMessages = 40;

function MessageTable({ messages }: { messages: readonly ShownMessage[] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">Adresse</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {messages.slice(0, shownMessages).map((message) => (
            <tr key={message.id}>
              <th scope="row">{message.communeName}</th>
              <td data-label="Adresse">{message.address}</td>
              <td data-label="État">
                <Badge tone={tones[message.state]}>{messageStateLabels[message.state]}</Badge>
                {message.fault && (
                  <>
                    {' '}
                    {message.fault}{' '}
                    <small>
                      {formatCount(message.attempts)} essai{message.attempts > 1 ? 's' : ''}
                      {message.nextTryAt
                        ? `, prochain le ${formatInstant(message.nextTryAt)}`
                        : ', plus aucun sans « Envoyer maintenant »'}
                    </small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function countText(messages: readonly ShownMessage[]): string {
  const states: readonly MessageState[] = ['sent', 'waiting', 'refused', 'withdrawn'];
  const parts = states.flatMap((state) => {
    const count = messages.filter((message) => message.state === state).length;
    if (count === 0) return [];
    const agreed = state === 'waiting' || count === 1 ? messageStateLabels[state] : `${messageStateLabels[state]}s`;
    return [`${formatCount(count)} ${agreed}`];
  });
  return parts.length === 0 ? 'aucune adresse à qui écrire' : parts.join(', ');
}

/** One mailing: what waits or was refused first, what was sent folded, and the text as written. */
export function MailingCard({ mailing }: { mailing: ShownMailing }) {
  const pending = mailing.messages.filter(({ state }) => state === 'waiting' || state === 'refused');
  const settled = mailing.messages.filter(({ state }) => state === 'sent' || state === 'withdrawn');
  return (
    <section className="card stack">
      <h3>
        {mailing.label}, le {formatInstant(mailing.writtenAt)}
      </h3>
      <p>
        {mailing.byName ? `Par ${mailing.byName}` : 'Écrit par le site, selon le rythme choisi'} :{' '}
        <strong>{countText(mailing.messages)}</strong>.
      </p>
      {pending.length > 0 && <MessageTable messages={pending} />}
      {pending.length > shownMessages && <p>Et {formatCount(pending.length - shownMessages)} autres.</p>}
      {settled.length > 0 && (
        <details>
          <summary>
            Envoyés ou retirés : {formatCount(settled.length)} message{settled.length > 1 ? 's' : ''}
          </summary>
          <MessageTable messages={settled} />
          {settled.length > shownMessages && (
            <p>
              Et aussi :{' '}
              {settled
                .slice(shownMessages)
                .map(({ communeName, address }) => `${communeName} (${address})`)
                .join(', ')}
              .
            </p>
          )}
        </details>
      )}
      {mailing.text && (
        <details>
          <summary>Lire le texte</summary>
          <p>
            <strong>{mailing.text.subject}</strong>
          </p>
          <p className="wrapped">{mailing.text.body}</p>
        </details>
      )}
    </section>
  );
}
