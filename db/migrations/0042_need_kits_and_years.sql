CREATE TABLE `need_kits` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`lines` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_kits_campaign` ON `need_kits` (`campaign_id`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `years` text;--> statement-breakpoint
ALTER TABLE `needs` ADD `year` integer;--> statement-breakpoint
ALTER TABLE `needs` ADD `kit` text;--> statement-breakpoint
ALTER TABLE `contributed_needs` ADD `year` integer;--> statement-breakpoint
ALTER TABLE `contributed_needs` ADD `kit` text;