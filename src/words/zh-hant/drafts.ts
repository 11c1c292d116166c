import type { drafts as english } from "../en/drafts.ts";
import type { Translation } from "../translation.ts";

/** Drafts to write to customers with, and the team's templates. What customers read stands in `words/drafts/`. */
export const drafts: Translation<typeof english> = {
  "draft.button": "草稿",

  // Those that have no playbook of the same name.
  "draft.of.call-about-renewal-30": "續約前 30 天",
  "draft.of.call-about-renewal-14": "續約前 14 天",

  "draft.form.title": "草稿",
  "draft.form.submit": "我已送出",
  "draft.form.close": "關閉",
  "draft.form.ask":
    "給 *{customer}* 的文字，可直接複製或修改（{draft}）。我不會聯絡客戶：由您送出後，按 *我已送出* 即可。",
  "draft.form.not-due": "當初的建議理由已不成立，或之後已有人聯絡過。使用前請先讀過內容。",
  "draft.form.nobody": "檔案中沒有聯絡人，因此稱呼不含姓名。",
  "draft.form.own": "團隊自訂的文字，由 {name} 於 {day}設定。",
  "draft.form.own.somebody": "團隊自訂的文字，於 {day}設定。",
  "draft.form.language": "語言",
  "draft.form.form": "形式",
  "draft.form.form.email": "電子郵件",
  "draft.form.form.chat": "聊天訊息",
  "draft.form.subject": "主旨",
  "draft.form.body": "內文",
  "draft.form.chat": "聊天訊息",
  "draft.form.minutes": "花費分鐘數",
  "draft.form.minutes.hint": "計入這位客戶的成本。",
  "draft.form.mail": "在郵件程式中撰寫",
  "draft.form.mail.how": "郵件會帶入原本建議的文字；在這裡修改的內容，請自行複製過去。",
  "draft.form.mail.no-address": "檔案中沒有對方的電子郵件地址，請在郵件中填寫。",
  "draft.form.mail.too-long": "文字太長，無法放進連結，因此郵件不含內文，請自行複製。",

  "draft.language.chosen": "使用{language}：由您選擇。",
  "draft.language.customer": "使用{language}：依客戶檔案。",
  "draft.language.contact": "使用{language}：依聯絡人檔案。",
  "draft.language.country": "使用{language}：檔案未註明語言，依客戶所在國家決定。",
  "draft.language.sender": "使用{language}：檔案未註明語言，依您的 Slack 語言決定。",
  "draft.language.nobody": "使用{language}：檔案和您的 Slack 都沒有指定可用的草稿語言。",
  "draft.language.without": "沒有對方語言的草稿（{named}）。",

  "draft.sent.email": "已記錄：電子郵件已寄出，尚未回覆。收到回覆後請記錄聯絡。",
  "draft.sent.chat": "已記錄：訊息已送出，尚未回覆。收到回覆後請記錄聯絡。",
  "draft.sent.before": "先前已經記錄過，沒有任何變更。",
  "draft.empty": "內容是空的。請填入您送出的文字，或關閉表單。",

  "drafts.title": "草稿",
  "drafts.how":
    "業務在提醒或卡片上按 *草稿* 時，會以這些文字為起點。選擇一則即可閱讀（共六種語言），也可以改成自己的版本。",
  "drafts.none": "還沒有自訂文字：全部 {drafts, number} 則、{languages, number} 種語言都使用我們的版本。",
  "drafts.own": "*{own, number} 則自訂文字* · 其餘使用我們的版本。",
  "drafts.own.one": "{draft} · {language} · 由 {name} 於 {day}設定",
  "drafts.own.one.somebody": "{draft} · {language} · 於 {day}設定",
  "drafts.more": "另有 {more, number} 則",
  "drafts.choose": "選擇草稿",
  "drafts.text": "草稿：{own, plural, =0 {尚無自訂文字} other {# 則自訂文字}}。",

  "draft.template.title": "編輯草稿",
  "draft.template.submit": "儲存",
  "draft.template.ours": "這是我們的文字。修改後即成為您的版本，供所有業務使用。",
  "draft.template.own": "您的文字，由 {name} 於 {day}設定。",
  "draft.template.own.somebody": "您的文字，於 {day}設定。",
  "draft.template.names": "以下名稱會自動填入：{known}。",
  "draft.template.how":
    "某個名稱沒有資料時，會省略整個句子；使用方括號時，只省略括號內的部分：「['{'contact'}'，]您好：」。",
  "draft.template.back": "恢復我們的版本",
  "draft.template.back.sure": "要捨棄您的文字嗎？",
  "draft.template.back.what": "業務從現在起改用我們的版本。",
  "draft.template.back.yes": "恢復我們的版本",
  "draft.template.back.no": "保留我的版本",

  "draft.kept": "已儲存：{draft}（{language}）。業務從現在起使用您的文字。",
  "draft.back": "業務重新使用我們的文字：{draft}（{language}）。",
  "draft.as-ours": "與我們的文字相同，因此使用我們的版本：{draft}（{language}）。",
  "draft.changed":
    "您開啟期間，{name} 修改了這段文字，因此您的版本沒有儲存。請先複製，關閉表單後再重新開啟。",
  "draft.changed.somebody":
    "您開啟期間，有人修改了這段文字，因此您的版本沒有儲存。請先複製，關閉表單後再重新開啟。",

  "draft.wrong.empty": "請填寫內容。",
  "draft.wrong.lines": "主旨只能有一行。",
  "draft.wrong.brace": "有一個 {brace} 不屬於任何名稱。名稱寫成 '{'contact'}'，不加空格。",
  "draft.wrong.bracket": "有一個 {bracket} 在同一行沒有成對，或一組括號包在另一組裡。",
  "draft.wrong.unknown": "沒有 {name} 這個名稱。可用的名稱：{known}。",
  "draft.wrong.long": "超出 {characters, number} 個字：填入所有名稱後，最多 {most, number} 個字。",
  "draft.wrong.nothing-left": "名稱都沒有資料時，這裡會變成空白。請加上不含名稱的句子，或用方括號括住名稱。",
};
