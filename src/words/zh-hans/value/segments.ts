import type { segments as english } from "../../en/value/segments.ts";
import type { Translation } from "../../translation.ts";

/** What customers are divided by, the segments that come of it, and the care suggested for each. */
export const segments: Translation<typeof english> = {
  "segment-rule.behaviour.name": "行为",
  "segment-rule.behaviour.title": "按行为分群的客户",
  "segment-rule.behaviour.description": "购买的规律程度；合同客户则看四周内使用量的变化。",
  "segment-rule.geography.name": "地区",
  "segment-rule.geography.title": "按国家分群的客户",
  "segment-rule.geography.description": "客户文件中的国家。",
  "segment-rule.rfm.name": "RFM",
  "segment-rule.rfm.title": "按 RFM 分群的客户：多近、多常、多少",
  "segment-rule.rfm.description":
    "最近 12 个月购买的时间远近、次数与金额，各评为 1 到 5 分。合同客户另列。",
  "segment-rule.segment.name": "客群",
  "segment-rule.segment.title": "按客群分群的客户",
  "segment-rule.segment.description": "客户文件中的客群，成本与预算也以此为准。",
  "segment-rule.spend.name": "消费",
  "segment-rule.spend.title": "按消费分群的客户",
  "segment-rule.spend.description": "最近 12 个月的平均订单金额，以及其中退货退款的比例。",
  "segment-rule.value-tier.name": "价值层级",
  "segment-rule.value-tier.title": "按价值层级分群的客户",
  "segment-rule.value-tier.description":
    "价值最高的 20%、其次的 30% 与其余客户，按留下时的一年毛利排列，毛利未知时按收入。风险不影响层级。",

  "segment.behaviour.dormant.name": "沉睡的购买客户",
  "segment.behaviour.dormant.criterion":
    "未购买时间超过平时间隔的 {gaps, number} 倍，且至少 {days, number} 天",
  "segment.behaviour.irregular.name": "不规律的购买客户",
  "segment.behaviour.irregular.criterion": "购买过两天以上，没有规律",
  "segment.behaviour.one-time.name": "单次购买客户",
  "segment.behaviour.one-time.criterion": "只在一天购买过",
  "segment.behaviour.regular.name": "规律的购买客户",
  "segment.behaviour.regular.criterion": "购买间隔与平均的偏差最多 {stray, number}%",
  "segment.behaviour.unused.name": "合同，未使用",
  "segment.behaviour.unused.criterion": "28 天内没有使用",
  "segment.behaviour.use-falling.name": "合同，使用量下降",
  "segment.behaviour.use-falling.criterion": "使用量比之前 28 天下降超过 {change, number}%",
  "segment.behaviour.use-growing.name": "合同，使用量上升",
  "segment.behaviour.use-growing.criterion": "使用量比之前 28 天上升超过 {change, number}%",
  "segment.behaviour.use-steady.name": "合同，使用量平稳",
  "segment.behaviour.use-steady.criterion": "使用量与之前 28 天相差在 {change, number}% 以内",
  "segment.behaviour.use-unknown.name": "合同，未计使用量",
  "segment.behaviour.use-unknown.criterion": "有合同，文件中没有使用量也没有订单",

  "segment.country.named.criterion": "国家 {key}",
  "segment.country.none.criterion": "文件没有注明国家",
  "segment.country.none.name": "无国家",
  "segment.segment.named.criterion": "客群 {key}",
  "segment.segment.none.criterion": "文件没有注明客群",
  "segment.segment.none.name": "无客群",
  "segment.nobody-any-more": "已没有客户",

  "segment.rfm.at-risk.name": "有流失风险",
  "segment.rfm.at-risk.criterion": "很久没买（1–2），但以前买得多又常（3–5）",
  "segment.rfm.champions.name": "冠军客户",
  "segment.rfm.champions.criterion": "最近购买，又常又多（4–5）",
  "segment.rfm.contract.name": "合同客户",
  "segment.rfm.contract.criterion": "合同有效：金额是约定的，不是逐次购买",
  "segment.rfm.hibernating.name": "冬眠客户",
  "segment.rfm.hibernating.criterion": "很久没买（1–2），次数少或金额小",
  "segment.rfm.loyal.name": "忠诚客户",
  "segment.rfm.loyal.criterion": "不久前购买，常买且金额大（3–5）",
  "segment.rfm.new.name": "新客户",
  "segment.rfm.new.criterion": "{days, number} 天内首次购买",
  "segment.rfm.promising.name": "潜力客户",
  "segment.rfm.promising.criterion": "不久前购买（3–5），但至今次数少或金额小",

  "segment.spend.bargain-hunter.name": "折扣型客户",
  "segment.spend.bargain-hunter.criterion":
    "平均订单较小的 {small, number}% 之中，退货退款达金额 {returns, number}% 以上者",
  "segment.spend.big-spender.name": "高消费客户",
  "segment.spend.big-spender.criterion": "平均订单金额最高的 {big, number}%",
  "segment.spend.everyday.name": "一般购买客户",
  "segment.spend.everyday.criterion": "最近 12 个月有订单的其他客户",
  "segment.spend.no-orders.name": "无订单",
  "segment.spend.no-orders.criterion": "最近 12 个月没有订单",

  "segment.value-tier.middle.name": "中",
  "segment.value-tier.middle.criterion":
    "按{basis, select, revenue {最近 12 个月收入} other {一年毛利}}其次的 {next, number}%",
  "segment.value-tier.not-valued.name": "未评价",
  "segment.value-tier.not-valued.criterion": "毛利或收入未知",
  "segment.value-tier.rest.name": "一般",
  "segment.value-tier.rest.criterion": "其他客户，以及没有贡献的客户",
  "segment.value-tier.top.name": "高",
  "segment.value-tier.top.criterion":
    "按{basis, select, revenue {最近 12 个月收入} other {一年毛利}}最高的 {top, number}%",

  "segments.no-signal": "这段历史中未发现信号：无从判断谁会流失。因此风险与毛利 CLV 都未知。",

  "segments.note.leaving":
    "{customers, number} 位客户的最后一天已知：其毛利 CLV 只计到当天。",
  "segments.note.no-discounts":
    "客户文件没有折扣或定价：折扣型客户是按小额订单与退货退款判断的。",
  "segments.note.no-trend.basis":
    "没有趋势：一个季度前只能按{basis, select, revenue {收入} other {毛利}}排列客户。",
  "segments.note.no-trend.rates": "没有趋势：一个季度前缺少的汇率现在才有。",
  "segments.note.no-trend.nobody": "没有趋势：一个季度前没有客户。",
  "segments.note.not-valued": "{customers, number} 位客户另列：毛利或收入未知。",
  "segments.note.ranked-by-revenue":
    "按最近 12 个月收入排列：{customers, number} 位客户中只有 {known, number} 位毛利已知，需要 {needed, number}%。请维护 Mainstay 的人员导入毛利。",

  "segments.unknown-rule":
    "无法按{typed}分群。请输入 `/customer segments` 加上其中之一：{rules} 。",

  care: "{days, plural, =1 {每天} other {每 # 天}}一次，通过{channels}，{by}；最多为毛利的 {percent, number}%",
  "care.by.owner": "由负责人联系",
  "care.by.owner-in-person": "由负责人亲自联系",
  "care.by.team": "由团队发送邮件简报，对方询问时由专人回复",
  "care.channel.chat": "实时消息",
  "care.channel.email": "电子邮件",
  "care.channel.meeting": "会议",
  "care.channel.other": "任何渠道",
  "care.channel.phone": "电话",
  "care.channel.sms": "短信",
  "care.channel.social": "社交媒体",
  "care.channel.visit": "拜访",
};
