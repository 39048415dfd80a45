#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# postgresql.bats: what a store on a server does that a file never does: it is
# away, comes back, breaks things off, refuses, or answers nothing at all.
# The server is this file's own, so that it can be stopped.

load helper
load server

call=(log-call -k complaint -n Zhang -p 13800000501 -r 3-2-501 -g noise)

setup_file() {
	[ -n "${SERVER:-}" ] || skip "only where the suite has a server"
	export SERVER=$BATS_FILE_TMPDIR/server
	chmod 755 "${BATS_FILE_TMPDIR%/*/*}" "${BATS_FILE_TMPDIR%/*}" \
	    "$BATS_FILE_TMPDIR"
	server_make "$SERVER"
	server_start "$SERVER"
	createdb -h "$SERVER" -U desk desk
}

teardown_file() {
	server_stop "$SERVER" || true
}

setup() {
	server_start "$SERVER" >/dev/null 2>&1 || true
	desk_setup
	cd "$BATS_TEST_TMPDIR" || return 1
}

server_sql() {
	psql -XqtA -h "$SERVER" -U desk -c "$1" "${2:-desk}"
}

# at_store URL: the desk's store is there.
at_store() {
	sed -i "s|^store: .*|store: ${1//&/\\&}|" "$FRONTDESK_CONFIG/desk.yaml"
}

# says STATUS MESSAGE COMMAND...
says() {
	local wanted=$1 message=$2

	shift 2
	run --separate-stderr "$@"
	assert_equal "$stderr" "$message"
	assert_equal "$status" "$wanted"
	assert_output ''
}

# hold SQL: a session that has done this and goes no further, until let_go.
hold() {
	mkfifo gate
	psql -XqtA "$(store)" <gate >held 2>&1 3>&- &
	holder=$!
	exec 7>gate
	printf '%s;\nSELECT 1;\n' "$1" >&7
	until [ -s held ]; do sleep 0.01; done
}

let_go() {
	exec 7>&-
	wait "$holder"
}

readonly lock="BEGIN; UPDATE counter SET last = last WHERE office = 'DH'"

# ---- the part that knows PostgreSQL ----

@test "with a file nothing of PostgreSQL is loaded" {
	command desk-init --practice file 2>/dev/null
	for command in 'list tickets' 'report daily' 'escalate --overdue' \
	    'log-call -n Z -p 13800000501 x' desk-check; do
		# shellcheck disable=SC2086
		LD_DEBUG=files FRONTDESK_CONFIG=$PWD/file $command \
		    >/dev/null 2>loaded
		grep -q libsqlite3 loaded
		run grep 'libpq\|frontdesk-postgresql' loaded
		assert_output ''
	done
	LD_DEBUG=files list tickets 2>&1 | grep -q libpq
}

@test "the part is missing: 78, and what to install" {
	cp -a "$BUILD/bin" "$BUILD/lib" .
	rm lib/frontdesk-postgresql.so
	run bin/list tickets
	assert_failure 78
	assert_output "list: the part for stores on PostgreSQL cannot be used:\
 $PWD/bin/../lib/frontdesk-postgresql.so: cannot open shared object file: No such file or directory. Install it and libpq, or give the path of a file as store:"
}

# ---- addresses, and what may be wrong with them ----

@test "no address, no such server, no such database" {
	at_store "$(store | sed 's/^postgresql:/postgres:/')"
	run -0 list tickets
	at_store 'postgresql://desk:hush@/desk?colour=blue'
	says 78 'list: postgresql://: this is no address of a PostgreSQL database. Write it as postgresql://host/database in desk.yaml' \
	    list tickets
	at_store 'postgresql://desk:hush@/desk?service=none'
	says 78 'list: postgresql:///desk: definition of service . Correct store: in desk.yaml' \
	    list tickets
	at_store "postgresql://desk:hu?sh@/nodb?host=$SERVER"
	run list tickets
	refute_output --partial hu
	at_store "postgresql://desk:hu/sh@/nodb?host=$SERVER"
	run list tickets --db-wait 0
	refute_output --partial hu
	at_store "postgresql://desk:hush@/desk?host=$PWD"
	says 75 "list: postgresql:///desk cannot be reached: connection to server on socket \"$PWD/.s.PGSQL.5432\" failed: No such file or directory. See whether the server runs, and try again" \
	    list tickets --db-wait 0
	at_store "postgresql://desk:hush@/none?host=$SERVER"
	says 78 'list: postgresql:///none: the server has no such database. Make it, as with createdb -T template0 -E UTF8, then run desk-init' \
	    list tickets
}

@test "a database of another encoding, an empty one, one of somebody else's" {
	server_sql "CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1
	    LOCALE_PROVIDER libc LOCALE 'C'"
	at_store "postgresql://desk@/latin?host=$SERVER"
	says 78 'list: postgresql:///latin holds text as LATIN1, and Chinese needs UTF8. Make another database, with createdb -T template0 -E UTF8' \
	    list tickets
	server_sql 'CREATE SCHEMA empty; CREATE SCHEMA theirs;
	    CREATE TABLE theirs.other (x INTEGER)'
	at_store "$(server_url "$SERVER" empty)"
	says 78 'list: postgresql:///desk is empty. Make the store with desk-init' \
	    list tickets
	at_store "$(server_url "$SERVER" theirs)"
	says 78 'list: postgresql:///desk is no store of frontdesk' list tickets
	run desk-init --practice "$FRONTDESK_CONFIG"
	assert_failure 78
	assert_line --partial 'postgresql:///desk is no store of frontdesk'
	run server_sql '\dt theirs.*'
	assert_output 'theirs|other|table|desk'
}

@test "an older schema, and a newer one" {
	sql "UPDATE setting SET value = '-1' WHERE name = 'version'"
	run list tickets
	assert_failure 78
	assert_output --regexp '^list: postgresql:///desk: the store has version -1, .* Bring it up to date with desk-init$'
	sql "UPDATE setting SET value = '99' WHERE name = 'version'"
	run list tickets
	assert_failure 78
	assert_output --partial 'postgresql:///desk: the store has version 99'
	run desk-init --practice "$FRONTDESK_CONFIG"
	assert_failure 78
	assert_line --partial 'was made by a newer program. Use the newer program'
}

@test "a password: from its file, wrong, missing; never shown" {
	local url="postgresql://clerk@/desk?host=$SERVER&options=-csearch_path%3D"
	local hba=$SERVER/data/pg_hba.conf

	url=$url$(schema)
	server_sql "CREATE ROLE clerk LOGIN PASSWORD 'hush-hush';
	    GRANT ALL ON SCHEMA \"$(schema)\" TO clerk;
	    GRANT ALL ON ALL TABLES IN SCHEMA \"$(schema)\" TO clerk"
	ordinary sh -c "sed -i '1i local all clerk scram-sha-256' '$hba'"
	server_sql 'SELECT pg_reload_conf()' >/dev/null
	at_store "$url"
	export PGPASSFILE=$PWD/pass
	says 78 'list: postgresql:///desk: the server asks for a password. Put it into ~/.pgpass, or where PGPASSFILE says' \
	    list tickets
	echo '*:*:*:clerk:hush-hash' >pass
	chmod 600 pass
	says 78 'list: postgresql:///desk does not let you in: password authentication failed for user "clerk". Look at the user in store: and at the password in ~/.pgpass' \
	    list tickets
	at_store "${url/clerk@/clerk:hush-hash@}"
	run list tickets
	assert_failure 78
	refute_output --partial hush
	echo '*:*:*:clerk:hush-hush' >pass
	at_store "$url"
	run "${call[@]}" noise
	assert_output T261123-0001
	# In a service file, where only those see it who may.
	printf '[ours]\nhost=%s\ndbname=desk\nuser=clerk\npassword=%s\n' \
	    "$SERVER" hush-hush >services
	printf 'options=-csearch_path=%s\n' "$(schema)" >>services
	at_store 'postgresql:///?service=ours'
	PGPASSFILE='' PGSERVICEFILE=$PWD/services run "${call[@]}" noise
	assert_output T261123-0002
}

@test "a user who may read and not write" {
	server_sql "CREATE ROLE guest LOGIN;
	    GRANT USAGE ON SCHEMA \"$(schema)\" TO guest;
	    GRANT SELECT ON ALL TABLES IN SCHEMA \"$(schema)\" TO guest"
	at_store "$(store | sed 's/desk@/guest@/')"
	run -0 list tickets
	says 78 'log-call: postgresql:///desk: you may not write this store. Ask whoever looks after the desk' \
	    "${call[@]}" noise
}

@test "a real desk: the configuration is trusted as with a file" {
	place real
	sed -i "s/^office: .*/office: EH/" real/desk.yaml
	chmod 640 real/*.yaml
	command desk-init real 2>/dev/null
	run list tickets --config real
	[[ $status -eq 0 || $output == *"is nobody's here"* ]]
	chmod o+w real/staff.yaml
	run list tickets --config real
	assert_failure 78
	assert_output --partial 'staff.yaml may be written by others'
}

@test "a copy is the server's own business" {
	says 1 'desk-backup: no backup made: postgresql:///desk is kept by its server. Copy it with the server'"'"'s own means, such as pg_dump' \
	    desk-backup copy
	[ ! -e copy ]
	[ ! -e copy.part ]
}

# ---- one SQL for both ----

@test "every key begins with the office: the tables can be parted by it" {
	local n

	sed -e 's/@INT64@/BIGINT/; s/@STRICT@/PARTITION BY HASH (office)/' \
	    "$ROOT/lib/schema.sql" >parted
	server_sql 'CREATE SCHEMA parted'
	PGOPTIONS='-c search_path=parted' psql -Xqh "$SERVER" -U desk \
	    -v ON_ERROR_STOP=1 -f parted desk
	n=$(server_sql "SELECT count(*) FROM pg_partitioned_table t JOIN
	    pg_class c ON c.oid = t.partrelid WHERE
	    c.relnamespace = 'parted'::regnamespace")
	assert_equal "$n" "$(grep -c '^CREATE TABLE' "$ROOT/lib/schema.sql")"
}

# A day with everything in it, printed in every form.
story() {
	local n name

	export FRONTDESK_CONFIG=$1
	at 2026-11-23T08:12
	for n in {1..12}; do
		as xiaozhou log-call -n "住户$n" -p "138000005$((n + 10))" \
		    -r "$((n % 9 + 1))-1-302" -g leak "漏水 $n"
		as xiaozhou log-call -k complaint -g noise -n Öz -p 13800000611 \
		    -r 6-1-302 "noise $n" -t xiaoma
	done
	printf 'content\tname\tphone\nb\tÅsa\t13800000612\na\tzoe\t13800000613\n' |
	    as xiaowu log-call --from tsv
	as ligong accept T261123-0001 T261123-0099 --keep-going || echo $?
	as xiaozhou assign --auto T261123-0003 T261123-0005
	as xiaoma answer T261123-0002 -m told
	as xiaoma promise T261123-0004 10:00
	as xiaozhou log-call -T T261123-0004 --urge -n Öz -p 13800000611 again
	as xiaoma hand-back T261123-0006 -w 'not mine'
	at 10:30
	escalate --overdue --dry-run
	escalate --overdue --explain
	escalate --overdue
	as zhaodui acknowledge T261123-0008 --until 12:00
	as xiaozhou escalate T261123-0010 -w cannot_explain
	as ligong resolve T261123-0001 -m mended
	at 2026-11-24T11:00
	escalate --overdue
	for name in tickets contacts deadlines events notices; do
		list "$name" --all --json
		list "$name" --table
		list "$name" --csv --header
	done
	list tickets --text 漏水 --limit 3
	list deadlines --overdue --department order
	show T261123-0001 T261123-0004 T261123-0010
	show --json T261123-0002
	for name in daily overdue register; do
		report "$name" --date 2026-11-23
		report "$name" --json --since 2026-11-20
		report "$name" --table
	done
	zh list tickets --table
	desk-check
	escalate --overdue --dry-run
} 2>&1

@test "a long story: not a byte of its output differs from a file's" {
	command desk-init --practice file 2>/dev/null
	story "$PWD/file" >of_file
	desk-init --practice server 2>/dev/null
	story "$PWD/server" >of_server
	[ "$(wc -l <of_file)" -gt 500 ]
	sed -i "s|$PWD/file|DESK|; s|$PWD/server|DESK|" of_file of_server
	diff of_file of_server
}

# ---- others at work ----

@test "others hold the office for too long: 75, nothing written" {
	local began=$EPOCHREALTIME waited request

	hold "$lock"
	run --separate-stderr "${call[@]}" --db-wait 1 noise
	waited=$((${EPOCHREALTIME/./} - ${began/./}))
	assert_equal "$status" 75
	assert_output ''
	[[ $stderr == 'log-call: not recorded: waited 1 s, and others were still writing. Run it again with --request-id '* ]]
	[ "$waited" -ge 900000 ]
	[ "$waited" -le 4000000 ]
	run -0 list tickets --db-wait 0
	let_go
	request=$(sed -n 's/.*--request-id \([0-9a-f-]*\).*/\1/p' <<<"$stderr")
	run "${call[@]}" --request-id "$request" noise
	assert_output T261123-0001
	run "${call[@]}" --request-id "$request" noise
	assert_output T261123-0001
}

@test "one office does not wait for another" {
	cp -r "$FRONTDESK_CONFIG" other
	sed -i 's/^office: .*/office: EH/' other/desk.yaml
	command desk-init --practice other 2>/dev/null
	hold "$lock; UPDATE counter SET last = last"
	# That one holds all there is of both.
	says_busy() {
		run "${call[@]}" --config "$1" --db-wait 0 noise
		assert_failure 75
	}
	says_busy other
	let_go
	rm gate held
	hold "$lock; INSERT INTO scan_run VALUES ('DH', 1, 1, 1, 1, 1, 1)"
	says_busy "$FRONTDESK_CONFIG"
	run -0 "${call[@]}" --config other --db-wait 0 noise
	run -0 escalate --overdue --config other --db-wait 0
	run -0 assign --auto --config other --db-wait 0 T261123-0001
	run -0 desk-check --config other
	let_go
}

@test "two desk-init at once: one store" {
	local n pids=()

	place new
	for n in 1 2 3 4; do
		command desk-init --practice new >"made.$n" 2>&1 3>&- &
		pids+=($!)
	done
	for n in "${pids[@]}"; do
		wait "$n"
	done
	run desk-check --config new
	assert_success
	run log-call --config new --anonymous --no-phone none x
	assert_output T261123-0001
}

# ---- broken off ----

# A server that ends what it was asked, the first few times.
contend() {
	sql "CREATE SEQUENCE tries;
	    CREATE FUNCTION contend() RETURNS trigger LANGUAGE plpgsql AS \$\$
	    BEGIN
		IF nextval('tries') <= $1 THEN
			RAISE EXCEPTION 'contended' USING ERRCODE = '$2';
		END IF;
		RETURN NEW;
	    END \$\$;
	    CREATE TRIGGER contend BEFORE INSERT ON request
	    FOR EACH ROW EXECUTE FUNCTION contend()"
}

@test "a transaction that the server broke off is done again" {
	contend 5 40001
	run --separate-stderr "${call[@]}" noise
	assert_success
	assert_output T261123-0001
	assert_equal "$stderr" ''
	assert_equal "$(sql 'SELECT last_value FROM tries')" 6
	assert_equal "$(sql 'SELECT count(*) FROM ticket')" 1
	sql 'ALTER SEQUENCE tries RESTART'
	run bash -c "seq 3 | sed '1i content' | sed 's/\$/\t-/; 1s/-/no-phone/' |
	    log-call --anonymous --from tsv"
	assert_success
	assert_output $'T261123-0002\nT261123-0003\nT261123-0004'
	assert_equal "$(sql 'SELECT count(*) FROM ticket')" 4
	run desk-check
	assert_success
}

@test "broken off until time is up: 75, nothing written" {
	contend 1000000 40P01
	run --separate-stderr "${call[@]}" --db-wait 1 noise
	assert_failure 75
	assert_output ''
	[[ $stderr == 'log-call: not recorded: others were writing for too long. Run it again with --request-id '* ]]
	[ "$(sql 'SELECT last_value FROM tries')" -gt 3 ]
	assert_equal "$(sql 'SELECT count(*) FROM ticket')" 0
}

# cut N COMMAND...: the connection breaks at the Nth answer of the server.
cut() {
	strace -f -o trace -e trace=recvfrom \
	    -e inject="recvfrom:error=ECONNRESET:when=$1" "${@:2}"
}

# survives WANTED COMMAND...: cut at each answer in turn, WANTED comes out;
# {} in it is the number of the try.
survives() {
	local n wanted=$1

	shift
	needs_tracing
	for ((n = 1; ; n++)); do
		run --separate-stderr cut "$n" "${@//\{\}/$n}"
		assert_equal "$n: $stderr" "$n: "
		assert_success
		assert_output "${wanted//\{\}/$(printf %04d "$n")}"
		grep -q INJECTED trace || break
	done
	[ "$n" -gt 10 ]
	assert_equal "$(sql 'SELECT count(*) FROM request')" "$(sql \
	    'SELECT count(DISTINCT first_seq) FROM request')"
	desk-check >/dev/null
}

@test "cut off at every answer, log-call records once and prints its id" {
	survives 'T261123-{}' "${call[@]}" 'noise {}'
	assert_equal "$(sql 'SELECT count(*) FROM ticket')" "$(sql \
	    'SELECT count(DISTINCT content) FROM contact')"
}

@test "cut off at every answer, assign and bulk are done once" {
	local n

	"${call[@]}" noise >/dev/null
	survives T261123-0001 assign --to ligong T261123-0001
	printf 'content\tname\tphone\nx\tZ\t13800000501\n' >calls
	for n in {5..45..4}; do
		run --separate-stderr cut "$n" log-call --from tsv <calls
		assert_success
		assert_equal "${#lines[@]}" 1
	done
	assert_equal "$(sql 'SELECT count(*) FROM ticket')" 12
}

@test "cut off, every other step is taken once" {
	local n id step events

	needs_tracing
	for n in 5 9 13 17 21 25; do
		id=$("${call[@]}" -t xiaoma noise)
		for step in accept 'answer -m told' 'promise 18:00' \
		    'acknowledge --as zhaodui' 'escalate -w cannot_explain' \
		    'hand-back -w no' 'assign -t xiaoma' 'resolve -m mended'; do
			events=$(sql 'SELECT count(*) FROM event')
			# shellcheck disable=SC2086
			run --separate-stderr cut "$n" $step "$id"
			assert_equal "$step: $stderr" "$step: "
			assert_success
			assert_output "$id"
			assert_equal "$(sql 'SELECT count(*) FROM event')" \
			    $((events + 1))
		done
	done
	desk-check >/dev/null
}

@test "cut off at every answer, a scan fires every rung once, and says so" {
	local n id

	needs_tracing
	for n in {1..40}; do
		FRONTDESK_NOW=$(date -d "2026-11-23 00:00Z + $n days" +%FT%TZ)
		id=$("${call[@]}" "noise $n")
		FRONTDESK_NOW=${FRONTDESK_NOW/T00/T01}
		run --separate-stderr cut "$n" escalate --overdue
		assert_success
		assert_output --regexp "(^|"$'\n'")$id"
	done
	assert_equal "$(sql "SELECT count(*) FROM event WHERE step = 'rung'")" \
	    "$(sql 'SELECT count(*) FROM rung WHERE fired IS NOT NULL')"
	desk-check >/dev/null
}

@test "a reader that is cut off says so, and has written nothing" {
	local n command before

	needs_tracing
	"${call[@]}" noise >/dev/null
	before=$(everything)
	for command in 'list tickets' 'report daily' desk-check \
	    'show T261123-0001'; do
		for n in {1..14}; do
			# shellcheck disable=SC2086
			run --separate-stderr cut "$n" $command
			[ "$status" -eq 0 ] || assert_equal \
			    "$status ${stderr##*$'\n'}" \
			    "75 ${command%% *}: the connection to postgresql:///desk was lost. Run it again"
		done
	done
	assert_equal "$(everything)" "$before"
}

# Writers, each with a file of the ids it was told.
write_on() {
	local n

	for n in $(seq "$2"); do
		"${call[@]}" --db-wait 60 "$1 $n" >>"ids.$1" 2>>"err.$1" ||
		    return
	done
}

# all_there COUNT: they are, each once.
all_there() {
	cat err.*
	assert_equal "$(cat ids.* | sort -u | wc -l)" "$1"
	assert_equal "$(cat ids.* | sort)" "$(sql 'SELECT id FROM ticket' |
	    sort)"
	desk-check >/dev/null
}

@test "connections are ended under four writers: every id is there, once" {
	local n pids=()

	for n in 1 2 3 4; do
		write_on "$n" 25 3>&- &
		pids+=($!)
	done
	for n in {1..30}; do
		server_sql "SELECT count(pg_terminate_backend(pid)) FROM
		    pg_stat_activity WHERE application_name = 'frontdesk'" \
		    >/dev/null
		sleep 0.03
	done
	wait "${pids[@]}"
	all_there 100
}

@test "the server falls and gets up under four writers: every id is there" {
	local n pids=()

	for n in 1 2 3 4; do
		write_on "$n" 25 3>&- &
		pids+=($!)
	done
	for n in 1 2; do
		sleep 0.3
		server_stop "$SERVER" immediate
		sleep 0.2
		server_start "$SERVER"
	done
	wait "${pids[@]}"
	all_there 100
}

@test "a server that is away is waited for, and no longer than that" {
	server_stop "$SERVER" fast
	run --separate-stderr "${call[@]}" --db-wait 1 noise
	assert_failure 75
	[[ $stderr == 'log-call: not recorded: postgresql:///desk cannot be reached: '* ]]
	(sleep 0.7; server_start "$SERVER") 3>&- &
	run -0 "${call[@]}" noise
	assert_output T261123-0001
	wait
}

@test "a server only for reading: waited for, and what to do" {
	local copy=$BATS_TEST_TMPDIR/copy

	chmod 755 "$BATS_TEST_TMPDIR"
	"${call[@]}" noise >/dev/null
	mkdir "$copy"
	[ "$(id -u)" -ne 0 ] || chown nobody "$copy"
	ordinary pg_basebackup -h "$SERVER" -U desk -D "$copy/data" -R \
	    --no-sync -c fast
	ordinary tee -a "$copy/data/postgresql.conf" >/dev/null \
	    <<<"unix_socket_directories = '$copy'"
	server_start "$copy"
	at_store "$(store | sed "s|$SERVER|$copy|")"
	run -75 --separate-stderr "${call[@]}" --db-wait 1 noise
	assert_equal "$stderr" 'log-call: not recorded: postgresql:///desk: the server is only for reading. Name the server that takes writing as well in store:, or try again once this one does'
	# It may be read, where one says so.
	at_store "$(store)&target_session_attrs=any"
	run -0 list tickets -o id
	assert_output T261123-0001
	run --separate-stderr "${call[@]}" --db-wait 1 noise
	assert_failure 75
	[[ $stderr == *'the server is only for reading'* ]]
	# Both named: the one that takes writing is found.
	at_store "$(store | sed "s|host=$copy|host=$copy,$SERVER|;
	    s|&target.*||")"
	run -0 "${call[@]}" noise
	assert_output T261123-0002
	# The other falls, and this one takes its place while one waits.
	server_stop "$SERVER"
	(sleep 0.5; ordinary pg_ctl -D "$copy/data" -w -s promote) 3>&- &
	run -0 "${call[@]}" noise
	assert_output T261123-0003
	wait
	server_stop "$copy"
}

@test "a commit that waits for a standby that is away: 75, and nothing twice" {
	local request

	server_sql "ALTER SYSTEM SET synchronous_standby_names = 'away'"
	server_sql 'SELECT pg_reload_conf()'
	run -75 --separate-stderr timeout 20 "${call[@]}" --db-wait 1 noise
	assert_output ''
	request=$(sed -n 's/.*--request-id \([0-9a-f-]*\).*/\1/p' <<<"$stderr")
	server_sql 'ALTER SYSTEM RESET synchronous_standby_names'
	server_sql 'SELECT pg_reload_conf()'
	run -0 "${call[@]}" --request-id "$request" noise
	assert_output T261123-0001
	run -0 list tickets -o id
	assert_output T261123-0001
}

# ---- many ----

@test "many rows are not held all at once" {
	sql "INSERT INTO event SELECT 'DH', n, 1795392720000, 1795392720000,
	    'xiaozhou', 0, 'T261123-0001', 'log', 'C1', repeat('0', 64),
	    repeat('0', 64) FROM generate_series(1, 300000) n"
	run bash -c 'ulimit -v 100000; list events | tail -1'
	assert_output --partial T261123-0001
	assert_equal "$(bash -c 'ulimit -v 100000; list events | wc -l')" 300000
	run bash -c 'ulimit -v 100000; desk-check'
	assert_failure 70
	assert_output --partial 'event 1 of the journal: it was changed'
}
