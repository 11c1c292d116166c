import type { undelivered as english } from "../en/undelivered.ts";
import type { Translation } from "../translation.ts";

/** Messages that did not arrive: which, for whom, why, and what to do. */
export const undelivered: Translation<typeof english> = {
  "undelivered.title": "最近 {days, number} 天未送達的訊息",
  "undelivered.failed":
    "*給 {whom} 的{what, select, nudge {提醒} snooze_note {暫停提醒的通知} mention_alert {公開投訴的通知} digest {客戶週報} cost_summary {成本月報} model_alert {模型警示} job_alert {工作警示} undelivered_alert {警示} post_mortem {客戶流失的通知} post_mortem_details {客戶流失的通知} post_mortem_list {流失客戶的清單} other {訊息}}* 未送達。{because}",
  "undelivered.impossible": "*給 {whom} 的{what, select, nudge {提醒} other {訊息}}* 無法送出。{because}",
  "undelivered.where-all": "我的「首頁」分頁列出最近 {days, number} 天未送達的訊息。",
  "undelivered.send-again": "排除問題後，維護 Mainstay 的人員可重新發送。編號為 {key}",
  "undelivered.resend": "重新發送",
  "undelivered.resend.retried": "訊息會在幾秒內重新發送。若再次失敗，會再出現在這裡。",
  "undelivered.resend.looks-first":
    "訊息可能已經送達：我會先查看，沒有送達才重新發送。若失敗，會再出現在這裡。",
  "undelivered.resend.not-failed": "這則訊息已不在失敗之列：已有人先重新發送。",
  "undelivered.resend.no-thread": "這則訊息是回覆，而原訊息也沒有送達。請先重新發送原訊息。",
  "undelivered.resend.unknown": "這則訊息已不再保留。",
  "undelivered.unknown": "沒有記錄原因。",
  "undelivered.gave-up": "{error}嘗試 {attempts, number} 次後放棄。",
  "undelivered.maybe-posted": "{error}先前的嘗試可能已經送達。",
  "undelivered.unrenderable": "無法轉成文字（{error}）。請回報此問題。",
  "undelivered.no-thread": "要回覆的原訊息沒有送達。",
  "undelivered.slack-said": "Slack 回應「{error}」。日誌有更多內容。",
  "undelivered.http": "Slack 回應 HTTP {status}。",
  "undelivered.line": "無法連線到 Slack（{error}）。",
  "undelivered.token": "Slack 不接受 Mainstay 的權杖（{error}），因此無法發布。訊息等待中。",
  "undelivered.quiet-hours": "等到 {until}，收件人的安靜時段結束。",
  "undelivered.history-unread":
    "訊息可能已經送達，但無法查看，因此不會重複發送。{error}每十分鐘會再查看一次。",
  "undelivered.not-there-yet": "沒有收到 Slack 的回應，而訊息尚未出現。重新發送前會再查看一次。",
  "undelivered.time-zone.member":
    "沒有「{timeZone}」這個時區，因此對方的早晨永遠不會到來。請對方在 Slack 偏好設定中改選時區。",
  "undelivered.time-zone.channel": "沒有「{timeZone}」這個時區。請用 `/customer channel on` 重新設定此頻道。",

  "undelivered.audience.shared": "頻道有外部組織成員：請改用公司內部的頻道。",
  "undelivered.audience.guests": "頻道有訪客：請改用沒有訪客的頻道。",
  "undelivered.audience.unseen": "無法得知頻道有哪些成員：請邀請我加入，或改用其他頻道。",
  "undelivered.audience.unknown": "Slack 沒有說明這是誰的帳號。",
  "undelivered.audience.guest": "收件人是訪客：請為其客戶更換負責人。",
  "undelivered.audience.outsider": "收件人屬於外部組織：請為其客戶更換負責人。",
  "undelivered.audience.bot": "收件人是機器人：請為其客戶更換負責人。",
  "undelivered.audience.deactivated": "該成員的帳號已停用：請為其客戶更換負責人。",
  "undelivered.audience.direct": "這是給頻道的，不是給個人的。",
  "undelivered.audience.managers-only": "這只給主管。",
  "undelivered.audience.operations-only": "這只給營運人員。",

  "undelivered.slack.channel_not_found":
    "頻道已不存在，或是我未加入的私人頻道：請邀請我加入，或改用其他頻道。",
  "undelivered.slack.not_in_channel": "我不在此頻道：請用 /invite 邀請我。",
  "undelivered.slack.is_archived": "頻道已封存：請解除封存，或改用其他頻道。",
  "undelivered.slack.user_not_found": "工作區沒有這位成員：請確認客戶的負責人。",
  "undelivered.slack.user_disabled": "該成員的帳號已停用：請為其客戶更換負責人。",
  "undelivered.slack.cannot_dm_bot": "收件人是機器人：請為其客戶更換負責人。",
  "undelivered.slack.user_not_visible": "無法看到該成員：請檢查應用程式的權限。",
  "undelivered.slack.restricted_action": "工作區設定禁止在該處發布：請洽管理員。",
  "undelivered.slack.restricted_action_read_only_channel":
    "只有部分成員可在該頻道發布：請允許我發布，或改用其他頻道。",
  "undelivered.slack.msg_too_long": "訊息超過 Slack 的長度上限：請回報此問題。",
  "undelivered.slack.msg_blocks_too_long": "訊息超過 Slack 的長度上限：請回報此問題。",
  "undelivered.slack.invalid_blocks": "Slack 不接受此訊息的區塊：請回報此問題。",
  "undelivered.slack.invalid_blocks_format": "Slack 不接受此訊息的區塊：請回報此問題。",
  "undelivered.slack.cannot_reply_to_message": "要回覆的原訊息已刪除。",
  "undelivered.slack.thread_not_found": "要回覆的原訊息已刪除。",
  "undelivered.slack.no_text": "訊息沒有內容：請回報此問題。",
  "undelivered.slack.missing_scope": "應用程式缺少權限：請維護 Mainstay 的人員依 manifest.yml 重新安裝。",
};
