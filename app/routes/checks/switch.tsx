// A buyer who read a citation switches its rule on or off; who, when and why are kept.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { addRuleSwitch } from 'db/checks';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { switchability } from '~/domain/checks/decided-rules';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { findShelved } from './rule-shelf.server';
import { switchSchema } from './switch.server';

export const loader = reader('rule.read', ({ params }) => redirect(`/controles/regles/${params['id']}`));

export const action = writer('rule.decide', ({ db, params, user, form, now, today }) => {
  const { rule } = orNotFound(findShelved(db, params['id'] ?? '', today));
  const read = readForm(form, switchSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const possible = switchability(rule);
  if (possible === 'law') return refused(['Ce texte s’impose et sa source a été lue : il ne s’éteint pas.']);
  if (possible === 'vote') return refused(['Une règle du syndicat se met en service par un vote de son assemblée.']);
  const enabled = read.value.enabled === 'true';
  write(db, (tx) => {
    const row = {
      id: read.value.id,
      ruleId: rule.id,
      ruleVersion: rule.version,
      enabled,
      reason: read.value.reason,
      byUserId: user.id,
      at: now,
    };
    if (!addRuleSwitch(tx, row)) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: enabled ? 'rule.switchedOn' : 'rule.switchedOff',
      subjectKind: 'rule',
      subjectId: rule.id,
      detail: { version: rule.version, reason: read.value.reason },
    });
  });
  return redirectSaying(
    `/controles/regles/${rule.id}`,
    enabled ? 'La règle est en service.' : 'La règle est éteinte : elle ne sera plus contrôlée.',
  );
});

export default function SwitchRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="La règle n’a pas changé" back={`/controles/regles/${id}`} backLabel="Revenir à la règle" />
  );
}
