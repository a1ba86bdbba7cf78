// The typical needs of a campaign for its buyer: those proposed, and the form of a new one.
import { Form } from '@remix-run/react';
import type { NeedKit } from '~/domain/campaigns/kits';
import { formatCount } from '~/domain/shared/format';
import { Field, FormProblem, type Option, Submit } from '../form';
import { SearchSelect } from '../search-select';

const rows = 8;

/** The kits proposed, each with what it holds. */
export function KitList({ kits, path, editable }: { kits: readonly NeedKit[]; path: string; editable: boolean }) {
  if (kits.length === 0) return <p>Aucun besoin type pour le moment.</p>;
  return (
    <ul className="plain stack">
      {kits.map(({ id, title, lines }) => (
        <li key={id} className="card">
          <h2>{title}</h2>
          <ul>
            {lines.map(({ productId, label, quantity }) => (
              <li key={productId}>
                {formatCount(quantity)} × {label}
              </li>
            ))}
          </ul>
          {editable && (
            <Form method="post" action={`${path}/${id}/retrait`}>
              <Submit tone="plain" aria-label={`Retirer : ${title}`}>
                Retirer
              </Submit>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A new kit: its title and up to eight references with their quantity per kit. */
export function KitForm(props: {
  newId: string;
  references: readonly Option[];
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
  reasons: readonly string[] | undefined;
}) {
  const { newId, references, typed, problems, reasons } = props;
  const wrong = [...(reasons ?? []), ...Object.values(problems)];
  return (
    <Form method="post" className="card">
      <h2>Proposer un besoin type</h2>
      <FormProblem reasons={wrong} title="Le besoin type n’est pas enregistré." />
      <input type="hidden" name="id" value={typed['id'] ?? newId} />
      <Field
        label="Intitulé"
        hint="Comme « Classe mobile, 16 tablettes »."
        name="title"
        required
        maxLength={80}
        defaultValue={typed['title']}
        problem={problems['title']}
      />
      {Array.from({ length: rows }, (_, index) => index + 1).map((rank) => (
        <div className="row" key={rank}>
          <div style={{ flex: '1 1 20rem' }}>
            <SearchSelect
              label={`Référence ${rank}`}
              name={`product${rank}`}
              options={references}
              empty="Aucune"
              defaultValue={typed[`product${rank}`] ?? ''}
            />
          </div>
          <Field
            label={`Quantité ${rank}`}
            name={`quantity${rank}`}
            inputMode="numeric"
            className="short"
            defaultValue={typed[`quantity${rank}`]}
            problem={problems[`quantity${rank}`]}
          />
        </div>
      ))}
      <div className="row">
        <Submit>Proposer aux communes</Submit>
      </div>
    </Form>
  );
}
