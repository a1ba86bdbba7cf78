CREATE TABLE `contract_decp` (
	`contract_id` text NOT NULL,
	`version` integer NOT NULL,
	`answers` text NOT NULL,
	`published_on` text NOT NULL,
	`input_digest` text NOT NULL,
	`document_id` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	PRIMARY KEY(`contract_id`, `version`),
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
