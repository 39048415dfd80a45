#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# owed.bats: no bare "don't know" (A11): who cannot be answered at once, since
# nobody was to be reached, is owed an early reply (F4.8); and is heard when
# he urges.
#
# That there is no way round name, telephone and --tried: log-call.bats.
# An answer is that reply: deadlines.bats.

load helper
load ticket

# asks [option...]: what nobody at the desk knows, tried with the lift firm.
asks() {
	log-call --as xiaozhou -b -k enquiry -g lift -n 张女士 \
	    -p 13800000501 -r 3-2-501 "$@" 'when does lift 2 run again'
}

@test "F4.8: name, telephone, the question and whom it was tried with are kept" {
	done_as "$T1" asks --tried 'lift firm, no answer'
	run bash -c "list contacts --json |
	    jq -c '[.disposition, .content, .tried]'"
	assert_output \
	    '["callback_owed","when does lift 2 run again","lift firm, no answer"]'
	run sql "SELECT name, phone FROM contact"
	assert_output '张女士|13800000501'
	run last_said tried
	assert_output 'lift firm, no answer'
}

@test "F4.8: a blank is nobody it was tried with; and who says whom, owes" {
	refused 1 'log-call: not recorded: whom you tried to reach is not said (F4.8). Add --tried WHOM' \
	    asks --tried ' '
	refused 64 'log-call: --tried says whom you could not reach (F4.8). Add --callback-owed' \
	    calls --tried 'lift firm'
}

@test "A11: it stays with whoever took it, who owes the reply" {
	asks --tried 'lift firm' >/dev/null
	run ticket "$T1" state handler tries answered
	assert_output 'accepted xiaozhou 1 -'
	run owes "$T1"
	assert_output "\
callback F4.8 23.12:12 xiaozhou
answer house 24.08:12 xiaozhou"
	run -0 terminal show "$T1"
	assert_line --index 5 'reply owed  12:12           still owed  F4.8'
}

@test "F4.8: each try is counted and in the story, and is no reply" {
	asks --tried 'lift firm' >/dev/null
	at 09:00
	done_as "$T1" as xiaozhou follow-up "$T1" --tried 'Gao of the lift firm' \
	    -m 'his telephone is off'
	run last_said tried
	assert_output 'Gao of the lift firm'
	as xiaowu follow-up "$T1" --tried 'Sun' -m 'on the roof' >/dev/null
	as xiaozhou follow-up "$T1" -m 'told Zhang that we try' >/dev/null
	run ticket "$T1" tries follow_ups answered
	assert_output '3 3 -'
	run owes "$T1"
	assert_output "\
callback F4.8 23.12:12 xiaozhou
answer house 24.08:12 xiaozhou"
	run -0 bash -c "show $T1 | grep followed"
	assert_output "\
09:00:00  Zhou  followed up  Gao of the lift firm; his telephone is off
09:00:00  Wu  followed up  Sun; on the roof
09:00:00  Zhou  followed up  told Zhang that we try"
}

@test "F4.8: the early reply, in time to the second" {
	asks --tried 'lift firm' >/dev/null
	at 12:12:00
	as xiaozhou answer "$T1" -m 'at four' >/dev/null
	run owes "$T1"
	assert_output ''
	run ended "$T1"
	assert_line 'callback F4.8 met 0'
	run ticket "$T1" breached
	assert_output false
}

@test "F4.8: a second later it is a breach" {
	asks --tried 'lift firm' >/dev/null
	at 12:12:01
	run -0 terminal answer --as xiaozhou "$T1" -m 'at four'
	assert_output 'T261123-0001  answered  late 1 s (F4.8), on record'
	run sql "SELECT kind, clause, holder FROM breach"
	assert_output 'callback|F4.8|xiaozhou'
}

@test "F4.8: a reply that nobody gives goes to the head" {
	asks --tried 'lift firm' >/dev/null
	at 12:02:01
	run -0 --separate-stderr escalate --overdue
	assert_output "\
T261123-0001	callback	F4.8	0	2026-11-23T12:12:00+08:00	-599	xiaozhou	"
	at 12:12:01
	run -0 --separate-stderr escalate --overdue
	assert_output "\
T261123-0001	callback	F4.8	1	2026-11-23T12:12:00+08:00	1	chenzhuguan,xiaozhou	"
}

@test "F4.8: resolved, the reply is given too" {
	asks --tried 'lift firm' >/dev/null
	as ligong resolve "$T1" -m 'it runs, told her' >/dev/null
	run ended "$T1"
	assert_line 'callback F4.8 met 0'
}

@test "F4.8: whoever gets the matter, the reply stays the first responder's" {
	asks --tried 'lift firm' >/dev/null
	as xiaozhou assign "$T1" -t ligong >/dev/null
	run owes "$T1"
	assert_output "\
accept F4.4 23.10:12 ligong
callback F4.8 23.12:12 xiaozhou
answer house 24.08:12 ligong"
}

@test "desk.yaml: how long a reply may be owed" {
	sed -i 's/  callback: 4h/  callback: 1h/' "$FRONTDESK_CONFIG/desk.yaml"
	asks --tried 'lift firm' >/dev/null
	run owes "$T1"
	assert_line 'callback F4.8 23.09:12 xiaozhou'
}

@test "urging is counted and shown, and no new ticket" {
	complains -t xiaoma >/dev/null
	at 10:00
	done_as "$T1" log-call --as xiaowu -T "$T1" --urge -n 刘先生 \
	    -p 13800000611 'when at last'
	at 11:00
	log-call --as xiaowu -T "$T1" --urge -n 刘先生 -p 13800000611 \
	    'what now' >/dev/null
	run list tickets --all -o id,urges,contact_count,first_responder
	assert_output "$T1	2	3	xiaozhou"
	run list contacts -o id,disposition,first_responder
	assert_output "\
$T1	handed_over	xiaozhou
$T1/2	urged	xiaowu
$T1/3	urged	xiaowu"
	run -0 terminal show "$T1"
	assert_line 'contacts 3  visits 0  handed back 0  urged 2'
}

@test "who is urged hears of it, and the first responder" {
	complains -t xiaoma >/dev/null
	log-call --as xiaowu -T "$T1" --urge -n Liu -p 13800000611 well \
	    >/dev/null
	run told "$T1"
	assert_output "\
xiaoma assigned
zhaodui complaint
xiaoma urged
xiaozhou urged"
}

@test "C6: urging moves no clock, neither on nor back" {
	local before

	complains -t xiaoma -P 17:00 >/dev/null
	before=$(list deadlines)
	at 10:00
	log-call --as xiaozhou -T "$T1" --urge -n Liu -p 13800000611 well \
	    >/dev/null
	assert_equal "$(list deadlines -o \
	    id,deadline,clause,due,met,late_seconds,owed_by)" "$before"
	assert_equal "$(wc -l <<<"$before")" 6
}
