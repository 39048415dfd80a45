# SPDX-License-Identifier: ISC
# helper.bash: what every tests/*.bats begins with: `load helper'.
# Each test has a practice desk of its own, the sample's, and the clock stands
# at 08:12 on Monday 2026-11-23.  A file with a setup() of its own calls
# desk_setup first.  Where there is a SERVER (setup_suite.bash) each desk is a
# schema there, and a test that is about the store's file says so: in_a_file.
# shellcheck shell=bash
bats_require_minimum_version 1.5.0
bats_load_library bats-support
bats_load_library bats-assert

# The tree to test: `make check' says which, plain or sanitized.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$(cd "${FRONTDESK_BUILD:-$ROOT/build}" && pwd)
export ROOT BUILD

if [ -n "${SERVER:-}" ]; then
	# shellcheck source=tests/server.bash
	. "$ROOT/tests/server.bash"

	# The sample, and a part of the server for it, before the command
	# would take a file.
	desk-init() {
		local dir=${*: -1}

		[ $# -lt 2 ] || [ -e "$dir" ] || [[ $* == *--office* ]] ||
		    place "$dir"
		command desk-init "$@"
	}
fi

place() {
	local schema url

	schema=s${EPOCHREALTIME/./}_$BASHPID
	mkdir -m 2770 "$1" 2>/dev/null || return 0
	cp "$BUILD"/share/frontdesk/config/*.yaml "$1"
	url=$(server_url "$SERVER" "$schema")
	sed -i "s|^store: .*|store: ${url//&/\\&}|" "$1/desk.yaml"
	psql -Xqh "$SERVER" -U desk -c "CREATE SCHEMA \"$schema\"" desk
}

# What desk.yaml calls the store, and its part of the server.
store() {
	sed -n 's/^store: //p' "$FRONTDESK_CONFIG/desk.yaml"
}

schema() {
	store | sed 's/.*search_path%3D//'
}

# sql STATEMENT: on the store behind the commands' back.
sql() {
	if [ -n "${SERVER:-}" ]; then
		psql -XqtA -c "$1" "$(store)"
	else
		sqlite3 "$FRONTDESK_CONFIG/$(store)" "$1"
	fi
}

# All there is in the store, as SQL.
everything() {
	if [ -n "${SERVER:-}" ]; then
		pg_dump --data-only --inserts -n "$(schema)" \
		    "$(server_url "$SERVER")" | sed '/^\\/d'
	else
		sqlite3 "$FRONTDESK_CONFIG/$(store)" .dump
	fi
}

# For a test that looks at the store's file.
in_a_file() {
	[ -z "${SERVER:-}" ] || skip "about a store that is a file"
}

desk_setup() {
	export PATH="$BUILD/bin:$PATH" TZ=UTC LC_ALL=C.UTF-8 TERM=xterm
	export FRONTDESK_CONFIG="$BATS_TEST_TMPDIR/desk"
	unset LANGUAGE LANG LC_MESSAGES LC_CTYPE NO_COLOR COLUMNS LINES
	at 08:12
	desk-init --practice "$FRONTDESK_CONFIG" >/dev/null \
	    2>"$BATS_TEST_TMPDIR/desk-init" || {
		cat "$BATS_TEST_TMPDIR/desk-init"
		return 1
	}
}

setup() {
	desk_setup
}

# at 09:30 | at 09:30:01 | at 2026-11-24T09:30 | at '2026-11-24 09:30'
# The desk's clock; a time alone is on the day that it shows already.
at() {
	local day=${FRONTDESK_NOW:-2026-11-23} time=$1

	day=${day%%T*}
	case $time in
	????-??-??[T\ ]*)
		day=${time:0:10}
		time=${time:11}
		;;
	esac
	[ ${#time} -eq 5 ] && time=$time:00
	export FRONTDESK_NOW="${day}T$time+08:00"
}

# as xiaozhou log-call ... : the command, spoken by somebody.
as() {
	local who=$1 command=$2

	shift 2
	"$command" --as "$who" "$@"
}

# zh log-call ... : the command with Chinese messages.
zh() {
	LC_ALL=C.UTF-8 LANGUAGE=zh_CN "$@"
}

# terminal list tickets ... : the command on a terminal of 80 columns; what
# it shows, and its status.
terminal() {
	script -qec "stty cols 80 rows 24; $(printf '%q ' "$@")" /dev/null \
	    </dev/null | tr -d '\r'
	return "${PIPESTATUS[0]}"
}

# answering QUESTION ANSWER... -- COMMAND...: the command on a terminal, and
# these typed, each when it asks that once more.  What it shows.
answering() {
	local question=$1 shown=$BATS_TEST_TMPDIR/shown answers=()

	shift
	while [ "$1" != -- ]; do
		answers+=("$1")
		shift
	done
	shift
	rm -f "$shown"
	touch "$shown"
	for i in "${!answers[@]}"; do
		for _ in {1..1000}; do
			[ "$(grep -c -e "$question" "$shown")" -le "$i" ] ||
			    break
			sleep 0.01
		done
		printf '%b' "${answers[i]}"
	done | script -qfec "stty cols 80 rows 24; $(printf '%q ' "$@")" \
	    "$shown" | tr -d '\r'
	return "${PIPESTATUS[1]}"
}

# For a test that traces system calls or measures time.
not_sanitized() {
	[ -z "${FRONTDESK_SANITIZED:-}" ] ||
	    skip "not under the sanitizers"
}

needs_tracing() {
	not_sanitized
	strace -o /dev/null true 2>/dev/null ||
	    skip "tracing is not permitted here"
}
