-- The record can only grow. These hold for every program that opens the file, whatever its settings (rulings 4.2).
CREATE TRIGGER ledger_never_updated BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger is never updated');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_never_deleted BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'nothing is ever deleted from the ledger');
END;
--> statement-breakpoint
-- INSERT OR REPLACE removes rows without asking the trigger above where recursive triggers are off, so it is met here.
CREATE TRIGGER ledger_only_continued BEFORE INSERT ON ledger
BEGIN
  SELECT RAISE(ABORT, 'an entry of the ledger must follow the last one')
  WHERE NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM ledger WHERE alliance = NEW.alliance), 0)
     OR NEW.prev <> COALESCE(
          (SELECT hash FROM ledger WHERE alliance = NEW.alliance ORDER BY seq DESC LIMIT 1),
          '0000000000000000000000000000000000000000000000000000000000000000');
  SELECT RAISE(ABORT, 'this part of this cause stands in the ledger already')
  WHERE EXISTS (SELECT 1 FROM ledger WHERE alliance = NEW.alliance AND cause = NEW.cause AND part = NEW.part)
     OR EXISTS (SELECT 1 FROM ledger WHERE alliance = NEW.alliance AND prev = NEW.prev);
END;
--> statement-breakpoint
-- Tells this file from every other, so that a write-ahead log that belongs elsewhere is noticed.
INSERT INTO marks (name, value) VALUES ('identity', lower(hex(randomblob(16))));
--> statement-breakpoint
-- Views, for people with SQL tools. They read ledger, texts and schedule and are never a second truth.
-- An entry whose text is no longer JSON shows empty columns; `roundtable verify` names it.
CREATE VIEW book AS
SELECT alliance, seq, kind, subject, at, cause, part,
  json_extract(entry, '$.by') AS "by",
  json_extract(entry, '$.for') AS "for",
  json_extract(entry, '$.via') AS via,
  json_extract(entry, '$.occurredAt') AS occurred_at,
  json_extract(entry, '$.body') AS body
FROM (SELECT *, CASE WHEN json_valid(event) THEN event END AS entry FROM ledger);
--> statement-breakpoint
CREATE VIEW alliances AS
WITH RECURSIVE codes (alliance) AS (
  SELECT MIN(alliance) FROM ledger
  UNION ALL
  SELECT (SELECT MIN(alliance) FROM ledger WHERE ledger.alliance > codes.alliance) FROM codes WHERE codes.alliance IS NOT NULL
)
SELECT codes.alliance,
  COALESCE(
    (SELECT json_extract(charters.body, '$.charter.name') FROM book AS charters
     WHERE charters.alliance = codes.alliance AND charters.subject = 'alliance' AND charters.kind = 'CharterAdopted'
     ORDER BY charters.seq DESC LIMIT 1),
    json_extract(founding.body, '$.name'),
    codes.alliance) AS name,
  COALESCE(json_extract(founding.body, '$.practice'), 0) AS practice,
  founding.at AS founded_at,
  last.seq,
  last.hash
FROM codes
JOIN book AS founding ON founding.alliance = codes.alliance AND founding.seq = 1
JOIN ledger AS last ON last.alliance = codes.alliance
  AND last.seq = (SELECT MAX(seq) FROM ledger WHERE ledger.alliance = codes.alliance);
--> statement-breakpoint
CREATE VIEW members AS
SELECT joined.alliance,
  json_extract(joined.body, '$.member') AS member,
  json_extract(joined.body, '$.name') AS name,
  json_extract(joined.body, '$.organisation') AS organisation,
  json_extract(joined.body, '$.capacity') AS capacity,
  json_extract(joined.body, '$.voting') AS voting,
  json_extract(joined.body, '$.from') AS "from",
  (SELECT json_extract(gone.body, '$.leftAt') FROM book AS gone
   WHERE gone.alliance = joined.alliance AND gone.subject = joined.subject AND gone.kind = 'MemberLeft'
     AND gone.seq > joined.seq ORDER BY gone.seq LIMIT 1) AS left_at
FROM book AS joined
WHERE joined.kind = 'MemberJoined';
--> statement-breakpoint
CREATE VIEW proposals AS
WITH latest AS (
  SELECT tabled.*,
    (SELECT opened.seq FROM ledger AS opened
     WHERE opened.alliance = tabled.alliance AND opened.subject = tabled.subject AND opened.kind = 'RevisionOpened'
     ORDER BY opened.seq DESC LIMIT 1) AS opened_seq,
    (SELECT deadlines.seq FROM ledger AS deadlines
     WHERE deadlines.alliance = tabled.alliance AND deadlines.subject = tabled.subject
       AND deadlines.kind IN ('RevisionOpened', 'DeadlineExtended')
     ORDER BY deadlines.seq DESC LIMIT 1) AS deadline_seq,
    (SELECT ended.seq FROM ledger AS ended
     WHERE ended.alliance = tabled.alliance AND ended.subject = tabled.subject
       AND ended.kind IN ('ProposalAdopted', 'ProposalLapsed', 'ProposalNotAgreed', 'ProposalWithdrawn', 'ProposalReferred')
     ORDER BY ended.seq DESC LIMIT 1) AS ended_seq
  FROM book AS tabled
  WHERE tabled.kind = 'ProposalTabled'
)
SELECT latest.alliance,
  latest.subject AS proposal,
  COALESCE(json_extract(opened.body, '$.revision'), 0) AS revision,
  title.text AS title,
  json_extract(latest.body, '$.class') AS class,
  json_extract(latest.body, '$.proposer') AS proposer,
  json_extract(latest.body, '$.proposingFor') AS proposing_for,
  latest.at AS tabled_at,
  COALESCE(
    json_extract(deadlines.body, '$.to'),
    json_extract(deadlines.body, '$.deadline'),
    json_extract(latest.body, '$.deadline')) AS deadline,
  CASE WHEN ended.seq > COALESCE(opened.seq, 0) THEN
    CASE ended.kind
      WHEN 'ProposalAdopted' THEN 'adopted'
      WHEN 'ProposalLapsed' THEN 'lapsed'
      WHEN 'ProposalNotAgreed' THEN 'not agreed'
      WHEN 'ProposalWithdrawn' THEN 'withdrawn'
      ELSE 'referred'
    END
  ELSE 'open' END AS state,
  CASE WHEN ended.seq > COALESCE(opened.seq, 0) THEN ended.at END AS ended_at,
  json_extract(ended.body, '$.number') AS number
FROM latest
LEFT JOIN book AS opened ON opened.alliance = latest.alliance AND opened.seq = latest.opened_seq
LEFT JOIN book AS deadlines ON deadlines.alliance = latest.alliance AND deadlines.seq = latest.deadline_seq
LEFT JOIN book AS ended ON ended.alliance = latest.alliance AND ended.seq = latest.ended_seq
LEFT JOIN texts AS title ON title.alliance = latest.alliance
  AND title.ref = COALESCE(json_extract(opened.body, '$.title'), json_extract(latest.body, '$.title'));
--> statement-breakpoint
CREATE VIEW votes AS
SELECT given.alliance,
  given.subject AS proposal,
  json_extract(given.body, '$.revision') AS revision,
  json_extract(given.body, '$.member') AS member,
  json_extract(given.body, '$.position') AS position,
  json_extract(given.body, '$.person') AS person,
  names.text AS person_name,
  json_extract(given.body, '$.as') AS "as",
  reasons.text AS reason,
  given.at,
  given.seq,
  -- 1 while it is the member's last word on the newest revision
  NOT EXISTS (
    SELECT 1 FROM book AS later
    WHERE later.alliance = given.alliance AND later.subject = given.subject AND later.seq > given.seq
      AND (later.kind = 'RevisionOpened'
        OR (later.kind IN ('PositionRecorded', 'ObjectionWithdrawn', 'PositionVoided')
          AND json_extract(later.body, '$.member') = json_extract(given.body, '$.member')))
  ) AS stands
FROM book AS given
LEFT JOIN texts AS names ON names.alliance = given.alliance AND names.ref = json_extract(given.body, '$.personName')
LEFT JOIN texts AS reasons ON reasons.alliance = given.alliance AND reasons.ref = json_extract(given.body, '$.reason')
WHERE given.kind = 'PositionRecorded';
--> statement-breakpoint
CREATE VIEW decisions AS
SELECT adopted.alliance,
  json_extract(adopted.body, '$.number') AS number,
  adopted.subject AS proposal,
  json_extract(adopted.body, '$.revision') AS revision,
  title.text AS title,
  words.text AS text,
  adopted.at AS decided_at,
  json_extract(adopted.body, '$.shadow') AS shadow,
  json_array_length(adopted.body, '$.agreed') AS agreed,
  json_array_length(adopted.body, '$.tookNoPart') AS took_no_part
FROM book AS adopted
LEFT JOIN book AS opened ON opened.alliance = adopted.alliance AND opened.subject = adopted.subject
  AND opened.kind = 'RevisionOpened'
  AND json_extract(opened.body, '$.revision') = json_extract(adopted.body, '$.revision')
LEFT JOIN texts AS title ON title.alliance = adopted.alliance AND title.ref = json_extract(opened.body, '$.title')
LEFT JOIN texts AS words ON words.alliance = adopted.alliance AND words.ref = json_extract(opened.body, '$.text')
WHERE adopted.kind = 'ProposalAdopted';
--> statement-breakpoint
CREATE VIEW reminders AS
SELECT alliance, subject AS proposal, kind, "to" AS member, due_at, key
FROM schedule
WHERE kind LIKE 'reminder%';
--> statement-breakpoint
PRAGMA application_id = 1380861012;
