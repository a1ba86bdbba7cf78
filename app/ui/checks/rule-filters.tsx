// Filters over the rules: a plain form whose address can be kept and sent.
import { Form, Link } from '@remix-run/react';
import { Choice, Field, type Option, Select } from '../form';

type Name = 'texte' | 'portee' | 'gravite' | 'etat' | 'categorie';

const labels: Readonly<Record<Name, string>> = {
  texte: 'Texte',
  etat: 'État',
  gravite: 'Gravité',
  portee: 'Porte sur',
  categorie: 'Catégorie',
};

export function RuleFilters({
  typed,
  choices,
  filtered,
}: {
  typed: Readonly<Record<Name | 'q' | 'verifier', string>>;
  choices: Readonly<Record<Name, readonly Option[]>>;
  filtered: boolean;
}) {
  return (
    <Form method="get" action="/controles" className="card" role="search" key={Object.values(typed).join('|')}>
      <Field label="Mots" name="q" type="search" defaultValue={typed.q} hint="Wi-Fi, garantie, AGEC-07…" />
      <details open={filtered} className="stack">
        <summary>Filtrer par texte, état, gravité…</summary>
        <div className="stack">
          {(Object.keys(labels) as Name[]).map((name) => (
            <Select
              key={name}
              label={labels[name]}
              name={name}
              defaultValue={typed[name]}
              options={choices[name]}
              empty="Tous"
            />
          ))}
          <Choice label="À vérifier seulement" name="verifier" value="1" defaultChecked={typed.verifier !== ''} />
        </div>
      </details>
      <div className="row">
        <button type="submit">Chercher</button>
        {filtered && <Link to="/controles">Tout voir</Link>}
      </div>
    </Form>
  );
}
