#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# visits.bats: residents make no extra trip: two visits are enough, and what
# they were told is kept or moved with a reason (F4.6).
#
# A promise, its reason and its breach: promise.bats; moved by an answer, and
# met by resolving: deadlines.bats.

load helper
load ticket

setup() {
	desk_setup
	complains -c visit -t xiaoma >/dev/null
	as zhaodui acknowledge "$T1" >/dev/null
	as xiaoma accept "$T1" >/dev/null
}

# comes [option...]: the resident is there again.
comes() {
	log-call --as xiaozhou -c visit -T "$T1" -n 刘先生 -p 13800000611 "$@" \
	    'still noisy'
}

@test "F4.6: who comes in person is counted, who calls or writes is not" {
	log-call --as xiaozhou -T "$T1" -n Liu -p 13800000611 again >/dev/null
	log-call --as xiaozhou -c letter -T "$T1" -n Liu -p 13800000611 again \
	    >/dev/null
	run ticket "$T1" contact_count visits
	assert_output '3 1'
	comes >/dev/null
	run ticket "$T1" contact_count visits
	assert_output '4 2'
	calls >/dev/null
	run ticket "$T2" visits
	assert_output 0
}

@test "F4.6: one trip owes nothing more, be it the first contact or a later" {
	run owes "$T1"
	assert_output 'answer C6 24.08:12 xiaoma'
	calls -t ligong >/dev/null
	as ligong accept "$T2" >/dev/null
	log-call --as xiaozhou -c visit -T "$T2" -n Zhang -p 13800000501 \
	    drips >/dev/null
	run ticket "$T2" visits breached
	assert_output '1 false'
	run owes "$T2"
	assert_output 'answer house 25.08:12 ligong'
}

@test "F4.6: the second trip has to be the last: done by the end of its day" {
	at 16:00
	done_as "$T1" comes
	run owes "$T1"
	assert_output "\
visit F4.6 24.00:00 xiaoma
answer C6 24.08:12 xiaoma"
	at 2026-11-24T00:00:00
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	run ended "$T1"
	assert_line 'visit F4.6 met 0'
	run ticket "$T1" breached
	assert_output false
}

@test "F4.6: done the next day, it is a breach" {
	at 16:00
	comes >/dev/null
	at 2026-11-24T00:00:01
	run -0 --separate-stderr escalate --overdue
	assert_output "\
T261123-0001	visit	F4.6	1	2026-11-24T00:00:00+08:00	1	zhaodui,xiaozhou	0"
	at 2026-11-24T07:00
	run -0 terminal resolve --as xiaoma "$T1" -m 'they stopped'
	assert_output "\
T261123-0001  resolved; the call-back is still to come
    late 7 h 00 min (F4.6), on record"
	run sql "SELECT kind, clause, holder FROM breach"
	assert_output 'visit|F4.6|xiaoma'
}

@test "F4.6: a second trip typed in later is due on the day it was made" {
	at 2026-11-24T08:00
	comes --at '2026-11-23 16:00' >/dev/null
	run owes "$T1"
	assert_output "\
visit F4.6 24.00:00 xiaoma
answer C6 24.08:12 xiaoma"
	run ticket "$T1" breached
	assert_output true
}

@test "F4.6: a second trip about what is done already owes nothing" {
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	comes >/dev/null
	run ticket "$T1" visits
	assert_output 2
	run owes "$T1"
	assert_output 'closing_call C6 24.08:12 xiaozhou'
}

@test "F4.6: whoever gets it then owes it" {
	comes >/dev/null
	as zhaodui assign "$T1" -t hejie >/dev/null
	run bash -c "list deadlines --kind visit -o owed_by"
	assert_output hejie
}

@test "F4.6: a third trip is a breach as soon as it is made" {
	at 09:00
	comes >/dev/null
	at 15:00
	comes >/dev/null
	run ticket "$T1" visits breached
	assert_output '3 true'
	run sql "SELECT kind, clause, holder, department FROM breach"
	assert_output 'visit|F4.6|xiaoma|order'
	run owes "$T1"
	assert_output 'answer C6 24.08:12 xiaoma'
	at 16:00
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	run sql "SELECT kind, clause, holder, department FROM breach"
	assert_output 'visit|F4.6|xiaoma|order'
}

@test "F4.6: so is one more, and one after it was done" {
	for hour in 09 10 11; do
		at $hour:00
		comes >/dev/null
	done
	run sql "SELECT kind, (due + 1) / 3600000 % 24 + 8 FROM breach
	    ORDER BY due"
	assert_output "\
visit|10
visit|11"
	calls -c visit -t ligong >/dev/null
	as ligong resolve "$T2" -m 'new seal' >/dev/null
	for _ in 2 3; do
		log-call --as xiaozhou -c visit -T "$T2" -n Zhang \
		    -p 13800000501 drips >/dev/null
	done
	run ticket "$T2" state visits breached
	assert_output 'resolved 3 true'
}

@test "F4.6: those who deal with it hear of each trip, and show counts them" {
	comes >/dev/null
	run told "$T1"
	assert_output "\
xiaoma assigned
zhaodui complaint
xiaoma contact
xiaozhou contact"
	run -0 terminal show "$T1"
	assert_line 'contacts 2  visits 2  handed back 0  urged 0'
	assert_line 'no third trip  24:00           still owed  F4.6'
}

@test "F4.6: on a terminal whoever is at the desk is told what it means" {
	run -0 terminal log-call --as xiaozhou -c visit -T "$T1" -n 刘先生 \
	    -p 13800000611 'still noisy'
	assert_output "\
T261123-0001  added as number 2  刘先生
    finish by today 24:00: no third trip (F4.6)  answer by tomorrow 08:12 (C6)
    Zhou to follow up by tomorrow 08:12 (F4.4)"
}

# promises: each time that was told, by whom, why, and from whom it was heard.
promises() {
	sql 'SELECT v.actor, b.body FROM event v JOIN event_body b
	    USING (office, seq) ORDER BY v.seq' |
	    sed -n 's/^\([a-z]*\)|\(.*"promise".*\)/{"actor":"\1","body":\2}/p' |
	    jq -r '[.actor, (.body.promise / 60000 % 1440 / 60 + 8),
	    .body.why // "-", .body.told_by // "-"] | join(" ")'
}

@test "F4.6: the history of a promise: who moved it, why, who told them" {
	as xiaoma promise 10:00 "$T1" >/dev/null
	as xiaoma promise 14:00 "$T1" -w 'nobody opened' >/dev/null
	as zhaodui promise 17:00 "$T1" -w 'on patrol' --told-by 小吴 >/dev/null
	run promises
	assert_output "\
xiaoma 10 - xiaoma
xiaoma 14 nobody opened xiaoma
zhaodui 17 on patrol xiaowu"
	run ticket "$T1" promised moved
	assert_output '2026-11-23T17:00:00+08:00 2'
	run owes "$T1"
	assert_output "\
promise F4.6 23.17:00 xiaoma
answer C6 24.08:12 xiaoma"
}

@test "F4.6: an answer with another time moves it, and says why itself" {
	calls -P 10:00 -t ligong >/dev/null
	run ticket "$T2" promised moved
	assert_output '2026-11-23T10:00:00+08:00 0'
	as ligong answer "$T2" -m 'the seal comes at two' -P 15:00 >/dev/null
	run ticket "$T2" promised moved
	assert_output '2026-11-23T15:00:00+08:00 1'
	as ligong promise 15:00 "$T2" -w 'said once more' >/dev/null
	run ticket "$T2" moved
	assert_output 1
}

@test "F4.6: of a promise that was moved those hear who deal with it" {
	as xiaoma promise 10:00 "$T1" >/dev/null
	run bash -c 'list notices -o message,recipient | grep promise'
	assert_output ''
	as zhaodui promise 14:00 "$T1" -w 'nobody opened' >/dev/null
	run bash -c 'list notices -o message,recipient | grep promise'
	assert_output "\
promise_moved	xiaoma
promise_moved	xiaozhou"
}

@test "F4.6: who told them is one of the staff" {
	refused 1 'promise: not promised: nobody and nothing is called "张三". All names: list staff' \
	    as xiaoma promise 10:00 "$T1" --told-by 张三
}
