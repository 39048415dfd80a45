# SPDX-License-Identifier: ISC
# ticket.bash: what the tests of the commands that move a ticket have in
# common: `load ticket' behind `load helper'.
# shellcheck shell=bash disable=SC2154

T1=T261123-0001 T2=T261123-0002 T3=T261123-0003
export T1 T2 T3

# calls [option...]: a resident of 3-2-501 calls; a leak unless told otherwise.
calls() {
	log-call --as xiaozhou -n 张女士 -p 13800000501 -r 3-2-501 "$@" \
	    'the pipe under the sink leaks'
}

# complains [option...]: about noise, which is the order department's.
complains() {
	log-call --as xiaozhou -k complaint -g noise -n 刘先生 \
	    -p 13800000611 -r 6-1-302 "$@" 'noise at night'
}

# last_said NAME: this member of the newest event's body.
last_said() {
	sql 'SELECT body FROM event_body ORDER BY seq DESC LIMIT 1' |
	    jq -r ".$1"
}

# How many rows there are of what commands write.
rows() {
	local one all=''

	for one in event event_body ticket contact loan key_count deadline \
	    breach notice analysis request; do
		all="$all${all:+ + }(SELECT count(*) FROM $one)"
	done
	sql "SELECT $all, (SELECT sum(last) FROM counter)"
}

# done_as OUTPUT COMMAND...: it succeeds, prints this, and says nothing else.
done_as() {
	local output_wanted=$1

	shift
	run --separate-stderr -0 "$@"
	assert_equal "$stderr" ''
	assert_equal "$output" "$output_wanted"
}

# refused STATUS MESSAGE COMMAND...: it ends so, says this, prints nothing,
# and nothing at all is written.
refused() {
	local status_wanted=$1 message=$2 before

	shift 2
	before=$(rows)
	run --separate-stderr "$@"
	assert_equal "$stderr" "$message"
	assert_equal "$status" "$status_wanted"
	assert_equal "$output" ''
	assert_equal "$(rows)" "$before"
}

# ticket ID COLUMN...: these columns of one, `-' for what is not there.
ticket() {
	local id=$1 columns

	shift
	columns=$(printf ',.%s' "$@")
	list tickets --all --json | jq -r --arg id "$id" "select(.id == \$id) |
	    [${columns#,}] | map(if . == null then \"-\" else tostring end) |
	    join(\" \")"
}

# owes ID: its open deadlines, soonest first: which, due on the 23rd unless
# said, whose.  The daily follow-up is left out: every open ticket has one, and
# tests/follow-up.bats shows it.
owes() {
	list deadlines -o id,deadline,clause,due,owed_by |
	    sed -n "/	follow_up	/d; s/^$1	//p" |
	    sed 's/2026-11-\(..\)T\(..:..\):00+08:00/\1.\2/; s/	/ /g'
}

# ended ID: those that are not open any more: which, how, late by how much.
ended() {
	list deadlines --all --json | jq -r --arg id "$1" 'select(.id == $id and
	    .outcome != "open") | [.deadline, .clause, .outcome, .late_seconds
	    // 0] | join(" ")'
}

# told ID: who was told what, in order.
told() {
	list notices -o id,recipient,message | sed -n "s/^$1	//p" |
	    tr '\t' ' '
}

# story ID: who took which step under which clause.
story() {
	list events --json | jq -r --arg id "$1" 'select(.id == $id) |
	    [.actor, .step, .clause] | join(" ")'
}
