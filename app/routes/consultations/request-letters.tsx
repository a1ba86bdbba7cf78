// Issues the letters of a lot that are missing, after an interruption between a request and its letter.
import { redirect } from '@remix-run/node';
import { reader, redirectSaying, writer } from '../guard.server';
import { issueRequestLetters } from './request-letters.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/analyse/${params['lot']}`),
);

export const action = writer('consultation.run', async (asked) => {
  await issueRequestLetters(asked);
  const { id, lot } = asked.params;
  return redirectSaying(`/consultations/${id}/analyse/${lot}`, 'Les courriers sont établis.');
});
