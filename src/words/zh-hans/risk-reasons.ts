import type { riskReasons as english } from "../en/risk-reasons.ts";
import type { Translation } from "../translation.ts";

/** Why a customer is rated as they are, in their own numbers. */
export const riskReasons: Translation<typeof english> = {
  "because.for-leaving": "{sentence}（倾向流失）",
  "because.for-staying": "{sentence}（倾向留下）",

  "because.attribute": "{name} 为 {value}",

  "because.age-days": "{n, number} 天",
  "because.age-months": "{n, number} 个月",
  "because.age-years": "{n, number} 年",

  "because.silent": "已 {days, number} 天没有动静，平时{gap, plural, =1 {每天} other {每 # 天}}购买一次",
  "because.silent-contract":
    "已 {days, number} 天未购买，平时{gap, plural, =1 {每天} other {每 # 天}}购买一次",
  "because.bought-once": "只在 {days, number} 天前购买过一次",
  "because.bought-lately": "{days, number} 天前购买过，平时{gap, plural, =1 {每天} other {每 # 天}}购买一次",
  "because.just-bought": "刚刚购买过，平时{gap, plural, =1 {每天} other {每 # 天}}购买一次",

  "because.new-customer": "成为客户才 {age}",
  "because.long-customer": "成为客户已 {age}",

  "because.bought-none": "最近 90 天没有购买，之前 90 天购买 {before, number} 次",
  "because.bought-less": "购买次数减少：最近 90 天 {now, number} 次，之前 90 天 {before, number} 次",
  "because.bought-more": "购买次数增加：最近 90 天 {now, number} 次，之前 90 天 {before, number} 次",
  "because.buys-again": "恢复购买：最近 90 天 {now, number} 次，之前 90 天没有购买",
  "because.buys-steadily": "购买次数不变：最近 90 天与之前 90 天都是 {now, number} 次",

  "because.spends-less": "消费金额比之前 90 天下降 {percent, number}%",
  "because.spends-more": "消费金额比之前 90 天上升 {percent, number}%",
  "because.spends-twice": "消费金额超过之前 90 天的两倍",

  "because.one-product": "至今只购买过一种产品",
  "because.many-products": "购买过 {n, number} 种产品",

  "because.irregular": "购买不规律，间隔最长 {days, number} 天",
  "because.regular": "购买规律，间隔从未超过 {days, number} 天",

  "because.refunds": "{n, plural, =1 {至今退款一次} other {至今有 # 天退款}}",
  "because.no-refund": "至今没有退款",

  "because.no-delivery": "最近 90 天没有到货",
  "because.deliveries": "{n, plural, =1 {最近 90 天到货一次} other {最近 90 天中有 # 天到货}}",

  "because.usage-stopped": "最近四周没有使用（{before, number} → 0）",
  "because.usage-halved": "一个月内使用量减半（{before, number} → {now, number}）",
  "because.usage-down": "一个月内使用量下降 {percent, number}%（{before, number} → {now, number}）",
  "because.usage-up": "一个月内使用量上升 {percent, number}%（{before, number} → {now, number}）",
  "because.usage-doubled": "一个月内使用量超过两倍（{before, number} → {now, number}）",
  "because.usage-steady": "最近一个月使用量平稳（{before, number} → {now, number}）",

  "because.open-tickets": "{n, number} 张工单未解决",
  "because.many-tickets": "最近 90 天有 {n, number} 张工单",
  "because.tickets-solved": "最近 90 天的工单都已解决",
  "because.no-tickets": "最近 90 天没有工单",

  "because.out-of-touch": "我方已 {days, number} 天无人联系",
  "because.no-touch": "最近 90 天我方无人联系",
  "because.in-touch": "{days, plural, =0 {我方刚刚联系过} other {我方 # 天前联系过}}",
  "because.often-in-touch": "最近 90 天我方联系过 {n, number} 次",

  "because.rated-low": "给我们 {score, number} 分（满分 {scale, number}）",
  "because.rated-high": "给我们 {score, number} 分（满分 {scale, number}）",
  "because.dissatisfied": "上次询问时表示不满意",
  "because.satisfied": "上次询问时表示满意",

  "because.recommends-low": "推荐意愿 {score, number} 分（满分 {scale, number}）",
  "because.recommends-high": "推荐意愿 {score, number} 分（满分 {scale, number}）",
  "because.no-recommendation": "不太愿意推荐我们",
  "because.recommendation": "愿意推荐我们",

  "because.new-contract": "新合同，生效 {age}",
  "because.long-contract": "合同已持续 {age}",
};
