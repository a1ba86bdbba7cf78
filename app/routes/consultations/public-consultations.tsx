// The syndicat's procedures and contracts, for anyone: open consultations first, then contracts with their open data.
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findSyndicat } from 'db/organisations';
import { ConsultationList, ContractTable } from '~/ui/consultations/public-consultations';
import { PageHead } from '~/ui/parts';
import { publicReader } from '../guard.server';
import { publicConsultations, publicContracts } from './public-consultation.server';

export const meta: MetaFunction = () => [{ title: 'Marchés publics – Préau' }];

export const loader = publicReader(({ db, now }) => {
  const contracts = publicContracts(db);
  return {
    buyer: findSyndicat(db).name,
    markets: publicConsultations(db, now).map(
      ({ id, reference, object, state, sentOn, deadline, deadlineTime, lots }) => ({
        ...{ id, reference, object, state, sentOn, deadline, deadlineTime },
        lots: lots.length,
      }),
    ),
    contracts: contracts.map(({ openData, ...contract }) => ({ ...contract, openData: openData !== undefined })),
    anyOpenData: contracts.some(({ openData }) => openData !== undefined),
  };
});

export default function PublicConsultationPage() {
  const { buyer, markets, contracts, anyOpenData } = useLoaderData<typeof loader>();
  const open = markets.filter(({ state }) => state === 'open');
  const others = markets.filter(({ state }) => state !== 'open');
  return (
    <article>
      <PageHead title="Marchés publics">
        {buyer} : les consultations, leurs dossiers et les marchés conclus, sans compte.
      </PageHead>
      <section>
        <h2>Consultations ouvertes</h2>
        {open.length === 0 ? <p>Aucune consultation n’attend d’offre aujourd’hui.</p> : <ConsultationList of={open} />}
      </section>
      {others.length > 0 && (
        <section>
          <h2>Consultations closes</h2>
          <ConsultationList of={others} />
        </section>
      )}
      <section>
        <h2>Marchés conclus</h2>
        {contracts.length === 0 ? <p>Aucun marché notifié.</p> : <ContractTable of={contracts} />}
        {anyOpenData && (
          <p>
            <a href="/marches/donnees-essentielles.json" download>
              Données essentielles de tous ces marchés (JSON, format DECP)
            </a>
          </p>
        )}
      </section>
      <p>
        <a href="/marches/flux.atom">Suivre les nouvelles consultations (flux Atom)</a>
      </p>
    </article>
  );
}
