import type { history as english } from "../en/history.ts";
import type { Translation } from "../translation.ts";

/** What happened with a customer, a line each. For reps and managers, who look for one thing in many. */
export const history: Translation<typeof english> = {
  "history.title": "历史记录",
  "history.of": "{customer} 的历史记录",
  "history.as-of": "从新到旧，截至 {day}",
  "history.page": "第 {page, number} 页",
  "history.no-money": "金额仅对负责人和主管显示",
  "history.empty": "还没有记录。购买、使用量、工单、联系、公开提及、评分和我发出的消息都会显示在这里。",
  "history.empty-page": "没有更早的记录。",
  "history.older": "较早",
  "history.newer": "较新",
  "history.button": "历史记录",
  "history.line": "*{day}* · {what}",
  "history.week": "{day}当周",
  "history.with": "{what}：{detail}",
  "history.with-note": "{what} – “{note}”",
  "history.somebody": "某人",
  "history.somebody.within": "某人",

  "history.order": "购买",
  "history.sample": "无金额订单",
  "history.delivery": "到货",
  "history.usage": "使用量",
  "history.payment": "付款",
  "history.payment_failed": "付款失败",
  "history.refund": "退款",
  "history.products": "{named}{more, plural, =0 {} other {等，另有 # 项}}",

  "history.ticket-opened":
    "提交工单 {reference}{severity, select, urgent {（紧急）} high {（高）} other {}}：{subject}",
  "history.ticket-solved": "工单 {reference} 已解决：{subject}",
  "history.touch": "{channel}（{who}）：{outcome}",
  "history.touch.nobody": "{channel}：{outcome}",
  "history.feedback.csat": "满意度评分 {score, number}/{most, number}",
  "history.feedback.ces": "费力度评分 {score, number}/{most, number}",
  "history.feedback.nps": "推荐意愿 {score, number}/{most, number}",
  "history.feedback.thumbs": "{score, plural, =0 {点了踩} other {点了赞}}",
  "history.mention": "{who} 在 {network} 提及我们（{answered, select, yes {已回复} other {尚未回复}}）",

  "history.risk.first": "首次风险值：{risk}（{band, select, high {高} medium {中} other {低}}）",
  "history.risk":
    "风险从 {before} {way, select, up {升至} other {降至}} {risk}（{band, select, high {高} medium {中} other {低}}）{model, select, changed {，模型版本不同} other {}}",

  "history.nudge": "我提醒了 {who}：{action}",
  "history.nudge.failed": "给 {who} 的提醒无法发送：{action}",
  "history.nudge.waiting": "给 {who} 的提醒尚未发送：{action}",
  "history.answer.reached_out": "{who} 按建议联系了客户",
  "history.answer.not_useful": "{who} 将建议标记为没有帮助",
  "history.answer.why": "{answer}：{why}",
  "history.why-left": "{who} 说明了流失原因",
  "history.digest": "列入 {channel} 的客户周报",
  "history.share": "{who} {place, select, nowhere {分享了卡片} other {将卡片分享到 {channel}}}",
  "history.snooze.ended": "{who} 结束暂停提醒",
  "history.override": "{who} 判断客户在 {until}前会{says, select, stay {留下} other {流失}}",
  "history.override.taken-back": "{who} 撤回了去留判断",
  "history.snooze": "{who} 暂停提醒至 {until}",
};
