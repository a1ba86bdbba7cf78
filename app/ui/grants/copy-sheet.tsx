// The fields of a file with a copy button each, in the order of the form they go into.
import { CopyButton } from '../copy-button';

export interface ShownCopySection {
  readonly title: string;
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly hint: string;
    readonly value: string;
  }[];
}

export function CopySheet({ of }: { of: readonly ShownCopySection[] }) {
  return of.map((section) => (
    <section key={section.title} className="card">
      <h2>{section.title}</h2>
      <table className="cards copy-sheet">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">À recopier</th>
          </tr>
        </thead>
        <tbody>
          {section.fields.map((field) => (
            <tr key={field.key}>
              <th scope="row">
                {field.label}
                {field.hint !== '' && (
                  <>
                    <br />
                    <small>{field.hint}</small>
                  </>
                )}
              </th>
              <td>
                {field.value === '' ? (
                  <small>à compléter</small>
                ) : (
                  <div className="row apart">
                    <span className="wrapped">{field.value}</span>
                    <CopyButton text={field.value} label={field.label} />
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}
