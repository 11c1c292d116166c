import type { atRisk as english } from "../en/at-risk.ts";
import type { Translation } from "../translation.ts";

/** Who is at high risk, by what is at stake: the list, on Home and in the digest. Read by reps and managers. */
export const atRisk: Translation<typeof english> = {
  "at-risk.title.mine": "我负责的高风险客户（{customers, number} 位）",
  "at-risk.title.team": "高风险客户（{customers, number} 位）",
  "at-risk.title.segment": "“{segment}”客群的高风险客户（{customers, number} 位）",
  "at-risk.text": "{title}：{names}{more, plural, =0 {} other {，另有 # 位}}",
  "at-risk.in-all": "合计{text}",
  "at-risk.order.by-stake":
    "按可能损失从高到低排列{unknown, plural, =0 {} other {；其后按风险列出 # 位价值未知的客户}}{withoutRate, plural, =0 {} other {（其中 # 位缺少汇率）}}。可能损失是预期失去的毛利：风险 × 一年毛利。",
  "at-risk.order.by-risk": "按风险排列，因为所有客户的毛利和价值都未知。",
  "at-risk.page": "第 {page, number} 页，共 {pages, number} 页。",
  "at-risk.hidden": "金额仅对客户的负责人、主管和运营人员显示。",
  "at-risk.silent":
    "未计入：{customers, number} 位客户已超过 {days, number} 天没有购买，再次购买后会重新计入。",
  "at-risk.previous": "上一页",
  "at-risk.next": "下一页",

  "at-risk.risk": "流失风险 {risk}",
  "at-risk.stake": "可能损失{amount}",
  "at-risk.stake.unknown": "可能损失未知",
  "at-risk.owner": "负责人：{name}",
  "at-risk.renews": "{day}续约",
  "at-risk.renewed": "原定 {day}续约",
  "at-risk.step": "下一步：{step}",
  "at-risk.wait": "等对方回复到 {until}，之后：{action}",
  "at-risk.snoozed": "暂停提醒至 {until}",
  "at-risk.acted.none": "还没有人跟进",
  "at-risk.acted.touched": "{who, select, named {{name} 在 {day}联系过} other {有人在 {day}联系过}}",
  "at-risk.acted.reached_out":
    "{who, select, named {{name} 在 {day}反馈已联系} other {有人在 {day}反馈已联系}}",
  "at-risk.acted.snoozed": "{who, select, named {{name} 在 {day}暂停提醒} other {有人在 {day}暂停提醒}}",
  "at-risk.acted.not_useful":
    "{who, select, named {{name} 在 {day}表示建议没有帮助} other {有人在 {day}表示建议没有帮助}}",
  "at-risk.card": "卡片",
  "at-risk.reached-out": "已联系",

  "at-risk.nobody.no-email":
    "我看不到您的邮箱地址，无法判断哪些客户由您负责。请联系管理员允许我读取。输入 `/customer at-risk team` 可查看所有人的客户。",
  "at-risk.nobody.no-accounts":
    "您目前没有负责的客户。输入 `/customer at-risk team` 可查看所有人的客户。如果其中有您负责的，请联系维护客户文件的人员，在“owner_email”中填入您的邮箱地址。",
  "at-risk.nobody.no-customers": "目前还没有客户。请联系维护 Mainstay 的人员导入客户文件。",
  "at-risk.nobody.not-scored": "还没有客户完成评分，无法判断谁属于高风险。评分每晚进行。",
  "at-risk.nobody.no-signal": "*{found}* 因此没有任何客户有风险值。输入 `/customer model` 查看原因。",
  "at-risk.nobody.none-at-risk":
    "{scope, select, mine {您负责的客户都不属于高风险。} team {目前没有高风险客户。} other {“{segment}”客群没有高风险客户。}}高风险是指 50% 及以上。",
  "at-risk.unknown-segment":
    "找不到客群{typed}。现有客群：{segments}。也可以输入 `/customer at-risk mine` 或 `/customer at-risk team` 查看。",
  "at-risk.no-segments":
    "找不到客群{typed}：客户文件中没有任何客群。输入 `/customer at-risk mine` 或 `/customer at-risk team` 可查看列表。",
  "at-risk.file.customer": "客户",
  "at-risk.file.risk": "流失风险，%",
  "at-risk.file.stake": "可能损失",
  "at-risk.file.currency": "币种",
  "at-risk.file.owner": "负责人",
  "at-risk.file.renews": "续约日",
  "at-risk.file.acted": "已有人行动",
  "at-risk.file.step": "下一步",
  "at-risk.file.acted.yes": "是",
  "at-risk.file.acted.no": "否",
};
