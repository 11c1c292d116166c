import type { nudgeSettings as english } from "../en/nudge-settings.ts";
import type { Translation } from "../translation.ts";

/** One's open nudges, and when and how one is told of more. */
export const nudgeSettings: Translation<typeof english> = {
  "own-nudges.title": "{customers, plural, =0 {沒有待處理的提醒} other {# 位客戶等待您的回應}}",
  "own-nudges.none": "目前沒有等待您回應的提醒。",
  "own-nudges.owns-nobody":
    "您沒有負責的客戶，因此不會收到提醒。主管和營運人員可在客戶檔案中將您設為負責人。",
  "own-nudges.since": "{ago}送出",
  "own-nudges.more": "還有 {customers, number} 位客戶在等待：處理完這些後就會顯示。",

  "nudge-settings.title": "提醒時間",
  "nudge-settings.change": "變更",
  "nudge-settings.saved": "已儲存。",
  "nudge-settings.daily": "每個工作日 {hour}（{weekdays}）。",
  "nudge-settings.weekly": "每週一次，{weekday} {hour}。",
  "nudge-settings.paused": "已暫停，直到 {until}。",
  "nudge-settings.budget": "每個工作日最多 {customers, number} 位客戶。",
  "nudge-settings.budget-of-team": "客戶數依團隊設定。",
  "nudge-settings.holidays": "{country} 的國定假日不提醒。",
  "nudge-settings.no-holidays": "國定假日也提醒。",
  "nudge-settings.quiet": "{from} 至 {until} 以及休假日不發私訊；",
  "nudge-settings.no-quiet": "沒有安靜時段，但休假日不發私訊；",
  "nudge-settings.urgent-waits": "投訴與負面評價也會等到之後。",
  "nudge-settings.urgent-at-once": "投訴與負面評價立即通知。",
  "nudge-settings.zone": "時間依 Slack 個人檔案的 {timeZone} 時區。",
  "nudge-settings.next": "下次：{day}（如有客戶需要聯絡）。",
  "nudge-settings.no-next": "找不到下一個提醒日：請檢查 Slack 中的時區與工作日設定。",

  "nudge-settings.form.save": "儲存",
  "nudge-settings.form.how": "多久提醒一次？",
  "nudge-settings.form.how.daily": "每個工作日",
  "nudge-settings.form.how.weekly": "每週一次，合併為一則訊息",
  "nudge-settings.form.how.paused": "暫停到某一天",
  "nudge-settings.form.weekly-on": "每週提醒的日子",
  "nudge-settings.form.paused-until": "暫停到",
  "nudge-settings.form.paused-until.hint": "僅在選擇「暫停到某一天」時有效；當天恢復提醒。",
  "nudge-settings.form.hour": "幾點開始？",
  "nudge-settings.form.weekdays": "工作日",
  "nudge-settings.form.budget": "一天最多幾位客戶？",
  "nudge-settings.form.budget.team": "依團隊設定",
  "nudge-settings.form.budget.own": "最多 {customers, number} 位",
  "nudge-settings.form.quiet-from": "安靜時段開始",
  "nudge-settings.form.quiet-until": "安靜時段結束（與開始相同：沒有安靜時段）",
  "nudge-settings.form.urgent": "投訴與負面評價",
  "nudge-settings.form.urgent.at-once": "立即通知我",
  "nudge-settings.form.urgent.means": "安靜時段與休假日也通知",
  "nudge-settings.form.country": "國定假日",
  "nudge-settings.form.country.usual": "常用",
  "nudge-settings.form.country.zone": "依我的時區：{country}",
  "nudge-settings.form.country.no-zone": "依我的時區：未知",
  "nudge-settings.form.country.none": "無：國定假日照常工作",
  "nudge-settings.form.zone": "時間依 Slack 個人檔案的 {timeZone} 時區。",
  "nudge-settings.form.bad-choice": "請從清單中選擇。",
  "nudge-settings.form.no-weekday": "至少選擇一個工作日。",
  "nudge-settings.form.hour-is-quiet": "此時間在安靜時段內：請改選其他時間，或在下方變更安靜時段。",
  "nudge-settings.form.weekly-on-day-off": "請選擇一個工作日。",
  "nudge-settings.form.pause-needs-day": "請選擇恢復提醒的日子。",
  "nudge-settings.form.pause-is-past": "請選擇今天之後的日子。",
  "nudge-settings.form.pause-too-long": "請選擇 {days, number} 天以內的日子。",

  "channel-nudge.title": "{customers, number} 位客戶沒有負責人，需要有人接手",
  "channel-nudge.why": "這些客戶沒有可通知的負責人。誰接手就由誰處理；客戶檔案維持不變。",
  "channel-nudge.take": "由我接手",
  "nudge.take.done":
    "*{customer}* 暫由您負責：可在 `/customer nudges` 找到。若要長期負責，請在客戶檔案中更改負責人。",
  "nudge.take.other":
    "{who, select, you {您已接手此客戶：可在 `/customer nudges` 找到。} named {{name} 已接手此客戶。} other {已有人接手此客戶。}}",
  "nudge.done.taken":
    "{who, select, you {您已接手此客戶（{when}）。} named {{name} 已接手此客戶（{when}）。} other {已有人接手此客戶（{when}）。}}",

  "team-nudges.title": "團隊的提醒狀況",
  "team-nudges.none": "Slack 中沒有人負責客戶，因此沒有人收到提醒。請檢查客戶檔案中負責人的電子郵件。",
  "team-nudges.summary":
    "{members, number} 位成員負責客戶；{paused, plural, =0 {沒有人暫停} other {# 位已暫停}}。回應率以最近 4 週的提醒計算。",
  "team-nudges.member":
    "{open, number} 則待處理，{sent, plural, =0 {未發出提醒} other {{sent, number} 則中已回應 {answered, number} 則}}",
  "team-nudges.more": "另有 {members, number} 位成員未顯示。",
};
