# SPDX-License-Identifier: ISC
# completion.bash: option names, the words of closed options and what there
# is to list or report, in bash.  It knows nothing by itself: each command
# says with --describe what it takes, one option a line: letter TAB --long
# TAB what its value is called TAB the words it may be.
# shellcheck shell=bash

# What may stand here: words of the option before the cursor, or nothing when
# any text may.  $1 is that option, the rest is the command.
_frontdesk_values() {
	local option=$1 letter long arg words

	shift
	while IFS=$'\001' read -r letter long arg words; do
		[ "$option" = "$letter" ] || [ "$option" = "$long" ] || continue
		[ -n "$arg" ] || return 1
		case $arg in
		DIR)	compgen -d -- "$cur" ;;
		*)	compgen -W "$words" -- "$cur" ;;
		esac
		return 0
	done < <("$@" --describe 2>/dev/null | tr '\t' '\001')
	return 1
}

_frontdesk_options() {
	"$@" --describe 2>/dev/null | while IFS=$'\001' read -r letter long _
	do
		printf '%s\n' "$letter" "$long"
	done
}

# The words that usage gives for an operand: [tickets|contacts|...]; for KEY
# the tags of keys, for ASSET what firms answer for; for frontdesk the commands;
# for desk-init directories, for others a file.
_frontdesk_operands() {
	local usage tag

	usage=${*: -1}
	case ${usage##*/} in
	frontdesk)
		compgen -W "$("$1" 2>/dev/null | cut -f 1)" -- "$cur"
		return
		;;
	desk-init)
		compgen -d -- "$cur"
		return
		;;
	desk-backup | desk-export | desk-import)
		compgen -f -- "$cur"
		return
		;;
	esac
	usage=$(LC_ALL=C LANGUAGE='' "$@" --help 2>/dev/null |
	    sed -n '1p; 2s/^    //p')
	usage=${usage##*\[}
	case $usage in
	*KEY*)
		# They are the office's own words: no shell may expand them.
		frontdesk list keys -o key 2>/dev/null |
		    while IFS= read -r tag; do
			case $tag in
			"$cur"*) printf '%s\n' "$tag" ;;
			esac
		done
		;;
	*ASSET*)
		compgen -W "$(frontdesk who-handles 2>/dev/null | cut -f 1)" \
		    -- "$cur"
		;;
	*...*) ;;
	*'|'*']')
		usage=${usage%]}
		compgen -W "${usage//|/ }" -- "$cur"
		;;
	esac
}

_frontdesk() {
	local cur=${COMP_WORDS[COMP_CWORD]} option='' at=0 word
	local command=("${COMP_WORDS[0]}")

	COMPREPLY=()
	# frontdesk NAME ... is NAME ...
	if [ "${command[0]##*/}" = frontdesk ] && [ "$COMP_CWORD" -gt 1 ]; then
		command+=("${COMP_WORDS[1]}")
		at=1
	fi
	# bash takes --how=call for three words.
	if [ "$COMP_CWORD" -gt $((at + 1)) ]; then
		option=${COMP_WORDS[COMP_CWORD - 1]}
		if [ "$cur" = = ]; then
			cur=
		elif [ "$option" = = ]; then
			option=${COMP_WORDS[COMP_CWORD - 2]}
		fi
	fi
	for word in "${COMP_WORDS[@]:at + 1:COMP_CWORD - at - 1}"; do
		[ "$word" = -- ] && return
	done
	case $option in
	-*)	if word=$(_frontdesk_values "$option" "${command[@]}"); then
			mapfile -t COMPREPLY <<<"$word"
			[ -n "$word" ] || COMPREPLY=()
			return
		fi
		;;
	esac
	case $cur in
	-*)	word=$(_frontdesk_options "${command[@]}")
		mapfile -t COMPREPLY < <(compgen -W "$word" -- "$cur")
		;;
	*)	mapfile -t COMPREPLY < <(_frontdesk_operands "${command[@]}") ;;
	esac
}

# With the commands' own names, and those that frontdesk can run.
_frontdesk_register() {
	local names

	names=$(frontdesk 2>/dev/null | cut -f 1)
	# shellcheck disable=SC2086
	complete -F _frontdesk frontdesk $names
}
_frontdesk_register
