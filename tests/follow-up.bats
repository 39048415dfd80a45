#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# follow-up.bats: who met the resident first stays responsible until it is
# solved (F4.1), and follows it up every day (F4.4).
#
# An answer and a chase that count as a follow-up: here; what joined tickets
# owe of it: join-tickets.bats.

load helper
load ticket

setup() {
	desk_setup
	calls -g leak -t ligong >/dev/null
	as ligong accept "$T1" >/dev/null
}

# followed ID: its daily follow-ups: due, whose, how it ended, how late.
followed() {
	list deadlines --kind follow_up --all -o \
	    id,clause,due,owed_by,outcome,late_seconds |
	    sed -n "s/^$1	//p" |
	    sed 's/2026-11-\(..\)T\(..:..\):00+08:00/\1.\2/; s/	/ /g
	    s/ $//'
}

@test "F4.4: from the first contact on a follow-up is owed within a day" {
	run followed "$T1"
	assert_output 'F4.4 24.08:12 xiaozhou open'
}

@test "F4.4: followed up, and the next one is owed a day later" {
	at 17:00
	done_as "$T1" as xiaozhou follow-up "$T1" -m 'Li is on the fifth floor'
	at 2026-11-24T16:00
	done_as "$T1" as xiaozhou follow-up "$T1" -m 'a seal is missing'
	run followed "$T1"
	assert_output "\
F4.4 24.08:12 xiaozhou met
F4.4 24.17:00 xiaozhou met
F4.4 25.16:00 xiaozhou open"
	run ticket "$T1" follow_ups state handler
	assert_output '2 accepted ligong'
}

@test "F4.4: every follow-up stands in the story with what was done" {
	as xiaozhou follow-up "$T1" -m 'Li is on the fifth floor' >/dev/null
	run story "$T1"
	assert_output "\
xiaozhou log C1
ligong accept F4.4
xiaozhou follow_up F4.4"
	run last_said text
	assert_output 'Li is on the fifth floor'
}

@test "C6: a follow-up is for the office, and no answer to the resident" {
	local before

	before=$(owes "$T1")
	at 17:00
	as xiaozhou follow-up "$T1" -m 'asked Li' >/dev/null
	run ticket "$T1" answered contact_count
	assert_output '- 1'
	assert_equal "$(owes "$T1")" "$before"
	assert_equal "$before" 'answer house 25.08:12 ligong'
}

@test "F4.4: what the first responder answers is that day's follow-up" {
	at 17:00
	as xiaozhou answer "$T1" -m 'a seal is on its way' >/dev/null
	run followed "$T1"
	assert_output "\
F4.4 24.08:12 xiaozhou met
F4.4 24.17:00 xiaozhou open"
	run ticket "$T1" follow_ups
	assert_output 0
}

@test "F4.4: so is what he takes up with those outside" {
	log-call --as xiaowu -g water_cut -n Zhang -p 13800000501 'no water' \
	    >/dev/null
	at 17:00
	as xiaowu chase "$T2" --body waterworks --reply 'a pipe broke' \
	    --next 19:00 >/dev/null
	run followed "$T2"
	assert_output "\
F4.4 24.08:12 xiaowu met
F4.4 24.17:00 xiaowu open"
}

@test "F4.4: a head may do it for the first responder, who owes the next" {
	at 17:00
	as sunzhuguan follow-up "$T1" -m 'saw it myself' >/dev/null
	run followed "$T1"
	assert_output "\
F4.4 24.08:12 xiaozhou met
F4.4 24.17:00 xiaozhou open"
}

@test "F4.4: anybody else's is kept, and the debt stays whose it was" {
	at 17:00
	done_as "$T1" as ligong follow-up "$T1" -m 'waiting for the seal'
	as ligong answer "$T1" -m 'I wait for the seal' >/dev/null
	run followed "$T1"
	assert_output 'F4.4 24.08:12 xiaozhou open'
	run ticket "$T1" follow_ups
	assert_output 1
	run -0 terminal follow-up --as xiaowu "$T1" -m 'she called me'
	assert_output "\
T261123-0001  followed up, number 2  Zhou still owes the day's follow-up (F4.4)
    Zhou to follow up by tomorrow 08:12 (F4.4)"
}

@test "F4.4: in time to the second" {
	at 2026-11-24T08:12:00
	as xiaozhou follow-up "$T1" -m 'asked Li' >/dev/null
	run ticket "$T1" breached
	assert_output false
}

@test "F4.4: a second later is a breach, which the next one does not heal" {
	at 2026-11-24T08:12:01
	run -0 terminal follow-up --as xiaozhou "$T1" -m 'asked Li'
	assert_output "\
T261123-0001  followed up, number 1  late 1 s (F4.4), on record
    answer by tomorrow 08:12 (ours)  Zhou to follow up by tomorrow 08:12 (F4.4)"
	at 2026-11-24T09:00
	as xiaozhou follow-up "$T1" -m 'asked Li again' >/dev/null
	run sql "SELECT kind, clause, holder, (ended - due) / 1000 FROM breach"
	assert_output 'follow_up|F4.4|xiaozhou|1'
	run ticket "$T1" breached
	assert_output true
}

@test "F4.4: a day without one goes to the head, and the first responder hears" {
	at 2026-11-24T08:12:01
	run -0 --separate-stderr escalate --overdue
	assert_output "\
T261123-0001	follow_up	F4.4	1	2026-11-24T08:12:00+08:00	1	sunzhuguan,xiaozhou	0"
}

@test "F4.4: solved, and no follow-up is owed; a late one stays late" {
	at 09:00
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	run followed "$T1"
	assert_output 'F4.4 24.08:12 xiaozhou void'
	calls -t ligong >/dev/null
	at 2026-11-24T09:00:10
	as ligong resolve "$T2" -m 'new seal' >/dev/null
	run followed "$T2"
	assert_output 'F4.4 24.09:00 xiaozhou void 10'
	run sql "SELECT record, holder FROM breach WHERE kind = 'follow_up'"
	assert_output 'T261123-0002|xiaozhou'
}

@test "F4.4: what is done on the spot is not followed up" {
	calls -O 'closed the valve' >/dev/null
	run followed "$T2"
	assert_output ''
}

@test "desk.yaml: how long a follow-up may wait" {
	sed -i 's/  follow_up: 24h/  follow_up: 12h/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	calls >/dev/null
	run followed "$T2"
	assert_output 'F4.4 23.20:12 xiaozhou open'
}

@test "F4.1: whoever gets it, the first responder stays and owes the follow-up" {
	as ligong hand-back "$T1" -w 'not my pipe' >/dev/null
	as xiaozhou assign "$T1" -t xiaoma >/dev/null
	as xiaoma accept "$T1" >/dev/null
	as zhaodui assign "$T1" -t hejie >/dev/null
	run ticket "$T1" first_responder handler
	assert_output 'xiaozhou hejie'
	run followed "$T1"
	assert_output 'F4.4 24.08:12 xiaozhou open'
}

@test "F4.1: every notice about it is copied to the first responder" {
	as ligong promise 10:30 "$T1" >/dev/null
	as ligong promise 14:00 "$T1" -w 'no seal in store' >/dev/null
	as ligong hand-back "$T1" -w 'not my pipe' >/dev/null
	as xiaowu assign "$T1" -t hejie >/dev/null
	as xiaowu log-call -T "$T1" -n Zhang -p 13800000501 again >/dev/null
	as xiaowu log-call -T "$T1" --urge -n Zhang -p 13800000501 well \
	    >/dev/null
	as xiaowu amend "$T1" -w 'heard wrong' -m 'the tap drips' >/dev/null
	as xiaowu escalate "$T1" >/dev/null
	at 14:10
	escalate --overdue >/dev/null 2>&1
	as hejie resolve "$T1" -m 'new seal' >/dev/null
	as xiaowu reopen "$T1" -w 'it drips again' >/dev/null
	run bash -c "list notices -o message,recipient |
	    sed -n 's/	xiaozhou\$//p'"
	assert_output "\
promise_moved
handed_back
assigned
contact
urged
amended
escalated
overdue
overdue
resolved
reopened"
	# When it was logged he was at the keyboard himself.
	run sql "SELECT recipient, message FROM notice n WHERE NOT EXISTS
	    (SELECT 1 FROM notice x WHERE x.seq = n.seq AND
	    x.recipient = 'xiaozhou')"
	assert_output 'ligong|assigned'
}

@test "F4.1: list tickets --mine: what one met first, deals with, or owes" {
	complains -t xiaoma >/dev/null
	as xiaowu log-call -g leak -n Li -p 13800000502 -t ligong drips \
	    >/dev/null
	done_as "$T2
$T1" as xiaozhou list tickets --mine -o id
	done_as "$T3
$T1" as ligong list tickets --mine -o id
	done_as "$T2" as xiaoma list tickets --mine -o id
	done_as "$T2" as zhaodui list tickets --mine -o id
	as zhaodui acknowledge "$T2" >/dev/null
	done_as '' as zhaodui list tickets --mine -o id
	done_as '' as hejie list tickets --mine -o id
}

@test "F4.1: list tickets --mine: what is due first stands on top" {
	calls -P 17:00 >/dev/null
	calls -P 10:00 >/dev/null
	done_as "\
$T3	promise	2026-11-23T10:00:00+08:00
$T2	promise	2026-11-23T17:00:00+08:00
$T1	follow_up	2026-11-24T08:12:00+08:00" \
	    as xiaozhou list tickets --mine -o id,next,next_due
	at 17:00
	as xiaozhou follow-up "$T1" -m 'asked Li' >/dev/null
	as xiaozhou promise 2026-11-26T10:00 "$T3" -w 'no seal' >/dev/null
	as xiaozhou resolve "$T2" -m 'new seal' >/dev/null
	done_as "\
$T3	follow_up	2026-11-24T08:12:00+08:00
$T1	follow_up	2026-11-24T17:00:00+08:00
$T2	closing_call	2026-11-24T17:00:00+08:00" \
	    as xiaozhou list tickets --mine -o id,next,next_due
}

@test "F4.1: a call-back that falls to a head is among his debts" {
	as xiaozhou assign "$T1" -t xiaozhou >/dev/null
	done_as '' as chenzhuguan list tickets --mine -o id
	as xiaozhou resolve "$T1" -m 'new seal' >/dev/null
	done_as "$T1	closing_call" as chenzhuguan list tickets --mine -o id,next
}

@test "F4.1: what one dealt with, or met first, stays until it is closed" {
	as xiaozhou log-call -g attitude -A xiaozhou -n Sun -p 13800000903 \
	    'two trips' >/dev/null 2>&1
	as chenzhuguan resolve "$T2" -m 'said sorry for him' >/dev/null
	as chenzhuguan acknowledge "$T2" >/dev/null
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	# Wang is to call back about the one, Zhou about the other.
	run list deadlines -o id,deadline,owed_by --kind closing_call
	assert_output "\
$T1	closing_call	xiaozhou
$T2	closing_call	wangjingli"
	done_as "$T1" as ligong list tickets --mine -o id
	done_as "$T1
$T2" as xiaozhou list tickets --mine -o id
	as xiaozhou call-back "$T1" -R satisfied >/dev/null
	done_as '' as ligong list tickets --mine -o id
}

@test "several at once; nothing said, or finished: none of them" {
	calls >/dev/null
	done_as "$T1
$T2" as xiaozhou follow-up -m 'rang them all' <<<"$(list tickets)"
	refused 1 'follow-up: not recorded: nothing is said (F4.4). Add --text TEXT' \
	    as xiaozhou follow-up "$T1"
	refused 1 'follow-up: not recorded: nothing is said (F4.4). Add --text TEXT' \
	    as xiaozhou follow-up "$T1" -m ' '
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	refused 1 'follow-up: not recorded: T261123-0001 is resolved; this is for those that are: pending, assigned, in work (F4.4). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001' \
	    as xiaozhou follow-up "$T2" "$T1" -m 'asked Li'
	run ticket "$T2" follow_ups
	assert_output 1
}
