// The consolidated needs of a campaign: lots, lines, each commune's share, and the procedure they lead to.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { thresholds } from 'catalog/thresholds';
import { schoolNames } from 'db/campaign-references';
import { findConsultationOf } from 'db/consultations';
import { campaignState, campaignTransitions } from '~/domain/campaigns/campaigns';
import { exclusionSentence } from '~/domain/consolidation/consolidation';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { differenceSentence } from '~/domain/consolidation/reconciliation';
import { proposal, proposedMaximum } from '~/domain/consultations/consultation';
import { chooseProcedure } from '~/domain/consultations/procedure';
import { formatCents, formatCount, formatInstant, formatRate } from '~/domain/shared/format';
import { zeroCents } from '~/domain/shared/money';
import { LotLines, LotMatrix } from '~/ui/campaigns/lot-lines';
import { OpenConsultation } from '~/ui/campaigns/open-consultation';
import { ProcedureCard } from '~/ui/campaigns/procedure-advice';
import { FormProblem } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { consolidatedNeeds } from './needs.server';

export const meta: MetaFunction = () => [{ title: 'Consolidation – Préau' }];

const months = 48;

export const loader = reader('campaign.run', ({ db, params, today }) => {
  const { campaign, consolidation, differences, stored } = consolidatedNeeds(db, params['id']);
  const lots = consolidation.lots.filter((lot) => lot.lines.length > 0);
  const shares = lots.flatMap((lot) => lot.lines).flatMap((line) => line.shares);
  const uais = [...new Set(shares.flatMap((share) => share.schools.flatMap((school) => school.schoolUai ?? [])))];
  const outcome = chooseProcedure(
    {
      lots: lots.map((lot) => ({
        number: lot.number,
        maximumNet: proposedMaximum(lot.net, proposal.coveredMonths, months, proposal.marginRate),
      })),
      durationMonths: months,
      launchDay: today,
      alreadyBoughtNet: zeroCents,
      accordCadre: true,
      electronicOffers: true,
      documentsOnProfile: true,
      priorNotice: false,
      urgent: false,
      longDurationReason: null,
    },
    thresholds,
  );
  const labels = new Map(lots.flatMap((lot) => lot.lines).map((line) => [line.key, `${line.number} ${line.label}`]));
  return {
    campaign: { id: campaign.id, title: campaign.title },
    frozen: stored && { at: stored.frozenAt, digest: stored.digest },
    consultation: stored && findConsultationOf(db, stored.id),
    mayFreeze: campaignTransitions[campaignState(campaign, today)].freeze !== undefined,
    lots: lots.map((lot) => ({ lot, matrix: consolidationMatrix(consolidation, lot.number) })),
    members: consolidation.members,
    totalNet: consolidation.totalNet,
    unpricedLines: consolidation.unpricedLines,
    excluded: consolidation.excludedAnswers
      .filter(({ reason }) => reason.kind !== 'notStarted')
      .map(({ name, reason, quantity }) => ({ name, why: exclusionSentence(reason), quantity })),
    silent: consolidation.excludedAnswers.filter(({ reason }) => reason.kind === 'notStarted').length,
    similar: consolidation.similarLines.map(({ first, second, likeness }) => ({
      first: labels.get(first) ?? first,
      second: labels.get(second) ?? second,
      likeness,
    })),
    differences: differences.map(differenceSentence),
    names: {
      communes: Object.fromEntries(consolidation.members.map((member) => [member.communeId, member.name])),
      schools: Object.fromEntries(schoolNames(db, uais)),
    },
    outcome,
  };
});

export default function ConsolidationPage() {
  const shown = useLoaderData<typeof loader>();
  const crumbs = [
    { to: '/campagnes', label: 'Recensements' },
    { to: `/campagnes/${shown.campaign.id}`, label: shown.campaign.title },
  ];
  return (
    <article>
      <PageHead title="Consolidation des besoins" crumbs={crumbs}>
        {formatCount(shown.members.length)} commune{shown.members.length > 1 ? 's' : ''} avec des besoins signés,
        estimés à <strong>{formatCents(shown.totalNet)} HT</strong>
        {shown.unpricedLines > 0 && `, sans ${shown.unpricedLines} ligne(s) au prix inconnu`}.
      </PageHead>
      <FormProblem reasons={shown.differences} title="Les totaux ne s’accordent pas." />
      {shown.frozen ? (
        <Notice tone="good" title={`Besoins figés le ${formatInstant(shown.frozen.at)}`}>
          <p>
            Empreinte SHA-256 : <code>{shown.frozen.digest}</code>
          </p>
        </Notice>
      ) : (
        shown.mayFreeze && (
          <p>
            <Link to={`/campagnes/${shown.campaign.id}/consolidation/gel`} className="button">
              Figer les besoins
            </Link>
          </p>
        )
      )}
      {shown.consultation && (
        <p>
          <Link to={`/consultations/${shown.consultation.id}`} className="button">
            Ouvrir la consultation {shown.consultation.reference}
          </Link>
        </p>
      )}
      {shown.frozen && !shown.consultation && <OpenConsultation campaignId={shown.campaign.id} />}
      {shown.lots.length === 0 && <p>Aucun besoin signé pour le moment.</p>}
      {shown.lots.map(({ lot, matrix }) => (
        <section key={lot.number}>
          <LotLines lot={lot} names={shown.names} />
          <LotMatrix matrix={matrix} title={`Communes et lignes du lot ${lot.number}`} />
        </section>
      ))}
      {shown.members.length > 0 && (
        <section>
          <h2>Part de chaque commune</h2>
          <div className="table-scroll">
            <table className="cards">
              <thead>
                <tr>
                  <th scope="col">Commune</th>
                  <th scope="col" className="amount">
                    Lignes
                  </th>
                  <th scope="col" className="amount">
                    Montant HT estimé
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.members.map((member) => (
                  <tr key={member.communeId}>
                    <th scope="row">{member.name}</th>
                    <td data-label="Lignes" className="amount">
                      {formatCount(member.lineCount)}
                    </td>
                    <td data-label="Montant HT estimé" className="amount">
                      {formatCents(member.net)}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    Total HT
                  </th>
                  <td className="amount">{formatCents(shown.totalNet)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
        </section>
      )}
      {shown.similar.length > 0 && (
        <section>
          <h2>Lignes libres qui se ressemblent</h2>
          <p>
            Elles ne sont pas regroupées : les communes peuvent corriger leur libellé tant que la campagne est ouverte.
          </p>
          <ul>
            {shown.similar.map((pair) => (
              <li key={`${pair.first}${pair.second}`}>
                « {pair.first} » et « {pair.second} » <small>({formatRate(pair.likeness)} de mots communs)</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Réponses non comptées</h2>
        <ul>
          {shown.excluded.map((answer) => (
            <li key={answer.name}>
              {answer.name} : {answer.why}
              {answer.quantity > 0 && ` (quantité ${formatCount(answer.quantity)})`}
            </li>
          ))}
          <li>{formatCount(shown.silent)} commune(s) sans réponse commencée</li>
        </ul>
      </section>
      {shown.lots.length > 0 && (
        <ProcedureCard
          outcome={shown.outcome}
          assumption={`Hypothèse avant vos choix : besoins recensés pris comme ceux d’un an, étendus à ${months} mois avec ${formatRate(proposal.marginRate)} de marge, lancement aujourd’hui.`}
        />
      )}
    </article>
  );
}
