import type { imports as english } from "../en/imports.ts";
import type { Translation } from "../translation.ts";

/** What is wrong with a file or a line of it. Written for whoever exports the file; the names of columns stay as they are. */
export const imports: Translation<typeof english> = {
  "import.contracts-not-taken":
    "{customers, number} 位客戶的合約已由合約檔案提供，因此沒有採用本檔案的 started_on、ended_on 和 monthly_revenue。這些合約請用合約檔案修改。",
  "import.contracts-of-rows":
    "{customers, number} 位客戶出現在多列：內容不同的每一列各算一份合約，客戶的價值是進行中合約的總和。",
  "import.empty": "{path} 是空的。請重新匯出。",
  "import.known-from-activities":
    "{customers, number} 位新客戶只出現在這些列中，因此以編號作為名稱。匯入客戶檔案即可補上名稱。",
  "import.json-broken": "{path} 不是有效的 JSON。請重新匯出，或匯出成 CSV。",
  "import.json-broken-at": "{path} 從第 {line, number} 列起不是有效的 JSON。請重新匯出，或匯出成 CSV。",
  "import.json-no-list": "{path} 是 JSON，但不是單一的記錄清單。請匯出一份清單，或每列一筆記錄。",
  "import.json-several-lists": "{path} 有多份記錄清單：{lists}。請只匯出其中一份。",
  "import.json-too-large":
    "{path} 是超過 {megabytes, number} MB 的 JSON 清單。請匯出成 CSV，或每列一筆記錄（不限大小，可用 jq -c 轉換）。",
  "import.json-too-many-names": "{path} 的記錄有超過 {limit, number} 個不同的名稱。請匯出名稱都相同的記錄。",
  "import.missing-columns":
    "{path} 缺少格式 {preset} 需要的欄：{missing}。現有的欄：{found}。請以逗號、分號或定位字元分隔各欄並在第一列寫上欄名，或改選其他格式。",
  "import.no-file": "找不到檔案 {path}。請檢查路徑。",
  "import.no-header": "{path} 沒有欄名列。請連同欄名重新匯出。",
  "import.mapping-lacks": "欄位對應沒有說明 {path} 的 {rows} 從哪裡取得這些資料：{missing}。請補上。",
  "import.mapping-rows": "欄位對應中的「{rows}」並不存在。請改成其中之一：{known}，再匯入 {path}。",
  "import.mapping-unknown": "欄位對應中有 {rows} 沒有的資料：{unknown}。請更正名稱，再匯入 {path}。",
  "import.nothing-recognised":
    "無法辨識 {path} 的內容，它的欄是 {found}。請把說明客戶、訂單或工單的欄改名，例如「name」、「customer」、「date」和「amount」，或聯絡維護 Mainstay 的人員用欄位對應匯入。",
  "import.not-a-file": "{path} 不是檔案。請指定一個 CSV 檔案。",
  "import.old-workbook": "{path} 是舊版 Excel 活頁簿。請另存為「CSV UTF-8」，再匯入該檔案。",
  "import.unknown-customers":
    "{rows, number} 列的客戶在資料來源「{source}」中查不到，保留時不歸屬任何客戶。請先匯入客戶，再重新匯入此檔案。",
  "import.unknown-members":
    "{rows, number} 筆聯絡紀錄的成員在這裡查不到，保留時不歸屬任何成員，因此分鐘數沒有每小時成本。等他們加入 Slack 後，請重新匯入此檔案。",
  "import.repeated-ids": "{rows, number} 列的編號與檔案中較早的列相同。編號相同時，以最後一列為準。",
  "import.repeated-columns": "{path} 有重複的欄：{columns}。請將多餘的改名或移除。",
  "import.unknown-encoding":
    "沒有「{encoding}」這種編碼。可用的例如 utf-8、utf-16le、gb18030、big5、shift_jis、euc-kr 或 windows-1252；也可以不寫，由檔案判斷。",
  "import.utf-32": "{path} 是 UTF-32 文字。請另存為「CSV UTF-8」，再匯入該檔案。",
  "import.workbook": "{path} 是活頁簿或 ZIP 壓縮檔。請另存為「CSV UTF-8」，再匯入該檔案。",

  "rejected.amount": "{column}「{value}」的小數位數超過 {currency} 的規定。",
  "rejected.amount-too-large": "{column}「{value}」超過單筆金額的上限 {most}。請檢查數字。",
  "rejected.attribute-too-long": "{column} 超過 {limit, number} 個字元。",
  "rejected.below-zero": "{column}「{value}」小於零。",
  "rejected.birthday": "{column}「{value}」不是 1900 年以後的日期。寫法如 1985-03-31。",
  "rejected.closed-record":
    "「{externalId}」計入的日期已結帳至 {through}，而這裡的內容會改變已結帳的數字。這些數字不再變動：請讓這一列維持原樣，或在未結帳的日期另寫一列說明差額。",
  "rejected.column-count": "這一列有 {found, number} 個欄位，標題列有 {needed, number} 個。",
  "rejected.contract-ends-before":
    "ended_on {endedOn}早於 started_on {startedOn}。請更正其中之一；合約仍持續時，ended_on 請留空。",
  "rejected.contract-first-price":
    "合約「{contract}」從 {startedOn}開始，第一個價格卻從 {earliest}才開始。請新增一列，寫明從 {startedOn}起的價格；免費期間寫 0。",
  "rejected.contract-of-another":
    "合約「{contract}」屬於 {owner}（{ownerId}），這一列卻寫 {name}（{id}）。請更正客戶，或給合約另一個編號。",
  "rejected.contract-of-two":
    "此檔案將合約「{contract}」同時歸給 {name}（{id}）和 {otherName}（{otherId}）。請只保留其中之一，或給兩份合約各自的編號。",
  "rejected.contract-price-outside":
    "price_from {priceFrom}不在合約期間內：合約{endedOn, select, none {從 {startedOn}開始} other {從 {startedOn}到 {endedOn}}}。",
  "rejected.contract-prices":
    "合約「{contract}」的各列寫了兩個從 {priceFrom}起的價格：{one} 和 {other}。請只保留其中之一。",
  "rejected.contract-spans":
    "合約「{contract}」的各列日期不一致：{one} 和 {other}。每一列請寫相同的 started_on 和 ended_on。",
  "rejected.currency": "「{value}」不是 EUR、USD 之類的幣別代碼。",
  "rejected.date":
    "{column}「{value}」不是 1990 至 2100 年的日期。寫法如 2026-03-31 或 2026-03-31T09:30:00Z。",
  "rejected.domain": "domain「{value}」不是像 acme.com 的網域。",
  "rejected.earlier-than": "{column} 早於 {before}。請更正寫錯的一項。",
  "rejected.email-address": "{column}「{value}」不是電子郵件地址。",
  "rejected.email": "owner_email「{value}」不是電子郵件地址。",
  "rejected.empty": "{column} 是空的。",
  "rejected.kind": "kind「{value}」不在 {kinds} 之中。",
  "rejected.line-too-long": "這一列超過 {limit, number} 個字元。",
  "rejected.margin": "margin_percent {value} 不在 {lowest, number} 至 100 之間。",
  "rejected.no-currency": "{column}「{value}」沒有幣別。",
  "rejected.no-json-record": "這一列不是 JSON 記錄。",
  "rejected.not-encoded": "這一列有無法以 {encoding} 讀取的字元。請將檔案另存為「CSV UTF-8」。",
  "rejected.not-one-of": "{column}「{value}」不在 {choices} 之中，也不是它們的常見說法。",
  "rejected.not-utf8": "這一列不是有效的 UTF-8。請將檔案另存為「CSV UTF-8」。",
  "rejected.nul": "這一列含有 NUL 位元組。",
  "rejected.number": "{column}「{value}」不是數字。請只用數字和小數點，不加千分位或幣別符號。",
  "rejected.other-customer":
    "「{externalId}」已記錄在客戶「{recorded}」，這裡卻是「{here}」。請更正客戶，或給這一列另一個 external_id。",
  "rejected.out-of-range": "{column}「{value}」不是 {lowest, number} 至 {highest, number} 的數字。",
  "rejected.price-below-zero": "價格「{value}」小於零。退貨請改用負的數量。",
  "rejected.product-too-large": "「{quantity}」×「{price}」太大。",
  "rejected.activity": "{customer} 在 {at} 的 {kind}",
  "rejected.activity-amount": "{customer} 在 {at} 的 {kind}，{amount}",
  "rejected.recorded-closed":
    "「{externalId}」已記錄為 {recorded}，這裡卻是 {here}。帳目已結至 {through}，因此維持原樣。請把差額另寫一列，用另一個 external_id，記為訂單或退款，會計入第一個未結帳的日期。",
  "rejected.recorded-other-time":
    "「{externalId}」已由此檔案的另一列記錄為 {recorded}，這裡卻是 {here}。同一筆訂單的各列時間相同。不同的請改用另一個 external_id。",
  "rejected.recorded-otherwise":
    "「{externalId}」已記錄為 {recorded}，這裡卻是 {here}。客戶或種類不同就是另一筆記錄：請改用另一個 external_id。",
  "rejected.recorded-amount":
    "「{externalId}」已有紀錄{entry, select, ID {} other {（分錄 {entry}）}}，但金額不同：原為 {recorded}，這裡是 {here}。請聯絡管理帳本的人員更正該分錄。",
  "rejected.recorded-facts":
    "「{externalId}」已有紀錄{entry, select, ID {} other {（分錄 {entry}）}}，但以下各欄不同：{columns}。請聯絡管理帳本的人員撤回該分錄，新的一筆請改用另一個 external_id。",
  "rejected.refund-below-zero": "{column}「{value}」小於零。退貨的 kind 請寫 refund。",
  "rejected.stray-quote": '引號開始或結束的位置不對。請用引號括住整個欄位，其中的引號要重複一次（""）。',
  "rejected.text-too-long": "{column} 有 {length, number} 個字元，最多保留 {limit, number} 個。",
  "rejected.url": "{column}「{value}」不是像 https://example.com/page 的網址。",
  "rejected.erased": "這一列關於資料已在這裡刪除的人，不會再次採用，內容也不保留。",
  "rejected.unknown-customer":
    "資料來源「{source}」中沒有客戶「{customer}」。請先匯入客戶，再重新匯入此檔案。",
};
