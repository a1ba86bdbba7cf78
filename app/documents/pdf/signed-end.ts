// Keeps a signature on the page of what is signed: a box alone on a sheet could be joined to any text.
import type { Block } from '../blocks';
import type { Flow } from './flow';

const isHeading = (block: Block | undefined) => block?.kind === 'heading' || block?.kind === 'article';

/** Place of the signature that ends what begins at a place: a block and the heading over it. None elsewhere. */
export function signatureAfter(blocks: readonly Block[], position: number): number | undefined {
  const body = isHeading(blocks[position]) ? position + 1 : position;
  const block = blocks[body];
  if (!block || isHeading(block) || block.kind === 'pageBreak' || block.kind === 'signature') return undefined;
  return blocks[body + 1]?.kind === 'signature' ? body + 1 : undefined;
}

/** What stands before a signature; told the height to keep free under the last row of a table. */
type DrawBody = (reserve: number) => void;

/** Draws what is signed, then its signature; both again from a new page when the signature would stand alone. */
export function drawSigned(flow: Flow, table: boolean, body: DrawBody, signature: () => void): void {
  const start = flow.place();
  const { atTop } = flow;
  body(0);
  const end = flow.place();
  signature();
  if (flow.pages.length === end.pages || atTop) return;
  // The space over the signature, which the top of a page does not have.
  const reserve = flow.y - flow.top + 20;
  const height = end.y - start.y;
  const onOnePage = start.pages === end.pages && height + reserve <= flow.fullRoom;
  flow.goBack(start);
  // A long table leaves its last row to the signature; anything else goes with it whole.
  const whole = onOnePage && (!table || height < flow.fullRoom / 3);
  if (whole) flow.breakPage();
  body(whole ? 0 : reserve);
  signature();
}
