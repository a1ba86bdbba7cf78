ALTER TABLE `contracts` ADD `renewal_notice_months` integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `contracts` ADD `price_form` text;