import type { costSummary as english } from "../en/cost-summary.ts";
import type { Translation } from "../translation.ts";

/** What keeping customers cost in a month: the message a channel gets. */
export const costSummary: Translation<typeof english> = {
  "cost-summary.all-costs": "所有成本",
  "cost-summary.budget":
    "{whose}，{from}至 {to}：預算 {amount}，已使用 {used}{share}，期間已過 {days, number}%{over, select, yes { – *超出預算*} other {}}",
  "cost-summary.budget.share": "（{percent, number}%）",
  "cost-summary.budgets": "預算",
  "cost-summary.change.as-before": " · 與前一個月持平",
  "cost-summary.change.less": " · 比前一個月減少 {percent, number, ::.0}%（前一個月 {before}）",
  "cost-summary.change.more": " · 比前一個月增加 {percent, number, ::.0}%（前一個月 {before}）",
  "cost-summary.change.none-before": " · 前一個月沒有成本",
  "cost-summary.change.not-comparable": " · 變動無法計算（前一個月 {before}）",
  "cost-summary.changes": "與 {month}相比變動最大",
  "cost-summary.contact-time": "已記錄的聯絡時間",
  "cost-summary.foot":
    "客戶是指合約仍有效者；沒有合約時，指之前 {window, number} 天內有購買者。成本依涵蓋的天數計入，其他幣別依您設定的匯率換算。{hidden, plural, =0 {} other {另有 # 種幣別未顯示。}}成本截至 {readAt}。",
  "cost-summary.movement.less": "{category}：減少 {size}（{from} → {to}）",
  "cost-summary.movement.more": "{category}：增加 {size}（{from} → {to}）",
  "cost-summary.no-customers": "無法計算（沒有客戶）",
  "cost-summary.nothing-recorded": "{month}和前一個月都沒有成本紀錄。輸入 `/customer cost add` 即可記錄。",
  "cost-summary.of-it-direct": "其中直接成本",
  "cost-summary.of-it-indirect": "其中間接成本",
  "cost-summary.served-and-retained":
    "服務客戶：{month}初已是客戶或當月加入，共 {served, number} 位。留存客戶：月初是客戶、月底仍是客戶，共 {retained, number} 位。",
  "cost-summary.source.gone": "「{what}」不再發生（{change}）",
  "cost-summary.source.less": "「{what}」減少 {change}",
  "cost-summary.source.more": "「{what}」增加 {change}",
  "cost-summary.source.new": "「{what}」新增 {change}",
  "cost-summary.title": "{month}客戶維繫成本",
  "cost-summary.total": "總計 *{total}*{change}",
};
