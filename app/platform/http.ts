// The HTTP shell around Remix: security headers, origin check, size limits, static files, health.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Platform } from './context';
import { log } from './log';

const maxFormBytes = 1024 * 1024;
const maxUploadBytes = 21 * 1024 * 1024;

function page(title: string, sentence: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${sentence}</p><p><a href="/">Retour à l’accueil</a></p></html>`;
}

function isRead(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

/** Refuses a write that another site's page sent: Remix checks neither resource routes nor a missing Origin. */
function sameOriginOnly(publicUrl: URL) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (isRead(request)) {
      next();
      return;
    }
    const origin = request.get('Origin');
    const fetchSite = request.get('Sec-Fetch-Site');
    const own =
      origin === undefined
        ? fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
        : origin === publicUrl.origin || origin === `${request.protocol}://${request.get('Host')}`;
    if (own && fetchSite !== 'cross-site') {
      next();
      return;
    }
    response.status(403).type('html').send(page('Envoi refusé', 'Ce formulaire a été envoyé depuis un autre site.'));
  };
}

/** Caps the body before Remix reads it: Remix itself sets no limit. */
function limitBody(request: Request, response: Response, next: NextFunction): void {
  if (isRead(request)) {
    next();
    return;
  }
  const limit = request.get('Content-Type')?.startsWith('multipart/form-data') ? maxUploadBytes : maxFormBytes;
  const announced = Number(request.get('Content-Length') ?? Number.NaN);
  // A body of unannounced length could be endless; every browser announces the length of a form.
  if (Number.isNaN(announced) && request.get('Transfer-Encoding') !== undefined) {
    response.status(411).type('html').send(page('Envoi refusé', 'La taille de l’envoi n’est pas annoncée.'));
    return;
  }
  if (announced > limit) {
    response
      .status(413)
      .type('html')
      .send(page('Envoi trop volumineux', `La limite est de ${limit / 1024 / 1024} Mo.`));
    return;
  }
  next();
}

function healthOf(platform: Platform) {
  return (_request: Request, response: Response): void => {
    try {
      platform.db.$client.prepare('select 1').get();
      response.json({ status: 'ok' });
    } catch (error) {
      log.error(error, 'the database does not answer');
      response.status(503).json({ status: 'unavailable' });
    }
  };
}

/** The whole site as an Express application; `clientFolder` holds the built scripts, styles and public files. */
export function siteOf(build: ServerBuild, platform: Platform, clientFolder: string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health', healthOf(platform));
  app.use(
    compression({
      filter: (request, response) =>
        response.getHeader('Content-Type') !== 'text/event-stream' && compression.filter(request, response),
    }),
  );
  app.use('/assets', express.static(join(clientFolder, 'assets'), { immutable: true, maxAge: '1y' }));
  app.use(express.static(clientFolder, { maxAge: '1h' }));
  app.use((_request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    next();
  });
  app.use(
    helmet({
      // 'no-referrer' would make browsers without JavaScript post 'Origin: null'.
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: platform.secureCookies,
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals['nonce']}'`],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          formAction: ["'self'"],
          upgradeInsecureRequests: platform.secureCookies ? [] : null,
        },
      },
    }),
  );
  app.use(limitBody, sameOriginOnly(platform.publicUrl));
  app.use((request, _response, next) => {
    // Remix compares the origin, checked above, with this header, which anyone can send; and a proxy may change Host.
    request.headers['x-forwarded-host'] =
      request.get('Origin') === platform.publicUrl.origin ? platform.publicUrl.host : undefined;
    next();
  });
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (request, response) => ({
        platform,
        nonce: String(response.locals['nonce']),
        afterDeed: !isRead(request) || request.path.endsWith('.data'),
      }),
    }),
  );
  return app;
}
