// The reservations over orders: which are kept by the filters of the address, and what each row says.
import type { Reads } from 'db/client';
import { listClosures, listReplies, listReservations, namesOfSubjects } from 'db/orders';
import { complianceReportOf, type ReportEntry } from '~/domain/checks/report';
import type { CheckResult } from '~/domain/checks/results';
import { type OrderState, orderStateLabels } from '~/domain/orders/order-states';
import { type Day, dayInParis, daysBetween } from '~/domain/shared/day';

/** Orders whose reservations are looked at. */
export const stateChoices = {
  open: { label: 'Commandes en cours', states: ['submitted', 'approved', 'accepted', 'issued', 'returned'] },
  delivered: { label: 'Commandes livrées', states: ['delivered'] },
  all: {
    label: 'Toutes les commandes',
    states: ['submitted', 'approved', 'accepted', 'issued', 'returned', 'delivered'],
  },
} as const satisfies Readonly<Record<string, { label: string; states: readonly OrderState[] }>>;

export const replyChoices = {
  open: 'Ouvertes',
  unanswered: 'Ouvertes, sans réponse',
  answered: 'Ouvertes, avec réponse',
  closed: 'Levées',
} as const;

export const holderLabels: Readonly<Record<ReportEntry['evidence']['from'], string>> = {
  supplier: 'Fournisseur',
  secretary: 'Commune',
  school: 'École',
  syndicat: 'Syndicat',
};

const keyIn = <K extends string>(table: Readonly<Record<K, unknown>>, text: string | null, fallback: K): K =>
  Object.keys(table).find((key): key is K => key === text) ?? fallback;

/** The filters of an address. */
export function readReservationFilters({ searchParams }: URL) {
  const holder = searchParams.get('aupres') ?? '';
  return {
    orders: keyIn<keyof typeof stateChoices>(stateChoices, searchParams.get('commandes'), 'open'),
    reply: keyIn<keyof typeof replyChoices>(replyChoices, searchParams.get('etat'), 'open'),
    communeId: searchParams.get('commune') || undefined,
    ruleId: searchParams.get('regle') || undefined,
    holder: Object.keys(holderLabels).find((key) => key === holder),
  };
}

export type ReservationFilters = ReturnType<typeof readReservationFilters>;

function keeps({ reply, holder }: ReservationFilters, entry: ReportEntry): boolean {
  if (holder !== undefined && entry.evidence.from !== holder) return false;
  const answered = entry.replies.length > 0;
  switch (reply) {
    case 'open':
      return entry.closed === undefined;
    case 'unanswered':
      return entry.closed === undefined && !answered;
    case 'answered':
      return entry.closed === undefined && answered;
    case 'closed':
      return entry.closed !== undefined;
  }
}

/** One row per order, rule and sentence, the oldest order first. */
export function reservationRows(db: Reads, filters: ReservationFilters, today: Day) {
  const { states } = stateChoices[filters.orders];
  const found = listReservations(db, { states, communeId: filters.communeId, ruleId: filters.ruleId });
  const byOrder = new Map<string, { first: (typeof found)[number]; results: CheckResult[] }>();
  for (const row of found) {
    const known = byOrder.get(row.orderId);
    if (known) known.results.push(row.result);
    else byOrder.set(row.orderId, { first: row, results: [row.result] });
  }
  return [...byOrder.values()].flatMap(({ first, results }) => {
    const said = { replies: listReplies(db, first.orderId), closures: listClosures(db, first.orderId) };
    const submittedOn = first.submittedAt === null ? today : dayInParis(first.submittedAt);
    return complianceReportOf(results, said, namesOfSubjects(db, first.orderId))
      .reserved.filter((entry) => keeps(filters, entry))
      .map((entry) => ({
        orderId: first.orderId,
        reference: first.reference ?? '',
        state: orderStateLabels[first.state],
        communeName: first.communeName,
        submittedOn,
        age: daysBetween(submittedOn, today),
        holder: holderLabels[entry.evidence.from],
        entry,
      }));
  });
}

export type ReservationRow = ReturnType<typeof reservationRows>[number];
