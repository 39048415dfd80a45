# SPDX-License-Identifier: ISC
# tamper.bash: altering the store behind the commands' back, to see that it is
# found out: `load tamper' behind `load helper'.
# shellcheck shell=bash

# tamper STATEMENT: anything that is a member of the desk's group can do this.
tamper() {
	sql "${SERVER:+SET session_replication_role = replica;} $1"
}

# keep: remember the store as it is; put_back: have it so again.
keep() {
	if [ -n "${SERVER:-}" ]; then
		pg_dump -n "$(schema)" "$(server_url "$SERVER")" \
		    >"$BATS_TEST_TMPDIR/good"
		return
	fi
	rm -rf "$BATS_TEST_TMPDIR/good"
	cp -a "$FRONTDESK_CONFIG" "$BATS_TEST_TMPDIR/good"
}

put_back() {
	if [ -n "${SERVER:-}" ]; then
		sql "SET client_min_messages = error;
		    DROP SCHEMA \"$(schema)\" CASCADE"
		psql -Xqo /dev/null -f "$BATS_TEST_TMPDIR/good" \
		    "$(server_url "$SERVER")"
		return
	fi
	rm -rf "$FRONTDESK_CONFIG"
	cp -a "$BATS_TEST_TMPDIR/good" "$FRONTDESK_CONFIG"
}
