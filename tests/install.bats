# SPDX-License-Identifier: ISC
# make install: a tree that runs where it lies, and goes without a trace.
load helper

setup() {
	desk_setup
	to=$BATS_TEST_TMPDIR/to
	unset MAKEFLAGS MAKELEVEL
}

make_here() {
	make -s -C "$ROOT" B="${BUILD#"$ROOT"/}" "$@"
}

files_of() {
	(cd "$1" && find . ! -type d | sort)
}

@test "an installed tree runs where it lies, moved too" {
	make_here install DESTDIR="$to" PREFIX=/opt/frontdesk
	mv "$to/opt/frontdesk" "$BATS_TEST_TMPDIR/a moved tree"
	PATH="$BATS_TEST_TMPDIR/a moved tree/bin:/usr/bin:/bin"
	FRONTDESK_CONFIG="$BATS_TEST_TMPDIR/another desk"
	run -0 --separate-stderr desk-init --practice "$FRONTDESK_CONFIG"
	run -0 log-call -k request -r 3-2-501 --anonymous --no-phone none lamp
	assert_output T261123-0001
	run -0 list tickets -o id
	assert_output T261123-0001
	run -0 desk-check
	LANG=zh_CN.UTF-8 LC_ALL='' run -1 accept T261123-0009
	assert_output --partial 未签收
	run -0 ldd "$BATS_TEST_TMPDIR/a moved tree/bin/list"
	assert_output --partial "a moved tree/bin/../lib/libfrontdesk.so.0"
}

@test "bin holds commands only, and all is where it is looked for" {
	make_here install DESTDIR="$to" PREFIX=/usr
	run -0 files_of "$to/usr/bin"
	assert_output "$(files_of "$BUILD/bin")"
	for name in "$to"/usr/bin/*; do
		run -0 "$name" --version
		assert_output --partial "(frontdesk)"
		name=$(basename "$name")
		[ -s "$to/usr/share/man/man1/$name.1" ]
		[ -s "$to/usr/share/bash-completion/completions/$name" ]
	done
	run -0 files_of "$to/usr/lib"
	assert_output $'./frontdesk-postgresql.so\n./libfrontdesk.so.0'
	run -0 files_of "$to/usr/share/frontdesk"
	assert_output "$(printf './%s\n' config/contractors.yaml \
	    config/desk.yaml config/keys.yaml config/staff.yaml crontab)"
	run -0 files_of "$to/usr/share/locale"
	assert_output ./zh_CN/LC_MESSAGES/frontdesk.mo
	run -0 find "$to" -type f -perm /022
	assert_output ''
}

@test "uninstall takes away what install put there, and nothing else" {
	make_here install DESTDIR="$to" PREFIX=/opt/x
	make_here uninstall DESTDIR="$to" PREFIX=/opt/x
	run -0 find "$to" -mindepth 1
	assert_output "$(printf '%s\n' "$to/opt" "$to/opt/x")"
	make_here install DESTDIR="$to" PREFIX=/opt/x
	mkdir "$to/opt/x/empty"
	touch "$to/opt/x/bin/other" "$to/opt/x/share/man/man1/other.1"
	make_here uninstall DESTDIR="$to" PREFIX=/opt/x
	run -0 files_of "$to/opt/x"
	assert_output "$(printf './%s\n' bin/other share/man/man1/other.1)"
	[ -d "$to/opt/x/empty" ]
	make_here uninstall DESTDIR="$to" PREFIX=/opt/x
}

@test "installing twice, and into two places, is the same" {
	make_here install DESTDIR="$to" PREFIX=/a
	make_here install DESTDIR="$to" PREFIX=/a
	make_here install DESTDIR="$to/b c"
	run -0 diff -r "$to/a" "$to/b c/usr/local"
}

# Root without its capabilities is bound by the modes of files as others are.
@test "install writes nothing into a tree that may not be written" {
	local plain=()

	mkdir "$BATS_TEST_TMPDIR/source"
	(cd "$ROOT" && cp -a Makefile lib cmd config man po tests tools bench \
	    "$BATS_TEST_TMPDIR/source")
	chmod -R a-w "$BATS_TEST_TMPDIR/source"
	[ "$(id -u)" -ne 0 ] || plain=(setpriv --bounding-set=-all)
	"${plain[@]}" true || skip "root cannot give up what it may here"
	run "${plain[@]}" cp "$ROOT/Makefile" "$BATS_TEST_TMPDIR/source/Makefile"
	assert_failure
	run -0 "${plain[@]}" make -s -C "$BATS_TEST_TMPDIR/source" \
	    B="$BUILD" install DESTDIR="$to" PREFIX=/x
	run -0 files_of "$to/x"
	assert_line ./bin/log-call
	chmod -R u+w "$BATS_TEST_TMPDIR/source"
}

@test "the same source under another path builds the same bytes" {
	not_sanitized
	mkdir "$BATS_TEST_TMPDIR/source"
	(cd "$ROOT" && cp -a Makefile lib cmd config man po tests tools bench \
	    "$BATS_TEST_TMPDIR/source")
	make -s -j2 -C "$BATS_TEST_TMPDIR/source" all
	for part in bin lib share; do
		run diff -r "$BUILD/$part" \
		    "$BATS_TEST_TMPDIR/source/build/$part"
		assert_success
	done
}

# A line of the crontab: five fields, the user, the command.
@test "what the crontab calls is there, and says nothing on a quiet day" {
	while read -r _ _ _ _ _ user command; do
		[ "$user" = frontdesk ]
		at 08:13
		run -0 --separate-stderr bash -c "$command"
		case $command in
		escalate* | list*)	assert_output '' ;;
		esac
	done < <(grep '^[*0-9]' "$BUILD/share/frontdesk/crontab")
}

@test "deps is silent when nothing is missing; elsewhere it says what is" {
	mkdir "$BATS_TEST_TMPDIR/bin"
	for name in sh id sed printf; do
		ln -s "$(type -P "$name")" "$BATS_TEST_TMPDIR/bin/"
	done
	PATH=$BATS_TEST_TMPDIR/bin run -1 "$ROOT/tools/deps"
	assert_line --partial "this is not Debian"
	assert_line "    libsqlite3-dev"
	assert_line "    bats"
	PATH=$BATS_TEST_TMPDIR/bin run -1 "$ROOT/tools/deps" build
	refute_line "    bats"
	type -P dpkg-query || skip "this is not Debian"
	run -0 "$ROOT/tools/deps"
	assert_output ''
}
