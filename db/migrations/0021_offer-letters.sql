CREATE TABLE `consultation_offer_letters` (
	`step_id` text PRIMARY KEY NOT NULL,
	`pdf_document_id` text NOT NULL,
	`docx_document_id` text NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `consultation_offer_steps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`docx_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
