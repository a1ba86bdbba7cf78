// One example for each parameter of the site's addresses, and whose it is; a new parameter must be added here.
import { randomUUID } from 'node:crypto';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import { addPaper } from 'db/campaign-papers';
import { addCampaign } from 'db/campaigns';
import { type Db, write } from 'db/client';
import { addConvention, addConventionMember, addConventionText, recordActs } from 'db/conventions';
import { addSchoolLink } from 'db/grant-contributions';
import { addGrantGroup, addGroupVersion } from 'db/grant-groups';
import { addPieceDocument } from 'db/grant-pieces';
import { addSchemeVersion } from 'db/grant-schemes';
import { keepMembershipFile } from 'db/memberships';
import { addNeedLink } from 'db/need-contributions';
import { addDocument } from 'db/records';
import * as tables from 'db/schema';
import { eq } from 'drizzle-orm';
import { someTerms } from 'tests/organisations/builders';
import { noAnswers } from '~/domain/grants/answers';
import { day } from '~/domain/shared/day';
import { cents, netOf } from '~/domain/shared/money';

/** 'commune': another commune must not find it. 'members': every member may see it. 'syndicat': no commune may. */
export type Owner = 'commune' | 'members' | 'syndicat';

export interface Example {
  readonly value: string;
  readonly owner: Owner;
}

const now = '2026-11-23T09:00:00.000Z';

/** A rule of the syndicat as it is stored: a figure asked of tablets. */
const aStoredPolicy = {
  title: 'Mémoire des tablettes',
  scope: 'product',
  categories: ['tablet'],
  when: null,
  require: { gte: ['$product.ramGb', 4] },
  severity: 'recommendation',
  message: 'Le syndicat demande 4 Go de mémoire.',
  evidence: { what: 'la fiche technique', from: 'supplier' },
  note: null,
};

/** Puts one thing of each kind in the database, owned by the commune, and names it by the address it has. */
export function addExamples(db: Db, communeId: string, userId: string): Readonly<Record<string, Example>> {
  const school = db.select().from(tables.schools).where(eq(tables.schools.communeId, communeId)).get();
  const product = db.select().from(tables.products).get();
  const price = product && db.select().from(tables.prices).where(eq(tables.prices.productId, product.id)).get();
  const schedule = db.select().from(tables.priceSchedules).get();
  if (!school || !product || !price || !schedule) throw new Error('The demonstration lacks a school or a price');
  const ids = {
    cart: randomUUID(),
    cartLine: randomUUID(),
    order: randomUUID(),
    orderLine: randomUUID(),
    campaign: randomUUID(),
    need: randomUUID(),
    needSheet: randomUUID(),
    grantFile: randomUUID(),
    grantPiece: randomUUID(),
    grantGroup: randomUUID(),
    grantExpense: randomUUID(),
    grantStatement: randomUUID(),
    purchaseOrder: randomUUID(),
    delivery: randomUUID(),
    policy: randomUUID(),
    sheet: randomUUID(),
    yearEntry: randomUUID(),
    yearWithdrawal: randomUUID(),
    declaration: '',
    convention: randomUUID(),
    conventionMember: randomUUID(),
  };
  const documentId = write(db, (tx) => {
    for (const [id, lineId, state, reference] of [
      [ids.order, ids.orderLine, 'submitted', 'CMD-ESSAI-1'],
      [ids.cart, ids.cartLine, 'draft', null],
    ] as const) {
      tx.insert(tables.orders).values({ id, communeId, state: 'draft', createdBy: userId, createdAt: now }).run();
      tx.insert(tables.orderLines)
        .values({
          id: lineId,
          orderId: id,
          position: 1,
          schoolUai: school.uai,
          productId: product.id,
          lotId: product.lotId,
          priceId: price.id,
          reference: product.reference,
          label: product.label,
          unit: product.unit,
          quantity: 1,
          unitPriceNet: price.unitPriceNet,
          vatRate: price.vatRate,
          ecoContributionNet: price.ecoContributionNet,
          net: netOf(1, price.unitPriceNet),
          ecoNet: netOf(1, price.ecoContributionNet),
          facts: {},
        })
        .run();
      // Lines join a draft only: the order is submitted afterwards, as people do.
      tx.update(tables.orders)
        .set({ state, reference, submittedAt: reference && now })
        .where(eq(tables.orders.id, id))
        .run();
    }
    tx.insert(tables.yearWithdrawals)
      .values({
        id: ids.yearWithdrawal,
        buyerId: communeId,
        year: 2026,
        label: 'Portables d’essai',
        quantity: 4,
        route: 'donation',
        reused: true,
        byUserId: userId,
        at: now,
      })
      .run();
    tx.insert(tables.yearEntries)
      .values({
        id: ids.yearEntry,
        buyerId: communeId,
        year: 2026,
        category: 'computing',
        kind: 'purchase',
        label: 'Achat d’essai',
        quantity: null,
        net: cents(100_00),
        reuseNet: cents(0),
        recycledNet: cents(0),
        byUserId: userId,
        at: now,
      })
      .run();
    addCampaign(
      tx,
      {
        id: ids.campaign,
        title: 'Recensement d’essai',
        description: null,
        opensOn: day('2026-11-01'),
        closesOn: day('2099-12-31'),
        lots: [{ number: 1, title: 'Lot', categories: [product.category] }],
      },
      { id: userId, at: now },
    );
    const answerId = randomUUID();
    tx.insert(tables.campaignAnswers)
      .values({ id: answerId, campaignId: ids.campaign, communeId, state: 'draft', updatedAt: now })
      .run();
    tx.insert(tables.needs)
      .values({
        id: ids.need,
        answerId,
        position: 1,
        schoolUai: school.uai,
        productId: null,
        category: product.category,
        label: 'Besoin d’essai',
        unit: 'unité',
        quantity: 1,
        estimatedUnitPriceNet: null,
        reason: 'Essai',
      })
      .run();
    tx.insert(tables.needSheets)
      .values({
        id: ids.needSheet,
        campaignId: ids.campaign,
        communeId,
        fileName: 'essai.xlsx',
        sha256: '0'.repeat(64),
        rows: [],
        receivedAt: now,
        receivedBy: userId,
      })
      .run();
    tx.insert(tables.grantFiles)
      .values({
        id: ids.grantFile,
        schemeId: 'enir-2018',
        schemeVersion: '1',
        communeId,
        schoolUai: school.uai,
        answers: noAnswers,
        createdAt: now,
        createdBy: userId,
        updatedAt: now,
      })
      .run();
    addSchemeVersion(tx, {
      schemeId: 'appel-essai',
      version: 1,
      content: { ...labelEcolesNumeriques2020, id: 'appel-essai', version: 1 },
      createdAt: now,
      createdBy: userId,
      updatedAt: now,
      openedAt: now,
      openedBy: userId,
    });
    ids.declaration = addDocument(tx, {
      kind: 'agecDeclaration',
      number: 'AGEC-2025-01',
      issuerId: communeId,
      communeId,
      supplierId: null,
      title: 'Déclaration d’essai',
      issuedOn: day('2026-11-23'),
      issuedAt: now,
      issuedBy: userId,
      net: null,
      vat: null,
      gross: null,
      fileName: 'declaration-essai.csv',
      mediaType: 'text/csv; charset=utf-8',
      templateVersion: 'essai',
      bytes: new TextEncoder().encode('annee'),
    });
    const stored = addDocument(tx, {
      kind: 'purchaseOrder',
      number: 'BC-ESSAI-1',
      issuerId: 'syndicat',
      communeId,
      supplierId: null,
      title: 'Bon de commande d’essai',
      issuedOn: day('2026-11-23'),
      issuedAt: now,
      issuedBy: userId,
      net: cents(100_00),
      vat: cents(20_00),
      gross: cents(120_00),
      fileName: 'BC-ESSAI-1.pdf',
      mediaType: 'application/pdf',
      templateVersion: 'essai',
      bytes: new TextEncoder().encode('%PDF-essai'),
    });
    const statement = { kind: 'needsStatement', campaignId: ids.campaign, communeId } as const;
    const digest = { documentId: stored, inputDigest: 'essai' };
    addPaper(tx, { ...statement, ...digest, number: 'EB-ESSAI-1', version: 1, issuedAt: now, issuedBy: userId });
    tx.insert(tables.purchaseOrders)
      .values({
        id: ids.purchaseOrder,
        orderId: ids.order,
        lotId: product.lotId,
        accordCadreId: accordCadreOf(db, product.lotId),
        issuerId: 'syndicat',
        invoiceeId: communeId,
        payerId: communeId,
        ownerId: communeId,
        number: 'BC-ESSAI-1',
        documentId: stored,
        issuedAt: now,
        issuedBy: userId,
      })
      .run();
    tx.insert(tables.startingPointSheets)
      .values({
        id: ids.sheet,
        communeId,
        fileName: 'essai.csv',
        sha256: 'essai',
        rows: [{ row: 2, uai: school.uai, name: null, answers: { accessPoints: '2' } }],
        receivedAt: now,
        receivedBy: userId,
      })
      .run();
    tx.insert(tables.reservationDocuments)
      .values({ orderId: ids.order, key: 'essai', documentId: stored, byUserId: userId, at: now })
      .run();
    tx.insert(tables.deliveries)
      .values({
        id: ids.delivery,
        purchaseOrderId: ids.purchaseOrder,
        deliveredOn: day('2026-11-23'),
        attestedBy: userId,
        attestedAt: now,
      })
      .run();
    tx.insert(tables.grantExpenses)
      .values({
        id: ids.grantExpense,
        grantFileId: ids.grantFile,
        supplier: 'Fournisseur d’essai',
        number: 'ESSAI-1',
        label: 'Câblage',
        invoicedOn: day('2026-11-02'),
        net: cents(100_00),
        vat: cents(20_00),
        gross: cents(120_00),
        eligibleNet: cents(100_00),
        eligibleGross: cents(120_00),
        documentId: stored,
        addedBy: userId,
        addedAt: now,
      })
      .run();
    tx.insert(tables.grantStatements)
      .values({
        id: ids.grantStatement,
        grantFileId: ids.grantFile,
        number: 'ETAT-ESSAI',
        documentId: stored,
        workbookId: stored,
        invoiceDocuments: [stored],
        inputDigest: 'essai',
        issuedAt: now,
      })
      .run();
    tx.insert(tables.grantFileVersions)
      .values({ grantFileId: ids.grantFile, version: 1, documentId: stored, inputDigest: 'essai' })
      .run();
    tx.insert(tables.policies)
      .values({
        id: ids.policy,
        ruleId: 'SYN-01',
        version: 1,
        rule: aStoredPolicy,
        createdBy: userId,
        createdAt: now,
        changedAt: now,
        adoptedOn: day('2026-11-20'),
        reference: '2026-20',
        documentId: stored,
        adoptedBy: userId,
        adoptedAt: now,
        from: day('2026-11-23'),
      })
      .run();
    addConvention(tx, { id: ids.convention, reference: 'GC-ESSAI', terms: someTerms() }, { id: userId, at: now });
    const stay = { id: ids.conventionMember, conventionId: ids.convention, communeId, joinedOn: day('2026-11-01') };
    addConventionMember(tx, stay, { id: userId, at: now });
    const acts = { deliberationNumber: '1', deliberationOn: day('2026-11-02'), enforceableOn: null, signedOn: null };
    recordActs(tx, stay.id, { ...acts, representative: null, deliberationDocumentId: stored });
    addConventionText(tx, {
      conventionId: ids.convention,
      version: 1,
      pdfDocumentId: stored,
      docxDocumentId: stored,
      inputDigest: 'essai',
    });
    keepMembershipFile(tx, { communeId, from: day('2024-01-01') }, stored);
    return stored;
  });
  const links = write(db, (tx) => {
    addPieceDocument(tx, {
      id: ids.grantPiece,
      grantFileId: ids.grantFile,
      piece: 'quotes',
      documentId,
      label: 'Devis d’essai',
      pages: 1,
      addedAt: now,
      addedBy: userId,
      // No longer counted: its few bytes are not a PDF that a file could take in.
      endedAt: now,
      endedBy: userId,
    });
    const scheme = { schemeId: 'enir-2018', schemeVersion: '1' };
    const group = { id: ids.grantGroup, title: 'Groupe d’essai', ...scheme, communeId, createdAt: now };
    addGrantGroup(tx, { ...group, createdBy: userId }, [ids.grantFile]);
    const issued = { pdfId: documentId, costingId: documentId, inputDigest: 'essai' };
    addGroupVersion(tx, { groupId: ids.grantGroup, version: 1, ...issued });
    const link = { id: randomUUID(), grantFileId: ids.grantFile, createdAt: now, createdBy: userId };
    return addSchoolLink(tx, { ...link, expiresAt: '2099-12-31T00:00:00.000Z' }) ?? '';
  });
  const needLink = write(db, (tx) => {
    const of = { campaignId: ids.campaign, communeId, schoolUai: school.uai, recipient: 'La directrice' };
    return addNeedLink(tx, { id: randomUUID(), ...of, createdAt: now, createdBy: userId }) ?? '';
  });
  const absent: Example = { value: randomUUID(), owner: 'syndicat' };
  return {
    'accords-cadres/:id': { value: accordCadreOf(db, schedule.lotId), owner: 'members' },
    'accords-cadres/lots/:id': { value: schedule.lotId, owner: 'members' },
    'accords-cadres/lots/:id/bordereaux/:scheduleId': absent,
    'bons-de-commande/:id': { value: ids.purchaseOrder, owner: 'commune' },
    'campagnes/:id': { value: ids.campaign, owner: 'members' },
    'campagnes/:id/consolidation/decisions/:decision': absent,
    'besoins-ecole/:token': { value: needLink, owner: 'members' },
    'besoins-ecole/:token/besoins/:line': { value: randomUUID(), owner: 'members' },
    'campagnes/:id/reponse/ecoles/:link': { value: randomUUID(), owner: 'members' },
    'campagnes/:id/besoins-types/:kit': { value: randomUUID(), owner: 'syndicat' },
    'campagnes/:id/communes/:commune': { value: communeId, owner: 'commune' },
    'campagnes/:id/communes/:commune/besoins/:need': { value: ids.need, owner: 'commune' },
    'campagnes/:id/feuilles/:sheet': { value: ids.needSheet, owner: 'commune' },
    'campagnes/:id/pieces/:document': { value: documentId, owner: 'commune' },
    'campagnes/:id/reponse/besoins/:need': { value: ids.need, owner: 'commune' },
    'catalogue/:id': { value: product.id, owner: 'members' },
    'commandes/:id/pieces/:document': { value: documentId, owner: 'commune' },
    'conventions/adhesions/:commune': { value: communeId, owner: 'commune' },
    'conventions/adhesions/:commune/:from': { value: '2024-01-01', owner: 'members' },
    'conventions/:id': { value: ids.convention, owner: 'commune' },
    'conventions/:id/membres/:member': { value: ids.conventionMember, owner: 'commune' },
    'conventions/:id/versions/:file': { value: '1.pdf', owner: 'members' },
    'controles/annees/:annee': { value: '2026', owner: 'members' },
    'controles/annees/:annee/saisies/:entry': { value: ids.yearEntry, owner: 'commune' },
    'controles/annees/:annee/sorties/:batch': { value: ids.yearWithdrawal, owner: 'commune' },
    'controles/annees/:annee/declarations/:document': { value: ids.declaration, owner: 'commune' },
    'controles/reserves/:id': { value: ids.order, owner: 'commune' },
    'commandes/:id': { value: ids.order, owner: 'commune' },
    'consultations/:id': absent,
    'consultations/:id/dossier/:version': { value: '1', owner: 'syndicat' },
    'consultations/:id/avis/:notice': { value: '16', owner: 'syndicat' },
    'consultations/:id/avis/fichiers/:file': { value: '16.json', owner: 'syndicat' },
    'consultations/:id/questions/:question': absent,
    'consultations/:id/depots/:deposit': absent,
    'consultations/:id/candidatures/:deposit': absent,
    'consultations/:id/candidatures/courriers/:file': { value: '1.pdf', owner: 'syndicat' },
    'consultations/:id/analyse/:lot': { value: '1', owner: 'syndicat' },
    'consultations/:id/analyse/:lot/courriers/:file': { value: '1.pdf', owner: 'syndicat' },
    'consultations/:id/note/:file': { value: '1.pdf', owner: 'syndicat' },
    'consultations/:id/rapport/:file': { value: '1.pdf', owner: 'syndicat' },
    'consultations/:id/rapport-de-presentation/:file': { value: '1.pdf', owner: 'syndicat' },
    'marches/:id': absent,
    'marches/contrats/:file': { value: '1.json', owner: 'members' },
    'contrats/:id': absent,
    'contrats/:id/avenants/:amendment': absent,
    'contrats/:id/documents/:document': absent,
    'contrats/:id/reconductions/:renewal': absent,
    'contrats/:id/donnees-essentielles/:version': absent,
    'consultations/:id/attribution/documents/:document': absent,
    'consultations/:id/attribution/:lot': { value: '1', owner: 'syndicat' },
    'consultations/:id/attribution/:lot/referes/:dispute': absent,
    'controles/regles/:id': { value: 'CE-01', owner: 'members' },
    'controles/syndicat/:id': { value: ids.policy, owner: 'members' },
    'documents/:id': { value: documentId, owner: 'commune' },
    'ecoles/etat-des-lieux/:id': { value: ids.sheet, owner: 'commune' },
    'ecoles/:uai': { value: school.uai, owner: 'commune' },
    'panier/lignes/:id': { value: ids.cartLine, owner: 'commune' },
    'receptions/:id': { value: ids.delivery, owner: 'commune' },
    'subventions/ecoles/:uai': { value: school.uai, owner: 'commune' },
    'subventions/dispositifs/:scheme': { value: 'appel-essai', owner: 'members' },
    'subventions/dispositifs/:scheme/:version': { value: '1', owner: 'members' },
    'subventions/parametres-locaux/:id': { value: randomUUID(), owner: 'members' },
    'subventions/groupes/:group': { value: ids.grantGroup, owner: 'commune' },
    'subventions/groupes/:group/versions/:version': { value: '1', owner: 'members' },
    'subventions/groupes/:group/versions/:version/documents/:position': { value: '1', owner: 'members' },
    'subventions/:id': { value: ids.grantFile, owner: 'commune' },
    'subventions/:id/depenses/:expense': { value: ids.grantExpense, owner: 'commune' },
    'subventions/:id/commandes-liees/:order': { value: randomUUID(), owner: 'members' },
    'subventions/:id/justificatifs/:statement': { value: ids.grantStatement, owner: 'commune' },
    'contributions/:token': { value: links, owner: 'members' },
    'contributions/:token/:part': { value: 'pedagogy', owner: 'members' },
    'subventions/:id/parties/:part': { value: 'pedagogy', owner: 'members' },
    'subventions/:id/pieces/:piece': { value: 'quotes', owner: 'members' },
    'subventions/:id/pieces/documents/:document': { value: ids.grantPiece, owner: 'commune' },
    'subventions/:id/versions/:version': { value: '1', owner: 'commune' },
    'subventions/:id/versions/:version/documents/:position': { value: '1', owner: 'members' },
  };
}

function accordCadreOf(db: Db, lotId: string): string {
  return db.select().from(tables.lots).where(eq(tables.lots.id, lotId)).get()?.accordCadreId ?? '';
}
