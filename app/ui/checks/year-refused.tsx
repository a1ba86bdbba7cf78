// Page of what was refused about a year: every reason, and the way back.
import { useActionData, useParams } from '@remix-run/react';
import { RefusalPage } from '~/ui/refusal';

export function YearRefused() {
  const answer = useActionData<{ readonly reasons?: readonly string[] }>();
  const { annee } = useParams();
  return (
    <RefusalPage
      title="Rien n’a été enregistré"
      reasons={answer?.reasons ?? []}
      back={`/controles/annees/${annee}`}
      backLabel="Revenir à l’année"
    />
  );
}
