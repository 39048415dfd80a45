#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# count-keys.bats: the keys are counted every night (E4).

load helper
load tamper
load ticket
load key

readonly K1=K261123-0001 K2=K261123-0002
readonly keys='GG-1 GG-2 GG-3/1 GG-3/2 GG-4 PD-1 PD-2 SB-1/1 SB-1/2 电梯 RD-1
    TT-1/1 TT-1/2 TT-1/3 WT-1 WT-2'

setup() {
	desk_setup
	at 21:30
}

# but TAG...: all that the cabinet holds, without these.
but() {
	local one

	for one in $keys; do
		[[ " $* " == *" $one "* ]] || echo "$one"
	done
}

# counted ID: the record: who, when, what.
counted() {
	sql "SELECT first_responder, state, expected, found, missing,
	    unexpected, missing_keys, unexpected_keys FROM key_count
	    WHERE id = '$1'"
}

# shellcheck disable=SC2046,SC2086
@test "E4: all of them hang there: it agrees" {
	done_as "$K1	18	18	0	0		" as xiaozhou count-keys $keys
	run counted "$K1"
	assert_output 'xiaozhou|agrees|18|18|0|0||'
	run story "$K1"
	assert_output 'xiaozhou count E4'
	run told "$K1"
	assert_output ''
	lends 1 GG-1 -t ligong
	lends 2 DT-1 -t 电梯维保
	done_as "$K2	14	14	0	0		" \
	    as xiaozhou count-keys $(but GG-1 电梯)
}

# shellcheck disable=SC2046
@test "E4: what is missing is named, and the head is told" {
	done_as "$K1	18	14	4	0	GG-3/2 DT-1 DT-5 DT-9	" \
	    as xiaozhou count-keys $(but GG-3/2 电梯)
	run counted "$K1"
	assert_output 'xiaozhou|differs|18|14|4|0|GG-3/2 DT-1 DT-5 DT-9|'
	run told "$K1"
	assert_output 'chenzhuguan keys_missing'
}

# shellcheck disable=SC2086
@test "E4: what hangs there and is out, lost or withdrawn, is unexpected" {
	lends 1 GG-1 -t ligong
	as xiaozhou mark-key PD-1 --lost --yes -w gone
	as sunzhuguan mark-key TT-1/2 --withdrawn -w bent
	done_as "$K1	15	18	0	3		GG-1 PD-1 TT-1/2" \
	    as xiaozhou count-keys $keys
	run counted "$K1"
	assert_output 'xiaozhou|differs|15|18|0|3||GG-1 PD-1 TT-1/2'
	run told "$K1"
	assert_output ''
	run list loans -o key,state
	assert_output $'GG-1\tout\nPD-1\tlost\nTT-1/2\twithdrawn'
}

@test "E4: a count with duplicates counts each once, and says so" {
	run --separate-stderr as xiaozhou count-keys GG-1 GG-2 GG-1 parlour
	assert_success
	assert_output "$K1	18	2	16	0	GG-3/1 GG-3/2 GG-4 PD-1 PD-2 SB-1/1 SB-1/2 DT-1 DT-5 DT-9 RD-1 TT-1/1 TT-1/2 TT-1/3 WT-1 WT-2	"
	assert_equal "$stderr" 'count-keys: note: GG-1 was given twice, and counts once
count-keys: note: parlour was given twice, and counts once'
	# A ring's key beside its ring.
	run --separate-stderr as xiaozhou count-keys 电梯 DT-5
	assert_output --regexp "^$K2	18	3	15	0	"
}

# shellcheck disable=SC2086
@test "tags from standard input, as a scanner types them" {
	run bash -c 'printf "%s\r\n\n" "$@" | count-keys --as xiaozhou' - $keys
	assert_success
	assert_output "$K1	18	18	0	0		"
	run bash -c 'printf "GG-1\n\n  GG-22 \nGG-2\n" | count-keys 2>&1'
	assert_failure 65
	assert_output 'count-keys: standard input:3:1: nobody and nothing is called "GG-22". Did you mean GG-2?'
	run bash -c 'printf "GG-1\nGG-3\n" | count-keys 2>&1'
	assert_failure 65
	assert_output 'count-keys: standard input:2:1: of GG-3 there are copies 1 to 2 (E4). Say which, as in GG-3/1'
	run list counts -o id
	assert_output "$K1"
}

@test "a tag that there is not, or not said which copy: nothing is recorded" {
	refused 1 'count-keys: not counted: nobody and nothing is called "GG-7". Did you mean GG-1?' \
	    as xiaozhou count-keys GG-1 GG-7
	refused 1 'count-keys: not counted: of GG-3 there are copies 1 to 2 (E4). Say which, as in GG-3/1' \
	    as xiaozhou count-keys GG-3
}

@test "nothing given does nothing; an empty cabinet is said to be" {
	refused 0 '' as xiaozhou count-keys </dev/null
	refused 0 '' as xiaozhou count-keys <<<$'\n\n'
	refused 64 'count-keys: --none and GG-1 exclude each other. Leave one of them out' \
	    as xiaozhou count-keys --none GG-1
	as xiaozhou count-keys --none >/dev/null
	run counted "$K1"
	assert_output 'xiaozhou|differs|18|0|18|0|GG-1 GG-2 GG-3/1 GG-3/2 GG-4 PD-1 PD-2 SB-1/1 SB-1/2 DT-1 DT-5 DT-9 RD-1 TT-1/1 TT-1/2 TT-1/3 WT-1 WT-2|'
}

@test "who may count: handlers too; not who only looks" {
	as ligong count-keys --none >/dev/null
	sed -i 's/roles: \[handler, clerk\]/roles: [auditor]/' \
	    "$FRONTDESK_CONFIG/staff.yaml"
	refused 77 'count-keys: not counted: only these may: clerk, handler, head, duty leader, manager (E4). Ask Chen' \
	    as qianbanzhang count-keys --none
}

# shellcheck disable=SC2086
@test "the id alone, JSON, a list, a repeat" {
	done_as "$K1" as xiaozhou count-keys -q $keys
	run as xiaowu count-keys --json --request-id a $keys
	assert_output '{"id":"K261123-0002","state":"agrees","at":"2026-11-23T21:30:00+08:00","counted_by":"xiaowu","expected":18,"found":18,"missing":0,"unexpected":0,"missing_keys":null,"unexpected_keys":null}'
	run as xiaowu count-keys --json --request-id a $keys
	assert_output "$(list counts --json | tail -n 1)"
	refused 1 'count-keys: not counted: request a was used for something else. Leave --request-id out, or take a new one' \
	    as xiaowu count-keys --request-id a GG-1
	run list counts
	assert_output "$K1	18	18	0	0		
$K2	18	18	0	0		"
}

# shellcheck disable=SC2086
@test "on a terminal: a line; what was typed wrong is taken again" {
	lends 1 GG-1 -t ligong
	run -0 terminal count-keys --as xiaozhou $keys
	assert_output "$K1  counted  expected 17  found 18  unexpected 1:  GG-1
    if it is back: return-key KEY"
	as xiaozhou return-key GG-1
	run -0 terminal count-keys --as xiaozhou $keys
	assert_output "$K2  counted  expected 18  found 18  agrees"
	run answering 'Scan\|called' 'GG-1\nGG-99\n' 'GG-2\n\n' -- \
	    count-keys --as xiaozhou
	assert_success
	assert_output "Scan or type each key; an empty line ends it.
GG-1
GG-99
count-keys: not counted: nobody and nothing is called \"GG-99\". All keys: list keys
GG-2

K261123-0003  counted  expected 18  found 2  missing 16:  GG-3/1  GG-3/2  GG-4
    PD-1  PD-2  SB-1/1  SB-1/2  DT-1  DT-5  DT-9  RD-1  TT-1/1  TT-1/2  TT-1/3
    WT-1  WT-2"
}

@test "desk-check: keys that were lent, lost, counted; a row that was altered" {
	# altered SQL MESSAGE
	altered() {
		tamper "$1"
		run desk-check
		assert_failure 70
		assert_line "desk-check: $2 (C10). Somebody or something altered the store; compare it with the last backup"
		put_back
	}
	lends 1 GG-1 -t ligong -U 22:00
	lends 2 DT-5 -t Wilson -p 13800000999 --id-type resident -r 3-2-501
	lends 3 WT-1 -t hejie --consent 林女士 --consent-how call
	as sunzhuguan mark-key PD-1 --withdrawn -w bent
	as xiaozhou mark-key PD-2 --lost --yes -w gone
	as xiaozhou count-keys GG-2 GG-1 >/dev/null
	at 23:00
	escalate --overdue >/dev/null
	as sunzhuguan return-key GG-1 PD-1
	as xiaozhou mark-key 电梯 --lost --yes -w gone
	as chenzhuguan mark-key PD-2 --lock-changed
	run --separate-stderr -0 desk-check
	assert_line $'records\t6'
	keep
	altered "UPDATE loan SET borrower = 'x'" "$L1: \"borrower\" is not what its events say"
	altered "UPDATE loan SET card = 'x' WHERE id = '$L3'" "$L3: \"card\" is not what its events say"
	altered "UPDATE loan SET due = due + 1 WHERE id = '$L2'" "$L2: \"due\" is not what its events say"
	altered "DELETE FROM loan WHERE id = '$L2'" "$L2: its row is missing"
	altered "UPDATE key_count SET missing_keys = 'PD-1'" "$K1: \"missing_keys\" is not what its events say"
	run --separate-stderr -0 desk-check
}
