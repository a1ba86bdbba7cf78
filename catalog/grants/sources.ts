// The public pages and texts the grant schemes were read in, and how far each was read.

export interface GrantSource {
  readonly title: string;
  readonly address: string;
  readonly read: 'whole' | 'head' | 'summary';
}

export const grantSources = {
  'boen-2017-04-06': {
    title:
      'Cahier des charges « Écoles numériques innovantes et ruralité », BOEN du 6 avril 2017, présenté par un député',
    address: 'guy-chambefort.typepad.fr/essai_dput/2017/04/',
    read: 'head',
  },
  'weka-enir-2017': {
    title: 'Weka, appel à projets Écoles numériques innovantes et ruralité',
    address: 'weka.fr/actualite/education (article 49457)',
    read: 'head',
  },
  'dijon-enir': {
    title: 'Académie de Dijon, écoles innovantes et ruralité (page de 2017 mise à jour pour 2020)',
    address: 'ecoles-innovantes-ruralite.ec.ac-dijon.fr',
    read: 'head',
  },
  'caen-enir-2018': {
    title: 'Académie de Caen, Écoles numériques innovantes et ruralité, édition 2018',
    address: 'dane.ac-caen.fr/Ecoles-numeriques-innovantes-et-ruralite-edition-2018',
    read: 'head',
  },
  'aix-enir-2018': {
    title: 'Académie d’Aix-Marseille, ENIR phase 2',
    address: 'pedagogie.ac-aix-marseille.fr/jcms/c_10691018',
    read: 'head',
  },
  'senat-08636': {
    title: 'Question écrite n° 08636, Sénat, 2019 (commune de Ronquerolles)',
    address: 'senat.fr/questions/base/2019/qSEQ190108636.html',
    read: 'whole',
  },
  'assemblee-477264': {
    title: 'Assemblée nationale, intervention 477264 sur ENIR',
    address: '2017-2022.nosdeputes.fr/15/intervention/477264',
    read: 'whole',
  },
  'enir-presentation': {
    title: 'Présentation du volet pédagogique d’ENIR 2017',
    address: 'slideplayer.fr/amp/12325718',
    read: 'head',
  },
  'bdt-label-2020': {
    title: 'Banque des Territoires, un nouvel appel à projets « Label Écoles numériques 2020 »',
    address: 'banquedesterritoires.fr/un-nouvel-appel-projets-label-ecoles-numeriques-2020',
    read: 'head',
  },
  'idcite-2021': { title: 'ID Cité, 6 janvier 2021, bilan du Label 2020', address: 'idcite.com', read: 'head' },
  'meuse-rognon': { title: 'CC Meuse Rognon, ENIR 2', address: 'meuserognon.fr/enir-2', read: 'head' },
  'label-2020-text': {
    title: 'Texte de l’appel « Label Écoles numériques 2020 »',
    address: '123dok.net/document/z1dw1w18',
    read: 'head',
  },
  'nantes-label-2020': {
    title: 'Académie de Nantes, lettre départementale de la Sarthe, Label Écoles numériques 2020',
    address: 'pedagogie.ac-nantes.fr/sarthe/lettre-departementale',
    read: 'head',
  },
  'education-snee': {
    title: 'Ministère chargé de l’éducation nationale, plan de relance, socle numérique',
    address: 'education.gouv.fr (page 308341)',
    read: 'head',
  },
  'educavox-snee': {
    title: 'Educavox, plan de relance et socle numérique de base',
    address: 'educavox.fr/toutes-les-breves/un-plan-de-relance-socle-numerique-de-base',
    read: 'whole',
  },
  'dijon-snee': {
    title: 'Académie de Dijon, lauréats de l’appel socle numérique',
    address: 'ac-dijon.fr',
    read: 'head',
  },
  'weka-snee': { title: 'Weka, appel socle numérique', address: 'weka.fr (article 118524)', read: 'head' },
  'ec-snee': {
    title: 'Enseignement catholique, appel à projets du plan de relance',
    address: 'enseignement-catholique.fr',
    read: 'head',
  },
  'cgct-d3334-8-1': { title: 'CGCT, article D. 3334-8-1', address: 'legifrance.gouv.fr', read: 'whole' },
  'vienne-tne': {
    title: 'Département de la Vienne, Territoires numériques éducatifs, financement',
    address: 'lavienne86.fr',
    read: 'head',
  },
  'doubs-tne': { title: 'Département du Doubs, TNE', address: 'doubs.fr', read: 'head' },
  'isere-tne': { title: 'Département de l’Isère, TNE', address: 'isere.fr', read: 'head' },
  'marne-detr': {
    title: 'Association des maires de la Marne, DETR 2025',
    address: 'maires51.fr/?p=14330',
    read: 'head',
  },
  'meuse-detr': { title: 'Préfecture de la Meuse, dossier DETR 2021', address: 'meuse.gouv.fr', read: 'head' },
  'cher-detr': { title: 'Préfecture du Cher, DETR 2021', address: 'cher.gouv.fr', read: 'head' },
  'detr-form-2026': {
    title: 'Démarche unique nationale DETR-DSIL, formulaire publié le 19 décembre 2025',
    address: 'demarche.numerique.gouv.fr',
    read: 'whole',
  },
  'maire-info-2024': {
    title: 'Maire-info, 6 juin 2024, démarche unique DETR-DSIL',
    address: 'maire-info.com',
    read: 'head',
  },
  'cgct-l2334-33': { title: 'CGCT, article L. 2334-33', address: 'legifrance.gouv.fr', read: 'head' },
  'cgct-r2334-24': { title: 'CGCT, article R. 2334-24', address: 'legifrance.gouv.fr', read: 'whole' },
  'cgct-r2334-27': { title: 'CGCT, article R. 2334-27', address: 'legifrance.gouv.fr', read: 'summary' },
  'cgct-r2334-28': { title: 'CGCT, article R. 2334-28', address: 'legifrance.gouv.fr', read: 'whole' },
  'turgot-code': {
    title: 'Gestion des subventions locales (logiciel de l’État) : délais de l’article R. 2334-29 et modèles d’arrêtés',
    address: 'github.com/betagouv/gestion-des-subventions-locales',
    read: 'whole',
  },
  'gironde-2017': {
    title: 'Académie de Bordeaux, aides au numérique des écoles de Gironde, 2017 ; circonscription de Besançon',
    address: 'blogacabdx.ac-bordeaux.fr/numerique33',
    read: 'head',
  },
  'own-share': {
    title: 'Banque des Territoires, part minimale de financement d’une opération (CGCT, article L. 1111-10)',
    address: 'banquedesterritoires.fr/quel-est-le-montant-minimal-de-financement',
    read: 'whole',
  },
  'cgct-l2334-42': { title: 'CGCT, article L. 2334-42', address: 'legifrance.gouv.fr', read: 'head' },
  'cgct-l1615-6': { title: 'CGCT, article L. 1615-6', address: 'legifrance.gouv.fr', read: 'head' },
  'fctva-accounts': {
    title: 'La Vie communale, comptes éligibles au FCTVA',
    address: 'laviecommunale-actualites.fr',
    read: 'head',
  },
  'cgct-r1615-3': {
    title: 'CGCT, article R. 1615-3, version close au 1er janvier 2021',
    address: 'legifrance.gouv.fr (LEGIARTI000006395629)',
    read: 'whole',
  },
  'haute-saone-detr': {
    title: 'Préfecture de la Haute-Saône, dossier DETR 2023',
    address: 'haute-saone.gouv.fr',
    read: 'head',
  },
  'drome-detr': { title: 'Préfecture de la Drôme, exécution et paiement', address: 'drome.gouv.fr', read: 'whole' },
  'haute-loire-detr': {
    title: 'Préfecture de la Haute-Loire, dossier DETR 2014',
    address: 'haute-loire.gouv.fr',
    read: 'head',
  },
  'snee-open-data': {
    title: 'Données ouvertes, conventions de l’appel socle numérique',
    address: 'data.education.gouv.fr (fr-en-aap-snee-collectivites)',
    read: 'whole',
  },
  'landot-2017': { title: 'Cabinet Landot, fonds de concours', address: 'blog.landot-avocats.net', read: 'head' },
} as const satisfies Record<string, GrantSource>;

export type SourceId = keyof typeof grantSources;
