#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# firms.bats: a contractor is a handler like others (E2), without a login: what
# is done for it is recorded with who did it, and nobody writes to it.

load helper
load ticket

# The gate of 3-2-501, which is Taichuan's.
setup() {
	desk_setup
	calls -g access >/dev/null
}

@test "E2: handed to a firm under any of its names, or to its man" {
	local name

	for name in firm:taichuan taichuan 太川 太川科技公司 Taichuan \
	    太川/孙师傅; do
		as sunzhuguan assign "$T1" -t ligong >/dev/null
		done_as "$T1" as xiaozhou assign "$T1" -t "$name"
		run ticket "$T1" state department handler
		assert_output 'assigned engineering firm:taichuan'
	done
}

@test "E2: no firm of that name, and nobody of that name there" {
	refused 1 'assign: not handed over: nobody and nothing is called "nobody"' \
	    as xiaozhou assign "$T1" -t firm:nobody
	refused 1 'assign: not handed over: Taichuan has nobody called "王师傅". Did you mean 孙师傅?' \
	    as xiaozhou assign "$T1" -t 太川/王师傅
	refused 1 'assign: not handed over: doors firm has nobody called "孙师傅". Name the firm alone' \
	    as xiaozhou assign "$T1" -t firm:doors/孙师傅
}

@test "F4.4: the firm owes acceptance and answer, and the desk hears" {
	done_as "$T1" as xiaozhou assign --auto "$T1"
	run owes "$T1"
	assert_output 'accept F4.4 23.10:12 firm:taichuan
answer house 25.08:12 firm:taichuan'
	run told "$T1"
	assert_output 'xiaozhou assigned'
}

@test "E2: accepted on its behalf: the journal says for whom, and by whom" {
	as xiaozhou assign --auto "$T1" >/dev/null
	at 08:40
	done_as "$T1" as xiaowu accept "$T1" -m 'this afternoon'
	run ticket "$T1" state handler
	assert_output 'accepted firm:taichuan'
	run bash -c "show $T1 | tail -n 3"
	assert_output '08:40:00  Wu  accepted  for Taichuan; this afternoon
you can: assign accept hand-back answer promise follow-up chase resolve escalate
    acknowledge join-tickets join-tickets --apart amend amend --void'
	run jq -c '.events[-1] | .actor, .changed' <<<"$(show "$T1" --json)"
	assert_output '"xiaowu"
{"state":"accepted","text":"this afternoon","firm":"firm:taichuan"}'
	run -0 terminal accept --as xiaozhou "$T1"
	assert_output 'T261123-0001  accepted  Taichuan (by Zhou for them)'
}

@test "E2: handed back on its behalf, too" {
	as xiaozhou assign --auto "$T1" >/dev/null
	at 08:40
	done_as "$T1" as xiaowu hand-back "$T1" -w 'the wiring is ours'
	run ticket "$T1" state handler hand_backs
	assert_output 'pending - 1'
	run owes "$T1"
	assert_output 'hand_over C1 23.09:10 xiaozhou
answer house 25.08:12 xiaozhou'
	run bash -c "show $T1 | grep back.*wiring"
	assert_output '08:40:00  Wu  handed back  for Taichuan; the wiring is ours'
	run jq -c '.events[-1].changed' <<<"$(show "$T1" --json)"
	assert_output '{"state":"pending","handler":null,"hand_backs":1,"why":"the wiring is ours","firm":"firm:taichuan"}'
}

@test "of a firm's and a person's together each is said for whom it is" {
	as xiaozhou assign --auto "$T1" >/dev/null
	calls -g leak -t ligong >/dev/null
	as sunzhuguan accept "$T1" "$T2" >/dev/null
	run jq -c '.events[-1].changed' <<<"$(show "$T1" "$T2" --json)"
	assert_output '{"state":"accepted","firm":"firm:taichuan"}
{"state":"accepted"}'
}

@test "A3: the ladder writes to the head and the desk, never to a firm" {
	as xiaozhou assign --auto "$T1" >/dev/null
	at 10:05
	run -0 escalate --overdue
	assert_output "$T1	accept	F4.4	0	2026-11-23T10:12:00+08:00	-420	xiaozhou	"
	at 10:12:01
	run -0 escalate --overdue
	assert_output "$T1	accept	F4.4	1	2026-11-23T10:12:00+08:00	1	sunzhuguan,xiaozhou	"
	run sql 'SELECT DISTINCT recipient FROM notice ORDER BY recipient'
	assert_output 'sunzhuguan
xiaozhou'
}

@test "F4.4: late, it is the firm that was late" {
	as xiaozhou assign --auto "$T1" >/dev/null
	at 11:00
	as xiaozhou accept "$T1" >/dev/null
	run sql 'SELECT kind, holder FROM breach'
	assert_output 'accept|firm:taichuan'
}

@test "list: what a firm has, by any of its names" {
	local name

	as xiaozhou assign --auto "$T1" >/dev/null
	calls -g lift -t firm:lift >/dev/null
	calls -g leak -t ligong >/dev/null
	for name in 太川 taichuan firm:taichuan Taichuan; do
		run -0 list tickets --handler "$name" -o id,handler
		assert_output "$T1	firm:taichuan"
	done
	run -0 list tickets --handler firm:lift -o id
	assert_output "$T2"
}

@test "A16: a firm is nobody's superior" {
	refused 1 "escalate: not escalated: lift firm is a contractor, and nobody's superior (A16). Leave --to out: it goes to the head" \
	    as xiaozhou escalate "$T1" --to firm:lift -w unclear
}

@test "C6: resolved by the desk for a firm, whoever recorded it may ask" {
	as xiaozhou assign --auto "$T1" >/dev/null
	done_as "$T1" as xiaozhou resolve "$T1" -m 'a new reader'
	run ticket "$T1" state handler
	assert_output 'resolved firm:taichuan'
	run owes "$T1"
	assert_output 'closing_call C6 24.08:12 xiaozhou'
	done_as "$T1" as xiaozhou call-back "$T1" --result satisfied
}
