#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# hostile.bats: whatever place a command is started in, it does the same, or
# refuses in plain words with nothing done.  It neither crashes nor waits for
# ever.  All commands go through all of these; what has to do with a server
# stands at the end.
# shellcheck disable=SC2154,SC2030,SC2031,SC2034

load helper
load hostile

setup_file() {
	[ -n "${SERVER:-}" ] || hostile_setup_file
}

teardown_file() {
	hostile_teardown_file
}

setup() {
	declare -gA statuses=()
	if [ -n "${SERVER:-}" ]; then
		desk_setup
	else
		hostile_setup
	fi
}

# all_are STATUS: they all ended so.
all_are() {
	local name

	for name in $(commands); do
		[ "${statuses[$name]}" -eq "$1" ] || {
			echo "$name: ${statuses[$name]}"
			return 1
		}
	done
}

# ---- descriptors and limits ----

# closing FDS COMMAND...: without these descriptors.
closing() (
	[[ $1 != *0* ]] || exec <&-
	[[ $1 != *1* ]] || exec >&-
	[[ $1 != *2* ]] || exec 2>&-
	exec "${@:2}"
)

# piped COMMAND...: what it prints and says goes into pipes, not into files.
piped() {
	{
		{
			"$@" 2>&1 >&3 3>&- | cat >&2
			exit "${PIPESTATUS[0]}"
		} 3>&1 | cat
		return "${PIPESTATUS[0]}"
	}
}

@test "standard input, output and error closed, and several of them" {
	in_a_file
	for fds in 0 1 2 02 012; do
		under -c $fds "$fds closed" closing $fds --
	done
}

@test "limits that need not hinder: the same" {
	in_a_file
	not_sanitized
	under 'small limits' -- prlimit --core=0 --nproc=0 --memlock=0 \
	    --sigpending=0 --msgqueue=0 --locks=0 --cpu=20 --stack=262144
	all_are 0
}

@test "files of a byte at most: like a full disk, whatever the signal does" {
	in_a_file
	not_sanitized
	for signal in default ignore; do
		under "files of a byte, $signal" piped -- prlimit --fsize=1 \
		    env --$signal-signal=XFSZ
	done
	assert_equal "$(cat "$WORK/accept/said")" "accept: not accepted:\
 $WORK/accept/desk/frontdesk.db: the store failed: disk I/O error. Run\
 desk-check and show it to whoever looks after the desk"
}

@test "four to eight descriptors" {
	in_a_file
	not_sanitized
	for n in 4 6 7 8; do
		under "$n descriptors" -- prlimit --nofile=$n
		[ $n -gt 4 ] || assert_equal "$(cat "$WORK/accept/said")" \
		    "accept: not accepted: $WORK/accept/desk/frontdesk.db:\
 Too many open files"
	done
}

@test "memory that hardly holds the program" {
	in_a_file
	not_sanitized
	under -k 127 '6 MiB' -- prlimit --as=$((6 << 20))
}

# ---- signals ----

@test "signals that are ignored, or blocked: the same" {
	in_a_file
	under 'signals ignored' -- env --ignore-signal
	all_are 0
	under 'signals blocked' -- env --block-signal
	all_are 0
}

@test "a wait for others ends, though its alarm is blocked" {
	in_a_file
	run_all --
	deed_of log-call
	exec 9>>"$FRONTDESK_CONFIG/frontdesk.db.lock"
	flock 9
	run -75 timeout 10 env --block-signal=ALRM log-call --db-wait 1 \
	    -n Zhang -p 111 more 9>&-
	assert_output --partial 'waited 1 s, and others were still writing'
}

# ---- arguments ----

# More words than any command has use for, or one that is too long.
with_many() {
	"$@" "${many[@]}"
}

with_long() {
	"$@" "$long"
}

# The kernel makes an empty name where there is none at all.
nameless() (
	exec -a '' "${@:4}"
)

@test "no name" {
	in_a_file
	under nameless nameless --
	all_are 0
}

@test "a hundred thousand words more" {
	local many only

	in_a_file
	read -rd '' -a many < <(yes x | head -n 100000) || true
	under 'many words' with_many --
	for only in $(commands); do
		[ "${statuses[$only]}" -ne 0 ] || fail "$only takes them"
	done
}

@test "a word of 128 KiB, and one as the value of each option" {
	local long name option status

	in_a_file
	long=$(printf '%0131071d' 0)
	under 'a long word' with_long --
	for name in $(commands); do
		[ "${statuses[$name]}" -ne 0 ] || fail "$name takes it"
		deed_of "$name"
		for option in $("$name" --describe | awk -F'\t' '$3 != "" {
		    print $2 }'); do
			status=0
			"${deed[@]}" "$option" "$long" <"$WORK/$name/input" \
			    >"$WORK/$name/done" 2>"$WORK/$name/said" ||
			    status=$?
			[[ $status =~ ^(1|64|78)$ ]] ||
			    fail "$name $option: $status"
			[ ! -s "$WORK/$name/done" ] || fail "$name prints"
			grep -q "^$name: " "$WORK/$name/said" ||
			    fail "$name $option does not say why"
		done
	done
}

# ---- words and places of the surroundings ----

@test "odd languages: the same" {
	in_a_file
	under 'no such language' -- env LC_ALL=xx_XX.UTF-8
	all_are 0
	under 'a path' -- env LC_ALL=../../x LANGUAGE=../../../../etc
	all_are 0
	under 'a long word' -- env -u LC_ALL \
	    LANG="$(printf '%010000d' 0)" LANGUAGE="$(printf 'zh:%.0s' {1..4000})"
	all_are 0
}

@test "Chinese in another set of signs is in UTF-8, as all is" {
	in_a_file
	run_all -- env LC_ALL=zh_CN.UTF-8
	tail -n +1 "$WORK"/*/{done,said} >"$PLACE/chinese"
	run_all -- env LC_ALL=zh_CN.GB18030 OUTPUT_CHARSET=GBK
	tail -n +1 "$WORK"/*/{done,said} | cmp - "$PLACE/chinese"
	grep -q 登记三来 "$PLACE/chinese"
}

@test "odd zones: no time and no deadline changes" {
	in_a_file
	mkdir -p "$PLACE/zones/Asia"
	cp /usr/share/zoneinfo/America/New_York "$PLACE/zones/Asia/Shanghai"
	for zone in :/etc/passwd "$(printf '%05000d' 0)" America/New_York; do
		under "TZ=${zone:0:20}" -- env TZ="$zone" TZDIR="$PLACE/zones"
		all_are 0
	done
}

@test "odd homes, and places for temporary files: the same" {
	in_a_file
	under 'no home' -- env -u HOME TMPDIR=/nonexistent \
	    SQLITE_TMPDIR=/dev/null XDG_CONFIG_HOME=/dev/null TERM= \
	    COLUMNS=-1 LINES=x
	all_are 0
	under 'an odd home' -- env HOME="$(printf '%010000d' 0)" \
	    TMPDIR=/etc/passwd SQLITE_TMPDIR=$'\e[31m' FRONTDESK_X=x \
	    FRONTDESK_=
	all_are 0
}

# The practice desk's own words, wrong.
@test "FRONTDESK_NOW and FRONTDESK_CONFIG that are wrong are refused" {
	local only name odd

	in_a_file
	for odd in /etc/passwd "$(printf '%05000d' 0)" $'\e]0;x\a'; do
		under "config ${odd:0:20}" -- env FRONTDESK_CONFIG="$odd"
	done
	for odd in $'\e[31m' "$(printf '%05000d' 0)"; do
		under "now ${odd:0:20}" -- env FRONTDESK_NOW="$odd"
	done
}

# in_place DIR COMMAND...: there; it is gone by then, if it was made for this.
in_place() (
	cd "$1" && { [ "$1" != "$PLACE/gone" ] || rmdir "$1"; } && exec "${@:2}"
)

@test "a working directory that is gone, or that nobody may write: the same" {
	in_a_file
	gone() {
		mkdir -p "$PLACE/gone"
	}
	before_each=gone under 'a place that is gone' in_place "$PLACE/gone" --
	all_are 0
	under 'a place nobody may write' in_place /proc --
	all_are 0
}

# ---- what is planted at the paths of a desk ----

kinds=(fifo directory endless nowhere own)

# plant DIR: in place of the files in `paths' something else, another kind for
# each command.  The file itself waits elsewhere; a link may lead to it.
plant() {
	local file kind=${kinds[nth++ % ${#kinds[@]}]}

	aside=$PLACE/aside/${1##*/}
	mkdir -p "$aside/desk"
	for file in "${paths[@]}"; do
		[ ! -e "$1/$file" ] || mv "$1/$file" "$aside/$file"
		case $kind in
		fifo)	mkfifo "$1/$file" ;;
		directory) mkdir "$1/$file" ;;
		endless) ln -s /dev/zero "$1/$file" ;;
		nowhere) ln -s "$PLACE/victim" "$1/$file" ;;
		own)	ln -s "$aside/$file" "$1/$file" ;;
		esac
	done
}

# lift DIR: what is planted is there still; the files go back to their places.
lift() {
	for file in "${paths[@]}"; do
		if [ -f "$1/$file" ] && [ ! -L "$1/$file" ]; then
			fail "$file was written over"
		fi
		rm -rf "${1:?}/$file"
		[ ! -e "$aside/$file" ] || mv "$aside/$file" "$1/$file"
	done
}

# planted_at FILE...: all commands meet something there.
planted_at() {
	local paths=("$@") before_each=plant after_each=lift aside

	under "planted at $*" --
	[ ! -e "$PLACE/victim" ] || fail "a link at $* was followed"
}

@test "planted in place of the configuration" {
	local nth=0 n only='count-keys desk-check desk-init lend-key report'

	in_a_file
	for n in "${kinds[@]}"; do
		planted_at desk/keys.yaml
		planted_at desk/secret
	done
	only=
	planted_at desk/desk.yaml
	planted_at desk/staff.yaml
	planted_at desk/contractors.yaml
}

@test "planted in place of the store, or of what lies beside it" {
	local nth=0 n end

	in_a_file
	for end in '' -wal -shm .lock; do
		planted_at "desk/frontdesk.db$end"
	done
	kinds=(own)
	planted_at desk/frontdesk.db
	only='accept list desk-backup' all_are 78
}

@test "planted where a copy, an export or a desk is to be made" {
	local nth=0 n only='desk-backup desk-export'

	in_a_file
	for n in "${kinds[@]}"; do
		planted_at copy export
		all_are 1
		planted_at copy.part export.part
	done
	only=desk-init
	for n in fifo endless nowhere own; do
		kinds=("$n")
		planted_at new
		all_are 78
	done
}
