CREATE TABLE `duties_done` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`done_on` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
