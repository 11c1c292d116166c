import type { valueAtRisk as english } from "../../en/value/value-at-risk.ts";
import type { Translation } from "../../translation.ts";

/** What is at stake with all customers at high risk. Written for a manager. */
export const valueAtRisk: Translation<typeof english> = {
  "value-at-risk": "面临风险的毛利",
  "value-at-risk.nobody": "无：没有客户处于高风险",
  "value-at-risk.others": "另有 {customers, number} 位的毛利或收入未知。",
  "value-at-risk.sum": "{amount}：{known, number} 位高风险客户的风险 × 一年毛利之总和。",
  "value-at-risk.unknown": "无法计算：{customers, number} 位高风险客户一年能带来多少毛利未知。",

  "value.without-rate":
    "{customers, number} 位客户未计入，因为缺少 {currencies} 的汇率：{names}{more, plural, =0 {} other {，以及另外 # 位}}。",
};
