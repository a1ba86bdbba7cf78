// Joins the compliance report to a grant file: the order's as frozen, or the school's as it stands; a newer one replaces it.
import { createHash } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { findOrder } from 'db/orders';
import { readDocumentBytes } from 'db/records';
import { complianceReportModel, complianceReportTemplateVersion } from '~/documents/checks/compliance-report';
import { otherPiece } from '~/domain/grants/pieces';
import { RefusalPage } from '~/ui/refusal';
import { orderReportFacts, schoolReportFacts } from '../checks/report.server';
import { refused } from '../form.server';
import { type AskedBy, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { type ComposedFile, composeFile } from './composition.server';
import { joinPiece } from './piece-joining.server';
import { readPieces } from './pieces.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}/pieces`));

const label = 'Rapport de conformité';

/** The bytes of the report: the one issued with the purchase orders when there is one. */
async function reportOf({ db, user, today, platform }: AskedBy, { file, place }: ComposedFile) {
  const asked = { today, demonstration: platform.demonstration };
  const found = file.orderId === null ? undefined : findOrder(db, file.orderId, user.scope);
  const ordered = found && found.order.state !== 'draft' && found.order.reference !== null ? found : undefined;
  const issued = ordered?.order.reportDocumentId ?? null;
  if (issued !== null) return readDocumentBytes(db, issued);
  const facts = ordered
    ? orderReportFacts(db, ordered, asked)
    : schoolReportFacts(db, { school: place.school, communeName: place.organisation.name }, asked);
  return platform.documents.render({ kind: 'pdf', model: complianceReportModel(facts) });
}

export const action = writer('grant.write', async (sent) => {
  const { db, user, params, form, now, today, platform } = sent;
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const { file } = composed;
  const page = `/subventions/${file.id}/pieces#${otherPiece}`;
  const id = String(form.get('id') ?? '');
  if (!/^[0-9a-f-]{36}$/.test(id)) return refused(['Le formulaire est incomplet : rechargez la page des pièces.']);
  const bytes = await reportOf(sent, composed);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const content = { mediaType: 'application/pdf', bytes } as const;
  const pages = Number(
    new TextDecoder().decode(await platform.documents.render({ kind: 'joinablePages', file: content })),
  );
  const joined = write(db, (tx) => {
    const former = readPieces(tx, composed).others.filter((one) => one.label === label);
    if (former.some((one) => one.sha256 === sha256)) return false;
    const report = {
      ...content,
      id,
      piece: otherPiece,
      label,
      pages,
      fileName: `rapport-de-conformite-${file.schoolUai}.pdf`,
      templateVersion: complianceReportTemplateVersion,
    };
    return joinPiece(tx, file, report, former, 'grantFile.reportJoined', { userId: user.id, at: now, today });
  });
  return redirectSaying(
    page,
    joined ? 'Le rapport de conformité est joint au dossier.' : 'Le rapport joint dit déjà la même chose.',
  );
});

export default function ReportRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="Le rapport n’est pas joint" back={`/subventions/${id}/pieces`} backLabel="Revenir aux pièces" />
  );
}
