CREATE TABLE `grant_local_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`scheme_id` text NOT NULL,
	`department_code` text NOT NULL,
	`year` integer NOT NULL,
	`retained` integer,
	`category` text,
	`lowest_rate` integer,
	`highest_rate` integer,
	`minimum_cost` integer,
	`maximum_cost` integer,
	`maximum_grant` integer,
	`advance_rate` integer,
	`opens_on` text,
	`closes_on` text,
	`source` text,
	`confirmed` integer NOT NULL,
	`entered_at` text NOT NULL,
	`entered_by` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`entered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_local_terms_current` ON `grant_local_terms` (`scheme_id`,`department_code`,`year`) WHERE "grant_local_terms"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `grant_place_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`commune_id` text NOT NULL,
	`school_uai` text,
	`key` text NOT NULL,
	`value` text,
	`source` text,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_place_facts_commune` ON `grant_place_facts` (`commune_id`,`key`);--> statement-breakpoint
CREATE TABLE `grant_scheme_versions` (
	`scheme_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`copied_from` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`opened_at` text,
	`opened_by` text,
	`ended_at` text,
	`ended_by` text,
	PRIMARY KEY(`scheme_id`, `version`),
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_start_waivers` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`order_id` text NOT NULL,
	`granted_on` text NOT NULL,
	`reference` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_start_waivers_once` ON `grant_start_waivers` (`grant_file_id`,`order_id`);--> statement-breakpoint
CREATE TRIGGER grant_scheme_opened_never_changes BEFORE UPDATE OF content, scheme_id, version, opened_at, opened_by ON grant_scheme_versions
WHEN OLD.opened_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'an opened version of a scheme never changes');
END;
--> statement-breakpoint
CREATE TRIGGER grant_scheme_opened_never_vanishes BEFORE DELETE ON grant_scheme_versions
WHEN OLD.opened_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'an opened version of a scheme never vanishes');
END;
