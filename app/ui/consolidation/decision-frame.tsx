// Around every form that decides on lines: its path, the reasons against it, and the reason the buyer gives.
import type { ReactNode } from 'react';
import { FormProblem, TextArea } from '../form';
import { Notice, PageHead } from '../parts';

/** The page of a decision; once the needs are frozen it says so instead of the form. */
export function DecisionFrame(props: {
  title: string;
  campaign: { readonly id: string; readonly title: string };
  frozen: boolean;
  reasons: readonly string[];
  children: ReactNode;
}) {
  const { title, campaign, frozen, reasons, children } = props;
  const crumbs = [
    { to: '/campagnes', label: 'Recensements' },
    { to: `/campagnes/${campaign.id}`, label: campaign.title },
    { to: `/campagnes/${campaign.id}/consolidation`, label: 'Consolidation' },
  ];
  return (
    <article className="narrow">
      <PageHead title={title} crumbs={crumbs} />
      <FormProblem reasons={reasons} title="Rien n’est enregistré." />
      {frozen ? (
        <Notice>
          <p>Les besoins sont figés : leurs lignes ne changent plus.</p>
        </Notice>
      ) : (
        children
      )}
    </article>
  );
}

/** Why the buyer decides so. */
export function Reason({ typed, problem }: { typed: string | undefined; problem: string | undefined }) {
  return (
    <TextArea
      label="Raison"
      name="reason"
      rows={2}
      maxLength={500}
      required
      hint="Gardée avec la décision, et figée avec les besoins."
      defaultValue={typed}
      problem={problem}
    />
  );
}
