#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# show.bats: one ticket with all that happened to it.

load helper

# A leak that is promised, handed back, moved, and mended a day later.
setup() {
	desk_setup
	export NO_COLOR=1
	{
		as xiaozhou log-call -c visit -g leak -r 3-2-501 -n 张女士 \
		    -p 13800000501 --caller owner -t ligong -P 10:30 \
		    'kitchen drain leaks'
		at 08:36:20
		as ligong accept T261123-0001
		at 08:50
		as ligong hand-back T261123-0001 -w 'not my building'
		at 08:55
		as xiaozhou assign T261123-0001 -t sunzhuguan
		at 09:00
		as xiaozhou log-call -T T261123-0001 --urge -n 张女士 \
		    -p 13800000501 'still leaking'
		as sunzhuguan accept T261123-0001
		at 10:31
		escalate --overdue
		at 10:40
		as sunzhuguan promise T261123-0001 15:00 -w 'no part'
		as xiaozhou escalate T261123-0001 -w cannot_explain
		at 2026-11-24T09:00
		as sunzhuguan answer T261123-0001 -m 'part is here' --how call
		as sunzhuguan resolve T261123-0001 -m 'new drain, tried'
		at 10:00
	} >/dev/null
}

@test "for people: what, who, what was owed, what happened" {
	run show T261123-0001
	assert_success
	assert_output 'T261123-0001  request leak  3-2-501
张女士 owner 138****0501  resolved  PRACTICE
kitchen drain leaks
first responder Zhou  recorded by Zhou  handler Sun
contacts 2  visits 1  handed back 1  urged 1
Deadline   Due              Outcome                  Clause
hand-over  yesterday 09:20  yesterday 08:55 kept     C1
accept     yesterday 10:12  yesterday 08:36 kept     F4.4
promise    yesterday 10:30  09:00, 22 h 30 min late  F4.6
accept     yesterday 10:55  yesterday 09:00 kept     F4.4
promise    yesterday 15:00  09:00, 18 h 00 min late  F4.6
follow-up  08:12            09:00, 48 min late       F4.4
answer     tomorrow 08:12   09:00 kept               ours
follow-up  tomorrow 09:00   09:00 dropped            F4.4
call-back  tomorrow 09:00   still owed               C6
yesterday 08:12  Zhou  logged  visit; Li; promised for yesterday 10:30
yesterday 08:36  Li  accepted
yesterday 08:50  Li  handed back  not my building
yesterday 08:55  Zhou  handed over  Sun
yesterday 09:00  Zhou  called again  call
yesterday 09:00  Sun  accepted
yesterday 10:31  Wang  ladder  promise
yesterday 10:40  Sun  promised  no part; promised for yesterday 15:00
yesterday 10:40  Zhou  escalated  Sun; cannot explain
09:00:00  Sun  answered  by telephone; part is here
09:00:00  Sun  resolved  new drain, tried
you can: call-back reopen acknowledge amend amend --void'
}

@test "the time that was missed before it was moved stays to be seen" {
	run show T261123-0001
	assert_line --regexp '^promise +yesterday 10:30 .* late +F4.6$'
	assert_line --regexp '^promise +yesterday 15:00 .* late +F4.6$'
}

@test "as data: one object, with its id and the arrays of what belongs to it" {
	show T261123-0001 --json >"$BATS_TEST_TMPDIR/json"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/json")" -eq 1 ]
	run jq -r '.id, .state, .breached, (.contacts | length),
	    (.deadlines | length), ([.events[].step] | join(" "))' \
	    "$BATS_TEST_TMPDIR/json"
	assert_output 'T261123-0001
resolved
true
2
8
log accept hand_back assign contact accept rung promise escalate answer resolve'
	# Its own members are those of list.
	[ "$(jq -S 'del(.contacts, .deadlines, .events)' \
	    "$BATS_TEST_TMPDIR/json")" = \
	    "$(list tickets --all --json | jq -S .)" ]
}

@test "what an event changed has its types, and masks names and numbers" {
	run bash -c "show T261123-0001 -j | jq -c '.events[0,6].changed'"
	assert_line --index 0 '{"state":"assigned","kind":"request","category":"leak","room":"3-2-501","first_responder":"xiaozhou","recorded_by":"xiaozhou","department":"engineering","handler":"ligong","opened":"2026-11-23T08:12:00+08:00","recorded":"2026-11-23T08:12:00+08:00","promised":"2026-11-23T10:30:00+08:00","contacts":1,"visits":1,"no":1,"channel":"visit","at":"2026-11-23T08:12:00+08:00","caller":"owner","name":"张**","phone":"138****0501","content":"kitchen drain leaks","disposition":"handed_over","told_department":"engineering"}'
	assert_line --index 1 --regexp '"deadline":"promise",.*"rung":1,"due":"2026-11-23T10:30:00\+08:00"'
}

@test "several, from arguments, from a pipe, from JSON" {
	as xiaozhou log-call -n Z -p 13800000502 x
	run bash -c 'show T261123-0001 T261124-0001 | grep -c "^T26112"'
	assert_output 2
	run bash -c 'list tickets | show --json | jq -r .id'
	assert_output $'T261123-0001\nT261124-0001'
	run bash -c 'list tickets --json | show --json | jq -r .id'
	assert_output $'T261123-0001\nT261124-0001'
	run bash -c ': | show'
	assert_success
	assert_output ''
}

@test "a contact of it is the whole of it" {
	[ "$(show T261123-0001/2 --json | jq -r .id)" = T261123-0001 ]
}

@test "what is not there" {
	run show T261123-0099
	assert_failure 1
	assert_output 'show: there is no ticket T261123-0099'
	run show --json T261123-0099
	assert_failure 1
	run show L261123-0001
	assert_failure 1
	run show EH:T261123-0001
	assert_failure 1
	assert_output 'show: EH:T261123-0001 belongs to another office; this is DH. Read it with --office EH'
	run show nonsense
	assert_failure 1
	assert_output 'show: nobody and nothing is called "nonsense". All keys: list keys'
	run --separate-stderr show --keep-going --json T261123-0099 T261123-0001
	assert_failure 1
	[ "$(jq -r .id <<<"$output")" = T261123-0001 ]
	[ "$stderr" = 'show: there is no ticket T261123-0099' ]
}

@test "hostile text is shown, never obeyed; several lines stay lines" {
	as xiaozhou log-call -g leak -n Z -p 13800000504 $'one\ntwo' >/dev/null
	sql $'UPDATE contact SET content = content || \'\n\e[2Jx\''
	run terminal show T261124-0001
	assert_line one
	assert_line two
	assert_line '\x1b[2Jx'
	refute_output --partial $'\e[2J'
}

@test "80 columns are enough" {
	for line in $(seq 3); do
		as xiaozhou log-call -T T261123-0001 -n Z -p 13800000501 \
		    "again $line" >/dev/null
	done
	as xiaozhou log-call -n Z -p 13800000501 -t ligong more >/dev/null
	run terminal show T261123-0001 T261124-0001
	assert_success
	for line in "${lines[@]}"; do
		[ "$(printf %s "$line" | wc -L)" -le 80 ] || {
			echo "$line"
			return 1
		}
	done
}

@test "what was done on the spot" {
	as xiaozhou log-call -g fees -O explained -n Z -p 13800000505 fees \
	    >/dev/null
	run show T261124-0001
	assert_output 'T261124-0001  enquiry fees  Z 138****0505  closed  PRACTICE
fees
first responder Zhou  recorded by Zhou  handler Zhou
contacts 1  visits 0  handed back 0  urged 0
Deadline  Due             Outcome     Clause
answer    tomorrow 10:00  10:00 kept  ours
10:00:00  Zhou  logged  call; Zhou; explained
you can: call-back reopen acknowledge amend amend --void'
}

@test "an analysis as data: its row, its deadline, its story" {
	as xiaozhou log-call -k complaint -g noise -n Z -p 13800000505 noise \
	    >/dev/null
	run -0 bash -c "show -j A261124-0001 |
	    jq -c '[.id, .state, .deadlines[].deadline, .events[].step]'"
	assert_output '["A261124-0001","owed","analysis","owe"]'
}
