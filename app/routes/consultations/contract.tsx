// One contract: its holder, its dates and what they oblige to, its notification, what is ordered under it.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { findClosing } from 'db/contract-closings';
import { listDecp } from 'db/decp';
import { isAllowed } from '~/domain/accounts/permissions';
import { contractDutyLabel } from '~/domain/consultations/contract-duties';
import { mustBeChecked, procedureLabels } from '~/domain/consultations/sentences';
import { formatCents, formatDay } from '~/domain/shared/format';
import { ContractActs } from '~/ui/consultations/contract-acts';
import { ContractDuties } from '~/ui/consultations/contract-duties';
import { Facts, Gauge, PageHead } from '~/ui/parts';
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
  const { contract, holder, accordCadreId } = shown;
  const months = contract.firmMonths + contract.renewals * contract.renewalMonths;
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
        <Facts
          entries={[
            ['Titulaire', holder.siret === null ? holder.name : `${holder.name} (SIRET ${holder.siret})`],
            ['Procédure', procedureLabels[contract.procedure]],
            ['Code CPV', contract.cpv],
            ['Signature', `${formatDay(contract.signedOn)}, ${contract.signatory}, ${contract.capacity}`],
            ['Durée', `${months} mois, reconductions comprises`],
            [
              'Notification',
              contract.notifiedOn === null ? 'pas encore reçue' : `reçue le ${formatDay(contract.notifiedOn)}`,
            ],
            ...(contract.startsOn !== null && contract.endsOn !== null
              ? ([['Exécution', `du ${formatDay(contract.startsOn)} au ${formatDay(contract.endsOn)}`]] as const)
              : []),
            ['Montant estimatif de l’offre', `${formatCents(contract.offerNet)} HT`],
            [
              'Avenants',
              <Link key="amendments" to={`/contrats/${contract.id}/avenants`}>
                {shown.amendments === 0 ? 'aucun' : `${shown.amendments} en vigueur`}
              </Link>,
            ],
            [
              'Reconductions',
              contract.renewals === 0 ? (
                'aucune'
              ) : (
                <Link key="renewals" to={`/contrats/${contract.id}/reconductions`}>
                  {`${contract.renewals} de ${contract.renewalMonths} mois`}
                </Link>
              ),
            ],
            [
              'Prix',
              <Link key="revisions" to={`/contrats/${contract.id}/revisions`}>
                Révision des prix
              </Link>,
            ],
            [
              'Fin du marché',
              <Link key="closing" to={`/contrats/${contract.id}/fin`}>
                {shown.closed ? 'clos, état final établi' : 'état par acheteur et clôture'}
              </Link>,
            ],
            [
              'Données essentielles',
              <Link key="openData" to={`/contrats/${contract.id}/donnees-essentielles`}>
                {shown.openData
                  ? `DECP, version ${shown.openData.version} établie le ${formatDay(shown.openData.publishedOn)}`
                  : 'DECP, à établir et à publier'}
              </Link>,
            ],
            [
              'Catalogue',
              accordCadreId === null ? (
                'pas encore ouvert aux commandes'
              ) : (
                <Link key="catalogue" to={`/accords-cadres/${accordCadreId}`}>
                  accord-cadre ouvert aux commandes
                </Link>
              ),
            ],
            ['Livré et attesté', `${formatCents(shown.totals.deliveredNet)} HT`],
            [
              'Facturé aux communes',
              shown.totals.invoicedNet === null
                ? 'par le titulaire, à chaque commune'
                : `${formatCents(shown.totals.invoicedNet)} HT, par le syndicat`,
            ],
          ]}
        />
        <Gauge label="Commandé par tous les adhérents, HT" used={shown.committedNet} ceiling={shown.maximumNet} />
      </section>
      <ContractActs shown={shown} />
      <ContractDuties duties={shown.duties} />
    </article>
  );
}
