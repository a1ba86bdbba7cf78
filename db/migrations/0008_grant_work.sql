CREATE TABLE `grant_group_files` (
	`group_id` text NOT NULL,
	`grant_file_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `grant_file_id`),
	FOREIGN KEY (`group_id`) REFERENCES `grant_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_group_versions` (
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`pdf_id` text NOT NULL,
	`costing_id` text NOT NULL,
	`input_digest` text NOT NULL,
	PRIMARY KEY(`group_id`, `version`),
	FOREIGN KEY (`group_id`) REFERENCES `grant_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`costing_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_version` text NOT NULL,
	`commune_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_groups_commune` ON `grant_groups` (`commune_id`);--> statement-breakpoint
CREATE TABLE `grant_opinions` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`opinion` text NOT NULL,
	`comment` text NOT NULL,
	`given_on` text NOT NULL,
	`given_at` text NOT NULL,
	`given_by` text NOT NULL,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_opinions_file` ON `grant_opinions` (`grant_file_id`);--> statement-breakpoint
CREATE TABLE `grant_piece_waivers` (
	`grant_file_id` text NOT NULL,
	`piece` text NOT NULL,
	`reason` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	PRIMARY KEY(`grant_file_id`, `piece`),
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`piece` text NOT NULL,
	`document_id` text NOT NULL,
	`label` text NOT NULL,
	`pages` integer NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_pieces_file` ON `grant_pieces` (`grant_file_id`);--> statement-breakpoint
CREATE TABLE `grant_school_links` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_file_id` text NOT NULL,
	`token_digest` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` text,
	`last_saved_at` text,
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_school_links_token` ON `grant_school_links` (`token_digest`);--> statement-breakpoint
CREATE INDEX `grant_school_links_file` ON `grant_school_links` (`grant_file_id`);--> statement-breakpoint
CREATE TABLE `grant_sign_offs` (
	`grant_file_id` text NOT NULL,
	`version` integer NOT NULL,
	`signed_on` text NOT NULL,
	`signed_at` text NOT NULL,
	`signed_by` text NOT NULL,
	PRIMARY KEY(`grant_file_id`, `version`),
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_version_documents` (
	`grant_file_id` text NOT NULL,
	`version` integer NOT NULL,
	`position` integer NOT NULL,
	`document_id` text NOT NULL,
	PRIMARY KEY(`grant_file_id`, `version`, `position`),
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `grant_file_versions` ADD `entries` text;