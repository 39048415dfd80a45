#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# assign.bats: handing over names the specific person (F4.4).

load helper
load ticket

setup() {
	desk_setup
	calls -g leak >/dev/null
}

@test "F4.4: to a person, who is to accept in two hours" {
	at 08:20
	done_as "$T1" as xiaozhou assign "$T1" -t ligong
	run ticket "$T1" state department handler first_responder
	assert_output 'assigned engineering ligong xiaozhou'
	run owes "$T1"
	assert_output 'accept F4.4 23.10:20 ligong
answer house 25.08:12 ligong'
	run ended "$T1"
	assert_output 'hand_over C1 met 0'
	run told "$T1"
	assert_output 'ligong assigned
xiaozhou assigned'
	run story "$T1"
	assert_output 'xiaozhou log C1
xiaozhou assign F4.4'
}

@test "F4.4: to a department alone it is still to be handed over" {
	done_as "$T1" as xiaozhou assign "$T1" -t 工程部
	run ticket "$T1" state department handler
	assert_output 'pending engineering -'
	run owes "$T1"
	assert_output 'hand_over C1 23.08:42 xiaozhou
answer house 25.08:12 xiaozhou'
	run told "$T1"
	assert_output 'sunzhuguan assigned
xiaozhou assigned'
}

@test "F4.4: back to a department, a new hand-over is owed in 30 minutes" {
	as xiaozhou assign "$T1" -t ligong >/dev/null
	at 09:00
	as sunzhuguan assign "$T1" -t dept:engineering >/dev/null
	run ticket "$T1" state handler
	assert_output 'pending -'
	run owes "$T1"
	assert_output 'hand_over C1 23.09:30 xiaozhou
answer house 25.08:12 xiaozhou'
	run ended "$T1"
	assert_output 'hand_over C1 met 0
accept F4.4 void 0'
}

@test "E2: to a firm, for which the department stays the engineers'" {
	done_as "$T1" as xiaozhou assign "$T1" -t 太川/孙师傅
	run ticket "$T1" state department handler
	assert_output 'assigned engineering firm:taichuan'
}

@test "--auto: to whom its category says" {
	calls -g noise >/dev/null
	done_as "$T1
$T2" as xiaozhou assign --auto "$T1" "$T2"
	run ticket "$T1" department handler
	assert_output 'engineering ligong'
	run ticket "$T2" department handler
	assert_output 'order xiaoma'
}

@test "--auto: a category with no handler goes to its department" {
	calls -g fees >/dev/null
	done_as "$T2" as xiaozhou assign --auto "$T2"
	run ticket "$T2" state department handler
	assert_output 'pending service -'
}

@test "C5: --auto hands nobody a complaint about himself" {
	as xiaowu log-call -k complaint -g noise -A xiaoma -n Sun \
	    -p 13800000903 'he was rude' >/dev/null
	done_as "$T2" as xiaowu assign --auto "$T2"
	run ticket "$T2" handler
	assert_output 'zhaodui'
}

@test "F4.4: the clock keeps running through every reassignment" {
	complains -t ligong >/dev/null
	as ligong accept "$T2" >/dev/null
	at 09:00
	as sunzhuguan assign "$T2" -t xiaoma >/dev/null
	run ticket "$T2" state handler first_responder due
	assert_output \
	    'assigned xiaoma xiaozhou 2026-11-24T08:12:00+08:00'
	run owes "$T2"
	assert_output 'acknowledge A3 23.10:12 zhaodui
accept F4.4 23.11:00 xiaoma
answer C6 24.08:12 xiaoma'
}

@test "F4.4: after two hand-backs only a head names the handler" {
	local _

	for _ in 1 2; do
		as xiaozhou assign "$T1" -t ligong >/dev/null
		as ligong hand-back "$T1" -w 'not ours' >/dev/null
	done
	refused 77 'assign: not handed over: T261123-0001 was handed back 2 times; now the head names who does it (F4.4). Ask Sun' \
	    as xiaozhou assign "$T1" -t ligong
	done_as "$T1" as sunzhuguan assign "$T1" -t ligong
	run ticket "$T1" handler hand_backs
	assert_output 'ligong 2'
}

@test "nobody is named: known from the command line alone" {
	refused 64 'assign: nobody is named (F4.4). Add --to WHO, or --auto' \
	    assign "$T1"
	refused 64 'assign: nobody is named (F4.4). Add --to WHO, or --auto' \
	    assign "$T1" -t ' '
	refused 64 'assign: --to and --auto exclude each other. Leave one of them out' \
	    assign "$T1" -t ligong --auto
}

@test "F4.4: nothing is handed to a login that is shared" {
	refused 1 'assign: not handed over: nothing can be handed to front desk, who has no role (F4.4). All names: list staff' \
	    assign "$T1" -t desk
}

@test "what is resolved is not handed over: the states, and what to do" {
	as xiaozhou resolve "$T1" -m 'new seal' >/dev/null
	refused 1 'assign: not handed over: T261123-0001 is resolved; this is for those that are: pending, assigned, in work (F4.4). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001' \
	    as xiaozhou assign "$T1" -t ligong
}

@test "C1: a hand-over after 30 minutes is late, and a breach for ever" {
	at 08:42:01
	as xiaozhou assign "$T1" -t ligong >/dev/null
	run ended "$T1"
	assert_output 'hand_over C1 met 1'
	run ticket "$T1" breached
	assert_output 'true'
}

@test "on a terminal: to whom, how late, and what is owed by when" {
	complains >/dev/null
	at 10:48
	run -0 terminal assign --as xiaozhou "$T2" -t 小马
	assert_output "\
T261123-0002  handed over  Ma  late 2 h 06 min (C1), on record
    Zhao to acknowledge by today 10:12 (A3) late 36 min
    Ma to accept by today 12:48 (F4.4)  answer by tomorrow 08:12 (C6)
    Zhou to follow up by tomorrow 08:12 (F4.4)"
	run -0 terminal assign --as xiaozhou "$T1" -t 工程部
	assert_output "\
T261123-0001  lies with engineering, not yet with a person
    hand over by today 08:42 (C1) late 2 h 06 min
    Zhou to follow up by tomorrow 08:12 (F4.4)  answer by 11-25 08:12 (ours)"
}

@test "on a terminal of 40 columns the line goes on below" {
	run -0 script -qec "stty cols 40; assign --as xiaozhou $T1 -t ligong" \
	    /dev/null </dev/null
	assert_equal "${output//$'\r'/}" "\
T261123-0001  handed over  Li
    Li to accept by today 10:12 (F4.4)
    Zhou to follow up by tomorrow 08:12 (F4.4)
    answer by 11-25 08:12 (ours)"
}

@test "several on a terminal: a line each, and no more" {
	calls >/dev/null
	run -0 terminal assign --as xiaozhou "$T1" "$T2" -t ligong
	assert_output 'T261123-0001  handed over  Li
T261123-0002  handed over  Li'
}

@test "in Chinese" {
	run -0 zh terminal assign --as xiaozhou "$T1" -t 太川
	assert_line -n 0 'T261123-0001  已派  太川科技公司'
}
