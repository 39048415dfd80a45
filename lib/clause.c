/* SPDX-License-Identifier: ISC */
/*
 * clause.c: the clauses of the regulation, by id.
 */
#include <string.h>

#include "clause.h"
#include "error.h"

const struct clause clauses[] = {
	{ "A1", 'H', "rise for a resident", "起立接待，住户先坐" },
	{ "A2", 'H', "be courteous when asking people to leave", "劝离有礼" },
	{ "A3", 'M', "take criticism, report complaints to the head",
	  "虚心听取，投诉及时报主管" },
	{ "A4", 'H', "smile and listen", "微笑待人，注意倾听" },
	{ "A5", 'M', "treat all alike", "一视同仁" },
	{ "A6", 'H', "no jokes with residents", "不开玩笑" },
	{ "A7", 'H', "do not listen in", "不旁听不窥视" },
	{ "A8", 'H', "do not stare or gossip", "不围观议论" },
	{ "A9", 'M', "never \"not my business\"", "不说“与我无关”" },
	{ "A10", 'H', "hear people out", "听完再说" },
	{ "A11", 'M', "no bare \"don't know\"", "不以“不知道”作答" },
	{ "A12", 'H', "nod to those who wait", "对等候的人示意" },
	{ "A13", 'H', "speak kindly and clearly", "语气亲切清楚" },
	{ "A14", 'H', "apologise and thank", "致歉致谢" },
	{ "A15", 'H', "care for people's troubles", "关心住户困难" },
	{ "A16", 'S', "cannot explain: ask the superior, no quarrel",
	  "解释不清请上级处理" },
	{ "A17", 'H', "attention while talking", "交谈专心" },
	{ "A18", 'M', "answer after two rings, with the greeting",
	  "两声后接听并问候" },
	{ "B1", 'M', "be on time", "不迟到早退" },
	{ "B2", 'H', "no litter", "不乱扔" },
	{ "B3", 'H', "no smoking before residents", "不当面吸烟" },
	{ "B4", 'H', "proper dress", "着装整齐" },
	{ "B5", 'M', "touch nothing, take no gifts", "不乱翻，不收礼" },
	{ "B6", 'H', "modest gestures", "手势适度" },
	{ "B7", 'H', "no toothpick in the mouth", "不叼牙签" },
	{ "B8", 'H', "private calls of at most 3 minutes",
	  "私人电话不超过三分钟" },
	{ "C1", 'S', "whoever is asked first receives it and passes it on",
	  "首问责任，当场接待转交" },
	{ "C2", 'S', "collect suggestions", "收集意见建议" },
	{ "C3", 'M', "greet callers with the company's words", "统一问候语" },
	{ "C4", 'M', "refuse no complaint", "不推诿，不无理拒绝" },
	{ "C5", 'S', "the accused records truthfully",
	  "被投诉者如实记录，不得回避" },
	{ "C6", 'S', "answer complaints within 24 hours", "24小时内答复" },
	{ "C7", 'S', "negotiate with municipal bodies", "市政原因积极交涉" },
	{ "C8", 'M', "prevent complaints", "减少投诉" },
	{ "C9", 'S', "analyse complaints, cure recurring ones",
	  "分析总结，防止重复" },
	{ "C10", 'S', "record and archive", "投诉记录存档" },
	{ "D0.1", 'S', "measures for all emergencies", "适用各种突发事件" },
	{ "D0.2", 'S', "the office enters emergency state", "进入紧急状态" },
	{ "D0.3", 'S', "the level follows from the type", "按警情类型定级" },
	{ "D1", 'M', "fire: the fire plan", "火警按消防方案" },
	{ "D2.1", 'S', "a guard on the spot within one minute", "1分钟到场" },
	{ "D2.2", 'S', "confirm, call the police, report", "报警并报告" },
	{ "D2.3", 'M', "follow the duty leader", "听值班领导部署" },
	{ "D2.4", 'M', "question suspects", "盘问可疑人员" },
	{ "D2.4.1", 'S', "protect the scene", "保护现场" },
	{ "D2.4.2", 'S', "learn what happened, help the police",
	  "了解经过，协助破案" },
	{ "D2.4.3", 'S', "report to the leaders", "向领导报告" },
	{ "E1", 'S', "papers archived the same day", "资料当日归档" },
	{ "E2", 'S', "who outside is responsible for what", "相关单位职责" },
	{ "E3", 'S', "rentals registered, goods checked",
	  "出租登记，物品核实" },
	{ "E4", 'S', "one ID card for one key", "一证一匙" },
	{ "F4.1", 'S', "responsible until solved or answered",
	  "负责到解决或明确答复" },
	{ "F4.2", 'S', "the first employee the customer met", "首问责任人" },
	{ "F4.3", 'H', "polite and responsible", "认真礼貌" },
	{ "F4.4", 'S', "hand over to a person and follow up",
	  "找到具体责任人，跟踪到解决" },
	{ "F4.5", 'S', "register matter, name and telephone",
	  "登记事项姓名电话" },
	{ "F4.6", 'S', "tell the time; no extra trip",
	  "告知时限，不让住户多跑一趟" },
	{ "F4.7", 'M', "no kicking the ball", "不得推诿" },
	{ "F4.8", 'S', "unreachable: note it and reply early",
	  "联系不上的记下，尽早答复" },
	{ "F4.9", 'S', "who wants a leader is led and reported",
	  "找领导的请到接待室并汇报" },
	{ "F4.10", 'S', "spot checks; two are accountable",
	  "抽查，追究两人责任" },
	{ "F4.11", 'M', "know the trade and the procedures", "精通业务" },
	{ 0 }
};

const struct clause *
clause_find(const char *id)
{
	for (const struct clause *c = clauses; c->id != NULL; c++)
		if (strcmp(c->id, id) == 0)
			return c;
	return NULL;
}

const char *
clause_shown(const char *id)
{
	/* TRANSLATORS: whose limit it is that no clause sets. */
	return strcmp(id, "house") == 0 ? _("ours") : id;
}

void
clause_put(struct buf *out, const char *id)
{
	if (id == NULL)
		return;
	if (strcmp(id, "house") == 0)
		buf_puts(out, _(" (ours)"));
	else
		/* TRANSLATORS: behind a fact, the clause it rests on. */
		buf_printf(out, _(" (%s)"), id);
}
