CREATE TABLE `grant_award_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`rate` integer,
	`highest_base` integer,
	`start_before` text,
	`complete_before` text,
	`evidence_before` text,
	`started_on` text,
	`completed_on` text,
	`source` text,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_award_terms_file` ON `grant_award_terms` (`grant_file_id`);--> statement-breakpoint
CREATE TABLE `grant_expenses` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`supplier` text NOT NULL,
	`number` text NOT NULL,
	`label` text NOT NULL,
	`invoiced_on` text NOT NULL,
	`service_done_on` text,
	`net` integer NOT NULL,
	`vat` integer NOT NULL,
	`gross` integer NOT NULL,
	`eligible_net` integer NOT NULL,
	`eligible_gross` integer NOT NULL,
	`document_id` text,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	`ended_by` text,
	`ended_at` text,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_expenses_file` ON `grant_expenses` (`grant_file_id`);--> statement-breakpoint
CREATE TABLE `grant_linked_orders` (
	`grant_file_id` text NOT NULL,
	`order_id` text NOT NULL,
	`linked_by` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`grant_file_id`, `order_id`),
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_results` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`indicators` text NOT NULL,
	`worked` text NOT NULL,
	`did_not_work` text NOT NULL,
	`next` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_results_file` ON `grant_results` (`grant_file_id`);--> statement-breakpoint
CREATE TABLE `grant_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`number` text NOT NULL,
	`document_id` text NOT NULL,
	`workbook_id` text NOT NULL,
	`invoice_documents` text NOT NULL,
	`input_digest` text NOT NULL,
	`issued_at` text NOT NULL,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workbook_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_statements_same` ON `grant_statements` (`grant_file_id`,`input_digest`);