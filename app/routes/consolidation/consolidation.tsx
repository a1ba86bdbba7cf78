// The consolidated needs of a campaign: lots, lines, each commune's share, and the procedure they lead to.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { schoolNames } from 'db/campaign-references';
import { findConsultationOf } from 'db/consultations';
import { campaignState, campaignTransitions } from '~/domain/campaigns/campaigns';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { differenceSentence } from '~/domain/consolidation/reconciliation';
import { lotYears } from '~/domain/consolidation/years';
import { proposal } from '~/domain/consultations/consultation';
import { formatCents, formatCount, formatInstant, formatRate } from '~/domain/shared/format';
import { ExcludedBuyers, GroupingText, Latecomers } from '~/ui/campaigns/identified-buyers';
import { LotLines, LotMatrix, withoutPrice } from '~/ui/campaigns/lot-lines';
import { MemberShares, NotCounted, Similar } from '~/ui/campaigns/member-shares';
import { OpenConsultation } from '~/ui/campaigns/open-consultation';
import { ProcedureCard } from '~/ui/campaigns/procedure-advice';
import { LineDecisions } from '~/ui/consolidation/line-decisions';
import { LotYearsTable } from '~/ui/consolidation/lot-years';
import { Families, NeedsTools, References, type View, ViewLinks } from '~/ui/consolidation/views';
import { FormProblem } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { buyersOn, groupingOf, latecomersOf, shownExclusions } from './buyers.server';
import { shownDecisions } from './decisions.server';
import { asideOf, consolidatedNeeds, firstAdvice, schoolsOf } from './needs.server';
import { familyViews, referenceViews } from './views.server';

export const meta: MetaFunction = () => [{ title: 'Consolidation – Préau' }];

function viewOf(url: URL): View {
  const wanted = url.searchParams.get('vue');
  return wanted === 'famille' || wanted === 'reference' ? wanted : 'lot';
}

export const loader = reader('campaign.run', ({ db, params, url, today }) => {
  const { campaign, consolidation, differences, stored } = consolidatedNeeds(db, params['id']);
  const lots = consolidation.lots.filter((lot) => lot.lines.length > 0);
  return {
    campaign: { id: campaign.id, title: campaign.title },
    frozen: stored && { at: stored.frozenAt, digest: stored.digest },
    consultation: stored && findConsultationOf(db, stored.id),
    mayFreeze: campaignTransitions[campaignState(campaign, today)].freeze !== undefined,
    lots: lots.map((lot) => ({ lot, matrix: consolidationMatrix(consolidation, lot.number) })),
    members: consolidation.members,
    years: lotYears(consolidation),
    totalNet: consolidation.totalNet,
    unpricedLines: consolidation.unpricedLines,
    view: viewOf(url),
    families: viewOf(url) === 'famille' ? familyViews(consolidation) : [],
    references: viewOf(url) === 'reference' ? referenceViews(consolidation) : [],
    decisions: shownDecisions(db, campaign.id, consolidation),
    ...asideOf(consolidation),
    grouping: groupingOf(db, campaign),
    excludedBuyers: shownExclusions(
      stored ? (stored.needs.excludedBuyers ?? []) : buyersOn(db, campaign, today).excluded,
    ),
    late: stored ? latecomersOf(db, stored.needs, today) : [],
    differences: differences.map(differenceSentence),
    names: {
      communes: Object.fromEntries(consolidation.members.map((member) => [member.communeId, member.name])),
      schools: Object.fromEntries(schoolNames(db, schoolsOf(consolidation))),
    },
    outcome: firstAdvice(consolidation, today),
  };
});

export default function ConsolidationPage() {
  const shown = useLoaderData<typeof loader>();
  const base = `/campagnes/${shown.campaign.id}/consolidation`;
  const crumbs = [
    { to: '/campagnes', label: 'Recensements' },
    { to: `/campagnes/${shown.campaign.id}`, label: shown.campaign.title },
  ];
  return (
    <article>
      <PageHead title="Consolidation des besoins" crumbs={crumbs}>
        {formatCount(shown.members.length)} commune{shown.members.length > 1 ? 's' : ''} avec des besoins signés,
        estimés à <strong>{formatCents(shown.totalNet)} HT</strong>
        {withoutPrice(shown.unpricedLines)}. <GroupingText grouping={shown.grouping} />.
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
      <NeedsTools base={base} />
      <ViewLinks base={base} view={shown.view} />
      {shown.view === 'famille' && <Families families={shown.families} />}
      {shown.view === 'reference' && <References references={shown.references} />}
      {(shown.view === 'lot' ? shown.lots : []).map(({ lot, matrix }) => (
        <section key={lot.number}>
          <LotLines lot={lot} names={shown.names} base={base} mayDecide={!shown.frozen} />
          <LotMatrix matrix={matrix} title={`Communes et lignes du lot ${lot.number}`} />
        </section>
      ))}
      <LotYearsTable lots={shown.years} />
      <MemberShares members={shown.members} totalNet={shown.totalNet} />
      <Similar pairs={shown.similar} base={base} mayDecide={!shown.frozen} />
      <LineDecisions base={base} decisions={shown.decisions} mayDecide={!shown.frozen} />
      <NotCounted excluded={shown.excluded} silent={shown.silent} />
      <ExcludedBuyers
        of={shown.excludedBuyers}
        title={shown.frozen ? 'Communes exclues des acheteurs' : 'Communes qui ne pourraient pas commander'}
        detail={
          shown.frozen
            ? 'Au jour du gel, leurs actes ne permettaient pas de les identifier comme acheteurs (CCP R2162-6).'
            : 'Si les besoins étaient figés aujourd’hui, ces communes ne seraient pas acheteurs identifiés et leurs besoins seraient écartés (CCP R2162-6).'
        }
      />
      <Latecomers of={shown.late} />
      {shown.lots.length > 0 && (
        <ProcedureCard
          outcome={shown.outcome}
          assumption={`Hypothèse avant vos choix : besoins recensés pris comme ceux d’un an, étendus à ${proposal.months} mois avec ${formatRate(proposal.marginRate)} de marge, lancement aujourd’hui.${
            shown.unpricedLines > 0 ? ' La valeur est minorée : des lignes n’ont pas encore de prix.' : ''
          }`}
        />
      )}
    </article>
  );
}
