// The data sheet of a European notice, term by term, to be copied into the form of the publication medium.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { eformsNotices, eformsVersion } from 'catalog/codes/eforms';
import { EformsTable } from '~/ui/consultations/eforms';
import { Notice, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { eformsOf, readNotice } from './eforms.server';

export const meta: MetaFunction = () => [{ title: 'Données de l’avis européen – Préau' }];

export const loader = reader('consultation.read', ({ db, params, now }) => {
  const notice = readNotice(params['notice']);
  return {
    ...eformsOf(db, params['id'], notice, now),
    notice,
    label: eformsNotices[notice].label,
    version: eformsVersion,
    others: (['16', '29'] as const).filter((one) => one !== notice).map((one) => ({ one, ...eformsNotices[one] })),
  };
});

export default function EformsPage() {
  const { id, reference, notice, label, version, rows, formal, decided, others } = useLoaderData<typeof loader>();
  const missing = rows.filter(({ standing }) => standing === 'missing');
  const toCheck = rows.filter(({ standing }) => standing === 'proposed').length;
  return (
    <article>
      <PageHead
        title={`Avis européen ${notice}`}
        crumbs={[
          { to: `/consultations/${id}`, label: `Consultation ${reference}` },
          { to: `/consultations/${id}/publication`, label: 'Publication' },
        ]}
      >
        {label}, termes de {version}. À reporter dans le formulaire du support de publication, qui demande aussi ce qui
        dépend du cas.
      </PageHead>
      {!formal && (
        <Notice tone="unknown">
          <p>Cette procédure est sous le seuil européen&nbsp;: l’avis n’est pas obligatoire, ces données l’aident.</p>
        </Notice>
      )}
      {notice === '29' && !decided && (
        <Notice tone="unknown">
          <p>Aucun lot n’est décidé&nbsp;: les résultats manquent encore.</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warn" title={`${missing.length} valeurs obligatoires manquent`}>
          <ul>
            {missing.map(({ bt, section, subject, label: term }) => (
              <li key={`${section}${subject}${bt}`}>
                {bt}, {term}
                {subject !== '' && ` (${subject})`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="row">
        <a className="button secondary" href={`/consultations/${id}/avis/fichiers/${notice}.xlsx`} download>
          Classeur (XLSX)
        </a>
        <a className="button secondary" href={`/consultations/${id}/avis/fichiers/${notice}.json`} download>
          Données (JSON)
        </a>
        {others.map(({ one, label: other }) => (
          <Link key={one} to={`/consultations/${id}/avis/${one}`}>
            {other} ({one})
          </Link>
        ))}
      </p>
      {toCheck > 0 && <p>{toCheck} valeurs sont proposées selon l’usage&nbsp;: vérifiez-les.</p>}
      <EformsTable rows={rows} />
    </article>
  );
}
