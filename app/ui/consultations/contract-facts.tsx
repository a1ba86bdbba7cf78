// What a contract says: its holder, its dates, and the pages of its execution.
import { Link } from '@remix-run/react';
import type { ContractTotals } from '~/domain/consultations/contract-closing';
import type { Procedure } from '~/domain/consultations/procedure';
import { procedureLabels } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Facts } from '../parts';

interface Shown {
  readonly contract: {
    readonly id: string;
    readonly procedure: Procedure;
    readonly cpv: string;
    readonly signedOn: Day;
    readonly signatory: string;
    readonly capacity: string;
    readonly notifiedOn: Day | null;
    readonly startsOn: Day | null;
    readonly endsOn: Day | null;
    readonly offerNet: Cents;
    readonly firmMonths: number;
    readonly renewals: number;
    readonly renewalMonths: number;
  };
  readonly holder: { readonly name: string; readonly siret: string | null };
  readonly amendments: number;
  readonly closed: boolean;
  readonly openData?: { readonly version: number; readonly publishedOn: Day } | undefined;
  readonly accordCadreId: string | null;
  readonly totals: Pick<ContractTotals, 'deliveredNet' | 'invoicedNet'>;
}

export function ContractFacts({ shown }: { shown: Shown }) {
  const { contract, holder, accordCadreId } = shown;
  const months = contract.firmMonths + contract.renewals * contract.renewalMonths;
  return (
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
  );
}
