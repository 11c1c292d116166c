import type { feedback as english } from "../en/feedback.ts";
import type { Translation } from "../translation.ts";

/** Asking customers for feedback, and what they answer. For reps and managers; what customers read stands in `pages/`. */
export const feedback: Translation<typeof english> = {
  "feedback.of": "{customer} 的意見回饋",
  "feedback.kind.csat": "滿意度（CSAT）",
  "feedback.kind.ces": "費力度（CES）",
  "feedback.kind.nps": "推薦意願（NPS）",
  "feedback.none": "還沒有回覆。",
  "feedback.latest": "*{kind}：* {score, number}/{most, number}（{day}{trend}）{comment}",
  "feedback.trend":
    "{way, select, up {，高於 {day}的 {before, number} 分} down {，低於 {day}的 {before, number} 分} other {，與 {day}相同}}",
  "feedback.comment": "：「{comment}」",
  "feedback.loops.title": "待處理的負面評價",
  "feedback.loop": "{kind}{score, number}/{most, number}{who}，{open}{comment}",
  "feedback.loop.by": "（{name}）",
  "feedback.loop.open": "{days, plural, =0 {今天收到，尚未處理} other {# 天未處理}}",
  "feedback.loops.how": "收到負面評價後，聯絡上客戶並記錄聯絡，即算處理完成。",
  "feedback.waiting.title": "等待回覆",
  "feedback.waiting": "{kind}{who}{about}：{ago}由 {by} 詢問，連結有效至 {day}",
  "feedback.waiting.to": "，對象 {name}",
  "feedback.waiting.about": "，工單 {ticket}",
  "feedback.more": "另有 {more, number} 則",
  "feedback.by.nobody": "命令列",
  "feedback.by.somebody": "已離開的同事",
  "feedback.ask": "詢問客戶意見",
  "feedback.not-set-up":
    "目前還不能用連結詢問客戶。請聯絡維護 Mainstay 的人員設定 {missing}（參閱 docs/feedback.md）。",

  "feedback.form.title": "詢問客戶意見",
  "feedback.form.submit": "產生連結",
  "feedback.form.ask": "我會為 *{customer}* 產生連結和一段可複製的文字。由您送出：我不會聯絡客戶。",
  "feedback.form.lately":
    "{kind}：{ago}已問過{who}{answered, select, yes {，對方已回覆} other {，對方尚未回覆}}。要不要再問由您決定。",
  "feedback.form.kind": "想了解什麼？",
  "feedback.form.kind.csat": "客戶有多滿意（CSAT，1 至 5 分）",
  "feedback.form.kind.ces": "對客戶來說有多容易（CES，1 至 7 分）",
  "feedback.form.kind.nps": "客戶願不願意推薦我們（NPS，0 至 10 分）",
  "feedback.form.contact": "要問誰？",
  "feedback.form.contact.nobody": "不指定",
  "feedback.form.contact.role": "{name}（{role}）",
  "feedback.form.language": "使用哪種語言？",
  "feedback.form.language.auto": "依檔案，沒有註明時用英文",
  "feedback.form.ticket": "關於哪張已解決的工單？",
  "feedback.form.ticket.none": "不指定：關於我們整體",
  "feedback.form.ticket.one": "{reference}：{subject}",
  "feedback.form.bad-choice": "這個選項已不能選。請關閉表單後重新開啟。",

  "feedback.asked.title": "給 {customer} 的連結",
  "feedback.asked": "請自行以{language}傳給 {who}；每個連結只能回覆一次。客戶回覆後會通知負責人。",
  "feedback.asked.them": "對方",
  "feedback.asked.before":
    "{ago}已問過同樣的問題{who}{answered, select, yes {，對方已回覆} other {，對方尚未回覆}}。",
  "feedback.asked.guess":
    "檔案沒有註明對方的語言，或我沒有該語言的文字，因此使用英文。需要其他語言時，請重新詢問並選擇語言。",
  "feedback.gone":
    "這位客戶、聯絡人或工單已不在檔案中，因此沒有產生連結。輸入 `/customer` 加上客戶名稱，重新查詢。",

  "feedback.note": "{customer} 已回覆：{kind}{score, number}/{most, number}{by}{about}（{when}）。",
  "feedback.note.by": "，{name}",
  "feedback.note.unhappy": "*請處理：* 致電 {who}，了解問題出在哪裡。",
  "feedback.note.unhappy.nobody": "*請處理：* 致電客戶，了解問題出在哪裡。檔案中沒有聯絡人。",
  "feedback.note.touch": "之後記錄聯絡，即算處理完成。",
  "feedback.note.no-owner": "這位客戶沒有其他人可通知，因此通知您：{because}。",
  "feedback.alert.no-owner": "目前無人處理：{because}。",
  "feedback.note.said": "「{comment}」",
};
