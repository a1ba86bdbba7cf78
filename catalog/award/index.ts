// The award and the life of a contract: certificates, limits of changes, sentences of the letters, with their articles.
import { amendmentCases } from './amendments';
import { candidacyGrounds, candidacyPieces, candidacyRules } from './candidacies';
import { certificates } from './certificates';
import { closingArticles, terminationGrounds } from './closing';
import {
  insuranceCertificate,
  maximumAlerts,
  nationalPublication,
  prefectTransmission,
  timelineArticles,
} from './dates';
import { revisionPreset } from './revision';
import { sentences } from './sentences';
import type { AwardCatalogue } from './types';

const known = 'Texte connu, non relu';

export const award = {
  version: '2026-11-23',
  certificates,
  candidacyPieces,
  candidacyGrounds,
  candidacyRules,
  amendments: amendmentCases,
  caoOpinion: {
    shareAbove: 500,
    article: 'CGCT L1414-4',
    source: known,
    confidence: 'recalled',
  },
  renewalNotice: {
    alertDays: 60,
    article: 'CCAP, article « Durée et reconduction », et CCP R2112-4',
    source: 'Clause du dossier de consultation',
    confidence: 'confirmed',
  },
  revision: revisionPreset,
  timeline: timelineArticles,
  prefectTransmission,
  insuranceCertificate,
  nationalPublication,
  maximumAlerts,
  closing: closingArticles,
  terminationGrounds,
  quorum: {
    article: 'CGCT L1411-5, II, et L1414-2',
    source: known,
    confidence: 'recalled',
    note: 'Plus de la moitié des membres à voix délibérative ; sans condition après une seconde convocation',
  },
  standstillCounting: {
    article: 'CCP R2182-1 ; règlement (CEE, Euratom) n° 1182/71, article 3',
    source: known,
    confidence: 'recalled',
    note: 'Jours pleins, jour d’envoi non compté, terme reporté au premier jour ouvrable : la lecture la plus prudente',
  },
  oneCandidate: { article: 'CCP R2182-2', source: known, confidence: 'recalled' },
  disputeSuspends: { article: 'CJA L551-4', source: known, confidence: 'recalled' },
  sentences,
} as const satisfies AwardCatalogue;
