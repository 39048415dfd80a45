#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# join-tickets.bats: several tickets that are one matter: what is done about
# the one is done for those that go with it, and nobody is told less (F4.4).

load helper
load ticket

# A burst pipe in 3-2-501, which is Li's, and the wet ceiling below.
setup() {
	desk_setup
	calls -g leak -t ligong >/dev/null
	calls -g leak >/dev/null
}

# open_follow_ups: of which tickets a daily follow-up is owed.
open_follow_ups() {
	list deadlines -o id,deadline | sed -n 's/	follow_up$//p'
}

@test "F4.4: the joined goes with the other, and owes its handler's answer" {
	done_as "$T2" as xiaozhou join-tickets "$T2" --ticket "$T1"
	run ticket "$T2" state department handler first_responder joined
	assert_output "assigned engineering ligong xiaozhou $T1"
	run owes "$T2"
	assert_output 'answer house 25.08:12 ligong'
	run ended "$T2"
	assert_output 'hand_over C1 void 0
follow_up F4.4 void 0'
	run open_follow_ups
	assert_output "$T1"
	run told "$T2"
	assert_output 'ligong joined
xiaozhou joined'
	run story "$T2"
	assert_output 'xiaozhou log C1
xiaozhou join F4.4'
}

@test "what is done about the one is done for the other, and both ids printed" {
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	at 08:30
	done_as "$T1
$T2" as ligong accept "$T1"
	done_as "$T1
$T2" as ligong answer "$T1" -m 'there at ten' -P 10:00
	done_as "$T1
$T2" as xiaozhou promise 11:00 "$T1" -w 'the van broke down'
	run ticket "$T2" state handler answered promised moved
	assert_output 'accepted ligong 2026-11-23T08:30:00+08:00 2026-11-23T11:00:00+08:00 1'
	run owes "$T2"
	assert_output 'promise F4.6 23.11:00 ligong'
	at 10:30
	done_as "$T1
$T2" as ligong resolve "$T1" -m 'new pipe'
	run ticket "$T2" state handler resolved
	assert_output 'resolved ligong 2026-11-23T10:30:00+08:00'
	run owes "$T2"
	assert_output 'closing_call C6 24.10:30 xiaozhou'
	run story "$T2"
	assert_output 'xiaozhou log C1
xiaozhou join F4.4
ligong join F4.4
ligong answer C6
xiaozhou promise F4.6
ligong resolve C6'
	run bash -c "show $T2 | grep '^[01][0-9]:'"
	assert_output "08:12:00  Zhou  logged  call
08:12:00  Zhou  joined  Li; goes with $T1
08:30:00  Li  joined
08:30:00  Li  answered  there at ten; promised for today 10:00
08:30:00  Zhou  promised  the van broke down; promised for today 11:00
10:30:00  Li  resolved  new pipe"
}

@test "joined later, it inherits the answer, the promise and what is in work" {
	as ligong accept "$T1" >/dev/null
	at 09:00
	as ligong answer "$T1" -m 'there at ten' -P 10:00 >/dev/null
	at 09:30
	done_as "$T2" as xiaozhou join-tickets "$T2" --ticket "$T1"
	run ticket "$T2" state handler answered promised
	assert_output 'accepted ligong 2026-11-23T09:30:00+08:00 2026-11-23T10:00:00+08:00'
	run owes "$T2"
	assert_output 'promise F4.6 23.10:00 ligong'
	run ended "$T2"
	assert_output 'hand_over C1 void 2880
follow_up F4.4 void 0
answer house met 0'
}

@test "what was late before it was joined stays late" {
	at 09:00
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	run ticket "$T2" breached
	assert_output 'true'
	run sql 'SELECT record, kind, holder FROM breach'
	assert_output "$T2|hand_over|xiaozhou"
}

@test "an answer of its own stays its own" {
	at 08:20
	as xiaozhou answer "$T2" -m 'somebody comes' >/dev/null
	at 08:40
	as ligong answer "$T1" -m 'there at ten' >/dev/null
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	run ticket "$T2" answered
	assert_output '2026-11-23T08:20:00+08:00'
}

@test "C7: what the utility was asked and achieved holds for both" {
	calls -g water_cut >/dev/null
	calls -g water_cut >/dev/null
	as xiaozhou chase "$T3" --body 水务局 --reply soon --next 17:00 \
	    >/dev/null
	done_as "$T3" as xiaozhou join-tickets "$T3" --ticket T261123-0004
	run ended "$T3"
	assert_output 'hand_over C1 void 0
chase C7 void 0
follow_up F4.4 met 0
follow_up F4.4 void 0'
	done_as "T261123-0004
$T3" as xiaozhou chase T261123-0004 --body 自来水公司 --outcome 'it runs'
	run ticket "$T3" body chases settled
	assert_output '自来水公司 1 2026-11-23T08:12:00+08:00'
	done_as "T261123-0004
$T3" as xiaozhou resolve T261123-0004 -m 'it runs'
}

@test "handed over, accepted and given back, it goes along" {
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	as ligong accept "$T1" >/dev/null
	done_as "$T1
$T2" as ligong hand-back "$T1" -w 'the gate is Taichuan'
	run ticket "$T2" state handler hand_backs
	assert_output 'pending - 0'
	done_as "$T1
$T2" as xiaozhou assign "$T1" -t xiaoma
	run ticket "$T2" state department handler
	assert_output 'assigned order xiaoma'
	# Who has to accept, and to hand over, is said of the one alone.
	run owes "$T2"
	assert_output 'answer house 25.08:12 xiaoma'
	run owes "$T1"
	assert_output 'accept F4.4 23.10:12 xiaoma
answer house 25.08:12 xiaoma'
	# Of what only goes along nobody is told twice.
	run told "$T2"
	assert_output 'ligong joined
xiaozhou joined'
}

@test "one that others go with takes them along" {
	calls -g leak -t xiaoma >/dev/null
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	done_as "$T1
$T2" as xiaozhou join-tickets "$T1" --ticket "$T3"
	run ticket "$T2" handler joined
	assert_output "xiaoma $T1"
	done_as "$T3
$T1
$T2" as xiaoma resolve "$T3" -m 'new pipe'
}

@test "it is not moved by itself: with the other, or parted" {
	local goes="T261123-0002 goes with T261123-0001 (F4.4). Do it with T261123-0001; or part them: join-tickets --apart T261123-0002"

	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	refused 1 "assign: not handed over: $goes" \
	    as xiaozhou assign "$T2" -t xiaoma
	refused 1 "accept: not accepted: $goes" as ligong accept "$T2"
	refused 1 "hand-back: not handed back: $goes" \
	    as ligong hand-back "$T2" -w x
	refused 1 "chase: not recorded: $goes" \
	    as ligong chase "$T2" --body B --outcome x
}

@test "its own resident is answered, and it is finished, by itself" {
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	done_as "$T2" as ligong answer "$T2" -m 'your ceiling is next'
	done_as "$T2" as ligong resolve "$T2" -m 'painted'
	run ticket "$T1" state answered
	assert_output 'assigned -'
	# The other goes on without it.
	done_as "$T1" as ligong resolve "$T1" -m 'new pipe'
}

@test "repeated with its --request-id: the same ids, and nothing twice" {
	local before

	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	done_as "$T1
$T2" as ligong answer "$T1" -m 'there at ten' --request-id A1
	before=$(rows)
	done_as "$T1
$T2" as ligong answer "$T1" -m 'there at ten' --request-id A1
	assert_equal "$(rows)" "$before"
	calls -g leak >/dev/null
	done_as "$T3" as xiaozhou join-tickets "$T3" -T "$T1" --request-id J1
	before=$(rows)
	done_as "$T3" as xiaozhou join-tickets "$T3" -T "$T1" --request-id J1
	assert_equal "$(rows)" "$before"
}

@test "not with itself, nor round in a circle" {
	refused 1 'join-tickets: not joined: T261123-0001 cannot go with itself (F4.4). Name another one after --ticket' \
	    as xiaozhou join-tickets "$T1" --ticket "$T1"
	calls -g leak >/dev/null
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	as xiaozhou join-tickets "$T1" --ticket "$T3" >/dev/null
	refused 1 'join-tickets: not joined: T261123-0002 goes with it already (F4.4). Name another one after --ticket' \
	    as xiaozhou join-tickets "$T3" --ticket "$T2"
}

@test "only open ones, with an open one that there is" {
	as ligong resolve "$T1" -m 'new pipe' >/dev/null
	refused 1 'join-tickets: not joined: T261123-0001 is resolved (F4.1). Reopen it first, or finish this one by itself' \
	    as xiaozhou join-tickets "$T2" --ticket "$T1"
	refused 1 'join-tickets: not joined: T261123-0001 is resolved; this is for those that are: pending, assigned, in work (F4.4). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001' \
	    as xiaozhou join-tickets "$T1" --ticket "$T2"
	refused 1 'join-tickets: not joined: there is no ticket T261123-0009' \
	    as xiaozhou join-tickets "$T2" --ticket T261123-0009
	refused 64 'join-tickets: it is not said which ticket they go with (F4.4). Add --ticket TICKET, or --apart to part them' \
	    as xiaozhou join-tickets "$T2"
	refused 64 'join-tickets: it is not said which ticket they go with (F4.4). Add --ticket TICKET, or --apart to part them' \
	    as xiaozhou join-tickets "$T2" --ticket "$T1" --apart
}

@test "C5: a complaint about its handler does not go with it" {
	complains -A ligong >/dev/null
	refused 1 'join-tickets: not joined: Li is the one complained about, and may not finish it (C5). Hand it to Zhao, or to somebody else' \
	    as xiaozhou join-tickets "$T3" --ticket "$T1"
	as xiaozhou join-tickets "$T3" --ticket "$T2" >/dev/null
	refused 1 'assign: not handed over: Li is the one complained about, and may not finish it (C5). Hand it to Zhao, or to somebody else' \
	    as xiaozhou assign "$T2" -t ligong
	refused 1 "resolve: not done: Li is the one complained about in $T3 (C5). Zhao, or whom they name, may" \
	    as ligong resolve "$T2" -m 'new pipe'
}

@test "--apart: each goes alone again, with all that it owes" {
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	at 09:00
	done_as "$T2" as xiaozhou join-tickets --apart "$T2"
	run ticket "$T2" state handler joined
	assert_output 'assigned ligong -'
	run owes "$T2"
	assert_output 'accept F4.4 23.11:00 ligong
answer house 25.08:12 ligong'
	run open_follow_ups
	assert_output "$T1
$T2"
	done_as "$T1" as ligong accept "$T1"
	run ticket "$T2" state
	assert_output 'assigned'
	refused 1 'join-tickets: not joined: T261123-0002 goes with no other (F4.4). The whole story: show T261123-0002' \
	    as xiaozhou join-tickets --apart "$T2"
}

@test "--apart from one that nobody holds: to be handed over" {
	calls -g leak >/dev/null
	as xiaozhou join-tickets "$T3" --ticket "$T2" >/dev/null
	at 09:00
	as xiaozhou join-tickets --apart "$T3" >/dev/null
	run owes "$T3"
	assert_output 'hand_over C1 23.09:30 xiaozhou
answer house 25.08:12 xiaozhou'
}

@test "C6: whoever is not satisfied goes alone: the matter is another now" {
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	as ligong resolve "$T1" -m 'new pipe' >/dev/null
	at 09:00
	as xiaozhou call-back "$T2" --result dissatisfied -m 'still wet' \
	    >/dev/null
	run ticket "$T2" state handler joined
	assert_output 'accepted ligong -'
	run open_follow_ups
	assert_output "$T2"
	run ticket "$T1" state
	assert_output 'resolved'
}

@test "what others go with is not void before they are parted" {
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	refused 1 'amend: not amended: other tickets go with T261123-0001 (F4.4). Part them first: join-tickets --apart' \
	    as sunzhuguan amend "$T1" --void -w 'a joke' --yes
	as xiaozhou join-tickets --apart "$T2" >/dev/null
	done_as "$T1" as sunzhuguan amend "$T1" --void -w 'a joke' --yes
}

@test "several at once, from a pipe" {
	calls -g leak >/dev/null
	run -0 bash -c "printf '%s\n' $T2 $T3 |
	    join-tickets --as xiaozhou -T $T1"
	assert_output "$T2
$T3"
	run list tickets -o id,joined
	assert_output "$T1	
$T2	$T1
$T3	$T1"
}

@test "all or none: one that cannot leaves the others as they were" {
	calls -g leak >/dev/null
	as xiaozhou resolve "$T3" -m 'dry' >/dev/null
	refused 1 'join-tickets: not joined: T261123-0003 is resolved; this is for those that are: pending, assigned, in work (F4.4). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0003' \
	    as xiaozhou join-tickets "$T2" "$T3" --ticket "$T1"
}

@test "on a terminal: with whom, what is owed, and what went along" {
	at 08:20
	run -0 terminal join-tickets --as xiaozhou "$T2" --ticket "$T1"
	assert_output 'T261123-0002  goes with T261123-0001 from now on
    answer by 11-25 08:12 (ours)'
	run -0 terminal accept --as ligong "$T1"
	assert_output 'T261123-0001  accepted  Li
T261123-0002  goes with it'
	run -0 terminal join-tickets --as xiaozhou --apart "$T2"
	assert_output 'T261123-0002  goes alone again
    Zhou to follow up by tomorrow 08:20 (F4.4)  answer by 11-25 08:12 (ours)'
}
