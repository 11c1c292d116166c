import type { asking as english } from "../en/asking.ts";
import type { Translation } from "../translation.ts";

/** What is asked in words, in a message or a form, and what is answered to that. Read by reps and managers. */
export const asking: Translation<typeof english> = {
  "help.text.asking":
    "直接提問：私訊我或在頻道中提及我。例如：Acme 情況如何、為何有流失風險、從何時起、怎麼做有幫助、誰有高風險、誰的風險變動最大。",
  "help.asking":
    "*直接提問* ，可私訊我、在頻道中提及我，或寫在 `/customer` 之後\nAcme 情況如何？Acme 為何有流失風險？從何時起？怎麼做有幫助？Acme 買什麼、成本多少、價值多少？誰有高風險？誰的風險變動最大？我們的留存率是多少？接著可以再問：「那 Globex 呢？」、「為什麼？」\n在頻道中，所有人都會在討論串看到回答，但不含金額；金額只給提問者看。\n`/customer movers` – 七天內風險變動最大的客戶； `movers mine` 只看自己負責的\n`/customer digest` 與 `digest last week` – 週報的內容（主管和營運人員）\n在訊息上按「記錄聯絡」即可存為與客戶的聯絡；「尋找客戶」可在任何地方打開卡片。",

  "asking.unknown": "看不懂 {typed}。以下是最接近、我能回答的：",
  "asking.unknown.list": "看不懂 {typed}。可以這樣問我：{examples}。",
  "asking.example": "• {example}",
  "asking.which": "{typed} 是指哪一位客戶？選擇之後就會回答。",
  "asking.which-of-more": "{typed} 是指哪一位客戶？以下是前 {shown, number} 位；多輸入一個詞可縮小範圍。",
  "asking.who.card": "哪一位客戶？請寫出名稱，例如「Acme 情況如何？」。",
  "asking.who.why": "哪一位客戶？請寫出名稱，例如「Acme 為何有風險？」。",
  "asking.who.since-when": "哪一位客戶？請寫出名稱，例如「Acme 從何時起有風險？」。",
  "asking.who.what-helps": "哪一位客戶？請寫出名稱，例如「怎麼做對 Acme 有幫助？」。",
  "asking.who.history": "哪一位客戶？請寫出名稱，例如「Acme 歷史」。",
  "asking.who.products": "哪一位客戶？請寫出名稱，例如「Acme 買什麼？」。",
  "asking.who.costs": "哪一位客戶？請寫出名稱，例如「Acme 成本多少？」。",
  "asking.who.worth": "哪一位客戶？請寫出名稱，例如「Acme 價值多少？」。",
  "asking.who.why-silent": "哪一位客戶？請寫出名稱，例如「為何不提醒 Acme？」。",
  "asking.do.card": "客戶情況如何：寫名稱加上「情況如何」",
  "asking.do.why": "客戶為何有風險：寫名稱加上「為何有風險」",
  "asking.do.since-when": "客戶從何時起有風險：寫名稱加上「從何時起有風險」",
  "asking.do.what-helps": "怎麼做對客戶有幫助：「怎麼做對」加上名稱「有幫助」",
  "asking.do.history": "客戶的往來：寫名稱加上「歷史」",
  "asking.do.products": "客戶買什麼：寫名稱加上「買什麼」",
  "asking.do.costs": "客戶的成本：寫名稱加上「成本多少」",
  "asking.do.worth": "客戶的價值：寫名稱加上「價值多少」",
  "asking.do.why-silent": "為何不提醒某位客戶：「為何不提醒」加上名稱",
  "asking.do.at-risk": "誰有高風險？",
  "asking.do.movers": "誰的風險變動最大？",
  "asking.do.threshold": "門檻 60% 會有什麼改變：「門檻 60%」",
  "asking.do.digest": "顯示上週週報",
  "asking.do.retention": "我們的留存率是多少？",
  "asking.do.nudges": "我的提醒",
  "asking.do.help": "說明",

  "asking.private.card": "只有您看得到：{worth}",
  "asking.private.at-risk": "只有您看得到，附上可能的損失：",
  "asking.public.more": "另有 {more, number} 位高風險客戶： `/customer at-risk` 列出全部。",
  "asking.public.asked": "由 <@{who}> 提問。",

  "asking.since.title": "{name}：從何時起",
  "asking.since.high": "自 {since}起為高風險（50% 以上）。前一次評分在 {day}，為 {before}。",
  "asking.since.always": "自我有的第一次評分（{since}）起即為高風險（50% 以上）。",
  "asking.since.not-high": "不是高風險（50% 以上）。",

  "asking.help.title": "{name}：怎麼做有幫助",
  "asking.help.none": "模型所知的做法都無法讓風險降低一個百分點以上。模型看哪些資料，見 `/customer model` 。",

  "asking.worth.title": "{name} 的價值",
  "asking.worth.text": "{name}：毛利 CLV {clv}；終身營收 {lifetime}。",

  "asking.movers.title": "{days, number} 天內風險變動最大的客戶",
  "asking.movers.title.mine": "{days, number} 天內風險變動最大的客戶：我負責的",
  "asking.movers.risen": "上升",
  "asking.movers.fallen": "下降",
  "asking.movers.more": "另有 {more, number} 位變動達十個百分點",
  "asking.movers.nobody":
    "{days, number} 天內，{whose, select, mine {您負責的客戶} other {所有客戶}}的風險變動都不到十個百分點。",
  "asking.movers.not-scored": "還沒有任何客戶的風險值，因此也沒有變動。評分每晚進行。",
  "asking.movers.no-email":
    "看不到您的電子郵件，因此無法判斷哪些客戶由您負責。 `/customer movers team` 顯示全團隊的。",
  "asking.movers.text": "{title}。上升：{risen}。下降：{fallen}。",
  "asking.movers.none": "無",
  "asking.movers.why": "原因",
  "asking.movers.foot": "最新評分與 {days, number} 天前相比；變動達十個百分點者。",

  "asking.digest.this": "本週至今。風險為目前數值，與七天前相比。",
  "asking.digest.last": "上週，截至 {at} 的狀況。其後更正的數值以目前為準。",

  "asking.retention.title": "客戶留存，{from}至 {to}",
  "asking.retention.percent": "*{value, number, ::.#}%* （{working}）",
  "asking.retention.percent.alone": "*{value, number, ::.#}%*",
  "asking.retention.none": "無法計算：{because}",
  "asking.retention.text": "{title}：{figures}",
  "asking.retention.figure": "{name} {value}",
  "asking.retention.not-available": "無資料",
  "asking.retention.other": "其他期間可問「上季留存率」或「本月留存率」。",

  "asking.threshold.now":
    "*今天* 有風險值的 {scored, number} 位客戶中，{customers, plural, =0 {沒有客戶} other {有 # 位}}達到 {percent} 以上。",
  "asking.threshold.stake": "合計 {text}",
  "asking.threshold.no-stake": "可能的損失從高風險（50%）起加總，因此此門檻沒有合計。",
  "asking.threshold.not-scored": "*今天* 沒有任何客戶的風險值，因此沒有客戶達到門檻。",

  "asking.prompts.title": "問我",
  "asking.prompt.at-risk": "誰有高風險？",
  "asking.prompt.my-at-risk": "我負責的客戶中誰有高風險？",
  "asking.prompt.movers": "誰的風險變動最大？",
  "asking.prompt.nudges": "今天該聯絡誰？",
  "asking.prompt.digest": "顯示上週週報",
  "asking.prompt.retention": "我們的留存率是多少？",
  "asking.prompt.help": "你能做什麼？",
  "asking.status": "查詢中……",

  "asking.touch.customer": "客戶",
  "asking.touch.customer.hint": "名稱、網域或編號",
  "asking.touch.guessed": "訊息中提到 {customer}：記錄前請確認。",
  "asking.touch.not-guessed": "記錄與客戶的聯絡，並以此訊息為備註。",
  "asking.touch.nobody": "找不到這位客戶。請輸入名稱、網域或編號。",
  "asking.touch.several": "有多位客戶符合：{customers}。請輸入所指客戶的編號。",
  "asking.touch.logged": "已記錄與 {customer} 的聯絡。這是目前的卡片。",

  "asking.find.title": "尋找客戶",
  "asking.find.submit": "尋找",
  "asking.find.close": "關閉",
  "asking.find.field": "客戶",
  "asking.find.hint": "名稱（拼錯或只輸入部分也可以）、網域或客戶編號",
  "asking.find.nobody": "找不到這位客戶。可輸入部分名稱、網域或編號。",
  "asking.find.near": "找不到這位客戶。最接近的是：{customers}。",
  "asking.find.sent": "附有按鈕的卡片已傳送到私訊。",
};
