// One contract: its holder, its dates and what they oblige to, its notification, what is ordered under it.
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findClosing } from 'db/contract-closings';
import { listDecp } from 'db/decp';
import { isAllowed } from '~/domain/accounts/permissions';
import { contractDutyLabel } from '~/domain/consultations/contract-duties';
import { mustBeChecked } from '~/domain/consultations/sentences';
import { ContractActs } from '~/ui/consultations/contract-acts';
import { ContractDuties } from '~/ui/consultations/contract-duties';
import { ContractFacts } from '~/ui/consultations/contract-facts';
import { Gauge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { contractState } from './closing.server';
import { contractOf, deemedReadAfter } from './contract.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Contrat ${data?.contract.number ?? ''} – Préau` },
];

export const loader = reader('contract.read', ({ db, user, params, today }) => {
  const whole = contractOf(db, params['id']);
  const { contract, holder, reference, object, duties, accordCadreId } = whole;
  return {
    contract,
    holder: { name: holder.name, siret: holder.siret },
    reference,
    object,
    accordCadreId,
    maximumNet: whole.maximumNet,
    committedNet: whole.committedNet,
    duties: duties.map((duty) => ({
      label: contractDutyLabel(duty),
      due: duty.due,
      article: duty.article,
      check: mustBeChecked(duty.confidence),
      past: duty.due < today,
    })),
    amendments: whole.amendments.length,
    totals: contractState(db, whole).totals,
    closed: findClosing(db, contract.id) !== undefined,
    openData: listDecp(db, contract.id)[0],
    deemedAfter: deemedReadAfter(today),
    today,
    mayRun: isAllowed(user.roles, 'contract.run'),
  };
});

export default function ContractPage() {
  const shown = useLoaderData<typeof loader>();
  const { contract } = shown;
  return (
    <article>
      <PageHead
        title={`Contrat ${contract.number}`}
        crumbs={[
          { to: '/contrats', label: 'Contrats' },
          { to: `/consultations/${contract.consultationId}/attribution`, label: `Consultation ${shown.reference}` },
        ]}
      >
        {shown.object}. Lot {contract.lotNumber} – {contract.title}.
      </PageHead>
      <section className="card">
        <ContractFacts shown={shown} />
        <Gauge label="Commandé par tous les adhérents, HT" used={shown.committedNet} ceiling={shown.maximumNet} />
      </section>
      <ContractActs shown={shown} />
      <ContractDuties duties={shown.duties} />
    </article>
  );
}
