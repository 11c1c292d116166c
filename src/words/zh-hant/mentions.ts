import type { mentions as english } from "../en/mentions.ts";
import type { Translation } from "../translation.ts";

/** What is said of us in public: complaints nobody answered, who speaks for us, and what was told of it. */
export const mentions: Translation<typeof english> = {
  "mentions.title": "{mentions, number} 則公開投訴尚未回覆",
  "mentions.none": "沒有等待回覆的公開投訴。",
  "mentions.quote": "「{text}」",
  "mentions.of-nobody": "未指明是哪位客戶",
  "mentions.by": "{author}（{network}）",
  "mentions.unsigned": "{network}",
  "mentions.reach": "觸及 {reach, number} 人",
  "mentions.answered": "已回覆",
  "mentions.not-negative": "不是投訴",
  "mentions.done.answered": "已記下：已回覆。",
  "mentions.done.not-negative": "已記下：不是投訴。我不會再判斷這一則。",
  "mentions.already": "有人先處理了這一則。",
  "mentions.gone": "這則提及已不在紀錄中。",
  "mentions.not-yours": "這則提及屬於同事負責的客戶。請聯絡負責人或主管。",
  "mentions.counts":
    "最近 {days, number} 天：{negative, number} 則投訴、{positive, number} 則正面、{neutral, number} 則中立，含已回覆者。業務看得到自己客戶的提及，以及未指明客戶的提及。",
  "mentions.unjudged": "另有 {mentions, number} 則未判斷：不是英文或中文，或內容太短。",
  "mentions.waiting": "另有 {mentions, number} 則等待判斷，一小時內完成。",
  "mentions.order":
    "最緊急的排在最前面，看嚴重程度、觸及人數和等待時間。我依用詞判斷，有時看不出反諷：在我們的樣本中，約十則有九則判斷正確。",

  "advocates.title": "{advocates, number} 位擁護者",
  "advocates.none":
    "{days, number} 天內，沒有人稱讚我們 {least, number} 次以上且從未投訴。提及資料由檔案匯入。",
  "advocates.praised": "稱讚我們 {mentions, number} 次，最近一次：{last}",
  "advocates.rule": "{days, number} 天內至少有 {least, number} 則正面提及，且沒有投訴；觸及人數多者在前。",

  "mention-alert.title.alerted": "{mentions, number} 則公開投訴等待回覆",
  "mention-alert.title.escalated": "{mentions, number} 則公開投訴已 {days, number} 天未回覆",
  "mention-alert.text": "{title}：「{first}」",
  "mention-alert.more": "清單上另有 {mentions, number} 則。",
  "mention-alert.open": "開啟清單",
  "mention-alert.what-to-do": "在原處回覆後，於清單按下「已回覆」。如果不是投訴，請按「不是投訴」。",

  "card.mention": "公開投訴",
  "card.mention.said": "{quote} – {by}，{ago}，尚未回覆",
};
