// The form that puts a reference in the commune's cart for one of its schools.
import { Form } from '@remix-run/react';
import { Field, Select, Submit } from '../form';

export interface OwnSchool {
  readonly uai: string;
  readonly name: string;
}

/** Quantity, school when there is a choice, and the button. `back` is the page to come back to. */
export function AddToCart({
  productId,
  label,
  schools,
  back,
}: {
  productId: string;
  label: string;
  schools: readonly OwnSchool[];
  back: string;
}) {
  const [only] = schools;
  if (!only) return null;
  return (
    <Form method="post" action="/panier/lignes" className="add-to-cart">
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="retour" value={back} />
      {schools.length === 1 ? (
        <input type="hidden" name="schoolUai" value={only.uai} />
      ) : (
        <div className="school">
          <Select
            label="École"
            name="schoolUai"
            required
            empty="Choisir…"
            options={schools.map(({ uai, name }) => ({ value: uai, label: name }))}
          />
        </div>
      )}
      <Field label="Quantité" name="quantity" type="number" min={1} max={9999} step={1} defaultValue={1} required />
      <Submit aria-label={`Ajouter au panier\u202f: ${label}`}>Ajouter</Submit>
    </Form>
  );
}
