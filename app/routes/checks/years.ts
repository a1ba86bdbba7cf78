// The years of a buyer start with the current one.
import { redirect } from '@remix-run/node';
import { yearOf } from '~/domain/shared/day';
import { reader } from '../guard.server';

export const loader = reader('year.read', ({ today, url }) =>
  redirect(`/controles/annees/${yearOf(today)}${url.search}`),
);
