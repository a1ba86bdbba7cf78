CREATE TABLE `consultation_candidacy_letters` (
	`step_id` text PRIMARY KEY NOT NULL,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `consultation_candidacy_steps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consultation_candidacy_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`deposit_id` text NOT NULL,
	`kind` text NOT NULL,
	`missing` text NOT NULL,
	`ground` text,
	`text` text,
	`deadline` text,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit_id`) REFERENCES `consultation_deposits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_candidacy_steps_consultation` ON `consultation_candidacy_steps` (`consultation_id`);