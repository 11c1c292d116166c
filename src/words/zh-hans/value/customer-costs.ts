import type { customerCosts as english } from "../../en/value/customer-costs.ts";
import type { Translation } from "../../translation.ts";

/** What one customer costs and is worth. Written for the account's owner and managers. */
export const customerCosts: Translation<typeof english> = {
  "customer-costs.title": "{name} 的成本",
  "customer-costs.summary": "{name} 的成本：12 个月 {total}",
  "customer-costs.not-yours": "只有负责人、主管和运营人员能看到客户的成本与价值。",

  "customer-costs.cost": "成本，12 个月",
  "customer-costs.cost.figure": "{total} = {direct} 直接 + {indirect} 间接",
  "customer-costs.revenue": "收入，12 个月",
  "customer-costs.revenue.figure": "{revenue}",
  "customer-costs.profit": "盈利",
  "customer-costs.profit.none": "无法计算：缺少汇率",
  "customer-costs.profit.figure": "{profit} = {revenue} 收入 − {acquisition} 获取成本 − {total} 成本",
  "customer-costs.clv": "毛利 CLV",
  "customer-costs.clv.figure":
    "{amount}（{low}–{high}），{years, number} 年：毛利率 {margin, number}%{assumed, select, yes {（假设值）} other {}}，按流失风险加权，每年折现 {discount, number}%",
  "customer-costs.clv.no-customer": "无法计算：目前不是客户",
  "customer-costs.clv.no-margin": "无法计算：毛利未知",
  "customer-costs.clv.no-revenue": "无法计算：尚无收入",
  "customer-costs.clv.no-score": "无法计算：流失风险未知",
  "customer-costs.lifetime": "终身收入",
  "customer-costs.lifetime.figure": "{amount}：为收入，不是盈利",
  "customer-costs.lifetime.figure.years": "{years, number} 年 {amount}：为收入，不是盈利",
  "customer-costs.lifetime.none": "无法计算：12 个月内没有购买",

  "customer-costs.by-category": "按类别",
  "customer-costs.by-category.one": "{category}：{amount}（{percent, number}%）",
  "customer-costs.by-category.contact":
    "{category}：{amount}（{percent, number}%），其中 {contact} 为记录的联系时间",
  "customer-costs.by-category.none": "这几个月没有成本分摊到此客户。可用 `/customer cost add` 记录成本。",
  "customer-costs.by-category.unpriced": "{minutes, number} 分钟的联系没有计价，因为联系者没有设置每小时成本",

  "customer-costs.months": "最近三个月",
  "customer-costs.month": "{month}：成本 {cost}，收入 {revenue}",
  "customer-costs.chart": "每月成本与收入",
  "customer-costs.chart.month": "{month}",
  "customer-costs.chart.cost": "成本",
  "customer-costs.chart.revenue": "收入",

  "customer-costs.divisions": "共同成本如何分摊",
  "customer-costs.divisions.button": "显示成本如何分摊",
  "customer-costs.divisions.more": "另有 {costs, number} 笔较小的成本",
  "customer-costs.divisions.none": "没有共同成本：全部属于此客户。",
  "customer-costs.division.whole":
    "{amount} {kind, select, direct {直接} other {间接}}，{category}，对象：{whom}，{from}至 {to}",
  "customer-costs.division": "{whole}：{share} = {amount}",

  "customer-costs.category.activities": "活动",
  "customer-costs.category.goods": "商品",
  "customer-costs.category.labour": "人力",
  "customer-costs.category.marketing": "营销",
  "customer-costs.category.tools": "工具",

  "customer-costs.footnote":
    "{from}至 {to}。共同成本按各自的分摊依据，分摊到客户在册的日子；获取成本若发生在这几个月也计入。",
  "customer-costs.no-data": "文件中尚无往来记录。",
  "customer-costs.data-up-to": "数据截至 {day}。",
};
