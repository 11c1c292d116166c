import type { messages as english } from "../en/messages.ts";
import type { Translation } from "../translation.ts";

/** What the bot posts by itself: a rep's list of the day, a channel's week, a failed job. */
export const messages: Translation<typeof english> = {
  "nudge.title": "今天要联系 {customers, number} 位客户",
  "nudge.risk": "流失风险 {risk}",
  "nudge.stake": "可能损失 {amount}",
  "nudge.why": "原因：{reason}",
  "nudge.next": "下一步：{action}",
  "nudge.more":
    "另有 {customers, number} 位客户留待改天，以免清单过长。{atRisk, plural, =0 {} other {输入 `/customer at-risk` 可列出其中 # 位高风险客户。}}",
  "nudge.order":
    "可能损失的是预期流失的毛利：风险 × 一年毛利。不能等的排最前，其次按损失由大到小{unknown, plural, =0 {} other {；价值未知者按风险排在最后}}。",
  "nudge.order-by-value":
    "可能损失的是预期流失的毛利：风险 × 一年毛利。按联系后预期可保住的毛利减去联系成本，由高到低排列{unknown, plural, =0 {} other {；无法得知者排在最后}}。",
  "nudge.no-risk": "无风险值",
  "nudge.effect": "预期可保住毛利 {kept}。需要 {takes}，成本 {cost}。",
  "nudge.effect.owed": "对方在等回复，无论能保住多少都该处理。需要 {takes}，成本 {cost}。",
  "nudge.effect.unknown": "需要 {takes}。",
  "nudge.effect.takes": "{minutes, number} 分钟{hasGift, select, yes {，并附上价值 {gift} 的礼品} other {}}",
  "nudge.also": "另有 {count, number} 项：{what}",
  "nudge.more-pressing": "已于 {when} 更新：出现更紧急的事",
  "nudge.reached-out": "已联系",
  "nudge.snooze": "暂停提醒",
  "nudge.not-useful": "没有帮助",
  "nudge.card": "卡片",
  "nudge.why-button": "原因",
  "nudge.contact": "联系对象：{who}",
  "nudge.title.left": "还有 {customers, number} 位客户要联系，{day}的提醒",
  "nudge.title.none-left": "全部处理完毕，{day}的提醒",
  "nudge.text.open": "{name}：{reason} → {action}",
  "nudge.text.done": "{name}：{done}",
  "nudge.done.reached-out":
    "{who, select, you {您已联系（{when}）。} named {{name} 已联系（{when}）。} other {已有人联系（{when}）。}}",
  "nudge.done.snoozed":
    "{who, select, you {您已暂停此客户的提醒（{when}）。} named {{name} 已暂停此客户的提醒（{when}）。} other {已有人暂停此客户的提醒（{when}）。}}",
  "nudge.done.touched":
    "{who, select, you {您已记录联系（{when}）。} named {{name} 已记录联系（{when}）。} other {已有人记录联系（{when}）。}}",
  "nudge.done.not-useful":
    "{who, select, you {您标记为没有帮助（{when}）。} named {{name} 标记为没有帮助（{when}）。} other {已有人标记为没有帮助（{when}）。}}",
  "nudge.done.not-useful-because":
    "{who, select, you {您标记为没有帮助：{why}（{when}）。} named {{name} 标记为没有帮助：{why}（{when}）。} other {已有人标记为没有帮助：{why}（{when}）。}}",
  "nudge.closed.age": "已于 {when} 关闭：{days, number} 天内无人回应。",
  "nudge.closed.newer": "已于 {when} 关闭：较新的提醒已包含此客户。",
  "nudge.too-old":
    "这条提醒是 {day}发出的，已经关闭，所以不算作今天的联系。若当时确有联系，请改用“记录联系”并填写实际日期。",

  "why-not.ask": "关于 *{customer}* 的提醒哪里不对？",
  "why-not.why": "原因",
  "why-not.wrong-customer": "客户不对",
  "why-not.wrong-customer.means": "{days, number} 天内不再提醒此客户",
  "why-not.wrong-time": "时机不对",
  "why-not.wrong-time.means": "{days, number} 天内不再因此提醒",
  "why-not.wrong-advice": "建议不对",
  "why-not.wrong-advice.means": "{days, number} 天内不再给此建议",
  "why-not.already-handled": "已经处理",
  "why-not.already-handled.means": "{days, number} 天内不再因此提醒",
  "why-not.is.wrong-customer": "客户不对",
  "why-not.is.wrong-time": "时机不对",
  "why-not.is.wrong-advice": "建议不对",
  "why-not.is.already-handled": "已经处理",
  "why-not.note": "备注（选填）",
  "why-not.submit": "提交",
  "why-not.choose": "请选择哪里不对。",
  "why-not.note-too-long": "备注应少于 {mostCharacters, number} 个字符。",

  "snooze-note.snoozed":
    "{who} 已暂停 *{customer}* 的提醒，直到 {until}（{when}），此客户由您负责。若属高风险，遇到以下情况仍会提醒：风险上升 {points, number} 个百分点、{days, number} 天内续约，或对方投诉。",
  "snooze-note.ended": "{who} 已结束 *{customer}* 的暂停（{when}），此客户由您负责：提醒可能再次出现。",

  "digest.title": "客户周报，第 {week, number} 周（{from}至 {to}）",
  "digest.text": "{title}：{high, number} 位客户高风险，其中 {added, number} 位为新增",
  "digest.text.no-signal": "{title}：这段历史中未发现信号，因此不点名任何客户",
  "digest.text.to-save": "优先挽留：{names}",
  "digest.to-save": "本周要挽留的 {customers, number} 位客户",
  "digest.to-save.more": "……另有 {customers, number} 位高风险客户：输入 `/customer at-risk` 列出全部。",
  "digest.to-save.nobody": "*本周没有要挽留的客户：* 没有客户处于高风险。",
  "digest.turns": "本周赢得与流失",
  "digest.turned": "{customer}（每年 {amount}）",
  "digest.turned.more": "另有 {customers, number} 位",
  "digest.won.started": "• 赢得：{customers, number} 位新客户 – {names}",
  "digest.won.came-back": "• 合同终止或 {days, number} 天以上未购买后回流：{customers, number} 位 – {names}",
  "digest.won.nobody": "• 没有新客户，也没有客户回流。",
  "digest.lost.ended": "• 合同终止：{customers, number} 位 – {names}",
  "digest.lost.lapsed": "• {days, number} 天未购买而流失：{customers, number} 位 – {names}",
  "digest.lost.nobody": "• 没有客户流失。",
  "digest.turns.not-known": "• 未知：数据停止或中断的客户之中，谁已回流、谁已流失。",
  "digest.revenue": "收入留存，{month}",
  "digest.revenue.contracts": "合同客户：总留存 {gross, number, ::.0}%，净留存 {net, number, ::.0}%",
  "digest.revenue.buyers": "购买客户：总留存 {gross, number, ::.0}%，净留存 {net, number, ::.0}%",
  "digest.cost": "每位留存客户的成本，{month}",
  "digest.none": "无数据",
  "digest.none.because": "无数据：{because}",
  "digest.not-scored.off":
    "{one, select, one {{from}} other {{from}至 {to}}}未评分：Mainstay 已关闭，提醒很少或没有发出",
  "digest.not-scored.failed":
    "{one, select, one {{from}} other {{from}至 {to}}}未评分：评分失败，风险维持不变",
  "digest.not-scored.not-yet":
    "{one, select, one {{from}} other {{from}至 {to}}}尚未评分：评分还没完成，所以这里的风险较旧",
  "digest.risk": "流失风险",
  "digest.risk.counts":
    "高 {high, number} · 中 {medium, number} · 低 {low, number} · 未评分 {unscored, number}",
  "digest.risk.no-signal": "未发现信号：{unscored, number} 位客户没有评分",
  "digest.retention": "客户留存率，{month}",
  "digest.retention.none": "无数据：月初没有客户",
  "digest.retention.kept":
    "留存 {percent, number, ::.0}%（{atStart, number} 位中的 {retained, number} 位），流失 {lost, number} 位，新增 {joined, number} 位",
  "digest.nudges": "本周提醒",
  "digest.nudges.none": "没有发出提醒",
  "digest.nudges.counts":
    "发出 {sent, number} 条：已联系 {reachedOut, number} · 暂停 {snoozed, number} · 没有帮助 {notUseful, number} · 未回应 {open, number}{failed, plural, =0 {} other {。# 条无法发出}}",
  "digest.newly-high": "新增高风险客户（{customers, number}）",
  "digest.risers": "风险上升最多",
  "digest.fallers": "风险下降最多",
  "digest.more": "……另有 {customers, number} 位",
  "digest.unscored": "未评分",
  "digest.moved": "{before} → {after}",
  "digest.no-owner":
    "*没有负责人：* {customers, number} 位高风险客户不属于任何在职的团队成员，因此没有人会收到提醒。请填入负责人的电子邮件。",
  "digest.no-signal":
    "*{found}* 因此这里不点名任何客户，也不计算面临风险的毛利。 `/customer model` 说明原因。",
  "digest.quiet": "本周没有客户的风险变动达 10 个百分点。",
  "digest.nobody-scored": "还没有任何客户的评分，因此没有风险可报告。",
  "digest.order.by-risk": "新增高风险客户：按风险排列，因为所有客户的毛利与价值都未知。",
  "digest.order.by-stake":
    "新增高风险客户：可能损失最多的排最前{unknown, plural, =0 {} other {；其后为价值未知的 # 位，按风险排列}}{withoutRate, plural, =0 {} other {，其中 # 位缺少汇率}}。可能损失的是预期流失的毛利：风险 × 一年毛利。",
  "digest.foot":
    "客户指合同仍有效者；没有合同者则指先前 {window, number} 天内有购买者。留存指月初为客户、月底仍是客户者。高风险：50% 以上，中风险：25% 以上。日期按 {timeZone} 时区。",

  "job-alert.title": "任务失败：{job}",
  "job-alert.period": "{when} {zone}",
  "job-alert.what":
    "*{job}* （{period}）{attempts, plural, =0 {} =1 {} other {尝试 # 次后}}失败，不会再重试。",
  "job-alert.error": "错误内容：{error}",
  "job-alert.stopped": "最后一次尝试时我停止了运行。",
  "job-alert.stopped-too-late": "执行中我停止了运行，能继续时已超过期限。",
  "job-alert.failed-too-late": "{error} – 该重试时我处于关闭状态。",
  "job-alert.when": "{failedAt}。日志有更多内容；维护 Mainstay 的人员可用诊断命令找出大部分问题。",
  "job-alert.text": "任务失败：{job}（{period}），尝试 {attempts, number} 次",

  "given-up.note":
    "无法完成{how, select, command { `/customer{label, select, none {} other { {label}}}` } message {您写给我的消息} button {{label, select, none {您按下的按钮} other {按钮“{label}”}}} form {{label, select, none {您提交的表单} other {表单“{label}”}}} other {您的要求}}（{when}）。处理时我被中断了三次，所以不会再自行重试。请先查看是否已完成一部分，然后再试一次。若再次失败，请把参考编号 {reference} 交给维护 Mainstay 的人员。",
  "given-up.alert":
    "*有一项要求无法完成：* {sender, select, none {} other {{sender} 的}}{how, select, command {命令} message {消息} button {按钮} form {表单} other {事件}}（{when}）。处理时进程中断了三次，所以不再重试。{isTold, select, yes {已通知发送者。} other {没有人在等待回复。}}",
  "given-up.alert.next":
    "请在日志中搜索 {reference}，查看进程因何中断。发送的内容以此编号在 `handled_requests` 数据表中保留八天。",
};
