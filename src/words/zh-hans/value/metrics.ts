import type { metrics as english } from "../../en/value/metrics.ts";
import type { Translation } from "../../translation.ts";

/** Every figure of the retention report: its name, its formula, and why it may be missing. */
export const metrics: Translation<typeof english> = {
  "metric.retention-rate.name": "客户留存率",
  "metric.retention-rate.formula": "期初客户中留到期末者 ÷ 期初客户",
  "metric.retention-rate.note": "常见公式（E − N）÷ S 结果相同：{formula}。",
  "metric.churn-rate.name": "客户流失率",
  "metric.churn-rate.formula": "流失的客户 ÷ 期初客户 = 100 − 留存率",

  "metric.gross-revenue-retention-contracts.name": "总收入留存率，合同客户",
  "metric.gross-revenue-retention-contracts.formula":
    "（期初月收入 − 缩减 − 流失）÷ 期初月收入",
  "metric.net-revenue-retention-contracts.name": "净收入留存率，合同客户",
  "metric.net-revenue-retention-contracts.formula":
    "（期初月收入 + 成长 − 缩减 − 流失）÷ 期初月收入",
  "metric.gross-revenue-retention-buyers.name": "总收入留存率，无合同的购买客户",
  "metric.gross-revenue-retention-buyers.formula":
    "每位购买客户现在的收入（最多计到前一段等长期间的金额）÷ 之前的收入",
  "metric.net-revenue-retention-buyers.name": "净收入留存率，无合同的购买客户",
  "metric.net-revenue-retention-buyers.formula":
    "前一段等长期间有购买者现在的收入 ÷ 他们之前的收入",
  "metric.note.contracts-left-out": "{contracts, number} 位合同客户未计入，因为月收入未知。",

  "metric.average-order-value.name": "平均订单金额",
  "metric.average-order-value.formula": "所有订单金额（退款前）÷ 订单数（同一客户同一天算一笔）",
  "metric.repeat-rate.name": "复购率",
  "metric.repeat-rate.formula": "期间内有两笔以上订单的客户 ÷ 有订单的客户",
  "metric.purchase-frequency.name": "购买频率",
  "metric.purchase-frequency.formula": "期间内的订单数 ÷ 有订单的客户",
  "metric.purchase-frequency.note": "照此频率，每年 {perYear, number, ::.0} 笔订单。",

  "metric.customer-lifetime.name": "客户生命周期",
  "metric.customer-lifetime.formula": "1 ÷ {days, number} 天的流失率，以年计",
  "metric.customer-lifetime.note": "假设客户持续以此期间的速度流失。",
  "metric.customer-lifetime.note.capped":
    "应为 {years, number, ::.0} 年；规划不宜超过 {most, number} 年，因此以此为上限。",
  "metric.lifetime-revenue.name": "终身收入",
  "metric.lifetime-revenue.formula":
    "平均订单金额 × 每位购买客户每年订单数 × 客户生命周期（年）；为收入，不是盈利",

  "metric.margin-clv.name": "毛利 CLV，平均",
  "metric.margin-clv.formula":
    "{years, number} 年的预期毛利，每年按客户仍在的概率加权，并以每年 {discount, number}% 折现",
  "metric.margin-clv.note.range": "介于 {low} 与 {high} 之间，因为流失风险只知道一个范围。",
  "metric.margin-clv.note.left-out": "未计入：{missing}。",
  "metric.margin-clv.note.repeated":
    "{customers, number} 位客户没有模型可预测：沿用最近 12 个月的收入。",
  "metric.margin-clv.note.assumed": "{customers, number} 位客户的毛利为假设值。",
  "metric.margin-clv.no-score": "{customers, number} 位没有评分",
  "metric.margin-clv.no-margin": "{customers, number} 位毛利未知",
  "metric.margin-clv.no-revenue": "{customers, number} 位没有预期收入",

  "metric.retention-cost-per-retained-customer.name": "每位留存客户的维系成本",
  "metric.retention-cost-per-retained-customer.formula": "客户维护成本 ÷ 留存客户",
  "metric.retention-cost-per-customer.name": "每位客户的维系成本",
  "metric.retention-cost-per-customer.formula": "客户维护成本 ÷ 期间内所有客户",
  "metric.cac.name": "客户获取成本",
  "metric.cac.formula": "期间内新客户的获取成本 ÷ 其中有记载获取成本者",
  "metric.cac.note": "另有 {customers, number} 位新客户没有记载获取成本。",
  "metric.profitability.name": "客户盈利",
  "metric.profitability.formula": "收入 − 获取成本 − 客户维护成本，皆为期间内；不含商品成本",
  "metric.return-on-cost-to-serve.name": "客户维护成本回报率",
  "metric.return-on-cost-to-serve.formula":
    "（留存客户的毛利 − 其成本）÷ 其成本，限毛利已知者",
  "metric.return-on-cost-to-serve.note": "其中部分客户即使没有这些投入也会留下。",
  "metric.return-on-cost-to-serve.note.no-margin":
    "{customers, number} 位留存客户毛利未知，连同其成本 {cost} 未计入。",

  "metric.nps.name": "NPS",
  "metric.nps.formula": "9–10 分的回复 % − 0–6 分的回复 %，量表 0 到 10",
  "metric.nps.note": "{answers, number} 份其他量表的回复未计入。",
  "metric.csat.name": "CSAT",
  "metric.csat.formula": "满意 ÷ 回复；满意指量表的 {percent, number}% 以上（5 分中的 4 分）",
  "metric.ces.name": "CES",
  "metric.ces.name.scale": "CES，量表 1 到 {scale, number}",
  "metric.ces.formula": "回复的平均值，按询问时的量表",

  "metric.first-reply-time-median.name": "首次回复，半数在此时间内",
  "metric.first-reply-time-p90.name": "首次回复，九成在此时间内",
  "metric.first-reply-time.formula": "首次回复 − 提出，限期间内提出的工单；夜间与周末计入",
  "metric.first-reply-time.note":
    "{opened, number} 张中有 {waiting, number} 张尚未回复，不计入。",
  "metric.first-reply-time.none": "{opened, number} 张工单都尚未回复",
  "metric.resolution-time-median.name": "解决，半数在此时间内",
  "metric.resolution-time-p90.name": "解决，九成在此时间内",
  "metric.resolution-time.formula": "解决 − 提出，限期间内提出的工单；夜间与周末计入",
  "metric.resolution-time.note": "{opened, number} 张中有 {waiting, number} 张尚未解决，不计入。",
  "metric.resolution-time.none": "{opened, number} 张工单都尚未解决",

  "metric.of.answers": "回复",
  "metric.of.buyers": "期间内有订单的客户",
  "metric.of.customers-at-start": "期初客户",
  "metric.of.customers-in-period": "期间内至少一天在册的客户",
  "metric.of.everybody": "期间内所有客户合计",
  "metric.of.first-reply-time": "已回复的工单",
  "metric.of.joined-with-cost": "获取成本已知的新客户",
  "metric.of.lost": "期间内流失的客户",
  "metric.of.orders": "期间内的订单",
  "metric.of.resolution-time": "已解决的工单",
  "metric.of.retained": "期初客户中留到期末者",
  "metric.of.retained-with-margin": "毛利已知的留存客户",
  "metric.of.revenue-before-buyers": "前一段等长期间有购买的无合同客户",
  "metric.of.revenue-before-contracts": "期初有效的合同，按月收入",
  "metric.of.valued": "期末有评分、毛利与收入的客户",

  "metric.none.acquisition-cost": "新客户都没有记载获取成本",
  "metric.none.answers": "期间内没有回复",
  "metric.none.costs": "期间内没有输入成本",
  "metric.none.customers": "没有客户",
  "metric.none.customers-at-start": "期初没有客户",
  "metric.none.customers-in-period": "期间内没有客户",
  "metric.none.joined": "期间内没有新客户",
  "metric.none.lost": "期间内没有客户流失",
  "metric.none.margin-clv": "所有客户中：{missing}",
  "metric.none.orders": "期间内没有订单",
  "metric.none.rate": "有多种币种，且缺少汇率",
  "metric.none.retained": "没有客户从期初留到期末",
  "metric.none.retained-costs": "毛利已知的留存客户没有成本",
  "metric.none.retained-margin": "留存客户的毛利都未知",
  "metric.none.revenue-before-buyers": "前一段等长期间没有无合同客户购买",
  "metric.none.revenue-before-contracts": "期初没有月收入已知的有效合同",
  "metric.none.few-lost":
    "期间内只有 {lost, number} 位流失；少于 {least, number} 位不足以推算生命周期",
  "metric.note.adjustments": "其中 {amount} 的收入属于得知前已结账的日子。",
  "metric.note.orders-not-counted":
    "合同期间内的 {amount} 订单不重复计算：以合同价格计入。",
  "metric.none.tickets": "期间内没有工单",

  "metrics.note.no-activity": "文件中没有往来记录：购买相关的指标无从计算。",
  "metrics.note.so-far": "数值截至 {day}：{until}尚未到来。",
  "metrics.note.old-data":
    "最新的往来记录为 {newest}，早于期间结束：看起来之后的日子没有人购买。",

  "working.division": "{part} ÷ {whole}",
  "working.lifetime": "{customers, number} ÷ {lost, number} × {days, number} 天",
  "working.lifetime-revenue": "{average} × {perYear, number, ::.00} × {years, number, ::.00}",
  "working.profitability": "{revenue} − {acquisition} − {cost}",
  "working.return": "（{gain} − {cost}）÷ {cost}",
};
