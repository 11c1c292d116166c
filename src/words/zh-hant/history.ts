import type { history as english } from "../en/history.ts";
import type { Translation } from "../translation.ts";

/** What happened with a customer, a line each. For reps and managers, who look for one thing in many. */
export const history: Translation<typeof english> = {
  "history.title": "歷史紀錄",
  "history.of": "{customer} 的歷史紀錄",
  "history.as-of": "由新到舊，截至 {day}",
  "history.page": "第 {page, number} 頁",
  "history.no-money": "金額只顯示給負責人和主管",
  "history.empty": "還沒有紀錄。購買、使用量、工單、聯絡、公開提及、評分和我發出的訊息都會顯示在這裡。",
  "history.empty-page": "沒有更早的紀錄。",
  "history.older": "較早",
  "history.newer": "較新",
  "history.button": "歷史紀錄",
  "history.line": "*{day}* · {what}",
  "history.week": "{day}當週",
  "history.with": "{what}：{detail}",
  "history.with-note": "{what} – 「{note}」",
  "history.somebody": "某人",
  "history.somebody.within": "某人",

  "history.order": "購買",
  "history.sample": "無金額訂單",
  "history.delivery": "到貨",
  "history.usage": "使用量",
  "history.payment": "付款",
  "history.payment_failed": "付款失敗",
  "history.refund": "退款",
  "history.products": "{named}{more, plural, =0 {} other {等，另有 # 項}}",

  "history.ticket-opened":
    "開立工單 {reference}{severity, select, urgent {（緊急）} high {（高）} other {}}：{subject}",
  "history.ticket-solved": "工單 {reference} 已解決：{subject}",
  "history.touch": "{channel}（{who}）：{outcome}",
  "history.touch.nobody": "{channel}：{outcome}",
  "history.feedback.csat": "滿意度評分 {score, number}/{most, number}",
  "history.feedback.ces": "費力度評分 {score, number}/{most, number}",
  "history.feedback.nps": "推薦意願 {score, number}/{most, number}",
  "history.feedback.thumbs": "{score, plural, =0 {給了倒讚} other {按了讚}}",
  "history.mention": "{who} 在 {network} 提及我們（{answered, select, yes {已回覆} other {尚未回覆}}）",

  "history.risk.first": "首次風險值：{risk}（{band, select, high {高} medium {中} other {低}}）",
  "history.risk":
    "風險由 {before} {way, select, up {升至} other {降至}} {risk}（{band, select, high {高} medium {中} other {低}}）{model, select, changed {，模型版本不同} other {}}",

  "history.nudge": "我提醒了 {who}：{action}",
  "history.nudge.failed": "給 {who} 的提醒無法送出：{action}",
  "history.nudge.waiting": "給 {who} 的提醒尚未送出：{action}",
  "history.answer.reached_out": "{who} 依建議聯絡了客戶",
  "history.answer.not_useful": "{who} 將建議標示為沒有幫助",
  "history.answer.why": "{answer}：{why}",
  "history.why-left": "{who} 說明流失原因",
  "history.digest": "列入 {channel} 的客戶週報",
  "history.share": "{who} {place, select, nowhere {分享了卡片} other {將卡片分享到 {channel}}}",
  "history.snooze.ended": "{who} 結束暫停提醒",
  "history.override": "{who} 判斷客戶在 {until}前會{says, select, stay {留下} other {流失}}",
  "history.override.taken-back": "{who} 撤回了去留判斷",
  "history.snooze": "{who} 暫停提醒至 {until}",
};
