// Page of a deed that was understood but refused: every reason, and the way back. Nothing was written.
import { Link, useActionData } from '@remix-run/react';
import { FormProblem } from './form';

/** Shows why the action of this address refused its deed, with a link back to where it was asked. */
export function RefusalPage({ title, back, backLabel }: { title: string; back: string; backLabel: string }) {
  const answer = useActionData<{ readonly reasons?: readonly string[] }>();
  return (
    <article className="narrow">
      <h1>{title}</h1>
      <FormProblem reasons={answer?.reasons ?? []} />
      <p>
        <Link to={back} className="button secondary">
          {backLabel}
        </Link>
      </p>
    </article>
  );
}
