#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# log-call.bats: a contact is recorded and opens a ticket, or joins one.

load helper
load ticket

contact() {
	list contacts --json | jq -r "[$1] | map(. // \"-\") | join(\" \")"
}

@test "C1: nothing else said, it is to be handed over within 30 minutes" {
	done_as "$T1" calls -g leak
	run ticket "$T1" kind state category room department handler \
	    first_responder recorded_by
	assert_output 'request pending leak 3-2-501 engineering - xiaozhou xiaozhou'
	run owes "$T1"
	assert_output 'hand_over C1 23.08:42 xiaozhou
answer house 25.08:12 xiaozhou'
	run story "$T1"
	assert_output 'xiaozhou log C1'
}

@test "C1: handed over at once, to a person who is to accept in two hours" {
	done_as "$T1" calls -g leak -t ligong
	run ticket "$T1" state department handler
	assert_output 'assigned engineering ligong'
	run owes "$T1"
	assert_output 'accept F4.4 23.10:12 ligong
answer house 25.08:12 ligong'
	run told "$T1"
	assert_output 'ligong assigned'
	run contact '.disposition, .told_department'
	assert_output 'handed_over engineering'
}

@test "C1: done on the spot: resolved, and answered by that" {
	done_as "$T1" calls -g leak -O 'showed where the main cock is'
	run ticket "$T1" state answered resolved closed
	assert_output 'resolved 2026-11-23T08:12:00+08:00 2026-11-23T08:12:00+08:00 -'
	run owes "$T1"
	assert_output 'closing_call C6 24.08:12 chenzhuguan'
	run contact '.disposition, .done'
	assert_output 'on_spot showed where the main cock is'
}

@test "desk.yaml: a kind that needs no call-back is closed on the spot" {
	done_as "$T1" calls -k enquiry -O 'seven working days'
	run ticket "$T1" state closed
	assert_output 'closed 2026-11-23T08:12:00+08:00'
}

@test "F4.6: told a time, it is a promise, and whoever told it has it in work" {
	done_as "$T1" calls -k enquiry -g decoration -P 17:00
	run ticket "$T1" state handler promised
	assert_output 'accepted xiaozhou 2026-11-23T17:00:00+08:00'
	run owes "$T1"
	assert_output 'promise F4.6 23.17:00 xiaozhou
answer house 24.08:12 xiaozhou'
}

@test "F4.8: nobody could be reached: name, number and question, a reply owed" {
	done_as "$T1" calls -b --tried 李工
	run contact '.disposition, .tried'
	assert_output 'callback_owed 李工'
	run owes "$T1"
	assert_output 'callback F4.8 23.12:12 xiaozhou
answer house 25.08:12 xiaozhou'
	refused 1 'log-call: not recorded: whom you tried to reach is not said (F4.8). Add --tried WHOM' \
	    calls -b
	refused 1 'log-call: not recorded: a reply is owed, so name and telephone are needed (F4.8). Add --name NAME and --phone NUMBER' \
	    log-call -b --anonymous -p 13800000501 x
	refused 1 'log-call: not recorded: a reply is owed, so name and telephone are needed (F4.8). Add --name NAME and --phone NUMBER' \
	    log-call -b -n Zhang --no-phone 'gave none' x
}

@test "C6: a complaint is owed an answer 24 hours after the contact" {
	done_as "$T1" complains
	run owes "$T1"
	assert_output 'hand_over C1 23.08:42 xiaozhou
acknowledge A3 23.10:12 zhaodui
answer C6 24.08:12 xiaozhou'
}

@test "C6: from the contact, not from the typing; both times are kept" {
	done_as "$T1" complains -a 07:30
	run ticket "$T1" opened due
	assert_output '2026-11-23T07:30:00+08:00 2026-11-24T07:30:00+08:00'
	run sql "SELECT (recorded - opened) / 1000 FROM ticket"
	assert_output '2520'
	run list events -o id,at,recorded
	assert_line "$T1	2026-11-23T07:30:00+08:00	2026-11-23T08:12:00+08:00"
}

@test "an id bears the day of the contact" {
	done_as T261120-0001 complains -a '11-20 16:40'
	done_as T261120-0002 complains -a '11-20 9:00'
	done_as T261123-0001 complains
}

@test "A3: a complaint tells the head of its department at once" {
	complains >/dev/null
	run told "$T1"
	assert_output 'zhaodui complaint'
}

@test "A3: other kinds tell nobody and owe no acknowledgement" {
	calls >/dev/null
	run told "$T1"
	assert_output ''
}

@test "C5: the accused records the complaint truthfully and may not recuse" {
	run --separate-stderr -0 log-call --as xiaozhou -k complaint \
	    -g attitude -A 小周 -n 孙先生 -p 13800000903 -P 17:00 'two trips'
	assert_equal "$output" "$T1"
	assert_equal "$stderr" 'log-call: note: you are the one complained about. It is recorded as it was said (C5)'
	run ticket "$T1" accused self_taken recorded_by state handler
	assert_output 'xiaozhou true xiaozhou assigned chenzhuguan'
	run told "$T1"
	assert_output 'chenzhuguan self_taken'
}

@test "C5: he may not settle it on the spot himself" {
	refused 1 'log-call: not recorded: Zhou is the one complained about (C5). Chen, or whom they name, may' \
	    log-call --as xiaozhou -k complaint -g attitude -A xiaozhou \
	    -n Sun -p 13800000903 -O 'said sorry' 'two trips'
}

@test "C5: about somebody else it is no self-taken one" {
	done_as "$T1" log-call --as xiaowu -k complaint -g attitude \
	    -A xiaozhou -n Sun -p 13800000903 'two trips'
	run ticket "$T1" accused self_taken
	assert_output 'xiaozhou false'
}

@test "F4.2: the first employee met may be another than the typist" {
	done_as "$T1" calls -f 小马
	run ticket "$T1" first_responder recorded_by
	assert_output 'xiaoma xiaozhou'
	run owes "$T1"
	assert_output 'hand_over C1 23.08:42 xiaoma
answer house 25.08:12 xiaoma'
}

@test "F4.5: a name is asked for, or that there is none" {
	refused 1 'log-call: not recorded: no name (F4.5). Add --name NAME, or --anonymous' \
	    log-call -p 13800000501 x
	done_as "$T1" log-call --anonymous -p 13800000501 x
}

@test "F4.5: a telephone is asked for, or why there is none" {
	refused 1 'log-call: not recorded: no telephone (F4.5). Add --phone NUMBER, or --no-phone REASON' \
	    log-call -n Zhang x
	done_as "$T1" log-call -n Zhang --no-phone 'gave none' x
}

@test "F4.5: what is missing is named at once" {
	refused 1 'log-call: not recorded: no name and no telephone (F4.5). Add --name NAME, or --anonymous; and --phone NUMBER, or --no-phone REASON' \
	    log-call x
}

@test "F4.5: a number in any writing is kept in one" {
	local number

	for number in '138 0000 0501' 138-0000-0501 '+86 138 0000 0501' \
	    １３８０００００５０１ '(0731) 8888 0501'; do
		calls -p "$number" >/dev/null
	done
	run sql 'SELECT phone FROM contact ORDER BY ticket'
	assert_output '13800000501
13800000501
13800000501
13800000501
073188880501'
}

@test "F4.5: what is no number is refused" {
	refused 1 'log-call: not recorded: a telephone number has digits only, and no a (F4.5)' \
	    log-call -n Zhang -p 12ab x
	refused 1 'log-call: not recorded: a telephone number has 3 to 20 digits, and this one 2 (F4.5)' \
	    log-call -n Zhang -p 12 x
}

@test "-p - reads the number, so that it is in no history" {
	done_as "$T1" log-call -n Zhang -p - x <<<'138 0000 0501'
	run sql 'SELECT phone FROM contact'
	assert_output '13800000501'
	refused 65 'log-call: not recorded: no number came on standard input (F4.5)' \
	    log-call -n Zhang -p - x </dev/null
}

@test "a later contact belongs to its ticket, and who has it hears of it" {
	calls -g leak -t ligong >/dev/null
	at 09:00
	done_as "$T1" calls -T "$T1"
	run list contacts -o id,ticket,at,disposition
	assert_output "$(printf '%s\n' \
	    "$T1|$T1|2026-11-23T08:12:00+08:00|handed_over" \
	    "$T1/2|$T1|2026-11-23T09:00:00+08:00|added" | tr '|' '\t')"
	run told "$T1"
	assert_output 'ligong assigned
ligong contact
xiaozhou contact'
	run ticket "$T1" state due contact_count urges
	assert_output 'assigned 2026-11-25T08:12:00+08:00 2 0'
}

@test "an urge is counted" {
	calls >/dev/null
	done_as "$T1" calls -T "$T1" -u
	run ticket "$T1" contact_count urges
	assert_output '2 1'
}

@test "F4.6: visits of one ticket are counted" {
	calls -c visit >/dev/null
	calls -c 来访 -T "$T1" >/dev/null
	calls -T "$T1" >/dev/null
	run ticket "$T1" contact_count visits
	assert_output '3 2'
}

@test "a later contact does not change what the ticket is" {
	local option

	calls >/dev/null
	for option in '-k tip' '-g leak' '-t ligong' '-O done' '-P 17:00' \
	    '-b' '-A ligong'; do
		# shellcheck disable=SC2086 # an option and its value
		refused 64 'log-call: --ticket adds to a ticket that is there; its kind and handling stay as they are. Change these with assign, answer, promise or resolve' \
		    calls -T "$T1" $option
	done
}

@test "options that exclude each other are named" {
	refused 64 'log-call: --on-spot and --to exclude each other. Leave one of them out' \
	    calls -O done -t ligong
	refused 64 'log-call: --on-spot and --promise exclude each other. Leave one of them out' \
	    calls -O done -P 17:00
	refused 64 'log-call: --callback-owed and --on-spot exclude each other. Leave one of them out' \
	    calls -b -O done
	refused 64 'log-call: --name and --anonymous exclude each other. Leave one of them out' \
	    calls --anonymous
	refused 64 'log-call: --phone and --no-phone exclude each other. Leave one of them out' \
	    calls --no-phone none
	refused 64 'log-call: --urge needs the ticket that they urge. Add --ticket TICKET' \
	    calls -u
	refused 64 'log-call: --map goes with --from. Add --from FORMAT' \
	    calls --map content=text
	refused 64 'log-call: --on-spot is empty (C1). Write what was done' \
	    calls -O ' '
}

@test "a category names its kind, cause and utility; -k goes before it" {
	calls -g 停水 >/dev/null
	calls -g 装修 >/dev/null
	calls -g 装修 -k complaint >/dev/null
	run ticket "$T1" kind category cause utility
	assert_output 'request water_cut municipal water'
	run ticket "$T2" kind category
	assert_output 'enquiry decoration'
	run ticket "$T3" kind category
	assert_output 'complaint decoration'
}

@test "each kind has its own limit; praise is owed nothing" {
	local kind

	for kind in complaint request enquiry suggestion praise tip; do
		calls -k "$kind" >/dev/null
	done
	run list tickets --all -o id,due
	assert_output --partial 'T261123-0001	2026-11-24T08:12:00+08:00'
	assert_output --partial 'T261123-0002	2026-11-25T08:12:00+08:00'
	assert_output --partial 'T261123-0003	2026-11-24T08:12:00+08:00'
	assert_output --partial 'T261123-0004	2026-11-30T08:12:00+08:00'
	run ticket T261123-0005 due
	assert_output -- '-'
	run ticket T261123-0006 due
	assert_output '2026-11-26T08:12:00+08:00'
}

@test "A18: how often it rang is kept" {
	calls --rings 2 >/dev/null
	run contact '.rings'
	assert_output '2'
	refused 64 'log-call: --rings is 100; it goes from 0 to 99' \
	    calls --rings 100
	refused 64 'log-call: --rings: "two" is no whole number. Write digits only' \
	    calls --rings two
}

@test "several words are one text" {
	log-call -n Zhang -p 13800000501 the pipe leaks >/dev/null
	run contact '.content'
	assert_output 'the pipe leaks'
}

@test "text keeps its lines and TABs; CRLF becomes LF, and all is NFC" {
	calls >/dev/null
	log-call -n Zhang -p 13800000501 -- $'a\tb\r\nc\rd e\u0301' >/dev/null
	run last_said content
	assert_output $'a\tb\nc\nd \u00e9'
}

@test "on a terminal: what it is, whose, and one line of what is owed" {
	run -0 terminal log-call --as xiaozhou -g 漏水 -r 3-2-501 -n 张女士 \
	    -p 13800000501 -t ligong -P 10:30 'the drain leaks'
	assert_output "\
T261123-0001  logged  request leak  3-2-501  张女士
    Li to accept by today 10:12 (F4.4)  promised for today 10:30 (F4.6)
    Zhou to follow up by tomorrow 08:12 (F4.4)  answer by 11-25 08:12 (ours)"
}

@test "on a terminal in Chinese, rooms and names as they are said" {
	run -0 zh terminal log-call --as xiaozhou -g 漏水 -r 3-2-501 \
	    -n 张女士 -p 13800000501 -t ligong -P 10:30 厨房漏水
	assert_output "\
T261123-0001  已登记  报修 漏水  3栋2单元501  张女士
    李工 今天 10:12 前签收(F4.4)  承诺 今天 10:30(F4.6)
    小周 明天 08:12 前跟进(F4.4)  答复 11-25 08:12 前（本处）"
}

# like ID ROOM NUMBER CATEGORY [option...]: one that was logged.
like() {
	done_as "$1" log-call --as xiaozhou -r "$2" -n 张女士 -p "$3" -g "$4" \
	    "${@:5}" 'it drips'
}

# hinted MESSAGE ROOM NUMBER CATEGORY [option...]: one more, on a terminal, and
# what stands last then; nothing: there is no hint.
hinted() {
	run -0 terminal log-call --as xiaozhou -r "$2" -n 张女士 -p "$3" \
	    -g "$4" "${@:5}" 'it drips'
	if [ -n "$1" ]; then
		assert_line -n -1 "log-call: hint: $1"
	else
		refute_output --partial hint
	fi
}

@test "a hint at what may be the same: the same room, else by the same number" {
	like "$T1" 3-2-401 13800000401 leak
	like "$T2" 5-1-903 13800000501 leak
	hinted "like $T2: join-tickets $T3 --ticket $T2" \
	    3-2-501 13800000501 leak
	hinted "like $T3: join-tickets T261123-0004 --ticket $T3" \
	    3-2-501 13800000502 leak
	run -0 join-tickets T261123-0004 --ticket "$T3"
	assert_output T261123-0004
}

@test "a day of many: the ids go on, and stand in order as texts" {
	local n

	for n in 9998 99998; do
		as xiaozhou log-call -n Li -p 13800000601 x >/dev/null
		sql "UPDATE counter SET last = $n WHERE name = 'T261123'"
		as xiaozhou log-call -n Li -p 13800000601 x >/dev/null
	done
	as xiaozhou log-call -n Li -p 13800000601 x >/dev/null
	run -0 list tickets --all -o id
	assert_output $'T261123-0001\nT261123-9999\nT261123-a10000\nT261123-a99999\nT261123-b100000'
	as xiaozhou assign T261123-b100000 -t ligong
	run -0 list tickets --all -o id,handler
	assert_line $'T261123-b100000\tligong'
}

@test "else near by: the same unit, then the same building, within a week" {
	at 2026-11-15T09:00
	like T261115-0001 3-2-401 13800000401 leak
	at 2026-11-23T08:12
	hinted '' 3-2-501 13800000501 leak
	as xiaozhou resolve "$T1" -m x >/dev/null
	at 2026-11-17T09:00
	like T261117-0001 3-1-401 13800000402 leak
	at 2026-11-23T08:12
	hinted "like T261117-0001: join-tickets $T2 --ticket T261117-0001" \
	    3-2-502 13800000502 leak
	hinted "like $T2: join-tickets $T3 --ticket $T2" \
	    3-2-601 13800000601 leak
	hinted '' 2-2-501 13800000503 leak
}

@test "else at what else is open: of the room, of the caller" {
	like "$T1" 3-2-501 13800000501 noise
	like "$T2" 3-2-501 13800000501 lift
	like "$T3" 3-2-501 13800000501 lift -O done
	hinted '3-2-501 has 3 more open: list tickets --room 3-2-501' \
	    3-2-501 13800000502 leak
	run -0 list tickets --room 3-2-501 -o id
	assert_equal "${#lines[@]}" 4
	hinted 'the caller has 3 more open: show T261123-0003' \
	    大门 13800000501 gas
}

@test "what says nothing about the matter is like nothing: other, void, closed" {
	like "$T1" 3-2-501 13800000501 other
	hinted '3-2-501 has 1 more open: list tickets --room 3-2-501' \
	    3-2-501 13800000501 other
	amend "$T1" --void --why twice -y >/dev/null
	amend "$T2" --void --why twice -y >/dev/null
	like "$T3" 3-2-501 13800000501 fees -O said
	hinted '' 3-2-501 13800000501 fees
}

@test "else at one that came back to whoever types" {
	like "$T1" 6-1-101 13800000611 leak -t ligong
	as ligong hand-back "$T1" -w 'not ours' >/dev/null
	hinted "$T1 was handed back to you: assign $T1 --to WHO" \
	    3-2-501 13800000501 gas
	run -0 terminal log-call --as xiaowu -n Li -p 13900000001 'when?'
	refute_output --partial hint
}

@test "no hint into a pipe, with -q or --json, nor where standard error goes elsewhere" {
	local how said=$BATS_TEST_TMPDIR/said

	like "$T1" 3-2-501 13800000501 leak
	like "$T2" 3-2-501 13800000501 leak
	for how in ">$said" -q -j "2>$said"; do
		run -0 terminal sh -c "calls() { log-call --as xiaozhou -n Li \
		    -p 13800000501 -r 3-2-501 -g leak \"\$@\"; }
		    calls $how x"
		refute_output --partial hint
	done
	run -0 cat "$said"
	assert_output ''
}

@test "-q: the id alone, on a terminal too" {
	run -0 terminal log-call -q -n Zhang -p 13800000501 x
	assert_output "$T1"
}

@test "as JSON the whole ticket" {
	run -0 log-call -j -g leak -n Zhang -p 13800000501 x
	assert_equal "$(jq -r 'keys_unsorted[:6] | join(" ")' <<<"$output")" \
	    'id kind state category room department'
	assert_equal "$(jq -r '.id + " " + .content' <<<"$output")" "$T1 x"
}

@test "everybody of every department may take a call (C1)" {
	local who

	for who in xiaozhou ligong xiaoma hejie wangjingli; do
		as "$who" log-call -n Zhang -p 13800000501 x >/dev/null
	done
	run sql 'SELECT recorded_by FROM ticket ORDER BY id'
	assert_output 'xiaozhou
ligong
xiaoma
hejie
wangjingli'
}

@test "what is open is found by its index, for the hint after a call too" {
	local open

	in_a_file
	open=$(sed -n '/^find_returned/,/^}/{s/^[^"]*"\(.*\)"[,;]*$/\1/p}' \
	    "$ROOT/cmd/log-call.c" | grep -v '^en$' | tr -d '\n')
	run sql "EXPLAIN QUERY PLAN $open"
	assert_output --partial 'INDEX ticket_open'
}

@test "a category without a department: its handler's, and the centre's head" {
	sed -i '/^  - code: noise/,/^    handler:/{/^    department:/d}' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	log-call -k complaint -g noise -n Zhang -p 13800000501 -r 6-1-302 x
	[ "$(list tickets -o department)" = order ]
	[ "$(list deadlines | awk '$2 == "acknowledge" { print $NF }')" = \
	    chenzhuguan ]
}
