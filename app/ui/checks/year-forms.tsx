// What people add to a buyer's year: answers on lines, purchases made elsewhere, donations, the declaration.
import { isRecycled, isReused, type YearLine } from '~/domain/checks/agec-year';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import { Field, Select, Submit } from '../form';

const yesOrNo = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
];

/** Lines of which a part is unknown, to be completed by a person. */
export function OpenLines({ at, lines }: { at: string; lines: readonly YearLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>Lignes à compléter</h2>
      <p>Ces réponses portent votre nom. Laissez « Je ne sais pas » tant que vous n’avez pas la preuve.</p>
      <form method="post" action={`${at}/lignes`}>
        {lines.slice(0, 200).map((line) => (
          <fieldset key={line.id}>
            <legend>
              {line.label}, {formatCents(line.net)} ({line.number})
            </legend>
            {isReused(line) === null && (
              <Select
                label="Bien de réemploi, preuve en main"
                name={`reuseProof:${line.id}`}
                empty="Je ne sais pas"
                options={line.condition === null ? yesOrNo.slice(1) : yesOrNo}
                defaultValue=""
              />
            )}
            {isRecycled(line) === null && (
              <Select
                label="Contient des matières recyclées"
                name={`recycled:${line.id}`}
                empty="Je ne sais pas"
                options={yesOrNo}
                defaultValue={line.recycled === null ? '' : line.recycled ? 'yes' : 'no'}
              />
            )}
          </fieldset>
        ))}
        <Submit>Enregistrer les réponses</Submit>
      </form>
    </section>
  );
}

/** A purchase made outside Préau. */
export function PurchaseForm(props: {
  at: string;
  id: string;
  categories: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <details>
      <summary>Ajouter un achat fait hors de Préau</summary>
      <form method="post" action={`${props.at}/achats`}>
        <input type="hidden" name="id" value={props.id} />
        <Select label="Catégorie" name="category" options={props.categories} />
        <Field label="Achat" name="label" hint="Fournisseur et objet" required />
        <Field label="Montant HT" name="net" inputMode="decimal" required />
        <Field label="Dont réemploi, HT" name="reuseNet" inputMode="decimal" />
        <Field label="Dont produits avec matières recyclées, HT" name="recycledNet" inputMode="decimal" />
        <Submit>Ajouter l’achat</Submit>
      </form>
    </details>
  );
}

/** Donated laptops. */
export function DonationForm({ at, id }: { at: string; id: string }) {
  return (
    <details>
      <summary>Ajouter un don reçu</summary>
      <form method="post" action={`${at}/dons`}>
        <input type="hidden" name="id" value={id} />
        <Field label="Donateur" name="label" required />
        <Field label="Ordinateurs portables reçus" name="quantity" type="number" min={1} required />
        <p>
          <label>
            <input type="checkbox" name="young" value="yes" required /> Ils ont moins de 5 ans : 200 € chacun
          </label>
        </p>
        <Submit>Ajouter le don</Submit>
      </form>
    </details>
  );
}

/** The declaration: its files, the due date, the day it was published. */
export function Declarations(props: {
  at: string;
  closed: boolean;
  dueOn: Day;
  declared: { readonly value: string; readonly by: string } | null;
  declarations: readonly { readonly id: string; readonly number: string; readonly issuedOn: Day }[];
  mayDeclare: boolean;
  id: string;
}) {
  const { at, declarations, declared } = props;
  return (
    <section>
      <h2>Déclaration</h2>
      <p>À déposer sur data.gouv.fr au plus tard le {formatDay(props.dueOn)}.</p>
      {declarations.length > 0 && (
        <ul>
          {declarations.map(({ id, number, issuedOn }, index) => (
            <li key={id}>
              <a href={`${at}/declarations/${id}`}>{number}</a>, {formatDay(issuedOn)}
              {index > 0 && ' (remplacée)'}
            </li>
          ))}
        </ul>
      )}
      {declared && (
        <p>
          Publiée le {formatDay(declared.value as Day)}, dit par {declared.by}.
        </p>
      )}
      {!props.closed && <p>Le fichier se prépare une fois l’année terminée.</p>}
      {props.closed && props.mayDeclare && (
        <>
          <form method="post" action={`${at}/declarations`}>
            <Submit>Préparer le fichier CSV</Submit>
          </form>
          {declarations.length > 0 && (
            <form method="post" action={`${at}/precisions`} className="inline">
              <input type="hidden" name="id" value={props.id} />
              <input type="hidden" name="fact" value="declaredOn" />
              <input type="hidden" name="category" value="" />
              <Field label="Publiée le" name="value" type="date" required />
              <Submit>Enregistrer la date</Submit>
            </form>
          )}
        </>
      )}
    </section>
  );
}
