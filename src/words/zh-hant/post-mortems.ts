import type { postMortems as english } from "../en/post-mortems.ts";
import type { Translation } from "../translation.ts";

/** Customers who left while they were rated safe. */
export const postMortems: Translation<typeof english> = {
  "post-mortem.head":
    "{customer} {how, select, ended {已於 {day}流失} other {一年沒有購買，自 {day}起視為流失}}。在此之前的最後風險為 {risk}：我們沒有預見。",
  "post-mortem.head.thread": "當時的訊號與已知情況都在討論串中。{owner}",
  "post-mortem.owner": "{owner}，有什麼是我們不知道的？",
  "post-mortem.owner.nobody": "這位客戶沒有負責人。有什麼是我們不知道的？",
  "post-mortem.add": "補充您所知道的",
  "post-mortem.saw": "*模型看到的*",
  "post-mortem.saw.risk": "風險 {risk}，截至 {when}",
  "post-mortem.saw.weeks": "{bars} {weeks, number} 週：{first} → {last}",
  "post-mortem.saw.raised": "最傾向流失的因素：{reason}",
  "post-mortem.saw.lowered": "最傾向留下的因素：{reason}",
  "post-mortem.saw.no-reasons": "評分的原因未知。",
  "post-mortem.known": "*已知的情況*",
  "post-mortem.known.ticket":
    "工單 {reference}（「{subject}」）{days, plural, =0 {當天提出，} other {已 # 天}}未解決",
  "post-mortem.known.mention": "對方曾在 {network} 公開投訴，無人回應",
  "post-mortem.known.answer": "{day}給了 {score} 分，滿分 {most}（{kind}）",
  "post-mortem.known.poor-answer": "{day}只給了 {score} 分，滿分 {most}（{kind}）",
  "post-mortem.known.touch": "最後一次聯絡在{days, plural, =0 {當天} =1 {前一天} other { # 天前}}",
  "post-mortem.known.override":
    "{who, select, named {{name} } other {有同事}}曾判斷對方會{says, select, stay {留下} other {流失}}：「{because}」",
  "post-mortem.known.snoozed": "{name} 已暫停提醒",
  "post-mortem.known.renewal": "續約日就在{days, plural, =0 {當天} =1 {隔天} other { # 天後}}",
  "post-mortem.moved": "*本來可以看出端倪的變化*",
  "post-mortem.moved.nothing": "資料中沒有任何跡象。",
  "post-mortem.moved.risk": "風險由 {before}% 升至 {after}%，仍低於提醒門檻",
  "post-mortem.moved.usage": "四週內使用量下降 {percent, number}%，由 {before, number} 降至 {now, number}",
  "post-mortem.moved.silent":
    "已 {days, number} 天未購買；平常{usual, plural, =0 {每天} =1 {每天} other {每 # 天}}購買一次",
  "post-mortem.list": "{customers, number} 位低風險客戶流失，我們沒有預見。",
  "post-mortem.list.item": "*{customer}* – {day}流失，風險 {risk}，{owner}",
  "post-mortem.list.nobody": "沒有負責人",
  "post-mortem.list.why":
    "一次出現這麼多，往往出自同一個原因：匯出方式改變、產品停售、價格調整。若是如此，請在這裡說明。",
  "post-mortem.list.more": "……另有 {more, number} 位：客戶週報會計入全部。",
  "post-mortem.note": "{by} 對 *{customer}* 的補充：",
  "post-mortem.form.title": "我們不知道的事",
  "post-mortem.form.ask": "關於 *{customer}* 為何流失，您當時知道或事後得知什麼？",
  "post-mortem.form.note": "您所知道的",
  "post-mortem.form.hint": "會保存在客戶資料中，並顯示在討論串。",
  "post-mortem.form.submit": "保存",
  "post-mortem.form.empty": "請寫一句話，或取消。",
  "post-mortem.form.too-long": "最多 {most, number} 個字元。",
  "post-mortem.added": "已保存，並顯示在討論串。",
  "post-mortem.repeated": "先前已經保存過。",
  "post-mortem.gone": "此客戶已不在檔案中，因此沒有保存。",
};
