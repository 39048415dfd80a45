#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# acknowledge.bats: the head has seen a complaint (A3), and may keep the
# ladder silent until a time he names, while the clocks run on.

load helper
load ticket

setup() {
	desk_setup
	complains -t xiaoma >/dev/null
	as xiaoma accept "$T1" >/dev/null
}

@test "A3: acknowledged by the head of the department" {
	at 09:30
	done_as "$T1" as zhaodui acknowledge "$T1"
	run owes "$T1"
	assert_output 'answer C6 24.08:12 xiaoma'
	run ended "$T1"
	assert_line 'acknowledge A3 met 0'
	run ticket "$T1" state handler
	assert_output 'accepted xiaoma'
}

@test "A3: on time to the second of two hours, late a second after" {
	complains >/dev/null
	at 10:12:00
	as zhaodui acknowledge "$T1" >/dev/null
	at 10:12:01
	as zhaodui acknowledge "$T2" >/dev/null
	run ended "$T1"
	assert_line 'acknowledge A3 met 0'
	run ended "$T2"
	assert_output 'acknowledge A3 met 1'
}

@test "A3: only a head, a duty leader or the manager" {
	refused 77 'acknowledge: not acknowledged: only these may: head, duty leader, manager (A3). Ask Zhao' \
	    as xiaoma acknowledge "$T1"
	done_as "$T1" as wangjingli acknowledge "$T1"
}

@test "C6: until the time he names the ladder is silent, the clock runs on" {
	as zhaodui acknowledge "$T1" -U '2026-11-24 09:00' >/dev/null
	at 2026-11-24T08:59:59
	run --separate-stderr escalate --overdue
	assert_output ''
	run ticket "$T1" due
	assert_output '2026-11-24T08:12:00+08:00'
	at 2026-11-24T09:00:01
	run --separate-stderr escalate --overdue
	assert_output "$(tr '|' '\t' <<<"\
$T1|answer|C6|1|2026-11-24T08:12:00+08:00|2881|zhaodui,xiaozhou|0
$T1|follow_up|F4.4|1|2026-11-24T08:12:00+08:00|2881|zhaodui,xiaozhou|0")"
}

@test "a time that is past or none is refused" {
	refused 64 'acknowledge: -1h is past' \
	    as zhaodui acknowledge "$T1" -U -1h
	refused 64 'acknowledge: soon names no hour. Write the hour too, such as 10:30' \
	    as zhaodui acknowledge "$T1" -U soon
}

@test "A3: what is resolved already can still be acknowledged" {
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	done_as "$T1" as zhaodui acknowledge "$T1"
	run owes "$T1"
	assert_output 'closing_call C6 24.08:12 xiaozhou'
}

@test "on a terminal: who, and until when" {
	run -0 terminal acknowledge --as zhaodui "$T1"
	assert_output 'T261123-0001  acknowledged  Zhao'
	run -0 terminal acknowledge --as zhaodui "$T1" -U 11点
	assert_output "\
T261123-0001  acknowledged  Zhao
    no escalation before today 11:00; the clocks run on"
}

@test "on a terminal: how late" {
	at 11:00
	run -0 terminal acknowledge --as zhaodui "$T1"
	assert_output \
	    'T261123-0001  acknowledged  Zhao  late 48 min (A3), on record'
}

@test "in Chinese" {
	run -0 zh terminal acknowledge --as zhaodui "$T1" -U 11点
	assert_output \
	    'T261123-0001  已确认  秩序赵队  今天 11:00 前不再升级；时限照走'
}
