CREATE TABLE `answer_openings` (
	`campaign_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `commune_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`campaign_id` text NOT NULL,
	`commune_id` text,
	`number` text NOT NULL,
	`version` integer NOT NULL,
	`document_id` text NOT NULL,
	`input_digest` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	`cancelled_at` text,
	`cancelled_by` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_papers_version` ON `campaign_papers` (`kind`,`number`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_papers_current` ON `campaign_papers` (`kind`,`number`) WHERE "campaign_papers"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX `campaign_papers_campaign` ON `campaign_papers` (`campaign_id`,`commune_id`);