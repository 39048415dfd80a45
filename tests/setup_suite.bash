# SPDX-License-Identifier: ISC
# setup_suite.bash: with FRONTDESK_STORE=postgresql the desks of all tests are
# kept by one server, which runs as long as they do.
# shellcheck shell=bash
# shellcheck source=tests/server.bash
. "$(dirname "${BASH_SOURCE[0]}")/server.bash"

setup_suite() {
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
