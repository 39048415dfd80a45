#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# chase.bats: what the utilities of the city cause is explained, taken up with
# them, and never pushed away (C7).

load helper
load ticket

UNASKED='the cause is municipal, and nobody has taken it up with those in charge yet (C7). Ask them, then: chase T261123-0001 --body BODY --reply TEXT --next TIME; and log what they achieve with --outcome'

setup() {
	desk_setup
	dry >/dev/null
}

# dry [option...]: a resident has no water; a complaint unless told otherwise.
dry() {
	log-call --as xiaozhou -k complaint -g water_cut -n 张女士 \
	    -p 13800000501 -r 3-2-501 "$@" 'no water'
}

# asked: they were asked at 08:40, and are to be asked again at 12:00.
asked() {
	at 08:40
	as xiaozhou chase "$T1" --body 自来水公司 --person 周工 --ref W-881 \
	    --reply 'a main has burst' --next 12:00
}

@test "C7: the category says who caused it" {
	run ticket "$T1" kind cause utility
	assert_output 'complaint municipal water'
}

@test "C7: each utility by its option, in any of its words" {
	local typed

	for typed in water power gas road post telecom 电信; do
		calls -g other --cause municipal --utility "$typed" >/dev/null
	done
	calls -g other --cause 市政 >/dev/null
	calls -g other --utility road >/dev/null
	run list tickets -o cause,utility
	assert_output 'municipal	water
municipal	water
municipal	power
municipal	gas
municipal	road
municipal	post
municipal	telecom
municipal	telecom
municipal	
municipal	road'
}

@test "C7: who only asks about it is answered, and bound to nothing" {
	done_as "$T2" log-call --as xiaozhou -k enquiry -g water_cut -n Liu \
	    -p 13800000611 -O 'at four, says their notice' 'when is it back?'
	run ticket "$T2" state cause
	assert_output 'closed -'
	as xiaozhou amend "$T2" -k request -w 'she has none herself'
	run ticket "$T2" cause utility
	assert_output 'municipal water'
}

@test "C7: one that turns out to be theirs is theirs from then on" {
	calls -g other >/dev/null
	as xiaozhou amend "$T2" -g water_cut -w 'it is the main' >/dev/null
	run ticket "$T2" cause utility
	assert_output 'municipal water'
	refused 1 "resolve: not done: ${UNASKED//$T1/$T2}" \
	    as xiaozhou resolve "$T2" -m 'it is back'
}

@test "C7: neither resolved nor done on the spot before they were asked" {
	refused 1 "resolve: not done: $UNASKED" \
	    as xiaozhou resolve "$T1" -m 'ring the waterworks yourself'
	refused 1 "log-call: not recorded: ${UNASKED//$T1/TICKET}" \
	    dry -O 'told her to ring the waterworks'
}

@test "C7: nor before what they achieved is written down" {
	asked >/dev/null
	refused 1 "resolve: not done: what 自来水公司 achieved is not recorded yet (C7). chase T261123-0001 --outcome TEXT; or a head: chase T261123-0001 --give-up WHY" \
	    as xiaozhou resolve "$T1" -m 'they are digging'
	at 15:00
	done_as "$T1" as xiaozhou chase "$T1" --outcome 'it runs again'
	done_as "$T1" as xiaozhou resolve "$T1" -m 'it runs again'
	run ticket "$T1" state body chases chased settled
	assert_output 'resolved 自来水公司 2 2026-11-23T15:00:00+08:00 2026-11-23T15:00:00+08:00'
}

@test "C7: asked once with an outcome is enough" {
	done_as "$T1" as xiaozhou chase "$T1" --body 自来水公司 \
	    --outcome 'they had shut it for an hour'
	done_as "$T1" as xiaozhou resolve "$T1" -m 'it runs again'
	run ended "$T1"
	assert_line 'answer C6 met 0'
	refute_line --partial chase
}

@test "C7: when they are to be asked again is a deadline, and its holder's" {
	as xiaozhou assign "$T1" -t ligong >/dev/null
	as ligong accept "$T1" >/dev/null
	asked >/dev/null
	run owes "$T1"
	assert_output 'acknowledge A3 23.10:12 sunzhuguan
chase C7 23.12:00 ligong
answer C6 24.08:12 ligong'
	at 12:00
	as ligong chase "$T1" --reply 'by three' --next 15:00 >/dev/null
	at 15:00:01
	as ligong chase "$T1" --reply 'by five' --next 17:00 >/dev/null
	run owes "$T1"
	assert_line 'chase C7 23.17:00 ligong'
	run bash -c "$(declare -f ended); ended $T1 | grep chase"
	assert_output 'chase C7 met 0
chase C7 met 1'
}

@test "C7: they are asked until they have done it, then no more" {
	asked >/dev/null
	as xiaozhou chase "$T1" --outcome 'it runs again' >/dev/null
	run -0 bash -c "show $T1 | grep outcome:"
	assert_output '08:40:00  Zhou  chased  outcome: it runs again'
	run owes "$T1"
	assert_output 'hand_over C1 23.08:42 xiaozhou
acknowledge A3 23.10:12 sunzhuguan
answer C6 24.08:12 xiaozhou'
}

@test "C7: whoever forgets to ask again is asked himself" {
	asked >/dev/null
	at 12:00:01
	escalate --overdue >"$BATS_TEST_TMPDIR/fired"
	run grep chase "$BATS_TEST_TMPDIR/fired"
	assert_output "$T1	chase	C7	1	2026-11-23T12:00:00+08:00	1	sunzhuguan,xiaozhou	0"
}

@test "C7: the answer is still owed in 24 hours, whoever is at fault" {
	asked >/dev/null
	run ticket "$T1" due answered
	assert_output '2026-11-24T08:12:00+08:00 -'
	at 2026-11-24T08:12:01
	as xiaozhou answer "$T1" -m 'a main has burst; at three' >/dev/null
	run bash -c "$(declare -f ended); ended $T1 | grep answer"
	assert_output 'answer C6 met 1'
}

@test "C7: asking them is the day's follow-up of the first responder" {
	asked >/dev/null
	run list deadlines --all -o deadline,due,outcome
	assert_line 'follow_up	2026-11-24T08:12:00+08:00	met'
	assert_line 'follow_up	2026-11-24T08:40:00+08:00	open'
}

@test "C7: whom, who it was there, the number and the reply are shown" {
	asked >/dev/null
	at 12:00
	as xiaozhou chase "$T1" --reply 'by three' --next 15:00 >/dev/null
	run -0 show "$T1"
	assert_output 'T261123-0001  complaint water cut  3-2-501
张女士 138****0501  pending  PRACTICE
no water
first responder Zhou  recorded by Zhou  handler -
contacts 1  visits 0  handed back 0  urged 0
Deadline     Due             Outcome                      Clause
hand-over    08:42           still owed, 3 h 18 min late  C1
acknowledge  10:12           still owed, 1 h 48 min late  A3
chase again  12:00           12:00 kept                   C7
chase again  15:00           still owed                   C7
answer       tomorrow 08:12  still owed                   C6
follow-up    tomorrow 08:12  08:40 kept                   F4.4
follow-up    tomorrow 08:40  12:00 kept                   F4.4
follow-up    tomorrow 12:00  still owed                   F4.4
08:12:00  Zhou  logged  call
08:40:00  Zhou  chased  自来水公司; 周工; W-881; a main has burst; to be asked again today 12:00
12:00:00  Zhou  chased  by three; to be asked again today 15:00
you can: assign answer promise follow-up chase resolve escalate acknowledge
    join-tickets join-tickets --apart amend amend --void'
	run jq -c '.body, .chases, (.events[] | select(.step == "chase") |
	    .changed)' <<<"$(show "$T1" --json)"
	assert_output '"自来水公司"
2
{"body":"自来水公司","chased":"2026-11-23T08:40:00+08:00","chases":1,"person":"周**","ref":"W-881","reply":"a main has burst","next":"2026-11-23T12:00:00+08:00"}
{"chased":"2026-11-23T12:00:00+08:00","chases":2,"reply":"by three","next":"2026-11-23T15:00:00+08:00"}'
}

@test "C7: nobody named, nothing said, no time: each is asked for" {
	refused 1 'chase: not recorded: nobody is named whom it was taken up with (C7). Add --body BODY, and --person PERSON' \
	    as xiaozhou chase "$T1" --reply 'soon' --next 12:00
	refused 1 'chase: not recorded: what they said is not recorded (C7). Add --reply TEXT, or --outcome TEXT when it is done' \
	    as xiaozhou chase "$T1" --body 自来水公司 --next 12:00
	refused 1 'chase: not recorded: no time when to ask them again (C7). Add --next TIME, or --outcome TEXT when it is done' \
	    as xiaozhou chase "$T1" --body 自来水公司 --reply 'soon'
	refused 64 'chase: --outcome and --next exclude each other (C7). Leave one of them out' \
	    as xiaozhou chase "$T1" --body B --outcome 'done' --next 12:00
	refused 64 'chase: --reply and --give-up exclude each other (C7). Leave one of them out' \
	    as chenzhuguan chase "$T1" --give-up 'no' --reply 'no'
}

@test "C7: a head gives it up, signs it, and it may be resolved" {
	asked >/dev/null
	refused 77 'chase: not recorded: only a head gives it up (C7). Ask Sun' \
	    as xiaozhou chase "$T1" --give-up 'they never reply'
	done_as "$T1" as sunzhuguan chase "$T1" --give-up 'they never reply'
	run ticket "$T1" chases settled
	assert_output '1 2026-11-23T08:40:00+08:00'
	run -0 bash -c "show $T1 | grep chased"
	assert_line -n -1 '08:40:00  Sun  chased  given up: they never reply'
	run owes "$T1"
	refute_line --partial chase
	done_as "$T1" as xiaozhou resolve "$T1" -m 'explained to her'
}

@test "C7: given up without having asked, too: it is the head's to answer for" {
	done_as "$T1" as chenzhuguan chase "$T1" --give-up 'the street is gone'
	done_as "$T1" as xiaozhou resolve "$T1" -m 'explained to her'
	run ticket "$T1" state body chases
	assert_output 'resolved - 0'
}

@test "C5: a head who is accused does not give up what is about himself" {
	dry -A sunzhuguan >/dev/null
	refused 1 'chase: not recorded: Sun is the one complained about in T261123-0002 (C5). Chen, or whom they name, may' \
	    as sunzhuguan chase "$T2" --give-up 'not worth it'
	done_as "$T2" as chenzhuguan chase "$T2" --give-up 'they never reply'
}

@test "C7: what is opened again they are asked about anew" {
	asked >/dev/null
	as xiaozhou chase "$T1" --outcome 'it runs again' >/dev/null
	as xiaozhou resolve "$T1" -m 'it runs again' >/dev/null
	at 10:00
	as xiaowu call-back "$T1" --result dissatisfied -m 'dry again' \
	    >/dev/null
	run ticket "$T1" state chases settled
	assert_output 'accepted 0 -'
	refused 1 "resolve: not done: $UNASKED" \
	    as xiaozhou resolve "$T1" -m 'it runs again'
	as xiaozhou chase "$T1" --outcome 'a second leak closed' >/dev/null
	done_as "$T1" as xiaozhou resolve "$T1" -m 'it runs again'
}

@test "resolving ends what was still to be asked" {
	asked >/dev/null
	as sunzhuguan chase "$T1" --give-up 'no reply' >/dev/null
	calls -g other >/dev/null
	as xiaozhou chase "$T2" --body 邮局 --reply 'soon' --next 17:00 \
	    >/dev/null
	as xiaozhou resolve "$T2" -m 'it came' >/dev/null
	run ended "$T2"
	assert_line 'chase C7 void 0'
}

@test "on a terminal: whom, who, the number, how late, and what is owed" {
	as xiaozhou assign "$T1" -t ligong >/dev/null
	at 08:40
	run -0 terminal chase --as ligong "$T1" --body 自来水公司 \
	    --person 周工 --ref W-881 --reply 'burst' --next 12:00
	assert_output 'T261123-0001  chased  自来水公司 周工 W-881
    Sun to acknowledge by today 10:12 (A3)  Li to accept by today 10:12 (F4.4)
    ask again by today 12:00 (C7)  answer by tomorrow 08:12 (C6)
    Zhou to follow up by tomorrow 08:12 (F4.4)'
	at 12:30
	run -0 terminal chase --as ligong "$T1" --outcome 'it runs again'
	assert_line -n 0 'T261123-0001  chased  自来水公司  outcome recorded  late 30 min (C7), on record'
	run -0 terminal chase --as sunzhuguan "$T1" --give-up 'no reply'
	assert_line -n 0 'T261123-0001  given up by a head (C7)'
}
