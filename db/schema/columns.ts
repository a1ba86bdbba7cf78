// Column shapes that several tables share, so that a kind of value is stored in one way everywhere.
import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '~/domain/shared/day';
import type { Cents, UnitPrice } from '~/domain/shared/money';

/** Identifier made by the application (UUID v4), so that a form sent twice writes once. */
export const id = () => text('id').primaryKey();
export const day = (name: string) => text(name).$type<Day>();
export const instant = (name: string) => text(name).$type<Instant>();
export const centsColumn = (name: string) => integer(name).$type<Cents>();
export const unitPriceColumn = (name: string) => integer(name).$type<UnitPrice>();
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
