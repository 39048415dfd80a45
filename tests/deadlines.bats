#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# deadlines.bats: what is owed, by whom and by when; what meets it and what
# does not.

load helper

log() {
	as xiaozhou log-call -n Zhang -p 13800000501 "$@"
}

# owed [kind]: each open deadline as "kind clause time holder".
owed() {
	list deadlines ${1:+--kind "$1"} -o deadline,clause,due,owed_by |
	    sed 's/\t/ /g; s/:00+08:00//'
}

# ended KIND: the last one of the kind as "outcome ended".
ended() {
	list deadlines --kind "$1" --all --json |
	    jq -r '[.outcome, .ended[0:16]] | join(" ")' | tail -1
}

@test "a complaint owes an answer 24 hours after the contact, and its head's eyes" {
	log -k complaint -g noise noise
	run owed
	assert_output 'hand_over C1 2026-11-23T08:42 xiaozhou
acknowledge A3 2026-11-23T10:12 zhaodui
answer C6 2026-11-24T08:12 xiaozhou
follow_up F4.4 2026-11-24T08:12 xiaozhou
analysis C9 2026-12-06T00:00 chenzhuguan'
}

@test "the clock starts at the contact, not at the typing" {
	log -k complaint -g noise --at 07:00 noise
	run owed answer
	assert_output 'answer C6 2026-11-24T07:00 xiaozhou'
	[ "$(list tickets --json | jq -r .opened)" = \
	    2026-11-23T07:00:00+08:00 ]
	run list events -o at,recorded,step
	assert_output $'2026-11-23T07:00:00+08:00\t2026-11-23T08:12:00+08:00\tlog
2026-11-23T07:00:00+08:00\t2026-11-23T08:12:00+08:00\towe'
}

@test "the other kinds have the office's own limits; praise has none" {
	for kind in request enquiry suggestion tip praise; do
		log -k $kind -t chenzhuguan x
	done
	run owed answer
	assert_output 'answer house 2026-11-24T08:12 chenzhuguan
answer house 2026-11-25T08:12 chenzhuguan
answer house 2026-11-26T08:12 chenzhuguan
answer house 2026-11-30T08:12 chenzhuguan'
}

@test "an answer to the resident meets C6; accepting, promising and escalating do not (C6)" {
	log -k complaint -g noise -t xiaoma noise
	at 08:30
	as xiaoma accept T261123-0001 -m 'looking into it'
	as xiaoma promise T261123-0001 18:00
	as zhaodui acknowledge T261123-0001 -m seen
	as xiaozhou escalate T261123-0001
	as xiaozhou log-call -T T261123-0001 --urge -n Zhang -p 13800000501 again
	run owed answer
	assert_output 'answer C6 2026-11-24T08:12 xiaoma'
	[ "$(list tickets --json | jq .answered)" = null ]
	at 09:00
	as xiaoma answer T261123-0001 -m 'they stop at ten'
	[ "$(owed answer)" = '' ]
	[ "$(ended answer)" = 'met 2026-11-23T09:00' ]
	[ "$(list tickets --json | jq -r .answered)" = \
	    2026-11-23T09:00:00+08:00 ]
}

@test "resolving answers as well" {
	log -k complaint -g noise -t xiaoma noise
	at 09:00
	as xiaoma resolve T261123-0001 -m 'they have stopped'
	[ "$(ended answer)" = 'met 2026-11-23T09:00' ]
	[ "$(list tickets --json | jq -r .answered)" = \
	    2026-11-23T09:00:00+08:00 ]
}

@test "a second answer leaves the first one's time" {
	log -k complaint -g noise -t xiaoma noise
	at 09:00
	as xiaoma answer T261123-0001 -m one
	at 10:00
	as xiaoma answer T261123-0001 -m two
	[ "$(list tickets --json | jq -r .answered)" = \
	    2026-11-23T09:00:00+08:00 ]
	[ "$(ended answer)" = 'met 2026-11-23T09:00' ]
}

@test "an answer that contains a promise starts the promise's own clock (F4.6)" {
	log -k complaint -g noise -t xiaoma noise
	as xiaoma answer T261123-0001 -m 'I go there' -P 17:00
	run owed promise
	assert_output 'promise F4.6 2026-11-23T17:00 xiaoma'
}

@test "done on the spot owes nothing more of it but a head's eyes and a call-back" {
	log -k complaint -g noise -O 'went there' noise
	run owed
	assert_output 'acknowledge A3 2026-11-23T10:12 zhaodui
closing_call C6 2026-11-24T08:12 chenzhuguan
analysis C9 2026-12-06T00:00 chenzhuguan'
	[ "$(ended answer)" = 'met 2026-11-23T08:12' ]
	log -k request -g lighting -O 'changed the bulb' dark
	run owed answer
	assert_output ''
}

@test "what is done on the spot cannot be promised as well" {
	run log -g leak -O mended -P 15:00 leak
	assert_failure 64
	assert_output 'log-call: --on-spot and --promise exclude each other. Leave one of them out'
}

@test "a promise is met by resolving, not by answering or promising again (F4.6)" {
	log -g leak -t ligong -P 15:00 leak
	as ligong accept T261123-0001
	as ligong answer T261123-0001 -m 'on my way'
	[ "$(owed promise)" = 'promise F4.6 2026-11-23T15:00 ligong' ]
	as ligong promise T261123-0001 16:00 -w 'no part yet'
	[ "$(owed promise)" = 'promise F4.6 2026-11-23T16:00 ligong' ]
	at 15:30
	as ligong resolve T261123-0001 -m mended
	[ "$(ended promise)" = 'met 2026-11-23T15:30' ]
	[ "$(list tickets --all --json | jq .breached)" = false ]
}

@test "another time needs its reason (F4.6)" {
	log -g leak -t ligong -P 15:00 leak
	run as ligong promise T261123-0001 16:00
	assert_failure 1
	assert_output 'promise: not promised: no reason why the time is another one now (F4.6). Add --why WHY'
	[ "$(owed promise)" = 'promise F4.6 2026-11-23T15:00 ligong' ]
}

@test "hand-over: 30 minutes to a named person; a department alone is none (C1)" {
	log -g leak leak
	[ "$(owed hand_over)" = 'hand_over C1 2026-11-23T08:42 xiaozhou' ]
	as xiaozhou assign T261123-0001 -t engineering
	[ "$(owed hand_over)" = 'hand_over C1 2026-11-23T08:42 xiaozhou' ]
	at 08:40
	as xiaozhou assign T261123-0001 -t ligong
	[ "$(owed hand_over)" = '' ]
	[ "$(ended hand_over)" = 'met 2026-11-23T08:40' ]
	[ "$(owed accept)" = 'accept F4.4 2026-11-23T10:40 ligong' ]
}

@test "accepting meets F4.4; another handler begins it anew" {
	log -g leak -t ligong leak
	[ "$(owed accept)" = 'accept F4.4 2026-11-23T10:12 ligong' ]
	at 09:00
	as xiaozhou assign T261123-0001 -t sunzhuguan
	[ "$(owed accept)" = 'accept F4.4 2026-11-23T11:00 sunzhuguan' ]
	at 09:30
	as sunzhuguan accept T261123-0001
	[ "$(owed accept)" = '' ]
	run list deadlines --kind accept --all -o outcome,ended
	assert_output $'void\t2026-11-23T09:00:00+08:00
met\t2026-11-23T09:30:00+08:00'
}

@test "who is handed it owes the answer and the promise from then on" {
	log -k complaint -g noise -t xiaoma -P 15:00 noise
	as xiaozhou assign T261123-0001 -t zhaodui
	run owed
	assert_output 'acknowledge A3 2026-11-23T10:12 zhaodui
accept F4.4 2026-11-23T10:12 zhaodui
promise F4.6 2026-11-23T15:00 zhaodui
answer C6 2026-11-24T08:12 zhaodui
follow_up F4.4 2026-11-24T08:12 xiaozhou
analysis C9 2026-12-06T00:00 chenzhuguan'
}

@test "handing back: the first responder owes the hand-over, the clocks run on (F4.4)" {
	log -k complaint -g noise -t xiaoma noise
	at 09:00
	as xiaoma hand-back T261123-0001 -w 'not our area'
	run owed
	assert_output 'hand_over C1 2026-11-23T09:30 xiaozhou
acknowledge A3 2026-11-23T10:12 zhaodui
answer C6 2026-11-24T08:12 xiaozhou
follow_up F4.4 2026-11-24T08:12 xiaozhou
analysis C9 2026-12-06T00:00 chenzhuguan'
}

@test "only a head acknowledges a complaint, and that meets A3 alone" {
	log -k complaint -g noise -t xiaoma noise
	run as xiaoma acknowledge T261123-0001
	assert_failure 77
	[ "$(owed acknowledge)" = 'acknowledge A3 2026-11-23T10:12 zhaodui' ]
	at 09:00
	as zhaodui acknowledge T261123-0001
	[ "$(ended acknowledge)" = 'met 2026-11-23T09:00' ]
	[ "$(owed accept)" = 'accept F4.4 2026-11-23T10:12 xiaoma' ]
	[ "$(owed answer)" = 'answer C6 2026-11-24T08:12 xiaoma' ]
}

@test "no other kind is to be acknowledged" {
	log -k request -g leak -t ligong leak
	[ "$(owed acknowledge)" = '' ]
}

@test "a complaint about a head goes to the head above him (C5)" {
	log -k complaint -g noise -A zhaodui rude
	[ "$(owed acknowledge)" = 'acknowledge A3 2026-11-23T10:12 chenzhuguan' ]
}

@test "nobody to be reached: a reply is owed in four hours, met by an answer (F4.8)" {
	log -g fees -b --tried chenzhuguan 'who counts the fees'
	[ "$(owed callback)" = 'callback F4.8 2026-11-23T12:12 xiaozhou' ]
	as xiaozhou answer T261123-0001 -m 'told how'
	[ "$(owed callback)" = '' ]
	[ "$(ended callback)" = 'met 2026-11-23T08:12' ]
}

@test "limits are the configuration's" {
	sed -i -e 's/hand_over: 30m/hand_over: 10m/' \
	    -e 's/complaint: {answer: 24h/complaint: {answer: 12h/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	log -k complaint -g noise noise
	[ "$(owed hand_over)" = 'hand_over C1 2026-11-23T08:22 xiaozhou' ]
	[ "$(owed answer)" = 'answer C6 2026-11-23T20:12 xiaozhou' ]
}

@test "deadlines are elapsed time, over night and over a month's end" {
	at 2026-11-30T23:59:59
	log -k complaint -g noise noise
	run list deadlines --kind answer -o due
	assert_output 2026-12-01T23:59:59+08:00
}

@test "what is resolved owes no more than a call-back and the head's eyes" {
	log -k complaint -g noise -t xiaoma -P 15:00 noise
	as xiaoma resolve T261123-0001 -m 'all done'
	run owed
	assert_output 'acknowledge A3 2026-11-23T10:12 zhaodui
closing_call C6 2026-11-24T08:12 xiaozhou
analysis C9 2026-12-06T00:00 chenzhuguan'
	run list deadlines --all -o deadline,outcome
	assert_output $'acknowledge\topen
accept\tvoid
promise\tmet
answer\tmet
follow_up\tvoid
closing_call\topen
analysis\topen'
}
