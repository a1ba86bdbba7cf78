DROP TABLE `contracts`;--> statement-breakpoint
DROP TABLE `consultation_lot_decisions`;