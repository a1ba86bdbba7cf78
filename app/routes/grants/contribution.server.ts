// What a school's link opens: its file and the parts a school writes, nothing else.
import { findOpenSchoolLink } from 'db/grant-contributions';
import { findGrantFile, findGrantSchool } from 'db/grants';
import { schoolSections } from '~/domain/grants/opinions';
import { mayMissAgain } from '~/platform/public-limits';
import type { Asked } from '../guard.server';
import { writtenParts } from './parts.server';
import { findScheme } from './schemes.server';

/** No engine keeps these pages, and no address of them goes to another site. */
export const contributionHeaders = {
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Cache-Control': 'private, no-store',
};

/** The file behind the link of the address. Ends the request with 404, the same for a closed, expired or unknown link. */
export async function requireContribution({ db, params, now }: Asked) {
  const link = findOpenSchoolLink(db, params['token'] ?? '', now);
  const file = link && findGrantFile(db, link.grantFileId, { kind: 'syndicat' });
  const place = file && findGrantSchool(db, file.schoolUai, { kind: 'syndicat' });
  const scheme = file && findScheme(db, file.schemeId, file.schemeVersion);
  if (!link || !file || !place || !scheme) {
    throw new Response(null, { status: (await mayMissAgain()) ? 404 : 429, headers: contributionHeaders });
  }
  const parts = writtenParts(scheme).filter(({ id }) => schoolSections.includes(id));
  return { link, file, place, scheme, parts };
}
