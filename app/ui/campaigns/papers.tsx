// The papers issued for a campaign, with what proves that they have not changed since.
import type { Instant } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import { Badge } from '../parts';

export interface ShownPaper {
  readonly documentId: string;
  readonly number: string;
  readonly version: number;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly cancelledAt: Instant | null;
  readonly sha256: string;
}

/** Each paper with its PDF; those cancelled stay, marked. Nothing when there is none. */
export function PaperList(props: { campaignId: string; papers: readonly ShownPaper[]; label: string }) {
  if (props.papers.length === 0) return null;
  return (
    <ul>
      {props.papers.map((paper) => (
        <li key={paper.documentId}>
          <a href={`/campagnes/${props.campaignId}/pieces/${paper.documentId}`}>
            {props.label} {paper.number}
            {paper.version > 1 && `, version ${paper.version}`} (PDF)
          </a>{' '}
          {paper.cancelledAt !== null && <Badge tone="warn">Annulé le {formatInstant(paper.cancelledAt)}</Badge>}
          <br />
          <small>
            {paper.issuedBy}, le {formatInstant(paper.issuedAt)}. Empreinte SHA-256 :{' '}
            <code className="wrapped">{paper.sha256}</code>
          </small>
        </li>
      ))}
    </ul>
  );
}
