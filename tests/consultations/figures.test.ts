// One set of figures from the communes' answers to the file on disk: database, DQE and documents say the same.

import { addNeed, draftAnswer, listAnswers, signAnswer } from 'db/campaign-answers';
import { addCampaign, closeCampaign, findCampaign, listInvited, listMembers } from 'db/campaigns';
import { write } from 'db/client';
import { addConsolidation, canonicalDigest, findConsolidation } from 'db/consolidation';
import {
  addConsultation,
  addConsultationFile,
  findConsultation,
  findConsultationFile,
  isReferenceTaken,
  nextFileVersion,
} from 'db/consultations';
import { addDocument, readDocumentBytes } from 'db/records';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { composeDce } from '~/documents/consultations/compose';
import { writeDce } from '~/documents/consultations/write-dce';
import { consolidate } from '~/domain/consolidation/consolidate';
import { proposedChoices } from '~/domain/consultations/consultation';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { aCampaign, aNeed } from '../campaigns/builders';
import { aCommune, aDatabase, aPerson, aSyndicat, testNow } from '../database';
import { aSubject, quantitiesOf } from './builders';
import { readWorkbookRows } from './reading';

function frozenNeeds() {
  const db = aDatabase();
  const buyer = aPerson(db, aSyndicat(db), 'syndicatBuyer');
  const communes = [aCommune(db, 0), aCommune(db, 1), aCommune(db, 2)];
  const { id, title, description, opensOn, closesOn, lots } = aCampaign();
  const by = { id: buyer.id, at: testNow };
  write(db, (tx) => {
    addCampaign(tx, { id, title, description, opensOn, closesOn, lots }, by);
    communes.forEach(({ communeId, uai }, index) => {
      const change = { campaignId: id, communeId, at: testNow, userId: buyer.id };
      const free = { productId: null, schoolUai: uai };
      draftAnswer(tx, change);
      addNeed(
        tx,
        change,
        aNeed({ ...free, id: `t${index}`, quantity: 7 + index, estimatedUnitPriceNet: unitPrice(2_890_001) }),
      );
      addNeed(
        tx,
        change,
        aNeed({
          ...free,
          id: `e${index}`,
          category: 'interactiveDisplay',
          label: 'Écran 75 pouces',
          quantity: 1 + index,
        }),
      );
      if (index < 2) signAnswer(tx, change, false);
    });
    closeCampaign(tx, id, testNow);
  });
  const campaign = findCampaign(db, id);
  if (!campaign) throw new Error('no campaign');
  const answers = listAnswers(db, id, { kind: 'syndicat' });
  const consolidation = consolidate({ campaign, invited: listInvited(db, campaign), answers });
  const frozen = write(db, (tx) =>
    addConsolidation(
      tx,
      { campaign: { id, title, closesOn, lots }, buyers: listMembers(tx, day('2026-12-20')), consolidation },
      by,
    ),
  );
  return { db, by, frozen };
}

test('frozen needs keep their digest, once per campaign, and a change in the database is noticed', () => {
  const { db, by, frozen } = frozenNeeds();
  const stored = findConsolidation(db, 'campaign-2026');
  expect(stored?.needs).toEqual(frozen.needs);
  expect(stored?.digest).toBe(canonicalDigest(frozen.needs));
  expect(() => write(db, (tx) => addConsolidation(tx, frozen.needs, by))).toThrow();
  expect(findCampaign(db, 'campaign-2026')?.frozenAt).toBe(testNow);
  db.$client
    .prepare('update consolidations set content = replace(content, \'"quantity":15\', \'"quantity":16\')')
    .run();
  expect(() => findConsolidation(db, 'campaign-2026')).toThrow(/digest/);
});

test('the quantities of the DQE on disk are the sums of the needs in the database', async () => {
  const { db, by, frozen } = frozenNeeds();
  const { consolidation, buyers } = frozen.needs;
  const defaults = { profileAddress: 'https://profil.example', contactEmail: 'a@b.fr', court: 'Tribunal' };
  const choices = proposedChoices(consolidation.lots, day('2027-01-04'), defaults);
  const launchOn = day('2027-01-04');
  const id = write(db, (tx) =>
    addConsultation(
      tx,
      { reference: 'R-1', object: 'Objet du marché', consolidationId: frozen.id, launchOn, choices },
      by,
    ),
  );
  expect(findConsultation(db, id)?.choices).toEqual(choices);
  expect(isReferenceTaken(db, 'R-1')).toBe(true);
  expect(isReferenceTaken(db, 'R-1', id)).toBe(false);

  const lots = choices.lots.map((lot) => ({
    ...lot,
    lines: (consolidation.lots.find((one) => one.number === lot.number)?.lines ?? []).map((line) => {
      const { number, category, label, unit, quantity } = line;
      return { number, category, categoryLabel: category, designation: label, unit, quantity, requirements: [] };
    }),
  }));
  const subject = aSubject({
    choices,
    lots,
    reference: 'R-1',
    buyers: buyers.map(({ name, siren, siret }) => ({ name, siren, siret })),
  });
  const file = composeDce(subject, quantitiesOf(consolidation));
  expect(file.report.contradictions).toEqual([]);
  const zip = await writeDce(subject, file);

  const rows = db.$client
    .prepare(
      `select n.label as label, sum(n.quantity) as quantity from needs n join campaign_answers a on a.id = n.answer_id
       where a.state = 'signed' group by n.label order by n.label`,
    )
    .all() as { label: string; quantity: number }[];
  const written: { label: string; quantity: number }[] = [];
  for (const [name, bytes] of Object.entries(unzipSync(zip.bytes))) {
    if (!name.endsWith('.xlsx')) continue;
    for (const row of readWorkbookRows(bytes, 'DQE')) {
      if (/^\d+\.\d{3}$/.test(String(row[0]))) written.push({ label: String(row[1]), quantity: Number(row[3]) });
    }
  }
  expect(written.sort((a, b) => (a.label < b.label ? -1 : 1))).toEqual(
    rows.sort((a, b) => (a.label < b.label ? -1 : 1)),
  );

  const version = nextFileVersion(db, id);
  write(db, (tx) => {
    const documentId = addDocument(tx, {
      kind: 'consultationFile',
      number: 'R-1-v1',
      issuerId: 'syndicat',
      communeId: null,
      supplierId: null,
      title: 'Dossier',
      issuedOn: day('2026-12-21'),
      issuedAt: testNow,
      issuedBy: null,
      net: null,
      vat: null,
      gross: null,
      ...zip,
      templateVersion: subject.clauses.version,
    });
    addConsultationFile(tx, { consultationId: id, version, documentId, inputDigest: 'x' });
  });
  const kept = findConsultationFile(db, id, 1);
  expect(kept?.fileName).toBe('DCE-R-1-v1.zip');
  expect(Buffer.from(readDocumentBytes(db, kept?.documentId ?? '')).equals(Buffer.from(zip.bytes))).toBe(true);
  expect(nextFileVersion(db, id)).toBe(2);
}, 120_000);
