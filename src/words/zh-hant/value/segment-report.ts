import type { segmentReport as english } from "../../en/value/segment-report.ts";
import type { Translation } from "../../translation.ts";

/** Customers divided into segments: size, revenue, worth, cost and risk. */
export const segmentReport: Translation<typeof english> = {
  "segment-report.size": "{customers, number} 位客戶。{description}",
  "segment-report.no-signal":
    "*這段歷史中未發現訊號：無從判斷誰會流失。* 因此風險、毛利 CLV，以及據此該加強或節省之處都未知。",
  "segment-report.unknown": "無資料",

  "segment-report.column.segment": "客群",
  "segment-report.column.customers": "客戶數",
  "segment-report.column.revenue": "營收",
  "segment-report.column.margin-clv": "毛利 CLV",
  "segment-report.column.cost": "成本",
  "segment-report.column.cost-each": "每位成本",
  "segment-report.column.mean-risk": "平均風險",
  "segment-report.column.high-risk": "高風險",
  "segment-report.column.value-at-risk": "面臨風險的毛利",
  "segment-report.table": "{title}，{currency}，{from}至 {to}",
  "segment-report.chart": "客戶數與營收占比（%）",

  "segment-report.care": "建議的服務方式",
  "segment-report.care.capped": "{care}（每位每年 {cap}）",

  "segment-report.period": "營收與成本為 {from}至 {to}。",
  "segment-report.high-risk": "高風險：{customers, number} 位客戶（占全部 {percent, number, ::.0}%）。",
  "segment-report.high-risk.unknown": "高風險：無資料。",
  "segment-report.value-at-risk": "面臨風險的毛利：{what}",
  "segment-report.brackets": "括號內為與一季前相比的變化。",
  "segment-report.left-out": "另有 {segments, number} 個客群未顯示：按 *下載檔案* 可取得全部。",
  "segment-report.no-data": "檔案中尚無往來紀錄。",
  "segment-report.data-up-to": "資料截至 {when}。",
  "segment-report.text": "{title}：{segments}{high}",
  "segment-report.text.high-risk": "；{customers, number} 位客戶高風險",
};
