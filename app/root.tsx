// The page around every page: head, navigation of the signed-in person, message of the last deed, errors in French.

import { data, type LinksFunction, type MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { countCartLines } from 'db/orders';
import type { ReactNode } from 'react';
import { isAllowed } from './domain/accounts/permissions';
import { takeMessage } from './platform/cookies';
import { findUser, publicReader } from './routes/guard.server';
import { Layout as SiteLayout } from './ui/layout';
import { useNonce } from './ui/nonce';
import styleUrl from './ui/style.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styleUrl },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];
export const meta: MetaFunction = () => [{ title: 'Préau' }];

export const loader = publicReader(async (asked) => {
  const user = await findUser(asked);
  const message = await takeMessage(asked.request);
  const cartLines =
    user?.scope.kind === 'commune' && isAllowed(user.roles, 'cart.fill')
      ? countCartLines(asked.db, user.scope.communeId)
      : 0;
  return data(
    {
      user: user ? { name: user.name, organisationName: user.organisationName, roles: user.roles } : undefined,
      message: message?.sentence,
      demonstration: asked.platform.demonstration,
      aheadOn: asked.platform.daysAhead > 0 ? asked.today : undefined,
      cartLines,
    },
    message ? { headers: { 'Set-Cookie': message.header } } : {},
  );
});

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const shown = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <SiteLayout
          user={shown?.user}
          message={shown?.message}
          demonstration={shown?.demonstration ?? false}
          aheadOn={shown?.aheadOn}
          cartLines={shown?.cartLines ?? 0}
        >
          {children}
        </SiteLayout>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

const explanations: Readonly<Record<number, { title: string; sentence: string }>> = {
  400: {
    title: 'Demande non comprise',
    sentence: 'Ce qui a été envoyé n’a pas pu être lu. Revenez en arrière et recommencez.',
  },
  403: { title: 'Accès réservé', sentence: 'Votre rôle ne permet pas d’ouvrir cette page ou de faire cette action.' },
  404: { title: 'Page introuvable', sentence: 'Cette page n’existe pas, ou elle ne concerne pas votre collectivité.' },
  413: { title: 'Envoi trop volumineux', sentence: 'Le fichier ou le formulaire dépasse la taille admise.' },
};

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = explanations[status];
  const said =
    isRouteErrorResponse(error) && typeof error.data === 'string' && error.data !== '' ? error.data : undefined;
  return (
    <article className="narrow">
      <h1>{known?.title ?? 'Une erreur est survenue'}</h1>
      <p>{said ?? known?.sentence ?? 'Rien n’a été enregistré. L’incident est noté ; réessayez dans un instant.'}</p>
      <p>
        <a href="/">Retour à l’accueil</a>
      </p>
    </article>
  );
}
