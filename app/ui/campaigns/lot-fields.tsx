// One lot of a campaign being opened: its title and its categories, by group.
import { Choice, Field } from '../form';

interface Named {
  readonly code: string;
  readonly label: string;
}

/** Folded unless it holds something. What was typed or chosen before wins over what is proposed. */
export function LotFields(props: {
  lot: { readonly number: number; readonly title: string; readonly groups: readonly string[] };
  groups: readonly Named[];
  categories: readonly (Named & { readonly group: string })[];
  title: string | undefined;
  chosen: readonly string[] | undefined;
  problem: string | undefined;
}) {
  const { lot, groups, categories, title, chosen, problem } = props;
  return (
    <details className="card" open={lot.title !== '' || (chosen?.length ?? 0) > 0}>
      <summary>
        Lot {lot.number}
        {lot.title !== '' && ` : ${lot.title}`}
      </summary>
      <Field
        label={`Intitulé du lot ${lot.number}`}
        name={`lotTitle${lot.number}`}
        defaultValue={title ?? lot.title}
        problem={problem}
      />
      {groups.map((group) => (
        <fieldset key={group.code}>
          <legend>{group.label}</legend>
          <div className="row">
            {categories
              .filter((category) => category.group === group.code)
              .map((category) => (
                <Choice
                  key={category.code}
                  label={category.label}
                  name={`lotCategories${lot.number}[]`}
                  value={category.code}
                  defaultChecked={chosen ? chosen.includes(category.code) : lot.groups.includes(group.code)}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </details>
  );
}
