import type { messages as english } from "../en/messages.ts";
import type { Translation } from "../translation.ts";

/** What the bot posts by itself: a rep's list of the day, a channel's week, a failed job. */
export const messages: Translation<typeof english> = {
  "nudge.title": "今天要聯絡 {customers, number} 位客戶",
  "nudge.risk": "流失風險 {risk}",
  "nudge.stake": "可能損失 {amount}",
  "nudge.why": "原因：{reason}",
  "nudge.next": "下一步：{action}",
  "nudge.more":
    "另有 {customers, number} 位客戶留待改天，以免清單過長。{atRisk, plural, =0 {} other {輸入 `/customer at-risk` 可列出其中 # 位高風險客戶。}}",
  "nudge.order":
    "可能損失的是預期流失的毛利：風險 × 一年毛利。不能等的排最前，其次依損失由大到小{unknown, plural, =0 {} other {；價值未知者依風險排在最後}}。",
  "nudge.order-by-value":
    "可能損失的是預期流失的毛利：風險 × 一年毛利。依聯絡後預期可保住的毛利減去聯絡成本，由高到低排列{unknown, plural, =0 {} other {；無法得知者排在最後}}。",
  "nudge.no-risk": "無風險值",
  "nudge.effect": "預期可保住毛利 {kept}。需要 {takes}，成本 {cost}。",
  "nudge.effect.owed": "對方在等回覆，無論能保住多少都該處理。需要 {takes}，成本 {cost}。",
  "nudge.effect.unknown": "需要 {takes}。",
  "nudge.effect.takes": "{minutes, number} 分鐘{hasGift, select, yes {，並附上價值 {gift} 的贈禮} other {}}",
  "nudge.also": "另有 {count, number} 項：{what}",
  "nudge.more-pressing": "已於 {when} 更新：出現更緊急的事",
  "nudge.reached-out": "已聯絡",
  "nudge.snooze": "暫停提醒",
  "nudge.not-useful": "沒有幫助",
  "nudge.card": "卡片",
  "nudge.why-button": "原因",
  "nudge.contact": "聯絡對象：{who}",
  "nudge.title.left": "還有 {customers, number} 位客戶要聯絡，{day}的提醒",
  "nudge.title.none-left": "全部處理完畢，{day}的提醒",
  "nudge.text.open": "{name}：{reason} → {action}",
  "nudge.text.done": "{name}：{done}",
  "nudge.done.reached-out":
    "{who, select, you {您已聯絡（{when}）。} named {{name} 已聯絡（{when}）。} other {已有人聯絡（{when}）。}}",
  "nudge.done.snoozed":
    "{who, select, you {您已暫停此客戶的提醒（{when}）。} named {{name} 已暫停此客戶的提醒（{when}）。} other {已有人暫停此客戶的提醒（{when}）。}}",
  "nudge.done.touched":
    "{who, select, you {您已記錄聯絡（{when}）。} named {{name} 已記錄聯絡（{when}）。} other {已有人記錄聯絡（{when}）。}}",
  "nudge.done.not-useful":
    "{who, select, you {您標記為沒有幫助（{when}）。} named {{name} 標記為沒有幫助（{when}）。} other {已有人標記為沒有幫助（{when}）。}}",
  "nudge.done.not-useful-because":
    "{who, select, you {您標記為沒有幫助：{why}（{when}）。} named {{name} 標記為沒有幫助：{why}（{when}）。} other {已有人標記為沒有幫助：{why}（{when}）。}}",
  "nudge.closed.age": "已於 {when} 關閉：{days, number} 天內無人回應。",
  "nudge.closed.newer": "已於 {when} 關閉：較新的提醒已包含此客戶。",
  "nudge.too-old":
    "這則提醒是 {day}發出的，已經關閉，所以不算作今天的聯絡。若當時確有聯絡，請改用「記錄聯絡」並填寫實際日期。",

  "why-not.ask": "關於 *{customer}* 的提醒哪裡不對？",
  "why-not.why": "原因",
  "why-not.wrong-customer": "客戶不對",
  "why-not.wrong-customer.means": "{days, number} 天內不再提醒此客戶",
  "why-not.wrong-time": "時機不對",
  "why-not.wrong-time.means": "{days, number} 天內不再因此提醒",
  "why-not.wrong-advice": "建議不對",
  "why-not.wrong-advice.means": "{days, number} 天內不再給此建議",
  "why-not.already-handled": "已經處理",
  "why-not.already-handled.means": "{days, number} 天內不再因此提醒",
  "why-not.is.wrong-customer": "客戶不對",
  "why-not.is.wrong-time": "時機不對",
  "why-not.is.wrong-advice": "建議不對",
  "why-not.is.already-handled": "已經處理",
  "why-not.note": "備註（選填）",
  "why-not.submit": "送出",
  "why-not.choose": "請選擇哪裡不對。",
  "why-not.note-too-long": "備註須少於 {mostCharacters, number} 個字元。",

  "snooze-note.snoozed":
    "{who} 已暫停 *{customer}* 的提醒，直到 {until}（{when}），此客戶由您負責。若屬高風險，遇到以下情況仍會提醒：風險上升 {points, number} 個百分點、{days, number} 天內續約，或對方投訴。",
  "snooze-note.ended": "{who} 已結束 *{customer}* 的暫停（{when}），此客戶由您負責：提醒可能再次出現。",

  "digest.title": "客戶週報，第 {week, number} 週（{from}至 {to}）",
  "digest.text": "{title}：{high, number} 位客戶高風險，其中 {added, number} 位為新增",
  "digest.text.no-signal": "{title}：這段歷史中未發現訊號，因此不點名任何客戶",
  "digest.text.to-save": "優先挽留：{names}",
  "digest.to-save": "本週要挽留的 {customers, number} 位客戶",
  "digest.to-save.more": "……另有 {customers, number} 位高風險客戶：輸入 `/customer at-risk` 列出全部。",
  "digest.to-save.nobody": "*本週沒有要挽留的客戶：* 沒有客戶處於高風險。",
  "digest.turns": "本週贏得與流失",
  "digest.turned": "{customer}（每年 {amount}）",
  "digest.turned.more": "另有 {customers, number} 位",
  "digest.won.started": "• 贏得：{customers, number} 位新客戶 – {names}",
  "digest.won.came-back": "• 合約終止或 {days, number} 天以上未購買後回流：{customers, number} 位 – {names}",
  "digest.won.nobody": "• 沒有新客戶，也沒有客戶回流。",
  "digest.lost.ended": "• 合約終止：{customers, number} 位 – {names}",
  "digest.lost.lapsed": "• {days, number} 天未購買而流失：{customers, number} 位 – {names}",
  "digest.lost.nobody": "• 沒有客戶流失。",
  "digest.turns.not-known": "• 未知：資料停止或中斷的客戶之中，誰已回流、誰已流失。",
  "digest.revenue": "營收留存，{month}",
  "digest.revenue.contracts": "合約客戶：總留存 {gross, number, ::.0}%，淨留存 {net, number, ::.0}%",
  "digest.revenue.buyers": "購買客戶：總留存 {gross, number, ::.0}%，淨留存 {net, number, ::.0}%",
  "digest.cost": "每位留存客戶的成本，{month}",
  "digest.none": "無資料",
  "digest.none.because": "無資料：{because}",
  "digest.not-scored.off":
    "{one, select, one {{from}} other {{from}至 {to}}}未評分：Mainstay 已關閉，提醒很少或沒有發出",
  "digest.not-scored.failed":
    "{one, select, one {{from}} other {{from}至 {to}}}未評分：評分失敗，風險維持不變",
  "digest.not-scored.not-yet":
    "{one, select, one {{from}} other {{from}至 {to}}}尚未評分：評分還沒完成，所以這裡的風險較舊",
  "digest.risk": "流失風險",
  "digest.risk.counts":
    "高 {high, number} · 中 {medium, number} · 低 {low, number} · 未評分 {unscored, number}",
  "digest.risk.no-signal": "未發現訊號：{unscored, number} 位客戶沒有評分",
  "digest.retention": "客戶留存率，{month}",
  "digest.retention.none": "無資料：月初沒有客戶",
  "digest.retention.kept":
    "留存 {percent, number, ::.0}%（{atStart, number} 位中的 {retained, number} 位），流失 {lost, number} 位，新增 {joined, number} 位",
  "digest.nudges": "本週提醒",
  "digest.nudges.none": "沒有發出提醒",
  "digest.nudges.counts":
    "發出 {sent, number} 則：已聯絡 {reachedOut, number} · 暫停 {snoozed, number} · 沒有幫助 {notUseful, number} · 未回應 {open, number}{failed, plural, =0 {} other {。# 則無法送出}}",
  "digest.newly-high": "新增高風險客戶（{customers, number}）",
  "digest.risers": "風險上升最多",
  "digest.fallers": "風險下降最多",
  "digest.more": "……另有 {customers, number} 位",
  "digest.unscored": "未評分",
  "digest.moved": "{before} → {after}",
  "digest.no-owner":
    "*沒有負責人：* {customers, number} 位高風險客戶不屬於任何在職的團隊成員，因此沒有人會收到提醒。請填入負責人的電子郵件。",
  "digest.no-signal":
    "*{found}* 因此這裡不點名任何客戶，也不計算面臨風險的毛利。 `/customer model` 說明原因。",
  "digest.quiet": "本週沒有客戶的風險變動達 10 個百分點。",
  "digest.nobody-scored": "還沒有任何客戶的評分，因此沒有風險可報告。",
  "digest.order.by-risk": "新增高風險客戶：依風險排列，因為所有客戶的毛利與價值都未知。",
  "digest.order.by-stake":
    "新增高風險客戶：可能損失最多的排最前{unknown, plural, =0 {} other {；其後為價值未知的 # 位，依風險排列}}{withoutRate, plural, =0 {} other {，其中 # 位缺少匯率}}。可能損失的是預期流失的毛利：風險 × 一年毛利。",
  "digest.foot":
    "客戶指合約仍有效者；沒有合約者則指先前 {window, number} 天內有購買者。留存指月初為客戶、月底仍是客戶者。高風險：50% 以上，中風險：25% 以上。日期依 {timeZone} 時區。",

  "job-alert.title": "工作失敗：{job}",
  "job-alert.period": "{when} {zone}",
  "job-alert.what":
    "*{job}* （{period}）{attempts, plural, =0 {} =1 {} other {嘗試 # 次後}}失敗，不會再重試。",
  "job-alert.error": "錯誤內容：{error}",
  "job-alert.stopped": "最後一次嘗試時我停止了運作。",
  "job-alert.stopped-too-late": "執行中我停止了運作，能繼續時已超過期限。",
  "job-alert.failed-too-late": "{error} – 該重試時我處於關閉狀態。",
  "job-alert.when": "{failedAt}。日誌有更多內容；維護 Mainstay 的人員可用診斷指令找出大部分問題。",
  "job-alert.text": "工作失敗：{job}（{period}），嘗試 {attempts, number} 次",

  "given-up.note":
    "無法完成{how, select, command { `/customer{label, select, none {} other { {label}}}` } message {您寫給我的訊息} button {{label, select, none {您按下的按鈕} other {按鈕「{label}」}}} form {{label, select, none {您送出的表單} other {表單「{label}」}}} other {您的要求}}（{when}）。處理時我被中斷了三次，所以不會再自行重試。請先查看是否已完成一部分，然後再試一次。若再次失敗，請把參考編號 {reference} 交給維護 Mainstay 的人員。",
  "given-up.alert":
    "*有一項要求無法完成：* {sender, select, none {} other {{sender} 的}}{how, select, command {指令} message {訊息} button {按鈕} form {表單} other {事件}}（{when}）。處理時程序中斷了三次，所以不再重試。{isTold, select, yes {已通知送出者。} other {沒有人在等待回覆。}}",
  "given-up.alert.next":
    "請在日誌中搜尋 {reference}，查看程序因何中斷。送出的內容以此編號在 `handled_requests` 資料表中保留八天。",
};
