// Page of a deed that was understood but refused: every reason, and the way back. Nothing was written.
import { Link } from '@remix-run/react';
import { FormProblem } from './form';

/** Shows why a deed was refused, with a link back to where it was asked. */
export function RefusalPage({
  title,
  reasons,
  back,
  backLabel,
}: {
  title: string;
  reasons: readonly string[];
  back: string;
  backLabel: string;
}) {
  return (
    <article className="narrow">
      <h1>{title}</h1>
      <FormProblem reasons={reasons} />
      <p>
        <Link to={back} className="button secondary">
          {backLabel}
        </Link>
      </p>
    </article>
  );
}
