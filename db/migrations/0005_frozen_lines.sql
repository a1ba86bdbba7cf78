-- A line is changed in a cart only: once submitted, what it relied on stays as it was.
CREATE TRIGGER order_lines_never_change BEFORE UPDATE ON order_lines
WHEN (SELECT state FROM orders WHERE id = OLD.order_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'the lines of a submitted order never change'); END;
--> statement-breakpoint
CREATE TRIGGER order_lines_never_vanish BEFORE DELETE ON order_lines
WHEN (SELECT state FROM orders WHERE id = OLD.order_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'the lines of a submitted order are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER order_lines_never_join BEFORE INSERT ON order_lines
WHEN (SELECT state FROM orders WHERE id = NEW.order_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'no line joins a submitted order'); END;
