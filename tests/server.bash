# SPDX-License-Identifier: ISC
# server.bash: a PostgreSQL server for tests, as an ordinary user, reached
# through a socket in its own directory.
# shellcheck shell=bash

# Debian keeps its programs out of PATH, and wraps psql.
for _dir in /usr/lib/postgresql/*/bin; do
	[ -x "$_dir/postgres" ] && PATH=$_dir:$PATH
done
unset _dir PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD PGSERVICE PGOPTIONS
unset PGTARGETSESSIONATTRS

# The server refuses to be root's.
ordinary() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		(cd / && exec setpriv --reuid nobody --regid nogroup \
		    --clear-groups "$@")
	fi
}

# server_make DIR [OPTION...]: a new one, whose order of texts is not that of
# their bytes, as on most servers; DIR is made.
server_make() {
	local dir=$1

	shift
	mkdir -p "$dir"
	[ "$(id -u)" -ne 0 ] || chown nobody "$dir"
	ordinary initdb -D "$dir/data" -U desk -A trust -E UTF8 --no-sync \
	    --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US "$@" \
	    >"$dir.log" 2>&1 || {
		cat "$dir.log"
		return 1
	}
	ordinary tee -a "$dir/data/postgresql.conf" >/dev/null <<END
listen_addresses = ''
unix_socket_directories = '$dir'
fsync = off
full_page_writes = off
max_connections = 200
END
}

server_start() {
	ordinary pg_ctl -D "$1/data" -l "$1/data/log" -w -s start 3>&- 4>&- ||
	    cat "$1/data/log"
}

# server_stop DIR [fast | immediate]
server_stop() {
	ordinary pg_ctl -D "$1/data" -m "${2:-immediate}" -w -s stop 3>&-
}

# server_url DIR [SCHEMA]: the address of its database, or of a part of it.
server_url() {
	printf 'postgresql://desk@/desk?host=%s%s\n' "$1" \
	    "${2:+&options=-csearch_path%3D$2}"
}
