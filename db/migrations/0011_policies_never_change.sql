-- A version that was voted is what orders were held against: only its last day, and why, are added afterwards.
CREATE TRIGGER policies_never_change BEFORE UPDATE ON policies
WHEN OLD.adopted_on IS NOT NULL AND (
  NEW.id IS NOT OLD.id OR NEW.rule_id IS NOT OLD.rule_id OR NEW.version IS NOT OLD.version OR NEW.rule IS NOT OLD.rule
  OR NEW.adopted_on IS NOT OLD.adopted_on OR NEW.reference IS NOT OLD.reference OR NEW.document_id IS NOT OLD.document_id
  OR NEW.adopted_by IS NOT OLD.adopted_by OR NEW.adopted_at IS NOT OLD.adopted_at OR NEW.from_day IS NOT OLD.from_day
)
BEGIN SELECT RAISE(ABORT, 'an adopted policy never changes'); END;
--> statement-breakpoint
CREATE TRIGGER policies_never_vanish BEFORE DELETE ON policies
WHEN OLD.adopted_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an adopted policy is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER rule_switches_never_change BEFORE UPDATE ON rule_switches
BEGIN SELECT RAISE(ABORT, 'a switch of a rule never changes'); END;
--> statement-breakpoint
CREATE TRIGGER rule_switches_never_vanish BEFORE DELETE ON rule_switches
BEGIN SELECT RAISE(ABORT, 'a switch of a rule is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER order_rechecks_never_change BEFORE UPDATE ON order_rechecks
BEGIN SELECT RAISE(ABORT, 'a check made again never changes'); END;
