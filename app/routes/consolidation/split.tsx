// Divides a line between lots, by year or by delivery.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { DecisionFrame, Reason } from '~/ui/consolidation/decision-frame';
import { Field, Select, Submit } from '~/ui/form';
import { notUnderstood } from '../form.server';
import { reader, writer } from '../guard.server';
import { partCount, readSplit } from './decision-forms.server';
import { decide, linesToDecide } from './decisions.server';

export const meta: MetaFunction = () => [{ title: 'Diviser une ligne – Préau' }];

export const loader = reader('campaign.run', ({ db, params, url }) => {
  const { lines, lots, categories: _categories, ...rest } = linesToDecide(db, params['id']);
  const chosen = lines.find(({ key }) => key === url.searchParams.get('ligne'));
  const lotOf = lots.find((lot) => lot.categories.includes(chosen?.category ?? ''));
  return {
    ...rest,
    id: randomUUID(),
    chosen: chosen && { key: chosen.key, label: chosen.label, lot: String(lotOf?.number ?? '') },
    lines: lines.map(({ key, number, label, unit, quantity }) => ({
      value: key,
      label: `${number} ${label} : ${formatCount(quantity)} ${unit}`,
    })),
    lots: lots.map(({ number, title }) => ({ value: String(number), label: `Lot ${number} : ${title}` })),
    ranks: Array.from({ length: partCount }, (_, index) => index + 1),
  };
});

export const action = writer('campaign.run', (asked) => {
  const read = readSplit(asked.form);
  return 'value' in read ? decide(asked, read.value.decision, read.value.reason) : notUnderstood(read);
});

export default function SplitPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed;
  const problems = answer?.problems ?? {};
  const proposed = (rank: number) => (shown.chosen && rank <= 2 ? `${shown.chosen.label}, part ${rank}` : undefined);
  return (
    <DecisionFrame
      title="Diviser une ligne"
      campaign={shown.campaign}
      frozen={shown.frozen}
      reasons={answer && 'reasons' in answer ? answer.reasons : []}
    >
      <p>
        Entre des lots, des années ou des livraisons. Les pièces sont réparties une à une, commune par commune : la
        somme des parts est la quantité de la ligne, et chaque commune garde la sienne.
      </p>
      <Form method="post" className="stack">
        <input type="hidden" name="id" value={typed?.['id'] ?? shown.id} />
        <Select
          label="Ligne à diviser"
          name="key"
          options={shown.lines}
          defaultValue={typed?.['key'] ?? shown.chosen?.key}
          problem={problems['key']}
        />
        {shown.ranks.map((rank) => (
          <fieldset key={rank}>
            <legend>Part {rank}</legend>
            <Field
              label={`Libellé de la part ${rank}`}
              name={`label${rank}`}
              maxLength={200}
              defaultValue={typed?.[`label${rank}`] ?? proposed(rank)}
              problem={problems[`label${rank}`]}
            />
            <Select
              label={`Lot de la part ${rank}`}
              name={`lot${rank}`}
              options={shown.lots}
              defaultValue={typed?.[`lot${rank}`] ?? shown.chosen?.lot}
            />
            <Field
              label={`Part ${rank} de la quantité (%)`}
              name={`percent${rank}`}
              inputMode="numeric"
              className="short"
              defaultValue={typed?.[`percent${rank}`] ?? (rank <= 2 ? '50' : undefined)}
              problem={problems[`percent${rank}`]}
            />
          </fieldset>
        ))}
        <Reason typed={typed?.['reason']} problem={problems['reason']} />
        <div className="row">
          <Submit>Diviser</Submit>
        </div>
      </Form>
    </DecisionFrame>
  );
}
