// The notification of a contract: when the holder received it, and every reason why it may not be recorded yet.
import { addDays, type Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';

export interface NotificationQuestion {
  readonly signedOn: Day;
  readonly legalityControl: boolean;
  readonly prefectReceiptOn: Day | null;
  readonly sentOn: Day;
  /** First reading by the holder, when known. */
  readonly readOn: Day | null;
  readonly today: Day;
  /** Days after which a document left on the profile is taken as read. */
  readonly deemedAfter: number;
}

export type NotificationRefusal =
  | { readonly kind: 'prefect' }
  | { readonly kind: 'beforeReceipt'; readonly sentOn: Day; readonly receiptOn: Day }
  | { readonly kind: 'beforeSignature'; readonly sentOn: Day; readonly signedOn: Day }
  | { readonly kind: 'readBeforeSent'; readonly readOn: Day; readonly sentOn: Day }
  | { readonly kind: 'notYetReceived'; readonly receivedOn: Day };

/** Day of receipt: the first reading, or the end of the days after which it is taken as read (CCAG-FCS 3.1.2). */
export function receiptDay({
  sentOn,
  readOn,
  deemedAfter,
}: Pick<NotificationQuestion, 'sentOn' | 'readOn' | 'deemedAfter'>): Day {
  const deemed = addDays(sentOn, deemedAfter);
  return readOn !== null && readOn < deemed ? readOn : deemed;
}

/** Every reason against recording the notification; empty when it may be. */
export function notificationRefusals(question: NotificationQuestion): readonly NotificationRefusal[] {
  const { signedOn, legalityControl, prefectReceiptOn, sentOn, readOn, today } = question;
  const refusals: NotificationRefusal[] = [];
  if (legalityControl && prefectReceiptOn === null) refusals.push({ kind: 'prefect' });
  if (legalityControl && prefectReceiptOn !== null && sentOn < prefectReceiptOn)
    refusals.push({ kind: 'beforeReceipt', sentOn, receiptOn: prefectReceiptOn });
  if (sentOn < signedOn) refusals.push({ kind: 'beforeSignature', sentOn, signedOn });
  if (readOn !== null && readOn < sentOn) refusals.push({ kind: 'readBeforeSent', readOn, sentOn });
  const receivedOn = receiptDay(question);
  if (receivedOn > today) refusals.push({ kind: 'notYetReceived', receivedOn });
  return refusals;
}

/** The French sentence of a refusal to notify. */
export function notificationRefusalSentence(refusal: NotificationRefusal): string {
  switch (refusal.kind) {
    case 'prefect':
      return 'Le marché n’a pas d’accusé de réception de la préfecture\u202f: il n’est pas exécutoire (CGCT L2131-1 et D2131-5-1).';
    case 'beforeReceipt':
      return `L’envoi (${formatDay(refusal.sentOn)}) précède l’accusé de réception de la préfecture (${formatDay(refusal.receiptOn)}).`;
    case 'beforeSignature':
      return `L’envoi (${formatDay(refusal.sentOn)}) précède la signature (${formatDay(refusal.signedOn)}).`;
    case 'readBeforeSent':
      return `La lecture (${formatDay(refusal.readOn)}) précède l’envoi (${formatDay(refusal.sentOn)}).`;
    case 'notYetReceived':
      return `La réception n’a pas encore eu lieu\u202f: sans lecture, le document est réputé reçu le ${formatDay(refusal.receivedOn)} (CCAG-FCS 3.1.2).`;
  }
}
