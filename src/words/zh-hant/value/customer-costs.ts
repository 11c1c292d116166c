import type { customerCosts as english } from "../../en/value/customer-costs.ts";
import type { Translation } from "../../translation.ts";

/** What one customer costs and is worth. Written for the account's owner and managers. */
export const customerCosts: Translation<typeof english> = {
  "customer-costs.title": "{name} 的成本",
  "customer-costs.summary": "{name} 的成本：12 個月 {total}",
  "customer-costs.not-yours": "只有負責人、主管和營運人員能看到客戶的成本與價值。",

  "customer-costs.cost": "成本，12 個月",
  "customer-costs.cost.figure": "{total} = {direct} 直接 + {indirect} 間接",
  "customer-costs.revenue": "營收，12 個月",
  "customer-costs.revenue.figure": "{revenue}",
  "customer-costs.profit": "獲利",
  "customer-costs.profit.none": "無法計算：缺少匯率",
  "customer-costs.profit.figure": "{profit} = {revenue} 營收 − {acquisition} 獲取成本 − {total} 成本",
  "customer-costs.clv": "毛利 CLV",
  "customer-costs.clv.figure":
    "{amount}（{low}–{high}），{years, number} 年：毛利率 {margin, number}%{assumed, select, yes {（假設值）} other {}}，依流失風險加權，每年折現 {discount, number}%",
  "customer-costs.clv.no-customer": "無法計算：目前不是客戶",
  "customer-costs.clv.no-margin": "無法計算：毛利未知",
  "customer-costs.clv.no-revenue": "無法計算：尚無營收",
  "customer-costs.clv.no-score": "無法計算：流失風險未知",
  "customer-costs.lifetime": "終身營收",
  "customer-costs.lifetime.figure": "{amount}：為營收，不是獲利",
  "customer-costs.lifetime.figure.years": "{years, number} 年 {amount}：為營收，不是獲利",
  "customer-costs.lifetime.none": "無法計算：12 個月內沒有購買",

  "customer-costs.by-category": "依類別",
  "customer-costs.by-category.one": "{category}：{amount}（{percent, number}%）",
  "customer-costs.by-category.contact":
    "{category}：{amount}（{percent, number}%），其中 {contact} 為記錄的聯絡時間",
  "customer-costs.by-category.none": "這幾個月沒有成本分攤到此客戶。可用 `/customer cost add` 記錄成本。",
  "customer-costs.by-category.unpriced": "{minutes, number} 分鐘的聯絡沒有計價，因為聯絡者沒有設定每小時成本",

  "customer-costs.months": "最近三個月",
  "customer-costs.month": "{month}：成本 {cost}，營收 {revenue}",
  "customer-costs.chart": "每月成本與營收",
  "customer-costs.chart.month": "{month}",
  "customer-costs.chart.cost": "成本",
  "customer-costs.chart.revenue": "營收",

  "customer-costs.divisions": "共同成本如何分攤",
  "customer-costs.divisions.button": "顯示成本如何分攤",
  "customer-costs.divisions.more": "另有 {costs, number} 筆較小的成本",
  "customer-costs.divisions.none": "沒有共同成本：全部屬於此客戶。",
  "customer-costs.division.whole":
    "{amount} {kind, select, direct {直接} other {間接}}，{category}，對象：{whom}，{from}至 {to}",
  "customer-costs.division": "{whole}：{share} = {amount}",

  "customer-costs.category.activities": "活動",
  "customer-costs.category.goods": "商品",
  "customer-costs.category.labour": "人力",
  "customer-costs.category.marketing": "行銷",
  "customer-costs.category.tools": "工具",

  "customer-costs.footnote":
    "{from}至 {to}。共同成本按各自的分攤依據，分攤到客戶在籍的日子；獲取成本若發生在這幾個月也計入。",
  "customer-costs.no-data": "檔案中尚無往來紀錄。",
  "customer-costs.data-up-to": "資料截至 {day}。",
};
