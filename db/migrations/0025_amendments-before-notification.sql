PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_contract_amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`object` text NOT NULL,
	`reason` text NOT NULL,
	`maximum_net_before` integer NOT NULL,
	`maximum_net_after` integer NOT NULL,
	`ends_on_before` text NOT NULL,
	`ends_on_after` text NOT NULL,
	`signed_on` text,
	`notified_on` text,
	`cao_opinion_on` text,
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
INSERT INTO `__new_contract_amendments`("id", "contract_id", "number", "kind", "object", "reason", "maximum_net_before", "maximum_net_after", "ends_on_before", "ends_on_after", "signed_on", "notified_on", "cao_opinion_on", "pdf_document_id", "docx_document_id", "at", "by_user_id") SELECT "id", "contract_id", "number", "kind", "object", "reason", "maximum_net_before", "maximum_net_after", "ends_on_before", "ends_on_after", "signed_on", "notified_on", "cao_opinion_on", "pdf_document_id", "docx_document_id", "at", "by_user_id" FROM `contract_amendments`;--> statement-breakpoint
DROP TABLE `contract_amendments`;--> statement-breakpoint
ALTER TABLE `__new_contract_amendments` RENAME TO `contract_amendments`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `contract_amendments_number` ON `contract_amendments` (`contract_id`,`number`);