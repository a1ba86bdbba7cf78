// The form of the amounts of a grant file as its page shows it: facts, lines, basis, other funders.
import type { Reads } from 'db/client';
import { listOrdersOfSchool } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import type { Dossier } from '~/domain/grants/dossier';
import { lineAnswerLabels } from '~/domain/grants/wording';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount } from '~/domain/shared/format';
import type { ShownAid } from '~/ui/grants/aids';
import type { ShownLine } from '~/ui/grants/equipment-lines';
import type { ShownForm } from '~/ui/grants/file-form';
import { aidRows, amountsReading, funderOptions } from './answers.server';
import type { ComposedFile } from './composition.server';
import { shownFacts } from './facts-form.server';
import { orderLabel } from './shown.server';

function shownLines({ lines }: Dossier): readonly ShownLine[] {
  return lines.map(({ line, answer, confidence, counted, condition }) => ({
    id: line.id,
    label: line.label,
    category: [line.categoryLabel, condition].filter(Boolean).join(' · '),
    quantity: formatCount(line.quantity),
    net: line.totalNet,
    gross: line.totalGross,
    answer: `${lineAnswerLabels[answer]}${answer === 'yes' && confidence !== 'confirmed' ? ', à vérifier' : ''}`,
    open: answer === 'toVerify' || answer === 'unlisted',
    counted,
  }));
}

function shownAids({ file }: ComposedFile): readonly ShownAid[] {
  return file.answers.otherAids.map((aid) => ({
    funder: aid.schemeId === null ? aid.funder : `${aid.funder}:${aid.schemeId}`,
    label: aid.label,
    amount: formatCents(aid.amount),
    state: aid.state,
    reference: aid.reference ?? '',
  }));
}

/** Everything the form starts from. */
export function shownForm(db: Reads, composed: ComposedFile, scope: Scope, today: Day): ShownForm {
  const { file, scheme, dossier } = composed;
  return {
    purpose: file.answers.purpose,
    orderId: file.orderId ?? '',
    orders: listOrdersOfSchool(db, file.schoolUai, scope).map((order) => ({
      value: order.id,
      label: orderLabel(order),
    })),
    facts: shownFacts(composed, today),
    lines: shownLines(dossier),
    basisOpen: scheme.basis.confidence !== 'confirmed',
    basis: file.answers.basis?.choice ?? '',
    basisReason: file.answers.basis?.reason ?? '',
    aids: shownAids(composed),
    aidRows: aidRows(file.answers),
    funders: funderOptions,
    reading: amountsReading(file),
  };
}
