import type { atRisk as english } from "../en/at-risk.ts";
import type { Translation } from "../translation.ts";

/** Who is at high risk, by what is at stake: the list, on Home and in the digest. Read by reps and managers. */
export const atRisk: Translation<typeof english> = {
  "at-risk.title.mine": "我負責的高風險客戶（{customers, number} 位）",
  "at-risk.title.team": "高風險客戶（{customers, number} 位）",
  "at-risk.title.segment": "「{segment}」客群的高風險客戶（{customers, number} 位）",
  "at-risk.text": "{title}：{names}{more, plural, =0 {} other {，另有 # 位}}",
  "at-risk.in-all": "合計{text}",
  "at-risk.order.by-stake":
    "依可能損失由大到小排列{unknown, plural, =0 {} other {；其後依風險列出 # 位價值不明的客戶}}{withoutRate, plural, =0 {} other {（其中 # 位缺少匯率）}}。可能損失是預期失去的毛利：風險 × 一年毛利。",
  "at-risk.order.by-risk": "依風險排列，因為所有客戶的毛利與價值都不明。",
  "at-risk.page": "第 {page, number} 頁，共 {pages, number} 頁。",
  "at-risk.hidden": "金額只顯示給客戶的負責人、主管和營運人員。",
  "at-risk.silent":
    "未計入：{customers, number} 位客戶已超過 {days, number} 天沒有購買，下次購買後會再計入。",
  "at-risk.previous": "上一頁",
  "at-risk.next": "下一頁",

  "at-risk.risk": "流失風險 {risk}",
  "at-risk.stake": "可能損失{amount}",
  "at-risk.stake.unknown": "可能損失不明",
  "at-risk.owner": "負責人：{name}",
  "at-risk.renews": "{day}續約",
  "at-risk.renewed": "原定 {day}續約",
  "at-risk.step": "下一步：{step}",
  "at-risk.wait": "等對方回覆到 {until}，之後：{action}",
  "at-risk.snoozed": "暫停提醒至 {until}",
  "at-risk.acted.none": "尚無人處理",
  "at-risk.acted.touched": "{who, select, named {{name} 於 {day}聯絡過} other {有人於 {day}聯絡過}}",
  "at-risk.acted.reached_out":
    "{who, select, named {{name} 於 {day}回報已聯絡} other {有人於 {day}回報已聯絡}}",
  "at-risk.acted.snoozed": "{who, select, named {{name} 於 {day}暫停提醒} other {有人於 {day}暫停提醒}}",
  "at-risk.acted.not_useful":
    "{who, select, named {{name} 於 {day}表示建議沒有幫助} other {有人於 {day}表示建議沒有幫助}}",
  "at-risk.card": "卡片",
  "at-risk.reached-out": "已聯絡",

  "at-risk.nobody.no-email":
    "我看不到您的電子郵件地址，因此無法判斷哪些客戶由您負責。請聯絡管理員允許我讀取。輸入 `/customer at-risk team` 可查看所有人的客戶。",
  "at-risk.nobody.no-accounts":
    "您目前沒有負責的客戶。輸入 `/customer at-risk team` 可查看所有人的客戶。若其中有您負責的，請聯絡維護客戶檔案的人員，在「owner_email」填入您的電子郵件地址。",
  "at-risk.nobody.no-customers": "目前還沒有客戶。請聯絡維護 Mainstay 的人員匯入客戶檔案。",
  "at-risk.nobody.not-scored": "還沒有客戶完成評分，因此無法判斷誰屬於高風險。評分每晚進行。",
  "at-risk.nobody.no-signal": "*{found}* 因此沒有任何客戶有風險值。輸入 `/customer model` 查看原因。",
  "at-risk.nobody.none-at-risk":
    "{scope, select, mine {您負責的客戶都不屬於高風險。} team {目前沒有高風險客戶。} other {「{segment}」客群沒有高風險客戶。}}高風險是指 50%（含）以上。",
  "at-risk.unknown-segment":
    "找不到客群{typed}。現有客群：{segments}。輸入 `/customer at-risk mine` 或 `/customer at-risk team` 也可以。",
  "at-risk.no-segments":
    "找不到客群{typed}：客戶檔案中沒有任何客群。輸入 `/customer at-risk mine` 或 `/customer at-risk team` 可查看清單。",
  "at-risk.file.customer": "客戶",
  "at-risk.file.risk": "流失風險，%",
  "at-risk.file.stake": "可能損失",
  "at-risk.file.currency": "幣別",
  "at-risk.file.owner": "負責人",
  "at-risk.file.renews": "續約日",
  "at-risk.file.acted": "已有人行動",
  "at-risk.file.step": "下一步",
  "at-risk.file.acted.yes": "是",
  "at-risk.file.acted.no": "否",
};
