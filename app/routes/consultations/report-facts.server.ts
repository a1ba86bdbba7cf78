// What the analysis report of a consultation says now, and the digest that tells whether an issued one is out of date.
import { award } from 'catalog/award';
import type { Reads } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import { listConsultationChecks } from 'db/consultation-checks';
import { listAnalysisReports } from 'db/offers';
import { findSyndicat } from 'db/organisations';
import type { AnalysisReportFacts } from '~/documents/consultations/analysis-report';
import type { LotAnalysis } from '~/domain/consultations/analysis';
import { candidacyStepLabels, candidacyStepSentences, examined } from '~/domain/consultations/candidacies';
import { priceWeightOf, sensitivityTexts } from '~/domain/consultations/sensitivity-text';
import { identifierLine } from '~/domain/organisations/letterhead';
import { dayInParis } from '~/domain/shared/day';
import { type Conduct, communeValues } from './conduct.server';

type Said = Omit<AnalysisReportFacts, 'version' | 'issuedOn'>;

/** Who issues the documents of a consultation, and the mention that a demonstration puts on each page. */
export function issuerOf(db: Reads, demonstration: boolean): Pick<Said, 'issuer' | 'mention'> {
  const syndicat = findSyndicat(db);
  return {
    issuer: {
      name: syndicat.name,
      lines: [identifierLine(syndicat)],
    },
    ...(demonstration ? { mention: 'Démonstration : candidats et prix fictifs' } : {}),
  };
}

/** What the report would say now; undefined before the opening. */
export function reportSaid(
  db: Reads,
  conduct: Conduct,
  analyses: readonly LotAnalysis[],
  demonstration: boolean,
): Said | undefined {
  const { published, opening, register } = conduct;
  if (!published || !opening) return undefined;
  const weight = priceWeightOf(published.content.criteria);
  return {
    ...issuerOf(db, demonstration),
    publication: published,
    checks: listConsultationChecks(db, conduct.prepared.consultation.id, published.version)
      .filter(({ answer }) => answer !== 'notApplicable')
      .map(({ answer, ruleId, ruleVersion, sentence, citation }) => ({
        answer,
        said: `${sentence} ${citation}, règle ${ruleId}, version ${ruleVersion}.`,
      })),
    present: opening.present,
    openedAt: opening.at,
    register: register.map(({ candidate, siret, day, time, lots, standing }) => ({
      candidate,
      siret,
      day,
      time,
      lots,
      standing,
    })),
    candidacies: examined(register).map(({ candidate, candidacy: { state, steps } }) => ({
      candidate,
      state,
      steps: steps.map((step) => ({
        kind: candidacyStepLabels[step.kind],
        at: step.at,
        by: step.by,
        said: candidacyStepSentences(step, award).join(' '),
      })),
    })),
    lots: analyses.map((analysis) => {
      const nameOf = (id: string) => analysis.ranking.find(({ offerId }) => offerId === id)?.candidate ?? id;
      const [first] = analysis.ranking;
      return {
        analysis,
        sensitivity: sensitivityTexts(analysis.winners, weight, nameOf),
        communes: first ? communeValues(conduct, analysis, first.offerId) : [],
      };
    }),
  };
}

/** The last report issued, its day, and whether it still says what the analysis says. */
export function lastReport(db: Reads, conduct: Conduct, analyses: readonly LotAnalysis[], demonstration: boolean) {
  const [last] = listAnalysisReports(db, conduct.prepared.consultation.id);
  const said = reportSaid(db, conduct, analyses, demonstration);
  if (!last || !said) return undefined;
  return {
    version: last.version,
    on: dayInParis(last.issuedAt),
    current: canonicalDigest(said) === last.inputDigest,
  };
}
