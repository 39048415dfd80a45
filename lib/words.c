/* SPDX-License-Identifier: ISC */
/*
 * words.c: the closed vocabularies: codes, and what people call them.
 */
#include <string.h>

#include "text.h"
#include "words.h"

enum { NEAREST_MAX = 64 };

const struct word word_kinds[] = {
	{ "complaint", "complaint", "投诉", "ts" },
	{ "request", "request", "报修", "求助 bx" },
	{ "enquiry", "enquiry", "咨询", "inquiry zx" },
	{ "suggestion", "suggestion", "建议", "jy" },
	{ "praise", "praise", "表扬", "by" },
	{ "tip", "tip", "举报", "jb" },
	{ 0 }
};

const struct word word_channels[] = {
	{ "call", "call", "来电", "电话 电 phone" },
	{ "visit", "visit", "来访", "访" },
	{ "letter", "letter", "来信", "信 微信 邮件 wechat mail" },
	{ 0 }
};

const struct word word_callers[] = {
	{ "owner", "owner", "业主", NULL },
	{ "tenant", "tenant", "租户", "租客" },
	{ "visitor", "visitor", "访客", "客人" },
	{ "other", "other", "其他", NULL },
	{ 0 }
};

const struct word word_dispositions[] = {
	{ "on_spot", "done on the spot", "当场办结", NULL },
	{ "handed_over", "handed over", "转交", NULL },
	{ "promised", "promised", "承诺", NULL },
	{ "callback_owed", "reply owed", "待回复", NULL },
	{ "pending", "not handed over yet", "待派", NULL },
	{ "added", "added", "归入", NULL },
	{ "urged", "urged", "催单", NULL },
	{ 0 }
};

const struct word word_states[] = {
	{ "pending", "pending", "待派", NULL },
	{ "assigned", "assigned", "已派", NULL },
	{ "accepted", "in work", "处理中", NULL },
	{ "resolved", "resolved", "已解决", NULL },
	{ "closed", "closed", "已办结", NULL },
	{ "void", "void", "作废", NULL },
	{ 0 }
};

const struct word word_roles[] = {
	{ "clerk", "clerk", "前台", NULL },
	{ "handler", "handler", "经办人", NULL },
	{ "head", "head", "负责人", "主管" },
	{ "leader", "duty leader", "值班领导", NULL },
	{ "manager", "manager", "经理", NULL },
	{ "auditor", "auditor", "稽核", NULL },
	{ "system", "system", "定时任务", NULL },
	{ 0 }
};

const struct word word_causes[] = {
	{ "municipal", "municipal", "市政", NULL },
	{ 0 }
};

const struct word word_utilities[] = {
	{ "water", "water", "供水", "水" },
	{ "power", "power", "供电", "电" },
	{ "gas", "gas", "燃气", "气 煤气" },
	{ "road", "road", "道路", "路" },
	{ "post", "post", "邮政", "邮电" },
	{ "telecom", "telecom", "通讯", "电信" },
	{ 0 }
};

const struct word word_hows[] = {
	{ "call", "by telephone", "电话", "电 来电" },
	{ "visit", "in person", "当面", "上门" },
	{ "letter", "by letter", "书面", "信" },
	{ "message", "by message", "短信", "微信" },
	{ 0 }
};

const struct word word_reasons[] = {
	{ "cannot_explain", "cannot explain", "解释不了", NULL },
	{ "no_progress", "no progress", "没有进展", NULL },
	{ "beyond_authority", "beyond my authority", "超出我的权限", NULL },
	{ "resident_asks", "the resident asks", "住户要求", NULL },
	{ 0 }
};

const struct word word_deadlines[] = {
	{ "answer", "answer", "答复", NULL },
	{ "promise", "promise", "承诺", NULL },
	{ "hand_over", "hand-over", "交办", NULL },
	{ "accept", "accept", "签收", NULL },
	{ "acknowledge", "acknowledge", "确认", NULL },
	{ "callback", "reply owed", "回话", NULL },
	{ "key_back", "key back", "还钥匙", NULL },
	{ "lock_change", "lock changed", "换锁", NULL },
	{ "follow_up", "follow-up", "跟进", NULL },
	{ "visit", "no third trip", "二次办结", NULL },
	{ "chase", "chase again", "再问", NULL },
	{ "closing_call", "call-back", "回访", NULL },
	{ "analysis", "monthly analysis", "月度分析", NULL },
	{ "remedy", "remedy", "整改", NULL },
	{ "verify", "remedy verified", "验证", NULL },
	{ 0 }
};

const struct word word_steps[] = {
	{ "log", "logged", "登记", NULL },
	{ "contact", "called again", "归入", NULL },
	{ "assign", "handed over", "派单", NULL },
	{ "accept", "accepted", "签收", NULL },
	{ "hand_back", "handed back", "退单", NULL },
	{ "answer", "answered", "答复", NULL },
	{ "promise", "promised", "承诺", NULL },
	{ "resolve", "resolved", "办结", NULL },
	{ "escalate", "escalated", "升级", NULL },
	{ "acknowledge", "acknowledged", "确认", NULL },
	{ "rung", "ladder", "督办", NULL },
	{ "lend", "lent", "借出", NULL },
	{ "return", "given back", "归还", NULL },
	{ "lose", "lost", "遗失", NULL },
	{ "miss", "missing", "柜内遗失", NULL },
	{ "withdraw", "withdrawn", "停用", NULL },
	{ "change_lock", "lock changed", "换锁", NULL },
	{ "count", "counted", "清点", NULL },
	{ "follow_up", "followed up", "跟进", NULL },
	{ "chase", "chased", "外部交涉", NULL },
	{ "call_back", "called back", "回访", NULL },
	{ "reopen", "reopened", "重开", NULL },
	{ "join", "joined", "并单", NULL },
	{ "part", "parted again", "拆单", NULL },
	{ "amend", "amended", "更正", NULL },
	{ "void", "made void", "作废", NULL },
	{ "owe", "analysis owed", "待分析", NULL },
	{ "analyse", "analysed", "分析", NULL },
	{ "remedy", "remedied", "整改完成", NULL },
	{ "verify", "remedy verified", "验证有效", NULL },
	{ "fail", "remedy failed", "整改无效", NULL },
	{ 0 }
};

const struct word word_outcomes[] = {
	{ "open", "open", "还欠", NULL },
	{ "met", "kept", "守住", NULL },
	{ "late", "late", "迟", NULL },
	{ "void", "dropped", "不必办", NULL },
	{ 0 }
};

const struct word word_recipients[] = {
	{ "holder", "who owes it", "该谁", NULL },
	{ "first_responder", "first responder", "首问", NULL },
	{ "head", "head of the department", "部门负责人", NULL },
	{ "leader", "duty leader", "值班领导", NULL },
	{ "manager", "manager", "经理", NULL },
	{ 0 }
};

const struct word word_messages[] = {
	{ "complaint", "new complaint", "新投诉", NULL },
	{ "self_taken", "complaint taken by the accused", "被投诉人自接", NULL },
	{ "first_responder", "yours as first responder", "你是首问", NULL },
	{ "assigned", "handed over", "派单", NULL },
	{ "handed_back", "handed back", "退单", NULL },
	{ "name_handler", "name the handler", "请指定经办人", NULL },
	{ "contact", "called again", "住户又来", NULL },
	{ "resolved", "resolved", "已解决", NULL },
	{ "escalated", "escalated", "升级", NULL },
	{ "due_soon", "due soon", "快到时限", NULL },
	{ "overdue", "overdue", "已超时", NULL },
	{ "remind", "remind them", "请催还", NULL },
	{ "phone", "telephone them", "请打电话催", NULL },
	{ "key_lost", "key lost", "钥匙遗失", NULL },
	{ "keys_missing", "keys missing", "清点少了钥匙", NULL },
	{ "urged", "urged", "住户催单", NULL },
	{ "promise_moved", "promise moved", "承诺改期", NULL },
	{ "joined", "joined", "已并单", NULL },
	{ "reopened", "reopened", "已重开", NULL },
	{ "amended", "amended", "已更正", NULL },
	{ "voided", "made void", "已作废", NULL },
	{ "remedy", "see to the remedy", "请落实整改", NULL },
	{ "remedy_failed", "remedy failed", "整改无效", NULL },
	{ 0 }
};

const struct word word_urgings[] = {
	{ "remind", "remind", "催", NULL },
	{ "phone", "telephone", "打电话", NULL },
	{ 0 }
};

const struct word word_results[] = {
	{ "satisfied", "satisfied", "满意", NULL },
	{ "dissatisfied", "dissatisfied", "不满意", "unsatisfied" },
	{ "unreachable", "not reached", "没联系上", "联系不上 无人接听" },
	{ 0 }
};

const struct word word_policies[] = {
	{ "none", "none", "不回访", "false no" },
	{ "sample", "sample", "抽样", NULL },
	{ "always", "always", "每件", "true yes" },
	{ 0 }
};

const struct word word_scopes[] = {
	{ "room", "room", "房号", NULL },
	{ "building", "building", "楼栋", NULL },
	{ 0 }
};

const struct word word_formats[] = {
	{ "csv", "CSV", "CSV", NULL },
	{ "tsv", "TSV", "TSV", NULL },
	{ "json", "JSON", "JSON", "jsonl" },
	{ 0 }
};

const char *
word_code(const struct word *w, const char *typed)
{
	for (const struct word *p = w; p->code != NULL; p++)
		if (strcmp(p->code, typed) == 0)
			return p->code;
	for (; w->code != NULL; w++)
		if (text_same(w->code, typed) || text_same(w->english, typed) ||
		    text_same(w->chinese, typed) || text_among(w->also, typed))
			return w->code;
	return NULL;
}

enum status
word_need(const struct word *w, const char *what, const char *typed,
    const char **code, struct error *e)
{
	const char *names[NEAREST_MAX], *near;
	struct buf all = { 0 };
	int n = 0;

	*code = word_code(w, typed);
	if (*code != NULL)
		return OK;
	for (const struct word *p = w; p->code != NULL; p++)
		if (n + 2 < NEAREST_MAX) {
			names[n++] = p->code;
			names[n++] = p->chinese;
		}
	names[n] = NULL;
	near = text_nearest(typed, names);
	fail(e, MISUSED, NULL, _("%s: there is no \"%s\""), what, typed);
	word_list(w, &all);
	if (near != NULL)
		advise(e, _("Did you mean %s? There are: %s"), near, all.text);
	else
		advise(e, _("There are: %s"), all.text);
	buf_free(&all);
	return MISUSED;
}

const char *
word_label(const struct word *w, const char *code)
{
	for (; code != NULL && w->code != NULL; w++)
		if (strcmp(w->code, code) == 0)
			return in_chinese() ? w->chinese : w->english;
	return code == NULL ? "" : code;
}

int
word_index(const struct word *w, const char *code)
{
	for (int i = 0; w[i].code != NULL; i++)
		if (strcmp(w[i].code, code) == 0)
			return i;
	return -1;
}

void
word_list(const struct word *w, struct buf *out)
{
	const char *between = "";

	for (; w->code != NULL; w++) {
		if (in_chinese())
			buf_printf(out, "%s%s %s", between, w->code,
			    w->chinese);
		else
			buf_printf(out, "%s%s", between, w->code);
		between = _(", ");
	}
}
