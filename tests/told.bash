# SPDX-License-Identifier: ISC
# told.bash: is what writers were told in the store?  Each line of a file TOLD
# is a request, a tab, and a line that its command printed; tests/crowd/storm
# writes it.
# shellcheck shell=bash

# rows DESK STATEMENT
rows() {
	local store

	store=$(sed -n 's/^store: //p' "$1/desk.yaml")
	case $store in
	postgresql:*)	psql -XqtA -F $'\t' -c "$2" "$store" ;;
	*)		sqlite3 -separator $'\t' "$1/$store" "$2" ;;
	esac
}

# known DESK: each record with the request that it belongs to, as TOLD has
# them; `?' and an event that is no request's, or two requests'.
known() {
	{
		rows "$1" 'SELECT request, first_seq, last_seq FROM request'
		rows "$1" 'SELECT seq, record FROM event'
	} | awk -F '\t' -v OFS='\t' '
	NF == 3 {
		for (n = $2; n <= $3; n++) {
			request[n] = $1
			owners[n]++
		}
		next
	}
	owners[$1] != 1 { print "?", "event " $1 }
	{ print request[$1] ~ /^[0-9a-f-]*$/ ? "escalate" : request[$1], $2 }'
}

# missing DESK TOLD: what was told and is not there, and what is nobody's.
missing() {
	known "$1" | sort -u >"$2.there"
	grep '^?' "$2.there"
	cut -f 1,2 "$2" | sort -u | comm -23 - "$2.there" |
	    sed 's/$/: told, and not there/'
}

# What two requests were told, or the ladder said twice.
twice() {
	grep -E '^(log-call|lend-key)' "$1" | sort -u | cut -f 2 | sort |
	    uniq -d | sed 's/$/: two were told so/'
	grep '^escalate' "$1" | sort | uniq -d | sed 's/$/: said twice/'
}

# untold DESK TOLD: calls that nobody was told of, though nobody gave up.
untold() {
	rows "$1" 'SELECT id FROM ticket' | sort | comm -23 - \
	    <(grep '^log-call' "$2" | cut -f 2 | sort -u) |
	    sed 's/$/: there, and nobody knows/'
}

# half DESK: tickets without the one event that logged them, or an event
# without a ticket.
half() {
	{
		rows "$1" 'SELECT id FROM ticket'
		rows "$1" "SELECT record FROM event WHERE step = 'log'"
	} | sort | uniq -c | awk '$1 != 2 { print $2 ": not logged once" }'
}

# Prints what is wrong, and then fails.
promised() {
	{
		missing "$1" "$2"
		twice "$2"
		half "$1"
		desk-check --config "$1" >"$2.checked" 2>&1 ||
		    cat "$2.checked"
	} | head -n 20 >"$2.wrong"
	cat "$2.wrong"
	[ ! -s "$2.wrong" ]
}
