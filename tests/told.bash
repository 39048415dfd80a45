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

# missing DESK TOLD: what was told and is not there.
missing() {
	rows "$1" "SELECT r.request, e.record FROM request r JOIN event e
	    ON e.office = r.office AND e.seq BETWEEN r.first_seq AND r.last_seq
	    UNION SELECT 'escalate', record FROM event
	    WHERE step = 'rung'" | sort -u >"$2.there"
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

# Calls without their one event, and events of no request or of two.
half() {
	rows "$1" "SELECT id FROM ticket t WHERE (SELECT count(*) FROM event e
	    WHERE e.office = t.office AND e.record = t.id AND step = 'log')
	    <> 1" | sed 's/$/: not logged once/'
	rows "$1" "SELECT e.seq FROM request r JOIN event e
	    ON e.office = r.office AND e.seq BETWEEN r.first_seq AND r.last_seq
	    UNION ALL SELECT seq FROM event" | sort |
	    uniq -c | awk '$1 != 2 { print "event " $2 ": whose?" }'
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
