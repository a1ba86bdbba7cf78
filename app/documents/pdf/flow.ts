// The sheet being filled: where the next line goes, when a page ends, what has been bookmarked.

import type { Text } from '../blocks';
import type { JoinedPlace } from './joined-pages';
import { type Line, linesOf, type TextStyle } from './lines';
import type { Bookmark, Mark, Page, Tag } from './marks';
import { a4, baseline, colors, lineHeight, margins } from './style';

/** How far the sheets are filled. */
export interface Place {
  readonly pages: number;
  readonly marks: number;
  readonly bookmarks: number;
  readonly joined: number;
  readonly y: number;
}

export class Flow {
  readonly pages: Page[] = [{ marks: [] }];
  readonly bookmarks: Bookmark[] = [];
  readonly joined: JoinedPlace[] = [];
  readonly paper: { readonly width: number; readonly height: number };
  readonly root: Tag = { type: 'Document', parent: null };
  y = margins.firstTop;

  constructor(orientation: 'portrait' | 'landscape') {
    this.paper = orientation === 'portrait' ? a4 : { width: a4.height, height: a4.width };
  }

  get left(): number {
    return margins.left;
  }

  get width(): number {
    return this.paper.width - margins.left - margins.right;
  }

  get bottom(): number {
    return this.paper.height - margins.bottom;
  }

  /** Height left on this page. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Where a page begins, the first one aside. */
  get top(): number {
    return margins.top;
  }

  /** Height of an empty page. */
  get fullRoom(): number {
    return this.bottom - margins.top;
  }

  /** True at the top of a page, where no space need be left above. */
  get atTop(): boolean {
    return this.y <= margins.top && this.pages.length > 1;
  }

  breakPage(): void {
    this.pages.push({ marks: [] });
    this.y = margins.top;
  }

  place(): Place {
    const { pages, bookmarks, joined, y } = this;
    const marks = pages.at(-1)?.marks.length ?? 0;
    return { pages: pages.length, marks, bookmarks: bookmarks.length, joined: joined.length, y };
  }

  /** Takes off all that was set since a place. */
  goBack(place: Place): void {
    this.pages.length = place.pages;
    this.pages.at(-1)?.marks.splice(place.marks);
    this.bookmarks.length = place.bookmarks;
    this.joined.length = place.joined;
    this.y = place.y;
  }

  /** Goes to the next page unless this height is left on this one. */
  need(height: number): void {
    if (height > this.room && !this.atTop) this.breakPage();
  }

  space(height: number): void {
    if (!this.atTop) this.y += height;
  }

  put(mark: Mark): void {
    this.pages[this.pages.length - 1]?.marks.push(mark);
  }

  /** Sets one line with its top at y; its links become elements of their own. */
  line(line: Line, x: number, y: number, style: TextStyle, tag: Tag | null): void {
    for (const fragment of line.fragments) {
      const { link } = fragment;
      const linked: Tag | null = link === undefined || tag === null ? tag : { type: 'Link', parent: tag, target: link };
      this.put({
        kind: 'text',
        x: x + fragment.x,
        baseline: y + baseline(style.size),
        width: fragment.width,
        text: fragment.text,
        face: fragment.face,
        size: style.size,
        color: link === undefined ? style.color : colors.accent,
        tag: linked,
      });
    }
  }

  /** Sets lines one under the other, on as many pages as they take, two lines at least on each. */
  lines(lines: readonly Line[], x: number, style: TextStyle, tag: Tag): void {
    const step = lineHeight(style.size);
    lines.forEach((line, index) => {
      const left = lines.length - index;
      const mustHold = index === 0 ? Math.min(2, left) : left === 2 ? 2 : 1;
      this.need(mustHold * step);
      this.line(line, x, this.y, style, tag);
      this.y += step;
    });
  }

  paragraph(text: Text, style: TextStyle, tag: Tag, indent = 0): void {
    this.lines(linesOf(text, style, this.width - indent), this.left + indent, style, tag);
  }

  bookmark(title: string, level: number): void {
    const name = `t${this.bookmarks.length + 1}`;
    this.bookmarks.push({ name, title, level, page: this.pages.length - 1, y: this.y });
  }
}
