# SPDX-License-Identifier: ISC
# hostile.bash: every command has a desk where there is something for it to do;
# whatever it meets, it does all of it or nothing.  `load hostile' behind `load
# helper'.  A new command has to have a line in deeds.
# shellcheck shell=bash disable=SC2154,SC1091

# What each command does: in DIR, and with its input, of inputs.
declare -gA deeds=(
	[accept]='--as xiaoma T261123-0002 --request-id R'
	[acknowledge]='--as zhaodui T261123-0001 --request-id R'
	[amend]='T261123-0001 --room 6-1-205 --why misheard --request-id R'
	[analyse]='T261123-0001 --root-cause dark --departments order
	    --remedy patrol --owner xiaoma --due 2026-11-25T18:00
	    --verify-after 2026-12-05T18:00 --request-id R'
	[answer]='T261123-0001 --text patrolled --request-id R'
	[assign]='T261123-0001 --to xiaoma --request-id R'
	[call-back]='--as xiaozhou T261123-0004 --result satisfied
	    --request-id R'
	[chase]='T261123-0001 --body police --outcome coming --request-id R'
	[count-keys]='--request-id R'
	[desk-backup]='DIR/copy'
	[desk-check]=''
	[desk-export]='DIR/export'
	[desk-import]='--config DIR/empty'
	[desk-init]='--practice DIR/new'
	[escalate]='T261123-0001 --to zhaodui --why late --request-id R'
	[follow-up]='T261123-0001 --text rang --request-id R'
	[frontdesk]=''
	[hand-back]='--as xiaoma T261123-0002 --why busy --request-id R'
	[join-tickets]='T261123-0005 --ticket T261123-0001 --request-id R'
	[lend-key]='PD-1 --to ligong --request-id R'
	[list]='tickets'
	[log-call]='--name Zhang --phone 13800000501 --room 3-2-501 leak
	    --promise 18:00 --request-id R'
	[mark-key]='GG-2 --lost --why drowned --yes --request-id R'
	[promise]='T261123-0001 18:00 --request-id R'
	[reopen]='T261123-0004 --why again --request-id R'
	[report]='daily'
	[resolve]='T261123-0003 --text quiet --request-id R'
	[return-key]='PD-2 --request-id R'
	[show]='T261123-0001'
	[who-handles]=''
)

# All there are, or those in `only'.
commands() {
	local file

	if [ -n "${only:-}" ]; then
		tr ' ' '\n' <<<"$only"
		return
	fi
	for file in "$BUILD"/bin/*; do
		echo "${file##*/}"
	done
}

# The command with its arguments, into `deed'; its desk is the one to use.
deed_of() {
	local words dir=$WORK/$1

	[ -n "${deeds[$1]+there}" ] || {
		echo "$1 has no line in deeds"
		return 1
	}
	read -rd '' -a words <<<"${deeds[$1]}" || true
	deed=("$1" "${words[@]//DIR/$dir}")
	export FRONTDESK_CONFIG=$dir/desk
}

# The desk that all begin with: five complaints, one of them done; and a key
# that is out.
first_desk() {
	local n

	mkdir "$1"
	export FRONTDESK_CONFIG=$1/desk
	desk-init --practice "$1/desk" 2>/dev/null
	for n in 1 2 3 4 5; do
		log-call -k complaint -g noise -n Liu -p 13800000611 \
		    -r 6-1-30$n noise
	done
	assign T261123-0002 T261123-0003 -t xiaoma
	resolve T261123-0004 -m quiet
	lend-key PD-2 -t ligong <<<110101199003071233
	sqlite3 "$1/desk/frontdesk.db" 'PRAGMA wal_checkpoint(TRUNCATE)'
	touch "$1"/{input,done,said,state}
}

# A directory for each command.
make_base() {
	local name

	first_desk "$PLACE/first"
	mkdir "$BASE"
	for name in $(commands); do
		cp -a "$PLACE/first" "$BASE/$name"
	done
	printf '%s\n' GG-1 GG-2 >"$BASE/count-keys/input"
	echo 110101199003071241 >"$BASE/lend-key/input"
	desk-export >"$BASE/desk-import/input"
	desk-init --practice "$BASE/desk-import/empty" 2>/dev/null
}

# Every command, in this way: how to call it, `--', and what it is called by.
# Nothing is open but the first three descriptors.  `before_each' and
# `after_each' are called with the directory of each.
run_all() {
	local name names deed dir around=()

	mapfile -t names < <(commands)
	rm -rf "$WORK"
	mkdir "$WORK"
	cp -a "${names[@]/#/$BASE/}" "$WORK"

	while [ "$1" != -- ]; do
		around+=("$1")
		shift
	done
	shift
	rm -rf "$WORK"
	cp -a "$BASE" "$WORK"
	for name in "${names[@]}"; do
		deed_of "$name" || return
		dir=$WORK/$name
		statuses[$name]=0
		${before_each:+"$before_each" "$dir"}
		"${around[@]}" timeout --foreground 20 "$@" "${deed[@]}" \
		    <"$dir/input" >"$dir/done" 2>"$dir/said" 3>&- 4>&- ||
		    statuses[$name]=$?
		${after_each:+"$after_each" "$dir"}
	done
}

# What all of them left: all that stores hold, what else was written, and the
# names of the files.
take_states() {
	local dir store GLOBIGNORE='*.db-*'

	shopt -s globstar nullglob
	for dir in "$WORK"/*; do
		echo ".output $dir/state"
		for store in "$dir"/*/frontdesk.db "$dir/copy"; do
			[ ! -s "$store" ] || printf '%s\n' ".open $store" .dump
		done
	done | sqlite3 2>/dev/null
	for dir in "$WORK"/*; do
		printf '%s\n' "$dir"/** >>"$dir/state"
		[ ! -s "$dir/export" ] || cat "$dir/export" >>"$dir/state"
	done
	shopt -u globstar nullglob
	sha256sum "$WORK"/*/{state,done} >"$PLACE/sums"
}

# The sums of what was left and printed, by command, into `states' and `printed'.
take_sums() {
	local sum path name

	take_states
	while read -r sum path; do
		name=${path#"$WORK"/}
		case $name in
		*/state) states[${name%/*}]=$sum ;;
		*/done) printed[${name%/*}]=$sum ;;
		esac
	done <"$PLACE/sums"
}

# What each command leaves and prints when nothing stands in its way, and what
# is left when it does nothing.
hostile_setup_file() {
	local name
	local -A states printed statuses

	hostile_setup

	# In memory where that can be: the disk is not what is tried here.
	PLACE=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
	export PLACE BASE=$PLACE/base WORK=$PLACE/work
	make_base >/dev/null
	cp -a "$BASE" "$WORK"
	take_sums
	declare -p states >"$PLACE/before"
	run_all --
	take_sums
	for name in $(commands); do
		[ "${statuses[$name]}" -eq 0 ] || {
			cat "$WORK/$name/said"
			return 1
		}
	done
	declare -p states printed >"$PLACE/after"
	mkdir "$PLACE/prints"
	for name in $(commands); do
		cp "$WORK/$name/done" "$PLACE/prints/$name"
	done
}

hostile_teardown_file() {
	[ -z "${PLACE:-}" ] || rm -rf "$PLACE"
}

hostile_setup() {
	export PATH="$BUILD/bin:$PATH" TZ=UTC LC_ALL=C.UTF-8 TERM=xterm
	unset LANGUAGE LANG LC_MESSAGES LC_CTYPE NO_COLOR COLUMNS LINES
	at 08:12
}

broken() {
	echo "$under: $name: $1 (status ${statuses[$name]})"
	head -c 1000 "$WORK/$name/said"
	wrong=1
}

is_undone() {
	[ "${states[$name]}" = "${before[$name]}" ] && return
	[ "$name" = desk-init ] || {
		broken 'half done'
		return
	}
	# What it had begun it ends when it is run again.
	deed_of desk-init
	"${deed[@]}" >/dev/null 2>&1 ||
	    broken 'half done, and not to be repaired'
}

is_done() {
	[ "${states[$name]}" = "${after[$name]}" ] || broken 'done otherwise'
}

# It says what was the matter, in words of its own, if anybody can hear it.
is_said() {
	[[ $closed == *2* ]] && return
	[ -s "$WORK/$name/said" ] || broken 'it does not say why'
	! grep -v -e "^$name: " -e '^frontdesk: ' -e '^frontdesk：' \
	    "$WORK/$name/said" ||
	    broken 'what it says is not its own'
}

# Refused, a writer prints nothing; a reader may have begun.
is_unprinted() {
	[ ! -s "$WORK/$name/done" ] && return
	if [ "${before[$name]}" != "${after[$name]}" ] ||
	    [[ $(cat "$PLACE/prints/$name") != "$(cat "$WORK/$name/done")"* ]]
	then
		broken 'refused, and printed'
	fi
}

# What the status of a command has to mean.
judge() {
	local shown=${printed[$name]}

	case ${statuses[$name]} in
	0)	[ "$shown" = "${prints[$name]}" ] ||
		    broken 'it prints something else'
		is_done ;;
	1 | 64 | 65 | 70 | 75 | 78)
		is_unprinted
		is_said
		is_undone ;;
	74)	is_said
		is_done ;;
	"$killed")
		[ "${states[$name]}" = "${after[$name]}" ] || is_undone ;;
	124)	broken 'it hangs' ;;
	*)	broken 'it crashes' ;;
	esac
}

# under [-c FDS] [-k STATUS] NAME [AROUND...] -- [BY...]: every command, called
# so (run_all), does the same or refuses, and does nothing then.  -c: these are
# closed; -k: with this status the kernel may end it.  Prints what was broken;
# `statuses' is left.
under() {
	local closed='' killed=none wrong=0 OPTIND=1 option name under deed
	local -A before after states printed prints

	while getopts c:k: option; do
		case $option in
		c) closed=$OPTARG ;;
		*) killed=$OPTARG ;;
		esac
	done
	shift $((OPTIND - 1))
	under=$1
	shift
	. "$PLACE/before"
	for name in "${!states[@]}"; do before[$name]=${states[$name]}; done
	. "$PLACE/after"
	for name in "${!states[@]}"; do
		after[$name]=${states[$name]} prints[$name]=${printed[$name]}
	done
	run_all "$@"
	take_sums
	for name in $(commands); do judge; done
	return "$wrong"
}
