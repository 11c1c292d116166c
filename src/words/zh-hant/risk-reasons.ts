import type { riskReasons as english } from "../en/risk-reasons.ts";
import type { Translation } from "../translation.ts";

/** Why a customer is rated as they are, in their own numbers. */
export const riskReasons: Translation<typeof english> = {
  "because.for-leaving": "{sentence}（傾向流失）",
  "because.for-staying": "{sentence}（傾向留下）",

  "because.attribute": "{name} 為 {value}",

  "because.age-days": "{n, number} 天",
  "because.age-months": "{n, number} 個月",
  "because.age-years": "{n, number} 年",

  "because.silent": "已 {days, number} 天沒有動靜，平常{gap, plural, =1 {每天} other {每 # 天}}購買一次",
  "because.silent-contract":
    "已 {days, number} 天未購買，平常{gap, plural, =1 {每天} other {每 # 天}}購買一次",
  "because.bought-once": "只在 {days, number} 天前購買過一次",
  "because.bought-lately": "{days, number} 天前購買過，平常{gap, plural, =1 {每天} other {每 # 天}}購買一次",
  "because.just-bought": "剛剛購買過，平常{gap, plural, =1 {每天} other {每 # 天}}購買一次",

  "because.new-customer": "成為客戶才 {age}",
  "because.long-customer": "成為客戶已 {age}",

  "because.bought-none": "最近 90 天沒有購買，之前 90 天購買 {before, number} 次",
  "because.bought-less": "購買次數減少：最近 90 天 {now, number} 次，之前 90 天 {before, number} 次",
  "because.bought-more": "購買次數增加：最近 90 天 {now, number} 次，之前 90 天 {before, number} 次",
  "because.buys-again": "恢復購買：最近 90 天 {now, number} 次，之前 90 天沒有購買",
  "because.buys-steadily": "購買次數不變：最近 90 天與之前 90 天都是 {now, number} 次",

  "because.spends-less": "消費金額比之前 90 天下降 {percent, number}%",
  "because.spends-more": "消費金額比之前 90 天上升 {percent, number}%",
  "because.spends-twice": "消費金額超過之前 90 天的兩倍",

  "because.one-product": "至今只購買過一種產品",
  "because.many-products": "購買過 {n, number} 種產品",

  "because.irregular": "購買不規律，間隔最長 {days, number} 天",
  "because.regular": "購買規律，間隔從未超過 {days, number} 天",

  "because.refunds": "{n, plural, =1 {至今退款一次} other {至今有 # 天退款}}",
  "because.no-refund": "至今沒有退款",

  "because.no-delivery": "最近 90 天沒有到貨",
  "because.deliveries": "{n, plural, =1 {最近 90 天到貨一次} other {最近 90 天中有 # 天到貨}}",

  "because.usage-stopped": "最近四週沒有使用（{before, number} → 0）",
  "because.usage-halved": "一個月內使用量減半（{before, number} → {now, number}）",
  "because.usage-down": "一個月內使用量下降 {percent, number}%（{before, number} → {now, number}）",
  "because.usage-up": "一個月內使用量上升 {percent, number}%（{before, number} → {now, number}）",
  "because.usage-doubled": "一個月內使用量超過兩倍（{before, number} → {now, number}）",
  "because.usage-steady": "最近一個月使用量平穩（{before, number} → {now, number}）",

  "because.open-tickets": "{n, number} 張工單未解決",
  "because.many-tickets": "最近 90 天有 {n, number} 張工單",
  "because.tickets-solved": "最近 90 天的工單都已解決",
  "because.no-tickets": "最近 90 天沒有工單",

  "because.out-of-touch": "我方已 {days, number} 天無人聯絡",
  "because.no-touch": "最近 90 天我方無人聯絡",
  "because.in-touch": "{days, plural, =0 {我方剛剛聯絡過} other {我方 # 天前聯絡過}}",
  "because.often-in-touch": "最近 90 天我方聯絡過 {n, number} 次",

  "because.rated-low": "給我們 {score, number} 分（滿分 {scale, number}）",
  "because.rated-high": "給我們 {score, number} 分（滿分 {scale, number}）",
  "because.dissatisfied": "上次詢問時表示不滿意",
  "because.satisfied": "上次詢問時表示滿意",

  "because.recommends-low": "推薦意願 {score, number} 分（滿分 {scale, number}）",
  "because.recommends-high": "推薦意願 {score, number} 分（滿分 {scale, number}）",
  "because.no-recommendation": "不太願意推薦我們",
  "because.recommendation": "願意推薦我們",

  "because.new-contract": "新合約，生效 {age}",
  "because.long-contract": "合約已持續 {age}",
};
