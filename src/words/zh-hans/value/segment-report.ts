import type { segmentReport as english } from "../../en/value/segment-report.ts";
import type { Translation } from "../../translation.ts";

/** Customers divided into segments: size, revenue, worth, cost and risk. */
export const segmentReport: Translation<typeof english> = {
  "segment-report.size": "{customers, number} 位客户。{description}",
  "segment-report.no-signal":
    "*这段历史中未发现信号：无从判断谁会流失。* 因此风险、毛利 CLV，以及据此该加强或节省之处都未知。",
  "segment-report.unknown": "无数据",

  "segment-report.column.segment": "客群",
  "segment-report.column.customers": "客户数",
  "segment-report.column.revenue": "收入",
  "segment-report.column.margin-clv": "毛利 CLV",
  "segment-report.column.cost": "成本",
  "segment-report.column.cost-each": "每位成本",
  "segment-report.column.mean-risk": "平均风险",
  "segment-report.column.high-risk": "高风险",
  "segment-report.column.value-at-risk": "面临风险的毛利",
  "segment-report.table": "{title}，{currency}，{from}至 {to}",
  "segment-report.chart": "客户数与收入占比（%）",

  "segment-report.care": "建议的服务方式",
  "segment-report.care.capped": "{care}（每位每年 {cap}）",

  "segment-report.period": "收入与成本为 {from}至 {to}。",
  "segment-report.high-risk": "高风险：{customers, number} 位客户（占全部 {percent, number, ::.0}%）。",
  "segment-report.high-risk.unknown": "高风险：无数据。",
  "segment-report.value-at-risk": "面临风险的毛利：{what}",
  "segment-report.brackets": "括号内为与一个季度前相比的变化。",
  "segment-report.left-out": "另有 {segments, number} 个客群未显示：按 *下载文件* 可取得全部。",
  "segment-report.no-data": "文件中尚无往来记录。",
  "segment-report.data-up-to": "数据截至 {when}。",
  "segment-report.text": "{title}：{segments}{high}",
  "segment-report.text.high-risk": "；{customers, number} 位客户高风险",
};
