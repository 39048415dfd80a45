/* SPDX-License-Identifier: ISC */
/*
 * config-load.c: what is read from the sample; where files are looked for,
 * and which are trusted.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../lib/config.h"
#include "unit.h"

enum { HOUR_MS = 3600000, EARLY_PEOPLE = 3 };

static unsigned
role(const char *code)
{
	return 1U << word_index(word_roles, code);
}

static void
check_desk(const char *dir)
{
	struct arena *a = arena_new();
	struct buf lines = { 0 };
	struct error e = { .status = OK };
	const struct desk *d;

	same_number("desk_load", desk_load(a, dir, &d, &lines, &e), OK);
	same("office", d->office, "DH");
	same("store", d->store, arena_printf(a, "%s/frontdesk.db", d->dir));
	same_number("absolute", d->dir[0] == '/', 1);
	same_number("complaint", d->kinds[0].answer, 24 * HOUR_MS);
	same("call_back", d->kinds[0].call_back, "always");
	same("of an enquiry", d->kinds[2].call_back, "none");
	same("of a tip", d->kinds[5].call_back, "sample");
	same_number("praise", d->kinds[4].answer, 0);
	same_number("limits", (int64_t)d->nlimits, 8);
	same("limit", d->limits[1].deadline, "accept");
	same_number("its span", d->limits[1].span, 2 * HOUR_MS);
	same_number("at", d->ladder[0].at, -2 * HOUR_MS);
	same("deadlines", d->ladder[0].deadlines[0], "answer");
	same("tell", d->ladder[0].tell[1], "first_responder");
	same_number("tell ends", d->ladder[0].tell[2] == NULL, 1);
	same("code", d->categories[0].code, "leak");
	same("english", d->categories[0].label.english, "leak");
	same("label", label_of(&d->categories[1].label), "blocked drain");
	same_number("no cause", d->categories[0].cause == NULL, 1);
	same("utility", d->categories[2].utility, "water");
	same("last", d->buildings[0].last, "4");
	same_number("doors", d->buildings[0].doors, 2);
	same_number("C5", d->accused_may_resolve, 0);
	buf_free(&lines);
	arena_free(a);
}

/* When complaints recur, and how many resolved ones the sample is. */
static void
check_oversight(const char *dir, int64_t count, int64_t days,
    const char *place, const char *kind, int64_t percent)
{
	struct arena *a = arena_new();
	struct buf lines = { 0 };
	struct error e = { .status = OK };
	const struct desk *d;

	same_number("desk_load", desk_load(a, dir, &d, &lines, &e), OK);
	same_number("count", d->recurring.count, count);
	same_number("within", d->recurring.span, days * 24 * HOUR_MS);
	same("place", d->recurring.place, place);
	same("kind", d->recurring.kinds[0], kind);
	same_number("kinds end", d->recurring.kinds[1] == NULL, 1);
	same_number("percent", d->call_back_sample, percent);
	buf_free(&lines);
	arena_free(a);
}

/* The sample with these lines instead of its own. */
static void
write_changed(const char *sample, const char *dir, const char *lines)
{
	char command[512];

	snprintf(command, sizeof(command), "{ sed '/^recurring:/d; "
	    "/^call_back_sample:/d' '%s/desk.yaml'; echo '%s'; } "
	    ">'%s/desk.yaml'", sample, lines, dir);
	same_number("written", system(command), 0);
}

static void
check_roll(const char *dir)
{
	unsigned all = role("clerk") | role("handler") | role("head");
	struct arena *a = arena_new();
	struct buf lines = { 0 };
	struct error e = { .status = OK };
	const struct roll *r;

	same_number("roll_load", roll_load(a, dir, &r, &lines, &e), OK);
	for (size_t i = 0; i < EARLY_PEOPLE; i++)
		same_number(r->people[i].login, r->people[i].roles & all,
		    all);
	same("brief", r->people[0].brief.english, "Wang");
	same("phone", r->people[0].phone, "13800000101");
	same_number("a person", r->people[0].speaks_for == NULL, 1);
	same("shared", r->people[10].login, "desk");
	same("speaks for", r->people[10].speaks_for[0], "xiaozhou");
	same_number("no roles", r->people[10].roles, 0);
	same("short", r->people[10].brief.chinese,
	    r->people[10].name.chinese);
	same_number("days", r->roster[2].days, 0x7F);
	same_number("from", r->roster[2].from, 22 * HOUR_MS);
	same_number("to", r->roster[2].to, 8 * HOUR_MS);
	buf_free(&lines);
	arena_free(a);
}

static void
check_rest(const char *dir)
{
	struct arena *a = arena_new();
	struct buf lines = { 0 };
	struct error e = { .status = OK };
	const struct firms *f;
	const struct keys *k;

	same_number("firms_load", firms_load(a, dir, &f, &lines, &e), OK);
	same("asset", f->firms[0].assets[0], "access_control");
	same_number("blank", f->firms[3].phone == NULL, 1);
	same_number("keys_load", keys_load(a, dir, &k, &lines, &e), OK);
	same("first key", k->keys[0].class, "common");
	same("second key", k->keys[1].class, "common");
	same_number("one copy", k->keys[0].copies, 1);
	same_number("copies", k->keys[2].copies, 2);
	same_number("back by", k->lending.back_by, 24 * HOUR_MS);
	buf_free(&lines);
	arena_free(a);
}

static void
check_trust(const char *dir)
{
	char path[256];
	struct error e = { .status = OK };
	uid_t me = getuid();

	snprintf(path, sizeof(path), "%s/staff.yaml", dir);
	close(open(path, O_CREAT | O_WRONLY, 0644));
	same_number("trusted", config_trusted(dir, me, &e), OK);
	chmod(path, 0664);
	same_number("group", config_trusted(dir, me, &e), MISCONFIGURED);
	chmod(path, 0644);
	chmod(dir, 0777);
	same_number("world", config_trusted(dir, me, &e), MISCONFIGURED);
	chmod(dir, 0770);
	same_number("directory", config_trusted(dir, me, &e), OK);
	if (me == 0 && chown(path, 1, 0) == 0) {
		same_number("owner", config_trusted(dir, 2, &e),
		    MISCONFIGURED);
		same_number("its owner", config_trusted(dir, 1, &e), OK);
	}
}

static void
check_find(const char *dir)
{
	struct arena *a = arena_new();
	struct error e = { .status = OK };
	char parent[256];
	const char *found = "";

	snprintf(parent, sizeof(parent), "%s/x", dir);
	mkdir(parent, 0700);
	setenv("FRONTDESK_CONFIG", dir, 1);
	setenv("XDG_CONFIG_HOME", parent, 1);
	config_find(a, NULL, &found, &e);
	same("environment", found, dir);
	config_find(a, parent, &found, &e);
	same("given", found, parent);
	same_number("nowhere", config_find(a, "/nowhere", &found, &e),
	    MISCONFIGURED);
	same("said", e.text, "there is no directory /nowhere");
	unsetenv("FRONTDESK_CONFIG");
	snprintf(parent, sizeof(parent), "%s/x/frontdesk", dir);
	mkdir(parent, 0700);
	config_find(a, NULL, &found, &e);
	same("home", found, parent);
	arena_free(a);
}

int
main(int argc, char **argv)
{
	char dir[] = "/tmp/frontdesk-unit-XXXXXX", command[64];
	const char *sample = argc > 1 ? argv[1] : "config";

	setenv("LC_ALL", "C", 1);
	unsetenv("LANGUAGE");
	if (mkdtemp(dir) == NULL) {
		perror(dir);
		return 1;
	}
	check_desk(sample);
	check_oversight(sample, 3, 30, "room", "complaint", 20);
	write_changed(sample, dir, "");
	check_oversight(dir, 3, 30, "room", "complaint", 20);
	write_changed(sample, dir, "call_back_sample: 50\n"
	    "recurring: {count: 5, within: 90d, place: building, "
	    "kinds: [request]}");
	check_oversight(dir, 5, 90, "building", "request", 50);
	check_roll(sample);
	check_rest(sample);
	check_trust(dir);
	check_find(dir);
	snprintf(command, sizeof(command), "rm -r %s", dir);
	if (system(command) != 0)
		failed++;
	return finish();
}
