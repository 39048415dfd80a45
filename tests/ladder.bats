#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# ladder.bats: what those who built such ladders before got wrong once.  Each
# has a test here, or where it is named:
#
# - a breach is kept after answering and closing: escalate.bats, "a breach is
#   kept for ever"; a late cron fires the highest rung once and lists the
#   skipped: "after two days without cron"; every scan leaves a run record:
#   "quiet scans are one row"; nobody is asked twice by one event: "one notice
#   per event and recipient";
# - the clock starts at the contact and not at the typing: deadlines.bats;
# - silence is for messages and never for the clock: escalate.bats,
#   "acknowledge --until".

load helper
load ticket
load moving

# About noise, Ma's, its answer due at 08:12 on the 24th, nothing else owed.
setup() {
	desk_setup
	complains -t xiaoma >/dev/null
	as zhaodui acknowledge "$T1" >/dev/null
	as xiaoma accept "$T1" >/dev/null
	# Followed up in time, every day.
	sed -i 's/  follow_up: 24h/  follow_up: 30d/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	as xiaozhou follow-up "$T1" -m 'asked Ma' >/dev/null
}

# fires LINES [option...]: what a scan fires: id, deadline, clause, rung, late
# by how many seconds, who is told, what is skipped.
fires() {
	local lines_wanted=$1

	shift
	run --separate-stderr -0 escalate --overdue "$@"
	assert_equal "$(cut -f 1-4,6- <<<"$output" | tr '\t' ' ')" \
	    "$lines_wanted"
}

# rungs: each that was fired or skipped: of which deadline, of which time.
rungs() {
	sql "SELECT d.kind, r.due / 60000 % 1440 / 60 + 8, r.rung,
	    CASE WHEN r.fired IS NULL THEN 'skipped' ELSE 'fired' END
	    FROM rung r JOIN deadline d USING (office, record, no)
	    ORDER BY d.kind, r.due, r.rung" | tr '|' ' '
}

@test "suppressed is a rung of one due time, not the deadline, nor the ticket" {
	as xiaoma promise 10:00 "$T1" >/dev/null
	at 10:00:01
	fires "$T1 promise F4.6 1 1 zhaodui,xiaozhou 0"
	fires ''
	# Another time climbs from the bottom; the same once more does not.
	as xiaoma promise 14:00 "$T1" -w 'nobody opened' >/dev/null
	at 13:30:01
	fires "$T1 promise F4.6 0 -1799 xiaoma,xiaozhou "
	as xiaoma promise 15:00 "$T1" -w 'one hour more' >/dev/null
	as xiaoma promise 14:00 "$T1" -w 'no, at two' >/dev/null
	fires ''
	at 14:00:01
	fires "$T1 promise F4.6 1 1 zhaodui,xiaozhou "
	run rungs
	assert_output "\
promise 10 0 skipped
promise 10 1 fired
promise 14 0 fired
promise 14 1 fired"
	# Its answer has a ladder of its own.
	at 2026-11-24T06:12:01
	as xiaoma promise 2026-11-25T10:00 "$T1" -w 'as before' >/dev/null
	fires "$T1 answer C6 0 -7199 xiaoma,xiaozhou "
}

@test "a ladder that is written from the top is climbed from the bottom" {
	awk '/^  - \{rung: [12], at: 6?0m, tell/ { held = $0 "\n" held; next }
	    held != "" { printf "%s", held; held = "" } 1' \
	    "$FRONTDESK_CONFIG/desk.yaml" >"$BATS_TEST_TMPDIR/turned"
	run -1 diff "$BATS_TEST_TMPDIR/turned" "$FRONTDESK_CONFIG/desk.yaml"
	cp "$BATS_TEST_TMPDIR/turned" "$FRONTDESK_CONFIG/desk.yaml"
	as xiaoma promise 10:00 "$T1" >/dev/null
	at 11:00:01
	fires "$T1 promise F4.6 2 3601 wangjingli,zhaodui,xiaozhou 0,1"
	run -0 rungs
	assert_line 'promise 10 2 fired'
	assert_line 'promise 10 1 skipped'
	fires ''
}

@test "suppressed for one ticket is not suppressed for the next" {
	at 09:00
	complains -t xiaoma >/dev/null
	as zhaodui acknowledge "$T2" >/dev/null
	as xiaoma accept "$T2" >/dev/null
	at 2026-11-24T08:12:01
	fires "\
$T1 answer C6 1 1 zhaodui,xiaozhou 0
$T2 answer C6 0 -2879 xiaoma,xiaozhou "
	at 2026-11-24T09:00:01
	fires "$T2 answer C6 1 1 zhaodui,xiaozhou "
	at 2026-11-24T09:12:01
	fires "$T1 answer C6 2 3601 wangjingli,zhaodui,xiaozhou "
}

@test "each rung stands by itself: none waits for another, or ends it" {
	# The second does not need the first: nobody ran a scan then.
	at 2026-11-24T09:12:01
	fires "$T1 answer C6 2 3601 wangjingli,zhaodui,xiaozhou 0,1"
	# And it does not end the third.
	at 2026-11-25T08:12:01
	fires "$T1 answer C6 3 86401 wangjingli,xiaozhou "
	run rungs
	assert_output "\
answer 8 0 skipped
answer 8 1 skipped
answer 8 2 fired
answer 8 3 fired"
}

@test "which clock fired is said, with its clause, wherever it is read" {
	complains -P 10:12 >/dev/null
	at 10:12:01
	fires "\
$T2 promise F4.6 1 1 chenzhuguan,xiaozhou 0
$T2 acknowledge A3 1 1 zhaodui,xiaozhou 0"
	run bash -c "list events -o id,step,clause | tail -2"
	assert_output "\
$T2	rung	F4.6
$T2	rung	A3"
	run last_said deadline
	assert_output acknowledge
}

@test "on a terminal the clock that fired has its name" {
	calls -P 10:12 >/dev/null
	at 10:12:01
	run -0 terminal escalate --overdue
	assert_output "\
T261123-0002  promise (F4.6) was due 10:12, 1 s late; told: Chen, Zhou"
	run -0 terminal show "$T2"
	assert_line --partial 'ladder  promise'
}

@test "what was sent is in the store: whoever scans it next, and wherever" {
	at 2026-11-24T08:12:01
	fires "$T1 answer C6 1 1 zhaodui,xiaozhou 0"
	run bash -c "list notices -o message,recipient,sent | tail -2"
	assert_output "\
overdue	xiaozhou	
overdue	zhaodui	"
	desk-export >"$BATS_TEST_TMPDIR/all"
	new_desk "$BATS_TEST_TMPDIR/new" --practice
	desk-import --config "$BATS_TEST_TMPDIR/new" "$BATS_TEST_TMPDIR/all"
	fires '' --config "$BATS_TEST_TMPDIR/new"
	at 2026-11-24T09:12:01
	fires "$T1 answer C6 2 3601 wangjingli,zhaodui,xiaozhou " \
	    --config "$BATS_TEST_TMPDIR/new"
}

@test "one scan is one list, a line a rung; nothing is due, and it is silent" {
	for _ in 2 3; do
		complains -t xiaoma >/dev/null
	done
	at 10:12:01
	fires "\
$T2 acknowledge A3 1 1 zhaodui,xiaozhou 0
$T2 accept F4.4 1 1 zhaodui,xiaozhou 0
$T3 acknowledge A3 1 1 zhaodui,xiaozhou 0
$T3 accept F4.4 1 1 zhaodui,xiaozhou 0"
	done_as '' escalate --overdue
}

@test "the exit code says whether the scan was made, not what it found" {
	at 2026-11-24T08:12:01
	run -0 escalate --overdue
	sed -i '/login: xiaowu/,/phone/s/roles: .*/roles: [auditor]/' \
	    "$FRONTDESK_CONFIG/staff.yaml"
	refused 77 'escalate: not escalated: your role may not escalate (A16)' \
	    as xiaowu escalate --overdue
	sed -i 's/^ladder:/ladders:/' "$FRONTDESK_CONFIG/desk.yaml"
	run ! escalate --overdue
	[ "$status" -eq 78 ]
}

@test "the clock starts at the contact: no hand-over, no acceptance moves it" {
	complains >/dev/null
	at 08:40
	as xiaozhou assign "$T2" -t dept:order >/dev/null
	at 11:00
	as zhaodui assign "$T2" -t hejie >/dev/null
	at 12:00
	as hejie hand-back "$T2" -w 'not my noise' >/dev/null
	at 15:00
	as xiaozhou assign "$T2" -t xiaoma >/dev/null
	at 16:00
	as xiaoma accept "$T2" >/dev/null
	run owes "$T2"
	assert_output "\
acknowledge A3 23.10:12 zhaodui
answer C6 24.08:12 xiaoma"
}

@test "opened again it goes on where it was: fired is fired, a breach a breach" {
	at 2026-11-24T08:12:01
	fires "$T1 answer C6 1 1 zhaodui,xiaozhou 0"
	at 2026-11-24T08:30
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	at 2026-11-24T09:12:01
	fires ''
	as xiaozhou reopen "$T1" -w 'they drum again' >/dev/null
	run sql "SELECT kind, due / 60000 % 1440 / 60 + 8 FROM breach"
	assert_output 'answer|8'
	# The first two rungs are not done again, the next one is.
	fires "$T1 answer C6 2 3601 wangjingli,zhaodui,xiaozhou "
	fires ''
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	at 2026-11-24T12:00
	as xiaozhou call-back "$T1" -R dissatisfied -m 'and again' >/dev/null
	fires ''
	at 2026-11-25T08:12:01
	fires "$T1 answer C6 3 86401 wangjingli,xiaozhou "
	run sql "SELECT kind, due / 60000 % 1440 / 60 + 8 FROM breach"
	assert_output 'answer|8'
}

@test "a scan that fires nothing is written down like one that does" {
	escalate --overdue
	at 2026-11-24T08:12:01
	fires "$T1 answer C6 1 1 zhaodui,xiaozhou 0"
	at 2026-11-24T08:17
	fires ''
	run sql "SELECT runs, fired, skipped FROM scan_run ORDER BY started"
	assert_output "\
1|0|0
2|1|1"
}
