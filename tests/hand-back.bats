#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# hand-back.bats: the handler gives back what is not his, with a reason, to
# the first responder; the clock keeps running (F4.4).

load helper
load ticket

setup() {
	desk_setup
	calls -g leak -t ligong >/dev/null
}

@test "F4.4: back to the first responder, counted, to be handed over again" {
	at 08:50
	done_as "$T1" as ligong hand-back "$T1" -w 'the gate is Taichuan'
	run ticket "$T1" state department handler first_responder hand_backs
	assert_output 'pending engineering - xiaozhou 1'
	run owes "$T1"
	assert_output 'hand_over C1 23.09:20 xiaozhou
answer house 25.08:12 xiaozhou'
	run ended "$T1"
	assert_output 'accept F4.4 void 0'
	run told "$T1"
	assert_output 'ligong assigned
xiaozhou handed_back'
	run last_said why
	assert_output 'the gate is Taichuan'
}

@test "F4.4: the clock keeps running: the answer is due as before" {
	complains -t xiaoma >/dev/null
	at 20:00
	as xiaoma hand-back "$T2" -w 'not ours' >/dev/null
	run ticket "$T2" due
	assert_output '2026-11-24T08:12:00+08:00'
}

@test "F4.4: after the second one the head is to name who does it" {
	as ligong hand-back "$T1" -w 'not ours' >/dev/null
	as xiaozhou assign "$T1" -t ligong >/dev/null
	as ligong accept "$T1" >/dev/null
	at 09:00
	as ligong hand-back "$T1" -w 'still not ours' >/dev/null
	run ticket "$T1" hand_backs
	assert_output '2'
	run told "$T1"
	assert_line -n -2 'sunzhuguan name_handler'
	assert_line -n -1 'xiaozhou handed_back'
}

@test "F4.4: no hand-back without a reason" {
	local why='hand-back: not handed back: no reason (F4.4). Add --why WHY'

	refused 1 "$why" as ligong hand-back "$T1"
	refused 1 "$why" as ligong hand-back "$T1" -w ''
	refused 1 "$why" as ligong hand-back "$T1" -w '　'
}

@test "F4.4: only the handler or a head" {
	refused 1 'hand-back: not handed back: T261123-0001 was handed to Li (F4.4). Only they or a head may do this' \
	    as xiaozhou hand-back "$T1" -w 'not his'
	done_as "$T1" as sunzhuguan hand-back "$T1" -w 'he is ill'
}

@test "what nobody holds cannot be handed back" {
	calls >/dev/null
	refused 1 'hand-back: not handed back: T261123-0002 is pending; this is for those that are: assigned, in work (F4.4). What can be done: assign answer promise follow-up chase resolve escalate acknowledge join-tickets join-tickets --apart amend amend --void. The whole story: show T261123-0002' \
	    as ligong hand-back "$T2" -w 'not ours'
}

@test "F4.4: an acceptance that was late is a breach all the same" {
	at 11:00
	as ligong hand-back "$T1" -w 'not ours' >/dev/null
	run ticket "$T1" breached
	assert_output 'true'
}

@test "on a terminal: to whom, which time, and what is owed" {
	run -0 terminal hand-back --as ligong "$T1" -w 'not ours'
	assert_output "\
T261123-0001  handed back to Zhou, number 1; the clocks run on
    hand over by today 08:42 (C1)  Zhou to follow up by tomorrow 08:12 (F4.4)
    answer by 11-25 08:12 (ours)"
}

@test "in Chinese" {
	run -0 zh terminal hand-back --as ligong "$T1" -w 门禁归太川维保
	assert_line -n 0 'T261123-0001  已退回 前台小周  第 1 次  时限不停'
}
