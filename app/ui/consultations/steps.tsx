// The steps of a consultation, from its file to its award, as links across its pages.
import { NavLink } from '@remix-run/react';

export function ConsultationSteps({ id }: { id: string }) {
  const steps = [
    { to: `/consultations/${id}`, label: 'Dossier' },
    { to: `/consultations/${id}/clauses`, label: 'Clauses' },
    { to: `/consultations/${id}/exigences`, label: 'Exigences' },
    { to: `/consultations/${id}/controles`, label: 'Contrôles' },
    { to: `/consultations/${id}/publication`, label: 'Publication et questions' },
    { to: `/consultations/${id}/depots`, label: 'Dépôts' },
    { to: `/consultations/${id}/candidatures`, label: 'Candidatures' },
    { to: `/consultations/${id}/analyse`, label: 'Analyse' },
    { to: `/consultations/${id}/attribution`, label: 'Attribution' },
  ];
  return (
    <nav className="tabs" aria-label="Étapes de la consultation">
      <ul>
        {steps.map(({ to, label }) => (
          <li key={to}>
            <NavLink to={to} end={label === 'Dossier'}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
