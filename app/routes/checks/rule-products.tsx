// The references of the catalogue that a rule concerns, by answer, page by page.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { productAnswers } from '~/ui/checks/product-answers';
import { PageHead, Pager } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { findShelved } from './rule-shelf.server';
import { tryOnCatalogue } from './trial.server';

const pageSize = 50;
type ProductAnswer = keyof typeof productAnswers;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Références – ${data?.title ?? 'Règle'} – Préau` },
];

export const loader = reader('rule.read', ({ db, params, url, today }) => {
  const { rule } = orNotFound(findShelved(db, params['id'] ?? '', today));
  const { answers, products } = tryOnCatalogue(db, rule, today);
  const asked = url.searchParams.get('reponse') ?? '';
  const answer: ProductAnswer = asked in productAnswers ? (asked as ProductAnswer) : 'unmet';
  const kept = products.filter((product) => product.answer === answer);
  const pages = Math.max(1, Math.ceil(kept.length / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
  return {
    id: rule.id,
    title: rule.title,
    answers,
    answer,
    count: kept.length,
    page,
    pages,
    products: kept.slice((page - 1) * pageSize, page * pageSize),
  };
});

export default function RuleProducts() {
  const { id, title, answers, answer, count, page, pages, products } = useLoaderData<typeof loader>();
  const at = (wanted: string, number = 1) => `?reponse=${wanted}${number > 1 ? `&page=${number}` : ''}`;
  return (
    <article>
      <PageHead
        title={`Références ${productAnswers[answer]}`}
        crumbs={[
          { to: '/controles', label: 'Textes et règles' },
          { to: `/controles/regles/${id}`, label: title },
        ]}
      >
        Au prix en vigueur aujourd’hui, avec leurs caractéristiques connues.
      </PageHead>
      {answers === null ? (
        <p>Cette règle ne se contrôle pas sur une référence seule : sa réponse dépend de la commande et de l’école.</p>
      ) : (
        <nav className="tabs" aria-label="Réponses">
          <ul>
            {Object.entries(productAnswers).map(([code, label]) => (
              <li key={code}>
                <Link to={at(code)} aria-current={code === answer ? 'page' : undefined}>
                  {label} ({formatCount(answers[code as ProductAnswer])})
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {count > 0 && (
        <div className="card">
          <ul className="plain">
            {products.map((product) => (
              <li key={product.id}>
                <Link to={`/catalogue/${product.id}`}>{product.label}</Link> <small>réf. {product.reference}</small>
                {answer !== 'met' && answer !== 'notApplicable' && <p>{product.sentence}</p>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Pager page={page} pages={pages} at={(to) => at(answer, to)} />
    </article>
  );
}
