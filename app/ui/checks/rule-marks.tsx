// What a rule is worth, at a glance: the authority of its text, its severity, whether it is checked, what is to be verified.
import type { RuleStatus } from '~/domain/checks/decided-rules';
import { type Rule, severityLabels, standingOf, statusLabels } from '~/domain/checks/rule-words';
import { Badge, type Tone } from '../parts';

const statusTones: Readonly<Record<RuleStatus, Tone | undefined>> = {
  inForce: 'good',
  off: undefined,
  later: 'accent',
  ended: undefined,
  proposed: undefined,
  draft: 'warn',
};

export function StatusMark({ of }: { of: RuleStatus }) {
  return <Badge tone={statusTones[of]}>{statusLabels[of]}</Badge>;
}

export function SeverityMark({ of }: { of: Rule['severity'] }) {
  const tone = { blocking: 'bad', reservation: 'warn', recommendation: undefined } as const;
  return <Badge tone={tone[of]}>{severityLabels[of]}</Badge>;
}

export function StandingMark({ of }: { of: Pick<Rule, 'nature' | 'opposable'> }) {
  const strong = of.opposable || of.nature === 'syndicatPolicy';
  return <Badge tone={strong ? 'accent' : undefined}>{standingOf(of)}</Badge>;
}

export function ConfidenceMark({ of }: { of: Pick<Rule, 'confidence' | 'nature'> }) {
  return of.confidence === 'confirmed' || of.nature === 'syndicatPolicy' ? null : (
    <Badge tone="unknown">à vérifier</Badge>
  );
}
