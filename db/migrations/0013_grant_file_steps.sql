CREATE TABLE `grant_file_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`state` text NOT NULL,
	`on_day` text NOT NULL,
	`reference` text,
	`amount` integer,
	`comment` text,
	`cancels` text,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_file_steps_file` ON `grant_file_steps` (`grant_file_id`,`at`);