CREATE TABLE `order_rechecks` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`day` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	`comment` text,
	`results` text NOT NULL,
	`differences` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_rechecks_order` ON `order_rechecks` (`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `policies` (
	`id` text PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`version` integer NOT NULL,
	`rule` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`adopted_on` text,
	`reference` text,
	`document_id` text,
	`adopted_by` text,
	`adopted_at` text,
	`from_day` text,
	`until_day` text,
	`end_reason` text,
	`ended_by` text,
	`ended_at` text,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adopted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `policies_version` ON `policies` (`rule_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `policies_one_draft` ON `policies` (`rule_id`) WHERE "policies"."adopted_on" is null;--> statement-breakpoint
ALTER TABLE `rule_switches` ADD `rule_version` integer;