// Reads the form of an invoice entered by hand: its amounts must add up, its file must open.
import { parseAmount } from '~/domain/shared/amount-text';
import { type Day, parseDay } from '~/domain/shared/day';
import { formatCents } from '~/domain/shared/format';
import { type Cents, cents } from '~/domain/shared/money';
import type { DocumentPool } from '~/platform/document-pool';
import { readReceived } from './pieces.server';

export interface ReadExpense {
  readonly id: string;
  readonly supplier: string;
  readonly number: string;
  readonly label: string;
  readonly invoicedOn: Day;
  readonly serviceDoneOn: Day | null;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  readonly eligibleNet: Cents;
  readonly eligibleGross: Cents;
}

/** The invoice and its file when one came, or what is wrong beside each field. */
export async function readExpense(form: FormData, today: Day, documents: DocumentPool) {
  const problems: Record<string, string> = {};
  const text = (name: string, most = 200) =>
    String(form.get(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most);
  const required = (name: string, sentence: string) => {
    const value = text(name);
    if (value === '') problems[name] = sentence;
    return value;
  };
  const amount = (name: string): Cents => {
    const value = parseAmount(text(name));
    if (value === undefined || value < 0) problems[name] = 'Écrivez un montant, comme 1 234,56.';
    return value ?? cents(0);
  };
  const past = (name: string) => {
    const value = parseDay(text(name));
    if (!value || value > today) problems[name] = 'Donnez un jour passé, ou aujourd’hui.';
    return value ?? today;
  };
  const id = text('id');
  if (!/^[0-9a-f-]{36}$/.test(id)) problems[''] = 'Rechargez la page et recommencez.';
  const expense: ReadExpense = {
    id,
    supplier: required('supplier', 'Indiquez le fournisseur.'),
    number: required('number', 'Indiquez le numéro de la facture.'),
    label: required('label', 'Dites ce qui a été acheté.'),
    invoicedOn: past('invoicedOn'),
    serviceDoneOn: text('serviceDoneOn') === '' ? null : past('serviceDoneOn'),
    net: amount('net'),
    vat: amount('vat'),
    gross: amount('gross'),
    eligibleNet: amount('eligibleNet'),
    eligibleGross: amount('eligibleGross'),
  };
  const sum = cents(expense.net + expense.vat);
  if (!problems['gross'] && !problems['net'] && !problems['vat'] && sum !== expense.gross) {
    problems['gross'] = `HT et TVA font ${formatCents(sum)}, et non ${formatCents(expense.gross)}.`;
  }
  if (!problems['eligibleNet'] && expense.eligibleNet > expense.net) {
    problems['eligibleNet'] = `La part aidée ne dépasse pas le HT de la facture, ${formatCents(expense.net)}.`;
  }
  if (!problems['eligibleGross'] && expense.eligibleGross > expense.gross) {
    problems['eligibleGross'] = `La part aidée ne dépasse pas le TTC de la facture, ${formatCents(expense.gross)}.`;
  }
  const file = form.get('file');
  const sent = file instanceof File && file.size > 0;
  const received = sent ? await readReceived(form, documents, [], `Facture ${expense.number}`) : null;
  if (received !== null && 'reasons' in received) problems['file'] = received.reasons.join(' ');
  if (Object.keys(problems).length > 0 || (received !== null && 'reasons' in received)) return { problems };
  return { expense, received };
}
