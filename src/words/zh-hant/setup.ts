import type { setup as english } from "../en/setup.ts";
import type { Translation } from "../translation.ts";

/** The three steps of a new installation, in Slack. Written for whoever installed the bot. */
export const setup: Translation<typeof english> = {
  "setup.title": "開始發布前的三個步驟",
  "setup.title.posting": "初始設定",
  "setup.text": "初始設定：{steps, number} 個步驟已完成 {done, number} 個。",
  "setup.intro": "在您啟動之前，我不會在任何頻道發布，也不會主動傳訊息給任何人。有人提問時仍會回答。",
  "setup.step": "*{number, number}. {title}* – {isDone, select, yes {已完成} other {待完成}}\n{text}",
  "setup.data": "資料",
  "setup.data.none":
    "還沒有客戶。{takesFiles, select, yes {請在這裡匯入檔案，或請維護人員連接資料來源} other {請維護人員匯入檔案或連接資料來源}}：先匯入客戶，再匯入他們的購買與使用紀錄。",
  "setup.data.no-activities":
    "檔案中有 {customers, number} 位客戶，但沒有任何購買或使用紀錄。缺少這些就無法判斷誰可能流失。",
  "setup.data.there": "{customers, number} 位客戶；最新的活動在{day}。",
  "setup.owners": "負責人",
  "setup.owners.unknown": "還沒讀取此工作區的成員名單。啟動後約一分鐘會完成，屆時請重新檢查。",
  "setup.owners.no-customers": "客戶的負責人，以客戶檔案中的電子郵件地址為準。",
  "setup.owners.none":
    "沒有任何客戶的負責人在此工作區，因此不會有人收到提醒。客戶檔案以電子郵件地址指定負責人，必須與 Slack 上的相同。",
  "setup.owners.some":
    "{customers, number} 位客戶中有 {owned, number} 位由這裡的 {owners, number} 人負責。{rest, plural, =0 {} other {其餘 # 位不會有人收到提醒。}}",
  "setup.posting": "試跑第一份客戶週報",
  "setup.posting.no-data": "有了客戶之後，可以先在這裡查看週報，再決定是否發布。",
  "setup.posting.off":
    "查看上週的週報，只有您看得到；內容無誤的話，就在下方啟動。{channels, plural, =0 {還沒有頻道要接收週報：請在頻道中輸入 `/customer channel on digest` 。} other {已有 # 個頻道要接收週報。}}",
  "setup.posting.on": "自 {when} 起已開始發布{named, select, yes {，由 {who} 啟動} other {}}。",
  "setup.posting.before": "正在發布，與有這個步驟之前相同。",
  "setup.import": "匯入檔案",
  "setup.no-owner": "誰沒有負責人",
  "setup.no-owner.nobody": "每位客戶的負責人都在此工作區。",
  "setup.digest": "查看週報",
  "setup.again": "重新檢查",
  "setup.not-now": "以後再說",
  "setup.declined-by": "{who} 決定以後再設定。",
  "setup.declined": "好的。有人啟動之前，我不會發布任何內容； `/customer setup` 可再次開啟。",
  "setup.start": "開始發布",
  "setup.start.what":
    "以上只是試跑，沒有其他人收到。啟動後，{owners, plural, =0 {還沒有人會收到提醒，因為沒有客戶的負責人在這裡} other {工作日提醒 # 位負責人聯絡各自的客戶}}，{channels, plural, =0 {週報還不會發布到任何頻道} other {每週一在 # 個頻道發布週報}}。",
  "setup.start.sure": "開始發布？",
  "setup.start.yes": "開始",
  "setup.start.no-customers": "還沒有客戶，沒有內容可以發布。請先匯入客戶。",
  "setup.started": "已啟動。負責人將在下一個工作日收到提醒，頻道則在到期時收到所要的內容。之前的不會補發。",
  "setup.stop": "停止發布",
  "setup.stop.sure": "停止發布？",
  "setup.stop.what": "在有人再次啟動之前，沒有人會收到提醒，頻道也不會收到週報或警示。期間的內容不會補發。",
  "setup.stop.yes": "停止",
  "setup.cancel": "取消",
  "setup.stopped": "已停止。從現在起不會主動發布任何內容； `/customer setup` 可再次啟動。",
  "why-silent.not-posting": "目前還不會主動提醒，主管或營運人員可用 /customer setup 啟動。",
  "setup.not-posting": "目前還不會發布：主管或營運人員可用 `/customer setup` 啟動。",
  "setup.more": "另有 {accounts, number} 位。",
};
