// Issues the application file as PDF: once per version, numbered, stored with its digest.
import { redirect } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { addGrantFileVersion, digestOf, listGrantFileVersions } from 'db/grants';
import { addDeed, addDocument } from 'db/records';
import { applicationFileModel, applicationFileTemplateVersion } from '~/documents/grants/application-file';
import { differenceText } from '~/domain/grants/plan-wording';
import { differencesOf } from '~/domain/grants/reconciliation';
import { refusalTexts } from '~/domain/grants/wording';
import { yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { applicationOf } from './application.server';
import { composeFile } from './composition.server';
import { grantTexts } from './texts.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}`));

export const action = writer('grant.write', async ({ db, user, params, now, today, platform }) => {
  const id = params['id'] ?? '';
  const composed = orNotFound(composeFile(db, id, user.scope, today));
  const { file, scheme, place, dossier } = composed;
  const reasons = [
    ...refusalTexts(dossier.eligibility, grantTexts.definitions),
    ...differencesOf(dossier).map(differenceText),
  ];
  if (reasons.length > 0) return refused(reasons);
  const facts = applicationOf(db, composed, today, platform.demonstration);
  const inputDigest = digestOf({ template: applicationFileTemplateVersion, facts });
  const latest = () => listGrantFileVersions(db, [id])[0];
  const version = (latest()?.version ?? 0) + 1;
  const issued = await issueOnce(db, {
    series: { issuerId: place.organisation.id, series: 'grantFile', year: yearOf(today) },
    numberText: (number) => `SUB-${yearOf(today)}-${String(number).padStart(5, '0')}`,
    already: () => {
      const last = latest();
      return last && (last.inputDigest === inputDigest || last.version >= version) ? last.version : undefined;
    },
    render: (reference) =>
      platform.documents.render({
        kind: 'pdf',
        model: applicationFileModel({ ...facts, reference, version, issuedOn: today }),
      }),
    store: (tx, number, bytes) => {
      const communeId = place.organisation.id;
      const documentId = addDocument(tx, {
        kind: 'grantFile',
        number,
        issuerId: communeId,
        communeId,
        supplierId: null,
        title: `Dossier ${scheme.shortName}, ${place.school.name}, version ${version}`,
        issuedOn: today,
        issuedAt: now,
        issuedBy: user.id,
        net: dossier.amounts.net.cost,
        vat: dossier.vat,
        gross: dossier.amounts.gross.cost,
        fileName: `dossier-${scheme.id}-${place.school.uai}-v${version}.pdf`,
        mediaType: 'application/pdf',
        templateVersion: applicationFileTemplateVersion,
        bytes,
      });
      addGrantFileVersion(tx, { grantFileId: id, version, documentId, inputDigest });
      const detail = { version, number, documentId, schemeId: file.schemeId };
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId,
        deed: 'grantFile.issued',
        subjectKind: 'grantFile',
        subjectId: id,
        detail,
      });
      return version;
    },
  });
  return redirectSaying(
    `/subventions/${id}`,
    issued === version
      ? `La version ${issued} du dossier est établie.`
      : `La version ${issued} dit déjà la même chose.`,
  );
});

export default function IssueRefused() {
  const answer = useActionData<typeof action>();
  const { id } = useParams();
  return (
    <RefusalPage
      title="Le PDF n’est pas établi"
      reasons={answer?.reasons ?? []}
      back={`/subventions/${id}`}
      backLabel="Revenir au dossier"
    />
  );
}
