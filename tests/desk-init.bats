#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# desk-init.bats: a desk is made, kept, or refused.

load helper

setup() {
	desk_setup
	cd "$BATS_TEST_TMPDIR" || return 1
}

@test "a new desk: its files, and who may see them" {
	in_a_file
	umask 000
	run --separate-stderr desk-init --practice new
	assert_success
	assert_output "$BATS_TEST_TMPDIR/new"
	run stat -c '%a %n' new new/*
	assert_output '2770 new
640 new/contractors.yaml
640 new/desk.yaml
660 new/frontdesk.db
660 new/frontdesk.db-shm
660 new/frontdesk.db-wal
660 new/frontdesk.db.lock
640 new/keys.yaml
640 new/secret
640 new/staff.yaml'
	umask 077
	desk-init --practice other 2>/dev/null
	run stat -c %a other other/frontdesk.db
	assert_output $'2770\n660'
}

@test "the sample works as it is: the right number of everything" {
	[ "$(list staff | wc -l)" -ge 4 ]
	run desk-check
	assert_success
	assert_line $'records\t0'
	id=$(log-call -n Zhang -p 13800000501 'something else')
	[ "$(list tickets -o category)" = other ]
	# The first three can take every step.
	for who in $(list staff | head -3 | cut -f1); do
		id=$(as "$who" log-call -k complaint -g noise -n Z \
		    -p 13800000501 -t "$who" x)
		as "$who" accept "$id"
		as "$who" hand-back "$id" -w why
		as "$who" assign "$id" --auto
		as "$who" answer "$id" -m told
		as "$who" promise "$id" 18:00
		as "$who" escalate "$id"
		as "$who" acknowledge "$id"
		as "$who" resolve "$id" -m mended
	done
}

@test "--office gives the sample another code" {
	desk-init --practice --office XY9 new 2>/dev/null
	grep -q '^office: XY9$' new/desk.yaml
	run desk-init --practice --office xy new2
	assert_failure 64
	assert_output --partial 'desk-init: "xy" is no code of an office. Use 1 to 8 capital letters and digits'
	[ ! -e new2 ]
}

@test "on a desk that is there nothing is lost" {
	id=$(log-call -n Zhang -p 13800000501 leak)
	echo '# ours' >>"$FRONTDESK_CONFIG/desk.yaml"
	cp -r "$FRONTDESK_CONFIG" before
	run terminal desk-init "$FRONTDESK_CONFIG"
	assert_success
	assert_line "$FRONTDESK_CONFIG  kept as it is: office DH, for practice"
	cmp before/desk.yaml "$FRONTDESK_CONFIG/desk.yaml"
	[ "$(list tickets -o id)" = "$id" ]
	run desk-check
	assert_success
}

@test "a directory that holds the configuration alone: the store it names" {
	mkdir ours
	cp "$BUILD"/share/frontdesk/config/*.yaml ours
	sed -i 's/^store: .*/store: data.db/' ours/desk.yaml
	desk-init --practice ours 2>/dev/null
	[ -f ours/data.db ]
	[ ! -e ours/frontdesk.db ]
	list tickets --config ours
}

@test "a second office in the same store, each with its own numbers" {
	log-call -n Zhang -p 13800000501 leak
	mkdir second
	cp "$FRONTDESK_CONFIG"/*.yaml second
	sed -i -e 's/^office: .*/office: EH/' \
	    -e "s|^store: frontdesk.db|store: $FRONTDESK_CONFIG/frontdesk.db|" \
	    second/desk.yaml
	run list tickets --config second
	assert_failure 78
	assert_output 'list: office EH is not in this store. Add it with desk-init'
	run terminal desk-init --practice second
	assert_line "$BATS_TEST_TMPDIR/second  kept, and office EH added, for practice"
	run log-call --config second -n Zhang -p 13800000501 other
	assert_output T261123-0001
	[ "$(list tickets --config second -o content)" = other ]
	[ "$(list tickets -o content)" = leak ]
}

@test "a practice desk does not become a real one, nor the other way round" {
	sql "SELECT value FROM setting WHERE name = 'practice'" | grep -q .
	desk-init "$FRONTDESK_CONFIG" 2>/dev/null
	sql "SELECT value FROM setting WHERE name = 'practice'" | grep -q .
	desk-init real 2>/dev/null
	run desk-init --practice real
	[ -z "$(sqlite3 real/frontdesk.db \
	    "SELECT value FROM setting WHERE name = 'practice'")" ]
}

@test "mistakes in a configuration: 78, and no store" {
	mkdir ours
	cp "$BUILD"/share/frontdesk/config/*.yaml ours
	sed -i 's/^zone: .*/zone: Nowhere/' ours/desk.yaml
	run desk-init --practice ours
	assert_failure 78
	assert_output --regexp '^desk-init: desk.yaml:[0-9]+:7: '
	[ ! -e ours/frontdesk.db ]
}

@test "no place for it" {
	run desk-init --practice
	assert_failure 64
	assert_output 'desk-init: no directory is given. Give one, as in: desk-init /srv/desk'
	run desk-init --practice no/such/place
	assert_failure 78
	assert_output 'desk-init: no/such/place: No such file or directory'
	touch file
	run desk-init --practice file
	assert_failure 78
	assert_output 'desk-init: file: Not a directory'
}

@test "what is in the way is named and stays" {
	mkdir ours
	cp "$BUILD"/share/frontdesk/config/*.yaml ours
	mkdir ours/frontdesk.db
	run desk-init --practice ours
	assert_failure 78
	assert_output --partial "/ours/frontdesk.db is no file; the store has to be one"
	rmdir ours/frontdesk.db
	echo 'our notes, a longer line than any store has at its beginning' \
	    >ours/frontdesk.db
	run desk-init --practice ours
	assert_failure 78
	assert_output --partial 'is no store of frontdesk'
	grep -q 'our notes' ours/frontdesk.db
	rm ours/frontdesk.db
	sqlite3 ours/frontdesk.db 'CREATE TABLE other (x)'
	run desk-init --practice ours
	assert_failure 78
	assert_output --partial 'is no store of frontdesk'
	[ "$(sqlite3 ours/frontdesk.db .tables)" = other ]
}

@test "a real desk is not made where everybody may write" {
	mkdir open
	chmod 777 open
	run desk-init open
	assert_failure 78
	assert_output 'desk-init: open may be written by everybody. Take that away: chmod o-rwx open'
	[ ! -e open/desk.yaml ]
}

# What the store is made of, without its rows: the columns of each table, and
# the indexes.
shape() {
	if [ -n "${SERVER:-}" ]; then
		sql "SELECT table_name, row_number() OVER (PARTITION BY table_name
		    ORDER BY ordinal_position), column_name, data_type,
		    collation_name, is_nullable, column_default
		    FROM information_schema.columns
		    WHERE table_schema = '$(schema)';
		    SELECT indexdef FROM pg_indexes
		    WHERE schemaname = '$(schema)';
		    SELECT conrelid::regclass, pg_get_constraintdef(oid)
		    FROM pg_constraint
		    WHERE connamespace = '\"$(schema)\"'::regnamespace" | sort
		return
	fi
	sql "SELECT m.name, p.* FROM sqlite_schema m, pragma_table_info(m.name) p
	    ORDER BY m.name, p.cid;
	    SELECT name, sql FROM sqlite_schema WHERE type = 'index'
	    ORDER BY name"
}

# What version 4 made, and 3 and 2 before it, taken away again.
as_version_1() {
	local column

	sql 'DROP INDEX ticket_open'
	sql 'CREATE INDEX ticket_open ON ticket (office, department, handler,
	    first_responder) WHERE closed IS NULL'
	sql 'DROP TABLE analysis'
	sql 'DROP INDEX ticket_joined'
	sql 'DROP INDEX ticket_void'
	sql 'DROP INDEX ticket_called'
	sql 'DROP INDEX deadline_ended'
	for column in joined body chased settled result score called_back \
	    follow_ups chases tries moved reopens unreached; do
		sql "ALTER TABLE ticket DROP COLUMN $column"
	done
	sql 'ALTER TABLE contact DROP COLUMN tried'
	sql 'DROP TABLE loan'
	sql 'DROP TABLE key_count'
	sql "UPDATE setting SET value = '1' WHERE name = 'version'"
}

@test "a store of version 1 becomes what a new one is, and keeps what it has" {
	local id

	id=$(log-call -n Zhang -p 13800000501 leak)
	shape >wanted
	as_version_1
	rm "$FRONTDESK_CONFIG/secret"
	run list tickets
	assert_failure 78
	shape >old
	cmp -s wanted old && false
	desk-init "$FRONTDESK_CONFIG" >made 2>/dev/null
	shape >got
	diff wanted got
	[ "$(list tickets -o id)" = "$id" ]
	run --separate-stderr -0 desk-check
	lend-key GG-1 -t ligong <<<110101199003071233
	follow-up --as ligong "$id" -m 'still leaking'
	run --separate-stderr -0 desk-check
}

@test "the secret of cards: made once, for an older desk too, and kept" {
	desk-init real 2>/dev/null
	run stat -c '%a %s' real/secret
	assert_output '640 65'
	cp real/secret before
	desk-init real 2>/dev/null
	cmp before real/secret
	rm real/secret
	desk-init real 2>/dev/null
	run stat -c '%a %s' real/secret
	assert_output '640 65'
	cmp -s before real/secret && false
	[ ! -e real/secret.new ]
}

@test "several at once make one secret, and none of them fails" {
	local one

	desk-init real 2>/dev/null
	for _ in {1..10}; do
		rm real/secret
		for one in {1..8}; do
			(desk-init real 2>"said.$one" ||
			    echo failed >>"said.$one"
			cat real/secret >"secret.$one") &
		done
		wait
		run cat said.*
		refute_output --partial failed
		[ "$(cat secret.* | sort | uniq -c | wc -l)" -eq 1 ]
	done
	run bash -c 'ls real | grep ^secret'
	assert_output secret
}
