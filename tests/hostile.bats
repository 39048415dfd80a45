#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# hostile.bats: whatever place a command is started in, it does the same, or
# refuses in plain words with nothing done.  It neither crashes nor waits for
# ever.  All commands go through all of these.

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

# all_are STATUS [COMMAND...]: they ended so, but for these commands.
all_are() {
	local name

	for name in $(commands); do
		[[ " ${*:2} " == *" $name "* ]] ||
		    [ "${statuses[$name]}" -eq "$1" ] || {
			echo "$name: ${statuses[$name]}"
			return 1
		}
	done
}

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

# ---- descriptors ----

@test "standard input, output and error closed, in every combination" {
	in_a_file
	for fds in 0 1 2 01 02 12 012; do
		under -c $fds "$fds closed" closing $fds
	done
}

@test "limits that do not hinder: the same" {
	in_a_file
	under 'small limits' prlimit --core=0 --nproc=0 --memlock=0 \
	    --sigpending=0 --msgqueue=0 --locks=0 --cpu=20 --stack=262144
	all_are 0
	under 'no limit to a core' prlimit --core=unlimited --stack=unlimited
	all_are 0
}

@test "files of a byte at most" {
	in_a_file
	under -k 153 'files of a byte' piped prlimit --fsize=1 \
	    env --default-signal=XFSZ
	declare -p statuses
	under 'files of a byte, unsaid' piped prlimit --fsize=1 \
	    env --ignore-signal=XFSZ
	declare -p statuses
}

@test "descriptors" {
	in_a_file
	for n in 4 5 6 7 8; do
		under "$n descriptors" timeout 20 prlimit --nofile=$n
	declare -p statuses
	done
}

@test "memory" {
	in_a_file
	for n in 4 8 12 16 24; do
		under -k 127 "$n MiB" prlimit --as=$((n << 20))
	declare -p statuses
	done
}

@test "signals" {
	in_a_file
	under 'signals ignored' env --ignore-signal
	all_are 0
	under 'signals blocked' env --block-signal
	all_are 0
}
