CREATE TABLE `consultation_choice_notes` (
	`consultation_id` text NOT NULL,
	`version` integer NOT NULL,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	`input_digest` text NOT NULL,
	PRIMARY KEY(`consultation_id`, `version`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consultation_clause_wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`clause_id` text NOT NULL,
	`clause_version` text NOT NULL,
	`paragraphs` text,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clause_wordings_clause` ON `consultation_clause_wordings` (`clause_id`,`consultation_id`);--> statement-breakpoint
CREATE TABLE `consultation_line_requirements` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`line_number` text NOT NULL,
	`requirements` text,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `line_requirements_line` ON `consultation_line_requirements` (`consultation_id`,`line_number`);