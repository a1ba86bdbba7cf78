// The analysis of a consultation, lot by lot, what is left to decide, and its report.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { award } from 'catalog/award';
import { listAnalysisReports } from 'db/offers';
import { isAllowed } from '~/domain/accounts/permissions';
import { reportRefusalSentence, reportRefusals } from '~/domain/consultations/analysis';
import { formatCents, formatCount, formatInstant } from '~/domain/shared/format';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { Submit } from '~/ui/form';
import { Badge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { analysesOf, conductOf } from './conduct.server';

export const meta: MetaFunction = () => [{ title: 'Analyse des offres – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, now }) => {
  const conduct = conductOf(db, params['id'], now);
  const { prepared, published, opening, register } = conduct;
  const analyses = analysesOf(db, conduct);
  const refusals = published ? reportRefusals(published.content, analyses, opening !== undefined, register, award) : [];
  return {
    id: prepared.consultation.id,
    reference: prepared.consultation.reference,
    opened: opening !== undefined,
    lots: analyses.map(({ lot, offers, ranking }) => {
      const [first] = ranking;
      return {
        number: lot.number,
        title: lot.title,
        offers: offers.length,
        pending: offers.filter(({ state }) => state !== 'admitted' && state !== 'eliminated').length,
        first: first?.rank === 1 ? { candidate: first.candidate, net: first.priceNet } : null,
      };
    }),
    against: refusals.map(reportRefusalSentence),
    reports: listAnalysisReports(db, prepared.consultation.id).map(({ version, issuedAt }) => ({ version, issuedAt })),
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export default function AnalysisPage() {
  const { id, reference, opened, lots, against, reports, mayRun } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead
        title="Analyse des offres"
        crumbs={[{ to: `/consultations/${id}`, label: `Consultation ${reference}` }]}
      />
      <ConsultationSteps id={id} />
      {!opened && <p>Les plis ne sont pas ouverts&nbsp;: les offres ne se lisent qu’ensuite.</p>}
      {lots.length > 0 && (
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Lot</th>
                <th scope="col" className="amount">
                  Offres
                </th>
                <th scope="col">À décider</th>
                <th scope="col">Première du classement</th>
              </tr>
            </thead>
            <tbody>
              {lots.map((lot) => (
                <tr key={lot.number}>
                  <th scope="row">
                    <Link to={`/consultations/${id}/analyse/${lot.number}`}>
                      Lot {lot.number} – {lot.title}
                    </Link>
                  </th>
                  <td data-label="Offres" className="amount">
                    {formatCount(lot.offers)}
                  </td>
                  <td data-label="À décider">
                    {lot.pending > 0 ? <Badge tone="warn">{formatCount(lot.pending)}</Badge> : 'rien'}
                  </td>
                  <td data-label="Première du classement">
                    {lot.first ? `${lot.first.candidate}, ${formatCents(lot.first.net)} HT` : 'pas encore classée'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && (
        <section className="card">
          <h2>Rapport d’analyse des offres</h2>
          {against.length > 0 ? (
            <details>
              <summary>Il reste {formatCount(against.length)} points avant le rapport</summary>
              <ul>
                {against.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </details>
          ) : (
            mayRun && (
              <Form method="post" action={`/consultations/${id}/rapport`}>
                <Submit>Établir le rapport (PDF et DOCX)</Submit>
              </Form>
            )
          )}
          {reports.length > 0 && (
            <ul>
              {reports.map(({ version, issuedAt }) => (
                <li key={version}>
                  Version {version}, {formatInstant(issuedAt)}&nbsp;:{' '}
                  <a href={`/consultations/${id}/rapport/${version}.pdf`} download>
                    PDF
                  </a>
                  ,{' '}
                  <a href={`/consultations/${id}/rapport/${version}.docx`} download>
                    DOCX
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </article>
  );
}
