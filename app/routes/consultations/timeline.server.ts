// Brings together the dates that a person may see: procedures for the syndicat, its own campaigns and grants for a commune.
import { award } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import type { Db } from 'db/client';
import { findConsultation } from 'db/consultations';
import {
  listAccordCadreDates,
  listCampaignDates,
  listConsultationDates,
  listContractActs,
  listDutiesDone,
} from 'db/timeline';
import { isAllowed, type SignedIn } from '~/domain/accounts/permissions';
import { procedureQuestion } from '~/domain/consultations/consultation';
import { chooseProcedure, type Procedure } from '~/domain/consultations/procedure';
import { timeline } from '~/domain/consultations/timeline';
import { type TimelineLine, timelineLines } from '~/domain/consultations/timeline-entries';
import type { Day } from '~/domain/shared/day';
import { grantEntries } from '../grants/dates.server';

/** The procedure that the choices lead to, for a consultation that is not published. */
function plannedProcedure(db: Db, id: string): Procedure | null {
  const consultation = findConsultation(db, id);
  if (!consultation) return null;
  const outcome = chooseProcedure(procedureQuestion(consultation.choices, consultation.launchOn), thresholds);
  return outcome.kind === 'refused' ? null : outcome.advice.procedure;
}

/** Every date that the person may see, with its state on a day, earliest first. */
export function timelineOf(db: Db, user: SignedIn, today: Day): readonly TimelineLine[] {
  const may = (permission: Parameters<typeof isAllowed>[1]) => isAllowed(user.roles, permission);
  // A commune has no part in the conduct of a procedure: consultations stay with those who read them.
  const reads = user.scope.kind === 'syndicat' && may('consultation.read');
  const contracts = reads ? listContractActs(db) : [];
  const opened = contracts.map(({ accordCadreId }) => accordCadreId);
  const procedures = timeline(
    {
      campaigns: may('campaign.read') ? listCampaignDates(db, user.scope, today) : [],
      consultations: reads ? listConsultationDates(db, (id) => plannedProcedure(db, id)) : [],
      contracts: contracts.filter(({ endsOn }) => endsOn === null || endsOn >= today),
      accordsCadres: reads ? listAccordCadreDates(db, today, opened) : [],
      done: listDutiesDone(db),
      thresholds,
      award,
    },
    today,
  );
  return timelineLines([...procedures, ...(may('grant.read') ? grantEntries(db, user.scope, today) : [])], today);
}

/** The lines that an address asks for, by consultation and kind. */
export function filteredLines(lines: readonly TimelineLine[], search: URLSearchParams): readonly TimelineLine[] {
  const [consultation, kind] = [search.get('consultation') ?? '', search.get('nature') ?? ''];
  return lines.filter(
    (line) => (consultation === '' || line.consultationId === consultation) && (kind === '' || line.kind === kind),
  );
}
