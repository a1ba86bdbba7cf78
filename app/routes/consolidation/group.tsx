// Brings lines together under a label the buyer writes: a free line, a reference, or a functional need.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { DecisionFrame, Reason } from '~/ui/consolidation/decision-frame';
import { Choice, Field, Select, Submit, TextArea } from '~/ui/form';
import { notUnderstood } from '../form.server';
import { reader, writer } from '../guard.server';
import { readGroup } from './decision-forms.server';
import { decide, linesToDecide } from './decisions.server';

export const meta: MetaFunction = () => [{ title: 'Regrouper des lignes – Préau' }];

export const loader = reader('campaign.run', ({ db, params, url }) => {
  const { lines, lots: _lots, ...rest } = linesToDecide(db, params['id']);
  const wanted = new Set(url.searchParams.getAll('ligne'));
  const first = lines.find(({ key }) => wanted.has(key));
  return {
    ...rest,
    id: randomUUID(),
    first: first && { label: first.label, unit: first.unit, category: first.category },
    lines: lines.map(({ key, number, label, unit, quantity, productId }) => ({
      key,
      text: `${number} ${label} : ${formatCount(quantity)} ${unit}${productId === null ? ' (hors catalogue)' : ''}`,
      chosen: wanted.has(key),
    })),
    references: lines.flatMap(({ productId, number, label }) =>
      productId === null ? [] : [{ value: productId, label: `Référence ${number} ${label}` }],
    ),
  };
});

export const action = writer('campaign.run', (asked) => {
  const read = readGroup(asked.form);
  return 'value' in read ? decide(asked, read.value.decision, read.value.reason) : notUnderstood(read);
});

export default function GroupPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed;
  const problems = answer?.problems ?? {};
  return (
    <DecisionFrame
      title="Regrouper des lignes"
      campaign={shown.campaign}
      frozen={shown.frozen}
      reasons={answer && 'reasons' in answer ? answer.reasons : []}
    >
      <p>
        Les quantités s’additionnent ; chaque commune garde les siennes, et ce qu’elle a écrit reste visible derrière la
        ligne. Le regroupement s’annule tant que les besoins ne sont pas figés.
      </p>
      <Form method="post" className="stack">
        <input type="hidden" name="id" value={typed?.['id'] ?? shown.id} />
        <fieldset>
          <legend>Lignes à regrouper</legend>
          {problems['keys'] !== undefined && <p className="problem">{problems['keys']}</p>}
          {shown.lines.map((line) => (
            <Choice key={line.key} label={line.text} name="keys[]" value={line.key} defaultChecked={line.chosen} />
          ))}
        </fieldset>
        <Field
          label="Libellé de la ligne"
          name="label"
          maxLength={200}
          defaultValue={typed?.['label'] ?? shown.first?.label}
          problem={problems['label']}
        />
        <Field
          label="Unité"
          name="unit"
          className="short"
          maxLength={40}
          defaultValue={typed?.['unit'] ?? shown.first?.unit ?? 'unité'}
          problem={problems['unit']}
        />
        <Choice
          label="Les lignes choisies n’ont pas la même unité, mais elles comptent la même chose"
          name="sameUnits"
          defaultChecked={typed?.['sameUnits'] === 'on'}
        />
        <Select
          label="Catégorie"
          name="category"
          options={shown.categories.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={typed?.['category'] ?? shown.first?.category}
          problem={problems['category']}
        />
        <Select
          label="Ce que devient la ligne"
          name="into"
          options={[
            { value: 'free', label: 'Une ligne libre' },
            { value: 'functional', label: 'Un besoin fonctionnel, sans référence ni marque' },
            ...shown.references,
          ]}
          defaultValue={typed?.['into'] ?? 'free'}
        />
        <TextArea
          label="Exigence du besoin fonctionnel"
          name="requirement"
          rows={3}
          maxLength={2000}
          hint="Ce que le matériel doit permettre, sans marque ni modèle. Le cahier des charges la reprend. À laisser vide pour les autres lignes."
          defaultValue={typed?.['requirement']}
          problem={problems['requirement']}
        />
        <Reason typed={typed?.['reason']} problem={problems['reason']} />
        <div className="row">
          <Submit>Regrouper</Submit>
        </div>
      </Form>
    </DecisionFrame>
  );
}
