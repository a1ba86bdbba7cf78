CREATE TABLE `year_withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`buyer_id` text NOT NULL,
	`year` integer NOT NULL,
	`label` text NOT NULL,
	`quantity` integer NOT NULL,
	`route` text,
	`reused` integer,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	`removed_by` text,
	FOREIGN KEY (`buyer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `year_withdrawals_buyer` ON `year_withdrawals` (`buyer_id`,`year`);