import type { PageTexts } from "../en/feedback.ts";

export const feedback: PageTexts = {
  "page.title": "您的意見回饋",
  "csat.question": "{named, select, yes {您對{company}的滿意程度如何？} other {您對我們的滿意程度如何？}}",
  "csat.question.ticket":
    "{named, select, yes {您對{company}處理您的請求 {ticket} 的滿意程度如何？} other {您對我們處理您的請求 {ticket} 的滿意程度如何？}}",
  "csat.1": "非常不滿意",
  "csat.2": "不滿意",
  "csat.3": "普通",
  "csat.4": "滿意",
  "csat.5": "非常滿意",
  "ces.question":
    "{named, select, yes {從{company}獲得您所需要的，有多容易？} other {從我們這裡獲得您所需要的，有多容易？}}",
  "ces.question.ticket":
    "{named, select, yes {請{company}解決您的請求 {ticket}，有多容易？} other {請我們解決您的請求 {ticket}，有多容易？}}",
  "ces.1": "非常困難",
  "ces.2": "困難",
  "ces.3": "有點困難",
  "ces.4": "普通",
  "ces.5": "還算容易",
  "ces.6": "容易",
  "ces.7": "非常容易",
  "nps.question":
    "{named, select, yes {您有多大可能向他人推薦{company}？} other {您有多大可能向他人推薦我們？}}",
  "nps.question.ticket":
    "{named, select, yes {經過請求 {ticket} 的處理，您有多大可能向他人推薦{company}？} other {經過請求 {ticket} 的處理，您有多大可能向他人推薦我們？}}",
  "nps.0": "完全不可能",
  "nps.10": "非常可能",
  "page.comment": "您這樣回答的主要原因是什麼？",
  "page.comment.hint": "選填，最多 {most, number} 個字。",
  "page.once": "您只能回答一次。如果之後想修改，請告訴傳送此連結給您的人。",
  "page.send": "送出回答",
  "page.error.no-score": "請選擇一個答案。",
  "page.error.too-long": "您的意見超過了 {most, number} 個字，請縮短。",
  "page.error.unreadable": "無法讀取您的回答，請重新選擇。",
  "page.thanks.title": "謝謝您",
  "page.thanks": "我們已收到您的回答。您可以關閉此頁面。",
  "page.answered.title": "謝謝您，我們已收到您的回答",
  "page.answered": "此問題已經回答過，以第一次的回答為準。如需修改，請告訴傳送此連結給您的人。",
  "page.over.title": "此連結無效",
  "page.over": "連結可能已過期，或者沒有完整複製。請向傳送連結給您的人索取新的連結。",
  "draft.hello": "{named, select, yes {{name}，您好！} other {您好！}}",
  "draft.ask": "我們很想了解您的看法。只有一個問題，不到一分鐘即可完成：",
  "draft.until": "連結有效期至 {day}。謝謝！",
};
