// One model for every document that goes out: a list of blocks, drawn by one writer per format.
import type { Day } from '~/domain/shared/day';

/** Text with emphasis where a document needs it. A plain string is one run; '\n' starts a new line. */
export type Text = string | readonly Run[];
export type Run =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly link?: string };

export interface Column {
  readonly label: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Share of the width, relative to the other columns; 1 when absent. */
  readonly width?: number;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'article'; readonly number: string; readonly title: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly entries: readonly { readonly label: string; readonly value: Text }[] }
  | {
      readonly kind: 'table';
      readonly caption?: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Text[])[];
      /** Drawn in bold under the rows; same number of cells as columns. */
      readonly totals?: readonly (readonly Text[])[];
    }
  /** People or bodies side by side: who orders, who delivers, who pays. */
  | {
      readonly kind: 'parties';
      readonly parties: readonly { readonly role: string; readonly name: string; readonly lines: readonly string[] }[];
    }
  /** Figures set right under a table: totals, with the one that matters made strong. */
  | {
      readonly kind: 'summary';
      readonly entries: readonly { readonly label: string; readonly value: string; readonly strong?: boolean }[];
    }
  | { readonly kind: 'notice'; readonly tone: 'plain' | 'warning'; readonly title?: string; readonly text: Text }
  | { readonly kind: 'checkbox'; readonly checked: boolean; readonly text: Text }
  | { readonly kind: 'contents' }
  | { readonly kind: 'pageBreak' }
  /** Pages of a file received from people; each takes the rest of a page. */
  | { readonly kind: 'joinedPages'; readonly file: string; readonly label: string; readonly pages: number }
  | {
      readonly kind: 'signature';
      readonly parties: readonly { readonly role: string; readonly name?: string; readonly note?: string }[];
    };

export interface DocumentModel {
  /** Shown in the title bar of a reader, and on the first page. */
  readonly title: string;
  readonly subtitle?: string;
  /** Number or reference, repeated in the header of each page. */
  readonly reference: string;
  /** Who issues the document: name, then address and identifiers line by line. */
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly date: Day;
  /** Shown on each page, such as 'Démonstration : prix fictifs'. */
  readonly mention?: string;
  /** Portrait when absent; landscape for wide tables. */
  readonly orientation?: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

/** A file carried inside a PDF/A-3, such as the same order for machines. */
export interface Attachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** 'alternative' says the same as the document; 'data' was used to make it. */
  readonly relationship: 'alternative' | 'data';
}

/** A file received from people that a document takes in; `file` is the name its blocks give it. */
export interface JoinedFile {
  readonly file: string;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  /** Exif orientation of a photograph, 1 to 8. */
  readonly orientation?: number;
}

/** A file ready to be stored or downloaded. */
export interface IssuedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
