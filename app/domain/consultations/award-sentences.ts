// What people read when a decision on lots is refused, with the figures and the article of each reason.
import { formatDay } from '~/domain/shared/format';
import type { AwardRefusal } from './award';
import { type LotDesignation, passedOver, type RankedForLot } from './lot-limits';

/** What the limit on lots changes for a lot, candidate by candidate; empty when it changes nothing. */
export function lotLimitSentences(
  ranking: readonly (RankedForLot & { readonly candidate: string })[],
  rules: LotDesignation | undefined,
): readonly string[] {
  if (rules?.waived)
    return [
      'Tous les candidats classés ont atteint le nombre maximal de lots\u202f: la limite ne s’applique pas à ce lot.',
    ];
  const over = rules && passedOver(ranking, rules);
  if (!over || over.size === 0) return [];
  const held = ranking.flatMap(({ depositId, candidate }) => {
    const lots = over.get(depositId);
    return lots ? [`${candidate} a atteint le nombre maximal de lots avec le(s) lot(s) ${lots.join(', ')}.`] : [];
  });
  const next = ranking.filter(({ depositId }) => rules.designated.includes(depositId));
  return [...held, `Le règlement désigne ${next.map(({ candidate }) => candidate).join(' ou ')} (CCP R2113-1).`];
}

/** The French sentence of a refusal. */
export function awardRefusalSentence(refusal: AwardRefusal): string {
  switch (refusal.kind) {
    case 'notOpened':
      return 'Les plis ne sont pas ouverts.';
    case 'noReport':
      return 'Le rapport d’analyse n’est pas établi\u202f: établissez-le d’abord (CCP R2152-1 à R2152-7).';
    case 'reportOutdated':
      return `L’analyse a changé depuis la version ${refusal.version} du rapport\u202f: établissez une nouvelle version.`;
    case 'beforeReport':
      return `La décision (${formatDay(refusal.decidedOn)}) précède le rapport d’analyse (${formatDay(refusal.reportOn)}).`;
    case 'inFuture':
      return `La date de décision (${formatDay(refusal.decidedOn)}) est dans le futur\u202f: enregistrez la décision quand elle est prise.`;
    case 'validityOver':
      return `Les offres n’engageaient les candidats que jusqu’au ${formatDay(refusal.validUntil)}\u202f: demandez-leur à tous d’en prolonger la validité, et inscrivez la nouvelle date.`;
    case 'noLot':
      return 'Choisissez la décision d’un lot au moins.';
    case 'caoRequired':
      return `Lot(s) ${refusal.lots.join(', ')}\u202f: en procédure formalisée, le titulaire est choisi par la commission d’appel d’offres (CGCT L1414-2).`;
    case 'convocationMissing':
      return 'Donnez la date de convocation de la commission.';
    case 'convocationAfter':
      return `La convocation (${formatDay(refusal.convenedOn)}) doit précéder la réunion (${formatDay(refusal.decidedOn)}).`;
    case 'membersMissing':
      return 'Donnez le nombre de membres à voix délibérative et nommez les présents, un par ligne.';
    case 'quorum':
      return `Quorum non atteint\u202f: ${refusal.present} membre(s) à voix délibérative présent(s) sur ${refusal.members}, il en faut ${refusal.quorum}, sauf seconde convocation (CGCT L1411-5, II).`;
    case 'tooManyPresent':
      return `${refusal.present} présents à voix délibérative pour ${refusal.members} membres\u202f: corrigez l’un des deux.`;
    case 'referenceMissing':
      return 'Donnez la délibération ou l’arrêté qui délègue la décision à l’exécutif (CGCT L5211-10 ou L2122-22).';
    case 'votesCount':
      return `Lot ${refusal.lot}\u202f: ${refusal.votes} voix pour ${refusal.present} membres présents\u202f; chacun vote pour, contre ou s’abstient.`;
    case 'noMajority':
      return `Lot ${refusal.lot}\u202f: ${refusal.votes.votesFor} voix pour et ${refusal.votes.votesAgainst} contre\u202f: la décision n’est pas adoptée.`;
    case 'contractSigned':
      return `Lot ${refusal.lot}\u202f: le marché est signé, la décision ne change plus.`;
    case 'redecisionReason':
      return `Lot ${refusal.lot}\u202f: une décision existe déjà\u202f; dites pourquoi celle-ci la remplace.`;
    case 'notRanked':
      return `Lot ${refusal.lot}\u202f: l’offre choisie n’est pas classée.`;
    case 'lotLimit':
      return `Lot ${refusal.lot}\u202f: ${refusal.candidate} a atteint le nombre maximal de lots du règlement avec le(s) lot(s) ${refusal.holds.join(', ')}, attribué(s) ou à attribuer d’abord\u202f; retenez l’offre suivante, ou décidez d’abord de ces lots (CCP L2113-10 et R2113-1).`;
    case 'reasonForOther':
      return `Lot ${refusal.lot}\u202f: ${refusal.candidate} est classée ${refusal.rank}e\u202f; écrivez pourquoi elle est retenue plutôt que la première (CCP R2152-6).`;
    case 'tieReason':
      return `Lot ${refusal.lot}\u202f: plusieurs offres sont premières à égalité\u202f; écrivez ce qui les départage.`;
    case 'reasonMissing':
      return `Lot ${refusal.lot}\u202f: écrivez les motifs ${refusal.outcome === 'unsuccessful' ? 'de l’infructuosité' : 'de la déclaration sans suite'} (CCP R2185-1).`;
    case 'offersLeft':
      return `Lot ${refusal.lot}\u202f: des offres restent admises (${refusal.candidates.join(', ')})\u202f: le lot n’est pas infructueux, il peut être déclaré sans suite.`;
  }
}
