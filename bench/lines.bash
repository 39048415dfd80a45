# shellcheck shell=bash
# SPDX-License-Identifier: ISC
# lines.bash: what the measurements share: tickets to load, and a line for each
# figure, beside what it may be.

# line NAME TOOK UNIT RATIO BESIDE SENSE GOAL
line() {
	awk -v name="$1" -v took="$2" -v unit="$3" -v ratio="$4" \
	    -v beside="$5" -v sense="$6" -v goal="$7" 'BEGIN {
		printf "%-34s %9s %-7s", name, took, unit
		if (beside != "")
			printf " %6.2fx %-12s", ratio, beside
		else
			printf " %20s", ""
		if (goal != "")
			printf " (%s %s)", sense, goal
		value = beside != "" ? ratio : took
		bad = sense == "<=" ? value + 0 > goal + 0 : \
		    value + 0 < goal + 0
		print (goal != "" && bad ? " missed" : "")
	}'
}

# over A B [FORMAT]
over() {
	awk -v a="$1" -v b="$2" "BEGIN { printf \"${3:-%g}\", a / b }"
}

# tickets SIZE TODAY WHAT: as they come day by day: one of 425 is a complaint
# that is still open, and late; the others are answered on the spot.  The
# first TODAY of them came today, and wait to be handed over.
tickets() {
	awk -v size="$1" -v today="$2" -v what="$3" 'BEGIN {
		OFS = "\t"
		print "content", "kind", "name", "phone", "room", \
		    "category", "at", "on_spot"
		for (i = 1; i <= size; i++) {
			room = sprintf("%d-%d-%d0%d", i % 7 + 1, i % 2 + 1, \
			    i % 17 + 1, i % 2 + 1)
			j = int((i - 1) * 280 / size)
			day = sprintf("2026-%02d-%02d 10:00", \
			    int(j / 28) + 1, j % 28 + 1)
			open = i <= today || i % 425 == 0
			kind = i <= today ? "request" : open ? "complaint" : \
			    "enquiry"
			print what " " i, kind, "Zhang", "13800000501", \
			    room, "leak", i <= today ? "2026-11-23 08:00" : \
			    day, open ? "" : "told"
		}
	}'
}
