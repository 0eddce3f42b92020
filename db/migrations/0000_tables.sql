-- Written by `npm run migrations` from db/schema.ts, with one change by hand: the ledger is WITHOUT ROWID, so that a book
-- lies together on disk and no row can be replaced through a hidden rowid.
CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`alliance` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_alliance` ON `attempts` (`alliance`,`id`);--> statement-breakpoint
CREATE TABLE `heads` (
	`alliance` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	`signature` text NOT NULL,
	`identity` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`alliance` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`prev` text NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`part` integer NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`alliance`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_cause` ON `ledger` (`alliance`,`cause`,`part`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_prev` ON `ledger` (`alliance`,`prev`);--> statement-breakpoint
CREATE INDEX `ledger_subject` ON `ledger` (`alliance`,`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `links` (
	`alliance` text NOT NULL,
	`link` integer NOT NULL,
	`person` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`user` text NOT NULL,
	`confirmed` integer NOT NULL,
	PRIMARY KEY(`alliance`, `link`)
);
--> statement-breakpoint
CREATE INDEX `links_account` ON `links` (`platform`,`tenant`,`user`);--> statement-breakpoint
CREATE INDEX `links_person` ON `links` (`alliance`,`person`);--> statement-breakpoint
CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`alliance` text NOT NULL,
	`person` text NOT NULL,
	`email` text,
	PRIMARY KEY(`alliance`, `person`)
);
--> statement-breakpoint
CREATE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`alliance` text NOT NULL,
	`room` integer NOT NULL,
	`body` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`place` text NOT NULL,
	PRIMARY KEY(`alliance`, `room`)
);
--> statement-breakpoint
CREATE INDEX `rooms_place` ON `rooms` (`platform`,`tenant`,`place`);--> statement-breakpoint
CREATE TABLE `schedule` (
	`alliance` text NOT NULL,
	`key` text NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`to` text NOT NULL,
	`due_at` text NOT NULL,
	PRIMARY KEY(`alliance`, `key`)
);
--> statement-breakpoint
CREATE INDEX `schedule_due` ON `schedule` (`due_at`);--> statement-breakpoint
CREATE INDEX `schedule_subject` ON `schedule` (`alliance`,`subject`);--> statement-breakpoint
CREATE TABLE `texts` (
	`alliance` text NOT NULL,
	`ref` text NOT NULL,
	`text` text NOT NULL,
	`salt` text NOT NULL,
	PRIMARY KEY(`alliance`, `ref`)
);
