// Sheets of needs: the way out (download) and the way back (upload), for a commune its own, for the buyer everyone's.
import { randomUUID } from 'node:crypto';
import { type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { addNeedSheet, findNeedSheet, listNeedSheets, outcomeOf } from 'db/need-sheets';
import { addDeed } from 'db/records';
import { campaignState } from '~/domain/campaigns/campaigns';
import { formatDay } from '~/domain/shared/format';
import { NeedSheetList } from '~/ui/campaigns/need-sheet-list';
import { Field, FormProblem, Submit, TextArea } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { effectOf, offeredOn, readNeedSheetFiles, reasonsAgainst } from './need-sheet.server';

export const meta: MetaFunction = () => [{ title: 'Feuilles de besoins – Préau' }];

export const loader = reader('campaign.sheet', ({ db, user, params, today }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const references = offeredOn(db, campaign, today);
  const sheets = listNeedSheets(db, campaign.id, user.scope).map((listed) => {
    if (listed.confirmedAt !== null) return { ...listed, counts: listed.outcome };
    const found = findNeedSheet(db, campaign.id, listed.id, user.scope);
    return { ...listed, counts: found ? outcomeOf(effectOf(db, campaign, found.sheet, references).decisions) : null };
  });
  return {
    campaign: { id: campaign.id, title: campaign.title, closesOn: campaign.closesOn },
    open: campaignState(campaign, today) === 'open',
    forAll: user.scope.kind === 'syndicat',
    sheets,
    newId: randomUUID(),
  };
});

export const action = writer('campaign.sheet', async ({ db, user, params, form, now, today }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const onBehalf = user.scope.kind === 'syndicat';
  const reason = String(form.get('onBehalfReason') ?? '').trim();
  const uploads = form.getAll('file').filter((one): one is File => one instanceof File && one.size > 0);
  if (uploads.length === 0) return refused(['Choisissez un fichier.'], typedOf(form));
  if (onBehalf && reason.length < 5)
    return refused(['Dites pourquoi le syndicat répond à la place des communes.'], typedOf(form));
  const batch = String(form.get('id') ?? '').slice(0, 40) || randomUUID();
  const files = await readNeedSheetFiles(uploads);
  const ownId = user.scope.kind === 'commune' ? user.scope.communeId : undefined;
  const against: string[] = [];
  const kept = write(db, (tx) =>
    files.flatMap((file, index) => {
      const reasons = reasonsAgainst(tx, campaign, file, ownId, today);
      if (reasons.length > 0 || !file.reading.read) {
        against.push(...reasons.map((one) => `${file.fileName}\u202f: ${one}`));
        return [];
      }
      const { communeId } = file.reading.identity;
      const id = `${batch}-${index}`;
      addNeedSheet(tx, {
        id,
        campaignId: campaign.id,
        communeId,
        fileName: file.fileName,
        sha256: file.sha256,
        rows: file.reading.rows,
        receivedAt: now,
        receivedBy: user.id,
        onBehalfReason: onBehalf ? reason.slice(0, 500) : null,
      });
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId,
        deed: 'campaign.needSheetReceived',
        subjectKind: 'campaign',
        subjectId: campaign.id,
        detail: { needSheetId: id, fileName: file.fileName, sha256: file.sha256 },
      });
      return [id];
    }),
  );
  const page = `/campagnes/${campaign.id}/feuilles`;
  if (against.length > 0) {
    const others = kept.length > 0 ? [`Les ${kept.length} autres fichiers sont reçus, ci-dessous.`] : [];
    return refused([...against, ...others], typedOf(form));
  }
  if (kept.length === 1) return redirect(`${page}/${kept[0]}`);
  return redirectSaying(page, `${kept.length} feuilles sont reçues\u202f: relisez-les puis confirmez.`);
});

export default function NeedSheets() {
  const { campaign, open, forAll, sheets, newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Feuilles de besoins"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: `/campagnes/${campaign.id}${forAll ? '' : '/reponse'}`, label: campaign.title },
        ]}
      >
        Répondre dans un tableur, jusqu’au {formatDay(campaign.closesOn)}&nbsp;: rien n’est enregistré avant votre
        confirmation.
      </PageHead>
      <FormProblem reasons={answer?.reasons} title="Des fichiers n’ont pas été retenus." />
      {!open && (
        <Notice tone="warn">
          <p>Le recensement n’est pas ouvert aux réponses&nbsp;: les feuilles ne peuvent plus être reçues.</p>
        </Notice>
      )}
      <section className="card">
        <h2>1. Télécharger</h2>
        <p>
          {forAll
            ? 'Une feuille par commune qui n’a pas signé, avec ce qu’elle a déjà répondu et toutes les références recensées. L’archive se remplit pendant le téléchargement : comptez une minute pour trois cents communes.'
            : 'La feuille contient ce que vous avez déjà répondu et toutes les références du recensement.'}
        </p>
        <p>
          <a
            className="button secondary"
            href={`/campagnes/${campaign.id}/${forAll ? 'feuilles.zip' : 'feuille.xlsx'}`}
            download
          >
            {forAll ? 'Toutes les feuilles (ZIP)' : 'Télécharger la feuille (XLSX)'}
          </a>
        </p>
      </section>
      {open && (
        <Form key={newId} method="post" encType="multipart/form-data" className="card">
          <h2>2. Renvoyer {forAll ? 'les feuilles remplies' : 'la feuille remplie'}</h2>
          <input type="hidden" name="id" value={newId} />
          <Field
            label={forAll ? 'Feuilles reçues des communes' : 'Feuille remplie'}
            hint="XLSX, XLS ou ODS, enregistré par votre tableur."
            name="file"
            type="file"
            multiple={forAll}
            accept=".xlsx,.xls,.ods"
            required
          />
          {forAll && (
            <TextArea
              label="Pourquoi le syndicat répond à leur place"
              hint="Gardé avec chaque réponse, par exemple : « feuilles reçues par courriel »."
              name="onBehalfReason"
              rows={2}
              required
              defaultValue={answer?.typed['onBehalfReason']}
            />
          )}
          <div className="row">
            <Submit>Lire {forAll ? 'les fichiers' : 'le fichier'}</Submit>
          </div>
        </Form>
      )}
      <NeedSheetList campaignId={campaign.id} sheets={sheets} forAll={forAll} open={open} />
    </article>
  );
}
