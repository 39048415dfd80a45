#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# surroundings.bats: whatever surrounds a command - closed descriptors, small
# limits, deaf signals, odd words for the language and the zone, a directory
# that is gone, things planted where its files belong - it does the same, or
# says in a line that it does not, and nothing is half done.

load helper

call=(log-call -k complaint -n Zhang -p 13800000501 -r 3-2-501 -g noise)
readonly next=T261123-0002

setup() {
	desk_setup
	"${call[@]}" 'the first' >/dev/null
	list tickets >"$BATS_TEST_TMPDIR/listed"
}

tickets() {
	sql 'SELECT count(*) FROM ticket'
}

# every COMMAND...: each command there is, as the last word of that.
every() {
	local program

	for program in "$BUILD"/bin/*; do
		"$@" "$program" || fail "$program"
	done
}

# The same again, or a clean no: never killed, never silent, nothing written.
same_or_refused() {
	run --separate-stderr -- timeout 20 "$@"
	case $status in
	0)	[ -n "$output" ] ;;
	1 | 64 | 65 | 70 | 74 | 75 | 78)
		# shellcheck disable=SC2154
		[ -n "$stderr" ]
		[ "$status" -eq 74 ] || [ "$(tickets)" -eq "$had" ] ;;
	*)	fail "status $status: $stderr" ;;
	esac
	had=$(tickets)
	desk-check >/dev/null
}


@test "descriptors that are closed: the output is missing, or nothing is" {
	closed() {
		local what status

		for what in '0<&-' '2>&-' '0<&- 2>&-'; do
			bash -c "\"\$1\" --version $what" - "$1" >/dev/null ||
			    return 1
		done
		for what in '1>&-' '0<&- 1>&-' '0<&- 1>&- 2>&-'; do
			status=0
			bash -c "\"\$1\" --version $what" - "$1" 2>/dev/null ||
			    status=$?
			[ "$status" -eq 74 ] || return 1
		done
	}
	every closed
	run bash -c '"$@" 0<&- 2>&-' - "${call[@]}" more
	assert_output $next
	run bash -c '"$@" 0<&- 1>&- 2>&-' - "${call[@]}" more
	assert_failure 74
	[ "$(tickets)" -eq 3 ]
	run bash -c 'list tickets 0<&- 2>&- | head -n 1'
	assert_output "$(cat "$BATS_TEST_TMPDIR/listed")"
	desk-check
}

@test "limits that are too small for it: the same, or a clean no" {
	local limit had=1

	in_a_file
	not_sanitized
	# With fewer files than 6 the loader itself gives up.
	for limit in '-n 6' '-n 7' '-n 8' '-n 9' '-n 10' '-v 16000' '-v 24000' '-s 64' '-u 1' '-l 0' '-t 5'; do
		same_or_refused bash -c "ulimit $limit; exec \"\$@\"" - \
		    "${call[@]}" more
	done
	for limit in '-n 6' '-v 16000' '-s 64'; do
		same_or_refused bash -c "ulimit $limit; exec \"\$@\"" - \
		    list tickets
	done
}

@test "files that may not grow are a full disk" {
	local had=1

	in_a_file
	same_or_refused bash -c "trap '' XFSZ; ulimit -f 1; exec \"\$@\"" - \
	    "${call[@]}" more
	assert_failure 70
	same_or_refused bash -c 'ulimit -f 1; exec "$@"' - "${call[@]}" more
	assert_failure 70
	run -0 "${call[@]}" more
	assert_output $next
}

@test "a card's secret that is no file is not waited for" {
	in_a_file
	rm "$FRONTDESK_CONFIG/secret"
	mkfifo -m 600 "$FRONTDESK_CONFIG/secret"
	run timeout 10 lend-key GG-1 -t ligong <<<110101199003071233
	assert_failure 78
	assert_output "lend-key: $FRONTDESK_CONFIG/secret is not a file"
}

@test "others who do not let go are not waited for, the alarm blocked or not" {
	in_a_file
	flock "$FRONTDESK_CONFIG/frontdesk.db.lock" sleep 8 3>&- &
	sleep 0.3
	run timeout 6 env --block-signal=ALRM "${call[@]}" --db-wait 1 more
	assert_failure 75
	kill %1
}

@test "signals that whoever began it does not hear" {
	run -0 bash -c "trap '' PIPE CHLD INT HUP ALRM TERM QUIT USR1
	    exec \"\$@\"" - "${call[@]}" more
	assert_output $next
	run bash -c "trap '' PIPE; yes more | head -n 3 | log-call --from tsv |
	    true"
	desk-check
}

@test "a hundred thousand words, or one of a hundred thousand letters" {
	local had=1 long

	long=$(printf '%0130000d' 0)
	same_or_refused "${call[@]}" "$long"
	assert_failure
	# shellcheck disable=SC2046
	same_or_refused assign --to ligong $(printf 'x %.0s' {1..100000})
	assert_failure
	same_or_refused list tickets --room "$long"
	assert_failure
	same_or_refused list tickets --config "$long"
	assert_failure 64
	run -0 bash -c 'exec -a "" log-call --version'
}

@test "odd words for the language and the zone change no hour" {
	local odd wanted

	wanted=$(cat "$BATS_TEST_TMPDIR/listed")
	long=$(printf '%010000d' 0)
	for odd in xx_XX.UTF-8 zh_CN.GB18030 ../../etc C POSIX '' "$long" \
	    '%s%n' 'zh_CN/../..'; do
		run -0 --separate-stderr env LC_ALL="$odd" LANG="$odd" \
		    LANGUAGE="$odd" list tickets
		assert_output "$wanted"
		assert_equal "$stderr" ''
	done
	for odd in :/etc/passwd XXX '' "$long" America/New_York UTC-14 \
	    ../../../etc/passwd; do
		run -0 --separate-stderr env TZ="$odd" list tickets
		assert_output "$wanted"
	done
	mkdir -p "$BATS_TEST_TMPDIR/zones/Asia"
	cp /usr/share/zoneinfo/America/New_York \
	    "$BATS_TEST_TMPDIR/zones/Asia/Shanghai"
	export TZDIR=$BATS_TEST_TMPDIR/zones
	run -0 list tickets
	assert_output "$wanted"
	TZ=America/New_York promise "${next%2}1" 18:00 >/dev/null
	[ "$(sql "SELECT promised FROM ticket")" -eq 1795428000000 ]
}

@test "a directory that is gone, or that nobody may write; no home" {
	mkdir "$BATS_TEST_TMPDIR/gone"
	cd "$BATS_TEST_TMPDIR/gone"
	rmdir "$BATS_TEST_TMPDIR/gone"
	run -0 env -u HOME TMPDIR=/nowhere SQLITE_TMPDIR=/nowhere \
	    "${call[@]}" more
	assert_output $next
	cd /proc
	run -0 list tickets -o id
	assert_line $next
	run -0 report daily
	cd /
	desk-check
}

# What is planted at a path of the desk, and what it leaves there.
plant() {
	local at=$1 what=$2

	rm -rf "$at"
	case $what in
	fifo)	mkfifo "$at" ;;
	dir)	mkdir "$at" ;;
	full)	ln -s /dev/full "$at" ;;
	zero)	ln -s /dev/zero "$at" ;;
	dangling) ln -s "$BATS_TEST_TMPDIR/victim" "$at" ;;
	own)	echo mine >"$BATS_TEST_TMPDIR/victim"
		ln -s "$BATS_TEST_TMPDIR/victim" "$at" ;;
	esac
}

@test "things planted where a desk's files belong" {
	local file what status desk=$BATS_TEST_TMPDIR/planted

	in_a_file
	for file in desk.yaml staff.yaml keys.yaml contractors.yaml secret \
	    frontdesk.db frontdesk.db-wal frontdesk.db-shm frontdesk.db.lock
	do
		for what in fifo dir full zero dangling own; do
			rm -rf "$desk" "$BATS_TEST_TMPDIR/victim"
			cp -a "$FRONTDESK_CONFIG" "$desk"
			plant "$desk/$file" $what
			status=0
			timeout 10 "${call[@]}" --config "$desk" more \
			    >"$BATS_TEST_TMPDIR/out" \
			    2>"$BATS_TEST_TMPDIR/err" </dev/null || status=$?
			case $status in
			0 | 70 | 78) ;;
			*)	cat "$BATS_TEST_TMPDIR/err"
				fail "$what at $file: status $status" ;;
			esac
			[ "$status" -eq 0 ] || [ -s "$BATS_TEST_TMPDIR/err" ]
			case $what in
			dangling) [ ! -e "$BATS_TEST_TMPDIR/victim" ] ;;
			own)	[ "$(cat "$BATS_TEST_TMPDIR/victim")" = mine ]
				;;
			esac || fail "$what at $file was followed"
		done
	done
}

@test "things planted where an export or a backup goes" {
	local what command status at=$BATS_TEST_TMPDIR/there

	in_a_file
	for command in desk-export desk-backup; do
		for what in fifo dir full dangling own; do
			rm -rf "$at" "$at".*
			rm -f "$BATS_TEST_TMPDIR/victim"
			plant "$at" $what
			status=0
			timeout 10 $command "$at" >/dev/null \
			    2>"$BATS_TEST_TMPDIR/err" || status=$?
			case $status in
			0 | 1 | 64 | 70 | 74 | 78) ;;
			*)	fail "$command, $what: status $status" ;;
			esac
			[ $what != own ] || [ "$status" -eq 0 ] ||
			    [ "$(cat "$BATS_TEST_TMPDIR/victim")" = mine ]
		done
	done
}

# What would move a terminal's cursor, set its title, ask it something, turn
# the direction of writing or not be seen; a colour of our own may stand.
no_signs() {
	local signs='[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]'

	signs+='|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]'
	signs+='|\xef\xbb\xbf|\xf3\xa0[\x80\x81]'
	if sed 's/\x1b\[[01234567;]*m//g' | LC_ALL=C grep -naP "$signs"; then
		fail "$*"
	fi
}

@test "signs that others put into the store reach no terminal" {
	local hostile table column what

	in_a_file
	lend-key GG-1 -t ligong <<<110101199003071233 >/dev/null
	assign --to ligong "${next%2}1" >/dev/null
	hostile="'=cmd' || char(27) || ']52;c;eA==' || char(7) || char(27) ||
	    '[6n' || char(27) || 'P+q' || char(155) || '2J' || char(8238) ||
	    char(8203) || char(8294) || char(65279) || char(917505) ||
	    char(127) || char(13) || 'x'"
	while read -r table column; do
		sql "UPDATE $table SET $column = $hostile
		    WHERE $column IS NOT NULL" 2>/dev/null || true
	done < <(sql "SELECT m.name || ' ' || c.name FROM sqlite_schema m,
	    pragma_table_info(m.name) c WHERE m.type = 'table' AND
	    c.type = 'TEXT' AND c.pk = 0 AND m.name IN ('contact', 'ticket',
	    'loan', 'deadline', 'breach', 'notice') AND c.name NOT IN
	    ('state', 'channel', 'outcome')")
	for what in tickets contacts deadlines loans events notices; do
		terminal list "$what" --all 2>&1 | no_signs "list $what"
		list "$what" --all --csv >"$BATS_TEST_TMPDIR/csv" || true
		if grep -E '(^|,)"?[=+@]' "$BATS_TEST_TMPDIR/csv"; then
			fail "a formula in $what"
		fi
	done
	for what in daily register overdue clauses complaints fairness keys \
	    suggestions; do
		terminal report "$what" 2>&1 | no_signs "report $what"
	done
	list contacts --csv -o content >"$BATS_TEST_TMPDIR/csv"
	[[ $(tail -n 1 "$BATS_TEST_TMPDIR/csv") == *"'=cmd"* ]]
	[[ $(terminal list contacts -o content) == *'=cmd\x1b]52;'* ]]
	terminal show "${next%2}1" 2>&1 | no_signs show
	terminal list 2>&1 | no_signs list
	terminal frontdesk 2>&1 | no_signs frontdesk
	terminal desk-check 2>&1 | no_signs desk-check
	terminal escalate --overdue 2>&1 | no_signs escalate
}
