import type { importsInSlack as english } from "../en/imports-in-slack.ts";
import type { Translation } from "../translation.ts";

/** A file handed over in Slack: the form, the preview, what came of it. Written for managers and operations. */
export const importsInSlack: Translation<typeof english> = {
  "home.import": "匯入檔案",
  "home.empty.no-customers.import": "目前還沒有客戶。用下方按鈕匯入客戶檔案，或任何包含客戶的匯出檔。",

  "import-form.title": "匯入檔案",
  "import-form.submit": "顯示預覽",
  "import-form.close": "關閉",
  "import-form.intro":
    "可使用商店、CRM、客服或發票系統的匯出檔，或任何客戶、訂單、工單的表格。匯入前會先顯示我如何理解這個檔案。",
  "import-form.file": "檔案",
  "import-form.file-hint": "CSV、TSV、TXT 或 JSON，最大 {megabytes, number} MB。",
  "import-form.currency": "幣別",
  "import-form.currency-hint": "用於沒有註明幣別的金額，例如 EUR。",
  "import-form.source": "來自哪個系統",
  "import-form.source-hint": "從我認識的系統匯出時可留空。同一系統的檔案以這個名稱歸在一起。",
  "import-form.no-file": "請選擇檔案。",
  "import-form.bad-type": "我能讀取 CSV、TSV、TXT 和 JSON。請將表格匯出成其中一種。",
  "import-form.too-large":
    "檔案超過 {megabytes, number} MB。請匯出較短的期間，或聯絡維護 Mainstay 的人員匯入。",
  "import-form.bad-currency": "這不是 EUR、USD 之類的幣別代碼。",
  "import-form.choose": "請選擇一項。",

  "import-preview.reading": "正在讀取檔案。可以關閉這個視窗，之後我會用私訊通知您。",
  "import-preview.recognised": "*{file}* 辨識為 *{as}*",
  "import-preview.proposed": "*{file}* 不是我認識的匯出檔。以下是我依欄名的理解。",
  "import-preview.rows":
    "{rows, plural, =0 {前幾列中沒有{called}的資料。} other {{called}的前 # 列匯入後如下：}}",
  "import-preview.line": "列",
  "import-preview.more-facts": "另有 {more, number} 項資料",
  "import-preview.day": "{day}",
  "import-preview.problem": "第 {line, number} 列不會採用：{problem}",
  "import-preview.unused": "未使用的欄：{columns}{more, plural, =0 {} other {，另有 # 欄}}",
  "import-preview.currency": "金額的幣別",
  "import-preview.currency-assumed": "金額的幣別（第一個是您的客戶最常用的）",
  "import-preview.currency-of": "{code} – {name}",
  "import-preview.in-currency": "沒有註明幣別的金額以 {currency} 計。",
  "import-preview.format": "{column} 中的「{example}」是什麼意思？",
  "import-preview.format-way": "{reads}（{format}）",
  "import-preview.open": "還有一點未確定：這個檔案有不只一種讀法。",
  "import-preview.choose": "選擇讀法",
  "import-preview.import": "匯入",
  "import-preview.nothing-yet": "目前尚未匯入任何資料。",

  "import-run.begun": "正在匯入檔案。可以關閉這個視窗，結果會用私訊通知您。",
  "import-run.progress": "正在匯入 {file}：{percent, number}%。可以關閉這個視窗，結果會用私訊通知您。",
  "import-run.message": "正在匯入檔案，結果會顯示在下方。",
  "import-run.cancelled": "{file} 沒有匯入。",
  "import-run.twice":
    "這個檔案已開始匯入，因此沒有重新開始。如果遲遲沒有結果，請重新上傳：不會重複新增資料。",
  "import-run.open": "這個檔案還有一點未確定。請重新上傳並選擇讀法。",
  "import-run.off": "這裡已關閉在 Slack 匯入檔案的功能。請聯絡維護 Mainstay 的人員。",
  "import-run.gone": "Slack 已沒有這個檔案，或不讓我讀取。請重新上傳。",
  "import-run.failed": "沒有成功，詳情已用私訊通知您。",

  "import-result.done": "*{file}* 已匯入。",
  "import-result.known": "*{file}* 沒有新增任何資料：內容都已存在。",
  "import-result.nothing": "*{file}* 沒有匯入任何資料：所有列都未採用。請依下方說明更正後重新上傳。",
  "import-result.no-rows": "*{file}* 沒有匯入任何資料：欄名下方沒有資料列。請連同資料重新匯出。",
  "import-result.counts":
    "*{called}：* 新增 {accepted, number}{updated, plural, =0 {} other {、更新 #}}{duplicates, plural, =0 {} other {、已存在 #}}{rejected, plural, =0 {} other {、未採用 #}}",
  "import-result.because": "{rows, number} 列，例如第 {line, number} 列：{problem}",
  "import-result.because-other": "{rows, number} 列因其他原因",
  "import-result.rejected": "下載未採用的列",
  "import-result.also-written": "相同內容也已用私訊通知您。",

  "import-rejected.line": "列",
  "import-rejected.problem": "問題",
  "import-rejected.raw": "原始內容",
  "import-rejected.comment":
    "這些是未採用的列，並說明要更正什麼。請在原始檔案中更正後重新上傳：不會重複新增資料。",
  "import-rejected.sent": "未採用的列已用私訊以 {file} 傳給您{left, plural, =0 {} other {，不含最後 # 列}}。",
  "import-rejected.none": "這次匯入已沒有未採用的列。",
};
