CREATE TABLE `accords_cadres` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`title` text NOT NULL,
	`mode` text NOT NULL,
	`notified_on` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`fictitious` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accords_cadres_reference_unique` ON `accords_cadres` (`reference`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`accord_cadre_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`cpv` text NOT NULL,
	`holder_id` text NOT NULL,
	`maximum_net` integer NOT NULL,
	`delivery_days` integer NOT NULL,
	FOREIGN KEY (`accord_cadre_id`) REFERENCES `accords_cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lots_number` ON `lots` (`accord_cadre_id`,`number`);--> statement-breakpoint
CREATE TABLE `member_ceilings` (
	`lot_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`maximum_net` integer NOT NULL,
	PRIMARY KEY(`lot_id`, `commune_id`),
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `price_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`effective_on` text NOT NULL,
	`report` text NOT NULL,
	`received_at` text NOT NULL,
	`received_by` text,
	`confirmed_at` text,
	`confirmed_by` text,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `price_schedules_lot` ON `price_schedules` (`lot_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `user_roles` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`disabled_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `campaign_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`state` text NOT NULL,
	`no_need` integer DEFAULT false NOT NULL,
	`updated_at` text NOT NULL,
	`signed_at` text,
	`signed_by` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_answers_commune` ON `campaign_answers` (`campaign_id`,`commune_id`);--> statement-breakpoint
CREATE TABLE `campaign_lots` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`categories` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_lots_number` ON `campaign_lots` (`campaign_id`,`number`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consolidations` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`frozen_at` text NOT NULL,
	`frozen_by` text NOT NULL,
	`digest` text NOT NULL,
	`total_net` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`frozen_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consolidations_campaign_id_unique` ON `consolidations` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `consultation_files` (
	`consultation_id` text NOT NULL,
	`version` integer NOT NULL,
	`document_id` text NOT NULL,
	`input_digest` text NOT NULL,
	PRIMARY KEY(`consultation_id`, `version`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`object` text NOT NULL,
	`consolidation_id` text NOT NULL,
	`launch_on` text NOT NULL,
	`choices` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`consolidation_id`) REFERENCES `consolidations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultations_reference_unique` ON `consultations` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `consultations_consolidation_id_unique` ON `consultations` (`consolidation_id`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`answer_id` text NOT NULL,
	`position` integer NOT NULL,
	`school_uai` text,
	`product_id` text,
	`category` text NOT NULL,
	`label` text NOT NULL,
	`unit` text NOT NULL,
	`quantity` integer NOT NULL,
	`estimated_unit_price_net` integer,
	`reason` text NOT NULL,
	`comment` text,
	FOREIGN KEY (`answer_id`) REFERENCES `campaign_answers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`school_uai`) REFERENCES `schools`(`uai`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `needs_answer` ON `needs` (`answer_id`);--> statement-breakpoint
CREATE TABLE `rule_switches` (
	`id` text PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`enabled` integer NOT NULL,
	`reason` text NOT NULL,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `starting_points` (
	`school_uai` text NOT NULL,
	`fact` text NOT NULL,
	`value` text NOT NULL,
	`declared_by` text NOT NULL,
	`declared_at` text NOT NULL,
	PRIMARY KEY(`school_uai`, `fact`),
	FOREIGN KEY (`school_uai`) REFERENCES `schools`(`uai`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_facts` (
	`grant_file_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text,
	`source` text,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	PRIMARY KEY(`grant_file_id`, `key`),
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_file_versions` (
	`grant_file_id` text NOT NULL,
	`version` integer NOT NULL,
	`document_id` text NOT NULL,
	`input_digest` text NOT NULL,
	PRIMARY KEY(`grant_file_id`, `version`),
	FOREIGN KEY (`grant_file_id`) REFERENCES `grant_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grant_files` (
	`id` text PRIMARY KEY NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_version` text NOT NULL,
	`commune_id` text NOT NULL,
	`school_uai` text NOT NULL,
	`order_id` text,
	`answers` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_uai`) REFERENCES `schools`(`uai`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_files_commune` ON `grant_files` (`commune_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`purchase_order_id` text NOT NULL,
	`delivered_on` text NOT NULL,
	`attested_by` text NOT NULL,
	`attested_at` text NOT NULL,
	`comment` text,
	FOREIGN KEY (`purchase_order_id`) REFERENCES `purchase_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attested_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliveries_purchase_order` ON `deliveries` (`purchase_order_id`);--> statement-breakpoint
CREATE TABLE `delivery_lines` (
	`delivery_id` text NOT NULL,
	`order_line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`delivery_id`, `order_line_id`),
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invoices` (
	`id` text PRIMARY KEY NOT NULL,
	`delivery_id` text NOT NULL,
	`issuer_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`number` text NOT NULL,
	`document_id` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_delivery_id_unique` ON `invoices` (`delivery_id`);--> statement-breakpoint
CREATE TABLE `order_checks` (
	`order_id` text NOT NULL,
	`key` text NOT NULL,
	`rule_id` text NOT NULL,
	`rule_version` text NOT NULL,
	`answer` text NOT NULL,
	`severity` text NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`order_id`, `key`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`school_uai` text NOT NULL,
	`product_id` text NOT NULL,
	`lot_id` text NOT NULL,
	`price_id` text NOT NULL,
	`reference` text NOT NULL,
	`label` text NOT NULL,
	`unit` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_net` integer NOT NULL,
	`vat_rate` integer NOT NULL,
	`eco_contribution_net` integer NOT NULL,
	`net` integer NOT NULL,
	`eco_net` integer NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`school_uai`) REFERENCES `schools`(`uai`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`price_id`) REFERENCES `prices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_lines_product` ON `order_lines` (`order_id`,`school_uai`,`product_id`);--> statement-breakpoint
CREATE INDEX `order_lines_lot` ON `order_lines` (`lot_id`);--> statement-breakpoint
CREATE TABLE `order_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`state` text NOT NULL,
	`at` text NOT NULL,
	`by_user_id` text NOT NULL,
	`comment` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_steps_order` ON `order_steps` (`order_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`commune_id` text NOT NULL,
	`state` text NOT NULL,
	`reference` text,
	`title` text,
	`commitment_number` text,
	`service_code` text,
	`comment` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`submitted_at` text,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_reference_unique` ON `orders` (`reference`);--> statement-breakpoint
CREATE INDEX `orders_commune` ON `orders` (`commune_id`,`state`);--> statement-breakpoint
CREATE INDEX `orders_state` ON `orders` (`state`);--> statement-breakpoint
CREATE TABLE `purchase_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`lot_id` text NOT NULL,
	`accord_cadre_id` text NOT NULL,
	`issuer_id` text NOT NULL,
	`invoicee_id` text NOT NULL,
	`payer_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`number` text NOT NULL,
	`document_id` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accord_cadre_id`) REFERENCES `accords_cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invoicee_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_orders_lot` ON `purchase_orders` (`order_id`,`lot_id`);--> statement-breakpoint
CREATE TABLE `reservation_acknowledgements` (
	`order_id` text NOT NULL,
	`key` text NOT NULL,
	`comment` text NOT NULL,
	`by_user_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`order_id`, `key`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `communes` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`insee_code` text NOT NULL,
	`department_code` text NOT NULL,
	`population` integer NOT NULL,
	`population_source` text NOT NULL,
	`density_class` integer,
	`rural` integer,
	`epci_siren` text,
	`epci_name` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `communes_insee_code_unique` ON `communes` (`insee_code`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`commune_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	`deliberation_number` text NOT NULL,
	`deliberation_on` text NOT NULL,
	PRIMARY KEY(`commune_id`, `from_day`),
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`siren` text NOT NULL,
	`siret` text,
	`address` text,
	`postal_code` text,
	`city` text,
	`email` text,
	`phone` text,
	`service_code_required` integer DEFAULT false NOT NULL,
	`commitment_number_required` integer DEFAULT false NOT NULL,
	`fictitious` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_siren_kind` ON `organisations` (`kind`,`siren`);--> statement-breakpoint
CREATE INDEX `organisations_name` ON `organisations` (`name`);--> statement-breakpoint
CREATE TABLE `schools` (
	`uai` text PRIMARY KEY NOT NULL,
	`commune_id` text NOT NULL,
	`name` text NOT NULL,
	`siret` text,
	`nursery` integer NOT NULL,
	`elementary` integer NOT NULL,
	`pupils` integer,
	`classes` integer,
	`nursery_pupils` integer,
	`elementary_pupils` integer,
	`figures_source` text NOT NULL,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `schools_commune` ON `schools` (`commune_id`);--> statement-breakpoint
CREATE TABLE `service_codes` (
	`organisation_id` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `code`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `prices` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`price_schedule_id` text NOT NULL,
	`unit_price_net` integer NOT NULL,
	`vat_rate` integer NOT NULL,
	`eco_contribution_net` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`price_schedule_id`) REFERENCES `price_schedules`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `prices_product` ON `prices` (`product_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`reference` text NOT NULL,
	`label` text NOT NULL,
	`category` text NOT NULL,
	`brand` text,
	`model` text,
	`description` text,
	`unit` text NOT NULL,
	`attributes` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_lot_reference` ON `products` (`lot_id`,`reference`);--> statement-breakpoint
CREATE INDEX `products_category` ON `products` (`category`);--> statement-breakpoint
CREATE TABLE `document_contents` (
	`document_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`year` integer NOT NULL,
	`issuer_id` text NOT NULL,
	`commune_id` text,
	`supplier_id` text,
	`title` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text,
	`net` integer,
	`vat` integer,
	`gross` integer,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`byte_length` integer NOT NULL,
	`sha256` text NOT NULL,
	`template_version` text NOT NULL,
	FOREIGN KEY (`issuer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_number` ON `documents` (`issuer_id`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `documents_commune` ON `documents` (`commune_id`,`issued_on`);--> statement-breakpoint
CREATE INDEX `documents_year` ON `documents` (`year`,`kind`);--> statement-breakpoint
CREATE TABLE `journal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`user_id` text,
	`commune_id` text,
	`deed` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_subject` ON `journal` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `journal_at` ON `journal` (`at`);--> statement-breakpoint
CREATE TABLE `number_series` (
	`issuer_id` text NOT NULL,
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`issuer_id`, `series`, `year`),
	FOREIGN KEY (`issuer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
