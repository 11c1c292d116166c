import type { health as english } from "../en/health.ts";
import type { Translation } from "../translation.ts";

/** What `doctor`, the start and the readiness page find. Read by whoever runs the bot. */
export const health: Translation<typeof english> = {
  "health.database": "DATABASE_URL 的 PostgreSQL，結構為最新",
  "health.database.embedded": "內嵌資料庫，位於 {folder}",
  "health.database.behind": "DATABASE_URL 的 PostgreSQL，還有 {pending, number} 項結構更新，啟動時會套用",
  "health.database.away": "無法使用 DATABASE_URL（{error}）。",
  "health.database.away.advice":
    "確認伺服器正在執行、這台機器連得到它，並檢查 DATABASE_URL 中的使用者、密碼和資料庫。",
  "health.database.in-use": "資料夾 {folder} 正由處理程序 {process} 使用。",
  "health.database.in-use.advice":
    "先停止該處理程序，或將 DATA_DIR 設為其他資料夾，或將 DATABASE_URL 設為可供多個處理程序共用的 PostgreSQL 伺服器。",
  "health.cannot-start": "Mainstay 無法啟動：",

  "health.folders": "{folders}：可寫入檔案",
  "health.folders.not-writable": "無法在 {folder} 寫入檔案（{error}）。",
  "health.folders.advice":
    "讓執行 Mainstay 的使用者有寫入權限，並檢查磁碟是否已滿或以唯讀掛載。也可用 DATA_DIR 和 TMPDIR 指定其他資料夾。",
  "health.zones": "這台機器和資料庫都認得 {timeZone}",
  "health.zones.here": "這台機器不認得時區 {timeZone}。",
  "health.zones.database": "資料庫不認得時區 {timeZone}。",
  "health.zones.advice": "將 TIME_ZONE 設為認得的 IANA 名稱，例如 Europe/Berlin，或更新系統的時區資料。",
  "health.clock": "這台機器的時鐘與 Slack 一致",
  "health.clock.off": "這台機器的時鐘比 Slack {way, select, behind {慢} other {快}} {seconds, number} 秒。",
  "health.clock.advice":
    "用時間伺服器（systemd-timesyncd、chrony）校時：相差五分鐘時 Slack 的請求會遭拒絕，工作也會在錯誤的時間執行。",

  "health.backend": "TensorFlow.js 使用 {backend} 運算",

  "health.links": "可透過 {hosts} 的連結辨識客戶{patterns, plural, =0 {} other {，其中 # 個在自有系統}}",
  "health.links.off": "沒有客戶連結：未設定 PUBLIC_URL 和 CRM_LINK_PATTERN",
  "health.links.not-https": "PUBLIC_URL 為 {publicUrl}：連線未加密，傳輸途中的人都能讀取內容。",
  "health.links.not-reachable": "PUBLIC_URL 為 {publicUrl}，只有這台機器或其網路認得。",
  "health.links.too-many":
    "連結有 {hosts, number} 個主機，Slack 最多只告知一個應用程式 {most, number} 個網域。",
  "health.links.not-in-manifest": "manifest.yml 的 unfurl_domains 沒有 {hosts}：Slack 不會告知該處的連結。",
  "health.links.advice":
    "在那之前，部分客戶連結在 Slack 中不會顯示內容：設定方式請見 `docs/work-objects.md` 一文。已安裝的應用程式是否使用相同的設定，請到 https://api.slack.com/apps 查看。",

  "health.names": "各種文字的名稱都能查詢",
  "health.names.ascii-only": "資料庫的地區設定會把 ASCII 以外的字母當成標點",
  "health.names.advice":
    "打錯的中文名稱會查不到。建立資料庫時，LC_CTYPE 請用 C.UTF-8 或其他 UTF-8 地區設定。",

  "health.data": "{customers, number} 位客戶，最新往來 {newest}",
  "health.data.old": "{customers, number} 位客戶，最新往來 {newest}，{days, number} 天前",
  "health.data.none": "還沒有客戶",
  "health.data.no-activities": "{customers, number} 位客戶，沒有往來",
  "health.data.import": "執行 `npm run mainstay -- import FILE`",
  "health.data.update": "更新資料：執行 `npm run mainstay -- import FILE`",

  "health.sources.advice": "其客戶的風險會停在那一天，直到重新傳來資料：請查明匯出或連線為何停止。",

  "health.size": "{megabytes, number} MB",
  "health.size.table":
    "{table} {megabytes, number} MB{parts, plural, =1 {} other {，分為 # 個分割區}}{known, select, yes {（自 {since}起 {more, number, ::sign-always}）} other {}}",

  "health.members": "Slack 的成員名單於 {day}讀取",
  "health.members.old": "Slack 的成員名單上次於 {day}讀取：之後離開或加入的人可能無從得知",
  "health.members.never": "從未讀取 Slack 的成員名單：沒用過 Mainstay 的負責人收不到提醒，也不知道誰已離開",
  "health.members.advice": "連上 Slack 啟動時和每天都會讀取。如果正在執行，請在記錄檔中尋找「{job}」。",

  "health.model": "{trained}的版本 {version}，使用{kind}",
  "health.model.old": "{trained}的版本 {version}，使用{kind}，版本已舊",
  "health.model.none": "尚未訓練",
  "health.model.train": "執行 `npm run mainstay -- train`",
  "health.model.no-signal": "{trained}的版本 {version}：在這段歷史中未發現訊號",
  "health.model.no-signal.advice":
    "沒有客戶有風險值。有幫助的是：更長的歷史（一年以上）、更多客戶行為（含日期的訂單、使用量、工單、聯絡）、合約實際結束的日期，以及每個檔案中相同的客戶編號。匯入後執行 `npm run mainstay -- train`",
  "health.too-good": "{trained}的版本 {version}。好得可疑：{leak}",
  "health.too-good.advice":
    "如果這項資料是事後才得知的（結清分錄、最後一張帳單），匯入時請排除這些列，再執行 `npm run mainstay -- train`",

  "health.playbooks.unknown": "有 {n, number} 個應對方案的設定不為此版本所知，因此無效：{playbooks}",
  "health.playbooks.misfit": "{playbook}：{n, number} 個設定的數字已不適用：{numbers}",
  "health.playbooks.advice":
    "執行 `npm run mainstay -- playbooks list` 查看實際採用的設定，再用 `playbooks set KEY` 修正。",

  "health.messages": "最近 {days, number} 天的訊息都已送達",
  "health.messages.undelivered": "最近 {days, number} 天有 {messages, number} 則訊息沒有送達，或無法送達",
  "health.messages.cause": "{because}最新的是 {key}",
  "health.messages.advice":
    "主管和營運人員的首頁會列出這些訊息和各自的處理方式。處理後執行 `npm run mainstay -- outbox retry KEY` 或加上 `--all` 重新送出；執行 `outbox list --status failed` 可列出。",

  "health.posting.off": "尚未開始主動發布：還沒有人啟動",
  "health.posting.off.advice": "主管或營運人員可在 Slack 用 `/customer setup` 啟動。",
  "health.posting.stopped":
    "已停止送出訊息：Slack 不接受 Mainstay 的權杖（{error}）。有 {waiting, number} 則訊息等待中，最早的從 {oldestAt} 開始等待",
  "health.posting.advice":
    "在 .env 填入 Slack 接受的權杖（參閱 README.md），再重新啟動。不會遺失任何訊息：等待中的訊息之後會送出。",

  "health.blocks": "此工作區可使用的新版區塊：{taken}；不可使用：{refused}",
  "health.blocks.unknown": "Slack 未說明此工作區可使用哪些新版區塊：將逐一嘗試，必要時改用數字",
  "health.slack": "以 {user} 的身分連上 {team}，{mode} 模式",
  "health.slack.no-tokens": "沒有權杖，因此 `npm start` 會顯示示範內容",
  "health.slack.connect": "要連上 Slack，請參閱 README.md 的說明。",

  "ready.stopping": "處理程序已收到停止指示，不再接受新的工作。",
  "ready.database": "資料庫沒有及時回應。",
  "ready.migrations": "{pending, number} 項結構更新尚未套用到資料庫。",
  "ready.slack-socket": "與 Slack 的連線已中斷 {seconds, number} 秒。",
  "ready.job-late": "{job} 已逾時 {hours, number} 小時仍未完成。原因請見記錄檔。",

  "slack.unreachable": "Slack 沒有回應（{error}）。檢查網路、代理伺服器和 SLACK_API_URL，再重新啟動。",
  "slack.refused":
    "Slack 拒絕了 {token, select, bot {SLACK_BOT_TOKEN} other {SLACK_APP_TOKEN}}（{error}）。{advice}可在 https://api.slack.com/apps 的應用程式中找到：{token, select, bot {在 `OAuth & Permissions` 下的 `Bot User OAuth Token` 這一項，以 `xoxb-` 開頭} other {在 `Basic Information` 下具備 `connections:write` 的 `App-Level Token` 這一項，以 `xapp-` 開頭}}。",
  "slack.refused.account_inactive":
    "應用程式已從工作區移除，或其帳號已停用。請重新安裝，再將新的權杖複製到 .env 檔案。",
  "slack.refused.invalid_auth": "Slack 不認得這個權杖。請重新完整複製到 .env 檔案。",
  "slack.refused.missing_scope":
    "{token, select, bot {權杖沒有這項權限。請用 manifest.yml 重新安裝應用程式，再將權杖複製到 .env 檔案。} other {權杖缺少 `connections:write` 權限。請建立具備此權限的新權杖，再複製到 .env 檔案。}}",
  "slack.refused.not_allowed_token_type": "這是另一種權杖。.env 檔案中的兩個權杖是否對調了？",
  "slack.refused.not_authed": "Slack 沒有收到權杖。請複製到 .env 檔案。",
  "slack.refused.token_expired": "權杖已過期。請將目前的權杖複製到 .env 檔案。",
  "slack.refused.token_revoked": "權杖已撤銷。請重新安裝應用程式，再將新的權杖複製到 .env 檔案。",
  "slack.refused.other": "確認應用程式仍已安裝，再將權杖複製到 .env 檔案。",
  "slack.missing-file-scope":
    "安裝的應用程式沒有 `IMPORT_IN_SLACK=on` 所需的 `files:read` 權限。到 https://api.slack.com/apps 的 `App Manifest` 為機器人加上此權限，在 `OAuth & Permissions` 重新安裝，再重新啟動；或設定 `IMPORT_IN_SLACK=off` 關閉此功能。",
  "slack.missing-groups-scope":
    "安裝的應用程式沒有 `MANAGERS_GROUP` 與 `OPERATIONS_GROUP` 所需的 `usergroups:read` 權限。到 https://api.slack.com/apps 的 `App Manifest` 為機器人加上此權限，在 `OAuth & Permissions` 重新安裝，再重新啟動；或不設定這兩項。",
  "slack.missing-scopes":
    "安裝的應用程式沒有 {scopes} 權限。到 https://api.slack.com/apps 的 `App Manifest` 貼上 manifest.yml 的內容，在 `OAuth & Permissions` 重新安裝，再重新啟動。",
};
