// The register: every deposit in order of reception with its standing; nothing is ever removed from it.
import { Form } from '@remix-run/react';
import { type DepositStanding, standingLabels } from '~/domain/consultations/deposits';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Submit } from '../form';
import { Badge, type Tone } from '../parts';

const tones: Readonly<Record<DepositStanding, Tone | undefined>> = {
  kept: 'good',
  late: 'bad',
  replaced: undefined,
  withdrawn: undefined,
  inadmissible: 'bad',
};

export function Register({
  id,
  deposits,
  mayWithdraw,
}: {
  id: string;
  deposits: readonly {
    readonly id: string;
    readonly candidate: string;
    readonly siret: string;
    readonly lots: readonly number[];
    readonly day: Day;
    readonly time: string;
    readonly standing: DepositStanding;
  }[];
  mayWithdraw: boolean;
}) {
  if (deposits.length === 0) return <p>Aucun pli enregistré.</p>;
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Pli</th>
            <th scope="col">Candidat</th>
            <th scope="col">Reçu le</th>
            <th scope="col">Lots</th>
            <th scope="col">Sort</th>
          </tr>
        </thead>
        <tbody>
          {deposits.map((deposit, index) => (
            <tr key={deposit.id}>
              <td data-label="Pli">{index + 1}</td>
              <th scope="row">
                {deposit.candidate}
                <br />
                <small>SIRET {deposit.siret}</small>
              </th>
              <td data-label="Reçu le">
                {formatDay(deposit.day)} à {deposit.time}
              </td>
              <td data-label="Lots">{deposit.lots.join(', ')}</td>
              <td data-label="Sort">
                <Badge tone={tones[deposit.standing]}>{standingLabels[deposit.standing]}</Badge>
                {mayWithdraw && deposit.standing === 'kept' && (
                  <Form method="post" action={`/consultations/${id}/depots/${deposit.id}/retrait`}>
                    <Submit tone="secondary">Retiré par le candidat</Submit>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
