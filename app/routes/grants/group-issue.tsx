// Issues a grouped grant file: one PDF and one workbook, numbered and stored, once per state of its files.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { addGroupVersion, listGroupVersions } from 'db/grant-groups';
import { digestOf } from 'db/grants';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { groupCostingWorkbook, groupFileModel, groupFileTemplateVersion } from '~/documents/grants/group-file';
import { xlsxType } from '~/documents/grants/parts';
import { groupFaultText } from '~/domain/grants/group';
import { yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { composeGroup, groupFactsOf } from './groups.server';

export const loader = reader('grant.group', ({ params }) => redirect(`/subventions/groupes/${params['group']}`));

export const action = writer('grant.group', async ({ db, user, params, now, today, platform }) => {
  const whole = orNotFound(composeGroup(db, params['group'] ?? '', user.scope, today));
  const { group, summary } = whole;
  if (summary.faults.length > 0) return refused(summary.faults.map(groupFaultText));
  const facts = groupFactsOf(db, whole, today, platform.demonstration);
  const inputDigest = digestOf({ template: groupFileTemplateVersion, facts });
  const latest = () => listGroupVersions(db, group.id)[0];
  const version = (latest()?.version ?? 0) + 1;
  const issuerId = group.communeId ?? findSyndicat(db).id;
  let costing = new Uint8Array();
  const issued = await issueOnce(db, {
    series: { issuerId, series: 'grantGroup', year: yearOf(today) },
    numberText: (number) => `GRP-${yearOf(today)}-${String(number).padStart(5, '0')}`,
    already: () => {
      const last = latest();
      return last && (last.inputDigest === inputDigest || last.version >= version) ? last.version : undefined;
    },
    render: async (reference) => {
      const named = { reference, version, issuedOn: today };
      const said = { ...facts, ...named, files: facts.files.map((file) => ({ ...file, ...named })) };
      const [pdf, workbook] = await Promise.all([
        platform.documents.render({ kind: 'pdf', model: groupFileModel(said) }),
        platform.documents.render({ kind: 'xlsx', workbook: groupCostingWorkbook(said) }),
      ]);
      costing = new Uint8Array(workbook);
      return pdf;
    },
    store: (tx, number, bytes) => {
      const { net, vat, gross } = summary.total;
      const add = (suffix: string, fileName: string, mediaType: string, own: Uint8Array) =>
        addDocument(tx, {
          kind: 'grantGroup',
          number: `${number}${suffix}`,
          issuerId,
          communeId: group.communeId,
          title: `${group.title}, version ${version}`,
          issuedOn: today,
          issuedAt: now,
          issuedBy: user.id,
          net,
          vat,
          gross,
          fileName,
          mediaType,
          templateVersion: groupFileTemplateVersion,
          bytes: own,
        });
      const pdfId = add('', `${number}-dossier-groupe.pdf`, 'application/pdf', bytes);
      const costingId = add('-2', `${number}-chiffrage-groupe.xlsx`, xlsxType, costing);
      addGroupVersion(tx, { groupId: group.id, version, pdfId, costingId, inputDigest });
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId: group.communeId,
        deed: 'grantGroup.issued',
        subjectKind: 'grantGroup',
        subjectId: group.id,
        detail: { version, number, pdfId, costingId },
      });
      return version;
    },
  });
  return redirectSaying(
    `/subventions/groupes/${group.id}`,
    issued === version ? `La version ${issued} est établie.` : `La version ${issued} dit déjà la même chose.`,
  );
});

export default function GroupIssueRefused() {
  const { group } = useParams();
  return (
    <RefusalPage
      title="Le dossier groupé n’est pas établi"
      back={`/subventions/groupes/${group}`}
      backLabel="Revenir au dossier groupé"
    />
  );
}
