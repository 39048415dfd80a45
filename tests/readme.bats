# SPDX-License-Identifier: ISC
# readme.bats: the day in README.md, played as it stands there.
load helper

setup() {
	export PATH="$BUILD/bin:$PATH" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb
	export HOME="$BATS_TEST_TMPDIR"
	unset LANGUAGE LANG LC_MESSAGES FRONTDESK_CONFIG FRONTDESK_NOW
}

# The journal's head depends on who runs it: the login is in it.
plain() {
	sed -E "s#$HOME/practice#/home/li/practice#
	    s/[0-9a-f]{16}/(head)/; s/[ ]+\$//"
}

day() {
	sed -n '/^...console$/,/^...$/{/console$/d;/^...$/d;p}' \
	    "$ROOT/README.md"
}

@test "the day in README.md is what happens" {
	local line

	while IFS= read -r line; do
		printf '$ %s\n' "$line"
		case $line in
		export*) eval "$line" ;;
		*)	script -qec "stty cols 80 rows 24; $line" /dev/null \
			    </dev/null | tr -d '\r' ;;
		esac
		export FRONTDESK_CONFIG=$HOME/practice
	done < <(day | sed -n 's/^\$ //p') >"$BATS_TEST_TMPDIR/played"
	run diff <(day | plain) <(plain <"$BATS_TEST_TMPDIR/played")
	assert_output ''
	# Its thirteen lines, and five of the keys.
	assert_equal "$(day | grep '^\$ ' | grep -vc 'export\|desk-init')" 18
}
