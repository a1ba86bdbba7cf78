// Brings together what a market file is made from: the consultation, its frozen needs, the catalogue, the texts.
import { clauses } from 'catalog/clauses';
import { attributes } from 'catalog/products/attributes';
import { categories } from 'catalog/products/categories';
import { execution, thresholds } from 'catalog/thresholds';
import { listReferenceFacts } from 'db/campaign-references';
import { listClauseWordings } from 'db/clause-wordings';
import type { Reads } from 'db/client';
import { canonicalDigest, findConsolidationById, type StoredConsolidation } from 'db/consolidation';
import { findConsultation, nextFileVersion, type StoredConsultation } from 'db/consultations';
import { listWrittenRequirements } from 'db/line-requirements';
import { findSyndicat } from 'db/organisations';
import type { NeedQuantities } from '~/documents/consultations/statements';
import type { DceLot, DceSubject } from '~/documents/consultations/subject';
import { wordedSet } from '~/domain/consultations/clause-wordings';
import { procedureQuestion } from '~/domain/consultations/consultation';
import { functionalDesignation } from '~/domain/consultations/designation';
import { type FileRefusal, fileRefusals } from '~/domain/consultations/file-refusals';
import { ruleRequirements } from '~/domain/consultations/line-requirements';
import { chooseProcedure, type ProcedureAdvice, type ProcedureOutcome } from '~/domain/consultations/procedure';
import { requirementsOf, tellingWords } from '~/domain/consultations/requirements';
import { letterhead } from '~/domain/organisations/letterhead';
import type { Day } from '~/domain/shared/day';
import { rulesInForce } from '../checks/rules-in-force.server';
import { orNotFound } from '../guard.server';

export interface Prepared {
  readonly consultation: StoredConsultation;
  readonly consolidation: StoredConsolidation;
  readonly outcome: ProcedureOutcome;
  readonly refusals: readonly FileRefusal[];
}

/** A consultation with its frozen needs, the procedure its choices require, and what stands against its file. */
export function preparedConsultation(db: Reads, id: string | undefined): Prepared {
  const consultation = orNotFound(findConsultation(db, id ?? ''));
  const consolidation = orNotFound(findConsolidationById(db, consultation.consolidationId));
  const { choices, launchOn: launchDay, reference, object } = consultation;
  const outcome = chooseProcedure(procedureQuestion(choices, launchDay), thresholds);
  const { lots } = consolidation.needs.consolidation;
  const refusals = fileRefusals({ reference, object, launchDay, choices, lots, outcome });
  return { consultation, consolidation, outcome, refusals };
}

/** Quantities by line as the communes asked for them: summed from the members' shares, not read from the lines. */
export function needQuantities({ needs }: StoredConsolidation): NeedQuantities {
  const lines = needs.consolidation.lots.flatMap((lot) => lot.lines);
  return new Map(lines.map((line) => [line.number, line.shares.reduce((sum, share) => sum + share.quantity, 0)]));
}

/** The lots with their lines as the pieces say them: designation without brand, requirements drawn or written. */
export function dceLots(db: Reads, { consultation, consolidation }: Prepared): DceLot[] {
  const written = listWrittenRequirements(db, consultation.id);
  const lots = consolidation.needs.consolidation.lots;
  const ids = lots.flatMap((lot) => lot.lines).flatMap((line) => line.productId ?? []);
  const facts = new Map(listReferenceFacts(db, ids).map((fact) => [fact.id, fact]));
  const labels: Readonly<Record<string, { readonly label: string }>> = categories;
  return consultation.choices.lots.map((lot) => ({
    ...lot,
    lines: (lots.find((one) => one.number === lot.number)?.lines ?? []).map((line) => {
      const fact = line.productId === null ? undefined : facts.get(line.productId);
      const categoryLabel = labels[line.category]?.label ?? line.category;
      const named = {
        label: line.label,
        categoryLabel,
        brand: fact?.brand ?? null,
        model: fact?.model ?? null,
        telling: tellingWords(fact?.attributes ?? {}),
      };
      const { number, category, unit, quantity } = line;
      const asked = line.made?.requirement ?? null;
      const drawn = [
        ...(asked === null ? [] : [{ label: 'Besoin à satisfaire', value: asked }]),
        ...(fact ? requirementsOf(fact.attributes, attributes) : []),
      ];
      const requirements = written.get(number)?.requirements ?? drawn;
      return {
        number,
        category,
        categoryLabel,
        designation: functionalDesignation(named),
        unit,
        quantity,
        requirements,
      };
    }),
  }));
}

/** What the rules switched on ask of each category, as of the launch, or of today when that is past. */
function categoryRules(db: Reads, { needs }: StoredConsolidation, launchOn: Day, today: Day) {
  const rules = rulesInForce(db, launchOn > today ? launchOn : today);
  const lines = needs.consolidation.lots.flatMap((lot) => lot.lines);
  return Object.fromEntries(
    [...new Set(lines.map(({ category }) => category))].map((category) => [
      category,
      ruleRequirements(rules, category),
    ]),
  );
}

/** What the file is made from on a day, as its next version. */
export function dceSubject(
  db: Reads,
  prepared: Prepared,
  advice: ProcedureAdvice,
  today: Day,
  demonstration: boolean,
): DceSubject {
  const { consultation, consolidation } = prepared;
  const wordings = listClauseWordings(db, consultation.id);
  return {
    reference: consultation.reference,
    object: consultation.object,
    version: nextFileVersion(db, consultation.id),
    preparedOn: today,
    launchDay: consultation.launchOn,
    issuer: letterhead(findSyndicat(db)),
    ...(demonstration ? { mention: 'Démonstration : prix, fournisseurs et syndicat fictifs' } : {}),
    choices: consultation.choices,
    advice,
    lots: dceLots(db, prepared),
    categoryRules: categoryRules(db, consolidation, consultation.launchOn, today),
    buyers: consolidation.needs.buyers.map(({ name, siren, siret }) => ({ name, siren, siret })),
    clauses: wordedSet(clauses, wordings),
    ...(wordings.length > 0 ? { wordings } : {}),
    thresholds,
    execution,
  };
}

/** Digest of all that a file depends on but its version and its day: tells whether a stored file is out of date. */
export function subjectDigest(subject: DceSubject): string {
  const { version: _version, preparedOn: _preparedOn, ...rest } = subject;
  return canonicalDigest(rest);
}
