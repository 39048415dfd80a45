#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# call-back.bats: every matter has an outcome, every item an echo: the resident
# is asked whether it is done, and not by who did it (C6).

load helper
load ticket

setup() {
	desk_setup
	complains -t xiaoma >/dev/null
	as zhaodui acknowledge "$T1" >/dev/null
	as xiaoma accept "$T1" >/dev/null
	at 10:20
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
}

# policy KIND POLICY: as desk.yaml has it from now on.
policy() {
	sed -i "/^  $1:/s/call_back: [a-z]*/call_back: $2/" \
	    "$FRONTDESK_CONFIG/desk.yaml"
}

# requests N: so many more.
requests() {
	yes '{"content":"it leaks","name":"Z","phone":"13800000501"}' |
	    head -n "$1" | as xiaowu log-call -F json -k request >/dev/null
}

@test "C6: what is resolved owes a call-back within a day, by the first responder" {
	run owes "$T1"
	assert_output 'closing_call C6 24.10:20 xiaozhou'
	run ticket "$T1" state closed result called_back
	assert_output 'resolved - - -'
}

@test "C6: satisfied closes it" {
	at 17:00
	done_as "$T1" as xiaozhou call-back "$T1" -R satisfied
	run ticket "$T1" state closed result score called_back unreached
	assert_output "\
closed 2026-11-23T17:00:00+08:00 satisfied - 2026-11-23T17:00:00+08:00 0"
	run owes "$T1"
	assert_output ''
	run ended "$T1"
	assert_line 'closing_call C6 met 0'
	done_as '' list tickets
}

@test "C6: what they give it, and what they said, is kept" {
	as xiaozhou call-back "$T1" -R satisfied --score 4 \
	    -m 'quiet since ten' >/dev/null
	run ticket "$T1" result score
	assert_output 'satisfied 4'
	run last_said text
	assert_output 'quiet since ten'
}

@test "C6: dissatisfied opens it again, on its old clock" {
	at 17:00
	done_as "$T1" as xiaozhou call-back "$T1" -R dissatisfied \
	    -m 'they drum again' --score 2
	run ticket "$T1" state handler resolved closed answered result score \
	    reopens called_back
	assert_output "\
accepted xiaoma - - - dissatisfied 2 1 2026-11-23T17:00:00+08:00"
	run owes "$T1"
	assert_output 'answer C6 24.08:12 xiaoma'
	run list deadlines --kind follow_up -o due,owed_by
	assert_output '2026-11-24T17:00:00+08:00	xiaozhou'
	run last_said text
	assert_output 'they drum again'
}

@test "C6: of that the handler hears, the first responder, and the head" {
	as xiaozhou call-back "$T1" -R dissatisfied -m 'they drum again' \
	    >/dev/null
	run told "$T1"
	assert_output "\
xiaoma assigned
zhaodui complaint
xiaozhou resolved
xiaoma reopened
xiaozhou reopened
zhaodui reopened"
	# No head is told of what is no complaint.
	calls -t ligong >/dev/null
	as ligong resolve "$T2" -m 'new seal' >/dev/null
	as xiaozhou call-back "$T2" -R dissatisfied -m drips >/dev/null
	run told "$T2"
	assert_output "\
ligong assigned
xiaozhou resolved
ligong reopened
xiaozhou reopened"
}

@test "F4.6: who is not satisfied is told a time, and that is a promise" {
	as xiaozhou call-back "$T1" -R dissatisfied -m 'they drum again' \
	    -P 20:00 >/dev/null
	run owes "$T1"
	assert_output "\
promise F4.6 23.20:00 xiaoma
answer C6 24.08:12 xiaoma"
}

@test "C6: not reached is counted, and the call-back is owed again" {
	at 17:00
	done_as "$T1" as xiaozhou call-back "$T1" -R unreachable
	run ticket "$T1" state result unreached called_back
	assert_output 'resolved unreachable 1 2026-11-23T17:00:00+08:00'
	run owes "$T1"
	assert_output 'closing_call C6 24.17:00 xiaozhou'
	at 19:30
	as xiaozhou call-back "$T1" -R unreachable >/dev/null
	run owes "$T1"
	assert_output 'closing_call C6 24.19:30 xiaozhou'
	at 2026-11-24T09:00
	as xiaozhou call-back "$T1" -R satisfied >/dev/null
	run ticket "$T1" state result unreached
	assert_output 'closed satisfied 2'
	run owes "$T1"
	assert_output ''
}

@test "C6: in time to the second" {
	at 2026-11-24T10:20:00
	as xiaozhou call-back "$T1" -R satisfied >/dev/null
	run ticket "$T1" breached
	assert_output false
}

@test "C6: a second later is a breach" {
	at 2026-11-24T10:20:01
	run -0 terminal call-back --as xiaozhou "$T1" -R satisfied
	assert_output 'T261123-0001  satisfied, closed  late 1 s (C6), on record'
	run sql 'SELECT kind, clause, holder FROM breach'
	assert_output 'closing_call|C6|xiaozhou'
}

@test "C6: one that nobody makes climbs the ladder" {
	at 2026-11-24T10:20:01
	run -0 --separate-stderr escalate --overdue
	assert_output "\
T261123-0001	closing_call	C6	1	2026-11-24T10:20:00+08:00	1	zhaodui,xiaozhou	0"
}

@test "C6: never by the handler, not even a head" {
	refused 1 'call-back: not recorded: Ma dealt with T261123-0001, and somebody else asks the resident (C6). Ask Zhou' \
	    as xiaoma call-back "$T1" -R satisfied
	complains -t zhaodui >/dev/null
	as zhaodui resolve "$T2" -m 'they stopped' >/dev/null
	refused 1 'call-back: not recorded: Zhao dealt with T261123-0002, and somebody else asks the resident (C6). Ask Zhou' \
	    as zhaodui call-back "$T2" -R satisfied
}

@test "C6: anybody else may" {
	done_as "$T1" as xiaowu call-back "$T1" -R satisfied
}

@test "C6: a first responder who did it himself leaves it to a head" {
	calls -t xiaozhou >/dev/null
	as xiaozhou resolve "$T2" -m 'closed the valve' >/dev/null
	run owes "$T2"
	assert_output 'closing_call C6 24.10:20 chenzhuguan'
	refused 1 'call-back: not recorded: Zhou dealt with T261123-0002, and somebody else asks the resident (C6). Ask Chen' \
	    as xiaozhou call-back "$T2" -R satisfied
	done_as "$T2" as chenzhuguan call-back "$T2" -R satisfied
}

@test "C6: who finishes what nobody had, has dealt with it" {
	calls >/dev/null
	as xiaozhou resolve "$T2" -m 'closed the valve' >/dev/null
	calls -O 'closed the valve' >/dev/null
	run ticket "$T2" handler
	assert_output xiaozhou
	run ticket "$T3" handler
	assert_output xiaozhou
	run owes "$T2"
	assert_output 'closing_call C6 24.10:20 chenzhuguan'
	run owes "$T3"
	assert_output 'closing_call C6 24.10:20 chenzhuguan'
}

@test "C6: where the head did it himself, the manager calls" {
	as chenzhuguan log-call -g fees -k request -n Li -p 13800000502 \
	    -O explained fees >/dev/null
	run owes "$T2"
	assert_output 'closing_call C6 24.10:20 wangjingli'
	refused 1 'call-back: not recorded: Chen dealt with T261123-0002, and somebody else asks the resident (C6). Ask Wang' \
	    as chenzhuguan call-back "$T2" -R satisfied
}

@test "C5: never by the one complained about" {
	as xiaozhou log-call -g attitude -A xiaozhou -n Sun -p 13800000903 \
	    'two trips' >/dev/null 2>&1
	as chenzhuguan resolve "$T2" -m 'said sorry for him' >/dev/null
	refused 1 'call-back: not recorded: Zhou is the one complained about in T261123-0002 (C5). Chen, or whom they name, may' \
	    as xiaozhou call-back "$T2" -R satisfied
	# Nor is it the head's, who dealt with it.
	run owes "$T2"
	assert_line 'closing_call C6 24.10:20 wangjingli'
}

@test "C5: where the office allows it, he may; but not after dealing with it" {
	sed -i 's/^accused_may_resolve: false/accused_may_resolve: true/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	as xiaozhou log-call -g attitude -A xiaozhou -n Sun -p 13800000903 \
	    'two trips' >/dev/null 2>&1
	as chenzhuguan resolve "$T2" -m 'said sorry for him' >/dev/null
	run owes "$T2"
	assert_line 'closing_call C6 24.10:20 xiaozhou'
	done_as "$T2" as xiaozhou call-back "$T2" -R satisfied
	as xiaozhou log-call -g attitude -A xiaozhou -n Sun -p 13800000903 \
	    'three trips' >/dev/null 2>&1
	as xiaozhou resolve "$T3" -m 'said sorry' >/dev/null
	refused 1 'call-back: not recorded: Zhou dealt with T261123-0003, and somebody else asks the resident (C6). Ask Chen' \
	    as xiaozhou call-back "$T3" -R satisfied
}

@test "desk.yaml: none: resolved is closed, and nobody calls back" {
	policy request none
	calls -t ligong >/dev/null
	as ligong resolve "$T2" -m 'new seal' >/dev/null
	run ticket "$T2" state closed
	assert_output 'closed 2026-11-23T10:20:00+08:00'
	run owes "$T2"
	assert_output ''
}

@test "desk.yaml: true and false, as it was written before" {
	policy request false
	policy enquiry true
	calls -t ligong >/dev/null
	calls -k enquiry -t ligong >/dev/null
	as ligong resolve "$T2" "$T3" -m 'new seal' >/dev/null
	run ticket "$T2" state
	assert_output closed
	run ticket "$T3" state
	assert_output resolved
}

@test "desk.yaml: sample: so many of a hundred, drawn with the journal" {
	local drawn expected

	policy request sample
	sed -i 's/^call_back_sample: 20/call_back_sample: 50/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	requests 32
	list tickets --kind request | as ligong resolve -m 'new seal' >/dev/null
	drawn=$(list tickets --all --kind request -o state)
	# Anybody can draw again: the journal's head before each decides.
	expected=$(list events --json | jq -r '[.step, .hash] | @tsv' |
	    while read -r step hash; do
		if [ "$step" = resolve ] && [ "$((n += 1))" -gt 1 ]; then
			[ $((16#${head:0:8} % 100)) -lt 50 ] &&
			    echo resolved || echo closed
		fi
		head=$hash
	    done)
	assert_equal "$drawn" "$expected"
	assert_equal "$(sort -u <<<"$drawn")" 'closed
resolved'
	run bash -c "list deadlines --kind closing_call | wc -l"
	assert_output $(($(grep -c resolved <<<"$drawn") + 1))
}

@test "desk.yaml: a sample of a hundred is all of them" {
	policy request sample
	sed -i 's/^call_back_sample: 20/call_back_sample: 100/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	requests 16
	list tickets --kind request | as ligong resolve -m 'new seal' >/dev/null
	run bash -c 'list tickets --all --kind request -o state | sort | uniq -c'
	assert_output '     16 resolved'
}

@test "what is closed may be called back too, and opened by that" {
	calls -k enquiry -t ligong >/dev/null
	at 11:00
	as ligong resolve "$T2" -m 'seven days' >/dev/null
	at 12:00
	done_as "$T2" as xiaozhou call-back "$T2" -R unreachable
	run ticket "$T2" state closed unreached
	assert_output 'closed 2026-11-23T11:00:00+08:00 1'
	run owes "$T2"
	assert_output ''
	as xiaozhou call-back "$T2" -R satisfied >/dev/null
	run ticket "$T2" state closed result
	assert_output 'closed 2026-11-23T11:00:00+08:00 satisfied'
	as xiaozhou call-back "$T2" -R dissatisfied -m 'eight by now' >/dev/null
	run ticket "$T2" state closed result reopens
	assert_output 'accepted - dissatisfied 1'
	run owes "$T2"
	assert_output 'answer house 24.10:20 ligong'
}

@test "what has to be said, and what does not go together" {
	refused 1 'call-back: not recorded: no result (C6). Add --result RESULT' \
	    as xiaozhou call-back "$T1"
	refused 1 'call-back: not recorded: what they are not satisfied with is not said (C6). Add --text TEXT to --result dissatisfied' \
	    as xiaozhou call-back "$T1" -R dissatisfied
	refused 1 'call-back: not recorded: what they are not satisfied with is not said (C6). Add --text TEXT to --result dissatisfied' \
	    as xiaozhou call-back "$T1" -R dissatisfied -m ' '
	refused 1 'call-back: not recorded: nobody was reached who could give a score (C6). Leave --score out' \
	    as xiaozhou call-back "$T1" -R unreachable --score 3
	refused 1 'call-back: not recorded: a new time is told to those who are not satisfied (F4.6). Leave --promise out' \
	    as xiaozhou call-back "$T1" -R satisfied -P 18:00
	refused 64 'call-back: --score is 6; it goes from 1 to 5' \
	    as xiaozhou call-back "$T1" -R satisfied --score 6
	refused 64 'call-back: --score is 0; it goes from 1 to 5' \
	    as xiaozhou call-back "$T1" -R satisfied --score 0
}

@test "only what is finished is called back about" {
	calls >/dev/null
	refused 1 'call-back: not recorded: T261123-0002 is pending; this is for those that are: resolved, closed (C6). What can be done: assign answer promise follow-up chase resolve escalate acknowledge join-tickets join-tickets --apart amend amend --void. The whole story: show T261123-0002' \
	    as xiaozhou call-back "$T1" "$T2" -R satisfied
	run ticket "$T1" state
	assert_output resolved
}

@test "on a terminal: the result, and what is owed now" {
	run -0 terminal call-back --as xiaozhou "$T1" -R unreachable
	assert_output "\
T261123-0001  not reached, 1 times by now
    Zhou to call back by tomorrow 10:20 (C6)"
	run -0 terminal call-back --as xiaozhou "$T1" -R dissatisfied \
	    -m 'they drum again' -P 20:00
	assert_output "\
T261123-0001  not satisfied, opened again, number 1
    promised for today 20:00 (F4.6)
    promised for today 20:00 (F4.6)  answer by tomorrow 08:12 (C6)
    Zhou to follow up by tomorrow 10:20 (F4.4)"
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	run -0 terminal call-back --as xiaozhou "$T1" -R satisfied
	assert_output 'T261123-0001  satisfied, closed'
}

@test "who is never reached: a head gives it up, with his reason" {
	as xiaozhou call-back "$T1" -R unreachable >/dev/null
	refused 77 'call-back: not recorded: only a head gives it up (C6). Ask Zhao' \
	    as xiaozhou call-back "$T1" -R unreachable --give-up 'moved away'
	refused 1 'call-back: not recorded: who was reached is not given up (C6). Leave --give-up out' \
	    as zhaodui call-back "$T1" -R satisfied --give-up 'moved away'
	done_as "$T1" as zhaodui call-back "$T1" -R unreachable \
	    --give-up 'moved away'
	assert_equal "$(ticket "$T1" state result unreached)" \
	    'closed unreachable 2'
	run -0 owes "$T1"
	refute_output --partial closing_call
}
