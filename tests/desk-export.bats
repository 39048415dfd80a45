#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# desk-export.bats: everything of an office is in its export, in an order that
# never varies, and the file is there whole or not at all.

load helper
load moving

setup() {
	desk_setup
	cd "$BATS_TEST_TMPDIR" || return 1
}

@test "head, rows, foot" {
	run desk-export
	assert_success
	assert_line --index 0 '{"export":"frontdesk","format":1,"store":'"$(
	    sql "SELECT value FROM setting WHERE name = 'version'"
	    )"',"office":"DH","practice":true}'
	assert_line --index 1 --regexp '^\{"table":"setting","office":"DH","name":"ladder","value":"[0-9a-f]{64}"\}$'
	assert_line --index 2 '{"table":"setting","office":"DH","name":"practice","value":"yes"}'
	assert_line --index 3 '{"table":"counter","office":"DH","name":"event","last":0,"head":null}'
	assert_line --index 4 '{"rows":3,"events":0,"head":null,"sha256":"'"$(
	    printf '%s\n' "${lines[@]:0:4}" | sha256sum | cut -d ' ' -f 1)"'"}'
	assert_equal "${#lines[@]}" 5
}

@test "numbers are numbers, what is absent is null, texts are as they were" {
	busy_desk
	desk-export >out
	run jq -c 'select(.table == "contact" and .ticket == "T261123-0004") |
	    [.content, .name, .no, .rings]' out
	assert_output $'["a \\"leak\\"\\\\\\tand\\nmore \U1F6B0 \u2028 x","O\'Brien",1,null]'
	run jq -r 'select(.table == "event" and .seq == 7) | .hash' out
	assert_output "$(sql 'SELECT hash FROM event WHERE seq = 7')"
}

@test "as many lines as rows, in the order of the schema and of the keys" {
	busy_desk
	desk-export >out
	tables=$(sed -n 's/^CREATE TABLE \([a-z_]*\).*/\1/p' \
	    "$ROOT/lib/schema.sql")
	run bash -c 'jq -r ".table // empty" out | uniq'
	for table in $tables; do
		rows=$(sql "SELECT count(*) FROM $table
		    WHERE office = 'DH'")
		[ "$table" != setting ] || rows=$((rows - 1))
		assert_equal "$table $(grep -c "^{\"table\":\"$table\"" out)" \
		    "$table $rows"
		[ "$rows" -eq 0 ] || assert_line "$table"
	done
	assert_output "$(grep -Fx "$output" <<<"$tables")"
	jq -r 'select(.table == "deadline") | "\(.record) \(.no)"' out >keys
	LC_ALL=C sort -c keys
	assert_equal "$(tail -n 1 out | jq -r '.rows, .events, .head')" \
	    "$(($(wc -l <out) - 2))
$(sql "SELECT last, head FROM counter WHERE name = 'event'" | tr '|' '\n')"
}

@test "no table is left out, whichever the schema has" {
	[ -z "${SERVER:-}" ] || skip "no server takes rows against its checks"
	sql "SELECT 'INSERT INTO ' || t.name || ' VALUES (' ||
	    group_concat(CASE WHEN c.name = 'office' THEN '''DH'''
	    WHEN c.type = 'TEXT' THEN '''x''' ELSE '7' END) || ');'
	    FROM sqlite_schema t, pragma_table_info(t.name) c
	    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
	    GROUP BY t.name" >rows.sql
	[ "$(wc -l <rows.sql)" -ge 12 ]
	{
		echo 'PRAGMA ignore_check_constraints = ON;'
		cat rows.sql
	} | sqlite3 "$FRONTDESK_CONFIG/frontdesk.db"
	desk-export >out
	run bash -c 'grep "\"x\"\|:7," out | jq -r .table | sort'
	assert_output "$(sed 's/^INSERT INTO \([^ ]*\).*/\1/' rows.sql |
	    sort)"
}

@test "the same store gives the same bytes: later, in Chinese, into a file" {
	busy_desk
	desk-export >first
	at 2026-11-25T08:00
	zh desk-export >second
	cmp first second
	run desk-export third
	assert_output third
	cmp first third
}

@test "more rows than fit in one go, in keys of one and of two columns" {
	tickets 1250 | log-call --from tsv >/dev/null
	desk-export >out
	for table in ticket contact deadline event; do
		grep "^{\"table\":\"$table\"" out >rows
		assert_equal "$(wc -l <rows)" \
		    "$(sql "SELECT count(*) FROM $table")"
		[ "$(sort -u rows | wc -l)" -eq "$(wc -l <rows)" ]
	done
	run jq -r 'select(.table == "ticket").id' out
	assert_output "$(sql 'SELECT id FROM ticket ORDER BY id')"
}

@test "only this office, and nothing of its directory" {
	busy_desk
	echo 'key of the cards' >"$FRONTDESK_CONFIG/secret"
	desk-export >before
	beside "$FRONTDESK_CONFIG" other
	log-call --config other -n Zhang -p 13800000501 x >/dev/null
	desk-export >after
	cmp before after
	run grep -c 'XY\|key of the cards\|desk.yaml\|frontdesk.db\|postgresql:' after
	assert_output 0
	run desk-export --config other
	assert_line --index 0 --partial '"office":"XY"'
	refute_output --partial '"DH"'
}

@test "a file for its owner alone, and nothing is written over" {
	umask 000
	desk-export out.jsonl >/dev/null
	[ "$(stat -c %a out.jsonl)" = 600 ]
	[ "$(ls out.jsonl*)" = out.jsonl ]
	cp out.jsonl kept
	run desk-export out.jsonl
	assert_failure 1
	assert_output 'desk-export: not exported: out.jsonl is there already (C10). Nothing is ever written over: take another name'
	cmp out.jsonl kept
	ln -s nowhere link
	run desk-export link
	assert_failure 1
	[ ! -e nowhere ]
	run desk-export no/such
	assert_failure 1
	assert_output 'desk-export: not exported: no/such: No such file or directory. Take a directory where you may write'
	run terminal desk-export other.jsonl
	assert_output 'other.jsonl  exported: 3 rows'
}

@test "the output cannot be written: 74, and no half of a file" {
	busy_desk
	run bash -c 'desk-export >/dev/full'
	assert_failure 74
	assert_output 'desk-export: the output could not be written (No space left on device)'
	# The reader is gone before the first row comes.
	run bash -c '{ sleep 0.5; desk-export; } | true
	    exit "${PIPESTATUS[0]}"'
	assert_failure 74
	needs_tracing
	for fault in write:error=ENOSPC:when=2 write:error=ENOSPC:when=4 \
	    fsync:error=EIO close:error=EDQUOT; do
		run strace -o /dev/null -P "$PWD/x.part" -P x.part \
		    -e inject="$fault" desk-export x
		assert_failure 74
		assert_output --partial 'desk-export: the output could not be written ('
		[ ! -e x ]
		[ ! -e x.part ]
	done
	run strace -o /dev/null -P "$PWD" -e inject=fsync:error=EIO \
	    desk-export x
	assert_failure 74
	[ ! -e x ]
	run desk-export x
	assert_success
}

@test "while others write: it is the store at one moment" {
	tickets 2000 | log-call --from tsv >/dev/null
	for n in 1 2 3; do
		for i in $(seq 15); do
			log-call -n Zhang -p 13800000501 "$n $i"
		done >"ids$n" &
	done
	for n in 1 2 3 4; do
		desk-export out$n >/dev/null
	done
	wait
	for n in 1 2 3 4; do
		new_desk desk$n --practice
		run --separate-stderr desk-import --config desk$n out$n
		assert_success
		run desk-check --config desk$n
		assert_success
	done
}

@test "only the manager and system may" {
	run as xiaozhou desk-export
	assert_failure 77
	assert_output 'desk-export: not exported: only these may: manager, system. Ask Wang'
	run as zhaodui desk-export out
	assert_failure 77
	[ ! -e out ]
	run as wangjingli desk-export out
	assert_success
	new_desk real
	run desk-export --config real
	assert_success
	assert_line --index 0 --partial '"practice":false'
	refute_output --partial '"name":"practice"'
}

@test "on a terminal one line shows how far it is, and goes away" {
	tickets 1500 | log-call --from tsv >/dev/null
	run bash -c 'script -qec "desk-export out" /dev/null </dev/null'
	assert_output --regexp $'^\rdesk-export: 10,[0-9]{3} rows\r +\rout  exported: 12,?[0-9]{3} rows'
	run --separate-stderr desk-export out2
	assert_equal "$stderr" ''
	# Not among the lines of the export itself.
	run terminal desk-export
	assert_line --index 0 --partial '"export":"frontdesk"'
	refute_line --partial 'desk-export: '
	LANGUAGE=zh_CN run bash -c \
	    'script -qec "desk-export >out3" /dev/null </dev/null'
	assert_output --regexp $'^\rdesk-export: 10,[0-9]{3} 行\r +\r$'
}

@test "interrupted: no file, nor a part of one, and that is said" {
	not_sanitized	# half way is a matter of time
	in_a_file
	tickets 30000 | log-call --from tsv >/dev/null
	for signal in INT TERM HUP; do
		run interrupted "$signal" desk-export out
		assert_failure 1
		assert_equal "$(cat said)" 'desk-export: not exported: it was interrupted. None of it is kept; run it again'
		run find . -name 'out*' -size +0
		assert_output ''
	done
	# What went out already cannot be taken back: it ends at once.
	run interrupted TERM desk-export
	assert_failure 143
}

@test "usage" {
	run desk-export a b
	assert_failure 64
	assert_output 'desk-export: one file at most. Give one that is not there yet, or none for standard output'
	[ ! -e a ]
	run desk-export ''
	assert_failure 64
}
