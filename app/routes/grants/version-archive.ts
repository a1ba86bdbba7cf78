// Every document of a version with the files that were joined by then, in one ZIP with the list of their digests.
import { listPieceDocuments } from 'db/grant-pieces';
import { findGrantFile, listGrantFileVersions, listVersionDocuments } from 'db/grants';
import { readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', async ({ db, user, params, platform }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const version = orNotFound(
    listGrantFileVersions(db, [file.id]).find((one) => String(one.version) === params['version']),
  );
  const issued = listVersionDocuments(db, file.id, version.version);
  const joined = listPieceDocuments(db, file.id)
    .filter(({ addedAt, endedAt }) => addedAt <= version.issuedAt && (endedAt === null || endedAt > version.issuedAt))
    .reverse();
  const bytes = await platform.documents.render({
    kind: 'zip',
    day: version.issuedOn,
    files: [
      ...issued.map(({ id, fileName, mediaType }) => ({ fileName, mediaType, bytes: readDocumentBytes(db, id) })),
      ...joined.map(({ documentId, fileName, mediaType, piece }, index) => ({
        fileName: `piece-${String(index + 1).padStart(2, '0')}-${piece}-${fileName}`,
        mediaType,
        bytes: readDocumentBytes(db, documentId),
      })),
    ],
  });
  return answerFile({ fileName: `${version.number}-v${version.version}.zip`, mediaType: 'application/zip', bytes });
});
