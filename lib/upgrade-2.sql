-- SPDX-License-Identifier: ISC
-- From version 1 to 2: keys are lent and counted.  What it made then: later
-- changes have a file of their own.

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
