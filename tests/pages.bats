# SPDX-License-Identifier: ISC
# pages.bats: what the pages say of options, columns and each other.
load helper

commands() {
	local file

	for file in "$BUILD"/bin/*; do
		basename "$file"
	done
}

# The options of a command: letters and the long names that have none, as
# SYNOPSIS lists them.
described() {
	"$1" --describe | awk -F '\t' '{
		print ($1 != "" ? $1 : $2) ($3 != "" ? " " $3 : "") }' | sort
}

# .Op Fl hjqV   .Op Fl m Ar TEXT   .Op Fl -config Ar DIR
synopsis() {
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$ROOT/man/man1/$1.1" |
	    awk '$1 == ".Op" && $2 == "Fl" {
		if ($4 == "Ar") { print "-" $3 " " $5; next }
		if ($3 ~ /^-/) { print "-" $3; next }
		n = split($3, letters, "")
		for (i = 1; i <= n; i++) print "-" letters[i] }' | sort
}

@test "every command has a page, and every page of section 1 a command" {
	run diff <(commands | sort) <(find "$ROOT/man/man1" -name '*.1' \
	    -printf '%f\n' | sed 's/\.1$//' | sort)
	assert_success
}

@test "SYNOPSIS has the options of the command, and no others" {
	for name in $(commands); do
		run diff <(described "$name") <(synopsis "$name")
		assert_equal "$name: $output" "$name: "
	done
}

@test "DESCRIPTION has each option with both its names" {
	for name in $(commands); do
		run diff <("$name" --describe | awk -F '\t' '{
			print ".It Fl " ($1 != "" ? substr($1, 2) " , Fl " : "") \
			    substr($2, 2) ($3 != "" ? " Ar " $3 : "") }' | sort) \
		    <(grep '^\.It Fl .*-[a-z]' "$ROOT/man/man1/$name.1" | sort)
		assert_equal "$name: $output" "$name: "
	done
}

@test "--help has the same options as --describe" {
	for name in $(commands); do
		run diff <("$name" --describe | cut -f 2 | sort) \
		    <("$name" --help | grep -o '^  \(-., \|    \)--[a-z-]*' |
			grep -o -- '--[a-z-]*' | sort)
		assert_equal "$name: $output" "$name: "
	done
}

@test "pages name only pages that are there, or the system's" {
	run sed -n 's/^\.Xr \([^ ]*\) \([0-9]\).*/\1.\2/p' \
	    "$ROOT"/man/man[157]/*
	for page in $(printf '%s\n' "$output" | sort -u); do
		case $page in
		cp.1 | crontab.5 | cron.8) ;;
		*) assert [ -f "$ROOT/man/man${page##*.}/$page" ] ;;
		esac
	done
}

@test "records(5) has the columns of staff, and of what a scan fires" {
	run list staff --header
	assert_line --index 0 "$(sed -n \
	    's/^\.Cm \(login .*\) ,$/\1/p' "$ROOT/man/man5/records.5" |
	    tr ' ' '\t')"
	log-call -k complaint --anonymous --no-phone none 'it is loud' >/dev/null
	at 2026-11-24T09:00
	run --separate-stderr escalate --overdue --dry-run --json
	assert_equal "$(jq -r 'keys_unsorted | join(" , ")' <<<"${lines[0]}")" \
	    "$(sed -n 's/^\.Cm \(id , deadline .* notified\)$/\1 , skipped/p' \
	    "$ROOT/man/man5/records.5")"
	run --separate-stderr escalate --overdue --explain --json
	assert_equal "$(jq -r 'keys_unsorted | join(" , ")' <<<"${lines[0]}")" \
	    "$(sed -n 's/^\.Cm \(id , deadline .* next\)$/\1 , why/p' \
	    "$ROOT/man/man5/records.5")"
}

@test "report(1) has the columns of each section" {
	local page name columns seen=0

	page=$(sed -n '/^\.Ss Output/,$p' "$ROOT/man/man1/report.1")
	log-call --anonymous --no-phone none 'a lamp is out' >/dev/null
	at 12:00
	for name in daily register; do
		while IFS=$'\t' read -r name columns; do
			seen=$((seen + 1))
			run sed -n "/^\.It Cm $name\$/,/^\.It/{s/^\.Cm //p}" \
			    <<<"$page"
			assert_equal "$name: ${output//$'\n'/ }" \
			    "$name: ${columns//$'\t'/ }"
		done < <(report "$name" --json | jq -r \
		    '[keys_unsorted[]] as $k | [.section] + $k[1:] | @tsv' |
		    sort -u)
	done
	assert_equal "$seen" 6
}
