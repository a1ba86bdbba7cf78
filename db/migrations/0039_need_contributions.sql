CREATE TABLE `contributed_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`product_id` text,
	`category` text NOT NULL,
	`label` text NOT NULL,
	`unit` text NOT NULL,
	`quantity` integer NOT NULL,
	`estimated_unit_price_net` integer,
	`reason` text NOT NULL,
	`written_at` text NOT NULL,
	`taken_at` text,
	`set_aside_at` text,
	FOREIGN KEY (`link_id`) REFERENCES `need_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contributed_needs_link` ON `contributed_needs` (`link_id`);--> statement-breakpoint
CREATE TABLE `need_links` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`school_uai` text NOT NULL,
	`recipient` text NOT NULL,
	`token_digest` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` text,
	`last_saved_at` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_uai`) REFERENCES `schools`(`uai`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_links_token` ON `need_links` (`token_digest`);--> statement-breakpoint
CREATE INDEX `need_links_commune` ON `need_links` (`campaign_id`,`commune_id`);