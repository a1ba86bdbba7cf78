// What the server hands to every loader and action: the database, the clock, the document renderer.
import type { Db } from 'db/client';
import type { Instant } from '~/domain/shared/day';
import type { DocumentPool } from './document-pool';
import type { Mail } from './mail';

export interface Platform {
  readonly db: Db;
  readonly documents: DocumentPool;
  /** Absent when no mail server is set: messages then wait in the outbox. */
  readonly mail: Mail | null;
  readonly publicUrl: URL;
  readonly secureCookies: boolean;
  readonly demonstration: boolean;
  /** Days by which the demonstration runs ahead; 0 on a real site. */
  readonly daysAhead: number;
  /** Only routes and jobs read the clock; decisions receive the day. */
  now(): Instant;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly platform: Platform;
    /** Of the content security policy, for the scripts of this one answer. */
    readonly nonce: string;
    /** The page is drawn after a deed, or for a page that is already awake: never opened by its address. */
    readonly afterDeed?: boolean;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
