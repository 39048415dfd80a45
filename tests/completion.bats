# SPDX-License-Identifier: ISC
# What a command takes is written once: --describe, --help, the completion
# and the SYNOPSIS of its page all say the same.
load helper

setup() {
	desk_setup
	# shellcheck source=/dev/null
	. "$BUILD/share/bash-completion/completions/frontdesk"
}

commands() {
	local file

	for file in "$BUILD"/bin/*; do
		basename "$file"
	done
}

# complete_at WORD...: what is offered for the last word.
complete_at() {
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	_frontdesk
	[ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\n' "${COMPREPLY[@]}"
}

# letter TAB --long TAB value, as --help shows them.
helped() {
	"$1" --help | sed -n '
	s/^  \(-.\), \(--[a-z-]*\) \([^ ]*\)  *.*/\1\t\2\t\3/p
	t
	s/^      \(--[a-z-]*\) \([^ ]*\)  *.*/\t\1\t\2/p' | sort
}

described() {
	"$1" --describe | cut -f 1-3 | sort
}

@test "--help lists the options of --describe" {
	for name in $(commands); do
		run -0 helped "$name"
		assert_output "$(described "$name")"
	done
}

@test "completion offers the options of --describe" {
	for name in $(commands); do
		run -0 complete_at "$name" -
		output=$(sort <<<"$output")
		assert_output "$("$name" --describe | cut -f 1-2 | tr '\t' '\n' |
		    grep . | sort)"
	done
}

@test "completion offers the words of closed options, by letter and by name" {
	for name in $(commands); do
		while IFS=$'\001' read -r letter long _ words; do
			[ -n "$words" ] || continue
			run -0 complete_at "$name" "$long" ''
			assert_output "$(tr ' ' '\n' <<<"$words")"
			run -0 complete_at "$name" "$long" = ''
			assert_output "$(tr ' ' '\n' <<<"$words")"
			[ -n "$letter" ] || continue
			run -0 complete_at "$name" "$letter" ''
			assert_output "$(tr ' ' '\n' <<<"$words")"
		done < <("$name" --describe | tr '\t' '\001')
	done
	run -0 complete_at log-call --kind comp
	assert_output complaint
	run -0 complete_at log-call --channel = v
	assert_output visit
}

@test "every word of a closed option is taken, and no other" {
	for name in $(commands); do
		while IFS=$'\001' read -r _ long _ words; do
			for word in $words; do
				run -0 "$name" "$long" "$word" --help
			done
			[ -z "$words" ] ||
			    run -64 "$name" "$long" nonsense --help
		done < <("$name" --describe | tr '\t' '\001')
	done
}

@test "completion offers nothing where any text may stand" {
	run -0 complete_at log-call --name ''
	assert_output ''
	run -0 complete_at log-call -- -
	assert_output ''
	run -0 complete_at accept ''
	assert_output ''
}

@test "completion offers what there is to list, to report and to run" {
	run -0 complete_at list ''
	assert_output "$(printf '%s\n' tickets contacts deadlines recurring \
	    analyses loans keys counts events notices staff)"
	run -0 complete_at list d
	assert_output deadlines
	run -0 complete_at report r
	assert_output register
	run -0 complete_at frontdesk log
	assert_output log-call
	run -0 complete_at frontdesk report --json ov
	assert_output overdue
	run -0 complete_at frontdesk answer --how vi
	assert_output visit
	run -0 complete_at who-handles lift b
	assert_output "$(printf '%s\n' barrier broadband)"
	run -0 complete_at analyse ''
	assert_output ''
}

@test "completion offers the tags of keys, as they stand" {
	# shellcheck disable=SC2016
	sed -i 's/tag: GG-2/tag: GG-$HOME/' "$FRONTDESK_CONFIG/keys.yaml"
	for name in lend-key return-key mark-key count-keys show; do
		run -0 complete_at "$name" GG-
		# shellcheck disable=SC2016
		assert_output "$(printf '%s\n' GG-1 'GG-$HOME' GG-3/1 GG-3/2 GG-4)"
	done
	run -0 complete_at frontdesk return-key PD-
	assert_output "$(printf '%s\n' PD-1 PD-2)"
	run -0 complete_at lend-key XX
	assert_output ''
}

@test "completion offers directories where one is wanted" {
	mkdir "$BATS_TEST_TMPDIR/a desk"
	cd "$BATS_TEST_TMPDIR"
	run -0 complete_at desk-init a
	assert_output "a desk"
	run -0 complete_at list --config a
	assert_output "a desk"
}

@test "completion is registered for every command" {
	for name in $(commands); do
		complete -p "$name"
		cmp "$BUILD/share/bash-completion/completions/frontdesk" \
		    "$BUILD/share/bash-completion/completions/$name"
	done
}

@test "a letter means one thing in all commands" {
	for name in $(commands); do
		"$name" --describe
	done | awk -F '\t' '$1 != "" { print $1, $2 }' | sort -u |
	    cut -d ' ' -f 1 | uniq -d >"$BATS_TEST_TMPDIR/twice"
	[ ! -s "$BATS_TEST_TMPDIR/twice" ]
	for name in $(commands); do
		"$name" --describe
	done | awk -F '\t' '{ print $2, $1 }' | sort -u |
	    cut -d ' ' -f 1 | uniq -d >"$BATS_TEST_TMPDIR/twice"
	[ ! -s "$BATS_TEST_TMPDIR/twice" ]
}
