// The compliance report of a school, with what is known of it today.
import { findSchool } from 'db/organisations';
import { complianceReportModel } from '~/documents/checks/compliance-report';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';
import { schoolReportFacts } from './report.server';

export const loader = reader('school.read', async ({ db, user, params, today, platform }) => {
  const found = orNotFound(findSchool(db, params['uai'] ?? '', user.scope));
  const facts = schoolReportFacts(db, found, { today, demonstration: platform.demonstration });
  return answerFile({
    fileName: `rapport-de-conformite-${found.school.uai}-${today}.pdf`,
    mediaType: 'application/pdf',
    bytes: await platform.documents.render({ kind: 'pdf', model: complianceReportModel(facts) }),
  });
});
