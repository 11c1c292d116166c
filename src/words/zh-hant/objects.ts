import type { objects as english } from "../en/objects.ts";
import type { Translation } from "../translation.ts";

/** A customer below a link to them, and in the pane that opens on it. Fields are plain text. For reps and managers. */
export const objects: Translation<typeof english> = {
  "object.type": "客戶",
  "object.standing": "團隊的決定",
  "object.risk": "風險",
  "object.next": "下一步",
  "object.ended": "已流失",
  "object.owner": "負責人",
  "object.worth": "價值",
  "object.known": "資料時間",
  "object.segment": "客群",
  "object.loyalty": "會員",
  "object.products": "接著常買",
  "object.joined": "已合併",
  "object.joined.text": "這位客戶已併入{name}，以下是{name}的資料。",
  "object.refused": "無法顯示",
  "object.gone": "這位客戶已不在客戶檔案中。",
  "object.unknown": "這個連結對不到客戶，或有幾位客戶的編號相同。請用名稱查詢： `/customer acme` 。",
  "object.failed": "抱歉，沒有成功。關閉後再開一次；若仍失敗，請告訴管理 Mainstay 的人。",
  "object.link":
    "{name}的連結： `{link}`\n貼到頻道裡，所有人都會看到這位客戶；除非頻道收週報或成本月報，否則不顯示金額。",
  "object.link.none":
    "要有機器人自己的網址，才有客戶連結。請管理 Mainstay 的人設定 `PUBLIC_URL` （docs/work-objects.md）。",
};
