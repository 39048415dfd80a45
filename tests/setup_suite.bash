# SPDX-License-Identifier: ISC
# setup_suite.bash: what all tests share.  With FRONTDESK_STORE=postgresql
# their desks are kept by one server, which runs as long as they do.
# shellcheck shell=bash
# shellcheck source=tests/server.bash
. "$(dirname "${BASH_SOURCE[0]}")/server.bash"

setup_suite() {
	# script(1) gives it the line that they type, as bash quotes it.
	SHELL=$(command -v bash)
	export SHELL
	[ "${FRONTDESK_STORE:-}" = postgresql ] || return 0
	SERVER=$(mktemp -d "${TMPDIR:-/tmp}/frontdesk-server.XXXXXX")
	export SERVER
	server_make "$SERVER"
	server_start "$SERVER"
	createdb -h "$SERVER" -U desk desk
}

teardown_suite() {
	[ -n "${SERVER:-}" ] || return 0
	server_stop "$SERVER" || true
	rm -rf "$SERVER" "$SERVER.log"
}
