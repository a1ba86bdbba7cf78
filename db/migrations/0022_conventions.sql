CREATE TABLE `convention_members` (
	`id` text PRIMARY KEY NOT NULL,
	`convention_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`joined_on` text NOT NULL,
	`representative` text,
	`deliberation_number` text,
	`deliberation_on` text,
	`enforceable_on` text,
	`deliberation_document_id` text,
	`signed_on` text,
	`withdrawn_on` text,
	`withdrawal_reason` text,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`convention_id`) REFERENCES `conventions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deliberation_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `convention_members_commune` ON `convention_members` (`convention_id`,`commune_id`);--> statement-breakpoint
CREATE TABLE `convention_texts` (
	`convention_id` text NOT NULL,
	`version` integer NOT NULL,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	`input_digest` text NOT NULL,
	PRIMARY KEY(`convention_id`, `version`),
	FOREIGN KEY (`convention_id`) REFERENCES `conventions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `conventions` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`terms` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conventions_reference_unique` ON `conventions` (`reference`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `convention_id` text REFERENCES conventions(id);--> statement-breakpoint
ALTER TABLE `memberships` ADD `enforceable_on` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `enforceable_source` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `deliberation_document_id` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `exit_reason` text;--> statement-breakpoint
UPDATE `memberships` SET `enforceable_on` = `deliberation_on`, `enforceable_source` = 'assumed' WHERE `enforceable_on` IS NULL;
