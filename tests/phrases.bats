#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# phrases.bats: what is not said to residents (A9, A11, F4.7): it is recorded
# as it was said, and whoever said it hears what to say instead.
# shellcheck disable=SC2154

load helper
load ticket

setup() {
	desk_setup
	calls -g leak -t ligong >/dev/null
}

# noted COMMAND PHRASE INSTEAD: the note that this command gives.
noted() {
	printf '%s: note: "%s" is not said to residents (F4.7); recorded as it was said. Say instead: %s' \
	    "$1" "$2" "$3"
}

# taken_down NOTE COMMAND...: it is done, and this is said beside it.
taken_down() {
	local note=$1

	shift
	run --separate-stderr -0 "$@"
	assert_equal "$stderr" "$note"
}

# not_said PHRASE INSTEAD TEXT: with --strict this text is refused for it.
not_said() {
	refused 1 "answer: not answered: \"$1\" is not said to residents (F4.7). Say instead: $2" \
	    as ligong answer "$T1" --strict -m "$3"
}

@test "F4.7: an answer that has one in it is noted, and recorded as it was said" {
	taken_down "$(noted answer 不归我管 \
	    我现在就转给负责的部门，办好给您回电话)" \
	    as ligong answer "$T1" -m '这不归我管'
	assert_output "$T1"
	run ticket "$T1" answered
	assert_output '2026-11-23T08:12:00+08:00'
	run last_said text
	assert_output '这不归我管'
}

@test "F4.7: with --strict it is refused, and nothing is written" {
	not_said 不归我管 我现在就转给负责的部门，办好给您回电话 '这不归我管'
	run ticket "$T1" state answered
	assert_output 'assigned -'
	done_as "$T1" as ligong answer "$T1" --strict -m '十点到'
}

@test "A9 A11 F4.7: the regulation's own words are all on the list" {
	not_said 与我无关 我马上帮您联系负责的同事 '这与我无关'
	not_said 不知道 '我去问清楚，几点前给您回话' '不知道'
	not_said 不清楚 '我去问清楚，几点前给您回话' '我也不清楚。'
	not_said 没办法 '正在联系厂家，几点前告诉您' '那没办法'
	not_said 不归我管 '我现在就转给负责的部门，办好给您回电话' '不归我管'
	not_said 'not my business' 'I will reach the colleague in charge now' \
	    'this is not my business'
	not_said "don't know" 'I will find out and call you back' \
	    "I don't know"
	not_said 'no way' 'we have asked the maker and will call you back' \
	    'No way.'
}

@test "F4.7: wide or narrow, with blanks in it, in any case" {
	not_said 不知道 '我去问清楚，几点前给您回话' '不 知　道'
	not_said 不知道 '我去问清楚，几点前给您回话' $'我不\n知道'
	not_said 'no way' 'we have asked the maker and will call you back' \
	    'ＮＯ ＷＡＹ!'
	not_said 'not my business' 'I will reach the colleague in charge now' \
	    $'NOT  my\nBusiness'
}

@test "F4.7: in English only whole words: who knows a youngster says no \"no way\"" {
	done_as "$T1" as ligong answer "$T1" --strict \
	    -m 'I know a youngster who mends it'
	done_as "$T1" as ligong answer "$T1" --strict \
	    -m 'it is by the casino way, no wayward pipe'
	not_said 'no way' 'we have asked the maker and will call you back' \
	    'casino way or no way'
}

@test "F4.7: what it was resolved with, and what was done on the spot, too" {
	taken_down "$(noted resolve 没办法 '正在联系厂家，几点前告诉您')" \
	    as ligong resolve "$T1" -m '没办法修'
	assert_output "$T1"
	run ticket "$T1" state
	assert_output 'resolved'
	taken_down "$(noted log-call 与我无关 我马上帮您联系负责的同事)" \
	    calls -g fees -O '告诉她与我无关'
	assert_output "$T2"
	run ticket "$T2" state
	assert_output 'closed'
}

@test "what the resident said is nobody's fault" {
	done_as "$T2" log-call --as xiaozhou -n Liu -p 13800000611 \
	    '前台说不知道'
}

@test "a repeat of what was done already says nothing twice" {
	as ligong answer "$T1" -m '不知道' --request-id A1 2>/dev/null
	done_as "$T1" as ligong answer "$T1" -m '不知道' --request-id A1
}

@test "on a terminal: the note beside what was done" {
	run -0 terminal answer --as ligong "$T1" -m '不知道'
	assert_output "T261123-0001  answered
$(noted answer 不知道 '我去问清楚，几点前给您回话')"
}

@test "the list is the office's: another phrase, with nothing to say instead" {
	sed -i '/^phrases:/,$d' "$FRONTDESK_CONFIG/desk.yaml"
	echo 'phrases: [{words: 下班了}]' >>"$FRONTDESK_CONFIG/desk.yaml"
	taken_down 'answer: note: "下班了" is not said to residents (F4.7); recorded as it was said' \
	    as ligong answer "$T1" -m '我们下班了'
	refused 1 'answer: not answered: "下班了" is not said to residents (F4.7)' \
	    as ligong answer "$T1" --strict -m '我们下班了'
	done_as "$T1" as ligong answer "$T1" --strict -m '不知道'
}

@test "with no list nothing is noted" {
	sed -i '/^phrases:/,$d' "$FRONTDESK_CONFIG/desk.yaml"
	done_as "$T1" as ligong answer "$T1" --strict -m '不知道'
}
