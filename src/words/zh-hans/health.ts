import type { health as english } from "../en/health.ts";
import type { Translation } from "../translation.ts";

/** What `doctor`, the start and the readiness page find. Read by whoever runs the bot. */
export const health: Translation<typeof english> = {
  "health.database": "DATABASE_URL 的 PostgreSQL，结构为最新",
  "health.database.embedded": "内嵌数据库，位于 {folder}",
  "health.database.behind": "DATABASE_URL 的 PostgreSQL，还有 {pending, number} 项结构更新，启动时会应用",
  "health.database.away": "无法使用 DATABASE_URL（{error}）。",
  "health.database.away.advice":
    "确认服务器正在运行、这台机器能连上它，并检查 DATABASE_URL 中的用户、密码和数据库。",
  "health.database.in-use": "数据目录 {folder} 正由进程 {process} 使用。",
  "health.database.in-use.advice":
    "先停止该进程，或将 DATA_DIR 设为其他目录，或将 DATABASE_URL 设为可供多个进程共用的 PostgreSQL 服务器。",
  "health.cannot-start": "Mainstay 无法启动：",

  "health.folders": "{folders}：可写入文件",
  "health.folders.not-writable": "无法在 {folder} 写入文件（{error}）。",
  "health.folders.advice":
    "让运行 Mainstay 的用户有写入权限，并检查磁盘是否已满或以只读方式挂载。也可用 DATA_DIR 和 TMPDIR 指定其他目录。",
  "health.zones": "这台机器和数据库都能识别 {timeZone}",
  "health.zones.here": "这台机器不能识别时区 {timeZone}。",
  "health.zones.database": "数据库不能识别时区 {timeZone}。",
  "health.zones.advice": "将 TIME_ZONE 设为可识别的 IANA 名称，例如 Europe/Berlin，或更新系统的时区数据。",
  "health.clock": "这台机器的时钟与 Slack 一致",
  "health.clock.off": "这台机器的时钟比 Slack {way, select, behind {慢} other {快}} {seconds, number} 秒。",
  "health.clock.advice":
    "用时间服务器（systemd-timesyncd、chrony）校时：相差五分钟时 Slack 的请求会被拒绝，任务也会在错误的时间运行。",

  "health.backend": "TensorFlow.js 使用 {backend} 运算",

  "health.links": "可通过 {hosts} 的链接识别客户{patterns, plural, =0 {} other {，其中 # 个在自有系统}}",
  "health.links.off": "没有客户链接：未设置 PUBLIC_URL 和 CRM_LINK_PATTERN",
  "health.links.not-https": "PUBLIC_URL 为 {publicUrl}：连接未加密，传输途中的人都能读取内容。",
  "health.links.not-reachable": "PUBLIC_URL 为 {publicUrl}，只有这台机器或其网络认得。",
  "health.links.too-many": "链接有 {hosts, number} 个主机，Slack 最多只告知一个应用 {most, number} 个域名。",
  "health.links.not-in-manifest": "manifest.yml 的 unfurl_domains 没有 {hosts}：Slack 不会告知该处的链接。",
  "health.links.advice":
    "在那之前，部分客户链接在 Slack 中不会显示内容：设置方式请见 `docs/work-objects.md` 一文。已安装的应用是否使用相同的设置，请到 https://api.slack.com/apps 查看。",

  "health.names": "各种文字的名称都能查询",
  "health.names.ascii-only": "数据库的区域设置会把 ASCII 以外的字母当成标点",
  "health.names.advice":
    "打错的中文名称会查不到。创建数据库时，LC_CTYPE 请用 C.UTF-8 或其他 UTF-8 区域设置。",

  "health.data": "{customers, number} 位客户，最新往来 {newest}",
  "health.data.old": "{customers, number} 位客户，最新往来 {newest}，{days, number} 天前",
  "health.data.none": "还没有客户",
  "health.data.no-activities": "{customers, number} 位客户，没有往来",
  "health.data.import": "运行 `npm run mainstay -- import FILE`",
  "health.data.update": "更新数据：运行 `npm run mainstay -- import FILE`",

  "health.sources.advice": "其客户的风险会停在那一天，直到重新发来数据：请查明导出或连接为何停止。",

  "health.size": "{megabytes, number} MB",
  "health.size.table":
    "{table} {megabytes, number} MB{parts, plural, =1 {} other {，分为 # 个分区}}{known, select, yes {（自 {since}起 {more, number, ::sign-always}）} other {}}",

  "health.members": "Slack 的成员列表于 {day}读取",
  "health.members.old": "Slack 的成员列表上次于 {day}读取：之后离开或加入的人可能无从得知",
  "health.members.never": "从未读取 Slack 的成员列表：没用过 Mainstay 的负责人收不到提醒，也不知道谁已离开",
  "health.members.advice": "连上 Slack 启动时和每天都会读取。如果正在运行，请在日志中查找“{job}”。",

  "health.model": "{trained}的版本 {version}，使用{kind}",
  "health.model.old": "{trained}的版本 {version}，使用{kind}，版本已旧",
  "health.model.none": "尚未训练",
  "health.model.train": "运行 `npm run mainstay -- train`",
  "health.model.no-signal": "{trained}的版本 {version}：在这段历史中未发现信号",
  "health.model.no-signal.advice":
    "没有客户有风险值。有帮助的是：更长的历史（一年以上）、更多客户行为（含日期的订单、使用量、工单、联系）、合同实际结束的日期，以及每个文件中相同的客户编号。导入后运行 `npm run mainstay -- train`",
  "health.too-good": "{trained}的版本 {version}。好得可疑：{leak}",
  "health.too-good.advice":
    "如果这项数据是事后才得知的（结清分录、最后一张账单），导入时请排除这些行，再运行 `npm run mainstay -- train`",

  "health.playbooks.unknown": "有 {n, number} 个应对方案的设置不为此版本所知，因此无效：{playbooks}",
  "health.playbooks.misfit": "{playbook}：{n, number} 个设置的数字已不适用：{numbers}",
  "health.playbooks.advice":
    "运行 `npm run mainstay -- playbooks list` 查看实际采用的设置，再用 `playbooks set KEY` 修正。",

  "health.messages": "最近 {days, number} 天的消息都已送达",
  "health.messages.undelivered": "最近 {days, number} 天有 {messages, number} 条消息没有送达，或无法送达",
  "health.messages.cause": "{because}最新的是 {key}",
  "health.messages.advice":
    "主管和运营人员的主页会列出这些消息和各自的处理方式。处理后运行 `npm run mainstay -- outbox retry KEY` 或加上 `--all` 重新发送；运行 `outbox list --status failed` 可列出。",

  "health.posting.off": "尚未开始主动发布：还没有人启动",
  "health.posting.off.advice": "主管或运营人员可在 Slack 用 `/customer setup` 启动。",
  "health.posting.stopped":
    "已停止发送消息：Slack 不接受 Mainstay 的令牌（{error}）。有 {waiting, number} 条消息等待中，最早的从 {oldestAt} 开始等待",
  "health.posting.advice":
    "在 .env 填入 Slack 接受的令牌（参阅 README.md），再重新启动。不会丢失任何消息：等待中的消息之后会发送。",

  "health.blocks": "此工作区可使用的新版区块：{taken}；不可使用：{refused}",
  "health.blocks.unknown": "Slack 未说明此工作区可使用哪些新版区块：将逐一尝试，必要时改用数字",
  "health.slack": "以 {user} 的身份连上 {team}，{mode} 模式",
  "health.slack.no-tokens": "没有令牌，因此 `npm start` 会显示演示内容",
  "health.slack.connect": "要连上 Slack，请参阅 README.md 的说明。",

  "ready.stopping": "进程已收到停止指示，不再接受新的任务。",
  "ready.database": "数据库没有及时响应。",
  "ready.migrations": "{pending, number} 项结构更新尚未应用到数据库。",
  "ready.slack-socket": "与 Slack 的连接已中断 {seconds, number} 秒。",
  "ready.job-late": "{job} 已超时 {hours, number} 小时仍未完成。原因请见日志。",

  "slack.unreachable": "Slack 没有响应（{error}）。检查网络、代理服务器和 SLACK_API_URL，再重新启动。",
  "slack.refused":
    "Slack 拒绝了 {token, select, bot {SLACK_BOT_TOKEN} other {SLACK_APP_TOKEN}}（{error}）。{advice}可在 https://api.slack.com/apps 的应用中找到：{token, select, bot {在 `OAuth & Permissions` 下的 `Bot User OAuth Token` 这一项，以 `xoxb-` 开头} other {在 `Basic Information` 下具备 `connections:write` 的 `App-Level Token` 这一项，以 `xapp-` 开头}}。",
  "slack.refused.account_inactive":
    "应用已从工作区移除，或其账号已停用。请重新安装，再将新的令牌复制到 .env 文件。",
  "slack.refused.invalid_auth": "Slack 不认识这个令牌。请重新完整复制到 .env 文件。",
  "slack.refused.missing_scope":
    "{token, select, bot {令牌没有这项权限。请用 manifest.yml 重新安装应用，再将令牌复制到 .env 文件。} other {令牌缺少 `connections:write` 权限。请创建具备此权限的新令牌，再复制到 .env 文件。}}",
  "slack.refused.not_allowed_token_type": "这是另一种令牌。.env 文件中的两个令牌是否对调了？",
  "slack.refused.not_authed": "Slack 没有收到令牌。请复制到 .env 文件。",
  "slack.refused.token_expired": "令牌已过期。请将当前的令牌复制到 .env 文件。",
  "slack.refused.token_revoked": "令牌已吊销。请重新安装应用，再将新的令牌复制到 .env 文件。",
  "slack.refused.other": "确认应用仍已安装，再将令牌复制到 .env 文件。",
  "slack.missing-file-scope":
    "安装的应用没有 `IMPORT_IN_SLACK=on` 所需的 `files:read` 权限。到 https://api.slack.com/apps 的 `App Manifest` 为机器人加上此权限，在 `OAuth & Permissions` 重新安装，再重新启动；或设置 `IMPORT_IN_SLACK=off` 关闭此功能。",
  "slack.missing-groups-scope":
    "安装的应用没有 `MANAGERS_GROUP` 和 `OPERATIONS_GROUP` 所需的 `usergroups:read` 权限。到 https://api.slack.com/apps 的 `App Manifest` 为机器人加上此权限，在 `OAuth & Permissions` 重新安装，再重新启动；或者不设置这两项。",
  "slack.missing-scopes":
    "安装的应用没有 {scopes} 权限。到 https://api.slack.com/apps 的 `App Manifest` 粘贴 manifest.yml 的内容，在 `OAuth & Permissions` 重新安装，再重新启动。",
};
