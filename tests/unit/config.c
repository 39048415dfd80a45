/* SPDX-License-Identifier: ISC */
/*
 * config.c: what config_check() refuses in the four files.
 *
 * Each row changes one place of files that are right; then the sample.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../lib/config.h"
#include "../../lib/yamlfile.h"
#include "unit.h"

enum { FILES = 4 };

static const char *const names[FILES] = {
	"desk.yaml", "staff.yaml", "contractors.yaml", "keys.yaml"
};

static const char *const files[FILES] = {
	"office: DH\n"
	"name: Estate\n"
	"zone: Asia/Shanghai\n"
	"store: frontdesk.db\n"
	"greeting: Good day\n"
	"centre: service\n"
	"manager: wang\n"
	"kinds:\n"
	"  complaint: {answer: 24h, call_back: always}\n"
	"  request: {answer: 48h, call_back: sample}\n"
	"  enquiry: {answer: 24h, call_back: none}\n"
	"  suggestion: {answer: 7d, call_back: none}\n"
	"  praise: {answer: none, call_back: none}\n"
	"  tip: {answer: 3d, call_back: none}\n"
	"limits: {accept: 2h}\n"
	"ladder:\n"
	"  - {rung: 0, at: -2h, deadlines: [answer], tell: [holder]}\n"
	"  - {rung: 0, at: -10m, tell: [holder]}\n"
	"  - {rung: 1, at: 0, tell: [head, first_responder]}\n"
	"categories:\n"
	"  - {code: leak, label: L, department: service, handler: li}\n"
	"  - {code: lift, label: M, handler: firm:otis}\n"
	"  - {code: other, label: N, department: service}\n"
	"buildings:\n"
	"  - {first: 1, last: 12, units: 4, floors: 33, doors: 2}\n"
	"  - {first: b, units: 0, floors: 20, doors: 8}\n"
	"places: [{code: gate, also: door}]\n",

	"departments:\n"
	"  - {code: service, name: Service, head: wang}\n"
	"  - {code: works, name: Works, head: wang}\n"
	"people:\n"
	"  - login: wang\n"
	"    name: Wang the First\n"
	"    brief: Wang\n"
	"    department: service\n"
	"    roles: [manager, head]\n"
	"  - login: li\n"
	"    name: Li of the works\n"
	"    brief: Li\n"
	"    department: works\n"
	"    roles: []\n"
	"    phone: 138 0000 0001\n"
	"  - {login: desk, name: Desk, department: service, shared: [li]}\n"
	"roster:\n"
	"  - {days: mon-sun, from: 22:00, to: 08:00, staff: [li]}\n",

	"firms:\n"
	"  - {code: otis, name: Otis, phone: 123, assets: [lift]}\n"
	"  - code: rest\n"
	"    name: Rest\n"
	"    phone: 124\n"
	"    assets: [access_control, barrier, cctv, security_door,\n"
	"      fire_door, broadband, telephone]\n",

	"keys:\n"
	"  - {tag: PD-1, label: One, class: plant}\n"
	"  - {tag: WT-1, label: Two, class: entrusted, room: 3-2-501}\n",
};

/* One change of the files above and the lines that it brings. */
struct change {
	int file;
	const char *from, *to;	/* "" in from: the whole file */
	const char *lines;
};

static const struct change changes[] = {
	{ 0, "", NULL, "" },
	/* desk.yaml by itself */
	{ 0, "office: DH", "office: dh", "desk.yaml:1:9: office must be 1 to 8 "
	  "capital letters A to Z or digits, not \"dh\"\n" },
	{ 0, "Asia/Shanghai", "Asia/Nowhere", "desk.yaml:3:7: this computer "
	  "knows no time zone Asia/Nowhere\n" },
	{ 0, "Asia/Shanghai", "../etc/localtime", "desk.yaml:3:7: this "
	  "computer knows no time zone ../etc/localtime\n" },
	{ 0, "Asia/Shanghai", "/etc/localtime", "desk.yaml:3:7: this "
	  "computer knows no time zone /etc/localtime\n" },
	{ 0, "{first: 1, last: 12,", "{last: 12,", "desk.yaml:25:5: "
	  "buildings[1]: \"first\" is missing; add it\n" },
	{ 0, "code: leak", "code: l!ak", "desk.yaml:21:12: categories[1].code "
	  "must be a word of letters, digits, _ and -, such as water_cut, not "
	  "\"l!ak\"\n" },
	{ 1, "to: 08:00", "to: 08h00", "staff.yaml:18:38: roster[1].to must "
	  "be a time from 00:00 to 24:00, not \"08h00\"\n" },
	{ 0, "frontdesk.db", "mysql://x", "desk.yaml:4:8: store must be the "
	  "name of a file, or postgresql://...\n" },
	{ 0, "answer: 24h", "answer: 25h", "desk.yaml:9:23: a complaint is "
	  "answered within 24h (C6); give it at most that\n" },
	{ 0, "answer: 24h", "answer: none", "desk.yaml:9:23: a complaint is "
	  "answered within 24h (C6); give it at most that\n" },
	{ 0, "  tip: {answer: 3d, call_back: none}\n", "", "desk.yaml:9:3: "
	  "kinds: \"tip\" is missing; add it\n" },
	{ 0, "  tip: {", "  tipp: {", "desk.yaml:9:3: kinds: \"tip\" is "
	  "missing; add it\ndesk.yaml:14:3: unknown key \"kinds.tipp\"; did "
	  "you mean \"tip\"?\n" },
	{ 0, "limits: {accept: 2h}", "limits: {answer: 2h}", "desk.yaml:15:18: "
	  "the time for an answer stands under kinds; delete it here\n" },
	{ 0, "limits: {accept: 2h}", "limits: {promise: 2h}", "desk.yaml:15:19:"
	  " a promise has the time that was promised; delete this\n" },
	{ 0, "limits: {accept: 2h}", "limits: {key_back: 2h}", "desk.yaml:15:20"
	  ": when a key is to be back stands in keys.yaml, as back_by; delete "
	  "this\n" },
	{ 0, "limits: {accept: 2h}", "limits: {visit: 2h}", "desk.yaml:15:17: "
	  "the second trip has to do until the end of its day (F4.6); delete "
	  "this\n" },
	{ 0, "limits: {accept: 2h}", "limits: {chase: 2d}", "desk.yaml:15:17: "
	  "they are asked again at the time that was named last (C7); delete "
	  "this\n" },
	{ 0, "limits: {accept: 2h}", "limits: {remedy: 7d}", "desk.yaml:15:18:"
	  " a remedy has the time that its analysis names (C9); delete this\n" },
	{ 0, "limits: {accept: 2h}", "limits: {follow_up: 12h, closing_call: "
	  "2d, analysis: 3d, verify: 2d}", "" },
	/* the call-back, and what recurs */
	{ 0, "call_back: always", "call_back: true", "" },
	{ 0, "call_back: none", "call_back: false", "" },
	{ 0, "call_back: none", "call_back: maybe", "desk.yaml:11:37: "
	  "kinds.enquiry.call_back cannot be \"maybe\"; there are: none, "
	  "sample, always\n" },
	{ 0, "call_back: none", "call_back: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "desk.yaml:11:37: "
	  "kinds.enquiry.call_back cannot be "
	  "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa~\"; there are: none, "
	  "sample, always\n" },
	{ 0, ", call_back: none", "", "desk.yaml:11:12: kinds.enquiry: "
	  "\"call_back\" is missing; add it\n" },
	{ 0, "places:", "call_back_sample: 1\nplaces:", "" },
	{ 0, "places:", "call_back_sample: 100\nplaces:", "" },
	{ 0, "places:", "call_back_sample: 0\nplaces:", "desk.yaml:27:19: "
	  "call_back_sample is 0; it must be from 1 to 100\n" },
	{ 0, "places:", "call_back_sample: 101\nplaces:", "desk.yaml:27:19: "
	  "call_back_sample is 101; it must be from 1 to 100\n" },
	{ 0, "places:", "call_back_sample: few\nplaces:", "desk.yaml:27:19: "
	  "call_back_sample must be a whole number from 1 to 100, not "
	  "\"few\"\n" },
	{ 0, "places:", "recurring: {}\nplaces:", "" },
	{ 0, "places:", "recurring: {count: 2, within: 1d, place: building, "
	  "kinds: [complaint, request]}\nplaces:", "" },
	{ 0, "places:", "recurring: 3\nplaces:", "desk.yaml:27:12: recurring "
	  "must be \"key: value\" lines, not one value\n" },
	{ 0, "places:", "recurring: {count: 1}\nplaces:", "desk.yaml:27:20: "
	  "recurring.count is 1; it must be from 2 to 1000\n" },
	{ 0, "places:", "recurring: {count: 1001}\nplaces:", "desk.yaml:27:20:"
	  " recurring.count is 1001; it must be from 2 to 1000\n" },
	{ 0, "places:", "recurring: {within: 23h}\nplaces:", "desk.yaml:27:21:"
	  " recurring.within is 23h; it must be from 1d to 366d\n" },
	{ 0, "places:", "recurring: {within: 367d}\nplaces:", "desk.yaml:27:"
	  "21: recurring.within is 367d; it must be from 1d to 366d\n" },
	{ 0, "places:", "recurring: {place: estate}\nplaces:", "desk.yaml:27:"
	  "20: recurring.place cannot be \"estate\"; there are: room, "
	  "building\n" },
	{ 0, "places:", "recurring: {kinds: []}\nplaces:", "desk.yaml:27:20: "
	  "recurring.kinds holds 0; it must hold at least 1\n" },
	{ 0, "places:", "recurring: {kinds: complaint}\nplaces:", "desk.yaml:"
	  "27:20: recurring.kinds must be a list (lines starting with \"- "
	  "\"), not one value\n" },
	{ 0, "places:", "recurring: {kinds: [tips]}\nplaces:", "desk.yaml:27:"
	  "21: recurring.kinds[1] cannot be \"tips\"; did you mean \"tip\"? "
	  "There are: complaint, request, enquiry, suggestion, praise, tip\n" },
	{ 0, "places:", "recurring: {since: 3d}\nplaces:", "desk.yaml:27:13: "
	  "unknown key \"recurring.since\"; there are: count, within, place, "
	  "kinds\n" },
	{ 0, "{rung: 1", "{rung: 0", "desk.yaml:19:5: rung 0 is there twice "
	  "for promise; keep one\n" },
	{ 0, "at: 0,", "at: -3h,", "desk.yaml:19:5: rungs 0 and 1 are out of "
	  "order for answer; the higher one comes later\ndesk.yaml:19:5: rungs "
	  "0 and 1 are out of order for promise; the higher one comes "
	  "later\n" },
	{ 0, "department: service, handler: li", "hint: h", "desk.yaml:21:5: "
	  "this category goes nowhere; add \"department\" or \"handler\"\n" },
	{ 0, "label: L,", "label: L, cause: municipal,", "desk.yaml:21:5: "
	  "which utility is it (C7)? Add \"utility\"\n" },
	{ 0, "label: L,", "label: L, utility: gas,", "desk.yaml:21:5: a "
	  "utility is a municipal cause (C7); add \"cause: municipal\"\n" },
	{ 0, "code: other", "code: others", "desk.yaml:21:3: the category "
	  "\"other\" is missing; add it\n" },
	{ 0, "code: lift", "code: leak", "desk.yaml:22:12: the code \"leak\" "
	  "is there twice (first on line 21); change one\n" },
	{ 0, "last: 12", "last: 0", "desk.yaml:25:22: buildings[1].last must "
	  "be a number or a letter a to z, not \"0\"\n" },
	{ 0, "first: 1, last: 12", "first: 12, last: 1", "desk.yaml:25:5: this "
	  "is no range; give the smaller number first, or one building "
	  "alone\n" },
	{ 0, "first: b", "first: 7", "desk.yaml:26:5: some of these buildings "
	  "stand above already; keep them once\n" },
	{ 0, "places:", "enforce_from: yesterday\nplaces:", "desk.yaml:27:15: "
	  "enforce_from must be a day, written as 2026-11-01\n" },
	{ 0, "places:", "enforce_from: 2026-02-30\nplaces:", "desk.yaml:27:15: "
	  "enforce_from must be a day, written as 2026-11-01\n" },
	/* what it says of the others */
	{ 0, "centre: service", "centre: sevice", "desk.yaml:6:9: \"sevice\" "
	  "is not in staff.yaml; did you mean \"service\"?\n" },
	{ 0, "manager: wang", "manager: li", "desk.yaml:7:10: li lacks the "
	  "role manager; add it in staff.yaml\n" },
	{ 0, "manager: wang", "manager: desk", "desk.yaml:7:10: \"desk\" is "
	  "not in staff.yaml; add it there or change it here\n" },
	{ 0, "handler: li", "handler: lii", "desk.yaml:21:58: \"lii\" is not "
	  "in staff.yaml or contractors.yaml; did you mean \"li\"?\n" },
	{ 0, "firm:otis", "\"firm:\"", "desk.yaml:22:37: "
	  "categories[2].handler must "
	  "be a login, or firm: and the code of a contractor, not "
	  "\"firm:\"\ndesk.yaml:22:37: \"firm:\" is not in staff.yaml or "
	  "contractors.yaml; add it there or change it here\n" },
	{ 2, "code: otis", "code: oris", "desk.yaml:22:37: \"firm:otis\" is "
	  "not "
	  "in staff.yaml or contractors.yaml; did you mean \"firm:oris\"?\n" },
	{ 0, "code: leak, label: L", "code: leak, label: "
	  "lift", "desk.yaml:22:12"
	  ": \"lift\" already means leak; choose another for lift\n" },
	{ 0, "also: door", "also: door}, {code: Door", "desk.yaml:27:43: "
	  "\"Door\""
	  " already means gate; choose another for Door\n" },
	/* staff.yaml */
	{ 1, "head: wang", "head: wong", "staff.yaml:2:42: \"wong\" is not in "
	  "people; did you mean \"wang\"?\n" },
	{ 1, "name: Works, head: wang", "name: Works, head: li", "staff.yaml:"
	  "3:38: li lacks the role head; add it under people\n" },
	{ 1, "    department: works", "    department: "
	  "work", "staff.yaml:13:17:"
	  " \"work\" is not in departments; did you mean \"works\"?\n" },
	{ 1, "    roles: []\n", "", "staff.yaml:10:5: \"roles\" is missing; "
	  "add it\n" },
	{ 1, "roles: []", "roles: [chief]", "staff.yaml:14:13: people[2].roles"
	  "[1] cannot be \"chief\"; there are: clerk, handler, head, leader, "
	  "manager, auditor, system\n" },
	{ 1, "shared: [li]", "shared: [desk]", "staff.yaml:16:61: \"desk\" is "
	  "not in people; add it there or change it here\n" },
	{ 1, "shared: [li]", "shared: [li], roles: "
	  "[clerk]", "staff.yaml:16:73: "
	  "a shared login has no roles of its own; delete them\n" },
	{ 1, "login: li", "login: wang", "staff.yaml:10:12: the login \"wang\" "
	  "is there twice (first on line 5); change one\nstaff.yaml:16:61: "
	  "\"li\" is not in people; add it there or change it here\nstaff.yaml:"
	  "18:53: \"li\" is not in people; add it there or change it here\n"
	  "desk.yaml:21:58: \"li\" is not in staff.yaml or contractors.yaml; "
	  "add it there or change it here\n" },
	{ 1, "138 0000 0001", "12", "staff.yaml:15:12: people[2].phone must be "
	  "a telephone number of 3 to 20 digits, not \"12\"\n" },
	{ 1, "mon-sun", "mon-son", "staff.yaml:18:12: roster[1].days must be "
	  "days such as mon-fri or sat sun, not \"mon-son\"\n" },
	{ 1, "mon-sun", "son-mon", "staff.yaml:18:12: roster[1].days must be "
	  "days such as mon-fri or sat sun, not \"son-mon\"\n" },
	{ 1, "from: 22:00", "from: 25:00", "staff.yaml:18:27: roster[1].from "
	  "must be a time from 00:00 to 24:00, not \"25:00\"\n" },
	{ 1, "staff: [li]", "staff: [desk]", "staff.yaml:18:53: \"desk\" is "
	  "not in people; add it there or change it here\n" },
	/* a short name may be shared by two departments, not by one */
	{ 1, "brief: Li", "brief: Wang", "" },
	{ 1, "brief: Li\n", "brief: First\n", "" },
	{ 1, "    brief: Wang\n", "    brief: Li\n", "" },
	{ 1, "    brief: Wang\n    department: service", "    brief: Li\n    "
	  "department: works", "staff.yaml:10:12: \"li\" already means wang; "
	  "choose another for li\nstaff.yaml:12:12: \"Li\" already means wang; "
	  "choose another for li\n" },
	{ 1, "name: Li of the works", "name: WANG THE "
	  "FIRST", "staff.yaml:11:11:"
	  " \"WANG THE FIRST\" already means wang; choose another for li\n" },
	{ 1, "name: Works", "name: Duty", "staff.yaml:3:25: \"Duty\" already "
	  "means duty; choose another for works\n" },
	{ 2, "name: Otis", "name: Works", "contractors.yaml:2:24: \"Works\" "
	  "already means works; choose another for otis\n" },
	/* contractors.yaml, keys.yaml */
	{ 2, "assets: [lift]", "assets: [lif]", "contractors.yaml:2:51: "
	  "firms[1].assets[1] cannot be \"lif\"; did you mean \"lift\"? There "
	  "are: lift, access_control, barrier, cctv, security_door, fire_door, "
	  "broadband, telephone, fire_system, pump, generator, gas\n"
	  "warning: contractors.yaml: nobody outside answers for lifts (E2); "
	  "add a firm that has the asset lift\n" },
	{ 2, "phone: 123", "phone: ", "warning: contractors.yaml:2:5: there is "
	  "no telephone number for lifts (E2); fill in \"phone\"\n" },
	{ 1, "roster:\n  - {days: mon-sun, from: 22:00, to: 08:00, staff: [li]}"
	  "\n", "", "warning: staff.yaml: the roster is empty, so an alarm "
	  "would reach the heads only (D0.3); add \"roster\"\n" },
	{ 3, "tag: WT-1", "tag: PD-1", "keys.yaml:3:11: the tag \"PD-1\" is "
	  "there twice (first on line 2); change one\n" },
	{ 3, "class: plant", "class: plants", "keys.yaml:2:36: keys[1].class "
	  "cannot be \"plants\"; did you mean \"plant\"? There are: common, "
	  "plant, entrusted\n" },
	{ 3, "3-2-501", "99-1", "keys.yaml:3:53: \"99-1\" is neither a room "
	  "nor a place\n" },
	{ 3, ", room: 3-2-501", "", "keys.yaml:3:5: an entrusted key belongs "
	  "to a room; add \"room\"\n" },
	{ 3, "tag: PD-1,", "tag: PD-1, copies: 70000,", "keys.yaml:2:25: "
	  "keys[1].copies is 70000; it must be from 1 to 50\n" },
	{ 3, "tag: PD-1", "tag: PD 1", "keys.yaml:2:11: keys[1].tag must be "
	  "one word of at most 32 letters, such as PD-1, not \"PD 1\"\n" },
	{ 3, "tag: PD-1", "tag: PD/1", "keys.yaml:2:11: keys[1].tag must be "
	  "one word of at most 32 letters, such as PD-1, not \"PD/1\"\n" },
	{ 3, "tag: PD-1", "bundle: WT-1, tag: PD-1", "keys.yaml:2:14: this is "
	  "the tag of a key; give the ring a name of its own\n" },
	{ 3, "plant}\n  - {tag: WT-1,", "plant, bundle: R}\n  - {tag: WT-1, "
	  "bundle: R,", "keys.yaml:3:25: the keys of a ring have the same "
	  "class and as many copies; make them so, or delete \"bundle\"\n" },
	{ 3, "keys:", "lending: {overnight: [plants]}\nkeys:",
	  "keys.yaml:1:23: lending.overnight[1] cannot be \"plants\"; did you "
	  "mean \"plant\"? There are: common, plant, entrusted\n" },
	{ 3, "keys:", "lending: {back_by: 25:00}\nkeys:", "keys.yaml:1:20: "
	  "lending.back_by must be a time from 00:00 to 24:00, not \"25:00\"\n" },
};

static void
write_file(const char *dir, const char *name, const char *text)
{
	char path[256];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	f = fopen(path, "w");
	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0) {
		perror(path);
		exit(1);
	}
}

/* The text with the first `from' in it replaced. */
static void
replaced(struct buf *out, const char *text, const struct change *c)
{
	const char *at = strstr(text, c->from);

	buf_clear(out);
	if (at == NULL) {
		failed++;
		printf("FAILED %s: not in the file / there\n", c->from);
		at = text + strlen(text);
	}
	buf_add(out, text, (size_t)(at - text));
	buf_puts(out, c->to == NULL ? "" : c->to);
	if (strncmp(at, c->from, strlen(c->from)) == 0)
		buf_puts(out, at + strlen(c->from));
}

/* The lines of config_check(), its warnings marked as such. */
static void
check_lines(const char *dir, struct buf *out)
{
	struct arena *a = arena_new();
	struct buf lines = { 0 }, warnings = { 0 };
	struct error e = { .status = OK };
	enum status status;
	size_t n = 0;

	buf_puts(&lines, "");
	buf_puts(&warnings, "");
	status = config_check(a, dir, &lines, &warnings, &e);
	for (const char *p = lines.text; *p != '\0'; p++)
		n += *p == '\n';
	same_number("status of a check", status,
	    n == 0 ? OK : MISCONFIGURED);
	buf_clear(out);
	buf_puts(out, lines.text);
	for (char *p = strtok(warnings.text, "\n"); p != NULL;
	    p = strtok(NULL, "\n"))
		buf_printf(out, "warning: %s\n", p);
	buf_free(&lines);
	buf_free(&warnings);
	arena_free(a);
}

static void
check_changes(const char *dir)
{
	struct buf text = { 0 }, lines = { 0 };

	for (int i = 0; i < FILES; i++)
		write_file(dir, names[i], files[i]);
	for (size_t i = 0; i < COUNT(changes); i++) {
		const struct change *c = &changes[i];

		replaced(&text, files[c->file], c);
		write_file(dir, names[c->file], text.text);
		check_lines(dir, &lines);
		same(c->to == NULL ? "base" : c->to, lines.text, c->lines);
		write_file(dir, names[c->file], files[c->file]);
	}
	buf_free(&text);
	buf_free(&lines);
}

static void
check_unread(const char *dir)
{
	struct buf lines = { 0 };
	char path[256], wanted[512];

	snprintf(path, sizeof(path), "%s/keys.yaml", dir);
	unlink(path);
	check_lines(dir, &lines);
	snprintf(wanted, sizeof(wanted), "%s cannot be read: No such file or "
	    "directory\n", path);
	same("no file", lines.text, wanted);
	mkdir(path, 0700);
	check_lines(dir, &lines);
	snprintf(wanted, sizeof(wanted), "%s is not a file\n", path);
	same("a directory", lines.text, wanted);
	rmdir(path);
	buf_clear(&lines);
	while (lines.len <= YAMLFILE_BYTES)
		buf_puts(&lines, "# a long comment, again and again\n");
	write_file(dir, "keys.yaml", lines.text);
	check_lines(dir, &lines);
	same("too large", lines.text, "keys.yaml:1:1: the file is larger than "
	    "1 MB; shorten it\n");
	buf_free(&lines);
}

int
main(int argc, char **argv)
{
	char dir[] = "/tmp/frontdesk-unit-XXXXXX", command[64];
	const char *sample = argc > 1 ? argv[1] : "config";
	struct buf lines = { 0 };

	setenv("LC_ALL", "C", 1);
	unsetenv("LANGUAGE");
	if (mkdtemp(dir) == NULL) {
		perror(dir);
		return 1;
	}
	check_changes(dir);
	check_unread(dir);
	check_lines(sample, &lines);
	same("sample", lines.text, "warning: contractors.yaml:35:5: there is "
	    "no telephone number for security doors (E2); fill in \"phone\"\n"
	    "warning: contractors.yaml:35:5: there is no telephone number for "
	    "fire doors (E2); fill in \"phone\"\n");
	buf_free(&lines);
	snprintf(command, sizeof(command), "rm -r %s", dir);
	if (system(command) != 0)
		failed++;
	return finish();
}
