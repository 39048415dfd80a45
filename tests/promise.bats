#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# promise.bats: the time a resident was told is owed, and moving it needs a
# reason (F4.6).

load helper
load ticket

setup() {
	desk_setup
	calls -g leak -t ligong >/dev/null
	as ligong accept "$T1" >/dev/null
}

@test "F4.6: the time told is a promise of whoever has it" {
	done_as "$T1" as ligong promise 10:30 "$T1"
	run ticket "$T1" promised
	assert_output '2026-11-23T10:30:00+08:00'
	run owes "$T1"
	assert_output 'promise F4.6 23.10:30 ligong
answer house 25.08:12 ligong'
}

@test "F4.6: another time needs its reason" {
	local why='promise: not promised: no reason why the time is another one now (F4.6). Add --why WHY'

	as ligong promise 10:30 "$T1" >/dev/null
	refused 1 "$why" as ligong promise 14:00 "$T1"
	refused 1 "$why" as ligong promise 14:00 "$T1" -w ' '
	done_as "$T1" as ligong promise 14:00 "$T1" -w 'no seal in store'
	run owes "$T1"
	assert_output 'promise F4.6 23.14:00 ligong
answer house 25.08:12 ligong'
	run last_said why
	assert_output 'no seal in store'
}

@test "F4.6: moved after it was missed, the miss stays on record" {
	as ligong promise 10:30 "$T1" >/dev/null
	at 10:30:01
	as ligong promise 14:00 "$T1" -w 'no seal in store' >/dev/null
	run ticket "$T1" breached
	assert_output 'true'
	run sql "SELECT kind, clause, due FROM breach"
	assert_output 'promise|F4.6|1795401000000'
}

@test "F4.6: kept by resolving, to the second" {
	as ligong promise 10:30 "$T1" >/dev/null
	at 10:30:00
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	run ended "$T1"
	assert_line 'promise F4.6 met 0'
	run ticket "$T1" breached
	assert_output 'false'
}

@test "F4.6: not kept a second later, and a terminal says so" {
	as ligong promise 10:30 "$T1" >/dev/null
	at 10:30:01
	run -0 terminal resolve --as ligong "$T1" -m 'new seal'
	assert_output "\
T261123-0001  resolved; the call-back is still to come
    late 1 s (F4.6), on record"
}

@test "the time is the operand that is no id, wherever it stands" {
	calls >/dev/null
	calls >/dev/null
	done_as "$T1" as ligong promise "$T1" 10:30
	done_as "$T2" as ligong promise --promise 10:30 "$T2"
	done_as "$T3" as ligong promise 10:30 <<<"$T3"
	run list tickets -o id,promised
	assert_output "$(printf '%s\t2026-11-23T10:30:00+08:00\n' "$T1" \
	    "$T2" "$T3")"
}

@test "no time, or two of them" {
	refused 1 'promise: not promised: no time (F4.6). Add --promise TIME' \
	    as ligong promise "$T1"
	refused 64 'promise: "11:00" is no id. Ids look like T261123-0007' \
	    as ligong promise 10:30 11:00 "$T1"
	refused 64 'promise: 10:30 and --promise 11:00 exclude each other. Leave one of them out' \
	    as ligong promise 10:30 "$T1" --promise 11:00
}

@test "F4.6: a promise needs an hour, and one that is to come" {
	refused 64 'promise: 尽快 names no hour. Write the hour too, such as 10:30' \
	    as ligong promise 尽快 "$T1"
	refused 64 'promise: 3点 may be morning or afternoon. Write 15:00 or 03:00' \
	    as ligong promise 3点 "$T1"
	refused 64 'promise: 2026-11-23 08:00 is past. It is 08:12 now' \
	    as ligong promise '2026-11-23 08:00' "$T1"
	refused 64 'promise: -1h is past' as ligong promise --promise -1h "$T1"
}

@test "what was typed is printed back as it was understood" {
	run -0 terminal promise --as ligong 下午3点一刻 "$T1"
	assert_output 'T261123-0001  promised for today 15:15'
	run -0 zh terminal promise --as ligong 明天上午10点 "$T1" -w 缺货
	assert_output 'T261123-0001  承诺 明天 10:00'
}

@test "what is resolved is promised nothing" {
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	refused 1 'promise: not promised: T261123-0001 is resolved; this is for those that are: pending, assigned, in work (F4.6). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001' \
	    as ligong promise 10:30 "$T1"
}
