import type { sources as english } from "../en/sources.ts";
import type { Translation } from "../translation.ts";

/** What is wrong with a source, and what to do about it. */
export const sources: Translation<typeof english> = {
  "source.bad-settings": "設定無法使用：{problem}。請移除此資料來源，再以正確的設定重新加入。",
  "source.deliveries-lost":
    "{deliveries, number} 筆傳入的資料無法處理，也不會再重試。最後一筆：{problem}請在命令列重試或捨棄。",
  "source.delivery.stopped": "每次處理這筆資料時，程式都會停止。請查看當時的日誌。",
  "source.delivery.unwritable":
    "內容無法寫入{code, select, none {} other {（代碼 {code}）}}。請查看該系統傳送的內容。",
  "source.failed.changed-shape": "傳回的內容與預期不同：{detail}。請確認該系統或查詢檔中的名稱是否有變更。",
  "source.failed.forbidden": "不允許讀取：{detail}。請為金鑰開啟測試指令列出的權限。",
  "source.failed.limited": "對方要求稍後再試：{detail}。下次會從中斷處繼續。",
  "source.failed.not-found": "找不到要求的內容：{detail}。請檢查資料來源的設定。",
  "source.failed.unauthorised": "金鑰不被接受：{detail}。請在環境變數中填入有效的金鑰，再重新啟動。",
  "source.failed.unreachable": "無法連線：{detail}。請檢查位址與網路；下次會從中斷處繼續。",
  "source.no-secret": "環境變數中沒有設定 {name}。請設定後重新啟動。",
  "source.pull-failed": "資料來源「{source}」沒有送來新資料。{problem}",
  "source.trouble": "資料來源「{source}」有問題。{problem}",
  "source.write-back.no-field": "{system} 的 {into} 沒有欄位 {fields}。請在該系統建立，或改用其他欄位。",
  "source.write-back.no-signal": "歷史資料無從判斷誰會流失，因此沒有風險可寫入。",
  "source.write-back.not-asked": "無法查詢該系統有哪些欄位。{problem}",
  "source.write-back.not-possible": "無法寫入 {system}。",
  "source.write-back.not-scored": "還沒有任何客戶的評分。",
  "source.write-back.old-scores": "評分已超過一天半。有新評分後才會寫入。",
  "source.write-back.stale": "此資料來源沒有新資料的時間比平常久。恢復之後才會寫入風險。",
  "source.write-back.wrong-field":
    "{system} 的這些 {into} 無法存放要寫入的內容：{fields}。評分需要數字欄位，其他需要純文字欄位（{kinds}）。",
  "source.unknown-kind": "此版本不支援「{kind}」類型的系統。請移除此資料來源，或更新 Mainstay。",
};
