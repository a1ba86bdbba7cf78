CREATE TABLE `consultation_analysis_reports` (
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
CREATE TABLE `consultation_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`asked_on` text NOT NULL,
	`question` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	`answer` text,
	`answered_on` text,
	`answered_by` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_questions_consultation` ON `consultation_questions` (`consultation_id`);--> statement-breakpoint
CREATE TABLE `consultation_deposits` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`candidate` text NOT NULL,
	`siret` text NOT NULL,
	`email` text,
	`lots` text NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_deposits_consultation` ON `consultation_deposits` (`consultation_id`);--> statement-breakpoint
CREATE TABLE `consultation_offer_marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`consultation_id` text NOT NULL,
	`deposit_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`criterion` integer NOT NULL,
	`tenths` integer NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`evaluator_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit_id`) REFERENCES `consultation_deposits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evaluator_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_offer_marks_deposit` ON `consultation_offer_marks` (`deposit_id`,`lot_number`);--> statement-breakpoint
CREATE TABLE `consultation_offer_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`deposit_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`deadline` text,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit_id`) REFERENCES `consultation_deposits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_offer_steps_deposit` ON `consultation_offer_steps` (`deposit_id`,`lot_number`);--> statement-breakpoint
CREATE TABLE `consultation_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`deposit_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`reading` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit_id`) REFERENCES `consultation_deposits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_offers_deposit` ON `consultation_offers` (`deposit_id`,`lot_number`);--> statement-breakpoint
CREATE TABLE `consultation_openings` (
	`consultation_id` text PRIMARY KEY NOT NULL,
	`present` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consultation_publications` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`version` integer NOT NULL,
	`sent_on` text NOT NULL,
	`media` text NOT NULL,
	`notice_reference` text,
	`deadline` text NOT NULL,
	`deadline_time` text NOT NULL,
	`content` text NOT NULL,
	`change` text,
	`no_extension_reason` text,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_publications_version` ON `consultation_publications` (`consultation_id`,`version`);