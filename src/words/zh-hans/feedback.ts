import type { feedback as english } from "../en/feedback.ts";
import type { Translation } from "../translation.ts";

/** Asking customers for feedback, and what they answer. For reps and managers; what customers read stands in `pages/`. */
export const feedback: Translation<typeof english> = {
  "feedback.of": "{customer} 的反馈",
  "feedback.kind.csat": "满意度（CSAT）",
  "feedback.kind.ces": "费力度（CES）",
  "feedback.kind.nps": "推荐意愿（NPS）",
  "feedback.none": "还没有回复。",
  "feedback.latest": "*{kind}：* {score, number}/{most, number}（{day}{trend}）{comment}",
  "feedback.trend":
    "{way, select, up {，高于 {day}的 {before, number} 分} down {，低于 {day}的 {before, number} 分} other {，与 {day}相同}}",
  "feedback.comment": "：“{comment}”",
  "feedback.loops.title": "待处理的差评",
  "feedback.loop": "{kind}{score, number}/{most, number}{who}，{open}{comment}",
  "feedback.loop.by": "（{name}）",
  "feedback.loop.open": "{days, plural, =0 {今天收到，尚未处理} other {# 天未处理}}",
  "feedback.loops.how": "收到差评后，联系上客户并记录联系，即算处理完成。",
  "feedback.waiting.title": "等待回复",
  "feedback.waiting": "{kind}{who}{about}：{ago}由 {by} 询问，链接有效期至 {day}",
  "feedback.waiting.to": "，对象 {name}",
  "feedback.waiting.about": "，工单 {ticket}",
  "feedback.more": "另有 {more, number} 条",
  "feedback.by.nobody": "命令行",
  "feedback.by.somebody": "已离开的同事",
  "feedback.ask": "征求反馈",
  "feedback.not-set-up":
    "目前还不能用链接征求客户反馈。请联系维护 Mainstay 的人员设置 {missing}（参阅 docs/feedback.md）。",

  "feedback.form.title": "征求反馈",
  "feedback.form.submit": "生成链接",
  "feedback.form.ask": "我会为 *{customer}* 生成链接和一段可复制的文字。由您发送：我不会联系客户。",
  "feedback.form.lately":
    "{kind}：{ago}已问过{who}{answered, select, yes {，对方已回复} other {，对方尚未回复}}。是否再问由您决定。",
  "feedback.form.kind": "想了解什么？",
  "feedback.form.kind.csat": "客户有多满意（CSAT，1 至 5 分）",
  "feedback.form.kind.ces": "对客户来说有多容易（CES，1 至 7 分）",
  "feedback.form.kind.nps": "客户是否愿意推荐我们（NPS，0 至 10 分）",
  "feedback.form.contact": "要问谁？",
  "feedback.form.contact.nobody": "不指定",
  "feedback.form.contact.role": "{name}（{role}）",
  "feedback.form.language": "使用哪种语言？",
  "feedback.form.language.auto": "根据文件，未注明时用英文",
  "feedback.form.ticket": "关于哪张已解决的工单？",
  "feedback.form.ticket.none": "不指定：关于我们整体",
  "feedback.form.ticket.one": "{reference}：{subject}",
  "feedback.form.bad-choice": "这个选项已不能选。请关闭表单后重新打开。",

  "feedback.asked.title": "给 {customer} 的链接",
  "feedback.asked": "请自行用{language}发给 {who}；每个链接只能回复一次。客户回复后会通知负责人。",
  "feedback.asked.them": "对方",
  "feedback.asked.before":
    "{ago}已问过同样的问题{who}{answered, select, yes {，对方已回复} other {，对方尚未回复}}。",
  "feedback.asked.guess":
    "文件没有注明对方的语言，或我没有该语言的文字，因此使用英文。需要其他语言时，请重新征求反馈并选择语言。",
  "feedback.gone":
    "这位客户、联系人或工单已不在文件中，因此没有生成链接。输入 `/customer` 加客户名称，重新查询。",

  "feedback.note": "{customer} 已回复：{kind}{score, number}/{most, number}{by}{about}（{when}）。",
  "feedback.note.by": "，{name}",
  "feedback.note.unhappy": "*请处理：* 致电 {who}，了解问题出在哪里。",
  "feedback.note.unhappy.nobody": "*请处理：* 致电客户，了解问题出在哪里。文件中没有联系人。",
  "feedback.note.touch": "之后记录联系，即算处理完成。",
  "feedback.note.no-owner": "这位客户没有其他人可通知，因此通知您：{because}。",
  "feedback.alert.no-owner": "目前无人处理：{because}。",
  "feedback.note.said": "“{comment}”",
};
