// Brings together the dates that a person may see: procedures for the syndicat, its own campaigns and grants for a commune.
import { award } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import type { Db } from 'db/client';
import { findConsultation } from 'db/consultations';
import { listAwardTerms } from 'db/grant-awards';
import { listStepsOfFiles } from 'db/grant-file-steps';
import { findGrantFile, findGrantSchool, listGrantFiles } from 'db/grants';
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
import { type TimelineEntry, type TimelineLine, timelineLines } from '~/domain/consultations/timeline-entries';
import { awardDateLabels, awardDatesOf } from '~/domain/grants/award-dates';
import { takesRequests } from '~/domain/grants/eligibility';
import { currentState } from '~/domain/grants/file-steps';
import { type Day, parseDay } from '~/domain/shared/day';
import { findScheme, schemeIn } from '../grants/schemes.server';

/** The procedure that the choices lead to, for a consultation that is not published. */
function plannedProcedure(db: Db, id: string): Procedure | null {
  const consultation = findConsultation(db, id);
  if (!consultation) return null;
  const outcome = chooseProcedure(procedureQuestion(consultation.choices, consultation.launchOn), thresholds);
  return outcome.kind === 'refused' ? null : outcome.advice.procedure;
}

/** Dates of the grant files that the person may see: the deposit while a call is open, then what the award asks. */
function grantEntries(db: Db, { scope }: SignedIn, today: Day): readonly TimelineEntry[] {
  const files = listGrantFiles(db, scope);
  const ids = files.map(({ id }) => id);
  const [stepsOf, termsOf] = [listStepsOfFiles(db, ids), listAwardTerms(db, ids)];
  return files.flatMap(({ id, schoolName, communeName }): TimelineEntry[] => {
    const file = findGrantFile(db, id, scope);
    const published = file && findScheme(db, file.schemeId, file.schemeVersion);
    const place = file && findGrantSchool(db, file.schoolUai, scope);
    if (!published || !place) return [];
    const { scheme } = schemeIn(db, published, place.commune.departmentCode, today);
    const steps = stepsOf.get(id) ?? [];
    const state = currentState(steps);
    const known = {
      kind: 'grant' as const,
      subject: `${scheme.shortName}, ${schoolName}${scope.kind === 'syndicat' ? ` (${communeName})` : ''}`,
      consultationId: null,
      owner: 'commune' as const,
      nature: 'duty' as const,
      recordableFrom: null,
    };
    const { closesOn, confidence } = scheme.period;
    const closing = closesOn === null ? undefined : parseDay(closesOn);
    if (state === 'prepared')
      return closing === undefined || !takesRequests(scheme, today)
        ? []
        : [
            {
              ...known,
              id: `grant-deposit-${id}`,
              on: closing,
              label: 'Déposer le dossier au plus tard',
              article: scheme.name,
              confidence,
              to: `/subventions/${id}`,
              doneOn: null,
            },
          ];
    if (state === 'refused' || state === 'paid' || state === 'lapsed') return [];
    return awardDatesOf(scheme, termsOf.get(id), steps).map((date) => ({
      ...known,
      id: `${id}-${date.kind}`,
      on: date.on,
      label: awardDateLabels[date.kind],
      article: date.origin === 'decision' ? 'Décision d’attribution' : scheme.name,
      confidence: date.confidence,
      to: `/subventions/${id}/depenses`,
      doneOn: date.doneOn,
    }));
  });
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
  return timelineLines([...procedures, ...(may('grant.read') ? grantEntries(db, user, today) : [])], today);
}

/** The lines that an address asks for, by consultation and kind. */
export function filteredLines(lines: readonly TimelineLine[], search: URLSearchParams): readonly TimelineLine[] {
  const [consultation, kind] = [search.get('consultation') ?? '', search.get('nature') ?? ''];
  return lines.filter(
    (line) => (consultation === '' || line.consultationId === consultation) && (kind === '' || line.kind === kind),
  );
}
