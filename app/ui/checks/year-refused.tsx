// Page of what was refused about a year: every reason, and the way back.
import { useParams } from '@remix-run/react';
import { RefusalPage } from '~/ui/refusal';

export function YearRefused() {
  const { annee } = useParams();
  return (
    <RefusalPage title="Rien n’a été enregistré" back={`/controles/annees/${annee}`} backLabel="Revenir à l’année" />
  );
}
