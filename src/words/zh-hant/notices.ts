import type { notices as english } from "../en/notices.ts";
import type { Translation } from "../translation.ts";

/** What the bot answers in a sentence: to a command, to a button, and where something cannot be done. */
export const notices: Translation<typeof english> = {
  "notice.failed":
    "抱歉，操作沒有成功。請稍後再試；若再次失敗，請把參考編號 {reference} 交給維護 Mainstay 的人員。",
  "notice.form-too-late":
    "太慢了：Slack 只允許在三秒內開啟表單。請再按一次按鈕。若一再發生，請把參考編號 {reference} 交給維護 Mainstay 的人員。",
  "notice.not-taken": "目前無法保存，因此沒有執行任何動作。請稍後再試。",
  "notice.interrupted": "分享時被中斷。再次分享之前，請先到頻道查看是否已經送出。",
  "notice.old-button": "這個按鈕來自舊版本。請用 `/customer` 重新查詢此客戶。",
  "touch.not-kept": "此客戶已不在檔案中，因此沒有保存這筆聯絡紀錄。請用 `/customer` 加上名稱重新查詢。",
  "notice.gone": "此客戶已不在檔案中。請用 `/customer` 加上名稱重新查詢。",

  "look-up.which": "{typed} 是指哪一位客戶？",
  "look-up.which-of-more": "{typed} 是指哪一位客戶？以下是前 {shown, number} 位；多輸入一個詞可縮小範圍。",
  "look-up.nobody": "找不到客戶 {typed}。可輸入部分名稱、網域或客戶編號；用法請見 `/customer help` 。",
  "look-up.nobody-but-near": "找不到客戶 {typed}。最接近的是：",
  "look-up.command-meant": "是要輸入 {command} 嗎？",
  "look-up.do-command": "{command}",
  "look-up.too-long": "客戶名稱太長。請輸入部分名稱、網域或編號。",
  "look-up.open": "開啟",
  "look-up.nearest": "沒有名稱完全相同的客戶；這是最接近的一位。",
  "look-up.namesake": "有一位客戶叫這個名字。若要使用同名的指令，請輸入 {command}。",

  "settled.touch-logged":
    "{who, select, you {您已於 {ago}記錄聯絡。} named {{name} 已於 {ago}記錄聯絡。} other {已有人於 {ago}記錄聯絡。}}",
  "settled.snoozed":
    "{who, select, you {您已於 {ago}暫停此客戶的提醒。} named {{name} 已於 {ago}暫停此客戶的提醒。} other {已有人於 {ago}暫停此客戶的提醒。}}",
  "settled.not-useful":
    "{who, select, you {您已於 {ago}標記為沒有幫助。} named {{name} 已於 {ago}標記為沒有幫助。} other {已有人於 {ago}標記為沒有幫助。}}",
  "settled.reached-out":
    "{who, select, you {您已於 {ago}聯絡此客戶。} named {{name} 已於 {ago}聯絡此客戶。} other {已有人於 {ago}聯絡此客戶。}}",
  "settled.handed-over":
    "{who, select, you {您已於 {ago}轉交這則提醒。} named {{name} 已於 {ago}轉交或接手這則提醒。} other {已有人於 {ago}轉交這則提醒。}}",
  "settled.look-up-again": "{settled}若要補充，請重新查詢此客戶。",
  "settled.offer-touch": "已記下。可記錄聯絡，說明結果與所花時間。",

  "access.guest": "客戶資訊不對工作區的訪客開放。如需完整帳號，請洽管理員。",
  "access.outsider": "我只為本公司的成員服務。",
  "access.bot": "我只回應真人。",
  "access.deactivated": "此帳號已停用，因此不顯示任何內容。",
  "access.agent": "這項內容不提供給其他程式。請在 Slack 中直接問我。",
  "access.unknown": "Slack 目前無法確認您的身分，因此不顯示任何內容。請稍後再試。",
  "access.managers-only.money":
    "全體客戶的成本與價值只對主管和營運人員開放。用 `/customer` 加上名稱可查看您負責的客戶， `/customer acme cost` 可查看單一客戶的成本。",
  "access.managers-only.import": "只有主管和營運人員可以匯入檔案。請洽其中一位。",
  "access.operations-only": "只有營運人員可以這麼做。請洽其中一位或管理員。",
  "access.managers-only.setup": "只有主管和營運人員可以進行初始設定。請洽其中一位。",
  "access.managers-only.channel": "只有主管和營運人員可以決定頻道接收的內容。請洽其中一位或管理員。",
  "access.shared": "此頻道有外部組織成員，因此這裡不談論客戶。",
  "access.guests": "此頻道有訪客，因此不在這裡發布客戶資訊。請改用沒有訪客的頻道。",
  "access.direct": "這項功能只能在頻道中使用。請在頻道輸入 `/customer` 加上名稱，再使用卡片上的按鈕。",
  "access.unseen": "無法得知這個對話有哪些成員，因此不在這裡發布。請先邀請我加入頻道，再試一次。",
  "access.privately": "私下顯示給我",
  "access.shown-privately": "已透過私訊傳送給您。",

  "table.as-file": "下載檔案",
  "table.sent":
    "表格已存為 {file}，透過私訊傳送給您：{rows, number} 列{leftOut, plural, =0 {} other {，最後 # 列未納入}}。",
  "table.comment": "這是您要的表格。內含金額，轉傳時請留意對象。",

  "channel.usage":
    "請指定此頻道要接收的內容： `/customer channel on digest` 、 `/customer channel on costs` 、 `/customer channel on escalations` 、 `/customer channel on alerts` 、 `/customer channel on post-mortems` 或 `/customer channel on nudges` ；改用 `off` 即可停止。",
  "channel.gets": "此頻道現在會收到：{topics}。",
  "channel.gets-nothing": "此頻道不會再收到我的任何訊息。",
  "channel.language.set": "從現在起，我在此頻道使用{language}。個人的提問仍以各自 Slack 的語言回答。",
  "channel.language.choose":
    "請選擇我在此頻道使用的語言：{languages} 。個人的提問仍以各自 Slack 的語言回答。",
  "channel.language.option": "`/customer channel language {name}`",
  "channel.language.unknown": "不支援{typed}。可用的語言：{languages} 。",
  "channel.digest.choose":
    "週報何時發到這裡？輸入 `/customer channel digest 週一 9` ：星期與整點；如為其他時區，加在後面： `Asia/Taipei` 。",
  "channel.digest.set":
    "週報於{weekday} {hour, number}:00（{timeZone}）發到此頻道，內容為之前的完整一週。{isOn, select, yes {} other {週報尚未開啟： `/customer channel on digest` 。}}此頻道收到的其他內容也依此時區。",
  "channel.digest.unknown":
    "看不懂 {typed}。請輸入星期與整點，例如 `/customer channel digest 週一 9` 或 `/customer channel digest 週五 16 Asia/Taipei` 。",
  "channel.topic.digest": "客戶週報",
  "channel.topic.costs": "成本月報",
  "channel.topic.escalations": "可能損失很大卻無人回應的提醒",
  "channel.topic.alerts": "模型與工作失敗的警示",
  "channel.topic.post-mortems": "每位被評為低風險卻流失的客戶，各開一個討論串",
  "channel.topic.nudges": "沒有負責人、需要有人接手的客戶",
  "channel.shows-money": "此頻道的所有成員現在都能看到客戶的價值。",
  "channel.invite-me": "我還不在這個頻道：請先邀請我，否則無法發布訊息。",

  "help.title": "/customer 的用法",
  "help.text":
    "/customer 的用法：/customer acme 顯示客戶卡片，/customer at-risk 列出即將流失的客戶，/customer acme cost 查看單一客戶的成本，/customer costs 與 /customer segments 查看全體客戶，/customer cost add 記錄成本，/customer model 說明風險的可信度，/customer channel on digest 設定頻道。",
  "help.text.look-up":
    "查詢客戶：輸入 /customer 加上名稱、網域或編號；其後加上 history 可看全部往來，加上 products 可看下一步適合推薦的產品。",
  "help.text.at-risk": "高風險客戶，可能損失最多的排最前：/customer at-risk mine、team 或客群名稱。",
  "help.text.costs":
    "成本與價值：/customer acme cost、/customer costs quarter by owner、/customer segments by rfm、/customer cost add。",
  "help.text.mentions": "公開提及：/customer mentions、/customer advocates。",
  "help.text.model": "風險的可信度：/customer model。",
  "help.text.channels":
    "設定此頻道：/customer channel on digest、on costs、on escalations、on alerts、on post-mortems 或 on nudges；off 即可停止。供主管和營運人員使用。",
  "help.text.home": "您負責的客戶在我的「首頁」分頁，風險最高的排最前。",
  "help.look-up":
    "*查詢客戶*\n`/customer acme` – 依名稱查詢，拼錯、只輸入部分或省略重音符號也可以\n`/customer acme.com` – 依網域\n`/customer C-1042` – 依客戶編號\n`/customer acme history` – 全部往來，最新的排最前\n`/customer acme feedback` – 對方的意見回饋，以及可傳給對方的問卷連結\n`/customer acme products` – 下一步適合推薦的產品，以及經常購買的產品\n`/customer acme points` – 忠誠度點數與兌換\n`/customer why-silent acme` – 為什麼沒有提醒\n`/customer acme override` – 表示您比模型更了解情況； `/customer overrides` 列出您的判斷\n`/customer acme quiet` – 應對方要求，不再打擾\n`/customer acme 連結` – 貼到哪裡就在哪裡顯示客戶的連結\n`/customer acme 頻道 #acc-acme` – 指定客戶的頻道；在那裡只輸入 `/customer` 就顯示卡片\n`/customer find model` – 名稱與指令相同時，依名稱查詢\n私訊我客戶名稱，或在頻道中提及我並附上名稱，結果相同。\n卡片只有您看得到。卡片上的按鈕可記錄聯絡、暫停提醒、說明風險或分享卡片。\n`/customer acme snooze 2w` – 兩週內不提醒；也可用 `3d` 、 `1 month` 、 `until 2027-01-15`",
  "help.at-risk":
    "*即將流失的客戶，可能損失最多的排最前*\n`/customer at-risk` – 業務看到自己負責的高風險客戶；主管和營運人員看到全團隊的\n`/customer at-risk mine` 、 `/customer at-risk team` 或 `/customer at-risk Retail` （客群名稱）\n每位客戶附有負責人、續約日、下一步，以及是否已有人處理。\n`/customer playbooks` – 本季提醒的成效與成本，與對照組比較（主管和營運人員）\n`/customer threshold 60%` – 以此風險門檻會有多少提醒、其中多少正確（主管和營運人員）\n`/customer playbooks settings` – 哪些方案已開啟、關閉或試跑，以及各項數值（主管和營運人員）\n`/customer events` – 團隊規劃的活動與邀請對象；主管和營運人員可新增\n`/customer drafts` – 業務寫信給客戶時的起始草稿，可編輯（主管和營運人員）\n`/customer do-not-disturb` – 不打擾的客戶與原因（主管和營運人員）\n`/customer nudges` – 等待您回應的提醒，以及何時提醒您； `nudges team` 查看全團隊（主管和營運人員）",
  "help.costs":
    "*維繫客戶的成本，以及客戶的價值*\n`/customer acme cost` – 單一客戶：分類成本、價值、獲利、三個月趨勢\n`/customer costs quarter by owner` – 以月、季或年計，依客群、類別、負責人、管道或客戶細分（主管和營運人員）\n`/customer segments` – 依價值層級檢視客戶，或用 `by rfm` 、 `spend` 、 `geography` 、 `behaviour` ：規模、價值、成本、風險、建議的服務方式\n`/customer cost add` – 主管和營運人員可記錄任何成本，業務可記錄直接花在自己客戶上的成本",
  "help.mentions":
    "*公開提及*\n`/customer mentions` – 無人回應的投訴，最緊急的排最前\n`/customer advocates` – 一再稱讚我們的擁護者",
  "help.model": "*風險有多可信？* `/customer model` – 採用哪個模型、表現如何，以及採用的原因",
  "help.channels":
    "*設定此頻道* （主管和營運人員）\n`/customer channel on digest` – 客戶週報\n`/customer channel on costs` – 成本月報\n`/customer channel on escalations` – 可能損失很大卻無人回應的提醒\n`/customer channel on alerts` – 給維護人員的警示：模型不再適用、工作失敗、可能重複的客戶\n`/customer channel on post-mortems` – 每位低風險卻流失的客戶，各開一個討論串\n`/customer channel on nudges` – 沒有負責人、需要有人接手的客戶，每週最多十位\n`/customer channel off digest` 等即可停止\n`/customer channel digest 週一 9` – 週報何時發出：星期、整點，也可加上時區\n`/customer channel language 繁體中文` – 我在此頻道使用的語言；也可用 `简体中文` 、 `English`\n*來自多個系統的客戶* （主管和營運人員）： `/customer duplicates` 列出可能重複的客戶，可合併或保持分開\n*初始設定* （主管和營運人員）： `/customer setup` – 已完成與待完成的步驟，以及是否發布",
  "help.home":
    "*您負責的客戶* 在我的「首頁」分頁：先列出高風險客戶（可能損失最多的排最前），再依風險列出全部。",
};
