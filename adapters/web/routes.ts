/**
 * The playground over HTTP. All of it is server-rendered and works without script; the script only saves reloads.
 *
 *   GET  /healthz                                200 "alive" while the process runs
 *   GET  /readyz                                 200 "ready", or 503 and why not (store does not answer, shutting down)
 *   GET  /static/playground.css|js               style and the drop of script
 *   GET  /p/<token>/                             first screen: the alliances
 *   POST /p/<token>/clock                        moves the clock: by=hour|workingDay|nextDue, alliance=<CODE>, back=<page>
 *   GET  /p/<token>/events                       server-sent events: `moved` {"alliance":"PLY","seq":17} · `clock`
 *   GET  /p/<token>/<CODE>/                      choose a chair
 *   GET  /p/<token>/<CODE>/person-<n>/           the room, seen from one chair; ?before=<seq> for earlier messages
 *   GET  /p/<token>/<CODE>/person-<n>/waiting | open | decisions | people | proposals/P-<n>
 *   GET  /p/<token>/<CODE>/person-<n>/form?press=<press>    the form that a button opens
 *   POST /p/<token>/<CODE>/person-<n>/press      serves one order, acknowledged only when it is durable
 *
 * A press is application/x-www-form-urlencoded: `press` (encodePress of src/cards), `nonce` (16–64 of A-Z a-z 0-9 _ -;
 * one nonce is one act of that chair, however often it is sent), the form's answers as `answer.<field>`, and `back`,
 * the page to return to. It needs `Host: 127.0.0.1:<port>` (or localhost) and `Origin: http://<that host>`.
 * A browser is sent on with 303, or gets the form again with 422. With `Accept: application/json`:
 *
 *   200 {"kind":"done","repeated":false,"seqs":[17,18],"summary":"…"}   durable; seqs is empty when nothing had to be written
 *   422 {"kind":"refused","why":"oldRevision","summary":"…"}            refused by the rules, durably so
 *   400 403 404 405 408 413 415 429 500 503 {"kind":"error","summary":"…"}       never reached the rules, or is not known to be recorded
 */
