ALTER TABLE `grant_award_terms` ADD `agreement_before` text;--> statement-breakpoint
ALTER TABLE `grant_award_terms` ADD `results_before` text;