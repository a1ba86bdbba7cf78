CREATE TABLE `consultation_checks` (
	`consultation_id` text NOT NULL,
	`version` integer NOT NULL,
	`key` text NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`consultation_id`, `version`, `key`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action
);
