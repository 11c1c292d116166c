import type { costSummary as english } from "../en/cost-summary.ts";
import type { Translation } from "../translation.ts";

/** What keeping customers cost in a month: the message a channel gets. */
export const costSummary: Translation<typeof english> = {
  "cost-summary.all-costs": "全部成本",
  "cost-summary.budget":
    "{whose}，{from}至 {to}：预算 {amount}，已使用 {used}{share}，时间已过 {days, number}%{over, select, yes { – *超出预算*} other {}}",
  "cost-summary.budget.share": "（{percent, number}%）",
  "cost-summary.budgets": "预算",
  "cost-summary.change.as-before": " · 与前一个月持平",
  "cost-summary.change.less": " · 比前一个月减少 {percent, number, ::.0}%（前一个月 {before}）",
  "cost-summary.change.more": " · 比前一个月增加 {percent, number, ::.0}%（前一个月 {before}）",
  "cost-summary.change.none-before": " · 前一个月没有成本",
  "cost-summary.change.not-comparable": " · 变化无法计算（前一个月 {before}）",
  "cost-summary.changes": "与 {month}相比变化最大",
  "cost-summary.contact-time": "已记录的联系时间",
  "cost-summary.foot":
    "客户是指合同仍在有效期内者；没有合同时，指之前 {window, number} 天内有购买者。成本按覆盖的天数计入，其他币种按您设置的汇率换算。{hidden, plural, =0 {} other {另有 # 个币种未显示。}}成本截至 {readAt}。",
  "cost-summary.movement.less": "{category}：减少 {size}（{from} → {to}）",
  "cost-summary.movement.more": "{category}：增加 {size}（{from} → {to}）",
  "cost-summary.no-customers": "无法计算（没有客户）",
  "cost-summary.nothing-recorded": "{month}和前一个月都没有成本记录。输入 `/customer cost add` 即可记录。",
  "cost-summary.of-it-direct": "其中直接成本",
  "cost-summary.of-it-indirect": "其中间接成本",
  "cost-summary.served-and-retained":
    "服务客户：{month}初已是客户或当月加入，共 {served, number} 位。留存客户：月初是客户、月末仍是客户，共 {retained, number} 位。",
  "cost-summary.source.gone": "“{what}”不再发生（{change}）",
  "cost-summary.source.less": "“{what}”减少 {change}",
  "cost-summary.source.more": "“{what}”增加 {change}",
  "cost-summary.source.new": "“{what}”新增 {change}",
  "cost-summary.title": "{month}客户维系成本",
  "cost-summary.total": "总计 *{total}*{change}",
};
