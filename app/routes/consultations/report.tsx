// Issues the analysis report of a consultation, as PDF and DOCX of the same content, stored once per version.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { award } from 'catalog/award';
import { write } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import { addAnalysisReport, listAnalysisReports } from 'db/offers';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { analysisReportModel, analysisReportTemplateVersion } from '~/documents/consultations/analysis-report';
import { reportRefusalSentence, reportRefusals } from '~/domain/consultations/analysis';
import { RefusalPage } from '~/ui/refusal';
import { renderBoth, storeBoth } from '../both-formats.server';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { analysesOf, conductOf } from './conduct.server';
import { reportSaid } from './report-facts.server';

export const loader = reader('consultation.read', ({ params }) => redirect(`/consultations/${params['id']}/analyse`));

export const action = writer('consultation.run', async ({ db, user, params, now, today, platform }) => {
  const conduct = conductOf(db, params['id'], now);
  const { prepared, published, opening, register } = conduct;
  const page = `/consultations/${prepared.consultation.id}/analyse`;
  if (!published || !opening) return refused(['Les plis ne sont pas ouverts.']);
  const analyses = analysesOf(db, conduct);
  const refusals = reportRefusals(published.content, analyses, true, register, award);
  if (refusals.length > 0) return refused(refusals.map(reportRefusalSentence));
  const syndicat = findSyndicat(db);
  const said = reportSaid(db, conduct, analyses, platform.demonstration);
  if (!said) return refused(['Les plis ne sont pas ouverts.']);
  const inputDigest = canonicalDigest(said);
  const last = listAnalysisReports(db, prepared.consultation.id)[0];
  if (last?.inputDigest === inputDigest)
    return redirectSaying(page, `La version ${last.version} du rapport dit déjà la même chose.`);
  const version = (last?.version ?? 0) + 1;
  const model = analysisReportModel({ ...said, version, issuedOn: today });
  const bytes = await renderBoth(platform, model);
  write(db, (tx) => {
    // Another request was faster: its report holds.
    if ((listAnalysisReports(tx, prepared.consultation.id)[0]?.version ?? 0) >= version) return;
    const consultationId = prepared.consultation.id;
    const stored = storeBoth(tx, bytes, {
      kind: 'analysisReport',
      number: `${published.content.reference}-RAO-v${version}`,
      issuerId: syndicat.id,
      communeId: null,
      title: `Rapport d’analyse des offres ${published.content.reference}, version ${version}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `rapport-analyse-${published.content.reference}-v${version}`,
      templateVersion: analysisReportTemplateVersion,
    });
    addAnalysisReport(tx, { consultationId, version, ...stored, inputDigest });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { version, inputDigest, ...stored };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.reportIssued', ...about, detail });
  });
  return redirectSaying(page, `La version ${version} du rapport est établie.`);
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="Le rapport n’est pas établi"
      back={`/consultations/${id}/analyse`}
      backLabel="Revenir à l’analyse"
    />
  );
}
