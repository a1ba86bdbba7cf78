// The open data of a contract: every record validates against the official schema, every fault is named by its field.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { decp } from 'catalog/codes/decp';
import { findContract } from 'db/contracts';
import { listDecp } from 'db/decp';
import { readDocumentBytes } from 'db/records';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeDecp } from '~/documents/consultations/decp';
import { type DecpFacts, decpRecord, decpRefusalSentence, decpRefusals } from '~/domain/consultations/decp';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { action as issue } from '~/routes/consultations/decp';
import { loader as download } from '~/routes/consultations/decp-file';
import { read, send } from '../orders/asking';
import { aNotifiedContract, candidates } from './awarding';

const schema = resolve('../shared/kit/decp/schema_decp_v2.0.3.json');
const official = existsSync(schema);
if (!official) console.warn('NOT CHECKED: the official DECP schema is not on this machine');

function someFacts(over: Partial<DecpFacts> = {}): DecpFacts {
  return {
    number: '2027-ECOLES-L01',
    buyerSiret: '20000000800017',
    holderSiret: '21350001000011',
    object: 'Fourniture d’équipements numériques pour les écoles, lot 1 : Tablettes',
    cpv: '30213200-7',
    procedure: 'openCall',
    ccag: 'tic',
    priceForm: 'revisable',
    offersReceived: 3,
    months: 48,
    startsOn: day('2027-01-20'),
    signedOn: day('2027-01-15'),
    notifiedOn: day('2027-01-20'),
    publishedOn: day('2027-02-01'),
    maximumNet: cents(136_700_00),
    offerNet: cents(26_720_00),
    amendments: [],
    environmentalDuty: 'CCP L2112-2',
    innovative: false,
    advance: false,
    advanceRate: 0,
    grouping: 'Pas de groupement',
    subcontracting: false,
    placeCode: '35',
    placeType: 'Code département',
    social: ['Pas de considération sociale'],
    environmental: ['Clause environnementale', 'Critère environnemental'],
    ...over,
  };
}

const amendment = {
  number: 1,
  notifiedOn: day('2028-03-01'),
  maximumNetAfter: cents(150_000_50),
  endsOnAfter: day('2031-07-19'),
  publishedOn: day('2028-03-10'),
};

test.skipIf(!official)('every record that nothing stands against validates against the official schema', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
  const held = (facts: DecpFacts) => {
    expect(decpRefusals(facts)).toEqual([]);
    const text = new TextDecoder().decode(writeDecp([decpRecord(facts, decp)]));
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  };
  held(someFacts({ amendments: [amendment] }));
  fc.assert(
    fc.property(
      fc.constantFrom('dispense', 'adapted', 'adaptedPublished', 'openCall'),
      fc.constantFrom('tic', 'fcs'),
      fc.constantFrom('firm', 'revisable'),
      fc.integer({ min: 100_000_00, max: 9_999_999_999 }),
      fc.integer({ min: 1, max: 96 }),
      fc.constantFrom(...decp.groupings),
      fc.option(fc.integer({ min: 0, max: 10_000 })),
      fc.subarray([...decp.social.slice(0, 3)], { minLength: 1 }),
      (procedure, ccag, priceForm, maximum, months, grouping, rate, social) => {
        held(
          someFacts({
            procedure: procedure as DecpFacts['procedure'],
            ccag: ccag as DecpFacts['ccag'],
            priceForm: priceForm as DecpFacts['priceForm'],
            maximumNet: cents(maximum),
            months,
            grouping,
            advance: rate !== null,
            advanceRate: rate ?? 0,
            social,
          }),
        );
      },
    ),
    { numRuns: 200 },
  );
  expect(validate({ marches: { marche: [{ ...decpRecord(someFacts(), decp), codeCPV: undefined }] } })).toBe(false);
});

test('amounts are written to the cent, and an amendment adds its own without touching the first data', () => {
  const before = decpRecord(someFacts({ maximumNet: cents(123_456_89) }), decp);
  const after = decpRecord(someFacts({ maximumNet: cents(123_456_89), amendments: [amendment] }), decp);
  expect(JSON.stringify(before)).toContain('"montant":123456.89');
  expect(before).not.toHaveProperty('modifications');
  const { modifications, ...initial } = after;
  expect(initial).toEqual(before);
  // From 20 January 2027 to 19 July 2031: fifty-four months.
  expect(modifications).toEqual([
    {
      modification: {
        id: 1,
        dureeMois: 54,
        montant: 150000.5,
        dateNotificationModification: '2028-03-01',
        datePublicationDonneesModification: '2028-03-10',
      },
    },
  ]);
});

test('each fault is refused with the name of its field', () => {
  const faults: readonly (readonly [string, Partial<DecpFacts>])[] = [
    ['id', { number: '2027-ECOLES-TABLETTES' }],
    ['id', { number: '' }],
    ['acheteur.id', { buyerSiret: null }],
    ['acheteur.id', { buyerSiret: '20000000800018' }],
    ['titulaires', { holderSiret: null }],
    ['objet', { object: '' }],
    ['objet', { object: 'x'.repeat(1001) }],
    ['codeCPV', { cpv: '30213200' }],
    ['offresRecues', { offersReceived: 0 }],
    ['dureeMois', { months: 0 }],
    ['montant', { maximumNet: cents(0), offerNet: cents(0) }],
    ['montant', { maximumNet: cents(100_00), offerNet: cents(100_01) }],
    ['tauxAvance', { advanceRate: 500 }],
    ['tauxAvance', { advance: true, advanceRate: 10_001 }],
    ['lieuExecution', { placeCode: '' }],
    ['lieuExecution', { placeCode: 'Rennes' }],
    ['lieuExecution', { placeCode: '35', placeType: 'Code postal' }],
    ['dateNotification', { notifiedOn: null }],
    ['dateNotification', { notifiedOn: day('2027-01-14') }],
    ['datePublicationDonnees', { publishedOn: day('2027-01-19') }],
    ['dateNotificationModification', { amendments: [{ ...amendment, notifiedOn: day('2027-01-19') }] }],
    ['considerationsSociales', { social: [] }],
    ['considerationsSociales', { social: ['Clause sociale', 'Pas de considération sociale'] }],
    ['considerationsEnvironnementales', { environmental: [] }],
    ['considerationsEnvironnementales', { environmental: ['Pas de considération environnementale'] }],
  ];
  for (const [field, over] of faults) {
    const refusals = decpRefusals(someFacts(over));
    expect(
      refusals.map((one) => one.field),
      JSON.stringify(over),
    ).toContain(field);
    expect(refusals.map(decpRefusalSentence).join(' ')).toContain(`« ${field} »`.replace(/ /g, '\u00a0'));
  }
  const before = someFacts({ environmentalDuty: null, environmental: ['Pas de considération environnementale'] });
  expect(decpRefusals(before)).toEqual([]);
});

test('the data of a contract are issued once per content, and a refused form comes back with every choice', async () => {
  const { db, buyer, platform, contractId } = await aNotifiedContract();
  const now = platform('2027-02-01T09:00');
  // The buyer's own identifier is asked for, and named while it is not known.
  const settle = db.$client.prepare("update organisations set siret = ? where kind = 'syndicat'");
  const form = (social: readonly string[], placeCode = '35') => {
    const fields = new FormData();
    for (const [name, value] of Object.entries({ grouping: 'Pas de groupement', placeType: 'Code département' }))
      fields.set(name, value);
    fields.set('placeCode', placeCode);
    fields.set('advanceRate', '');
    for (const one of social) fields.append('social[]', one);
    fields.append('environmental[]', 'Clause environnementale');
    fields.append('environmental[]', 'Critère environnemental');
    return fields;
  };
  const ask = (fields: FormData) => send(now, buyer, issue, fields, { id: contractId });
  const chosen = ['Clause sociale', 'Pas de considération sociale'];
  const refusal = await ask(form(chosen, 'Rennes'));
  expect(refusal.status).toBe(422);
  expect(refusal.reasons.map((reason) => /« (\S+) »/.exec(reason.replaceAll('\u00a0', ' '))?.[1])).toEqual([
    'acheteur.id',
    'lieuExecution',
    'considerationsSociales',
  ]);
  expect(refusal.typed['placeCode']).toBe('Rennes');
  expect(JSON.parse(refusal.typed['chosen'] ?? '')).toEqual([
    ...chosen,
    'Clause environnementale',
    'Critère environnemental',
  ]);
  expect(listDecp(db, contractId)).toEqual([]);
  settle.run('20000000800017');
  for (const _ of [1, 2]) expect(await ask(form(['Clause sociale']))).toMatchObject({ status: 302 });
  const [issued, ...others] = listDecp(db, contractId);
  expect(others).toEqual([]);
  const contract = findContract(db, contractId)?.contract;
  const [record] = JSON.parse(Buffer.from(readDocumentBytes(db, issued?.documentId ?? '')).toString('utf8')).marches
    .marche;
  expect(record).toMatchObject({
    id: contract?.number,
    codeCPV: '30213200-7',
    dateNotification: '2027-01-25',
    datePublicationDonnees: '2027-02-01',
    titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: candidates.alpha.siret } }],
    considerationsSociales: { considerationSociale: ['Clause sociale'] },
  });
  expect(Math.round(record.montant * 100)).toBe(contract?.maximumNet);
  expect(await read(now, buyer, download as never, { id: contractId, version: '2' })).toBe(404);
});
