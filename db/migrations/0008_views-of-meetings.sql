-- Views of meetings, minutes and actions, for people with SQL tools. Like the others they are never a second truth.
CREATE VIEW meetings AS
WITH latest AS (
  SELECT called.*,
    (SELECT moved.seq FROM ledger AS moved
     WHERE moved.alliance = called.alliance AND moved.subject = called.subject
       AND moved.kind IN ('MeetingCalled', 'MeetingMoved')
     ORDER BY moved.seq DESC LIMIT 1) AS times_seq,
    (SELECT passed.seq FROM ledger AS passed
     WHERE passed.alliance = called.alliance AND passed.subject = called.subject
       AND passed.kind IN ('MeetingCalled', 'MeetingCancelled', 'MeetingStarted', 'MeetingEnded')
     ORDER BY passed.seq DESC LIMIT 1) AS passed_seq
  FROM book AS called
  WHERE called.kind = 'MeetingCalled'
)
SELECT latest.alliance,
  latest.subject AS meeting,
  json_extract(latest.body, '$.body') AS body,
  json_extract(latest.body, '$.recurrence.series') AS series,
  json_extract(times.body, '$.startsAt') AS starts_at,
  json_extract(times.body, '$.endsAt') AS ends_at,
  place.text AS place,
  json_extract(times.body, '$.shortNotice') AS short_notice,
  latest.at AS called_at,
  CASE passed.kind
    WHEN 'MeetingCalled' THEN 'called'
    WHEN 'MeetingCancelled' THEN 'cancelled'
    WHEN 'MeetingStarted' THEN 'in session'
    ELSE 'ended'
  END AS state,
  (SELECT MIN(started.at) FROM ledger AS started
   WHERE started.alliance = latest.alliance AND started.subject = latest.subject AND started.kind = 'MeetingStarted'
  ) AS started_at,
  CASE WHEN passed.kind = 'MeetingEnded' THEN passed.at END AS ended_at
FROM latest
JOIN book AS times ON times.alliance = latest.alliance AND times.seq = latest.times_seq
JOIN book AS passed ON passed.alliance = latest.alliance AND passed.seq = latest.passed_seq
LEFT JOIN texts AS place ON place.alliance = latest.alliance AND place.ref = json_extract(times.body, '$.place');
--> statement-breakpoint
-- One row a version that went round.
CREATE VIEW minutes AS
SELECT circulated.alliance,
  circulated.subject AS meeting,
  json_extract(circulated.body, '$.version') AS version,
  circulated.at AS circulated_at,
  json_extract(circulated.body, '$.until') AS until,
  json_array_length(circulated.body, '$.asked') AS asked,
  (SELECT COUNT(*) FROM book AS accepted
   WHERE accepted.alliance = circulated.alliance AND accepted.subject = circulated.subject
     AND accepted.kind = 'MinutesAccepted'
     AND json_extract(accepted.body, '$.version') = json_extract(circulated.body, '$.version')) AS accepted,
  COALESCE(
    (SELECT CASE settled.kind
       WHEN 'MinutesConfirmed' THEN 'confirmed'
       WHEN 'MinutesAgreed' THEN 'agreed, to be confirmed'
       WHEN 'MinutesUnanswered' THEN 'not answered by all, to be confirmed'
       ELSE 'replaced' END
     FROM book AS settled
     WHERE settled.alliance = circulated.alliance AND settled.subject = circulated.subject
       AND settled.seq > circulated.seq
       AND (settled.kind = 'MinutesCirculated'
         OR (settled.kind IN ('MinutesConfirmed', 'MinutesAgreed', 'MinutesUnanswered')
           AND json_extract(settled.body, '$.version') = json_extract(circulated.body, '$.version')))
     ORDER BY settled.seq DESC LIMIT 1),
    'out for acceptance') AS state
FROM book AS circulated
WHERE circulated.kind = 'MinutesCirculated';
--> statement-breakpoint
CREATE VIEW actions AS
WITH latest AS (
  SELECT recorded.*,
    (SELECT put_off.seq FROM ledger AS put_off
     WHERE put_off.alliance = recorded.alliance AND put_off.subject = recorded.subject AND put_off.kind = 'ActionPutOff'
     ORDER BY put_off.seq DESC LIMIT 1) AS put_off_seq,
    (SELECT owned.seq FROM ledger AS owned
     WHERE owned.alliance = recorded.alliance AND owned.subject = recorded.subject
       AND owned.kind IN ('ActionRecorded', 'ActionTransferred', 'ActionNeedsOwner')
     ORDER BY owned.seq DESC LIMIT 1) AS owned_seq,
    (SELECT moved.seq FROM ledger AS moved
     WHERE moved.alliance = recorded.alliance AND moved.subject = recorded.subject
       AND moved.kind IN ('ActionRecorded', 'ActionAccepted', 'ActionUpdated', 'ActionClaimed', 'ActionReturned',
         'ActionClosed', 'ActionCancelled')
     ORDER BY moved.seq DESC LIMIT 1) AS moved_seq
  FROM book AS recorded
  WHERE recorded.kind = 'ActionRecorded'
)
SELECT latest.alliance,
  latest.subject AS action,
  words.text AS text,
  CASE owned.kind
    WHEN 'ActionTransferred' THEN json_extract(owned.body, '$.to.person')
    WHEN 'ActionNeedsOwner' THEN json_extract(owned.body, '$.fallsTo')
    ELSE json_extract(owned.body, '$.owner.person')
  END AS owner,
  owned.kind = 'ActionNeedsOwner' AS needs_owner,
  COALESCE(json_extract(put_off.body, '$.to'), json_extract(latest.body, '$.due')) AS due,
  json_extract(latest.body, '$.due') AS first_due,
  COALESCE(json_extract(put_off.body, '$.slips'), 0) AS slips,
  json_extract(latest.body, '$.source.at') AS meeting,
  json_extract(latest.body, '$.source.decision') AS decision,
  CASE moved.kind
    WHEN 'ActionRecorded' THEN CASE WHEN json_extract(latest.body, '$.accepted') THEN 'open' ELSE 'proposed' END
    WHEN 'ActionAccepted' THEN 'open'
    WHEN 'ActionUpdated' THEN
      CASE json_extract(moved.body, '$.state') WHEN 'blocked' THEN 'blocked' ELSE 'in progress' END
    WHEN 'ActionClaimed' THEN 'said to be done'
    WHEN 'ActionReturned' THEN 'in progress'
    WHEN 'ActionClosed' THEN 'closed'
    ELSE 'cancelled'
  END AS state,
  latest.at AS recorded_at
FROM latest
JOIN book AS owned ON owned.alliance = latest.alliance AND owned.seq = latest.owned_seq
JOIN book AS moved ON moved.alliance = latest.alliance AND moved.seq = latest.moved_seq
LEFT JOIN book AS put_off ON put_off.alliance = latest.alliance AND put_off.seq = latest.put_off_seq
LEFT JOIN texts AS words ON words.alliance = latest.alliance AND words.ref = json_extract(latest.body, '$.text');
