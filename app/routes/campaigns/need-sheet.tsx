// One sheet of needs that came back, row by row: what it adds, changes, removes, what is refused and why.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listOwnSchools } from 'db/campaign-references';
import { findCampaign } from 'db/campaigns';
import { findNeedSheet, outcomeOf } from 'db/need-sheets';
import { type Need, needReasonLabels } from '~/domain/campaigns/campaigns';
import type { NeedSheetDecision } from '~/domain/campaigns/need-sheet';
import { needSheetProblemSentence } from '~/domain/campaigns/need-sheet-sentences';
import { formatCount, formatInstant } from '~/domain/shared/format';
import { countsText } from '~/ui/campaigns/need-sheet-list';
import { NeedSheetRows } from '~/ui/campaigns/need-sheet-rows';
import { Submit } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { effectOf, offeredOn } from './need-sheet.server';

export const meta: MetaFunction = () => [{ title: 'Feuille de besoins – Préau' }];

function shownRow(decision: NeedSheetDecision, schoolName: (need: Need) => string) {
  const { kind, row } = decision;
  const told = (need: Need) =>
    `${formatCount(need.quantity)} ${need.unit}, ${schoolName(need)}, ${needReasonLabels[need.reason].toLowerCase()}`;
  return {
    kind,
    key: `${row.sheet}-${row.row}`,
    sheet: row.sheet,
    row: row.row,
    label: kind === 'refused' ? (row.label ?? 'sans désignation') : decision.need.label,
    before: kind === 'changed' ? told(decision.before) : kind === 'removed' ? told(decision.need) : null,
    after: kind === 'refused' || kind === 'removed' ? null : told(decision.need),
    problems: kind === 'refused' ? decision.problems.map(needSheetProblemSentence) : [],
  };
}

export const loader = reader('campaign.sheet', ({ db, user, params, today }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const { sheet, communeName } = orNotFound(findNeedSheet(db, campaign.id, params['sheet'] ?? '', user.scope));
  const schools = listOwnSchools(db, sheet.communeId);
  const schoolName = ({ schoolUai }: Need) => schools.find(({ uai }) => uai === schoolUai)?.name ?? 'commune';
  const { decisions, digest } = effectOf(db, campaign, sheet, offeredOn(db, campaign, today));
  const order = ['refused', 'changed', 'removed', 'added', 'unchanged'];
  return {
    campaign: { id: campaign.id, title: campaign.title },
    communeName,
    forAll: user.scope.kind === 'syndicat',
    sheet: {
      id: sheet.id,
      fileName: sheet.fileName,
      receivedAt: sheet.receivedAt,
      confirmedAt: sheet.confirmedAt,
      onBehalfReason: sheet.onBehalfReason,
      outcome: sheet.outcome,
    },
    digest: digest(),
    counts: outcomeOf(decisions),
    rows: decisions
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      .map((decision) => shownRow(decision, schoolName)),
  };
});

export default function NeedSheetPage() {
  const { campaign, communeName, forAll, sheet, digest, counts, rows } = useLoaderData<typeof loader>();
  const page = `/campagnes/${campaign.id}/feuilles`;
  const written = counts.added + counts.changed + counts.removed;
  return (
    <article>
      <PageHead
        title={sheet.fileName}
        crumbs={[
          { to: `/campagnes/${campaign.id}${forAll ? '' : '/reponse'}`, label: campaign.title },
          { to: page, label: 'Feuilles de besoins' },
        ]}
      >
        {communeName}, reçue le {formatInstant(sheet.receivedAt)}.
      </PageHead>
      {sheet.onBehalfReason && <p>Le syndicat répond pour la commune&nbsp;: «&nbsp;{sheet.onBehalfReason}&nbsp;».</p>}
      {sheet.confirmedAt ? (
        <Notice tone="good" title={`Confirmée le ${formatInstant(sheet.confirmedAt)}`}>
          <p>Lignes de la réponse&nbsp;: {countsText(sheet.outcome)}.</p>
          {forAll ? null : (
            <p>
              <Link to={`/campagnes/${campaign.id}/reponse`}>Relire et signer la réponse</Link>
            </p>
          )}
        </Notice>
      ) : (
        <section className="card accent">
          <h2>Ce que cette feuille changera</h2>
          <p>
            {countsText(counts)}
            {counts.refused > 0 && (
              <>
                ,{' '}
                <strong>
                  {formatCount(counts.refused)} refusée{counts.refused > 1 ? 's' : ''}
                </strong>
                {counts.refused > 1 ? ', qui n’entreront pas dans la réponse' : ', qui n’entrera pas dans la réponse'}
              </>
            )}
            . Rien n’est encore enregistré.
          </p>
          {written > 0 ? (
            <Form method="post" action={`${page}/${sheet.id}/confirmation`} className="row">
              <input type="hidden" name="digest" value={digest} />
              <Submit>Confirmer {written > 1 ? `les ${formatCount(written)} lignes` : 'la ligne'}</Submit>
              <Link className="button secondary" to={page}>
                Renvoyer un fichier corrigé
              </Link>
            </Form>
          ) : (
            <p>Il n’y a rien à confirmer.</p>
          )}
        </section>
      )}
      {!sheet.confirmedAt && <NeedSheetRows rows={rows} />}
    </article>
  );
}
