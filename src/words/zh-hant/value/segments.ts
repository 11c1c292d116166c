import type { segments as english } from "../../en/value/segments.ts";
import type { Translation } from "../../translation.ts";

/** What customers are divided by, the segments that come of it, and the care suggested for each. */
export const segments: Translation<typeof english> = {
  "segment-rule.behaviour.name": "行為",
  "segment-rule.behaviour.title": "依行為分群的客戶",
  "segment-rule.behaviour.description": "購買的規律程度；合約客戶則看四週內使用量的變化。",
  "segment-rule.geography.name": "地區",
  "segment-rule.geography.title": "依國家分群的客戶",
  "segment-rule.geography.description": "客戶檔案中的國家。",
  "segment-rule.rfm.name": "RFM",
  "segment-rule.rfm.title": "依 RFM 分群的客戶：多近、多常、多少",
  "segment-rule.rfm.description":
    "最近 12 個月購買的時間遠近、次數與金額，各評為 1 到 5 分。合約客戶另列。",
  "segment-rule.segment.name": "客群",
  "segment-rule.segment.title": "依客群分群的客戶",
  "segment-rule.segment.description": "客戶檔案中的客群，成本與預算也以此為準。",
  "segment-rule.spend.name": "消費",
  "segment-rule.spend.title": "依消費分群的客戶",
  "segment-rule.spend.description": "最近 12 個月的平均訂單金額，以及其中退貨退款的比例。",
  "segment-rule.value-tier.name": "價值層級",
  "segment-rule.value-tier.title": "依價值層級分群的客戶",
  "segment-rule.value-tier.description":
    "價值最高的 20%、其次的 30% 與其餘客戶，依留下時的一年毛利排列，毛利未知時依營收。風險不影響層級。",

  "segment.behaviour.dormant.name": "沉睡的購買客戶",
  "segment.behaviour.dormant.criterion":
    "未購買時間超過平常間隔的 {gaps, number} 倍，且至少 {days, number} 天",
  "segment.behaviour.irregular.name": "不規律的購買客戶",
  "segment.behaviour.irregular.criterion": "購買過兩天以上，沒有規律",
  "segment.behaviour.one-time.name": "單次購買客戶",
  "segment.behaviour.one-time.criterion": "只在一天購買過",
  "segment.behaviour.regular.name": "規律的購買客戶",
  "segment.behaviour.regular.criterion": "購買間隔與平均的偏差最多 {stray, number}%",
  "segment.behaviour.unused.name": "合約，未使用",
  "segment.behaviour.unused.criterion": "28 天內沒有使用",
  "segment.behaviour.use-falling.name": "合約，使用量下降",
  "segment.behaviour.use-falling.criterion": "使用量比之前 28 天下降超過 {change, number}%",
  "segment.behaviour.use-growing.name": "合約，使用量上升",
  "segment.behaviour.use-growing.criterion": "使用量比之前 28 天上升超過 {change, number}%",
  "segment.behaviour.use-steady.name": "合約，使用量平穩",
  "segment.behaviour.use-steady.criterion": "使用量與之前 28 天相差在 {change, number}% 以內",
  "segment.behaviour.use-unknown.name": "合約，未計使用量",
  "segment.behaviour.use-unknown.criterion": "有合約，檔案中沒有使用量也沒有訂單",

  "segment.country.named.criterion": "國家 {key}",
  "segment.country.none.criterion": "檔案沒有註明國家",
  "segment.country.none.name": "無國家",
  "segment.segment.named.criterion": "客群 {key}",
  "segment.segment.none.criterion": "檔案沒有註明客群",
  "segment.segment.none.name": "無客群",
  "segment.nobody-any-more": "已沒有客戶",

  "segment.rfm.at-risk.name": "有流失風險",
  "segment.rfm.at-risk.criterion": "很久沒買（1–2），但以前買得多又常（3–5）",
  "segment.rfm.champions.name": "冠軍客戶",
  "segment.rfm.champions.criterion": "最近購買，又常又多（4–5）",
  "segment.rfm.contract.name": "合約客戶",
  "segment.rfm.contract.criterion": "合約有效：金額是約定的，不是逐次購買",
  "segment.rfm.hibernating.name": "冬眠客戶",
  "segment.rfm.hibernating.criterion": "很久沒買（1–2），次數少或金額小",
  "segment.rfm.loyal.name": "忠誠客戶",
  "segment.rfm.loyal.criterion": "不久前購買，常買且金額大（3–5）",
  "segment.rfm.new.name": "新客戶",
  "segment.rfm.new.criterion": "{days, number} 天內首次購買",
  "segment.rfm.promising.name": "潛力客戶",
  "segment.rfm.promising.criterion": "不久前購買（3–5），但至今次數少或金額小",

  "segment.spend.bargain-hunter.name": "撿便宜的客戶",
  "segment.spend.bargain-hunter.criterion":
    "平均訂單較小的 {small, number}% 之中，退貨退款達金額 {returns, number}% 以上者",
  "segment.spend.big-spender.name": "高消費客戶",
  "segment.spend.big-spender.criterion": "平均訂單金額最高的 {big, number}%",
  "segment.spend.everyday.name": "一般購買客戶",
  "segment.spend.everyday.criterion": "最近 12 個月有訂單的其他客戶",
  "segment.spend.no-orders.name": "無訂單",
  "segment.spend.no-orders.criterion": "最近 12 個月沒有訂單",

  "segment.value-tier.middle.name": "中",
  "segment.value-tier.middle.criterion":
    "依{basis, select, revenue {最近 12 個月營收} other {一年毛利}}其次的 {next, number}%",
  "segment.value-tier.not-valued.name": "未評價",
  "segment.value-tier.not-valued.criterion": "毛利或營收未知",
  "segment.value-tier.rest.name": "一般",
  "segment.value-tier.rest.criterion": "其他客戶，以及沒有貢獻的客戶",
  "segment.value-tier.top.name": "高",
  "segment.value-tier.top.criterion":
    "依{basis, select, revenue {最近 12 個月營收} other {一年毛利}}最高的 {top, number}%",

  "segments.no-signal": "這段歷史中未發現訊號：無從判斷誰會流失。因此風險與毛利 CLV 都未知。",

  "segments.note.leaving":
    "{customers, number} 位客戶的最後一天已知：其毛利 CLV 只計到當天。",
  "segments.note.no-discounts":
    "客戶檔案沒有折扣或定價：撿便宜的客戶是依小額訂單與退貨退款判斷的。",
  "segments.note.no-trend.basis":
    "沒有趨勢：一季前只能依{basis, select, revenue {營收} other {毛利}}排列客戶。",
  "segments.note.no-trend.rates": "沒有趨勢：一季前缺少的匯率現在才有。",
  "segments.note.no-trend.nobody": "沒有趨勢：一季前沒有客戶。",
  "segments.note.not-valued": "{customers, number} 位客戶另列：毛利或營收未知。",
  "segments.note.ranked-by-revenue":
    "依最近 12 個月營收排列：{customers, number} 位客戶中只有 {known, number} 位毛利已知，需要 {needed, number}%。請維護 Mainstay 的人員匯入毛利。",

  "segments.unknown-rule":
    "無法依{typed}分群。請輸入 `/customer segments` 加上其中之一：{rules} 。",

  care: "{days, plural, =1 {每天} other {每 # 天}}一次，透過{channels}，{by}；最多為毛利的 {percent, number}%",
  "care.by.owner": "由負責人聯絡",
  "care.by.owner-in-person": "由負責人親自聯絡",
  "care.by.team": "由團隊發送電子報，對方詢問時由專人回覆",
  "care.channel.chat": "即時訊息",
  "care.channel.email": "電子郵件",
  "care.channel.meeting": "會議",
  "care.channel.other": "任何管道",
  "care.channel.phone": "電話",
  "care.channel.sms": "簡訊",
  "care.channel.social": "社群媒體",
  "care.channel.visit": "拜訪",
};
