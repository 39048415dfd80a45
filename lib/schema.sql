-- SPDX-License-Identifier: ISC
-- The store, version 4.  Kept by hand: what stands here is the reference for
-- what a row may hold.  @INT64@ and @STRICT@ are the driver's own words for a
-- 64 bit number and for a table that is kept in the order of its key, and so
-- is what it makes of TEXT, which is ordered by its bytes.
--
-- Every key begins with the office, so that many desks can share a store.
-- Times are milliseconds since 1970 in UTC.  Ids begin with the office's
-- civil day: a day is a key range.

-- What the store knows of itself; office '' is the store as a whole.
CREATE TABLE setting (
	office TEXT NOT NULL,
	name   TEXT NOT NULL,	-- version practice config ladder
	value  TEXT NOT NULL,
	PRIMARY KEY (office, name)
) @STRICT@;

-- Numbers given out.  Row 'event' is the office's write lock, the number of
-- its last event and the head of its chain; rows like 'T261123' count the
-- ids of a day.
CREATE TABLE counter (
	office TEXT NOT NULL,
	name   TEXT NOT NULL,
	last   @INT64@ NOT NULL CHECK (last >= 0),
	head   TEXT,
	PRIMARY KEY (office, name)
) @STRICT@;

-- One row per run of a writing command.  Its events are first_seq..last_seq
-- without a gap: a repeat prints their records, no list of ids is kept.
CREATE TABLE request (
	office    TEXT NOT NULL,
	request   TEXT NOT NULL CHECK (request <> ''),
	command   TEXT NOT NULL,
	digest    TEXT NOT NULL,	-- of what was asked for
	at        @INT64@ NOT NULL,
	first_seq @INT64@ NOT NULL,
	last_seq  @INT64@ NOT NULL,
	outcome   @INT64@ NOT NULL,	-- worst status of those left out
	PRIMARY KEY (office, request)
) @STRICT@;

-- The matter to be finished.
CREATE TABLE ticket (
	office TEXT NOT NULL,
	id     TEXT NOT NULL,
	rev    @INT64@ NOT NULL,
	-- Not IN: SQLite makes a table of its own for that, with each row.
	state  TEXT NOT NULL CHECK (state = 'pending' OR state = 'assigned' OR
	       state = 'accepted' OR state = 'resolved' OR state = 'closed' OR
	       state = 'void'),
	kind     TEXT NOT NULL,
	category TEXT NOT NULL,
	cause    TEXT,
	utility  TEXT,
	room     TEXT CHECK (room <> ''),	-- 3-2-501, or a place
	first_responder TEXT NOT NULL,	-- F4.2; never changes
	recorded_by     TEXT NOT NULL,
	accused     TEXT,		-- C5
	self_taken  @INT64@ NOT NULL CHECK (self_taken IN (0, 1)),
	department  TEXT,
	handler     TEXT,		-- a login, or firm:CODE
	opened      @INT64@ NOT NULL,	-- the contact; every clock starts here
	recorded    @INT64@ NOT NULL,	-- the typing
	answered    @INT64@,
	promised    @INT64@,		-- the time the resident was told
	escalated   @INT64@,
	resolved    @INT64@,
	closed      @INT64@,
	hand_backs  @INT64@ NOT NULL,
	contacts    @INT64@ NOT NULL,
	visits      @INT64@ NOT NULL,	-- contacts in person (F4.6)
	urges       @INT64@ NOT NULL,
	joined      TEXT,		-- the ticket it goes with
	body        TEXT,		-- outside body it was taken up with (C7)
	chased      @INT64@,		-- when last
	settled     @INT64@,		-- its outcome came, or a head gave up
	result      TEXT,		-- of the last call-back (C6)
	score       @INT64@,		-- 1 to 5
	called_back @INT64@,		-- when that was, or was tried
	follow_ups  @INT64@ NOT NULL DEFAULT 0,
	chases      @INT64@ NOT NULL DEFAULT 0,
	tries       @INT64@ NOT NULL DEFAULT 0,	-- to find who knows (F4.8)
	moved       @INT64@ NOT NULL DEFAULT 0,	-- the promise, how often
	reopens     @INT64@ NOT NULL DEFAULT 0,
	unreached   @INT64@ NOT NULL DEFAULT 0,	-- call-backs in vain
	PRIMARY KEY (office, id),
	CHECK ((state = 'closed') = (closed IS NOT NULL)),
	CHECK (state NOT IN ('assigned', 'accepted') OR handler IS NOT NULL),
	CHECK (state <> 'pending' OR handler IS NULL)
) @STRICT@;
-- What is open, with what lists and reports say of it; for whatever says both
-- conditions as they stand here.  closed is NULL in all of it: without, SQLite
-- would look at each row of the table.
CREATE INDEX ticket_open ON ticket (office, id, handler, department,
    first_responder, state, closed, kind, category, room, opened)
    WHERE closed IS NULL AND state <> 'void';
CREATE INDEX ticket_place ON ticket (office, room, category, opened);
CREATE INDEX ticket_joined ON ticket (office, joined) WHERE joined IS NOT NULL;
CREATE INDEX ticket_void ON ticket (office, id) WHERE state = 'void';
CREATE INDEX ticket_called ON ticket (office, called_back)
    WHERE called_back IS NOT NULL;

-- One call, visit or letter; number 1 opened the ticket.  Never updated.
CREATE TABLE contact (
	office  TEXT NOT NULL,
	ticket  TEXT NOT NULL,
	no      @INT64@ NOT NULL CHECK (no > 0),
	channel TEXT NOT NULL CHECK (channel = 'call' OR channel = 'visit' OR
	        channel = 'letter'),
	medium  TEXT,			-- the word that was typed for it
	at      @INT64@ NOT NULL,
	day     TEXT NOT NULL,		-- local civil day of at
	room    TEXT,
	caller  TEXT,			-- owner tenant visitor other
	name    TEXT,			-- absent: anonymous
	phone   TEXT,
	no_phone TEXT,			-- why there is none
	content TEXT NOT NULL CHECK (content <> ''),
	disposition TEXT NOT NULL,
	done    TEXT,			-- what was done on the spot
	told_department TEXT,
	first_responder TEXT NOT NULL,	-- whoever took this contact
	recorded_by TEXT NOT NULL,
	rings   @INT64@,
	tried   TEXT,			-- whom it was tried with (F4.8)
	PRIMARY KEY (office, ticket, no),
	FOREIGN KEY (office, ticket) REFERENCES ticket (office, id)
) @STRICT@;
-- A day's register: the key range of no 1, and this for the later ones.
CREATE INDEX contact_later ON contact (office, day) WHERE no > 1;

-- A key, or a ring of keys, that is not in the cabinet (E4).  One open loan
-- per key, one per identity card: nobody can write a second.
CREATE TABLE loan (
	office TEXT NOT NULL,
	id     TEXT NOT NULL,
	rev    @INT64@ NOT NULL,
	state  TEXT NOT NULL CHECK (state IN ('out', 'lost', 'withdrawn',
	       'returned', 'replaced')),
	key    TEXT NOT NULL CHECK (key <> ''),	-- PD-1, GG-3/2, a ring
	tags   TEXT,			-- of the keys on the ring
	borrower TEXT,			-- absent: missed, or withdrawn
	holder   TEXT,			-- his login, or firm:CODE
	phone    TEXT,
	room     TEXT,
	purpose  TEXT,
	card_type TEXT,
	card_end  TEXT,			-- last four of the number
	card      TEXT,			-- keyed hash of it
	card_held @INT64@ NOT NULL CHECK (card_held IN (0, 1)),
	consent     TEXT,		-- of an entrusted key
	consent_how TEXT,
	consented   @INT64@,
	first_responder TEXT NOT NULL,
	opened @INT64@ NOT NULL,
	due    @INT64@,
	ended  @INT64@,
	PRIMARY KEY (office, id),
	CHECK ((state IN ('returned', 'replaced')) = (ended IS NOT NULL)),
	CHECK (state <> 'out' OR (borrower IS NOT NULL AND
	       phone IS NOT NULL AND card IS NOT NULL AND due IS NOT NULL))
) @STRICT@;
CREATE UNIQUE INDEX loan_key ON loan (office, key) WHERE ended IS NULL;
CREATE UNIQUE INDEX loan_card ON loan (office, card) WHERE state = 'out';

-- A count of the cabinet (E4).
CREATE TABLE key_count (
	office TEXT NOT NULL,
	id     TEXT NOT NULL,
	rev    @INT64@ NOT NULL,
	state  TEXT NOT NULL CHECK (state IN ('agrees', 'differs')),
	first_responder TEXT NOT NULL,	-- who counted
	at     @INT64@ NOT NULL,
	expected   @INT64@ NOT NULL,
	found      @INT64@ NOT NULL,
	missing    @INT64@ NOT NULL,
	unexpected @INT64@ NOT NULL,
	missing_keys    TEXT,		-- tags, separated by blanks
	unexpected_keys TEXT,
	PRIMARY KEY (office, id)
) @STRICT@;

-- Complaints that were analysed: those that recur in one place, or all of a
-- month (C9).
CREATE TABLE analysis (
	office TEXT NOT NULL,
	id     TEXT NOT NULL,
	rev    @INT64@ NOT NULL,
	state  TEXT NOT NULL CHECK (state IN ('owed', 'open', 'remedied',
	       'verified', 'failed')),
	month    TEXT,			-- 2026-11: all of it
	category TEXT,			-- or what recurs,
	place    TEXT,			-- and where
	members  TEXT,			-- ids of tickets, separated by blanks
	root_cause  TEXT,
	departments TEXT,		-- codes, separated by blanks
	remedy      TEXT,
	owner       TEXT,		-- who sees to the remedy
	first_responder TEXT NOT NULL,	-- who analysed, or owes it
	opened   @INT64@ NOT NULL,
	due      @INT64@,		-- the remedy
	remedied @INT64@,
	verify_after @INT64@,		-- without a new one the remedy held
	ended    @INT64@,
	failed_by TEXT,			-- the ticket that came in spite of it
	PRIMARY KEY (office, id),
	CHECK ((month IS NULL) = (category IS NOT NULL)),
	CHECK ((state = 'failed') = (failed_by IS NOT NULL))
) @STRICT@;
CREATE UNIQUE INDEX analysis_month ON analysis (office, month)
    WHERE month IS NOT NULL;
CREATE INDEX analysis_group ON analysis (office, category, place, opened)
    WHERE category IS NOT NULL;

-- All that is owed, by any record.  next is when the ladder must look again;
-- absent = never: met, void, top rung fired, or older than enforce_from.
CREATE TABLE deadline (
	office TEXT NOT NULL,
	record TEXT NOT NULL,
	no     @INT64@ NOT NULL,
	kind   TEXT NOT NULL,
	clause TEXT NOT NULL,
	holder TEXT,			-- who owes it
	department TEXT,		-- whose head hears of it
	first_responder TEXT,		-- copied on everything (F4.1)
	opened @INT64@ NOT NULL,
	due    @INT64@ NOT NULL,
	ended  @INT64@,
	outcome TEXT CHECK (outcome IN ('met', 'void')),
	next   @INT64@,
	quiet  @INT64@,			-- a head has it; no rung before then
	PRIMARY KEY (office, record, no),
	CHECK ((ended IS NULL) = (outcome IS NULL)),
	CHECK (ended IS NULL OR next IS NULL)
) @STRICT@;
CREATE INDEX deadline_next ON deadline (office, next) WHERE next IS NOT NULL;
CREATE INDEX deadline_open ON deadline
    (office, due, kind, holder, department, ended) WHERE ended IS NULL;
-- What fell due on a day, for its rates.
CREATE INDEX deadline_ended ON deadline
    (office, due, kind, clause, outcome, ended, opened)
    WHERE ended IS NOT NULL;

-- What the ladder did about one due value.  fired absent = skipped, because
-- a higher rung was due by then.
CREATE TABLE rung (
	office TEXT NOT NULL,
	record TEXT NOT NULL,
	no     @INT64@ NOT NULL,
	due    @INT64@ NOT NULL,
	rung   @INT64@ NOT NULL,
	planned @INT64@ NOT NULL,
	fired  @INT64@,
	seq    @INT64@ NOT NULL,	-- the event of the scan that did it
	PRIMARY KEY (office, record, no, due, rung)
) @STRICT@;

-- A due value that passed unmet, for ever.  Written by whoever sees it
-- first: the scan, the step that meets it late, the step that moves it.
CREATE TABLE breach (
	office TEXT NOT NULL,
	record TEXT NOT NULL,
	no     @INT64@ NOT NULL,
	due    @INT64@ NOT NULL,
	kind   TEXT NOT NULL,
	clause TEXT NOT NULL,
	holder TEXT,
	department TEXT,
	found  @INT64@ NOT NULL,
	ended  @INT64@,			-- lateness = ended - due
	PRIMARY KEY (office, record, no, due)
) @STRICT@;
CREATE INDEX breach_due ON breach (office, due);

-- The journal: never updated, never deleted from.  hash = SHA-256 over the
-- length-prefixed parts of the row, the hash of the row before it first.
CREATE TABLE event (
	office   TEXT NOT NULL,
	seq      @INT64@ NOT NULL,
	at       @INT64@ NOT NULL,	-- when it happened
	recorded @INT64@ NOT NULL,
	actor    TEXT NOT NULL,		-- whose act it is
	uid      @INT64@ NOT NULL,	-- who was at the keyboard
	record   TEXT NOT NULL,
	step     TEXT NOT NULL,
	clause   TEXT,
	commitment TEXT NOT NULL,	-- HMAC-SHA-256(salt, body)
	hash     TEXT NOT NULL,
	PRIMARY KEY (office, seq)
) @STRICT@;
CREATE INDEX event_record ON event (office, record, seq);

-- What was given or changed, as a JSON object.  Erasing a person's data
-- deletes such a row; the chain stays whole.
CREATE TABLE event_body (
	office TEXT NOT NULL,
	seq    @INT64@ NOT NULL,
	salt   TEXT NOT NULL,
	body   TEXT NOT NULL,
	PRIMARY KEY (office, seq),
	FOREIGN KEY (office, seq) REFERENCES event (office, seq)
) @STRICT@;

-- The outbox, keyed by the event that owes it: one event tells one
-- recipient once.
CREATE TABLE notice (
	office TEXT NOT NULL,
	seq    @INT64@ NOT NULL,
	recipient TEXT NOT NULL,
	message   TEXT NOT NULL,	-- a code: what it is about
	record    TEXT NOT NULL,
	not_before @INT64@ NOT NULL,
	sent   @INT64@,
	tries  @INT64@ NOT NULL,
	PRIMARY KEY (office, seq, recipient),
	FOREIGN KEY (office, seq) REFERENCES event (office, seq)
) @STRICT@;
CREATE INDEX notice_unsent ON notice (office, not_before) WHERE sent IS NULL;

-- Scans, run-length coded: a quiet run only moves last and runs; a row
-- begins where something fired or where the gap before it was too long.
CREATE TABLE scan_run (
	office  TEXT NOT NULL,
	started @INT64@ NOT NULL,
	last    @INT64@ NOT NULL,
	runs    @INT64@ NOT NULL,
	fired   @INT64@ NOT NULL,
	skipped @INT64@ NOT NULL,
	gap     @INT64@ NOT NULL,	-- ms without a scan before started
	PRIMARY KEY (office, started)
) @STRICT@;
