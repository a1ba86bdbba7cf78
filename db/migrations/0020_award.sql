CREATE TABLE `award_certificates` (
	`decision_id` text NOT NULL,
	`code` text NOT NULL,
	`received_on` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	PRIMARY KEY(`decision_id`, `code`),
	FOREIGN KEY (`decision_id`) REFERENCES `consultation_lot_decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `award_disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`filed_on` text NOT NULL,
	`reference` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	`closed_on` text,
	`ruling` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_disputes_lot` ON `award_disputes` (`consultation_id`,`lot_number`);--> statement-breakpoint
CREATE TABLE `award_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`deposit_id` text NOT NULL,
	`candidate` text NOT NULL,
	`kind` text NOT NULL,
	`planned_on` text NOT NULL,
	`electronic` integer NOT NULL,
	`signable_from` text,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	`sent_on` text,
	`sent_recorded_at` text,
	FOREIGN KEY (`decision_id`) REFERENCES `consultation_lot_decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit_id`) REFERENCES `consultation_deposits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_letters_candidate` ON `award_letters` (`decision_id`,`deposit_id`);--> statement-breakpoint
CREATE INDEX `award_letters_consultation` ON `award_letters` (`consultation_id`);--> statement-breakpoint
CREATE TABLE `award_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`body` text NOT NULL,
	`decided_on` text NOT NULL,
	`convened_on` text,
	`voting_members` integer,
	`second_convocation` integer NOT NULL,
	`voting` text NOT NULL,
	`advisory` text NOT NULL,
	`reference` text,
	`signatory` text NOT NULL,
	`minutes` text,
	`report_version` integer NOT NULL,
	`minutes_pdf_id` text,
	`minutes_docx_id` text,
	`decision_pdf_id` text NOT NULL,
	`decision_docx_id` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`minutes_pdf_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`minutes_docx_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_pdf_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_docx_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_sessions_consultation` ON `award_sessions` (`consultation_id`);--> statement-breakpoint
CREATE TABLE `contract_amendments` (
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
	`signed_on` text NOT NULL,
	`notified_on` text NOT NULL,
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
CREATE UNIQUE INDEX `contract_amendments_number` ON `contract_amendments` (`contract_id`,`number`);--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`decision_id` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`procedure` text NOT NULL,
	`holder_id` text NOT NULL,
	`maximum_net` integer NOT NULL,
	`offer_net` integer NOT NULL,
	`need_net` integer NOT NULL,
	`offers_received` integer NOT NULL,
	`cpv` text NOT NULL,
	`firm_months` integer NOT NULL,
	`renewals` integer NOT NULL,
	`renewal_months` integer NOT NULL,
	`signed_on` text NOT NULL,
	`signatory` text NOT NULL,
	`capacity` text NOT NULL,
	`signed_ae_document_id` text,
	`legality_control` integer NOT NULL,
	`prefect_sent_on` text,
	`prefect_receipt_on` text,
	`notification_sent_on` text,
	`notification_document_id` text,
	`notified_on` text,
	`starts_on` text,
	`ends_on` text,
	`lot_id` text,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `consultation_lot_decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_ae_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`notification_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_number_unique` ON `contracts` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_lot` ON `contracts` (`consultation_id`,`lot_number`);--> statement-breakpoint
CREATE INDEX `contracts_holder` ON `contracts` (`holder_id`);--> statement-breakpoint
CREATE TABLE `consultation_lot_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`outcome` text NOT NULL,
	`deposit_id` text,
	`offer_id` text,
	`offer_net` integer,
	`votes_for` integer,
	`votes_against` integer,
	`abstentions` integer,
	`reason` text,
	`basis` text NOT NULL,
	`decided_on` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `award_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit_id`) REFERENCES `consultation_deposits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `consultation_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_lot_decisions_lot` ON `consultation_lot_decisions` (`consultation_id`,`lot_number`);