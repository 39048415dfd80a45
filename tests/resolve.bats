#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# resolve.bats: every matter has an outcome (C6), and not by the accused (C5).

load helper
load ticket

setup() {
	desk_setup
	complains -t xiaoma -P 17:00 >/dev/null
}

@test "C6: resolved: answered by that, owed are the head's eye and the call-back" {
	at 10:20
	done_as "$T1" as xiaoma resolve "$T1" -m 'they stopped'
	run ticket "$T1" state answered resolved closed
	assert_output "\
resolved 2026-11-23T10:20:00+08:00 2026-11-23T10:20:00+08:00 -"
	run ended "$T1"
	assert_output 'accept F4.4 void 480
promise F4.6 met 0
answer C6 met 0
follow_up F4.4 void 0'
	run owes "$T1"
	assert_output 'acknowledge A3 23.10:12 zhaodui
closing_call C6 24.10:20 xiaozhou'
	run told "$T1"
	assert_line -n -1 'xiaozhou resolved'
}

@test "C6: an answer given before stays the answer" {
	at 09:00
	as xiaoma answer "$T1" -m 'on our way' >/dev/null
	at 10:00
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	run ticket "$T1" answered resolved
	assert_output \
	    '2026-11-23T09:00:00+08:00 2026-11-23T10:00:00+08:00'
}

@test "resolving does not need acceptance, nor a hand-over" {
	calls >/dev/null
	done_as "$T2" as ligong resolve "$T2" -m 'new seal'
	run ended "$T2"
	assert_output 'hand_over C1 met 0
follow_up F4.4 void 0
answer house met 0'
}

@test "desk.yaml: a kind that needs no call-back is closed by it" {
	calls -k enquiry >/dev/null
	as xiaozhou resolve "$T2" -m 'seven working days' >/dev/null
	run ticket "$T2" state closed
	assert_output 'closed 2026-11-23T08:12:00+08:00'
}

@test "C5: the accused may not resolve; his head may" {
	as xiaozhou log-call -k complaint -g attitude -A xiaozhou -n Sun \
	    -p 13800000903 'two trips' >/dev/null
	refused 1 'resolve: not done: Zhou is the one complained about in T261123-0002 (C5). Chen, or whom they name, may' \
	    as xiaozhou resolve "$T2" -m 'explained to her'
	done_as "$T2" as chenzhuguan resolve "$T2" -m 'said sorry for him'
}

@test "C5: about the head of the department, it is for the one above him" {
	as xiaowu log-call -k complaint -g attitude -A chenzhuguan -n Sun \
	    -p 13800000903 'no answer' >/dev/null
	refused 1 'resolve: not done: Chen is the one complained about in T261123-0002 (C5). Wang, or whom they name, may' \
	    as chenzhuguan resolve "$T2" -m 'explained to her'
}

@test "C5: where the office allows it, the accused may" {
	sed -i 's/^accused_may_resolve: false/accused_may_resolve: true/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	as xiaozhou log-call -k complaint -g attitude -A xiaozhou -n Sun \
	    -p 13800000903 'two trips' >/dev/null 2>&1
	done_as "$T2" as xiaozhou resolve "$T2" -m 'explained to her'
}

@test "C5 goes before the state: the accused hears of that first" {
	as xiaozhou log-call -k complaint -g attitude -A xiaozhou -n Sun \
	    -p 13800000903 'two trips' >/dev/null 2>&1
	as chenzhuguan resolve "$T2" -m 'said sorry' >/dev/null
	refused 1 'resolve: not done: Zhou is the one complained about in T261123-0002 (C5). Chen, or whom they name, may' \
	    as xiaozhou resolve "$T2" -m 'explained to her'
}

@test "C6: nothing said is no outcome" {
	refused 1 'resolve: not done: nothing is said (C6). Add --text TEXT' \
	    as xiaoma resolve "$T1"
	refused 1 'resolve: not done: nothing is said (C6). Add --text TEXT' \
	    as xiaoma resolve "$T1" -m ' '
}

@test "resolved once: the states, and what to do" {
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	refused 1 'resolve: not done: T261123-0001 is resolved; this is for those that are: pending, assigned, in work (C6). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001' \
	    as xiaoma resolve "$T1" -m 'they stopped'
}

@test "on a terminal: whether the call-back is still to come" {
	calls -k enquiry >/dev/null
	run -0 terminal resolve --as xiaoma "$T1" -m 'they stopped'
	assert_output \
	    'T261123-0001  resolved; the call-back is still to come'
	run -0 terminal resolve --as xiaozhou "$T2" -m 'told him'
	assert_output 'T261123-0002  closed'
}

@test "on a terminal: everything that came late, with its clause" {
	at 2026-11-24T15:12
	run -0 terminal resolve --as xiaoma "$T1" -m 'they stopped'
	assert_output "\
T261123-0001  resolved; the call-back is still to come  late 7 h 00 min (C6)
    late 22 h 12 min (F4.6)  late 1 d 5 h (F4.4)
    late 7 h 00 min (F4.4), on record"
}

@test "in Chinese" {
	run -0 zh terminal resolve --as xiaoma "$T1" -m 已劝停
	assert_output 'T261123-0001  已解决  还要回访'
}
