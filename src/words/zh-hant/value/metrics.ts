import type { metrics as english } from "../../en/value/metrics.ts";
import type { Translation } from "../../translation.ts";

/** Every figure of the retention report: its name, its formula, and why it may be missing. */
export const metrics: Translation<typeof english> = {
  "metric.retention-rate.name": "客戶留存率",
  "metric.retention-rate.formula": "期初客戶中留到期末者 ÷ 期初客戶",
  "metric.retention-rate.note": "常見公式（E − N）÷ S 結果相同：{formula}。",
  "metric.churn-rate.name": "客戶流失率",
  "metric.churn-rate.formula": "流失的客戶 ÷ 期初客戶 = 100 − 留存率",

  "metric.gross-revenue-retention-contracts.name": "總營收留存率，合約客戶",
  "metric.gross-revenue-retention-contracts.formula":
    "（期初月營收 − 縮減 − 流失）÷ 期初月營收",
  "metric.net-revenue-retention-contracts.name": "淨營收留存率，合約客戶",
  "metric.net-revenue-retention-contracts.formula":
    "（期初月營收 + 成長 − 縮減 − 流失）÷ 期初月營收",
  "metric.gross-revenue-retention-buyers.name": "總營收留存率，無合約的購買客戶",
  "metric.gross-revenue-retention-buyers.formula":
    "每位購買客戶現在的營收（最多計到前一段等長期間的金額）÷ 之前的營收",
  "metric.net-revenue-retention-buyers.name": "淨營收留存率，無合約的購買客戶",
  "metric.net-revenue-retention-buyers.formula":
    "前一段等長期間有購買者現在的營收 ÷ 他們之前的營收",
  "metric.note.contracts-left-out": "{contracts, number} 位合約客戶未計入，因為月營收未知。",

  "metric.average-order-value.name": "平均訂單金額",
  "metric.average-order-value.formula": "所有訂單金額（退款前）÷ 訂單數（同一客戶同一天算一筆）",
  "metric.repeat-rate.name": "回購率",
  "metric.repeat-rate.formula": "期間內有兩筆以上訂單的客戶 ÷ 有訂單的客戶",
  "metric.purchase-frequency.name": "購買頻率",
  "metric.purchase-frequency.formula": "期間內的訂單數 ÷ 有訂單的客戶",
  "metric.purchase-frequency.note": "照此頻率，每年 {perYear, number, ::.0} 筆訂單。",

  "metric.customer-lifetime.name": "客戶生命週期",
  "metric.customer-lifetime.formula": "1 ÷ {days, number} 天的流失率，以年計",
  "metric.customer-lifetime.note": "假設客戶持續以此期間的速度流失。",
  "metric.customer-lifetime.note.capped":
    "應為 {years, number, ::.0} 年；規劃不宜超過 {most, number} 年，因此以此為上限。",
  "metric.lifetime-revenue.name": "終身營收",
  "metric.lifetime-revenue.formula":
    "平均訂單金額 × 每位購買客戶每年訂單數 × 客戶生命週期（年）；為營收，不是獲利",

  "metric.margin-clv.name": "毛利 CLV，平均",
  "metric.margin-clv.formula":
    "{years, number} 年的預期毛利，每年依客戶仍在的機率加權，並以每年 {discount, number}% 折現",
  "metric.margin-clv.note.range": "介於 {low} 與 {high} 之間，因為流失風險只知道一個範圍。",
  "metric.margin-clv.note.left-out": "未計入：{missing}。",
  "metric.margin-clv.note.repeated":
    "{customers, number} 位客戶沒有模型可預測：沿用最近 12 個月的營收。",
  "metric.margin-clv.note.assumed": "{customers, number} 位客戶的毛利為假設值。",
  "metric.margin-clv.no-score": "{customers, number} 位沒有評分",
  "metric.margin-clv.no-margin": "{customers, number} 位毛利未知",
  "metric.margin-clv.no-revenue": "{customers, number} 位沒有預期營收",

  "metric.retention-cost-per-retained-customer.name": "每位留存客戶的維繫成本",
  "metric.retention-cost-per-retained-customer.formula": "客戶維護成本 ÷ 留存客戶",
  "metric.retention-cost-per-customer.name": "每位客戶的維繫成本",
  "metric.retention-cost-per-customer.formula": "客戶維護成本 ÷ 期間內所有客戶",
  "metric.cac.name": "客戶獲取成本",
  "metric.cac.formula": "期間內新客戶的獲取成本 ÷ 其中有記載獲取成本者",
  "metric.cac.note": "另有 {customers, number} 位新客戶沒有記載獲取成本。",
  "metric.profitability.name": "客戶獲利",
  "metric.profitability.formula": "營收 − 獲取成本 − 客戶維護成本，皆為期間內；不含商品成本",
  "metric.return-on-cost-to-serve.name": "客戶維護成本報酬率",
  "metric.return-on-cost-to-serve.formula":
    "（留存客戶的毛利 − 其成本）÷ 其成本，限毛利已知者",
  "metric.return-on-cost-to-serve.note": "其中部分客戶即使沒有這些投入也會留下。",
  "metric.return-on-cost-to-serve.note.no-margin":
    "{customers, number} 位留存客戶毛利未知，連同其成本 {cost} 未計入。",

  "metric.nps.name": "NPS",
  "metric.nps.formula": "9–10 分的回覆 % − 0–6 分的回覆 %，量表 0 到 10",
  "metric.nps.note": "{answers, number} 份其他量表的回覆未計入。",
  "metric.csat.name": "CSAT",
  "metric.csat.formula": "滿意 ÷ 回覆；滿意指量表的 {percent, number}% 以上（5 分中的 4 分）",
  "metric.ces.name": "CES",
  "metric.ces.name.scale": "CES，量表 1 到 {scale, number}",
  "metric.ces.formula": "回覆的平均值，依詢問時的量表",

  "metric.first-reply-time-median.name": "首次回覆，半數在此時間內",
  "metric.first-reply-time-p90.name": "首次回覆，九成在此時間內",
  "metric.first-reply-time.formula": "首次回覆 − 提出，限期間內提出的工單；夜間與週末計入",
  "metric.first-reply-time.note":
    "{opened, number} 張中有 {waiting, number} 張尚未回覆，不計入。",
  "metric.first-reply-time.none": "{opened, number} 張工單都尚未回覆",
  "metric.resolution-time-median.name": "解決，半數在此時間內",
  "metric.resolution-time-p90.name": "解決，九成在此時間內",
  "metric.resolution-time.formula": "解決 − 提出，限期間內提出的工單；夜間與週末計入",
  "metric.resolution-time.note": "{opened, number} 張中有 {waiting, number} 張尚未解決，不計入。",
  "metric.resolution-time.none": "{opened, number} 張工單都尚未解決",

  "metric.of.answers": "回覆",
  "metric.of.buyers": "期間內有訂單的客戶",
  "metric.of.customers-at-start": "期初客戶",
  "metric.of.customers-in-period": "期間內至少一天在籍的客戶",
  "metric.of.everybody": "期間內所有客戶合計",
  "metric.of.first-reply-time": "已回覆的工單",
  "metric.of.joined-with-cost": "獲取成本已知的新客戶",
  "metric.of.lost": "期間內流失的客戶",
  "metric.of.orders": "期間內的訂單",
  "metric.of.resolution-time": "已解決的工單",
  "metric.of.retained": "期初客戶中留到期末者",
  "metric.of.retained-with-margin": "毛利已知的留存客戶",
  "metric.of.revenue-before-buyers": "前一段等長期間有購買的無合約客戶",
  "metric.of.revenue-before-contracts": "期初有效的合約，依月營收",
  "metric.of.valued": "期末有評分、毛利與營收的客戶",

  "metric.none.acquisition-cost": "新客戶都沒有記載獲取成本",
  "metric.none.answers": "期間內沒有回覆",
  "metric.none.costs": "期間內沒有輸入成本",
  "metric.none.customers": "沒有客戶",
  "metric.none.customers-at-start": "期初沒有客戶",
  "metric.none.customers-in-period": "期間內沒有客戶",
  "metric.none.joined": "期間內沒有新客戶",
  "metric.none.lost": "期間內沒有客戶流失",
  "metric.none.margin-clv": "所有客戶中：{missing}",
  "metric.none.orders": "期間內沒有訂單",
  "metric.none.rate": "有多種幣別，且缺少匯率",
  "metric.none.retained": "沒有客戶從期初留到期末",
  "metric.none.retained-costs": "毛利已知的留存客戶沒有成本",
  "metric.none.retained-margin": "留存客戶的毛利都未知",
  "metric.none.revenue-before-buyers": "前一段等長期間沒有無合約客戶購買",
  "metric.none.revenue-before-contracts": "期初沒有月營收已知的有效合約",
  "metric.none.few-lost":
    "期間內只有 {lost, number} 位流失；少於 {least, number} 位不足以推算生命週期",
  "metric.note.adjustments": "其中 {amount} 的營收屬於得知前已結帳的日子。",
  "metric.note.orders-not-counted":
    "合約期間內的 {amount} 訂單不重複計算：以合約價格計入。",
  "metric.none.tickets": "期間內沒有工單",

  "metrics.note.no-activity": "檔案中沒有往來紀錄：購買相關的指標無從計算。",
  "metrics.note.so-far": "數值截至 {day}：{until}尚未到來。",
  "metrics.note.old-data":
    "最新的往來紀錄為 {newest}，早於期間結束：看起來之後的日子沒有人購買。",

  "working.division": "{part} ÷ {whole}",
  "working.lifetime": "{customers, number} ÷ {lost, number} × {days, number} 天",
  "working.lifetime-revenue": "{average} × {perYear, number, ::.00} × {years, number, ::.00}",
  "working.profitability": "{revenue} − {acquisition} − {cost}",
  "working.return": "（{gain} − {cost}）÷ {cost}",
};
