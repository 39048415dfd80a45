#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# accused.bats: C5, and who is to blame: the accused judges nothing about
# himself, and what was late before a hand-over stays with whoever owed it.

load helper

T=T261123-0001
complain() {
	as xiaozhou log-call --name 张女士 --phone 13800000501 "$@" 没讲清
}

@test "C5: whoever names an accused complains: 24 hours, and the head hears" {
	run -0 complain --accused xiaozhou
	run -0 list tickets -o kind,self_taken,due
	assert_output 'complaint	1	2026-11-24T08:12:00+08:00'
	run -0 list notices -o recipient,message
	assert_output 'chenzhuguan	self_taken'
}

@test "C5: a tip about somebody tells his head too" {
	complain --kind tip --accused ligong --category leak
	run -0 list notices -o recipient,message
	assert_output 'sunzhuguan	complaint'
}

@test "C5: the accused does not acknowledge his own complaint" {
	complain --accused sunzhuguan --category leak
	run -1 as sunzhuguan acknowledge $T --until +3d
	assert_output "acknowledge: not acknowledged: Sun is the one complained about in $T (C5). Ask Chen"
	run -0 as chenzhuguan acknowledge $T
	assert_output $T
}

@test "C5: nobody is handed a complaint about himself" {
	run -1 complain --accused ligong --to ligong
	assert_output "log-call: not recorded: Li is the one complained about, and may not finish it (C5). Hand it to Chen, or to somebody else"
	complain --accused ligong >/dev/null
	run -1 assign $T --to ligong
	assert_output "assign: not handed over: Li is the one complained about, and may not finish it (C5). Hand it to Chen, or to somebody else"
	run -0 list tickets -o id,state,handler
	assert_output "$T	pending	"
	run -0 assign $T --to xiaoma
	assert_output $T
}

@test "C5: the ladder goes round the accused, to the one above" {
	complain --accused sunzhuguan --category leak --to ligong
	at 2026-11-24T08:12:01
	escalate --overdue >"$BATS_TEST_TMPDIR/fired"
	run -0 cut -f 7 "$BATS_TEST_TMPDIR/fired"
	refute_output --partial sunzhuguan
	assert_output --partial chenzhuguan
}

@test "C6: an answer missed before the hand-over is his who owed it" {
	complain --kind complaint --to ligong
	at 2026-11-24T09:00
	assign $T --to xiaoma
	escalate --overdue >/dev/null
	run -0 sql "SELECT holder FROM breach WHERE kind = 'answer'"
	assert_output ligong
}

@test "F4.4: what was not accepted in time is his who handed it back" {
	complain --kind request --to ligong
	at 11:00
	as ligong hand-back $T --why 不归我
	run -0 sql "SELECT holder FROM breach WHERE kind = 'accept'"
	assert_output ligong
}

@test "F4.4: with the ticket its deadlines go to the other department" {
	complain --kind complaint --category leak
	assign $T --to dept:order
	run -0 list deadlines -o deadline,department
	assert_output $'hand_over\torder
acknowledge\tengineering
answer\torder
follow_up\torder
analysis\t'
}

@test "F4.1: a first responder who is not at the keyboard is told" {
	complain --kind request --first-responder xiaoma --to ligong
	run -0 list notices -o recipient,message
	assert_output "ligong	assigned
xiaoma	first_responder"
}

@test "A16: a contractor is nobody's superior" {
	complain --kind request --to ligong
	run -1 escalate $T --to firm:taichuan
	assert_output --partial "is a contractor, and nobody's superior (A16)"
}

@test "A3: a changed ladder does not end the silence a head asked for" {
	complain --kind complaint --to ligong
	as chenzhuguan acknowledge $T --until '2026-11-29 08:00'
	sed -i 's/rung: 2, at: 60m/rung: 2, at: 61m/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	at 2026-11-25T08:12
	run -0 escalate --overdue
	assert_output ''
	at 2026-11-29T08:01
	run -0 --separate-stderr escalate --overdue
	assert_line --partial "$T	accept	F4.4"
	assert_line --partial "$T	answer	C6"
}

@test "report overdue: a promise moved to a time to come is not late" {
	complain --kind request --promise 09:00
	at 10:00
	promise 17:00 $T --why 缺件
	run -0 report overdue
	assert_output ''
	run -0 report daily
	assert_output --partial "breaches	$T	promise"
}

@test "escalate --overdue needs no --request-id" {
	run -64 escalate --overdue --request-id R1
	assert_output "escalate: --overdue needs no --request-id: each rung fires once. Leave it out"
}

@test "log-call --from: two late ones done on the spot in one run" {
	printf 'content\tname\tphone\tat\ton_spot\n%s\n%s\n' \
	    'a	Zhang	111	2026-11-01 09:00	done' \
	    'b	Liu	222	2026-11-02 09:00	done' >"$BATS_TEST_TMPDIR/in"
	run -0 log-call --from tsv <"$BATS_TEST_TMPDIR/in"
	assert_output "T261101-0001
T261102-0001"
}
