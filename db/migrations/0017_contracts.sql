CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`number` text NOT NULL,
	`holder_id` text NOT NULL,
	`maximum_net` integer NOT NULL,
	`offer_net` integer NOT NULL,
	`cpv` text NOT NULL,
	`signed_on` text,
	`signatory` text,
	`notified_on` text,
	`starts_on` text,
	`ends_on` text,
	`lot_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_number_unique` ON `contracts` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_lot` ON `contracts` (`consultation_id`,`lot_number`);--> statement-breakpoint
CREATE INDEX `contracts_holder` ON `contracts` (`holder_id`);--> statement-breakpoint
CREATE TABLE `consultation_lot_decisions` (
	`consultation_id` text NOT NULL,
	`lot_number` integer NOT NULL,
	`outcome` text NOT NULL,
	`deposit_id` text,
	`offer_net` integer,
	`body` text NOT NULL,
	`reason` text NOT NULL,
	`decided_on` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	PRIMARY KEY(`consultation_id`, `lot_number`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit_id`) REFERENCES `consultation_deposits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
