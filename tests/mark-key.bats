#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# mark-key.bats: keys that are lost, withdrawn, or have another lock (E4).

load helper
load ticket
load key

setup() {
	desk_setup
	at 11:05
}

@test "E4: lost by the borrower: the head is told, the lock is owed in 24 hours" {
	lends 1 GG-1 -t ligong -U 17:00
	at 12:00
	done_as "$L1" as xiaowu mark-key GG-1 --lost --yes -w 'fell into a drain'
	run lent key,state,borrower,ended
	assert_output 'GG-1 lost 水** '
	run owes "$L1"
	assert_output 'lock_change E4 24.12:00 chenzhuguan'
	run ended "$L1"
	assert_output 'key_back E4 void 0'
	run told "$L1"
	assert_output $'chenzhuguan key_lost\nxiaozhou key_lost'
	run story "$L1"
	assert_output $'xiaozhou lend E4\nxiaowu lose E4'
	run last_said why
	assert_output 'fell into a drain'
}

@test "E4: missed from its hook: lost by nobody" {
	done_as "$L1" as xiaozhou mark-key PD-1 --lost --yes -w 'not there'
	run lent key,state,borrower,holder,lent,opened
	assert_output 'PD-1 lost    2026-11-23T11:05:00+08:00'
	run owes "$L1"
	assert_output 'lock_change E4 24.11:05 chenzhuguan'
	run story "$L1"
	assert_output 'xiaozhou miss E4'
}

@test "E4: the lock that is not changed in time climbs" {
	as xiaozhou mark-key PD-1 --lost --yes -w 'not there'
	at 2026-11-24T11:05:01
	run escalate --overdue
	assert_output "$L1	lock_change	E4	1	2026-11-24T11:05:00+08:00	1	chenzhuguan,xiaozhou	0"
}

@test "E4: found again: return-key, and nothing is owed" {
	as xiaozhou mark-key PD-1 --lost --yes -w 'not there'
	done_as "$L1" as xiaozhou return-key PD-1 --condition 'behind the box'
	run owes "$L1"
	assert_output ''
	run ended "$L1"
	assert_output 'lock_change E4 void 0'
	done_as "$L2" lends 1 PD-1 -t ligong
}

@test "E4: the lock is changed, by a head: the new key hangs there" {
	lends 1 GG-1 -t ligong
	as xiaozhou mark-key "$L1" --lost --yes -w gone
	refused 77 'mark-key: not marked: only these may: head, duty leader, manager (E4). Ask Chen' \
	    as xiaozhou mark-key GG-1 --lock-changed
	at 13:05
	done_as "$L1" as chenzhuguan mark-key GG-1 --lock-changed
	run lent key,state,returned,ended
	assert_output 'GG-1 replaced  2026-11-23T13:05:00+08:00'
	run ended "$L1"
	assert_output $'key_back E4 void 0\nlock_change E4 met 0'
	done_as "$L2" lends 1 GG-1 -t ligong
}

@test "withdrawn, by a head; return-key brings it back" {
	refused 77 'mark-key: not marked: only these may: head, duty leader, manager (E4). Ask Chen' \
	    as xiaozhou mark-key PD-1 --withdrawn -w bent
	done_as "$L1" as sunzhuguan mark-key PD-1 --withdrawn -w bent
	run lent key,state,borrower
	assert_output 'PD-1 withdrawn '
	run owes "$L1"
	assert_output ''
	refused 1 'mark-key: not marked: PD-1 is withdrawn (E4). When it may be lent again: return-key PD-1' \
	    as sunzhuguan mark-key PD-1 --withdrawn -w bent
	done_as "$L1" as sunzhuguan return-key PD-1
	done_as "$L2" lends 1 PD-1 -t ligong
	refused 1 'mark-key: not marked: PD-1 is lent to 水电李工 since today 11:05 (E4). Take it back first: return-key PD-1' \
	    as sunzhuguan mark-key PD-1 --withdrawn -w bent
}

@test "E4: a withdrawn key that nobody finds is lost" {
	as sunzhuguan mark-key PD-1 --withdrawn -w bent
	done_as "$L1" as xiaozhou mark-key PD-1 --lost --yes -w 'nobody has it'
	run owes "$L1"
	assert_output 'lock_change E4 24.11:05 chenzhuguan'
}

@test "a ring is lost and changed as one; of several copies it is said which" {
	done_as "$L1" as xiaozhou mark-key DT-5 --lost --yes -w gone
	run lent key,tags
	assert_output '电梯 DT-1 DT-5 DT-9'
	done_as "$L1" as chenzhuguan mark-key DT-9 --lock-changed
	refused 1 'mark-key: not marked: of SB-1 there are copies 1 to 2 (E4). Say which, as in SB-1/1' \
	    as xiaozhou mark-key SB-1 --lost --yes -w gone
	done_as "$L2" as xiaozhou mark-key SB-1/2 --lost --yes -w gone
	done_as "$L3" lends 1 SB-1 -t ligong
	run lent key
	assert_output $'电梯\nSB-1/2\nSB-1/1'
}

@test "a key that is out is known by its name too, and a ring by its tags" {
	lends 1 GG-1 -t ligong
	done_as "$L1" as xiaozhou mark-key 接待室 --lost --yes -w gone
	run -0 terminal mark-key --as xiaozhou DT-5 --lost --yes -w gone
	assert_line --partial '电梯 (DT-1 DT-5 DT-9)'
}

@test "what does not fit where the key is" {
	refused 1 'mark-key: not marked: PD-2 is in the cabinet (E4). Where each key is: list keys' \
	    as sunzhuguan mark-key PD-2 --lock-changed
	lends 1 PD-1 -t ligong
	refused 1 "mark-key: not marked: $L1 is out; this is for those that are: lost (E4). What can be done: return-key mark-key --lost. The whole story: show $L1" \
	    as sunzhuguan mark-key PD-1 --lock-changed
	as xiaozhou mark-key PD-1 --lost --yes -w gone
	refused 1 "mark-key: not marked: $L1 is lost; this is for those that are: out, withdrawn (E4). What can be done: return-key mark-key --lock-changed. The whole story: show $L1" \
	    as xiaozhou mark-key PD-1 --lost --yes -w gone
}

@test "one thing is said of a key, and why" {
	local which='mark-key: it is not said what became of the key (E4). Add one of --lost, --withdrawn, --lock-changed'
	local why='mark-key: not marked: nobody says what happened (E4). Add --why WHY'

	refused 64 "$which" as sunzhuguan mark-key PD-1 -w x
	refused 64 "$which" as sunzhuguan mark-key PD-1 --lost --withdrawn -w x
	refused 1 "$why" as sunzhuguan mark-key PD-1 --withdrawn
	refused 1 "$why" as sunzhuguan mark-key PD-1 --lost --yes -w ' '
	lends 1 GG-1 -t ligong
	refused 1 "$why" as xiaozhou mark-key GG-1 --lost --yes
	refused 1 'mark-key: not marked: nobody and nothing is called "PD-3". Did you mean PD-1?' \
	    as xiaozhou mark-key PD-3 --lost --yes -w gone
	refused 77 'mark-key: not marked: only these may: clerk, head, duty leader, manager (E4). Ask Chen' \
	    as ligong mark-key PD-1 --lost --yes -w gone
}

@test "who may not is told so, wherever the key is" {
	local heads='mark-key: not marked: only these may: head, duty leader, manager (E4). Ask Chen'

	lends 1 PD-1 -t ligong
	refused 77 "$heads" as xiaozhou mark-key PD-1 --withdrawn -w bent
	refused 77 "$heads" as xiaozhou mark-key PD-2 --lock-changed
	refused 77 "$heads" as xiaozhou mark-key PD-3 --withdrawn -w bent
}

@test "E4: the number of a card is no reason, and is not repeated" {
	local n
	n=$(card 123)

	for one in "--why=$n" "-w he has $n" "-w${n%?}0" "$n" "--as=$n"; do
		refused 64 "mark-key: $no_argument" \
		    mark-key PD-1 --lost --yes -w gone "$one"
	done
}

@test "--lost is asked for once more, or has --yes" {
	local asks='Lost? Its head is told, and the lock has to be changed [y/N]'

	refused 64 'mark-key: this has to be confirmed. Add --yes if it is meant' \
	    as xiaozhou mark-key PD-1 --lost -w gone
	run answering 'y/N' 'n\n' -- mark-key --as xiaozhou PD-1 --lost -w gone
	assert_failure 1
	assert_output "$asks n
mark-key: not marked: you did not confirm it (E4)"
	run lent id
	assert_output ''
	run answering 'y/N' 'y\n' -- mark-key --as xiaozhou PD-1 --lost -w gone
	assert_success
	assert_output "$asks y
L261123-0001  lost  PD-1 substation 1
    lock changed by tomorrow 11:05 (E4)"
}
