// Sends one message by SMTP, and says in French why it was refused.
import { createTransport } from 'nodemailer';

export interface MailSettings {
  /** smtp:// or smtps://, with user and password when the server asks for them. */
  readonly url: string;
  readonly from: string;
}

export interface LeavingMessage {
  /** Makes the Message-ID: a message sent twice is recognised by who receives it. */
  readonly id: string;
  readonly address: string;
  readonly recipientName: string;
  readonly subject: string;
  readonly body: string;
}

/** Why a message did not leave: 'server' when no message would, 'message' when only this one is concerned. */
export interface MailFault {
  readonly of: 'server' | 'message';
  /** Whether trying again later may succeed without anyone's help. */
  readonly passing: boolean;
  readonly sentence: string;
}

export interface Mail {
  /** The fault, or nothing when the server accepted the message. */
  send(message: LeavingMessage): Promise<MailFault | undefined>;
  close(): void;
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const answered = ({ response }: SmtpError) => (response ? ` Réponse du serveur : ${response.slice(0, 300)}` : '');

/** What went wrong, from the error of the SMTP library. */
export function faultOf(error: SmtpError): MailFault {
  const { code = '', responseCode } = error;
  if (code === 'EAUTH') {
    const sentence = `Le serveur de courriel refuse l’identifiant ou le mot de passe de PREAU_SMTP.${answered(error)}`;
    return { of: 'server', passing: true, sentence };
  }
  if (responseCode !== undefined && responseCode >= 500) {
    return { of: 'message', passing: false, sentence: `Le serveur de courriel refuse ce message.${answered(error)}` };
  }
  if (responseCode !== undefined) {
    const sentence = `Le serveur de courriel refuse ce message pour le moment.${answered(error)}`;
    return { of: 'message', passing: true, sentence };
  }
  if (code === 'EENVELOPE') {
    return { of: 'message', passing: false, sentence: 'L’adresse du destinataire n’est pas une adresse de courriel.' };
  }
  const sentence = `Le serveur de courriel de PREAU_SMTP ne répond pas (${code || 'connexion impossible'}).`;
  return { of: 'server', passing: true, sentence };
}

const waitMilliseconds = 15_000;

/** A connection to the SMTP server of the settings, kept open from one message to the next. */
export function openMail({ url, from }: MailSettings): Mail {
  const timeouts = {
    connectionTimeout: waitMilliseconds,
    greetingTimeout: waitMilliseconds,
    socketTimeout: waitMilliseconds,
  };
  // A server that is gone is known at once: trying again is the outbox's to decide.
  const transport = createTransport({ url, pool: true, maxConnections: 2, maxRequeues: 0, ...timeouts });
  const host = /@([^@\s>]+)>?$/.exec(from)?.[1] ?? 'preau.invalid';
  return {
    send: async ({ id, address, recipientName, subject, body }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: recipientName, address },
          subject,
          text: body,
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return undefined;
      } catch (error) {
        return faultOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}
