/* SPDX-License-Identifier: ISC */
/*
 * open.c: opening the desk: configuration, store, clock and identity.
 */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "offices.h"
#include "staff.h"
#include "who.h"

static enum status
load(struct cli *c, const char *dir, struct error *e)
{
	struct work *w = &c->work;
	struct buf mistakes = { 0 };
	enum status status, second = OK;

	status = desk_load(c->arena, dir, &w->desk, &mistakes, e);
	if (status == OK || mistakes.len > 0)
		second = roll_load(c->arena, dir, &w->roll, &mistakes, e);
	cli_lines(c, &mistakes);
	return status != OK ? status : second;
}

/* What the store remembers about this office. */
struct memory {
	const char *practice, *config;
};

static enum status
remember(struct cli *c, struct memory *m, struct error *e)
{
	static const char sql[] = "SELECT name, value FROM setting "
	    "WHERE office = $1";
	struct query *q;
	int row;

	m->practice = m->config = NULL;
	if (store_query(c->work.store, sql, sql,
	    VALUES(v_text(c->work.office)), &q, e) != OK)
		return e->status;
	for (;;) {
		const char *value;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		value = arena_copy(c->arena, query_text(q, 1));
		if (strcmp(query_text(q, 0), "practice") == 0)
			m->practice = value;
		else if (strcmp(query_text(q, 0), "config") == 0)
			m->config = value;
	}
}

static enum status
trust(struct cli *c, const struct memory *m, struct error *e)
{
	const struct desk *d = c->work.desk;
	unsigned owner = 0;

	if (m->config == NULL) {
		fail(e, MISCONFIGURED, NULL,
		    _("office %s is not in this store"), d->office);
		return advise(e, _("Add it with desk-init"));
	}
	c->work.practice = m->practice != NULL;
	if (store_driver(c->work.store)->owner(store_db(c->work.store),
	    c->work.practice, &owner, e) != OK)
		return e->status;
	if (c->work.practice)
		return OK;
	if (strcmp(m->config, d->dir) != 0) {
		fail(e, MISCONFIGURED, NULL, _("this store belongs to the "
		    "configuration in %s, not to that in %s"), m->config,
		    d->dir);
		return advise(e, _("Use --config %s"), m->config);
	}
	return config_trusted(d->dir, owner, e);
}

/* The kernel's time; at a practice desk, that of FRONTDESK_NOW. */
enum status
cli_clock(struct cli *c, struct error *e)
{
	const char *fixed = c->work.practice ? getenv("FRONTDESK_NOW") : NULL;

	c->work.now = clock_now();
	if (fixed == NULL || *fixed == '\0')
		return OK;
	if (clock_parse(fixed, WHEN_UNTIL, c->work.now, &c->work.now, e) == OK)
		return OK;
	at_place(e, "FRONTDESK_NOW");
	return e->status;
}

static int
may_speak_for(const struct person *login, const struct person *spoken)
{
	for (const char *const *p = login->speaks_for; p && *p != NULL; p++)
		if (strcmp(*p, spoken->login) == 0)
			return 1;
	return 0;
}

static enum status
act_as(struct cli *c, const char *login, const struct person *self,
    int anybody, struct error *e)
{
	const struct person *p;

	if (person_need(&c->work, c->options.values.as, &p, e) != OK)
		return e->status;
	if (!anybody && self != p && (self == NULL ||
	    !may_speak_for(self, p))) {
		fail(e, FORBIDDEN, NULL, _("the login %s may not speak for "
		    "%s"), login, label_of(&p->name));
		return advise(e, _("Use your own login, or one that is shared: "
		    "in staff.yaml"));
	}
	c->work.actor = p->login;
	c->work.roles = p->roles;
	return OK;
}

static enum status
unmapped(struct cli *c, const char *login, int by_cron, struct error *e)
{
	if (by_cron) {
		c->work.actor = "system";
		c->work.roles = ROLE_SYSTEM;
		return OK;
	}
	fail(e, FORBIDDEN, NULL, _("the login %s is nobody's here"), login);
	return advise(e, _("Add it to staff.yaml as somebody's login:"));
}

/* The login of a uid: of this computer's own file, which is quick to read,
 * or of whatever else the system asks. */
static const char *
login_of(uid_t uid, struct arena *arena)
{
	FILE *in = fopen("/etc/passwd", "re");
	const struct passwd *pw = NULL;
	const char *login;

	while (in != NULL && (pw = fgetpwent(in)) != NULL && pw->pw_uid != uid)
		;
	if (pw == NULL)
		pw = getpwuid(uid);
	login = pw != NULL ? arena_copy(arena, pw->pw_name) : "?";
	if (in != NULL)
		fclose(in);
	return login;
}

/* Who acts: the kernel's uid, mapped to a member of staff. */
static enum status
identify(struct cli *c, struct error *e)
{
	const struct person *self, *manager;
	const char *login = login_of(getuid(), c->arena);
	int by_cron, practising;

	c->work.uid = (int64_t)getuid();
	self = person_find(c->work.roll, login);
	by_cron = self == NULL && (getuid() == 0 ||
	    strcmp(login, "frontdesk") == 0);
	practising = self == NULL && c->work.practice;
	manager = person_find(c->work.roll, c->work.desk->manager);
	if (c->options.values.as != NULL)
		return act_as(c, login, self, practising, e);
	if (practising && manager != NULL) {
		c->work.actor = manager->login;
		c->work.roles = manager->roles | ROLE_SYSTEM;
		return OK;
	}
	if (self == NULL)
		return unmapped(c, login, by_cron, e);
	if (self->speaks_for != NULL) {
		fail(e, FORBIDDEN, NULL, _("the login %s is shared"), login);
		return advise(e, _("Say who you are: --as STAFF"));
	}
	c->work.actor = self->login;
	c->work.roles = self->roles;
	return OK;
}

enum status
cli_open(struct cli *c, struct error *e)
{
	const struct common *v = &c->options.values;
	struct work *w = &c->work;
	struct memory m;
	const char *dir;
	int64_t wait = v->db_wait.set ? v->db_wait.v * SECOND : -1;

	w->config = c->arena;
	w->arena = arena_new();
	w->command = c->command->name;
	if (config_find(c->arena, v->config, &dir, e) != OK ||
	    load(c, dir, e) != OK)
		return e->status;
	w->office = w->desk->office;
	if (store_open(w->desk->store, wait, &w->store, e) != OK ||
	    remember(c, &m, e) != OK || trust(c, &m, e) != OK ||
	    cli_clock(c, e) != OK || identify(c, e) != OK)
		return e->status;
	w->request_given = v->request_id != NULL;
	w->request = v->request_id != NULL ? v->request_id :
	    work_request(c->arena, w->now);
	c->desk_is_open = 1;
	if (offices_open(c, e) != OK)
		return e->status;
	return c->values == NULL ? OK : options_set(&c->options, c->values,
	    w->now, c->arena, e);
}
