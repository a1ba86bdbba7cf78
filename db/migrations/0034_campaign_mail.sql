CREATE TABLE `campaign_mailings` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`occasion` text NOT NULL,
	`days_before` integer,
	`written_on` text NOT NULL,
	`written_at` text NOT NULL,
	`written_by` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_mailings_occasion` ON `campaign_mailings` (`campaign_id`,`occasion`);--> statement-breakpoint
CREATE TABLE `campaign_reminders` (
	`campaign_id` text NOT NULL,
	`days_before` integer NOT NULL,
	`to_elected` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `days_before`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`mailing_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`address` text NOT NULL,
	`recipient_name` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`written_at` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_try_at` text,
	`held_until` text,
	`fault` text,
	`sent_at` text,
	`withdrawn_at` text,
	FOREIGN KEY (`mailing_id`) REFERENCES `campaign_mailings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_address` ON `outbox_messages` (`mailing_id`,`address`);--> statement-breakpoint
CREATE INDEX `outbox_messages_waiting` ON `outbox_messages` (`sent_at`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `outbox_messages_commune` ON `outbox_messages` (`commune_id`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `announced` integer DEFAULT false NOT NULL;