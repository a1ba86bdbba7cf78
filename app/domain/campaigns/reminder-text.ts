// The French text of what a campaign writes to its members: plain, short, with one link to follow.
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Campaign } from './campaigns';
import { timeLeft } from './reminders';

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

export interface MailTextFacts {
  readonly campaign: Pick<Campaign, 'title' | 'closesOn' | 'description'>;
  readonly syndicatName: string;
  /** Full address of the answer. */
  readonly answerUrl: string;
  readonly today: Day;
}

function letter(paragraphs: readonly (string | null)[], { syndicatName }: MailTextFacts): string {
  return ['Bonjour,', ...paragraphs, syndicatName].filter((one) => one !== null && one !== '').join('\n\n');
}

const noNeed =
  'Si votre commune n’a besoin de rien cette année, dites-le aussi sur cette page : cela prend une minute.';

/** The message that announces a campaign to its members. */
export function openingText(facts: MailTextFacts): MailText {
  const { campaign, answerUrl } = facts;
  return {
    subject: `Recensement ouvert : ${campaign.title}`,
    body: letter(
      [
        `Le recensement « ${campaign.title} » est ouvert. Votre commune peut y écrire ce dont ses écoles ont besoin, puis signer son état des besoins au plus tard le ${formatDay(campaign.closesOn)}.`,
        campaign.description,
        `Votre réponse : ${answerUrl}`,
        noNeed,
      ],
      facts,
    ),
  };
}

/** The message that reminds a member that has not signed yet. */
export function reminderText(facts: MailTextFacts): MailText {
  const { campaign, answerUrl, today } = facts;
  const last = formatDay(campaign.closesOn);
  return {
    subject: `À signer au plus tard le ${last} : ${campaign.title}`,
    body: letter(
      [
        `Nous n’avons pas encore l’état des besoins signé de votre commune pour le recensement « ${campaign.title} ». Le dernier jour est le ${last} : ${timeLeft(today, campaign.closesOn)}.`,
        'Ce qui n’est pas signé à cette date ne sera pas acheté dans cette procédure.',
        `Votre réponse : ${answerUrl}`,
        noNeed,
      ],
      facts,
    ),
  };
}
