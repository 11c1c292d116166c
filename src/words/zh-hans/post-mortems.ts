import type { postMortems as english } from "../en/post-mortems.ts";
import type { Translation } from "../translation.ts";

/** Customers who left while they were rated safe. */
export const postMortems: Translation<typeof english> = {
  "post-mortem.head":
    "{customer} {how, select, ended {已于 {day}流失} other {一年没有购买，自 {day}起视为流失}}。在此之前的最后风险为 {risk}：我们没有预见。",
  "post-mortem.head.thread": "当时的信号与已知情况都在消息串中。{owner}",
  "post-mortem.owner": "{owner}，有什么是我们不知道的？",
  "post-mortem.owner.nobody": "这位客户没有负责人。有什么是我们不知道的？",
  "post-mortem.add": "补充您所知道的",
  "post-mortem.saw": "*模型看到的*",
  "post-mortem.saw.risk": "风险 {risk}，截至 {when}",
  "post-mortem.saw.weeks": "{bars} {weeks, number} 周：{first} → {last}",
  "post-mortem.saw.raised": "最倾向流失的因素：{reason}",
  "post-mortem.saw.lowered": "最倾向留下的因素：{reason}",
  "post-mortem.saw.no-reasons": "评分的原因未知。",
  "post-mortem.known": "*已知的情况*",
  "post-mortem.known.ticket":
    "工单 {reference}（“{subject}”）{days, plural, =0 {当天提出，} other {已 # 天}}未解决",
  "post-mortem.known.mention": "对方曾在 {network} 公开投诉，无人回应",
  "post-mortem.known.answer": "{day}给了 {score} 分，满分 {most}（{kind}）",
  "post-mortem.known.poor-answer": "{day}只给了 {score} 分，满分 {most}（{kind}）",
  "post-mortem.known.touch": "最后一次联系在{days, plural, =0 {当天} =1 {前一天} other { # 天前}}",
  "post-mortem.known.override":
    "{who, select, named {{name} } other {有同事}}曾判断对方会{says, select, stay {留下} other {流失}}：“{because}”",
  "post-mortem.known.snoozed": "{name} 已暂停提醒",
  "post-mortem.known.renewal": "续约日就在{days, plural, =0 {当天} =1 {次日} other { # 天后}}",
  "post-mortem.moved": "*本来可以看出端倪的变化*",
  "post-mortem.moved.nothing": "数据中没有任何迹象。",
  "post-mortem.moved.risk": "风险由 {before}% 升至 {after}%，仍低于提醒阈值",
  "post-mortem.moved.usage": "四周内使用量下降 {percent, number}%，由 {before, number} 降至 {now, number}",
  "post-mortem.moved.silent":
    "已 {days, number} 天未购买；平时{usual, plural, =0 {每天} =1 {每天} other {每 # 天}}购买一次",
  "post-mortem.list": "{customers, number} 位低风险客户流失，我们没有预见。",
  "post-mortem.list.item": "*{customer}* – {day}流失，风险 {risk}，{owner}",
  "post-mortem.list.nobody": "没有负责人",
  "post-mortem.list.why":
    "一次出现这么多，往往出自同一个原因：导出方式改变、产品停售、价格调整。若是如此，请在这里说明。",
  "post-mortem.list.more": "……另有 {more, number} 位：客户周报会计入全部。",
  "post-mortem.note": "{by} 对 *{customer}* 的补充：",
  "post-mortem.form.title": "我们不知道的事",
  "post-mortem.form.ask": "关于 *{customer}* 为何流失，您当时知道或事后得知什么？",
  "post-mortem.form.note": "您所知道的",
  "post-mortem.form.hint": "会保存在客户数据中，并显示在消息串。",
  "post-mortem.form.submit": "保存",
  "post-mortem.form.empty": "请写一句话，或取消。",
  "post-mortem.form.too-long": "最多 {most, number} 个字符。",
  "post-mortem.added": "已保存，并显示在消息串。",
  "post-mortem.repeated": "先前已经保存过。",
  "post-mortem.gone": "此客户已不在文件中，因此没有保存。",
};
