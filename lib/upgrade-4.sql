-- SPDX-License-Identifier: ISC
-- From version 3 to 4: what is open is read from its index alone.  What it
-- made then: later changes have a file of their own.

DROP INDEX ticket_open;
CREATE INDEX ticket_open ON ticket (office, id, handler, department,
    first_responder, state, closed, kind, category, room, opened)
    WHERE closed IS NULL AND state <> 'void';
