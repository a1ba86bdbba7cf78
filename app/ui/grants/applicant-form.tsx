// Who applies: what is known of the body, and the fields that complete it when it is not the commune.
import { Form } from '@remix-run/react';
import { Field, type Option, Select, Submit, TextArea } from '../form';
import { Facts } from '../parts';

export interface ShownApplicant {
  readonly kind: string;
  readonly grouping: boolean;
  readonly forms: readonly Option[];
  readonly roles: readonly Option[];
  readonly values: Readonly<
    Record<'form' | 'head' | 'name' | 'siren' | 'siret' | 'address' | 'department' | 'arrondissement', string>
  >;
}

interface Refused {
  readonly problems: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

function Identity({ of, answer }: { of: ShownApplicant; answer: Refused | undefined }) {
  const field = (name: keyof ShownApplicant['values']) => ({
    name,
    problem: answer?.problems[name],
    defaultValue: answer?.typed[name] ?? of.values[name],
  });
  return (
    <>
      {of.forms.length > 0 && <Select label="Forme" options={of.forms} {...field('form')} />}
      <Field label="Nom légal du demandeur" {...field('name')} required />
      <Field label="SIREN" inputMode="numeric" className="short" {...field('siren')} required />
      <Field
        label="SIRET"
        inputMode="numeric"
        hint="Quatorze chiffres : le SIREN, puis cinq chiffres. Peut se compléter plus tard."
        {...field('siret')}
      />
      <TextArea label="Adresse" rows={3} {...field('address')} />
      <Field label="Département" hint="Celui du siège, comme « Ille-et-Vilaine (35) »." {...field('department')} />
      <Field label="Arrondissement" hint="Celui du siège." {...field('arrondissement')} />
    </>
  );
}

export function ApplicantForm({ of, answer }: { of: ShownApplicant; answer: Refused | undefined }) {
  const { values } = of;
  return (
    <Form method="post" className="stack">
      {of.grouping ? (
        <Identity of={of} answer={answer} />
      ) : (
        <Facts
          entries={[
            ['Nature', of.kind],
            ['Nom', values.name],
            ['SIREN', values.siren],
            ['SIRET', values.siret || 'À compléter'],
            ['Adresse', values.address.replaceAll('\n', ', ')],
          ]}
        />
      )}
      <Select
        label="Représentant"
        hint="Comme les courriers et la délibération le nomment."
        empty="À compléter"
        options={of.roles}
        name="head"
        problem={answer?.problems['head']}
        defaultValue={answer?.typed['head'] ?? values.head}
      />
      <div className="row">
        <Submit>Enregistrer</Submit>
      </div>
    </Form>
  );
}
