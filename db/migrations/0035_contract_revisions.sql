CREATE TABLE `contract_revision_terms` (
	`contract_id` text PRIMARY KEY NOT NULL,
	`terms` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contract_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`number` integer NOT NULL,
	`due_on` text NOT NULL,
	`effective_on` text NOT NULL,
	`values` text NOT NULL,
	`coefficient` text NOT NULL,
	`safeguard_reason` text NOT NULL,
	`price_schedule_id` text NOT NULL,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`price_schedule_id`) REFERENCES `price_schedules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_revisions_due` ON `contract_revisions` (`contract_id`,`due_on`);