// Small shared parts: page head, amounts, badges, gauges, facts.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Totals as OrderTotals } from '~/domain/orders/totals';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatRate } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';

export type Tone = 'good' | 'warn' | 'bad' | 'unknown' | 'accent';

/** Title of a page, its path above and a sentence below. */
export function PageHead(props: {
  title: ReactNode;
  crumbs?: readonly { readonly to: string; readonly label: string }[];
  children?: ReactNode;
}) {
  return (
    <header className="page-head">
      {props.crumbs && (
        <nav className="crumbs" aria-label="Chemin">
          {props.crumbs.map((crumb) => (
            <span key={crumb.to}>
              <Link to={crumb.to}>{crumb.label}</Link>
              {' › '}
            </span>
          ))}
        </nav>
      )}
      <h1>{props.title}</h1>
      {props.children !== undefined && <p>{props.children}</p>}
    </header>
  );
}

export function Badge({ tone, children }: { tone?: Tone | undefined; children: ReactNode }) {
  return <span className={tone ? `badge ${tone}` : 'badge'}>{children}</span>;
}

export function Notice({
  tone,
  title,
  children,
}: {
  tone?: Exclude<Tone, 'accent'>;
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className={tone ? `notice ${tone}` : 'notice'}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}

export function Amount({ of }: { of: Cents }) {
  return <span className="amount">{formatCents(of)}</span>;
}

export function DayText({ of }: { of: Day }) {
  return <time dateTime={of}>{formatDay(of)}</time>;
}

/** Links to the page before and the page after; nothing for a single page. */
export function Pager({ page, pages, at }: { page: number; pages: number; at: (page: number) => string }) {
  if (pages <= 1) return null;
  return (
    <nav className="row" aria-label="Pages">
      {page > 1 && <Link to={at(page - 1)}>Page précédente</Link>}
      <span>
        Page {page} sur {pages}
      </span>
      {page < pages && <Link to={at(page + 1)}>Page suivante</Link>}
    </nav>
  );
}

/** A list of label and value. */
export function Facts({ entries }: { entries: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {entries.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How much of a ceiling is used, in text and as a bar: warns from 85 %, alarms at 100 %. */
export function Gauge({ label, used, ceiling }: { label: string; used: Cents; ceiling: Cents }) {
  const share = ceiling > 0 ? Math.round((used / ceiling) * 1000) / 10 : 100;
  const tone = share >= 100 ? 'bad' : share >= 85 ? 'warn' : '';
  return (
    <div className="stack" style={{ gap: '0.25rem' }}>
      <span>
        {label} : <strong className="amount">{formatCents(used)}</strong> sur {formatCents(ceiling)} (
        {String(share).replace('.', ',')} %)
      </span>
      <div className={`gauge ${tone}`} aria-hidden="true">
        <span style={{ width: `${Math.min(100, share)}%` }} />
      </div>
    </div>
  );
}

/** Totals net, eco-contribution apart, VAT by rate, gross. */
export function Totals({ of }: { of: OrderTotals }) {
  return (
    <table>
      <tbody>
        <tr>
          <th scope="row">Total des lignes HT</th>
          <td className="amount">{formatCents(of.linesNet)}</td>
        </tr>
        <tr>
          <th scope="row">Éco-participation HT</th>
          <td className="amount">{formatCents(of.ecoContributionNet)}</td>
        </tr>
        <tr>
          <th scope="row">Total HT</th>
          <td className="amount strong">{formatCents(of.net)}</td>
        </tr>
        {of.vatByRate.map((share) => (
          <tr key={share.rate}>
            <th scope="row">
              TVA {formatRate(share.rate)} <small>sur {formatCents(share.net)}</small>
            </th>
            <td className="amount">{formatCents(share.vat)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total TTC</th>
          <td className="amount total-gross">{formatCents(of.gross)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
