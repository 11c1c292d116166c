import type { home as english } from "../en/home.ts";
import type { Translation } from "../translation.ts";

/** Home: what waits for its reader, their settings, and how the bot is doing. */
export const home: Translation<typeof english> = {
  "home.day": "我的一天",
  "home.explain.what":
    "*欢迎。* 我读取客户的购买、使用情况和意见，找出谁可能流失、原因是什么，以及怎么做会有帮助。",
  "home.explain.how": "每个工作日我会告诉负责人该联系哪些客户。您反馈结果，我从中学习哪些做法有效。",
  "home.explain.first":
    "{first, select, import {第一步：导入客户文件，或请维护 Mainstay 的人员导入。} steer {第一步：查看下方的高风险客户，并确认每位都有负责人。} other {第一步：回应下方待处理的事项，或输入 `/customer` 加客户名称。}}",
  "home.explain.done": "知道了",

  "home.fresh": "风险评分于{ago}完成（{scored}）。",
  "home.fresh.old":
    "*上次风险评分于{ago}完成（{scored}）：之后发生的事都不在其中。* 请向维护 Mainstay 的人员询问原因。",
  "home.fresh.never": "还没有客户完成评分，因此不显示风险。",

  "home.unread":
    "*无法读取{part, select, at_risk {高风险客户} nudges {您的提醒} due {待跟进的客户} week {您的一周} ahead {接下来的事} answers {差评} mentions {公开投诉} freshness {风险评分的时间} totals {合计} owners {需要新负责人的客户} undelivered {未送达的消息} accounts {您负责的客户} settings {您的设置} snoozes {您暂停提醒的客户} health {健康状况} sources {数据来源} jobs {任务} model {模型版本} imports {导入} other {这个部分}}。* 请稍后重新打开主页。如果仍然如此，请将参考编号 {reference} 告诉维护 Mainstay 的人员。",

  "home.nudges": "等待您回应的提醒（{nudges, number}）",
  "home.owns-nobody": "您没有负责的客户，因此没有等待您的提醒。",
  "home.due": "待跟进的客户（{customers, number}）",
  "home.due.none": "没有待跟进的客户。",
  "home.due.today": "今天到期",
  "home.due.since": "{day} 起待跟进",
  "home.due.back": "暂停提醒今天结束",
  "home.due.snooze-ends": "暂停提醒今天结束。客户卡片会说明目前状况。",
  "home.due.looked-at":
    "只查看您 {owned, number} 位客户中风险最高的 {lookedAt, number} 位。其他客户需要跟进时，我会提醒您。",
  "home.answers": "尚未跟进的差评（{answers, number}）",
  "home.answers.none": "所有差评都已跟进。",
  "home.mentions": "公开投诉（{mentions, number}）",
  "home.show-all": "显示全部",
  "home.previous": "上一页（第 {page, number} 页，共 {pages, number} 页）",
  "home.next": "下一页（第 {page, number} 页，共 {pages, number} 页）",

  "home.week": "我的一周",
  "home.week.team": "团队的一周",
  "home.week.behind": "过去 {days, number} 天",
  "home.week.told":
    "提醒：发出 {told, number} 条，已回应 {answered, number} 条，未回应 {open, number} 条。联系：{touches, number} 次。",
  "home.week.risen": "风险上升（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.fallen": "风险下降（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.nobody-moved": "没有客户的风险变动达到 10 个百分点。",
  "home.week.bought":
    "{days, number} 天前为高风险、之后有购买（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.revenue": "我的客户净收入：{amounts}",
  "home.week.no-revenue": "我的客户没有收入。",
  "home.week.movers": "风险变动",
  "home.week.ahead": "未来 {days, number} 天",
  "home.week.renewal": "续约（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.contract-end":
    "合同到期（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.birthday": "生日（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.snooze-end":
    "暂停提醒结束（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.on": "{name} {day}",
  "home.week.person-on": "{name} 的 {person} {day}",
  "home.week.feast":
    "{feast, select, christmas {圣诞节} diwali {排灯节} eid_al_adha {宰牲节} eid_al_fitr {开斋节} lunar_new_year {农历新年} new_year {新年} nowruz {诺鲁孜节} thanksgiving {感恩节} other {节日}} {day}（{countries}）",
  "home.week.nothing-comes": "目前没有已知的事项。",

  "home.band.choose": "要看哪些客户？",
  "home.band":
    "{band, select, high {高风险} moved {{days, number} 天内有变动} no_figure {无风险值} other {所有客户}}",
  "home.accounts":
    "{band, select, high {{owned, number} 位客户中有 {inBand, number} 位的风险达到 {percent, number}% 及以上，风险最高的排在最前。} moved {{owned, number} 位客户中有 {inBand, number} 位的风险在 {days, number} 天内变动了 {points, number} 个百分点及以上，变动最大的排在最前。更换模型版本也会使数值变动。} no_figure {{owned, number} 位客户中有 {inBand, number} 位无风险值。} other {{owned, number} 位客户，风险最高的排在最前。}}",
  "home.accounts.none":
    "{band, select, high {您负责的 {owned, number} 位客户中，没有一位的风险达到 {percent, number}% 及以上。} moved {您负责的 {owned, number} 位客户中，没有一位的风险在 {days, number} 天内变动了 {points, number} 个百分点及以上。} no_figure {您负责的 {owned, number} 位客户都有风险值。} other {您没有往来中的客户。}}",
  "home.moved": "{days, number} 天内{way, select, down {下降} other {上升}} {points, number} 个百分点",

  "home.settings": "设置",
  "home.snoozes": "您暂停提醒的客户（{customers, number}）",
  "home.snoozes.none": "您没有暂停任何客户的提醒。",
  "home.snooze": "{customer} 暂停至 {day}",
  "home.snooze.end": "结束暂停",
  "home.language": "我按您 Slack 的语言使用简体中文：可在“偏好设置”的“语言和地区”中更改。",
  "home.team-nudges": "团队提醒",
  "home.playbooks": "应对方案",
  "home.playbook-results": "应对方案成效",
  "home.threshold": "提醒阈值",
  "home.do-not-disturb": "请勿打扰",
  "home.foot.messages": "按钮要显示的内容如果不在此页，会出现在“消息”标签页。",

  "home.ops": "运营",
  "home.ops.glance":
    "{troubled, plural, =0 {{checks, number} 项健康检查全部正常。} other {{checks, number} 项健康检查中有 {troubled, number} 项需要处理：{names}。运营人员的主页会说明处理方式。}}",
  "home.ops.health":
    "{troubled, plural, =0 {健康状况：{checks, number} 项检查全部正常} other {健康状况：{checks, number} 项检查中有 {troubled, number} 项需要处理}}",
  "home.ops.trouble": "*{name}：* {found}。{advice}",
  "home.ops.health.name":
    "{name, select, names {名称} data {数据} contracts {合同} sources {数据来源} members {成员} model {模型} playbooks {应对方案} posting {发送} messages {消息} other {{name}}}",
  "home.ops.health.advice":
    "{name, select, names {以 UTF-8 区域设置创建数据库，否则打错的中文名称会查不到。} data {导入最新的文件。} contracts {在客户文件中补上合同开始的日期。} sources {查明导出或连接为何停止：在重新传来数据之前，这些客户的风险会停在那一天。} members {每次启动和每天都会读取 Slack 的成员列表：请在日志中查看。} model {训练新版本；如果未发现信号，请用更长的历史。} playbooks {用上方的“应对方案”重新设置。} posting {提供 Slack 接受的令牌并重新启动：等待中的消息之后会发出。} messages {上方列出这些消息和各自的处理方式。} other {请联系维护 Mainstay 的人员。}}",
  "home.ops.more": "另有 {more, number} 项。",
  "home.ops.sources": "数据来源",
  "home.ops.sources.none": "没有从其他系统读取数据。",
  "home.ops.source": "{source}：{pulled}",
  "home.ops.source.pulled": "{ago}读取",
  "home.ops.source.never": "尚未读取",
  "home.ops.source.failing": "{source}：{pulled}。 *{since}开始失败：* {what}",
  "home.ops.jobs": "任务",
  "home.ops.jobs.none": "没有任务在最近一次运行时失败，最近 {days, number} 天也没有遗漏的任务。",
  "home.ops.job.failed":
    "{job} 于{ago}失败{why, select, known {：{error}} other {}}。{again, select, yes {会再试一次。} other { *不会再试。*}}",
  "home.ops.job.missed": "{job} 在停机期间遗漏 {periods, number} 次，最后一次在 {day}",
  "home.ops.model": "模型",
  "home.ops.model.none": "还没有训练过模型。",
  "home.ops.model.serves":
    "采用版本 {version, number}（{kind, select, network {神经网络} baseline {基线模型} rule {规则} constant {未发现信号} other {{kind}}}），训练于 {trained}。",
  "home.ops.model.waits":
    "未采用版本 {version, number}（{kind, select, network {神经网络} baseline {基线模型} rule {规则} constant {未发现信号} other {{kind}}}），训练于 {trained}。",
  "home.ops.model.promote": "采用版本 {version, number}",
  "home.ops.model.promote.title": "采用版本 {version, number}？",
  "home.ops.model.promote.text":
    "下次评分起采用此版本{serves, select, some {，取代版本 {before, number}} other {}}。所有客户的风险都可能变动。之后可以回退。",
  "home.ops.model.promote.confirm": "采用",
  "home.ops.model.roll-back": "回退到版本 {before, number}",
  "home.ops.model.roll-back.title": "回退到版本 {before, number}？",
  "home.ops.model.roll-back.text":
    "停用版本 {version, number}，下次评分起采用版本 {before, number}。所有客户的风险都可能变动。",
  "home.ops.model.roll-back.confirm": "回退",
  "home.ops.model.promoted.serves": "下次评分起采用版本 {version, number}。",
  "home.ops.model.promoted.serves-already": "版本 {version, number} 已在采用中。没有任何更改。",
  "home.ops.model.promoted.unknown": "版本 {version, number} 已不存在。没有任何更改。",
  "home.ops.model.promoted.unusable": "版本 {version, number} 无法采用，因此没有任何更改。{why}",
  "home.ops.model.rolled-back.rolled-back":
    "已从版本 {from, number} 回退：下次评分起采用版本 {version, number}。",
  "home.ops.model.rolled-back.nothing-before": "之前没有采用过其他版本。没有任何更改。",
  "home.ops.model.rolled-back.changed": "目前已采用版本 {version, number}：有人先一步更改。没有任何更改。",
  "home.ops.model.rolled-back.unusable":
    "之前采用的版本 {version, number} 已无法采用，因此没有任何更改。{why}",
  "home.ops.imports": "最近的导入",
  "home.ops.imports.none": "还没有导入过文件。",
  "home.ops.import":
    "{file}，{ago}：{status, select, done {{accepted, number} 行新增或变更} undone {已撤销} other {未完成}}{rejected, plural, =0 {} other {， *# 行未采用*}}",
};
