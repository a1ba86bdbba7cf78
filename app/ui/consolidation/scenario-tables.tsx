// Scenarios side by side: the whole, each lot, each commune, before and after, in euros and in percent.
import type { ReactNode } from 'react';
import { movedBy } from '~/domain/consultations/scenario-sentences';
import type { ScenarioResult } from '~/domain/consultations/scenarios';
import { formatCents, formatRate } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';

export interface ScenarioColumn {
  readonly text: string;
  readonly sentence: string;
  readonly result: ScenarioResult;
  readonly procedure: string;
  readonly valueNet: Cents | null;
}

interface Sides {
  readonly present: ScenarioColumn;
  readonly scenarios: readonly ScenarioColumn[];
}

function After({ before, after }: { before: Cents; after: Cents }) {
  return (
    <>
      {formatCents(after)} {before !== after && <small>({movedBy(before, after)})</small>}
    </>
  );
}

function Frame({ title, sides, children }: { title: string; sides: Sides; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled by keyboard too. */}
      <section className="table-scroll" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col" className="amount">
                Aujourd’hui
              </th>
              {sides.scenarios.map((one) => (
                <th scope="col" className="amount" key={one.text}>
                  {one.sentence}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </section>
  );
}

/** Needs, maxima, value and procedure. */
export function ScenarioTotals({ sides }: { sides: Sides }) {
  const { present, scenarios } = sides;
  const amounts: readonly (readonly [string, (one: ScenarioColumn) => Cents])[] = [
    ['Besoins HT', (one) => one.result.needNet],
    ['Maximum des lots HT', (one) => one.result.maximumNet],
  ];
  return (
    <Frame title="Ensemble" sides={sides}>
      {amounts.map(([label, of]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td className="amount">{formatCents(of(present))}</td>
          {scenarios.map((one) => (
            <td className="amount" key={one.text}>
              <After before={of(present)} after={of(one)} />
            </td>
          ))}
        </tr>
      ))}
      <tr>
        <th scope="row">Valeur comparée aux seuils HT</th>
        {[present, ...scenarios].map((one) => (
          <td className="amount" key={one.text}>
            {one.valueNet === null ? '–' : formatCents(one.valueNet)}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">Procédure</th>
        {[present, ...scenarios].map((one) => (
          <td key={one.text}>
            {one.procedure === present.procedure ? one.procedure : <strong>{one.procedure}</strong>}
          </td>
        ))}
      </tr>
    </Frame>
  );
}

/** Each lot: its need, and whether its maximum still covers it over the whole duration. */
export function ScenarioLots({ sides }: { sides: Sides }) {
  const { present, scenarios } = sides;
  return (
    <Frame title="Lots" sides={sides}>
      {present.result.lots.map((lot, index) => (
        <tr key={lot.number}>
          <th scope="row">
            Lot {lot.number} : {lot.title}
          </th>
          {[present, ...scenarios].map((one) => {
            const own = one.result.lots[index];
            if (!own) return <td key={one.text} />;
            return (
              <td className="amount" key={one.text}>
                <After before={lot.needNet} after={own.needNet} />
                <br />
                <small>
                  {own.failed
                    ? 'non acheté'
                    : own.roomNet < 0
                      ? `maximum ${formatCents(own.maximumNet)} dépassé de ${formatCents(-own.roomNet as Cents)}`
                      : `maximum ${formatCents(own.maximumNet)}, reste ${formatCents(own.roomNet)}`}
                </small>
              </td>
            );
          })}
        </tr>
      ))}
    </Frame>
  );
}

/** Each commune: its need, its part of the costs, and what the maxima no longer cover. */
export function ScenarioMembers({ sides }: { sides: Sides }) {
  const { present, scenarios } = sides;
  return (
    <Frame title="Communes" sides={sides}>
      {present.result.members.map((member, index) => (
        <tr key={member.communeId}>
          <th scope="row">{member.name}</th>
          {[present, ...scenarios].map((one) => {
            const own = one.result.members[index];
            if (!own) return <td key={one.text} />;
            return (
              <td className="amount" key={one.text}>
                <After before={member.needNet} after={own.needNet} />
                <br />
                <small>
                  {formatRate(own.share)} du coût
                  {own.uncoveredNet > 0 && `, ${formatCents(own.uncoveredNet)} non couverts par le maximum`}
                </small>
              </td>
            );
          })}
        </tr>
      ))}
    </Frame>
  );
}
