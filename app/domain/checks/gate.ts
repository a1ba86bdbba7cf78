// What the answers of the rules do to the next step: stop it, ask for words, or only inform.
import type { CheckResult } from './results';

export interface Gate {
  /** No blocking answer is left, and all that needs words has them. */
  readonly open: boolean;
  /** A binding rule is not met: nothing lifts it but a change. */
  readonly blocking: readonly CheckResult[];
  /** A binding rule can't be decided and nobody has justified it yet. */
  readonly toJustify: readonly CheckResult[];
  /** A reservation that nobody has acknowledged yet. */
  readonly toAcknowledge: readonly CheckResult[];
  /** Displayed, asks for nothing. */
  readonly toInform: readonly CheckResult[];
}

/** Sorts results by what they ask; `answered` holds the keys of results that have a comment or a document. */
export function gateOf(results: readonly CheckResult[], answered: ReadonlySet<string>): Gate {
  const withEffect = (effect: CheckResult['effect']) => results.filter((result) => result.effect === effect);
  const unanswered = (effect: CheckResult['effect']) => withEffect(effect).filter(({ key }) => !answered.has(key));
  const blocking = withEffect('blocks');
  const toJustify = unanswered('needsJustification');
  const toAcknowledge = unanswered('needsAcknowledgement');
  return {
    open: blocking.length + toJustify.length + toAcknowledge.length === 0,
    blocking,
    toJustify,
    toAcknowledge,
    toInform: withEffect('informs'),
  };
}
