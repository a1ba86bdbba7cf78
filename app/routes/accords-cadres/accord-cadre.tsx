// One accord-cadre: its validity, and for each lot its holder, what is ordered of the maximum, and its price schedules.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { award } from 'catalog/award';
import {
  committedNetByLot,
  findAccordCadre,
  listLots,
  listMemberCeilings,
  listPriceSchedules,
} from 'db/accords-cadres';
import { modeLabels, orderingRefusals, remainingNet, useOfMaximum } from '~/domain/accords-cadres/accord-cadre';
import { maximumSentence, orderingRefusalSentence } from '~/domain/accords-cadres/sentences';
import { isAllowed } from '~/domain/accounts/permissions';
import { formatCents, formatCount, formatDay, formatDayShort, formatInstant } from '~/domain/shared/format';
import { zeroCents } from '~/domain/shared/money';
import { Facts, Gauge, Notice, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.accordCadre.reference ?? 'Accord-cadre'} – Préau` },
];

export const loader = reader('accordCadre.read', ({ db, params, user, today }) => {
  const accordCadre = orNotFound(findAccordCadre(db, params['id'] ?? ''));
  const committed = committedNetByLot(db);
  const own = user.scope.kind === 'commune' ? listMemberCeilings(db, user.scope.communeId) : [];
  const mayImport = isAllowed(user.roles, 'priceSchedule.import');
  return {
    accordCadre,
    mayImport,
    lots: listLots(db, accordCadre.id).map(({ lot, holderName, holderSiret, references }) => {
      const standing = { ...accordCadre, maximumNet: lot.maximumNet, committedNet: committed.get(lot.id) ?? zeroCents };
      return {
        ...lot,
        holderName,
        holderSiret,
        references,
        committedNet: standing.committedNet,
        remainingNet: remainingNet(standing),
        warning: maximumSentence(useOfMaximum(standing, award.maximumAlerts.shares)),
        refusals: orderingRefusals(standing, today).map(orderingRefusalSentence),
        ownCeiling: own.find(({ lotId }) => lotId === lot.id) ?? null,
        schedules: mayImport ? listPriceSchedules(db, lot.id) : [],
      };
    }),
  };
});

type ShownLot = ReturnType<typeof useLoaderData<typeof loader>>['lots'][number];

function PriceSchedules({ lot }: { lot: ShownLot }) {
  return (
    <div className="stack">
      <h3>Bordereaux de prix</h3>
      <ul>
        {lot.schedules.map((schedule) => (
          <li key={schedule.id}>
            {schedule.fileName}, prix au {formatDayShort(schedule.effectiveOn)}{' '}
            <small>
              {schedule.confirmedAt === null ? (
                <>
                  reçu le {formatInstant(schedule.receivedAt)},{' '}
                  <Link to={`/accords-cadres/lots/${lot.id}/bordereaux/${schedule.id}`}>à confirmer</Link>
                </>
              ) : (
                `confirmé le ${formatInstant(schedule.confirmedAt)}, ${formatCount(schedule.prices)} prix`
              )}
            </small>
          </li>
        ))}
      </ul>
      <p>
        <Link className="button secondary" to={`/accords-cadres/lots/${lot.id}/bordereaux/nouveau`}>
          Recevoir un bordereau de prix
        </Link>
      </p>
    </div>
  );
}

export default function AccordCadrePage() {
  const { accordCadre, lots, mayImport } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title={accordCadre.title} crumbs={[{ to: '/accords-cadres', label: 'Accords-cadres' }]}>
        {accordCadre.reference}
      </PageHead>
      <section className="card">
        <Facts
          entries={[
            ['Notification', formatDay(accordCadre.notifiedOn)],
            ['Validité', `du ${formatDay(accordCadre.startsOn)} au ${formatDay(accordCadre.endsOn)}`],
            ['Mode', modeLabels[accordCadre.mode]],
          ]}
        />
        {accordCadre.fictitious && (
          <p>
            <small>Accord-cadre, titulaires et prix fictifs, pour la démonstration.</small>
          </p>
        )}
      </section>
      {lots.map((lot) => (
        <section key={lot.id} className="card">
          <h2>
            Lot {lot.number} – {lot.title}
          </h2>
          {lot.refusals.map((sentence) => (
            <Notice key={sentence} tone="bad">
              <p>{sentence}</p>
            </Notice>
          ))}
          {lot.warning !== undefined && lot.refusals.length === 0 && (
            <Notice tone="warn">
              <p>{lot.warning}</p>
            </Notice>
          )}
          <Facts
            entries={[
              ['Titulaire', lot.holderSiret === null ? lot.holderName : `${lot.holderName} (SIRET ${lot.holderSiret})`],
              ['CPV', lot.cpv],
              ['Livraison', `${lot.deliveryDays} jours`],
              [
                'Références',
                <Link key="references" to={`/catalogue?lot=${lot.id}`}>
                  {formatCount(lot.references)} au catalogue
                </Link>,
              ],
            ]}
          />
          <Gauge label="Commandé par tous les adhérents, HT" used={lot.committedNet} ceiling={lot.maximumNet} />
          <p>
            Reste <strong className="amount">{formatCents(lot.remainingNet)}</strong> HT.
          </p>
          {lot.ownCeiling !== null && (
            <Gauge
              label="Commandé par votre commune, HT"
              used={lot.ownCeiling.committedNet}
              ceiling={lot.ownCeiling.maximumNet}
            />
          )}
          {mayImport && <PriceSchedules lot={lot} />}
        </section>
      ))}
    </article>
  );
}
