#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# amend.bats: what was written down wrong is put right, and what stood there
# stays for all to see; what the resident said is only added to (C5).

load helper
load ticket

setup() {
	desk_setup
	calls -g leak -t ligong >/dev/null
	at 09:00
}

# amended ID: what the journal keeps of each amendment.
amended() {
	show "$1" --json | jq -c '.events[] | select(.step == "amend") |
	    .changed'
}

# asked ANSWER COMMAND...: on a terminal, where this is typed.
asked() {
	local typed=$1

	shift
	printf '%s\n' "$typed" |
	    script -qec "$(printf '%q ' "$@")" /dev/null | tr -d '\r'
}

@test "C5: room, category and text: what is right now, and what stood there" {
	done_as "$T1" as xiaozhou amend "$T1" -r 3-2-502 -w 'misheard'
	done_as "$T1" as ligong amend "$T1" -g lighting -m 'in the kitchen' \
	    -w 'it was the lamp'
	run ticket "$T1" room category kind handler
	assert_output '3-2-502 lighting request ligong'
	run -0 show "$T1"
	assert_output "T261123-0001  request lighting  3-2-502  张女士 138****0501  assigned  PRACTICE
the pipe under the sink leaks
first responder Zhou  recorded by Zhou  handler Li
contacts 1  visits 0  handed back 0  urged 0
Deadline   Due             Outcome     Clause
accept     10:12           still owed  F4.4
follow-up  tomorrow 08:12  still owed  F4.4
answer     11-25 08:12     still owed  ours
08:12:00  Zhou  logged  call; Li
09:00:00  Zhou  amended  misheard; before: room 3-2-501
09:00:00  Li  amended  in the kitchen; it was the lamp; before: category leak
you can: assign accept hand-back answer promise follow-up chase resolve escalate
    acknowledge join-tickets join-tickets --apart amend amend --void"
	run amended "$T1"
	assert_output '{"room":"3-2-502","why":"misheard","was":"room 3-2-501"}
{"category":"lighting","text":"in the kitchen","why":"it was the lamp","was":"category leak"}'
	run told "$T1"
	assert_output 'ligong assigned
ligong amended
xiaozhou amended
ligong amended
xiaozhou amended'
}

@test "C5: all at once, each with what stood there" {
	log-call --as xiaozhou -n Liu -p 13800000611 'it is loud' >/dev/null
	done_as "$T2" as xiaozhou amend "$T2" -r 3-2-501 -k complaint \
	    -g noise -A xiaoma -w 'he told it again'
	run amended "$T2"
	assert_output '{"kind":"complaint","category":"noise","room":"3-2-501","accused":"xiaoma","why":"he told it again","was":"room -; category other; kind request; accused -"}'
}

@test "what the resident said stays as it was written" {
	as xiaozhou amend "$T1" -m 'it was after midnight' -w 'left out' \
	    >/dev/null
	run list contacts -o content
	assert_output 'the pipe under the sink leaks'
	run amended "$T1"
	assert_output '{"text":"it was after midnight","why":"left out"}'
}

@test "C6: a complaint after all: 24 hours from the contact, and its head" {
	at 11:00
	done_as "$T1" as xiaozhou amend "$T1" -k complaint -w 'she complains'
	run owes "$T1"
	assert_output 'accept F4.4 23.10:12 ligong
acknowledge A3 23.10:12 sunzhuguan
answer C6 24.08:12 ligong'
	run ended "$T1"
	assert_output 'answer house void 0'
	run ticket "$T1" kind due
	assert_output 'complaint 2026-11-24T08:12:00+08:00'
}

@test "C6: what was answered is not owed a second time" {
	as ligong answer "$T1" -m 'there at ten' >/dev/null
	as xiaozhou amend "$T1" -k complaint -w 'she complains' >/dev/null
	run owes "$T1"
	assert_output 'accept F4.4 23.10:12 ligong
acknowledge A3 23.10:12 sunzhuguan'
}

@test "a request that is a question has the clock of questions" {
	as xiaozhou amend "$T1" -k enquiry -w 'she only asks' >/dev/null
	run owes "$T1"
	assert_output 'accept F4.4 23.10:12 ligong
answer house 24.08:12 ligong'
}

@test "C5: that it is no complaint only a head says, and no deadline is kept" {
	complains -t xiaoma >/dev/null
	refused 77 'amend: not amended: only a head says that it is no complaint, or about somebody else (C5). Ask Zhao' \
	    as xiaozhou amend "$T2" -k request -w 'she calmed down'
	done_as "$T2" as zhaodui amend "$T2" -k request -w 'she only asks'
	run owes "$T2"
	assert_output 'accept F4.4 23.11:00 xiaoma
answer house 25.09:00 xiaoma'
	run ended "$T2"
	assert_output 'acknowledge A3 void 0
answer C6 void 0'
}

@test "C5: what was missed while it was a complaint stays missed" {
	complains >/dev/null
	at 11:30
	as zhaodui amend "$T2" -k request -w 'she only asks' >/dev/null
	run sql "SELECT kind, holder FROM breach WHERE record = '$T2'"
	assert_output 'acknowledge|zhaodui'
}

@test "C5: accused later, he does not keep it, and his head hears of it" {
	done_as "$T1" as xiaozhou amend "$T1" -A ligong -w 'it is about Li'
	run ticket "$T1" kind accused state handler first_responder
	assert_output 'complaint ligong assigned sunzhuguan xiaozhou'
	run owes "$T1"
	assert_output 'acknowledge A3 23.10:12 sunzhuguan
accept F4.4 23.11:00 sunzhuguan
answer C6 24.08:12 sunzhuguan'
	run told "$T1"
	assert_output 'ligong assigned
sunzhuguan complaint
xiaozhou amended'
	refused 1 "resolve: not done: Li is the one complained about in $T1 (C5). Sun, or whom they name, may" \
	    as ligong resolve "$T1" -m 'nothing happened'
}

@test "C5: accused of what is somebody else's, it stays theirs" {
	as xiaozhou amend "$T1" -A xiaoma -w 'it is about Ma' >/dev/null
	run ticket "$T1" handler state
	assert_output 'ligong assigned'
}

@test "A3: a head who is accused later acknowledges nothing about himself" {
	complains -t xiaoma >/dev/null
	as xiaozhou amend "$T2" -A zhaodui -w 'it is about Zhao' >/dev/null
	run owes "$T2"
	assert_line 'acknowledge A3 23.11:00 chenzhuguan'
	run told "$T2"
	assert_line 'chenzhuguan complaint'
}

@test "C6: nor does a first responder who is accused later call back" {
	as ligong resolve "$T1" -m 'new pipe' >/dev/null
	as xiaowu amend "$T1" -A xiaozhou -w 'it is about Zhou' >/dev/null
	run owes "$T1"
	assert_output 'acknowledge A3 23.10:12 sunzhuguan
closing_call C6 24.09:00 chenzhuguan'
	run ticket "$T1" state handler
	assert_output 'resolved ligong'
}

@test "C5: taken from the accused, it goes with nothing of his any more" {
	calls -g leak -t ligong >/dev/null
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	as xiaozhou amend "$T2" -A ligong -w 'it is about Li' >/dev/null
	run ticket "$T2" handler joined
	assert_output 'sunzhuguan -'
	run list deadlines -o id,deadline
	assert_line "$T2	follow_up"
	done_as "$T1" as ligong accept "$T1"
}

@test "C5: the accused adds his side, and changes nothing" {
	local about="amend: not amended: Ma is the one complained about in $T2 (C5). Zhao, or whom they name, may"

	complains -A xiaoma >/dev/null
	refused 1 "$about" as xiaoma amend "$T2" -r 6-1-303 -w 'wrong room'
	refused 1 "$about" as xiaoma amend "$T2" -g other -w 'no noise'
	refused 1 "$about" as xiaoma amend "$T2" -k tip -w 'no complaint'
	refused 1 "$about" as xiaoma amend "$T2" -A ligong -w 'it was Li'
	done_as "$T2" as xiaoma amend "$T2" -m 'I was at gate 2' -w 'my side'
	run amended "$T2"
	assert_output '{"text":"I was at gate 2","why":"my side"}'
}

@test "C5: that it is about somebody else only a head says, not the one named" {
	complains -A xiaoma >/dev/null
	refused 77 'amend: not amended: only a head says that it is no complaint, or about somebody else (C5). Ask Zhao' \
	    as xiaozhou amend "$T2" -A ligong -w 'it was Li'
	done_as "$T2" as zhaodui amend "$T2" -A ligong -w 'it was Li'
	run amended "$T2"
	assert_output '{"accused":"ligong","why":"it was Li","was":"accused xiaoma"}'
}

@test "nothing without a reason, and nothing that is no change" {
	refused 1 'amend: not amended: no reason (C5). Add --why WHY' \
	    as xiaozhou amend "$T1" -r 3-2-502
	refused 1 'amend: not amended: no reason (C5). Add --why WHY' \
	    as xiaozhou amend "$T1" -r 3-2-502 -w '　'
	refused 1 'amend: not amended: nothing is put right (C5). Add what is right: --room --category --kind --accused; or what is to be added: --text' \
	    as xiaozhou amend "$T1" -w 'it was wrong'
	refused 1 'amend: not amended: there is no building 99. Buildings here: 1-4, 5-12' \
	    as xiaozhou amend "$T1" -r 99-2-501 -w 'misheard'
	run ticket "$T1" room
	assert_output '3-2-501'
}

@test "what is closed is put right, too" {
	log-call --as xiaozhou -g fees -n Liu -p 13800000611 -O explained \
	    fees >/dev/null
	done_as "$T2" as xiaozhou amend "$T2" -r 6-1-302 -w 'left out'
	run ticket "$T2" state room
	assert_output 'closed 6-1-302'
}

@test "C10: a head makes it void: dropped, final, and still in the books" {
	as ligong answer "$T1" -m 'there at ten' -P 10:00 >/dev/null
	done_as "$T1" as sunzhuguan amend "$T1" --void -w 'a drill' -y
	run ticket "$T1" state
	assert_output 'void'
	run -0 list deadlines
	assert_output ''
	run ended "$T1"
	assert_output 'promise F4.6 void 0
accept F4.4 void 0
follow_up F4.4 void 0
answer house met 0'
	run story "$T1"
	assert_output 'xiaozhou log C1
ligong answer C6
sunzhuguan void C10'
	run told "$T1"
	assert_output 'ligong assigned
ligong voided
xiaozhou voided'
	run bash -c "show $T1 | tail -n 1"
	assert_output '09:00:00  Sun  made void  a drill'
	refused 1 'amend: not amended: T261123-0001 is void; this is for those that are: pending, assigned, in work, resolved, closed (C5). The whole story: show T261123-0001' \
	    as sunzhuguan amend "$T1" -m 'more' -w 'more'
	at 2026-11-26T09:00
	run -0 escalate --overdue
	assert_output ''
}

@test "C10: what was missed before it was void stays missed" {
	at 11:00
	as sunzhuguan amend "$T1" --void -w 'a drill' -y >/dev/null
	run ticket "$T1" breached
	assert_output 'true'
	run sql 'SELECT kind, holder FROM breach'
	assert_output 'accept|ligong'
}

@test "C10: void is for a head, with a reason, and nothing else" {
	complains -A zhaodui >/dev/null
	refused 77 'amend: not amended: only these may: head, duty leader, manager (C10). Ask Sun' \
	    as xiaozhou amend "$T1" --void -w 'a drill' -y
	refused 1 "amend: not amended: Zhao is the one complained about in $T2 (C5). Ask Chen" \
	    as zhaodui amend "$T2" --void -w 'not so' -y
	refused 1 'amend: not amended: no reason (C10). Add --why WHY' \
	    as sunzhuguan amend "$T1" --void -y
	refused 64 'amend: what is void is not put right too (C5). With --void give --why alone' \
	    as sunzhuguan amend "$T1" --void -w 'a drill' -m 'more' -y
}

@test "void is asked about: no is no, and where nobody can be asked --yes" {
	refused 64 'amend: this has to be confirmed. Add --yes if it is meant' \
	    as sunzhuguan amend "$T1" --void -w 'a drill'
	run asked n amend --as sunzhuguan "$T1" --void -w 'a drill'
	assert_output --partial \
	    'Void? It leaves the rates and stays in the books [y/N]'
	assert_output --partial 'amend: not amended: you did not confirm it (C5)'
	run ticket "$T1" state
	assert_output 'assigned'
	run asked y amend --as sunzhuguan "$T1" --void -w 'a drill'
	run ticket "$T1" state
	assert_output 'void'
}

@test "on a terminal: done, where the old is, and what is owed" {
	run -0 terminal amend --as xiaozhou "$T1" -k complaint -w 'she complains'
	assert_output 'T261123-0001  amended  what stood there stays: show T261123-0001
    Li to accept by today 10:12 (F4.4)  Sun to acknowledge by today 10:12 (A3)
    Zhou to follow up by tomorrow 08:12 (F4.4)  answer by tomorrow 08:12 (C6)'
	run -0 terminal amend --as sunzhuguan "$T1" --void -w 'a drill' -y
	assert_output 'T261123-0001  void  what stood there stays: show T261123-0001'
}
