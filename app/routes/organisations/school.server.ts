// Everything the page of a school shows: directory, starting point, equipment as it adds up, what the rules say.
import { findSchool, listStartingPoint } from 'db/organisations';
import { isAllowed } from '~/domain/accounts/permissions';
import type { EquipmentCount } from '~/domain/checks/equipment-today';
import { declaredCountLabels } from '~/domain/checks/starting-point';
import { schoolLevelLabels, schoolLevelOf } from '~/domain/organisations/schools';
import { dayInParis } from '~/domain/shared/day';
import { formatCount, formatDayShort } from '~/domain/shared/format';
import type { ShownGroup } from '~/ui/organisations/starting-point';
import { checkSchoolToday } from '../checks/school-checks.server';
import { type AskedBy, orNotFound } from '../guard.server';
import { fieldValue, knownToday, questionGroups } from './starting-point.server';

function deliveredSince(count: EquipmentCount | undefined): string {
  if (!count || count.declared === null || count.delivered === 0) return '';
  if (count.delivered === null) return ', plus des livraisons dont le nombre n’est pas connu';
  return `, dont ${formatCount(count.delivered)} livré${count.delivered > 1 ? 's' : ''} depuis`;
}

/** The school of the address, within the person's scope; ends with 404 when it is absent or not theirs. */
export function readSchoolPage({ db, user, params, today }: AskedBy) {
  const { school, communeName } = orNotFound(findSchool(db, params['uai'] ?? '', user.scope));
  const { results, counts, openOrders } = checkSchoolToday(db, school, today);
  const said = listStartingPoint(db, school.uai);
  const known = knownToday(db, school.uai, counts);
  const groups: readonly ShownGroup[] = questionGroups.map(({ title, further, questions }) => ({
    title,
    further,
    questions: questions.map((question) => {
      const answer = said[question.name];
      const count = counts.find((one) => one.count === question.name);
      const origin =
        answer && `Dit par ${answer.by} le ${formatDayShort(dayInParis(answer.at))}${deliveredSince(count)}.`;
      return {
        ...question,
        value: fieldValue(question, known[question.name]),
        ...(origin === undefined ? {} : { origin }),
      };
    }),
  }));
  return {
    school,
    communeName,
    level: schoolLevelLabels[schoolLevelOf(school.nursery, school.elementary)],
    groups,
    results,
    openOrders,
    counts: counts.map(({ count, declaredAt, today: _, ...figures }) => ({
      ...figures,
      label: declaredCountLabels[count],
      declaredOn: declaredAt === null || figures.declared === null ? null : formatDayShort(dayInParis(declaredAt)),
    })),
    mayReadOrders: isAllowed(user.roles, 'order.read'),
    mayDeclare: isAllowed(user.roles, 'school.declare'),
    mayApply: isAllowed(user.roles, 'grant.write'),
  };
}
