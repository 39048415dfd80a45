#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# mould.bats: what a new record and its command take: a table, and what the
# files in tests/mould say.  Steps, refusals, ids, deadlines, the ladder, the
# journal and its check are there for it without a line changed.

load helper

setup() {
	desk_setup
	PATH=$PATH:$BUILD/mould
	sql "CREATE TABLE toy (
	    office TEXT NOT NULL, id TEXT NOT NULL, rev BIGINT NOT NULL,
	    state TEXT NOT NULL CHECK (state IN ('out', 'back')),
	    what TEXT NOT NULL, first_responder TEXT NOT NULL,
	    PRIMARY KEY (office, id))"
}

@test "80 lines for the record, 40 for the command" {
	[ "$(cat "$ROOT"/tests/mould/toy.[ch] | wc -l)" -le 80 ]
	[ "$(wc -l <"$ROOT/tests/mould/toy-command.c")" -le 40 ]
}

@test "it is made with an id of its own and owes what its kind says" {
	run as xiaozhou toy --what 'a red one'
	assert_output U261123-0001
	run as xiaozhou toy --what 'a blue one'
	assert_output U261123-0002
	run list deadlines -o id,deadline,clause,due,owed_by
	assert_output "\
U261123-0001	umbrella	E4	2026-11-23T10:12:00+08:00	xiaozhou
U261123-0002	umbrella	E4	2026-11-23T10:12:00+08:00	xiaozhou"
}

@test "ids in from a pipe, ids out; the deadline is met, the event left" {
	as xiaozhou toy --what 'a red one'
	as xiaozhou toy --what 'a blue one'
	at 09:00
	run bash -c 'list deadlines -o id |
	    toy --as xiaozhou --how dry'
	assert_output $'U261123-0001\nU261123-0002'
	run list deadlines
	assert_output ''
	[ "$(list deadlines --all --json | jq -r .outcome | uniq)" = met ]
	run list events -o id,step,clause,actor
	assert_line --index 3 $'U261123-0002\treturn\tE4\txiaozhou'
	run sql 'SELECT body FROM event_body ORDER BY seq'
	assert_line --index 0 '{"state":"out","what":"a red one",'\
'"first_responder":"xiaozhou"}'
	assert_line --index 3 '{"state":"back","how":"dry"}'
}

@test "a state that does not allow it is refused with the clause, and all with it" {
	toy --what 'a red one'
	toy --what 'a blue one'
	toy --how dry U261123-0001
	run toy --how dry U261123-0002 U261123-0001
	assert_failure 1
	assert_output "toy: not done: U261123-0001 is back; this is for those\
 that are: out (E4). The whole story: show U261123-0001"
	[ "$(list deadlines -o id)" = U261123-0002 ]
	run --separate-stderr toy --keep-going --how dry U261123-0001 \
	    U261123-0002
	assert_failure 1
	assert_output U261123-0002
}

@test "what is missing, and ids of other kinds" {
	toy --what 'a red one'
	run toy U261123-0001
	assert_failure 1
	assert_output "toy: not done: nobody says whether it is dry (E4). Add\
 --how HOW"
	run toy --how dry T261123-0001
	assert_failure 1
	assert_output "toy: not done: T261123-0001 is no umbrella. Ids of this\
 kind begin with U"
	run toy --how dry U261123-0009
	assert_failure 1
	assert_output 'toy: not done: there is no umbrella U261123-0009'
}

@test "the same request twice is one" {
	run toy --request-id one --what 'a red one'
	assert_output U261123-0001
	run toy --request-id one --what 'a red one'
	assert_output U261123-0001
	run toy --request-id one --what 'another'
	assert_failure 1
	run toy --what 'a blue one'
	assert_output U261123-0002
}

@test "late, it climbs the ladder like everything else" {
	as xiaozhou toy --what 'a red one'
	at 10:12
	run escalate --overdue
	assert_line --index 0 --regexp $'^U261123-0001\tumbrella\tE4\t0\t'
	at 10:12:01
	run escalate --overdue
	assert_output --regexp "^U261123-0001	umbrella	E4	1	\
2026-11-23T10:12:00\\+08:00	1	"
	run escalate --overdue
	assert_output ''
	run report overdue
	assert_output --regexp $'^breaches\tU261123-0001\tumbrella\tE4\t'
	toy --how wet U261123-0001
	at 12:00
	run --separate-stderr escalate --overdue
	assert_output ''
}

@test "desk-check, told that there is such a record, follows it too" {
	toy --what 'a red one'
	toy --how dry U261123-0001
	toy-check
	sql "UPDATE toy SET what = 'a yellow one'"
	run toy-check
	assert_failure 70
	assert_output --partial 'U261123-0001: "what" is not what its events say'
}
