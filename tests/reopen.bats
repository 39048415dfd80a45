#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# reopen.bats: what was not done after all goes on by its old clock (C6), with
# what was missed before, and what was told the resident before.

load helper
load ticket

# About noise, Ma's since 08:20; its answer is due at 08:12 on the 24th.
setup() {
	desk_setup
	complains -t xiaoma >/dev/null
	as zhaodui acknowledge "$T1" >/dev/null
	at 08:20
	as xiaoma accept "$T1" >/dev/null
}

# resolved_at TIME [ID]
resolved_at() {
	at "$1"
	as xiaoma resolve "${2:-$T1}" -m 'they stopped' >/dev/null
}

# reopened_at TIME [option...]
reopened_at() {
	at "$1"
	shift
	as xiaozhou reopen "$T1" -w 'they drum again' "$@" >/dev/null
}

# missed ID: its breaches: which, due, whose; open while it is not ended.
missed() {
	sql "SELECT kind, clause, holder, CASE WHEN ended IS NULL THEN 'open'
	    ELSE CAST((ended - due) / 1000 AS TEXT) END FROM breach
	    WHERE record = '$1' ORDER BY kind, due" | tr '|' ' '
}

@test "C6: opened again, the clock goes on as if it had never stopped" {
	resolved_at 10:20
	at 15:00
	done_as "$T1" as xiaozhou reopen "$T1" -w 'they drum again'
	run owes "$T1"
	assert_output 'answer C6 24.08:12 xiaoma'
	run ticket "$T1" state handler resolved closed answered
	assert_output 'accepted xiaoma - - -'
	run last_said why
	assert_output 'they drum again'
	at 2026-11-24T08:12:01
	run -0 --separate-stderr escalate --overdue
	assert_output "\
T261123-0001	answer	C6	1	2026-11-24T08:12:00+08:00	1	zhaodui,xiaozhou	0"
}

@test "C6: opened again after the 24 hours, it is late at once" {
	resolved_at 10:20
	run ticket "$T1" breached
	assert_output false
	reopened_at 2026-11-25T08:12
	run ticket "$T1" breached
	assert_output true
	run list deadlines --overdue -o id,deadline,late_seconds,owed_by
	assert_output 'T261123-0001	answer	86400	xiaoma'
	at 2026-11-25T09:12
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	run missed "$T1"
	assert_output "\
answer C6 xiaoma 90000
closing_call C6 xiaozhou 78720"
}

@test "C6: a resolution that was late stays late, by the last one that holds" {
	resolved_at 2026-11-24T08:12:10
	run missed "$T1"
	assert_output "\
answer C6 xiaoma 10
follow_up F4.4 xiaozhou 10"
	reopened_at 2026-11-24T09:00
	run missed "$T1"
	assert_output "\
answer C6 xiaoma open
follow_up F4.4 xiaozhou 10"
	resolved_at 2026-11-24T10:00
	run missed "$T1"
	assert_output "\
answer C6 xiaoma 6480
follow_up F4.4 xiaozhou 10"
	run ticket "$T1" breached reopens
	assert_output 'true 1'
}

@test "C6: an answer the resident was given stays an answer" {
	at 09:00
	as xiaoma answer "$T1" -m 'I go there' >/dev/null
	resolved_at 10:20
	reopened_at 11:00
	run ticket "$T1" answered
	assert_output '2026-11-23T09:00:00+08:00'
	run owes "$T1"
	assert_output ''
	run ended "$T1"
	assert_line 'answer C6 met 0'
}

@test "F4.6: a promise runs on by its old time" {
	as xiaoma promise 17:00 "$T1" >/dev/null
	resolved_at 10:20
	reopened_at 11:00
	run owes "$T1"
	assert_output "\
promise F4.6 23.17:00 xiaoma
answer C6 24.08:12 xiaoma"
	at 17:00:01
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	run missed "$T1"
	assert_output 'promise F4.6 xiaoma 1'
}

@test "F4.6: a broken promise stays broken, whatever is told then" {
	as xiaoma promise 10:00 "$T1" >/dev/null
	resolved_at 10:20
	reopened_at 11:00 --promise 17:00
	run ticket "$T1" promised moved
	assert_output '2026-11-23T17:00:00+08:00 1'
	run owes "$T1"
	assert_output "\
promise F4.6 23.17:00 xiaoma
answer C6 24.08:12 xiaoma"
	resolved_at 12:00
	run missed "$T1"
	assert_output 'promise F4.6 xiaoma 7200'
}

@test "F4.8: so does a reply that is owed" {
	calls -b --tried 'the lift firm' >/dev/null
	at 10:20
	as xiaozhou resolve "$T2" -m 'they came' >/dev/null
	at 11:00
	as xiaozhou reopen "$T2" -w 'they left' >/dev/null
	run owes "$T2"
	assert_output "\
callback F4.8 23.12:20 xiaozhou
answer house 25.08:20 xiaozhou"
}

@test "F4.6: and the day of the second trip" {
	for _ in 1 2; do
		as xiaozhou log-call -c visit -T "$T1" -n Liu \
		    -p 13800000611 'still there' >/dev/null
	done
	resolved_at 10:20
	run ended "$T1"
	assert_line 'visit F4.6 met 0'
	reopened_at 11:00
	run owes "$T1"
	assert_output "\
visit F4.6 24.00:00 xiaoma
answer C6 24.08:12 xiaoma"
}

@test "C7: what others cause is taken up with them once more" {
	log-call --as xiaozhou -k complaint -g water_cut -t xiaoma -n Liu \
	    -p 13800000611 'no water' >/dev/null
	as xiaoma chase "$T2" --body waterworks --outcome 'pipe mended' \
	    >/dev/null
	resolved_at 10:20 "$T2"
	at 11:00
	as xiaozhou reopen "$T2" -w 'dry again' >/dev/null
	run ticket "$T2" body settled chases
	assert_output 'waterworks - 0'
	refused 1 'resolve: not done: the cause is municipal, and nobody has taken it up with those in charge yet (C7). Ask them, then: chase T261123-0002 --body BODY --reply TEXT --next TIME; and log what they achieve with --outcome' \
	    as xiaoma resolve "$T2" -m 'they stopped'
	as xiaoma chase "$T2" --outcome 'pipe mended for good' >/dev/null
	done_as "$T2" as xiaoma resolve "$T2" -m 'there is water'
}

@test "F4.4: from then on it is followed up, and called back about no more" {
	resolved_at 10:20
	reopened_at 15:00
	run list deadlines --all --kind follow_up -o due,outcome
	assert_output "\
2026-11-24T08:12:00+08:00	void
2026-11-24T15:00:00+08:00	open"
	run list deadlines --all --kind closing_call -o due,outcome
	assert_output '2026-11-24T10:20:00+08:00	void'
}

@test "C6: a call-back that was missed by then stays missed" {
	resolved_at 10:20
	reopened_at 2026-11-24T10:20:05
	run missed "$T1"
	assert_output "\
answer C6 xiaoma open
closing_call C6 xiaozhou 5"
}

@test "C6: whoever finished what nobody had owes it when it is open again" {
	calls >/dev/null
	at 08:30
	as ligong resolve "$T2" -m 'new seal' >/dev/null
	as xiaozhou reopen "$T2" -w drips >/dev/null
	run ticket "$T2" state handler
	assert_output 'accepted ligong'
	run owes "$T2"
	assert_output 'answer house 25.08:20 ligong'
}

@test "each time is counted, and those who deal with it hear" {
	resolved_at 10:20
	reopened_at 11:00
	resolved_at 12:00
	reopened_at 13:00
	run ticket "$T1" reopens
	assert_output 2
	run story "$T1"
	assert_output "\
xiaozhou log C1
zhaodui acknowledge A3
xiaoma accept F4.4
xiaoma resolve C6
xiaozhou reopen C6
xiaoma resolve C6
xiaozhou reopen C6"
	run told "$T1"
	assert_output "\
xiaoma assigned
zhaodui complaint
xiaozhou resolved
xiaoma reopened
xiaozhou reopened
zhaodui reopened
xiaozhou resolved
xiaoma reopened
xiaozhou reopened
zhaodui reopened"
}

@test "what was closed can be opened too; what is open, or void, cannot" {
	refused 1 'reopen: not opened again: T261123-0001 is in work; this is for those that are: resolved, closed (C6). What can be done: assign accept hand-back answer promise follow-up chase resolve escalate acknowledge join-tickets join-tickets --apart amend amend --void. The whole story: show T261123-0001' \
	    as xiaozhou reopen "$T1" -w 'they drum again'
	resolved_at 10:20
	as xiaozhou call-back "$T1" -R satisfied >/dev/null
	done_as "$T1" as xiaozhou reopen "$T1" -w 'they drum again'
	run ticket "$T1" state closed
	assert_output 'accepted -'
	as zhaodui amend "$T1" --void -y -w 'logged twice' >/dev/null
	refused 1 'reopen: not opened again: T261123-0001 is void; this is for those that are: resolved, closed (C6). The whole story: show T261123-0001' \
	    as xiaozhou reopen "$T1" -w 'they drum again'
}

@test "C6: without a reason nothing is opened again" {
	resolved_at 10:20
	refused 1 'reopen: not opened again: no reason (C6). Add --why WHY' \
	    as xiaozhou reopen "$T1"
	refused 1 'reopen: not opened again: no reason (C6). Add --why WHY' \
	    as xiaozhou reopen "$T1" -w ' '
}

@test "on a terminal: how often, and what is owed now" {
	resolved_at 10:20
	run -0 terminal reopen --as xiaozhou "$T1" -w 'they drum again'
	assert_output "\
T261123-0001  opened again, number 1; its clocks run on
    answer by tomorrow 08:12 (C6)  Zhou to follow up by tomorrow 10:20 (F4.4)"
}
