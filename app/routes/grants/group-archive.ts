// A version of a grouped file with the documents of each of its files as they were issued by then, in one ZIP.
import { findGrantGroup, listGroupFileIds, listGroupVersions } from 'db/grant-groups';
import { listGrantFileVersions, listVersionDocuments } from 'db/grants';
import { findDocument, readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', async ({ db, user, params, platform }) => {
  const group = orNotFound(findGrantGroup(db, params['group'] ?? '', user.scope));
  const version = orNotFound(listGroupVersions(db, group.id).find((one) => String(one.version) === params['version']));
  const own = [version.pdfId, version.costingId].map((id) => orNotFound(findDocument(db, id, user.scope)));
  const ids = listGroupFileIds(db, group.id);
  const parts = ids.flatMap((fileId, index) => {
    const latest = listGrantFileVersions(db, [fileId]).find(({ issuedAt }) => issuedAt <= version.issuedAt);
    return (latest ? listVersionDocuments(db, fileId, latest.version) : []).map((document) => ({
      ...document,
      fileName: `ecole-${String(index + 1).padStart(2, '0')}-${document.fileName}`,
    }));
  });
  const bytes = await platform.documents.render({
    kind: 'zip',
    day: version.issuedOn,
    files: [...own, ...parts].map(({ id, fileName, mediaType }) => ({
      fileName,
      mediaType,
      bytes: readDocumentBytes(db, id),
    })),
  });
  return answerFile({ fileName: `${version.number}.zip`, mediaType: 'application/zip', bytes });
});
