// What stands on a page once laid out, and its place in the structure that a screen reader follows.
import type { Face } from './fonts';

/** An element of the structure tree (ISO 32000-1, 14.8). */
export interface Tag {
  readonly type: string;
  readonly parent: Tag | null;
  readonly scope?: 'Column' | 'Row';
  readonly numbering?: 'Decimal' | 'Disc';
  /** Address that a Link leads to: a URL, or '#name' of a bookmark. */
  readonly target?: string;
}

export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly baseline: number;
      readonly width: number;
      readonly text: string;
      readonly face: Face;
      readonly size: number;
      readonly color: string;
      readonly tag: Tag | null;
    }
  /** The page number of a bookmark, set to the right; known when all is laid out. */
  | {
      readonly kind: 'pageNumber';
      readonly right: number;
      readonly baseline: number;
      readonly bookmark: string;
      readonly size: number;
      readonly color: string;
      readonly tag: Tag;
    }
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly length: number;
      readonly color: string;
      readonly thickness: number;
      readonly dotted?: boolean;
    }
  /** Keeps an element without content in the structure: an empty cell still counts. */
  | { readonly kind: 'empty'; readonly tag: Tag };

export interface Page {
  readonly marks: Mark[];
}

export interface Bookmark {
  readonly name: string;
  readonly title: string;
  /** 1 is the highest under the title. */
  readonly level: number;
  readonly page: number;
  readonly y: number;
}
