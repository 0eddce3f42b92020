CREATE TABLE `conversations` (
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`place` text NOT NULL,
	`app` text NOT NULL,
	`service` text NOT NULL,
	`conversation` text NOT NULL,
	PRIMARY KEY(`platform`, `tenant`, `place`)
);
