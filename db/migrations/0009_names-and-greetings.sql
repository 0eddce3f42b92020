ALTER TABLE `conversations` ADD `greeting` text;--> statement-breakpoint
ALTER TABLE `rooms` ADD `name` text;