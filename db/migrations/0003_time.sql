CREATE TABLE `heartbeats` (
	`surface` text NOT NULL,
	`minute` text NOT NULL,
	PRIMARY KEY(`surface`, `minute`)
);
--> statement-breakpoint
CREATE TABLE `preferences` (
	`alliance` text NOT NULL,
	`person` text NOT NULL,
	`snoozed_until` text,
	`quiet_from` text,
	`quiet_to` text,
	PRIMARY KEY(`alliance`, `person`)
);
--> statement-breakpoint
ALTER TABLE `links` ADD `used_at` text;--> statement-breakpoint
CREATE INDEX `schedule_clerk` ON `schedule` (`due_at`) WHERE "to" = 'clerk';--> statement-breakpoint
-- What is planned, and what became of what was due: one row a person once somebody was to be told.
DROP VIEW reminders;
--> statement-breakpoint
CREATE VIEW reminders AS
SELECT planned.alliance,
  planned.subject AS proposal,
  substr(planned.kind, 10) AS step,
  planned."to" AS audience,
  NULL AS person,
  CASE WHEN planned.due_at <= COALESCE((SELECT value FROM marks WHERE name = 'told'), '') THEN 'passed' ELSE 'planned' END AS state,
  NULL AS reason,
  planned.due_at AS at,
  planned.key
FROM schedule AS planned
WHERE planned.kind LIKE 'reminder:%'
UNION ALL
SELECT posts.alliance,
  substr(posts.key, 1, instr(posts.key, '/') - 1),
  substr(posts.key, instr(posts.key, '/reminder:') + 10,
    instr(posts.key, '/person:') - instr(posts.key, '/reminder:') - 10),
  NULL,
  substr(posts.key, instr(posts.key, '/person:') + 1),
  CASE posts.state WHEN 'shown' THEN 'sent' WHEN 'unknown' THEN 'may not have arrived' ELSE posts.state END,
  posts.reason,
  posts.at,
  posts.key
FROM posts
WHERE posts.kind = 'once' AND posts.key LIKE '%/reminder:%/person:%';
