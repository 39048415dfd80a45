/* SPDX-License-Identifier: ISC */
/*
 * sqlite-plan.c: what SQLite's planner is to believe of a desk.
 */
#include "driver-sqlite.h"

/*
 * What the planner is to believe, set and not gathered: the plans are those
 * of a desk with a million tickets, of which a few are open, from the first
 * day on and on every desk.  Per index: its rows, and how many of them share
 * each first part of its key.
 */
const char sqlite_statistics[] = "ANALYZE; DELETE FROM sqlite_stat1;"
    "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES "
    "('ticket', 'ticket', '1000000 1000000 1'),"
    "('ticket', 'ticket_open', '20000 20000 1 1 1 1 1 1 1 1 1 1'),"
    "('ticket', 'ticket_place', '1000000 1000000 500 50 1 1'),"
    "('ticket', 'ticket_joined', '20000 20000 3 1'),"
    "('ticket', 'ticket_void', '2000 2000 1'),"
    "('ticket', 'ticket_called', '600000 600000 1 1'),"
    "('contact', 'contact', '1200000 1200000 2 1'),"
    "('contact', 'contact_later', '200000 200000 60 2 1'),"
    "('loan', 'loan', '100000 100000 1'),"
    "('loan', 'loan_key', '100 100 1'),"
    "('loan', 'loan_card', '100 100 1'),"
    "('key_count', 'key_count', '4000 4000 1'),"
    "('analysis', 'analysis', '2000 2000 1'),"
    "('analysis', 'analysis_month', '200 200 1'),"
    "('analysis', 'analysis_group', '1800 1800 40 3 1 1'),"
    "('deadline', 'deadline', '3000000 3000000 3 1'),"
    "('deadline', 'deadline_next', '50000 50000 1 1 1'),"
    "('deadline', 'deadline_open', '60000 60000 1 1 1 1 1 1 1'),"
    "('deadline', 'deadline_ended', "
    "'2900000 2900000 4 2 2 2 1 1 1 1'),"
    "('rung', 'rung', '1000000 1000000 4 3 2 1'),"
    "('breach', 'breach', '300000 300000 2 1 1'),"
    "('breach', 'breach_due', '300000 300000 1 1 1'),"
    "('event', 'event', '4000000 4000000 1'),"
    "('event', 'event_record', '4000000 4000000 4 1'),"
    "('event_body', 'event_body', '4000000 4000000 1'),"
    "('notice', 'notice', '3000000 3000000 2 1'),"
    "('notice', 'notice_unsent', '1000 1000 1 1 1')";
