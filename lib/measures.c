/* SPDX-License-Identifier: ISC */
/*
 * measures.c: what shows how a clause was kept.
 */
#include <string.h>

#include "measures.h"

const struct measure measures[] = {
	{ "A3", "acknowledged", "acknowledged in time",
	  "按时确认", RATE, "acknowledge",
	  N_("complaints whose acknowledgement by the head fell due in the "
	  "period, and those that he acknowledged by then") },
	{ "A3", "unacknowledged", "still to be acknowledged",
	  "还没确认", COUNT, NULL,
	  N_("of these, the complaints that no head has acknowledged yet") },
	{ "A3", "acknowledging", "until acknowledged",
	  "确认用时", LENGTH, NULL,
	  N_("the median from the complaint to its acknowledgement, of those "
	  "that fell due in the period and were acknowledged") },
	{ "A5", "answer_gap", "answer times apart",
	  "答复用时差", LENGTH, NULL,
	  N_("between those callers, owner, tenant, visitor or other, whose "
	  "median time to the first answer is the longest, and those whose "
	  "is the shortest; see report fairness") },
	{ "A9", "fit_answers", "answers well put",
	  "答复用语得当", RATE, NULL,
	  N_("answers, resolutions and what was done on the spot in the "
	  "period; broken: those with a phrase of desk.yaml that is not "
	  "said to residents; of an office of another configuration nothing "
	  "is counted") },
	{ "A11", "asked", "somebody was asked",
	  "不知道的问过人", RATE, NULL,
	  N_("contacts of the period that end with a reply owed; kept where "
	  "it is written down whom was tried") },
	{ "A16", "escalated", "escalated by hand",
	  "主动上报", COUNT, NULL,
	  N_("escalations of the period that a person made, not the ladder") },
	{ "A18", "two_rings", "answered by two rings",
	  "两声内接听", RATE, NULL,
	  N_("contacts of the period with the rings recorded; broken: more "
	  "than two") },
	{ "B5", "gifts", "complaints about gifts",
	  "财物类投诉", COUNT, NULL,
	  N_("complaints of the period of the category gift_or_property, "
	  "which goes to the head always") },
	{ "C1", "handed_over", "handed over in time",
	  "按时交办", RATE, "hand_over",
	  N_("tickets to be handed to a person in the period, and those that "
	  "were by then; those handed over at once have no such deadline") },
	{ "C1", "handing_over", "until handed over",
	  "交办用时", LENGTH, NULL,
	  N_("the median from then on, of those that fell due in the period "
	  "and were handed over") },
	{ "C1", "unheld", "held by nobody now",
	  "还没人接", COUNT, NULL,
	  N_("tickets of the period that nobody has at this moment") },
	{ "C1", "on_spot", "done on the spot",
	  "当场办结", SHARE, NULL,
	  N_("first contacts of the period that were, of all first contacts "
	  "of the period") },
	{ "C2", "suggestions", "suggestions collected",
	  "收到建议", COUNT, NULL,
	  N_("tickets of the period that are suggestions; by whom: see "
	  "report suggestions") },
	{ "C4", "complaints_void", "complaints made void",
	  "作废的投诉", COUNT, NULL,
	  N_("complaints of the period that a head has made void, for none "
	  "may be refused") },
	{ "C5", "accused", "complaints about staff",
	  "投诉员工的", COUNT, NULL,
	  N_("complaints of the period that name a member of staff") },
	{ "C5", "self_taken", "taken by the accused",
	  "被投诉人自接", SHARE, NULL,
	  N_("of these, those that the accused recorded himself") },
	{ "C6", "answered", "answered in 24 hours",
	  "24小时内答复", RATE, "answer",
	  N_("complaints whose answer fell due in the period and were "
	  "answered or resolved by then, of all that fell due in it, those "
	  "still open included") },
	{ "C6", "called_back", "called back in time",
	  "按时回访", RATE, "closing_call",
	  N_("call-backs that fell due in the period, and those made by "
	  "then, somebody reached or not") },
	{ "C6", "satisfied", "residents satisfied",
	  "住户满意", RATE, NULL,
	  N_("call-backs of the period that reached somebody, and those who "
	  "were satisfied") },
	{ "C7", "chased", "chased in time",
	  "按时交涉", RATE, "chase",
	  N_("times to ask an outside body again that fell in the period, "
	  "and those kept") },
	{ "C7", "settled", "outside body settled it",
	  "交涉有结果", RATE, NULL,
	  N_("municipal matters that ended in the period with an outcome of "
	  "the body; broken: given up by a head") },
	{ "C8", "repeated", "came once only",
	  "没有重复", RATE, NULL,
	  N_("complaints of the period; broken: there was one of the same "
	  "room and category before, within the span of recurring in "
	  "desk.yaml, and the two were not joined; see report complaints") },
	{ "C9", "analysed", "months analysed in time",
	  "按时月度分析", RATE, "analysis",
	  N_("monthly analyses that fell due in the period, and those done "
	  "by then") },
	{ "C9", "groups", "what recurs, analysed",
	  "反复投诉已分析", RATE, NULL,
	  N_("groups of complaints that recur at this moment, and those "
	  "analysed since their first; of an office of another "
	  "configuration nothing is counted") },
	{ "C9", "remedied", "remedies in time",
	  "按时整改", RATE, "remedy",
	  N_("remedies that fell due in the period, and those carried out by "
	  "then") },
	{ "C9", "verified", "verified in time",
	  "按时验证", RATE, "verify",
	  N_("remedies to be verified in the period, and those that were by "
	  "then") },
	{ "C9", "held", "remedies that held",
	  "整改有效", RATE, NULL,
	  N_("remedies of which it was seen in the period whether they hold; "
	  "broken: it came again") },
	{ "C10", "void", "tickets made void",
	  "作废工单", COUNT, NULL,
	  N_("those that a head made void in the period; they are in the "
	  "journal, and in no other figure here") },
	{ "E4", "keys_back", "keys back in time",
	  "钥匙按时还", RATE, "key_back",
	  N_("loans that were due in the period and back by then, of all "
	  "that were due in it; keys that were lost before they were due "
	  "are left out") },
	{ "E4", "locks", "locks changed in time",
	  "按时换锁", RATE, "lock_change",
	  N_("locks of lost keys to be changed in the period, and those that "
	  "were by then") },
	{ "F4.1", "responsible", "with a first responder",
	  "有首问责任人", RATE, NULL,
	  N_("tickets of the period, and those that somebody is responsible "
	  "for to the end") },
	{ "F4.2", "met_other", "typed by another",
	  "他人代录", SHARE, NULL,
	  N_("tickets of the period whose first responder is not who typed "
	  "them, of all of them") },
	{ "F4.4", "accepted", "accepted in time",
	  "按时签收", RATE, "accept",
	  N_("hand-overs to be accepted in the period that were accepted in "
	  "time, of all of them; those taken back or resolved first are "
	  "left out") },
	{ "F4.4", "followed_up", "followed up in time",
	  "按时跟进", RATE, "follow_up",
	  N_("follow-ups of the first responder that fell due in the period, "
	  "and those made by then") },
	{ "F4.4", "not_followed", "tickets not followed up",
	  "没跟进的工单", COUNT, NULL,
	  N_("tickets with at least one such follow-up late or not made") },
	{ "F4.4", "hand_backs", "handed back",
	  "退单", COUNT, NULL,
	  N_("hand-backs of the tickets of the period") },
	{ "F4.5", "registered", "registered in full",
	  "登记齐全", RATE, NULL,
	  N_("contacts of the period with name and telephone and, where they "
	  "were handed over, the department that was told; broken: one is "
	  "not there, for whatever reason") },
	{ "F4.6", "promises", "promises kept",
	  "承诺守住", RATE, "promise",
	  N_("promised times that fell in the period and were kept, of all "
	  "that fell in it; one that was moved after it had passed counts "
	  "as broken, one moved before it passed does not count") },
	{ "F4.6", "moved", "promises moved",
	  "承诺改期", COUNT, NULL,
	  N_("how often those of the period's tickets were") },
	{ "F4.6", "second_visit", "done at the second visit",
	  "二次办结", RATE, "visit",
	  N_("second visits of residents in the period, and those after "
	  "which it was resolved the same day") },
	{ "F4.6", "third_visit", "three visits or more",
	  "跑三趟以上", COUNT, NULL,
	  N_("tickets of the period for which the resident came three times "
	  "or more") },
	{ "F4.7", "kicked", "handed back twice",
	  "退单两次", COUNT, NULL,
	  N_("tickets of the period that were handed back twice or more") },
	{ "F4.8", "replied", "replies owed, given",
	  "欠的回话已回", RATE, "callback",
	  N_("replies owed that fell due in the period, and those given by "
	  "then") },
	{ "F4.8", "tries", "tries to reach somebody",
	  "联系次数", COUNT, NULL,
	  N_("how often it was tried to reach who knows, for tickets of the "
	  "period") },
	{ 0 }
};

const char *const measures_of_day[] = {
	"on_spot", "answered", "promises", "accepted", "acknowledged",
	"keys_back", "satisfied", NULL
};

const struct measure *
measure_find(const char *code)
{
	for (const struct measure *m = measures; m->code != NULL; m++)
		if (strcmp(m->code, code) == 0)
			return m;
	return NULL;
}

const char *
measure_label(const struct measure *m)
{
	return in_chinese() ? m->chinese : m->english;
}

void
measure_explain(const struct measure *m, struct buf *out)
{
	buf_printf(out, "%s\t", m->clause);
	/* TRANSLATORS: the name of a figure, and what it counts. */
	buf_printf(out, _("%s: %s"), measure_label(m), _(m->text));
	buf_puts(out, "\n");
}
