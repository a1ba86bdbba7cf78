// Header, navigation by role, message of the last deed, footer.
import { Form, Link, NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { isAllowed, type Permission, type Role, roleLabels } from '~/domain/accounts/permissions';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';

interface Person {
  readonly name: string;
  readonly organisationName: string;
  readonly roles: readonly Role[];
}

/** Main menu: each entry is shown to those who may open it. */
const menu: readonly { readonly to: string; readonly label: string; readonly permission: Permission }[] = [
  { to: '/catalogue', label: 'Catalogue', permission: 'catalogue.read' },
  { to: '/panier', label: 'Panier', permission: 'cart.fill' },
  { to: '/commandes', label: 'Commandes', permission: 'order.read' },
  { to: '/campagnes', label: 'Recensements', permission: 'campaign.read' },
  { to: '/conventions', label: 'Conventions', permission: 'convention.run' },
  { to: '/echeances', label: 'Échéances', permission: 'deadline.read' },
  { to: '/subventions', label: 'Subventions', permission: 'grant.read' },
  { to: '/finances', label: 'Finances', permission: 'finance.read' },
  { to: '/ecoles', label: 'Écoles', permission: 'school.read' },
  { to: '/accords-cadres', label: 'Accords-cadres', permission: 'accordCadre.read' },
  { to: '/controles', label: 'Contrôles', permission: 'rule.read' },
  { to: '/journal', label: 'Journal', permission: 'record.read' },
];

function Mark() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M2 13 16 4l14 9v3H2z" fill="#0e5a55" />
      <path d="M6 16h3v12H6zM14.5 16h3v12h-3zM23 16h3v12h-3z" fill="#f2b541" />
      <path d="M2 27h28v2H2z" fill="#0e5a55" />
    </svg>
  );
}

function Navigation({ roles, cartLines }: { roles: readonly Role[]; cartLines: number }) {
  return (
    <nav className="site-nav" aria-label="Menu principal">
      <ul>
        {menu
          .filter((entry) => isAllowed(roles, entry.permission))
          .map((entry) => (
            <li key={entry.to}>
              <NavLink to={entry.to}>
                {entry.label}
                {entry.to === '/panier' && cartLines > 0 && (
                  <>
                    {' '}
                    <span className="count">
                      {cartLines}
                      <span className="visually-hidden"> lignes</span>
                    </span>
                  </>
                )}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The frame of every page. */
export function Layout(props: {
  user: Person | undefined;
  message: string | undefined;
  demonstration: boolean;
  /** The day the demonstration shows, when its clock runs ahead. */
  aheadOn: Day | undefined;
  cartLines: number;
  children: ReactNode;
}) {
  const { user } = props;
  return (
    <>
      <a className="skip" href="#contenu">
        Aller au contenu
      </a>
      {props.demonstration && (
        <aside className="demo-band" aria-label="Démonstration">
          Démonstration : communes et écoles réelles, personnes, fournisseurs et prix fictifs.
          {props.aheadOn && ` L’horloge est avancée au ${formatDay(props.aheadOn)}.`}
        </aside>
      )}
      <header className="site-header">
        <div className="inner">
          <Link to="/" className="brand">
            <Mark />
            Préau
          </Link>
          {user && (
            <div className="who">
              <span>
                <strong>{user.name}</strong>
                <small>
                  {user.organisationName} · {user.roles.map((role) => roleLabels[role]).join(', ')}
                </small>
              </span>
              <Form method="post" action="/deconnexion">
                <button type="submit" className="secondary">
                  Quitter
                </button>
              </Form>
            </div>
          )}
        </div>
        {user && <Navigation roles={user.roles} cartLines={props.cartLines} />}
      </header>
      <main id="contenu" tabIndex={-1}>
        {props.message && (
          <div className="notice good" role="status">
            <p>{props.message}</p>
          </div>
        )}
        {props.children}
      </main>
      <footer className="site-footer">
        <div className="inner">
          <span>Préau, la centrale d’achat des écoles</span>
          <Link to="/marches">Marchés publics</Link>
          <span>Territoire : Licence Ouverte 2.0 (Insee, Éducation nationale), Etalab</span>
        </div>
      </footer>
    </>
  );
}
