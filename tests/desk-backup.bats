#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# desk-backup.bats: a copy is whole, its name is true, and it can be restored.

load helper

setup() {
	in_a_file
	desk_setup
	cd "$BATS_TEST_TMPDIR" || return 1
	log hello >/dev/null
}

log() {
	as xiaozhou log-call -g leak -n Zhang -p 13800000501 "$@"
}

@test "the name is printed; the copy is one file, for its owner alone" {
	umask 000
	run desk-backup copy.db
	assert_success
	assert_output copy.db
	[ "$(stat -c %a copy.db)" = 600 ]
	[ "$(ls copy.db*)" = copy.db ]
	[ "$(sqlite3 copy.db 'SELECT content FROM contact')" = hello ]
	run terminal desk-backup other.db
	assert_output 'other.db  copied and checked'
}

@test "what a plain copy would lose is in it" {
	log again >/dev/null
	cp "$FRONTDESK_CONFIG/frontdesk.db" plain.db
	[ "$(sqlite3 plain.db 'SELECT count(*) FROM contact' 2>/dev/null ||
	    echo 0)" != 2 ]
	desk-backup copy.db
	[ "$(sqlite3 copy.db 'SELECT count(*) FROM contact')" = 2 ]
}

@test "while others write: the copy is the desk at one moment" {
	for n in 1 2 3 4; do
		for i in $(seq 10); do
			log "$n $i"
		done >"ids$n" &
	done
	for n in 1 2 3; do
		desk-backup copy$n.db
	done
	wait
	cat ids? | sort >ids
	[ "$(sort -u ids | wc -l)" -eq 40 ]
	for n in 1 2 3; do
		cp -a "$FRONTDESK_CONFIG" desk$n
		rm desk$n/frontdesk.db*
		cp copy$n.db desk$n/frontdesk.db
		run desk-check --config desk$n
		assert_success
		# What is in it has no gap before what is not.
		records=$(list tickets --config desk$n | wc -l)
		[ "$(list tickets --config desk$n -o id | tail -1)" = \
		    "T261123-$(printf %04d "$records")" ]
	done
	[ "$(list tickets | wc -l)" -eq 41 ]
}

@test "it is restored as frontdesk(7) says" {
	head=$(desk-check 2>/dev/null | grep head)
	desk-backup copy.db
	log 'after the copy'
	mkdir somewhere
	mv "$FRONTDESK_CONFIG"/frontdesk.db "$FRONTDESK_CONFIG"/frontdesk.db-wal \
	    "$FRONTDESK_CONFIG"/frontdesk.db-shm somewhere
	cp copy.db "$FRONTDESK_CONFIG/frontdesk.db"
	chmod 660 "$FRONTDESK_CONFIG/frontdesk.db"
	run desk-check
	assert_success
	assert_line "$head"
	[ "$(list tickets -o content)" = hello ]
	run log 'recorded again'
	assert_output T261123-0002
	run desk-check
	assert_success
}

@test "nothing is ever written over" {
	echo ours >copy.db
	run desk-backup copy.db
	assert_failure 1
	assert_output 'desk-backup: no backup made: copy.db is there already (C10). Nothing is ever written over: take another name'
	[ "$(cat copy.db)" = ours ]
	ln -s nowhere link.db
	run desk-backup link.db
	assert_failure 1
	[ ! -e nowhere ]
	mkdir directory
	run desk-backup directory
	assert_failure 1
}

@test "killed at any moment, there is no half of it under its name" {
	for i in $(seq 300); do
		echo "{\"content\":\"leak $i\",\"name\":\"Z\",\"phone\":\"13800000501\"}"
	done | as xiaozhou log-call -F json >/dev/null
	for delay in 0.002 0.004 0.006 0.008 0.010 0.015 0.020 0.03; do
		desk-backup copy.db >/dev/null 2>&1 &
		sleep $delay
		kill -9 $! 2>/dev/null || true
		wait $! 2>/dev/null || true
		[ -e copy.db ] || continue
		[ "$(sqlite3 copy.db 'SELECT count(*) FROM contact')" = 301 ]
		[ "$(sqlite3 copy.db 'PRAGMA integrity_check')" = ok ]
		rm copy.db
	done
	# What the last one left is no hindrance.
	rm -f copy.db
	echo rubbish >copy.db.part
	run desk-backup copy.db
	assert_success
	[ ! -e copy.db.part ]
	[ "$(sqlite3 copy.db 'SELECT count(*) FROM contact')" = 301 ]
}

@test "no place for it: the place is named, not the store" {
	run desk-backup no/such/copy.db
	assert_failure 1
	assert_output 'desk-backup: no backup made: no/such/copy.db: No such file or directory. Take a directory where you may write'
	[ ! -e no ]
	run desk-backup /dev/full/copy.db
	assert_failure 1
	assert_output --partial '/dev/full/copy.db: Not a directory'
}

@test "a store that is damaged is not copied" {
	sqlite3 "$FRONTDESK_CONFIG/frontdesk.db" 'PRAGMA wal_checkpoint(TRUNCATE)'
	size=$(stat -c %s "$FRONTDESK_CONFIG/frontdesk.db")
	dd if=/dev/zero of="$FRONTDESK_CONFIG/frontdesk.db" bs=1 conv=notrunc \
	    seek=$((size / 2 / 4096 * 4096)) count=4096 status=none
	run desk-backup copy.db
	assert_failure 70
	[ ! -e copy.db ]
	[ ! -e copy.db.part ]
}

@test "usage" {
	run desk-backup
	assert_failure 64
	run desk-backup a b
	assert_failure 64
	[ ! -e a ]
}
