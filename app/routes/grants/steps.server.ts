// The steps of a grant file as its page shows them: amounts, parts, pieces, school, opinion, version, sign-off.
import { listGrantOpinions, listSchoolLinks, listSignOffs } from 'db/grant-contributions';
import { listGrantFileVersions } from 'db/grants';
import { isAllowed } from '~/domain/accounts/permissions';
import { missingOfBody } from '~/domain/grants/applicant-body';
import { bodyName, missingBodyTexts } from '~/domain/grants/applicant-wording';
import { opinionLabels } from '~/domain/grants/opinions';
import { missingPieces } from '~/domain/grants/pieces';
import { differencesBetween, type VersionDifference } from '~/domain/grants/versions';
import { dayInParis } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import { opinionTones } from '~/ui/grants/opinion-form';
import type { Step } from '~/ui/grants/steps';
import type { AskedBy } from '../guard.server';
import type { ComposedFile } from './composition.server';
import { entriesNow } from './issuing.server';
import { progressOf, writtenParts } from './parts.server';
import { readPieces } from './pieces.server';

function applicantStep({ body }: ComposedFile, to: string | null): Step {
  const missing = missingBodyTexts(missingOfBody(body));
  return {
    label: 'Demandeur',
    to: to && `${to}/demandeur`,
    state: missing.length === 0 ? 'Complet' : 'À compléter',
    tone: missing.length === 0 ? 'good' : 'warn',
    detail: [bodyName(body), ...(missing.length === 0 ? [] : [`à compléter : ${missing.join(', ')}`])].join(' ; '),
  };
}

function amountsStep({ dossier }: ComposedFile, to: string | null): Step {
  const { plan, eligibility, lines } = dossier;
  const asked = eligibility.missing.length + eligibility.toConfirm.length;
  const wanted = [
    ...(lines.length === 0 ? ['une commande ou un panier'] : []),
    ...(asked === 0 ? [] : [`${asked} renseignement${asked > 1 ? 's' : ''} d’éligibilité`]),
    ...(dossier.basisSettled ? [] : ['le choix de l’assiette']),
  ];
  return {
    label: 'Montants et éligibilité',
    to: to && `${to}/montants`,
    state: wanted.length === 0 ? 'Complet' : 'À compléter',
    tone: wanted.length === 0 ? 'good' : 'warn',
    detail:
      wanted.length > 0
        ? `Il manque ${wanted.join(', ')}.`
        : plan && `Aide ${formatCents(plan.grant)}, part propre ${formatCents(plan.ownShare)}.`,
  };
}

function partSteps({ scheme, file }: ComposedFile, to: string | null): readonly Step[] {
  return writtenParts(scheme).map((part) => {
    const { filled, of } = progressOf(part, file.answers);
    return {
      label: part.title,
      to: to && `${to}/parties/${part.id}`,
      state: filled === of ? 'Complet' : filled === 0 ? 'À écrire' : 'Commencé',
      tone: filled === of ? 'good' : filled === 0 ? 'unknown' : 'warn',
      detail: `${filled} sur ${of} champs`,
    };
  });
}

/** What each step says, what changed since the latest version, and the pieces as they stand. */
export function shownSteps(asked: AskedBy, composed: ComposedFile) {
  const { db, user, now } = asked;
  const { file } = composed;
  const base = `/subventions/${file.id}`;
  const own = isAllowed(user.roles, 'grant.write') ? base : null;
  const { pieces } = readPieces(db, composed);
  const missing = missingPieces(pieces);
  const [opinion] = listGrantOpinions(db, file.id);
  const link = listSchoolLinks(db, file.id).find(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now);
  const [latest] = listGrantFileVersions(db, [file.id]);
  const [signOff] = listSignOffs(db, file.id);
  const changes: readonly VersionDifference[] | null = latest?.entries
    ? differencesBetween(latest.entries, entriesNow(asked, composed))
    : null;
  const current = signOff !== undefined && latest?.version === signOff.version && changes?.length === 0;
  const steps: readonly Step[] = [
    amountsStep(composed, own),
    applicantStep(composed, own),
    ...partSteps(composed, own),
    {
      label: 'Pièces',
      to: `${base}/pieces`,
      state: missing.length === 0 ? 'Complet' : `${missing.length} à fournir`,
      tone: missing.length === 0 ? 'good' : 'warn',
      detail: missing.map(({ item }) => item.label).join(' ; ') || null,
    },
    {
      label: 'Contribution de l’école',
      to: own && `${own}/lien-ecole`,
      state: link ? 'Lien ouvert' : 'Sans lien',
      tone: link ? 'good' : 'unknown',
      detail: link
        ? `Jusqu’au ${formatDay(dayInParis(link.expiresAt))}`
        : 'Facultatif : l’école écrit sa part sans compte.',
    },
    {
      label: 'Avis du conseiller pédagogique',
      to: `${base}/avis`,
      state: opinion ? opinionLabels[opinion.opinion] : 'Attendu',
      tone: opinion ? opinionTones[opinion.opinion] : 'unknown',
      detail: opinion ? `${opinion.givenBy}, le ${formatDay(opinion.givenOn)}` : null,
    },
    {
      label: 'Signature de l’élu',
      to: latest ? `${base}/versions/${latest.version}` : null,
      state: signOff ? (current ? 'Signé' : 'À refaire') : 'Attendue',
      tone: signOff ? (current ? 'good' : 'bad') : 'unknown',
      detail: signOff
        ? `Version ${signOff.version}, ${signOff.signedBy}, le ${formatDay(signOff.signedOn)}${current ? '' : ' : le dossier a changé depuis'}`
        : 'Sur la dernière version établie.',
    },
  ];
  return { steps, changes, missing: missing.length };
}
