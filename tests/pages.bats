# SPDX-License-Identifier: ISC
# Every command has a page, and the page says what the command takes.
load helper

commands() {
	local file

	for file in "$BUILD"/bin/*; do
		basename "$file"
	done
}

page() {
	cat "$BUILD/share/man/man1/$1.1"
}

section() {
	page "$1" | awk -v name="$2" '
	/^\.Sh / { on = substr($0, 5) == name; next }
	on'
}

# As SYNOPSIS has them: a letter where there is one, else the long name, with
# what its value is called.
synopsis() {
	section "$1" SYNOPSIS | awk '
	/^\.(Op )?Fl / {
		for (i = 1; i <= NF; i++) {
			if ($i != "Fl" && $i != ".Fl")
				continue
			name = $(i + 1)
			arg = $(i + 2) == "Ar" ? "\t" $(i + 3) : ""
			if (name ~ /^-/ || arg != "")
				print "-" name arg
			else
				for (k = 1; k <= length(name); k++)
					print "-" substr(name, k, 1)
		}
	}' | sort -u
}

# As DESCRIPTION lists them: letter TAB --long TAB value.
listed() {
	page "$1" | sed -n '
	s/^\.It Fl \(.\) , Fl -\([a-z-]*\) Ar \([^ ]*\)$/-\1\t--\2\t\3/p
	s/^\.It Fl \(.\) , Fl -\([a-z-]*\)$/-\1\t--\2\t/p
	s/^\.It Fl -\([a-z-]*\) Ar \([^ ]*\)$/\t--\1\t\2/p
	s/^\.It Fl -\([a-z-]*\)$/\t--\1\t/p' | sort
}

operands() {
	section "$1" SYNOPSIS | sed -n '
	s/^\.Op \(Ar\|Cm\) \(.*\)$/[\2]/p
	s/^\.Ar //p' | tr -d ' \n'
}

@test "every command has a page, and every page of section 1 a command" {
	run -0 commands
	assert_output "$(cd "$BUILD/share/man/man1" && printf '%s\n' *.1 |
	    sed 's/\.1$//')"
}

@test "there are frontdesk(7), frontdesk.yaml(5) and records(5)" {
	[ -s "$BUILD/share/man/man7/frontdesk.7" ]
	[ -s "$BUILD/share/man/man5/frontdesk.yaml.5" ]
	[ -s "$BUILD/share/man/man5/records.5" ]
}

@test "a page's SYNOPSIS has the options of --describe" {
	for name in $(commands); do
		run -0 synopsis "$name"
		assert_output "$("$name" --describe | awk -F '\t' '
		    { print ($1 != "" ? $1 : $2) ($3 != "" ? "\t" $3 : "") }' |
		    sort)"
	done
}

@test "a page's SYNOPSIS has the operands of --help" {
	for name in $(commands); do
		run -0 operands "$name"
		assert_output "$("$name" --help | sed -n '1{N;s/\n    / /;s/\n.*//
		    s/.* \[options\]//p;}' | tr -d ' ')"
	done
}

@test "a page lists each option of --describe once, with its letter" {
	for name in $(commands); do
		run -0 listed "$name"
		assert_output "$("$name" --describe | cut -f 1-3 | sort)"
	done
}

@test "a page names the words of each closed option" {
	for name in $(commands); do
		for word in $("$name" --describe | cut -f 4); do
			page "$name" | grep -qw -- "$word" ||
			    fail "$name(1) does not name $word"
		done
	done
}

@test "pages have their sections in order" {
	for name in $(commands); do
		run -0 sed -n 's/^\.Sh //p' "$BUILD/share/man/man1/$name.1"
		output=$(grep -Ev '^(FILES|ENVIRONMENT|NOTES|CAVEATS)$' \
		    <<<"$output")
		assert_output "$(printf '%s\n' NAME SYNOPSIS DESCRIPTION \
		    'EXIT STATUS' EXAMPLES 'SEE ALSO')"
	done
}

@test "a page refers to pages that there are" {
	for file in "$BUILD"/share/man/man?/*; do
		while read -r name number; do
			[ -e "$BUILD/share/man/man$number/$name.$number" ] ||
			    type -P "$name" >/dev/null ||
			    [[ $name = cron* ]] ||
			    fail "$file refers to $name($number)"
		done < <(sed -n 's/^\.Xr \([^ ]*\) \([0-9]\).*/\1 \2/p' "$file")
	done
}

@test "pages fit 80 columns" {
	for file in "$BUILD"/share/man/man?/*; do
		width=$(mandoc -T utf8 -O width=78 "$file" | col -bx | wc -L)
		[ "$width" -le 80 ] || fail "$file: $width columns"
	done
}

@test "records(5) has the columns of what a scan fires" {
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
	lend-key GG-1 -t Ho -p 13800000604 --id-type passport <<<E1234567
	mark-key --lost -y -w 'nobody has it' GG-2
	count-keys --none
	at 12:00
	for name in daily keys register clauses complaints fairness \
	    suggestions; do
		while IFS=$'\t' read -r name columns; do
			seen=$((seen + 1))
			run sed -n "/^\.It Cm $name\$/,/^\.[IE]/{s/^\.Cm //p}" \
			    <<<"$page"
			assert_equal "$name: ${output//$'\n'/ }" \
			    "$name: ${columns//$'\t'/ }"
		done < <(report "$name" --json | jq -r \
		    '[keys_unsorted[]] as $k | [.section] + $k[1:] | @tsv' |
		    sort -u)
	done
	assert_equal "$seen" 18
	run -0 bash -c "report clauses | grep -v not_measurable | cut -f 4 |
	    sort"
	assert_output "$(sed -n '/^\.Bl -tag -width F4/,/^\.El/s/^\.Cm //p' \
	    <<<"$page" | tr ' ' '\n' | sort)"
}

@test "desk-export(1) has the tables in their order, and their columns" {
	local table name

	in_a_file
	run sed -n '/^Then comes a line/,/^\.El/{s/^\.It Cm //p}' \
	    "$ROOT/man/man1/desk-export.1"
	assert_output "$(sed -n 's/^CREATE TABLE \([a-z_]*\) .*/\1/p' \
	    "$ROOT/lib/schema.sql")"
	for table in $output; do
		run awk -v item=".It Cm $table" '
		/^\.(It|El)/ { on = $0 == item; list = 0 }
		on && /^\.Cm office/ { list = 1 }
		list { sub(/^\.Cm /, ""); print }' \
		    "$ROOT/man/man1/desk-export.1"
		name=$(sqlite3 "$FRONTDESK_CONFIG/frontdesk.db" \
		    "SELECT name FROM pragma_table_info('$table')")
		assert_equal "$table: ${output//$'\n'/ }" \
		    "$table: ${name//$'\n'/ , }"
	done
}

@test "frontdesk(7) says how to compute the journal's hashes, and they come out" {
	in_a_file
	command -v openssl >/dev/null || skip 'there is no openssl'
	for n in 1 2 3 4 5 6 7 8; do
		log-call --anonymous --no-phone none "call $n" >/dev/null
	done
	cd "$BATS_TEST_TMPDIR"
	desk-backup copy.db >/dev/null
	sed -n '/^\.Bd -literal -offset 2n/,/^\.Ed/p' \
	    "$ROOT/man/man7/frontdesk.7" |
	    sed '1d;$d; s/^\$ //; s/\\e/\\/g' >recipe
	run --separate-stderr bash recipe
	assert_equal "${#lines[@]}" 4
	assert_equal "${lines[0]##*= }" "${lines[1]}"
	assert_equal "${lines[2]##*= }" "${lines[3]}"
}
