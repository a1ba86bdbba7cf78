// Sells a line by packages of several pieces: what each way of rounding up adds is shown before deciding.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { DecisionFrame, Reason } from '~/ui/consolidation/decision-frame';
import { Choice, Field, Select, Submit } from '~/ui/form';
import { notUnderstood } from '../form.server';
import { reader, writer } from '../guard.server';
import { readPackage } from './decision-forms.server';
import { decide, linesToDecide } from './decisions.server';

export const meta: MetaFunction = () => [{ title: 'Conditionner une ligne – Préau' }];

export const loader = reader('campaign.run', ({ db, params, url }) => {
  const { lines, lots: _lots, categories: _categories, ...rest } = linesToDecide(db, params['id']);
  return {
    ...rest,
    id: randomUUID(),
    chosen: url.searchParams.get('ligne') ?? undefined,
    lines: lines.map(({ key, number, label, unit, quantity, shares }) => ({
      value: key,
      label: `${number} ${label} : ${formatCount(quantity)} ${unit}, ${formatCount(shares.length)} communes`,
    })),
  };
});

export const action = writer('campaign.run', (asked) => {
  const read = readPackage(asked.form);
  return 'value' in read ? decide(asked, read.value.decision, read.value.reason) : notUnderstood(read);
});

export default function PackagePage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed;
  const problems = answer?.problems ?? {};
  return (
    <DecisionFrame
      title="Conditionner une ligne"
      campaign={shown.campaign}
      frozen={shown.frozen}
      reasons={answer && 'reasons' in answer ? answer.reasons : []}
    >
      <p>
        Le prix reste celui d’une pièce ; les quantités sont relevées au nombre entier de conditionnements. Ce que
        l’arrondi ajoute est écrit sous la ligne.
      </p>
      <Form method="post" className="stack">
        <input type="hidden" name="id" value={typed?.['id'] ?? shown.id} />
        <Select
          label="Ligne"
          name="key"
          options={shown.lines}
          defaultValue={typed?.['key'] ?? shown.chosen}
          problem={problems['key']}
        />
        <Field
          label="Nom du conditionnement"
          name="name"
          maxLength={40}
          defaultValue={typed?.['name'] ?? 'carton'}
          problem={problems['name']}
        />
        <Field
          label="Pièces par conditionnement"
          name="size"
          inputMode="numeric"
          className="short"
          defaultValue={typed?.['size']}
          problem={problems['size']}
        />
        <fieldset>
          <legend>Arrondir</legend>
          <Choice
            type="radio"
            name="rounding"
            value="member"
            label="Pour chaque commune : chacune reçoit des conditionnements entiers"
            defaultChecked={typed?.['rounding'] !== 'total'}
          />
          <Choice
            type="radio"
            name="rounding"
            value="total"
            label="Sur le total : le syndicat ouvre les conditionnements et répartit"
            defaultChecked={typed?.['rounding'] === 'total'}
          />
        </fieldset>
        <Reason typed={typed?.['reason']} problem={problems['reason']} />
        <div className="row">
          <Submit>Conditionner</Submit>
        </div>
      </Form>
    </DecisionFrame>
  );
}
