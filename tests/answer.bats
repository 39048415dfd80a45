#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# answer.bats: every item has its echo: a complaint within 24 hours (C6).

load helper
load ticket

setup() {
	desk_setup
	complains -t xiaoma >/dev/null
	as xiaoma accept "$T1" >/dev/null
	as zhaodui acknowledge "$T1" >/dev/null
}

@test "C6: answered: stamped, the state stays, nothing more is owed" {
	at 10:46
	done_as "$T1" as xiaoma answer "$T1" -m 'they stopped' --how visit
	run ticket "$T1" state answered
	assert_output 'accepted 2026-11-23T10:46:00+08:00'
	run owes "$T1"
	assert_output ''
	run last_said 'text + "|" + .how'
	assert_output 'they stopped|visit'
}

@test "C6: on time at exactly 24:00:00" {
	at 2026-11-24T08:12:00
	as xiaoma answer "$T1" -m 'they stopped' >/dev/null
	run ended "$T1"
	assert_line 'answer C6 met 0'
	run ticket "$T1" breached
	assert_output 'false'
}

@test "C6: late a second after, and a breach for ever" {
	at 2026-11-24T08:12:01
	as xiaoma answer "$T1" -m 'they stopped' >/dev/null
	run ended "$T1"
	assert_line 'answer C6 met 1'
	run ticket "$T1" breached
	assert_output 'true'
}

@test "C6: on a terminal how late, on record, and what is promised" {
	at 2026-11-24T09:18
	run -0 terminal answer --as xiaoma "$T1" -m 'stopped' -P 10:00
	assert_output "\
T261123-0001  answered  promised for today 10:00 (F4.6)
    late 1 h 06 min (C6), on record"
	run -0 terminal answer --as xiaoma "$T1" -m 'stopped for good'
	assert_output 'T261123-0001  answered'
}

@test "C6: in Chinese" {
	at 2026-11-24T09:18
	run -0 zh terminal answer --as xiaoma "$T1" -m 已劝停
	assert_output 'T261123-0001  已答复  迟 1小时06分(C6)已记违规'
}

@test "C6: the first answer counts, a later one does not move it" {
	at 09:00
	as xiaoma answer "$T1" -m 'on our way' >/dev/null
	at 10:00
	as xiaoma answer "$T1" -m 'they stopped' >/dev/null
	run ticket "$T1" answered
	assert_output '2026-11-23T09:00:00+08:00'
}

@test "F4.6: an answer that holds a promise opens its own deadline" {
	at 09:00
	as xiaoma answer "$T1" -m 'on our way' -P 11:00 >/dev/null
	run ticket "$T1" answered promised
	assert_output \
	    '2026-11-23T09:00:00+08:00 2026-11-23T11:00:00+08:00'
	run owes "$T1"
	assert_output 'promise F4.6 23.11:00 xiaoma'
}

@test "F4.8: an answer is the reply that was owed" {
	calls -b --tried 孙主管 >/dev/null
	at 09:00
	as xiaozhou answer "$T2" -m 'the fitter comes at ten' >/dev/null
	run ended "$T2"
	assert_line 'callback F4.8 met 0'
}

@test "C6: nothing said is no answer" {
	local nothing='answer: not answered: nothing is said (C6). Add --text TEXT'

	refused 1 "$nothing" as xiaoma answer "$T1"
	refused 1 "$nothing" as xiaoma answer "$T1" -m ''
	refused 1 "$nothing" as xiaoma answer "$T1" -m $' \n\t'
	run owes "$T1"
	assert_output 'answer C6 24.08:12 xiaoma'
}

@test "how: four words, in any form, and no others" {
	local how

	for how in call 电话 上门 书面 短信 微信; do
		as xiaoma answer "$T1" -m x --how "$how" >/dev/null
	done
	run jq -r '.how // empty' \
	    <<<"$(sql 'SELECT body FROM event_body ORDER BY seq')"
	assert_output 'call
call
visit
letter
message
message'
	refused 64 'answer: --how: there is no "massage". Did you mean message? There are: call, visit, letter, message' \
	    as xiaoma answer "$T1" -m x --how massage
}

@test "C5: the accused may answer: only settling it is not his" {
	as xiaowu log-call -k complaint -g attitude -A xiaozhou -n Sun \
	    -p 13800000903 'two trips' >/dev/null
	done_as "$T2" as xiaozhou answer "$T2" -m 'explained to her'
}

@test "an answer after it was resolved is not one" {
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	refused 1 'answer: not answered: T261123-0001 is resolved; this is for those that are: pending, assigned, in work (C6). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001' \
	    as xiaoma answer "$T1" -m 'again'
}
