-- SPDX-License-Identifier: ISC
-- From version 2 to 3: the whole life of a ticket, and analyses.  What it made
-- then: later changes have a file of their own.

ALTER TABLE ticket ADD COLUMN joined TEXT;
ALTER TABLE ticket ADD COLUMN body TEXT;
ALTER TABLE ticket ADD COLUMN chased @INT64@;
ALTER TABLE ticket ADD COLUMN settled @INT64@;
ALTER TABLE ticket ADD COLUMN result TEXT;
ALTER TABLE ticket ADD COLUMN score @INT64@;
ALTER TABLE ticket ADD COLUMN called_back @INT64@;
ALTER TABLE ticket ADD COLUMN follow_ups @INT64@ NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN chases @INT64@ NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN tries @INT64@ NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN moved @INT64@ NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN reopens @INT64@ NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN unreached @INT64@ NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN tried TEXT;
CREATE INDEX ticket_joined ON ticket (office, joined) WHERE joined IS NOT NULL;
DROP INDEX deadline_open;
CREATE INDEX deadline_open ON deadline
    (office, due, kind, holder, department, ended) WHERE ended IS NULL;
CREATE INDEX deadline_ended ON deadline
    (office, due, kind, clause, outcome, ended, opened)
    WHERE ended IS NOT NULL;
CREATE INDEX ticket_void ON ticket (office, id) WHERE state = 'void';
CREATE INDEX ticket_called ON ticket (office, called_back)
    WHERE called_back IS NOT NULL;

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
