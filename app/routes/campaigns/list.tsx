// The needs campaigns: for a commune with the state of its answer, for the buyer with the rate of answer.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listAnswers } from 'db/campaign-answers';
import { listCampaigns, listInvited } from 'db/campaigns';
import { listConsultations } from 'db/consultations';
import { isAllowed } from '~/domain/accounts/permissions';
import { answerRate } from '~/domain/campaigns/answer-rate';
import { answerStateLabels, campaignState, campaignStateLabels } from '~/domain/campaigns/campaigns';
import { formatCount, formatDay, formatRate } from '~/domain/shared/format';
import { Badge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Recensements – Préau' }];

export const loader = reader('campaign.read', ({ db, user, today }) => {
  const mayRun = isAllowed(user.roles, 'campaign.run');
  const { scope } = user;
  const campaigns = listCampaigns(db)
    .filter((campaign) => mayRun || campaignState(campaign, today) !== 'announced')
    .map((campaign) => {
      const answers = listAnswers(db, campaign.id, scope);
      const rate = mayRun ? answerRate(listInvited(db, campaign), answers) : undefined;
      return {
        id: campaign.id,
        title: campaign.title,
        closesOn: campaign.closesOn,
        state: campaignState(campaign, today),
        own: scope.kind === 'commune' ? (answers[0]?.state ?? 'notStarted') : undefined,
        rate: rate && { answered: rate.answered, invited: rate.invited, rate: rate.rate },
      };
    });
  return {
    mayRun,
    campaigns,
    consultations: isAllowed(user.roles, 'consultation.read') ? listConsultations(db) : [],
  };
});

export default function Campaigns() {
  const { mayRun, campaigns, consultations } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Recensements des besoins">
        Le syndicat recense les besoins des communes, les regroupe en lots, puis prépare la consultation des
        fournisseurs.
      </PageHead>
      {mayRun && (
        <p>
          <Link to="/campagnes/nouvelle" className="button">
            Ouvrir une campagne
          </Link>
        </p>
      )}
      {campaigns.length === 0 ? (
        <p>Aucune campagne pour le moment.</p>
      ) : (
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Campagne</th>
                <th scope="col">État</th>
                <th scope="col">Dernier jour</th>
                <th scope="col">{mayRun ? 'Réponses' : 'Votre réponse'}</th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map((campaign) => (
                <tr key={campaign.id}>
                  <th scope="row">
                    <Link to={`/campagnes/${campaign.id}`}>{campaign.title}</Link>
                  </th>
                  <td data-label="État">
                    <Badge tone={campaign.state === 'open' ? 'good' : undefined}>
                      {campaignStateLabels[campaign.state]}
                    </Badge>
                  </td>
                  <td data-label="Dernier jour">{formatDay(campaign.closesOn)}</td>
                  <td data-label={mayRun ? 'Réponses' : 'Votre réponse'}>
                    {campaign.rate &&
                      `${formatCount(campaign.rate.answered)} sur ${formatCount(campaign.rate.invited)}${
                        campaign.rate.rate === null ? '' : ` (${formatRate(campaign.rate.rate)})`
                      }`}
                    {campaign.own && answerStateLabels[campaign.own]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {consultations.length > 0 && (
        <section>
          <h2>Consultations</h2>
          <ul>
            {consultations.map((consultation) => (
              <li key={consultation.id}>
                <Link to={`/consultations/${consultation.id}`}>
                  {consultation.reference} : {consultation.object}
                </Link>{' '}
                <small>lancement prévu le {formatDay(consultation.launchOn)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
