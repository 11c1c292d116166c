import type { undelivered as english } from "../en/undelivered.ts";
import type { Translation } from "../translation.ts";

/** Messages that did not arrive: which, for whom, why, and what to do. */
export const undelivered: Translation<typeof english> = {
  "undelivered.title": "最近 {days, number} 天未送达的消息",
  "undelivered.failed":
    "*给 {whom} 的{what, select, nudge {提醒} snooze_note {暂停提醒的通知} mention_alert {公开投诉的通知} digest {客户周报} cost_summary {成本月报} model_alert {模型告警} job_alert {工作告警} undelivered_alert {告警} post_mortem {客户流失的通知} post_mortem_details {客户流失的通知} post_mortem_list {流失客户的清单} other {消息}}* 未送达。{because}",
  "undelivered.impossible": "*给 {whom} 的{what, select, nudge {提醒} other {消息}}* 无法发出。{because}",
  "undelivered.where-all": "我的“主页”标签页列出最近 {days, number} 天未送达的消息。",
  "undelivered.send-again": "排除问题后，维护 Mainstay 的人员可重新发送。编号为 {key}",
  "undelivered.resend": "重新发送",
  "undelivered.resend.retried": "消息会在几秒内重新发送。若再次失败，会再出现在这里。",
  "undelivered.resend.looks-first":
    "消息可能已经送达：我会先查看，没有送达才重新发送。若失败，会再出现在这里。",
  "undelivered.resend.not-failed": "这条消息已不在失败之列：已有人先重新发送。",
  "undelivered.resend.no-thread": "这条消息是回复，而原消息也没有送达。请先重新发送原消息。",
  "undelivered.resend.unknown": "这条消息已不再保留。",
  "undelivered.unknown": "没有记录原因。",
  "undelivered.gave-up": "{error}尝试 {attempts, number} 次后放弃。",
  "undelivered.maybe-posted": "{error}先前的尝试可能已经送达。",
  "undelivered.unrenderable": "无法转成文字（{error}）。请反馈此问题。",
  "undelivered.no-thread": "要回复的原消息没有送达。",
  "undelivered.slack-said": "Slack 回应“{error}”。日志有更多内容。",
  "undelivered.http": "Slack 回应 HTTP {status}。",
  "undelivered.line": "无法连接到 Slack（{error}）。",
  "undelivered.token": "Slack 不接受 Mainstay 的令牌（{error}），因此无法发布。消息等待中。",
  "undelivered.quiet-hours": "等到 {until}，收件人的免打扰时段结束。",
  "undelivered.history-unread":
    "消息可能已经送达，但无法查看，因此不会重复发送。{error}每十分钟会再查看一次。",
  "undelivered.not-there-yet": "没有收到 Slack 的回应，而消息尚未出现。重新发送前会再查看一次。",
  "undelivered.time-zone.member":
    "没有“{timeZone}”这个时区，因此对方的早晨永远不会到来。请对方在 Slack 偏好设置中改选时区。",
  "undelivered.time-zone.channel": "没有“{timeZone}”这个时区。请用 `/customer channel on` 重新设置此频道。",

  "undelivered.audience.shared": "频道有外部组织成员：请改用公司内部的频道。",
  "undelivered.audience.guests": "频道有访客：请改用没有访客的频道。",
  "undelivered.audience.unseen": "无法得知频道有哪些成员：请邀请我加入，或改用其他频道。",
  "undelivered.audience.unknown": "Slack 没有说明这是谁的账号。",
  "undelivered.audience.guest": "收件人是访客：请为其客户更换负责人。",
  "undelivered.audience.outsider": "收件人属于外部组织：请为其客户更换负责人。",
  "undelivered.audience.bot": "收件人是机器人：请为其客户更换负责人。",
  "undelivered.audience.deactivated": "该成员的账号已禁用：请为其客户更换负责人。",
  "undelivered.audience.direct": "这是给频道的，不是给个人的。",
  "undelivered.audience.managers-only": "这只给主管。",
  "undelivered.audience.operations-only": "这只给运营人员。",

  "undelivered.slack.channel_not_found":
    "频道已不存在，或是我未加入的私人频道：请邀请我加入，或改用其他频道。",
  "undelivered.slack.not_in_channel": "我不在此频道：请用 /invite 邀请我。",
  "undelivered.slack.is_archived": "频道已归档：请取消归档，或改用其他频道。",
  "undelivered.slack.user_not_found": "工作区没有这位成员：请确认客户的负责人。",
  "undelivered.slack.user_disabled": "该成员的账号已禁用：请为其客户更换负责人。",
  "undelivered.slack.cannot_dm_bot": "收件人是机器人：请为其客户更换负责人。",
  "undelivered.slack.user_not_visible": "无法看到该成员：请检查应用程序的权限。",
  "undelivered.slack.restricted_action": "工作区设置禁止在该处发布：请联系管理员。",
  "undelivered.slack.restricted_action_read_only_channel":
    "只有部分成员可在该频道发布：请允许我发布，或改用其他频道。",
  "undelivered.slack.msg_too_long": "消息超过 Slack 的长度上限：请反馈此问题。",
  "undelivered.slack.msg_blocks_too_long": "消息超过 Slack 的长度上限：请反馈此问题。",
  "undelivered.slack.invalid_blocks": "Slack 不接受此消息的区块：请反馈此问题。",
  "undelivered.slack.invalid_blocks_format": "Slack 不接受此消息的区块：请反馈此问题。",
  "undelivered.slack.cannot_reply_to_message": "要回复的原消息已删除。",
  "undelivered.slack.thread_not_found": "要回复的原消息已删除。",
  "undelivered.slack.no_text": "消息没有内容：请反馈此问题。",
  "undelivered.slack.missing_scope": "应用程序缺少权限：请维护 Mainstay 的人员按 manifest.yml 重新安装。",
};
