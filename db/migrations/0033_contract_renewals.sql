CREATE TABLE `contract_renewals` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`number` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`ends_on` text NOT NULL,
	`decided_on` text NOT NULL,
	`received_on` text,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contract_renewals_contract` ON `contract_renewals` (`contract_id`,`number`);