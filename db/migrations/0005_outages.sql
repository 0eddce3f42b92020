-- A deadline also moves when an outage is made good.
DROP VIEW proposals;
--> statement-breakpoint
CREATE VIEW proposals AS
WITH latest AS (
  SELECT tabled.*,
    (SELECT opened.seq FROM ledger AS opened
     WHERE opened.alliance = tabled.alliance AND opened.subject = tabled.subject AND opened.kind = 'RevisionOpened'
     ORDER BY opened.seq DESC LIMIT 1) AS opened_seq,
    (SELECT deadlines.seq FROM ledger AS deadlines
     WHERE deadlines.alliance = tabled.alliance AND deadlines.subject = tabled.subject
       AND deadlines.kind IN ('RevisionOpened', 'DeadlineExtended', 'DowntimeMadeGood')
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
