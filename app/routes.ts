// The table of contents of the site: French addresses, one verb one address.
import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),

  // accounts
  route('connexion', 'routes/accounts/sign-in.tsx'),
  route('deconnexion', 'routes/accounts/sign-out.ts'),

  // products
  route('catalogue', 'routes/products/catalogue.tsx'),
  route('catalogue/:id', 'routes/products/product.tsx'),
  route('comparaison', 'routes/products/comparison.tsx'),

  // accords-cadres
  route('accords-cadres', 'routes/accords-cadres/accords-cadres.tsx'),
  route('accords-cadres/:id', 'routes/accords-cadres/accord-cadre.tsx'),
  route('accords-cadres/lots/:id/bordereaux/nouveau', 'routes/accords-cadres/price-schedule-new.tsx'),
  route('accords-cadres/lots/:id/bordereaux/:scheduleId', 'routes/accords-cadres/price-schedule.tsx'),
  route(
    'accords-cadres/lots/:id/bordereaux/:scheduleId/confirmation',
    'routes/accords-cadres/price-schedule-confirmation.tsx',
  ),

  // orders
  route('panier', 'routes/orders/cart.tsx'),
  route('panier/lignes', 'routes/orders/cart-line.tsx'),
  route('panier/lignes/:id/retrait', 'routes/orders/cart-line-removal.ts'),
  route('panier/prix', 'routes/orders/cart-prices.ts'),
  route('panier/soumission', 'routes/orders/submission.tsx'),
  route('commandes', 'routes/orders/orders.tsx'),
  route('commandes/:id', 'routes/orders/order.tsx'),
  route('commandes/:id/validation', 'routes/orders/approval.tsx'),
  route('commandes/:id/renvoi', 'routes/orders/return.tsx'),
  route('commandes/:id/acceptation', 'routes/orders/acceptance.tsx'),
  route('commandes/:id/refus', 'routes/orders/refusal.tsx'),
  route('commandes/:id/annulation', 'routes/orders/cancellation.tsx'),
  route('commandes/:id/reprise', 'routes/orders/resumption.tsx'),
  route('commandes/:id/controle', 'routes/checks/recheck.tsx'),
  route('commandes/:id/references', 'routes/orders/references.tsx'),
  route('commandes/:id/bons-de-commande', 'routes/orders/issue.tsx'),
  route('bons-de-commande/:id/receptions', 'routes/orders/reception.tsx'),
  route('receptions/:id/facture', 'routes/orders/invoice.tsx'),

  // checks
  route('controles', 'routes/checks/rules.tsx'),
  route('controles/regles/:id', 'routes/checks/rule.tsx'),
  route('controles/regles/:id/interrupteur', 'routes/checks/switch.tsx'),
  route('controles/regles/:id/references', 'routes/checks/rule-products.tsx'),
  route('controles/regles/:id/commandes', 'routes/checks/rule-orders.tsx'),
  route('controles/commandes', 'routes/checks/changed-orders.tsx'),
  route('controles/syndicat/nouvelle', 'routes/checks/policy-new.tsx'),
  route('controles/syndicat/:id', 'routes/checks/policy.tsx'),
  route('controles/syndicat/:id/modification', 'routes/checks/policy-edit.tsx'),
  route('controles/syndicat/:id/adoption', 'routes/checks/adoption.tsx'),
  route('controles/syndicat/:id/abandon', 'routes/checks/policy-removal.tsx'),
  route('controles/syndicat/:id/fin', 'routes/checks/policy-end.tsx'),
  route('controles/syndicat/:id/deliberation', 'routes/checks/deliberation.ts'),

  // organisations
  route('collectivite', 'routes/organisations/billing.tsx'),
  route('ecoles', 'routes/organisations/schools.tsx'),
  route('ecoles/:uai', 'routes/organisations/school.tsx'),

  // checks
  route('commandes/:id/rapport-de-conformite', 'routes/checks/order-report.ts'),
  route('commandes/:id/pieces/:document', 'routes/checks/proof.ts'),
  route('commandes/:id/reserves', 'routes/checks/reply.tsx'),
  route('controles/reserves', 'routes/checks/reservations.tsx'),
  route('controles/reserves.csv', 'routes/checks/reservations-export.ts'),
  route('controles/reserves/:id/levee', 'routes/checks/closing.tsx'),
  route('ecoles/:uai/rapport-de-conformite', 'routes/checks/school-report.ts'),

  // campaigns
  route('campagnes', 'routes/campaigns/list.tsx'),
  route('campagnes/nouvelle', 'routes/campaigns/new.tsx'),
  route('campagnes/:id', 'routes/campaigns/campaign.tsx'),
  route('campagnes/:id/cloture', 'routes/campaigns/close.tsx'),
  route('campagnes/:id/prolongation', 'routes/campaigns/extend.tsx'),
  route('campagnes/:id/feuille.xlsx', 'routes/campaigns/need-sheet-file.ts'),
  route('campagnes/:id/feuilles.zip', 'routes/campaigns/need-sheet-files.ts'),
  route('campagnes/:id/feuilles', 'routes/campaigns/need-sheets.tsx'),
  route('campagnes/:id/feuilles/confirmations', 'routes/campaigns/need-sheet-confirmations.tsx'),
  route('campagnes/:id/feuilles/:sheet', 'routes/campaigns/need-sheet.tsx'),
  route('campagnes/:id/feuilles/:sheet/confirmation', 'routes/campaigns/need-sheet-confirmation.tsx'),
  route('campagnes/:id/reponse', 'routes/campaigns/answer.tsx'),
  route('campagnes/:id/reponse/besoins', 'routes/campaigns/change-needs.tsx'),
  route('campagnes/:id/reponse/besoins/:need/retrait', 'routes/campaigns/remove-need.tsx'),
  route('campagnes/:id/reponse/signature', 'routes/campaigns/sign.tsx'),
  route('campagnes/:id/reponse/aucun-besoin', 'routes/campaigns/no-need.tsx'),
  route('campagnes/:id/reponse/reouverture', 'routes/campaigns/reopen-answer.tsx'),

  // consolidation
  route('campagnes/:id/consolidation', 'routes/consolidation/consolidation.tsx'),
  route('campagnes/:id/consolidation/gel', 'routes/consolidation/freeze.tsx'),

  // consultations
  route('campagnes/:id/consultation', 'routes/consultations/open.tsx'),
  route('consultations/:id', 'routes/consultations/consultation.tsx'),
  route('consultations/:id/dossier', 'routes/consultations/produce.tsx'),
  route('consultations/:id/dossier/:version', 'routes/consultations/file.ts'),
  route('consultations/:id/publication', 'routes/consultations/publication.tsx'),
  route('consultations/:id/questions', 'routes/consultations/question.tsx'),
  route('consultations/:id/questions/:question/reponse', 'routes/consultations/question-answer.tsx'),
  route('consultations/:id/depots', 'routes/consultations/deposits.tsx'),
  route('consultations/:id/depots/:deposit/retrait', 'routes/consultations/deposit-withdrawal.tsx'),
  route('consultations/:id/ouverture', 'routes/consultations/opening.tsx'),
  route('consultations/:id/analyse', 'routes/consultations/analysis.tsx'),
  route('consultations/:id/analyse/:lot', 'routes/consultations/lot-analysis.tsx'),
  route('consultations/:id/analyse/:lot/bordereaux', 'routes/consultations/offer.tsx'),
  route('consultations/:id/analyse/:lot/decisions', 'routes/consultations/offer-step.tsx'),
  route('consultations/:id/analyse/:lot/regularisation', 'routes/consultations/regularisation.tsx'),
  route('consultations/:id/rapport', 'routes/consultations/report.tsx'),
  route('consultations/:id/rapport/:file', 'routes/consultations/report-file.ts'),

  // grants
  route('subventions', 'routes/grants/files.tsx'),
  route('subventions/ecoles', 'routes/grants/prospects.tsx'),
  route('subventions/ecoles.csv', 'routes/grants/prospects-export.ts'),
  route('subventions/ecoles/:uai/reponses', 'routes/grants/place-answers.tsx'),
  route('subventions/dispositifs', 'routes/grants/schemes.tsx'),
  route('subventions/dispositifs/copies', 'routes/grants/scheme-copy.tsx'),
  route('subventions/dispositifs/:scheme/:version', 'routes/grants/scheme.tsx'),
  route('subventions/dispositifs/:scheme/:version/brouillon', 'routes/grants/scheme-draft.tsx'),
  route('subventions/dispositifs/:scheme/:version/essai', 'routes/grants/scheme-trial.tsx'),
  route('subventions/dispositifs/:scheme/:version/ouverture', 'routes/grants/scheme-opening.tsx'),
  route('subventions/dispositifs/:scheme/:version/cloture', 'routes/grants/scheme-ending.tsx'),
  route('subventions/parametres-locaux', 'routes/grants/department-terms.tsx'),
  route('subventions/parametres-locaux/:id/retrait', 'routes/grants/department-terms-removal.ts'),
  route('subventions/comparaison', 'routes/grants/comparison.tsx'),
  route('subventions/nouveau', 'routes/grants/new.tsx'),
  route('subventions/:id', 'routes/grants/file.tsx'),
  route('subventions/:id/dossier', 'routes/grants/issue.tsx'),
  route('subventions/:id/suivi', 'routes/grants/follow.tsx'),
  route('subventions/:id/derogation', 'routes/grants/waiver.tsx'),
  route('subventions/:id/commande/retrait', 'routes/grants/order-withdrawal.ts'),
  route('subventions/:id/montants', 'routes/grants/amounts.tsx'),
  route('subventions/:id/parties/:part', 'routes/grants/part.tsx'),
  route('subventions/:id/recopie', 'routes/grants/copy-sheet.tsx'),
  route('subventions/:id/pieces', 'routes/grants/pieces.tsx'),
  route('subventions/:id/pieces/documents/:document', 'routes/grants/piece-document.ts'),
  route('subventions/:id/pieces/documents/:document/retrait', 'routes/grants/piece-removal.ts'),
  route('subventions/:id/pieces/:piece', 'routes/grants/piece-addition.tsx'),
  route('subventions/:id/pieces/:piece/dispense', 'routes/grants/piece-waiver.ts'),
  route('subventions/:id/lien-ecole', 'routes/grants/school-link.tsx'),
  route('subventions/:id/lien-ecole/fermeture', 'routes/grants/school-link-closing.ts'),
  route('subventions/:id/avis', 'routes/grants/opinion.tsx'),
  route('subventions/:id/versions/:version', 'routes/grants/version.tsx'),
  route('subventions/:id/versions/:version/signature', 'routes/grants/sign-off.tsx'),
  route('subventions/:id/versions/:version/archive', 'routes/grants/version-archive.ts'),
  route('subventions/:id/versions/:version/documents/:position', 'routes/grants/version-document.ts'),
  route('contributions/:token', 'routes/grants/contribution.tsx'),
  route('contributions/:token/:part', 'routes/grants/contribution-part.tsx'),

  // finance
  route('finances', 'routes/finance/documents.tsx'),
  route('finances/archive', 'routes/finance/archive.ts'),
  route('finances/export.csv', 'routes/finance/export.ts'),
  route('documents/:id', 'routes/finance/document.ts'),

  // records
  route('journal', 'routes/records/journal.tsx'),
] satisfies RouteConfig;
