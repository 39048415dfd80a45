#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# return-key.bats: keys come back; those that are late are chased (E4).

load helper
load ticket
load key

setup() {
	desk_setup
	at 11:05
}

# scan TIME: what the minute's look finds then: each rung, and who is told.
scan() {
	at "$1"
	escalate --overdue 2>/dev/null | cut -f 1-4,6,7 | tr '\t' ' '
}

@test "E4: back, in time: the deadline is met, the key and the card are free" {
	lends 1 GG-1 -t ligong -U 17:00
	at 17:00
	done_as "$L1" as xiaozhou return-key GG-1 --condition 'tag torn'
	run lent id,state,returned,ended,overdue
	assert_output "$L1 returned 2026-11-23T17:00:00+08:00 2026-11-23T17:00:00+08:00 0"
	run ended "$L1"
	assert_output 'key_back E4 met 0'
	run story "$L1"
	assert_output $'xiaozhou lend E4\nxiaozhou return E4'
	run last_said condition
	assert_output 'tag torn'
	run sql 'SELECT count(*) FROM breach'
	assert_output 0
	done_as "$L2" lends 1 GG-1 -t hejie
}

@test "E4: late: it says so, and the breach stays" {
	lends 1 PD-1 -t 太川/孙师傅 -U 17:00
	lends 2 PD-2 -t ligong -U 17:00
	at 18:32
	run -0 terminal return-key --as xiaozhou PD-1
	assert_output 'L261123-0001  back  PD-1 substation 1  late 1 h 32 min (E4), on record'
	done_as "$L2" as xiaozhou return-key "$L2"
	run ended "$L1"
	assert_output 'key_back E4 met 5520'
	run sql 'SELECT record, kind, clause, holder, (ended - due) / 60000
	    FROM breach ORDER BY record'
	assert_output "$L1|key_back|E4|firm:taichuan|92
$L2|key_back|E4|ligong|92"
}

@test "E4: a second after the time it is late" {
	lends 1 GG-1 -t ligong -U 17:00
	at 17:00:01
	as xiaozhou return-key GG-1
	run ended "$L1"
	assert_output 'key_back E4 met 1'
	run sql 'SELECT count(*) FROM breach'
	assert_output 1
}

@test "E4: overdue: at once a reminder, then the telephone, then the head" {
	lends 1 GG-1 -t ligong -U 17:00
	run scan 17:00
	assert_output ''
	at 17:00
	run list loans --overdue -o key
	assert_output ''
	run scan 17:00:01
	assert_output "$L1 key_back E4 0 1 ligong,xiaozhou"
	at 17:00:01
	run list loans --overdue -o key,overdue
	assert_output $'GG-1\t1'
	run scan 17:29:59
	assert_output ''
	run scan 17:30:01
	assert_output "$L1 key_back E4 1 1801 xiaozhou"
	run scan 17:59:59
	assert_output ''
	run scan 18:00:01
	assert_output "$L1 key_back E4 2 3601 chenzhuguan,xiaozhou"
	run scan 2026-11-24T18:00
	assert_output ''
	run list notices -o recipient,message,at
	assert_output 'ligong	remind	2026-11-23T17:00:01+08:00
xiaozhou	remind	2026-11-23T17:00:01+08:00
xiaozhou	phone	2026-11-23T17:30:01+08:00
chenzhuguan	overdue	2026-11-23T18:00:01+08:00
xiaozhou	overdue	2026-11-23T18:00:01+08:00'
}

@test "E4: a key that is back is chased no more" {
	lends 1 GG-1 -t ligong -U 17:00
	lends 2 GG-2 -t Wilson -p 13800000999 -U 17:00
	run scan 17:00:01
	assert_output "$L1 key_back E4 0 1 ligong,xiaozhou
$L2 key_back E4 0 1 xiaozhou"
	as xiaozhou return-key GG-1
	run scan 17:30:01
	assert_output "$L2 key_back E4 1 1801 xiaozhou"
}

@test "E4: a ring comes back as one, by any of its tags or its name" {
	for one in DT-1 DT-5 DT-9 电梯; do
		lends 1 DT-1 -t 电梯维保
		as xiaozhou return-key "$one"
	done
	run lent key,state
	assert_output '电梯 returned
电梯 returned
电梯 returned
电梯 returned'
	refused 1 'return-key: not taken back: DT-5 is in the cabinet (E4). Who had it: list loans --all --key DT-5' \
	    as xiaozhou return-key DT-5
}

@test "E4: of several copies it is said which; one that is out alone is known" {
	lends 1 GG-3 -t ligong
	lends 2 GG-3 -t hejie
	refused 1 'return-key: not taken back: GG-3/1 and GG-3/2 are both not in the cabinet (E4). Say which of them' \
	    as xiaozhou return-key GG-3
	done_as "$L1" as xiaozhou return-key GG-3/1
	done_as "$L2" as xiaozhou return-key GG-3
	refused 1 'return-key: not taken back: GG-3 is in the cabinet (E4). Who had it: list loans --all --key GG-3' \
	    as xiaozhou return-key GG-3
}

@test "several at once: keys and loans, all of them or none" {
	lends 1 GG-1 -t ligong
	lends 2 GG-2 -t hejie
	refused 1 'return-key: not taken back: PD-1 is in the cabinet (E4). Who had it: list loans --all --key PD-1' \
	    as xiaozhou return-key GG-1 PD-1
	done_as "$L1"$'\n'"$L2" as xiaozhou return-key parlour "$L2"
	lends 1 GG-1 -t ligong
	run --separate-stderr as xiaozhou return-key --keep-going PD-1 GG-1
	assert_failure 1
	assert_output "$L3"
	assert_equal "$stderr" 'return-key: not taken back: PD-1 is in the cabinet (E4). Who had it: list loans --all --key PD-1'
}

@test "what is not out does not come back" {
	refused 1 'return-key: not taken back: GG-1 is in the cabinet (E4). Who had it: list loans --all --key GG-1' \
	    as xiaozhou return-key GG-1
	lends 1 GG-1 -t ligong
	as xiaozhou return-key "$L1"
	refused 1 "return-key: not taken back: $L1 is given back; this is for those that are: out, lost, withdrawn (E4). The whole story: show $L1" \
	    as xiaozhou return-key "$L1"
	refused 1 'return-key: not taken back: there is no loan L261123-0099' \
	    as xiaozhou return-key L261123-0099
	refused 1 'return-key: not taken back: T261123-0001 is no loan. Ids of this kind begin with L' \
	    as xiaozhou return-key T261123-0001
	refused 1 'return-key: not taken back: nobody and nothing is called "GG-7". Did you mean GG-1?' \
	    as xiaozhou return-key GG-7
}

@test "who may take keys back: the desk and the heads" {
	lends 1 GG-1 -t ligong
	refused 77 'return-key: not taken back: only these may: clerk, head, duty leader, manager (E4). Ask Chen' \
	    as ligong return-key GG-1
	done_as "$L1" as xiaowu return-key GG-1
}

@test "what a head withdrew a head puts back" {
	as sunzhuguan mark-key PD-1 --withdrawn -w bent
	refused 77 'return-key: not taken back: PD-1 was withdrawn, and a head says when it may be lent again (E4). Ask Chen' \
	    as xiaozhou return-key PD-1
	refused 77 'return-key: not taken back: PD-1 was withdrawn, and a head says when it may be lent again (E4). Ask Chen' \
	    as xiaozhou return-key "$L1"
	done_as "$L1" as chenzhuguan return-key PD-1
	# What a clerk lost, a clerk finds.
	as xiaozhou mark-key PD-1 --lost --yes -w gone
	done_as "$L2" as xiaowu return-key PD-1
}

@test "E4: the number of a card is no remark, and is not repeated" {
	local n
	n=$(card 123)

	lends 1 GG-1 -t ligong
	for one in "--condition=$n" "--condition=left here: $n" \
	    "--condition=${n%?}0" "$n" "--as=$n" "--request-id=$n"; do
		refused 64 "return-key: $no_argument" return-key GG-1 "$one"
	done
	done_as "$L1" return-key GG-1 --condition 'order 110101999903071233'
}

@test "a repeat with the same --request-id takes back once" {
	lends 1 GG-1 -t ligong
	done_as "$L1" as xiaozhou return-key GG-1 --request-id a
	lends 1 GG-1 -t ligong
	done_as "$L1" as xiaozhou return-key GG-1 --request-id a
	run lent key,state
	assert_output $'GG-1 returned\nGG-1 out'
}
