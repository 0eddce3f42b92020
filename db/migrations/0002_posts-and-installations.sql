CREATE TABLE `cursors` (
	`alliance` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `installations` (
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`sealed` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`platform`, `tenant`)
);
--> statement-breakpoint
CREATE TABLE `link_codes` (
	`alliance` text NOT NULL,
	`link` integer NOT NULL,
	`hash` text NOT NULL,
	`expires` text NOT NULL,
	`tries` integer NOT NULL,
	PRIMARY KEY(`alliance`, `link`)
);
--> statement-breakpoint
CREATE TABLE `posts` (
	`alliance` text NOT NULL,
	`to` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`reference` text,
	`digest` text,
	`reason` text,
	`tries` integer NOT NULL,
	`final` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`alliance`, `to`, `key`)
);
--> statement-breakpoint
CREATE INDEX `posts_open` ON `posts` (`alliance`) WHERE final = 0;--> statement-breakpoint
CREATE INDEX `posts_undelivered` ON `posts` (`alliance`) WHERE state NOT IN ('shown', 'dropped');--> statement-breakpoint
CREATE INDEX `posts_reference` ON `posts` (`reference`);--> statement-breakpoint
CREATE INDEX `posts_key` ON `posts` (`alliance`,`key`);