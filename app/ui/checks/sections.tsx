// The sections of the checks, as tabs under the title: each is shown to those who may open it.
import { NavLink } from '@remix-run/react';
import { isAllowed, type Permission, type Role } from '~/domain/accounts/permissions';

const sections: readonly { readonly to: string; readonly label: string; readonly permission: Permission }[] = [
  { to: '/controles', label: 'Textes et règles', permission: 'rule.read' },
  { to: '/controles/commandes', label: 'Commandes à revoir', permission: 'order.accept' },
  { to: '/controles/reserves', label: 'Réserves', permission: 'reservation.read' },
  { to: '/controles/annees', label: 'Année', permission: 'year.read' },
];

/** Tabs of the pages under /controles. */
export function CheckSections({ roles }: { roles: readonly Role[] }) {
  const shown = sections.filter(({ permission }) => isAllowed(roles, permission));
  if (shown.length < 2) return null;
  return (
    <nav className="tabs" aria-label="Contrôles">
      <ul>
        {shown.map(({ to, label }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/controles'}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
