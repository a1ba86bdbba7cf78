CREATE TABLE `year_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`buyer_id` text NOT NULL,
	`year` integer NOT NULL,
	`category` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`quantity` integer,
	`net` integer NOT NULL,
	`reuse_net` integer NOT NULL,
	`recycled_net` integer NOT NULL,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	`removed_by` text,
	FOREIGN KEY (`buyer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `year_entries_buyer` ON `year_entries` (`buyer_id`,`year`);--> statement-breakpoint
CREATE TABLE `year_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`buyer_id` text NOT NULL,
	`year` integer NOT NULL,
	`category` text NOT NULL,
	`fact` text NOT NULL,
	`value` text NOT NULL,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`buyer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `year_facts_buyer` ON `year_facts` (`buyer_id`,`year`);--> statement-breakpoint
CREATE TABLE `year_line_answers` (
	`order_line_id` text NOT NULL,
	`fact` text NOT NULL,
	`value` integer NOT NULL,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`order_line_id`, `fact`),
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
