// Rates, categories and dates that each department sets for the yearly dotations: listed, entered, replaced.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { departmentTerms } from 'catalog/grants';
import type { DepartmentTerms } from 'catalog/grants/types';
import { write } from 'db/client';
import { addDepartmentTerms, listDepartmentTerms } from 'db/grant-terms';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { yearOf } from '~/domain/shared/day';
import { formatInstant, formatRate } from '~/domain/shared/format';
import { DepartmentTermsForm, TermsTable } from '~/ui/grants/department-terms';
import { typedIn } from '~/ui/grants/fact-fields';
import { PageHead } from '~/ui/parts';
import { typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { readDepartmentTerms } from './department-terms.server';
import { listSchemes } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Taux et catégories par département – Préau' }];

function localSchemes(db: Parameters<typeof listSchemes>[0]) {
  const local = listSchemes(db).filter(({ localTerms }) => localTerms === true);
  return [...new Map(local.map(({ id, shortName }) => [id, shortName]))].map(([value, label]) => ({ value, label }));
}

function shownTerms(terms: DepartmentTerms, schemes: ReturnType<typeof localSchemes>) {
  const rates = [terms.lowestRate, terms.highestRate].filter((rate) => rate !== null).map(formatRate);
  return {
    scheme: schemes.find(({ value }) => value === terms.schemeId)?.label ?? terms.schemeId,
    department: terms.departmentCode,
    year: terms.year,
    retained: terms.retained === null ? 'Inconnu' : terms.retained ? 'Oui' : 'Non',
    category: terms.category ?? '',
    rates: rates.length === 0 ? 'non communiqué' : [...new Set(rates)].join(' à '),
    source: terms.source ?? '',
    toVerify: terms.confidence !== 'confirmed',
  };
}

export const loader = reader('scheme.read', ({ db, user, today }) => {
  const schemes = localSchemes(db);
  const entered = listDepartmentTerms(db);
  const replaced = (terms: DepartmentTerms) =>
    entered.some(
      ({ terms: own }) =>
        own.schemeId === terms.schemeId && own.departmentCode === terms.departmentCode && own.year === terms.year,
    );
  return {
    id: randomUUID(),
    mayEdit: isAllowed(user.roles, 'scheme.edit'),
    year: String(yearOf(today)),
    schemes,
    entered: entered.map(({ id, terms, by, at }) => ({
      ...shownTerms(terms, schemes),
      id,
      by: `${by}, ${formatInstant(at)}`,
    })),
    published: departmentTerms.filter((terms) => !replaced(terms)).map((terms) => shownTerms(terms, schemes)),
  };
});

export const action = writer('scheme.edit', ({ db, user, form, now }) => {
  const read = readDepartmentTerms(
    form,
    localSchemes(db).map(({ value }) => value),
  );
  if (!('terms' in read)) {
    const chosen = [...form].map(([name, value]) => `${name}=${String(value)}`);
    return data({ problems: read.problems, typed: typedOf(form), chosen }, { status: 400 });
  }
  const sent = String(form.get('id') ?? '');
  const id = /^[0-9a-f-]{36}$/.test(sent) ? sent : randomUUID();
  write(db, (tx) => {
    if (!addDepartmentTerms(tx, id, read.terms, { userId: user.id, at: now })) return;
    const { schemeId, departmentCode, year } = read.terms;
    const detail = { schemeId, departmentCode, year };
    const subject = { subjectKind: 'departmentTerms', subjectId: id };
    addDeed(tx, { at: now, userId: user.id, deed: 'departmentTerms.entered', ...subject, detail });
  });
  return redirectSaying('/subventions/parametres-locaux', 'La ligne est enregistrée et s’applique tout de suite.');
});

export default function DepartmentTermsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Taux et catégories par département"
        crumbs={[{ to: '/subventions/dispositifs', label: 'Dispositifs' }]}
      >
        Ce que la commission d’élus ou le préfet fixe chaque année. Sans ligne, la règle nationale s’applique et le taux
        est « à vérifier ».
      </PageHead>
      <TermsTable caption="Saisis par le syndicat" of={shown.entered} mayEdit={shown.mayEdit} />
      {shown.mayEdit && (
        <DepartmentTermsForm
          id={shown.id}
          year={shown.year}
          schemes={shown.schemes}
          typed={typedIn(answer)}
          answer={answer}
        />
      )}
      <TermsTable caption="Lus dans le formulaire national" of={shown.published} mayEdit={false} />
    </article>
  );
}
