// Issues a version of an application file: its PDF with what was joined, and every other document, all or none.
import type { Tx } from 'db/client';
import { addGrantFileVersion, addVersionDocuments, digestOf, listGrantFileVersions } from 'db/grants';
import { addDeed, addDocument } from 'db/records';
import { applicationFileModel, applicationFileTemplateVersion } from '~/documents/grants/application-file';
import { entriesOf } from '~/documents/grants/entries';
import { type FilePart, partsOf } from '~/documents/grants/parts';
import type { VersionEntry } from '~/domain/grants/versions';
import { yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import type { AskedBy } from '../guard.server';
import { applicationOf } from './application.server';
import type { ComposedFile } from './composition.server';
import { readJoinedFiles, readPieces } from './pieces.server';

type Rendered = FilePart & { readonly bytes: Uint8Array };

/** What the file says today, entry by entry, as its next version would. */
export function entriesNow({ db, today, platform }: AskedBy, composed: ComposedFile): readonly VersionEntry[] {
  const facts = applicationOf(db, composed, today, platform.demonstration);
  const model = applicationFileModel({ ...facts, reference: '', version: 0, issuedOn: today });
  return entriesAfterCover(model.blocks);
}

/** The cover repeats the rest and names the version: it is left out. */
function entriesAfterCover(blocks: Parameters<typeof entriesOf>[0]): readonly VersionEntry[] {
  return entriesOf(blocks.slice(blocks.findIndex(({ kind }) => kind === 'contents')));
}

/** Issues the next version; the number of the one that says this, and whether it is new. */
export async function issueVersion(asked: AskedBy, composed: ComposedFile) {
  const { db, user, now, today, platform } = asked;
  const { file, scheme, place, dossier } = composed;
  const facts = applicationOf(db, composed, today, platform.demonstration);
  const inputDigest = digestOf({ template: applicationFileTemplateVersion, facts });
  const latest = () => listGrantFileVersions(db, [file.id])[0];
  const version = (latest()?.version ?? 0) + 1;
  const communeId = place.organisation.id;
  const named = `${scheme.shortName}, ${place.school.name}, version ${version}`;
  const common = {
    issuerId: communeId,
    communeId,
    issuedOn: today,
    issuedAt: now,
    issuedBy: user.id,
  };
  const amounts = { net: dossier.amounts.net.cost, vat: dossier.vat, gross: dossier.amounts.gross.cost };
  let parts: readonly Rendered[] = [];
  let entries: readonly VersionEntry[] = [];
  const store = (tx: Tx, number: string, bytes: Uint8Array) => {
    const documentId = addDocument(tx, {
      ...common,
      ...amounts,
      kind: 'grantFile',
      number,
      title: `Dossier ${named}`,
      fileName: `1-dossier-${scheme.id}-${place.school.uai}-v${version}.pdf`,
      mediaType: 'application/pdf',
      templateVersion: applicationFileTemplateVersion,
      bytes,
    });
    addGrantFileVersion(tx, { grantFileId: file.id, version, documentId, inputDigest, entries });
    const ids = parts.map(({ title, fileName, mediaType, templateVersion, bytes: own }, index) =>
      addDocument(tx, {
        ...common,
        ...amounts,
        kind: 'grantFilePart',
        number: `${number}-${index + 2}`,
        title: `${title}, ${named}`,
        fileName,
        mediaType,
        templateVersion,
        bytes: own,
      }),
    );
    addVersionDocuments(tx, file.id, version, ids);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'grantFile.issued',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { version, number, documentId, schemeId: file.schemeId, parts: ids },
    });
    return version;
  };
  const issued = await issueOnce(db, {
    series: { issuerId: communeId, series: 'grantFile', year: yearOf(today) },
    numberText: (number) => `SUB-${yearOf(today)}-${String(number).padStart(5, '0')}`,
    already: () => {
      const last = latest();
      return last && (last.inputDigest === inputDigest || last.version >= version) ? last.version : undefined;
    },
    render: async (reference) => {
      const whole = { ...facts, reference, version, issuedOn: today };
      const model = applicationFileModel(whole);
      entries = entriesAfterCover(model.blocks);
      const joined = readJoinedFiles(db, readPieces(db, composed).joined);
      const render = async (part: FilePart): Promise<Rendered> => ({
        ...part,
        bytes: await platform.documents.render(part.job),
      });
      const [bytes, rendered] = await Promise.all([
        platform.documents.render({ kind: 'pdf', model, joined }),
        Promise.all(partsOf(whole).map(render)),
      ]);
      parts = rendered;
      return bytes;
    },
    store,
  });
  return { version: issued, isNew: issued === version };
}
