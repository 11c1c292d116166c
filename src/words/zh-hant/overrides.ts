import type { overrides as english } from "../en/overrides.ts";
import type { Translation } from "../translation.ts";

/** What somebody knows better than the model, whom contact does no good, and nudges that go to somebody else. */
export const overrides: Translation<typeof english> = {
  "override.button": "我更了解情況",
  "override.change": "變更",
  "override.take-back": "撤回判斷",
  "override.says":
    "{says, select, stay {{who, select, named {*{name} 判斷會留下*} other {*有同事判斷會留下*}}} other {{who, select, named {*{name} 判斷會流失*} other {*有同事判斷會流失*}}}} （直到 {until}）：{because}",
  "override.quiet":
    "{says, select, stay {這段期間不發風險提醒；原因明確的緊急提醒（例如未解決的工單）仍會發出。以下數值來自模型。} other {以下數值來自模型。}}",
  "override.form.title": "我更了解情況",
  "override.form.submit": "儲存",
  "override.form.ask": "*{customer}* 會如何？到期後只有您會知道自己的判斷是否正確。",
  "override.form.now":
    "{who, select, you {您} named {{name} } other {有同事}}判斷會{says, select, stay {留下} other {流失}}，直到 {until}。儲存後將取代此判斷。",
  "override.form.says": "對方會",
  "override.form.stay": "留下",
  "override.form.stay.means": "期限之前不發風險提醒",
  "override.form.leave": "流失",
  "override.form.leave.means": "提醒照常",
  "override.form.take-back": "撤回先前的判斷",
  "override.form.until": "期限",
  "override.form.until.hint":
    "最長一年。以您的時區計，當天開始時失效。少於 {days, number} 天的判斷在 {days, number} 天後評定。",
  "override.form.because": "理由",
  "override.form.because.placeholder": "對方的新預算已核准",
  "override.form.choose": "請選擇會如何。",
  "override.form.no-day": "請選擇日期。",
  "override.form.past": "請選擇今天之後的日子。",
  "override.form.too-far": "請選擇一年以內的日子。",
  "override.form.no-reason": "請說明理由，讓同事能理解。",
  "override.form.too-long": "理由須少於 {mostCharacters, number} 個字元。",
  "override.form.open": "若您比模型更了解情況，請使用指令 {command}。",
  "override.done":
    "{says, select, stay {已記下：會留下，直到 {until}。期間不發風險提醒。} other {已記下：會流失，直到 {until}。}}",
  "override.taken-back": "已撤回：不計入您的判斷成績。",
  "override.none": "沒有與模型不同的判斷：無可撤回。",
  "override.meanwhile":
    "{who, select, named {{name} } other {有同事}}先一步判斷會{says, select, stay {留下} other {流失}}，直到 {until}。請查看卡片；若您更了解情況，可在該處變更。",

  "override-note.made":
    "{who} 判斷 *{customer}* 會{says, select, stay {留下} other {流失}}，直到 {until}：{because}（{when}）。此客戶由您負責。{says, select, stay {期限之前不發風險提醒。} other {}}",
  "override-note.taken-back":
    "{who} 已撤回對 *{customer}* 與模型不同的判斷（{when}）。此客戶由您負責，提醒照常。",

  "override-score.title": "您的判斷結果",
  "override-score.line":
    "{right, select, yes {:white_check_mark:} other {:x:}} *{customer}：* 您在 {on}判斷對方會{says, select, stay {留下} other {流失}}，結果{outcome, select, stayed {留下} other {流失}}。{model, select, right {模型判斷正確。} wrong {模型判斷錯誤。} other {模型沒有風險值。}}",
  "override-score.more": "另有 {calls, number} 項一併評定。",
  "override-score.text": "{title}：{tally}",
  "override-score.private":
    "只有您看得到。「留下」指到期時合約仍有效，或期間內（至少 {days, number} 天）有再購買。",
  "overrides.tally":
    "您已到期的 {calls, number} 項判斷中，{right, plural, =0 {沒有一項} other {# 項}}正確{modelCalls, plural, =0 {；模型對這些都沒有風險值。} other {；模型有風險值的 # 項中，{modelRight, number} 項正確。}}",
  "overrides.tally.none": "您的判斷都尚未到期。",
  "overrides.title": "您比模型更了解的客戶",
  "overrides.none": "您目前沒有與模型不同的判斷。可用 `/customer acme override` 或卡片上的「我更了解情況」。",
  "overrides.line": "*{customer}：* 會{says, select, stay {留下} other {流失}}，直到 {until} – {because}",
  "overrides.more": "僅顯示前 {shown, number} 項。",
  "overrides.team":
    "*團隊：* 已到期的 {calls, number} 項判斷中，{right, number} 項正確{modelCalls, plural, =0 {。} other {；模型有風險值的 # 項中，{modelRight, number} 項正確。}}",
  "overrides.team.too-few": "*團隊：* 判斷已到期的成員不到 {people, number} 位：合計會看出是誰的判斷。",
  "overrides.private": "判斷結果只有本人看得到；主管只看團隊合計。",

  "nudge.done.handed-over":
    "{who, select, you {您已轉交給 {to}（{when}）。} named {{name} 已轉交給 {to}（{when}）。} other {已轉交給 {to}（{when}）。}}",
  "nudge.done.taken-over":
    "{who, select, you {您已接手（{when}）。} named {已轉交給主動接手的 {to}（{when}）。} other {已有人接手（{when}）。}}",
  "nudge.handed-over": "由 {by} 轉交給您",
  "nudge.taken-over": "由您接手",
  "handover.button": "轉交",
  "handover.ask": "由誰處理 *{customer}* ？對方會收到這則提醒，而這裡的提醒就此結束。",
  "handover.to": "轉交給",
  "handover.choose": "請選擇一位同事。",
  "handover.not-to-yourself": "請選擇其他人：這則提醒已經是您的。",
  "handover.no-member": "請選擇團隊成員：訪客、機器人與離職者不會收到提醒。",
  "handover.has-it": "對方已有這則提醒。請選擇其他人。",
  "handover.done": "已轉交：提醒已傳送給 {name}。",
  "handover-note.handed": "{by} 已將 *{customer}* 的提醒轉交給 {to}（{when}）。您無須再處理。",
  "handover-note.taken": "{to} 已接手 *{customer}* 的提醒（{when}）。您無須再處理。",
  "escalation.waits": "*{customer}* 在等待：{owner} 已 {days, number} 個工作日未回應提醒",
  "escalation.since": "提醒發出於 {when}，屬於負責人名下可能損失最多的客戶。",
  "escalation.take": "由我接手",
  "escalation.taken": "現在由您處理：提醒已傳送給您，並已通知原負責人。",
  "escalation.is-yours": "這則提醒已經是您的：可在與我的私訊中找到。",
  "escalation.too-old": "這則提醒已關閉。卡片會顯示客戶目前的狀況。",

  "do-not-disturb.title": "{entries, plural, =0 {沒有請勿打擾的對象} other {請勿打擾：# 項}}",
  "do-not-disturb.none":
    "目前所有客戶都可以聯絡。若客戶要求不被打擾，可用 `/customer acme quiet` ；若對照結果顯示提醒有害，我會主動建議。",
  "do-not-disturb.how":
    "請勿打擾的客戶不會有任何建議，回覆對方自己的工單除外。我提出的建議在您確認之前不會生效。",
  "do-not-disturb.segment": "{segment}，「{playbook}」",
  "do-not-disturb.quiet": "自 {on}起請勿打擾{who, select, named {，由 {name} 設定} other {}}",
  "do-not-disturb.suggested": "自 {on}起建議不要因此打擾",
  "do-not-disturb.evidence":
    "{quarter}，此客群中有 {nudged, number} 位收到提醒、{heldOut, number} 位為對照組，收到提醒者的留存低了 {fewer, number, ::.0} 個百分點（{least, number, ::.0} 至 {most, number, ::.0}；95%，不論查看幾次皆有效）。",
  "do-not-disturb.keep": "確認不打擾",
  "do-not-disturb.dismiss": "維持現狀",
  "do-not-disturb.allow": "恢復聯絡",
  "do-not-disturb.is-allowed": "從現在起可以聯絡。",
  "do-not-disturb.is-quiet": "從現在起不再因此打擾。",
  "do-not-disturb.decided-before": "已有人先一步決定：以下是目前的狀況。",
  "do-not-disturb.not-yours": "只有設定者、主管或營運人員可以恢復聯絡。請洽其中一位。",
  "do-not-disturb.form.title": "請勿打擾",
  "do-not-disturb.form.submit": "不再打擾",
  "do-not-disturb.form.ask":
    "從現在起，除了回覆對方自己的工單，不再對 *{customer}* 提出任何建議，直到有人恢復聯絡。",
  "do-not-disturb.form.because": "原因",
  "do-not-disturb.form.placeholder": "對方要求不要來電",
  "do-not-disturb.form.no-reason": "請說明原因，讓同事能理解。",
  "do-not-disturb.form.open": "若要不再打擾某位客戶，請使用指令 {command}。",
  "do-not-disturb.done":
    "從現在起不再打擾 *{customer}* ，未處理的提醒也已關閉。輸入 `/customer` 加上名稱，再加上 `quiet` 可恢復聯絡。",
  "card.do-not-disturb":
    "*請勿打擾* （自 {since}起{who, select, named {，由 {name} 設定} other {}}）：{because}",
  "card.quiet-playbooks": "此客群不再接受以下方案的打擾：{playbooks}。這類提醒會帶來反效果。",
  "nudge.closed.do-not-disturb": "已於 {when} 關閉：此客戶請勿打擾。",

  "at-risk.override":
    "{who, select, named {{name} } other {有同事}}判斷會{says, select, stay {留下} other {流失}}，直到 {until}",
  "at-risk.do-not-disturb": "請勿打擾",
};
