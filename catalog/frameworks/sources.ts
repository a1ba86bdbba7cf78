// Public addresses of the texts, and of the pages that were read where the text itself was not.
import type { Source } from './types';

const guide = 'github.com/DISIC/MiNumEco, content/ressources/documents-reference/guide-achats-responsables';
const at = (title: string, reference: string): Source => ({ title, reference });

export const sources = {
  guideOffice: at(
    'Guide achats numériques responsables, fiche bureautique',
    `${guide}/fiches-pratiques/bureautique.md`,
  ),
  guidePrinting: at(
    'Guide achats numériques responsables, fiche impression',
    `${guide}/fiches-pratiques/impression.md`,
  ),
  guideNetwork: at('Guide achats numériques responsables, fiche réseaux', `${guide}/fiches-pratiques/reseaux.md`),
  guideRegulation: at(
    'MiNumEco, panorama de la réglementation',
    'github.com/DISIC/MiNumEco, content/reglementation/index.md',
  ),
  guideRepairability: at(
    'Guide de l’indice de réparabilité dans l’achat public',
    'github.com/DISIC/MiNumEco, guide-achat-indice-reparabilite',
  ),
  guideStrategy: at(
    'Stratégie numérique responsable des collectivités, 1. Commande publique',
    'github.com/DISIC/MiNumEco, strategie-numerique-responsable-des-collectivites/1-commande-publique.md',
  ),
  guideEndOfLife: at('MiNumEco, fin d’usage : don', 'github.com/DISIC/MiNumEco, fin-usage/don.md'),
  agecSchema: at(
    'Schéma de la déclaration AGEC, article 58',
    'github.com/datagouv/schema-declaration-biens-reemploi-reutilisation-recycle',
  ),
  agecRates: at('Info-lettre 347 de l’ATD 31', 'atd31.fr, info-lettre 347'),
  agecFurniture: at('Association des maires des Vosges, 7 mars 2024', 'maires88.asso.fr'),
  agecScope: at('Décret n° 2024-134, article 1er', 'juriblio.fr, décret 2024-134'),
  agecText: at('Loi AGEC, article 58', 'valdelia.org/?p=6781'),
  reenDisposal: at('Décret n° 2023-266, article 3', 'legal.tricoteuses.fr, JORFARTI000047439327'),
  reenIndex: at('Loi REEN, article 15', 'blog.landot-avocats.net, 9 avril 2024'),
  abeilleDijon: at(
    'Loi n° 2015-136, article 7, lu par l’inspection de Dijon',
    'https://ien21-centre.cir.ac-dijon.fr/2023/12/10/211',
  ),
  abeilleText: at('Loi n° 2015-136, article 7', 'tech2tech.fr/wifi-a-lecole'),
  abeilleSenate: at('Rapport du Sénat n° 677 (2016-2017)', 'senat.fr, rap/r16-677'),
  abeillePictogram: at(
    'École et Wi-Fi, inspection de Saint-Jean-de-Maurienne',
    'ien-st-jean-de-maurienne.web.ac-grenoble.fr/ecole-et-wifi',
  ),
  wifiFramework: at('Référentiel Wi-Fi, cadre technique v1.0', 'docplayer.fr/2882821'),
  sar: at('Service-Public, affichage du DAS', 'https://www.service-public.fr/particuliers/actualites/A13689'),
  carine: at('CARINE v1.0, juin 2016', 'frdocs.com/doc/2031054'),
  s2i2e: at('S2i2e, décembre 2008', 'docplayer.fr/1609869'),
  carmoV1: at('CARMO v1, juin 2015', '123dok.net, CARMO'),
  carmoV2: at(
    'Nouvelle version de CARMO, présentée par Éducavox',
    'educavox.fr, nouvelle version du référentiel des équipements mobiles',
  ),
  carmoCafe: at('CARMO présenté par le Café pédagogique, 3 septembre 2015', 'cafepedagogique.net'),
  socleItems: at(
    'Liste du socle numérique de base (enseignants référents, Nièvre)',
    'https://view.genial.ly/600585e04bfa890d0b184862',
  ),
  socleEure: at(
    'Recommandations pour l’équipement numérique des écoles, DSDEN de l’Eure',
    'https://prim27.ac-normandie.fr/recommandation-pour-l-equipement-numerique-des-ecoles',
  ),
  socleCall: at('Appel à projets pour un socle numérique dans les écoles élémentaires', 'education.gouv.fr, 308341'),
  mobileClassAin: at(
    'La classe mobile, DSDEN de l’Ain',
    'https://numerique-educatif01.blog.ac-lyon.fr/2021/02/26/la-classe-mobile',
  ),
  laptopsGironde: at(
    'Grille de choix d’un portable, DSDEN de la Gironde',
    'https://blogacabdx.ac-bordeaux.fr/numerique33/2016/12/01',
  ),
  cartPoitiers: at(
    'Meuble de rangement et de recharge, académie de Poitiers, 2012',
    'ww2.ac-poitiers.fr/matice, article 495',
  ),
  codeL2125: at('Code de l’éducation, L. 212-5', 'codes-et-lois.fr, L.212-5'),
  codeL2124: at('Code de l’éducation, L. 212-4', 'doctrine.fr, L.212-4'),
  question16623: at(
    'Assemblée nationale, réponse à la question 12-16623',
    'questions.assemblee-nationale.fr/q12/12-16623QE.htm',
  ),
  sdetArticles: at('SDET, articles L. 213-2 et L. 214-6 du code de l’éducation', 'doc.tech.fr/open-ent-dev'),
  filtering: at('Circulaire n° 2004-035, proxy des écoles', 'numerique26, proxy-ecole'),
  dataAgreement: at('ENT et RGPD, académie de Grenoble', 'numerique26.web.ac-grenoble.fr, ent-rgpd'),
  dataController: at('Mon école et la protection des données personnelles', 'numerique26.web.ac-grenoble.fr'),
  gar: at('Arrêté du 18 décembre 2017 sur le GAR', 'juriblio.fr, arrêté du 18/12/2017'),
  doctrine: at(
    'Doctrine technique du numérique pour l’éducation, chapitre 6',
    'https://doctrine-technique-numerique.forge.apps.education.fr',
  ),
  sdet: at('SDET 6.3', 'chlorofil.fr, sdet'),
  parentalControl: at('ANFR, contrôle parental', 'anfr.fr, contrôle parental'),
  youngChildren: at('Arrêté sur l’accueil du jeune enfant et les écrans', 'blog.papouillefrance.com ; onemedia.fr'),
  ecoDesign: at('Règlement (UE) 2023/1670', 'https://eur-lex.europa.eu/eli/reg/2023/1670'),
  ecoDesignPress: at(
    'Seuils et étiquette énergie des tablettes, présentés par la presse',
    'commentcamarche.net, 34421 ; lalibre.be',
  ),
  charger: at('CPCE, R. 20-3-1', 'legifrance.gouv.fr, JORFTEXT000048678553'),
  radioSecurity: at('Règlement délégué (UE) 2022/30 et EN 18031', 'inovasense.com ; en-plustech.com'),
  accessibility: at(
    'Décret n° 2023-931, accessibilité des produits et services',
    'legifrance.gouv.fr, JORFTEXT000048178349',
  ),
  ecoContribution: at('Code de l’environnement, L. 541-10-20', 'legifrance.gouv.fr, L541-10-20'),
  privateCopy: at('Redevance copie privée et tablettes scolaires, Avicca', 'avicca.org, septembre 2016'),
  schoolPhones: at(
    'Code de l’éducation, L. 511-5, présenté par l’académie',
    'prim50.ac-normandie.fr ; ac-paris.fr 125673',
  ),
  connectionLogs: at('Conservation des données de connexion, présentée par l’AFIRMS', 'afirms.fr'),
  durabilityScope: at('Indice de durabilité : produits visés', 'quechoisir.org, n148202'),
  purchasingCode: at(
    'Code de la commande publique, articles L. 2112-2, L. 2152-7 et R. 2152-7',
    'legifrance.gouv.fr, code de la commande publique consolidé au 23 août 2026',
  ),
  climateLaw: at(
    'Loi Climat et résilience, article 35, et décret n° 2022-767',
    'admys-avocats.com ; asterio-avocats.com ; docs.arnia-bfc.fr',
  ),
  energyPerformance: at('Décret n° 2016-412 : acheteurs concernés', 'guimet-avocats.net, 232 ; gossement-avocats.com'),
} as const satisfies Readonly<Record<string, Source>>;
