// One procedure as anyone reads it: dates, lots, criteria, file, questions and answers, outcome.
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findConsultation } from 'db/consultations';
import { publicStageLabels } from '~/domain/consultations/public-consultation';
import { formatCents, formatDay, formatMoment } from '~/domain/shared/format';
import { Badge, Facts, PageHead } from '~/ui/parts';
import { orNotFound, publicReader } from '../guard.server';
import { publicConsultation } from './public-consultation.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.market.object ?? 'Consultation'} – Préau` },
];

export const loader = publicReader(({ db, params, now }) => {
  const market = orNotFound(publicConsultation(db, params['id'] ?? '', now));
  const { profileAddress } = orNotFound(findConsultation(db, market.id)).choices;
  const { file, publishedAt: _, lots, ...said } = market;
  return {
    market: said,
    lots: lots.map(({ contract, ...lot }) => ({
      ...lot,
      contract: contract && { number: contract.number, holder: contract.holder.name, maximumNet: contract.maximumNet },
    })),
    profileAddress,
    hasFile: file !== undefined,
  };
});

export default function PublicConsultationPage() {
  const { market, lots, profileAddress, hasFile } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title={market.object} crumbs={[{ to: '/marches', label: 'Marchés publics' }]}>
        <Badge tone={market.state === 'open' ? 'good' : 'unknown'}>{publicStageLabels[market.state]}</Badge>
      </PageHead>
      <Facts
        entries={[
          ['Référence', market.reference],
          ['Procédure', market.procedure],
          ['Avis envoyé le', formatDay(market.firstSentOn)],
          ['Publié sur', [market.media.join(', '), market.noticeReference].filter(Boolean).join(', avis ')],
          ['Offres attendues jusqu’au', formatMoment(market.deadline, market.deadlineTime)],
          ['Offres et questions', profileAddress],
        ]}
      />
      {hasFile && (
        <p>
          <a className="button" href={`/marches/${market.id}/dossier.zip`} download>
            Télécharger le dossier de consultation (ZIP, version {market.version})
          </a>
        </p>
      )}
      <h2>Lots</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Lot</th>
              <th scope="col" className="amount">
                Maximum HT
              </th>
              <th scope="col">Suite</th>
            </tr>
          </thead>
          <tbody>
            {lots.map(({ number, title, maximumNet, outcomeLabel, contract }) => (
              <tr key={number}>
                <th scope="row">
                  Lot {number} – {title}
                </th>
                <td data-label="Maximum HT" className="amount">
                  {formatCents(maximumNet)}
                </td>
                <td data-label="Suite">
                  {contract ? `Attribué à ${contract.holder}, marché ${contract.number}` : (outcomeLabel ?? 'en cours')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>Critères</h2>
      <ul>
        {market.criteria.map(({ label, weight }) => (
          <li key={label}>
            {label} : {weight} %
          </li>
        ))}
      </ul>
      {market.changes.length > 0 && (
        <>
          <h2>Modifications du dossier</h2>
          <ul>
            {market.changes.map(({ version, sentOn, change }) => (
              <li key={version}>
                {formatDay(sentOn)}, version {version} : {change}
              </li>
            ))}
          </ul>
        </>
      )}
      {market.questions.length > 0 && (
        <>
          <h2>Questions et réponses</h2>
          {market.questions.map(({ id, asked, answer, answeredOn }) => (
            <section key={id} className="card">
              <p>
                <strong>{asked}</strong>
              </p>
              <p>{answer}</p>
              {answeredOn && (
                <p>
                  <small>Réponse du {formatDay(answeredOn)}</small>
                </p>
              )}
            </section>
          ))}
        </>
      )}
    </article>
  );
}
