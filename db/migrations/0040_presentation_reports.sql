CREATE TABLE `presentation_reports` (
	`consultation_id` text NOT NULL,
	`version` integer NOT NULL,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	`answers` text NOT NULL,
	`input_digest` text NOT NULL,
	PRIMARY KEY(`consultation_id`, `version`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
