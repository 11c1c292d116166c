import type { valueAtRisk as english } from "../../en/value/value-at-risk.ts";
import type { Translation } from "../../translation.ts";

/** What is at stake with all customers at high risk. Written for a manager. */
export const valueAtRisk: Translation<typeof english> = {
  "value-at-risk": "面臨風險的毛利",
  "value-at-risk.nobody": "無：沒有客戶處於高風險",
  "value-at-risk.others": "另有 {customers, number} 位的毛利或營收未知。",
  "value-at-risk.sum": "{amount}：{known, number} 位高風險客戶的風險 × 一年毛利之總和。",
  "value-at-risk.unknown": "無法計算：{customers, number} 位高風險客戶一年能帶來多少毛利未知。",

  "value.without-rate":
    "{customers, number} 位客戶未計入，因為缺少 {currencies} 的匯率：{names}{more, plural, =0 {} other {，以及另外 # 位}}。",
};
