CREATE TABLE `starting_point_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`commune_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` text NOT NULL,
	`received_at` text NOT NULL,
	`received_by` text NOT NULL,
	`confirmed_at` text,
	`confirmed_by` text,
	`outcome` text,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `starting_point_sheets_commune` ON `starting_point_sheets` (`commune_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `reservation_closures` (
	`order_id` text NOT NULL,
	`key` text NOT NULL,
	`comment` text NOT NULL,
	`document_id` text,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`order_id`, `key`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reservation_documents` (
	`order_id` text NOT NULL,
	`key` text NOT NULL,
	`document_id` text NOT NULL,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`order_id`, `key`, `document_id`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_starting_points` (
	`school_uai` text NOT NULL,
	`fact` text NOT NULL,
	`value` text,
	`declared_by` text NOT NULL,
	`declared_at` text NOT NULL,
	PRIMARY KEY(`school_uai`, `fact`),
	FOREIGN KEY (`school_uai`) REFERENCES `schools`(`uai`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_starting_points`("school_uai", "fact", "value", "declared_by", "declared_at") SELECT "school_uai", "fact", "value", "declared_by", "declared_at" FROM `starting_points`;--> statement-breakpoint
DROP TABLE `starting_points`;--> statement-breakpoint
ALTER TABLE `__new_starting_points` RENAME TO `starting_points`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `orders` ADD `report_document_id` text REFERENCES documents(id);