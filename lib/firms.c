/* SPDX-License-Identifier: ISC */
/*
 * firms.c: contractors.yaml: outside firms, and what each answers for.
 */
#include "decode.h"
#include "firms.h"

const struct word word_assets[] = {
	{ "lift", "lifts", "电梯", "elevator" },
	{ "access_control", "access control", "门禁", "门禁系统" },
	{ "barrier", "barriers", "道闸", "车场道闸" },
	{ "cctv", "CCTV", "监控", "监控系统 摄像头" },
	{ "security_door", "security doors", "防盗门", "单元门" },
	{ "fire_door", "fire doors", "防火门", "消防防火门" },
	{ "broadband", "broadband", "宽带", "网络" },
	{ "telephone", "telephone lines", "电话线路", "网络线路" },
	{ "fire_system", "fire system", "消防设施", "消防" },
	{ "pump", "pumps", "水泵", "二次供水" },
	{ "generator", "generators", "发电机", NULL },
	{ "gas", "gas", "燃气", "煤气" },
	{ 0 }
};

static const struct decode_key firm_keys[] = {
	{ KEY(firm, code, "code", TEXT), .required = 1,
	  .take = decode_code, .what = decode_code_what },
	{ KEY(firm, name.chinese, "name", TEXT), .required = 1 },
	{ KEY(firm, brief.chinese, "brief", TEXT) },
	{ KEY(firm, name.english, "english", TEXT) },
	{ KEY(firm, also, "also", TEXT) },
	{ KEY(firm, person, "person", TEXT) },
	{ KEY(firm, phone, "phone", TEXT),
	  .take = decode_phone, .what = decode_phone_what },
	{ KEY(firm, our_share, "our_share", TEXT) },
	{ KEY(firm, assets, "assets", WORDS), .required = 1,
	  .words = word_assets },
	{ 0 }
};

static const struct decode_key firms_keys[] = {
	{ LIST(firms, firms, nfirms, "firms", firm_keys), .required = 1,
	  .max = 500 },
	{ 0 }
};

static void
fill_in(struct firms *f)
{
	/* The array is ours, made by the decoder. */
	struct firm *v = (struct firm *)f->firms;

	for (size_t i = 0; i < f->nfirms; i++) {
		v[i].brief.english = v[i].name.english;
		if (v[i].brief.chinese == NULL)
			v[i].brief.chinese = v[i].name.chinese;
	}
}

enum status
firms_load(struct arena *a, const char *dir, const struct firms **firms,
    struct buf *lines, struct error *e)
{
	struct mistakes m = { .arena = a, .file = "contractors.yaml" };
	struct firms *f = arena_alloc(a, sizeof(*f));
	const struct node *root;

	*firms = f;
	if (decode_file(dir, firms_keys, f, &m, &root, e) != OK)
		return e->status;
	fill_in(f);
	decode_unique(node_get(root, "firms"), "code", &m);
	return mistakes_end(&m, lines, e);
}
