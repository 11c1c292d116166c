import type { nudgeSettings as english } from "../en/nudge-settings.ts";
import type { Translation } from "../translation.ts";

/** One's open nudges, and when and how one is told of more. */
export const nudgeSettings: Translation<typeof english> = {
  "own-nudges.title": "{customers, plural, =0 {没有待处理的提醒} other {# 位客户等待您的回应}}",
  "own-nudges.none": "目前没有等待您回应的提醒。",
  "own-nudges.owns-nobody":
    "您没有负责的客户，因此不会收到提醒。主管和运营人员可在客户文件中将您设为负责人。",
  "own-nudges.since": "{ago}发出",
  "own-nudges.more": "还有 {customers, number} 位客户在等待：处理完这些后就会显示。",

  "nudge-settings.title": "提醒时间",
  "nudge-settings.change": "修改",
  "nudge-settings.saved": "已保存。",
  "nudge-settings.daily": "每个工作日 {hour}（{weekdays}）。",
  "nudge-settings.weekly": "每周一次，{weekday} {hour}。",
  "nudge-settings.paused": "已暂停，直到 {until}。",
  "nudge-settings.budget": "每个工作日最多 {customers, number} 位客户。",
  "nudge-settings.budget-of-team": "客户数按团队设置。",
  "nudge-settings.holidays": "{country} 的法定节假日不提醒。",
  "nudge-settings.no-holidays": "法定节假日也提醒。",
  "nudge-settings.quiet": "{from} 至 {until} 以及休息日不发私信；",
  "nudge-settings.no-quiet": "没有免打扰时段，但休息日不发私信；",
  "nudge-settings.urgent-waits": "投诉与差评也会等到之后。",
  "nudge-settings.urgent-at-once": "投诉与差评立即通知。",
  "nudge-settings.zone": "时间按 Slack 个人资料的 {timeZone} 时区。",
  "nudge-settings.next": "下次：{day}（如有客户需要联系）。",
  "nudge-settings.no-next": "找不到下一个提醒日：请检查 Slack 中的时区与工作日设置。",

  "nudge-settings.form.save": "保存",
  "nudge-settings.form.how": "多久提醒一次？",
  "nudge-settings.form.how.daily": "每个工作日",
  "nudge-settings.form.how.weekly": "每周一次，合并为一条消息",
  "nudge-settings.form.how.paused": "暂停到某一天",
  "nudge-settings.form.weekly-on": "每周提醒的日子",
  "nudge-settings.form.paused-until": "暂停到",
  "nudge-settings.form.paused-until.hint": "仅在选择“暂停到某一天”时有效；当天恢复提醒。",
  "nudge-settings.form.hour": "几点开始？",
  "nudge-settings.form.weekdays": "工作日",
  "nudge-settings.form.budget": "一天最多几位客户？",
  "nudge-settings.form.budget.team": "按团队设置",
  "nudge-settings.form.budget.own": "最多 {customers, number} 位",
  "nudge-settings.form.quiet-from": "免打扰时段开始",
  "nudge-settings.form.quiet-until": "免打扰时段结束（与开始相同：没有免打扰时段）",
  "nudge-settings.form.urgent": "投诉与差评",
  "nudge-settings.form.urgent.at-once": "立即通知我",
  "nudge-settings.form.urgent.means": "免打扰时段与休息日也通知",
  "nudge-settings.form.country": "法定节假日",
  "nudge-settings.form.country.usual": "常用",
  "nudge-settings.form.country.zone": "按我的时区：{country}",
  "nudge-settings.form.country.no-zone": "按我的时区：未知",
  "nudge-settings.form.country.none": "无：法定节假日照常工作",
  "nudge-settings.form.zone": "时间按 Slack 个人资料的 {timeZone} 时区。",
  "nudge-settings.form.bad-choice": "请从清单中选择。",
  "nudge-settings.form.no-weekday": "至少选择一个工作日。",
  "nudge-settings.form.hour-is-quiet": "此时间在免打扰时段内：请改选其他时间，或在下方修改免打扰时段。",
  "nudge-settings.form.weekly-on-day-off": "请选择一个工作日。",
  "nudge-settings.form.pause-needs-day": "请选择恢复提醒的日子。",
  "nudge-settings.form.pause-is-past": "请选择今天之后的日子。",
  "nudge-settings.form.pause-too-long": "请选择 {days, number} 天以内的日子。",

  "channel-nudge.title": "{customers, number} 位客户没有负责人，需要有人接手",
  "channel-nudge.why": "这些客户没有可通知的负责人。谁接手就由谁处理；客户文件维持不变。",
  "channel-nudge.take": "由我接手",
  "nudge.take.done":
    "*{customer}* 暂由您负责：可在 `/customer nudges` 找到。若要长期负责，请在客户文件中更改负责人。",
  "nudge.take.other":
    "{who, select, you {您已接手此客户：可在 `/customer nudges` 找到。} named {{name} 已接手此客户。} other {已有人接手此客户。}}",
  "nudge.done.taken":
    "{who, select, you {您已接手此客户（{when}）。} named {{name} 已接手此客户（{when}）。} other {已有人接手此客户（{when}）。}}",

  "team-nudges.title": "团队的提醒状况",
  "team-nudges.none": "Slack 中没有人负责客户，因此没有人收到提醒。请检查客户文件中负责人的电子邮件。",
  "team-nudges.summary":
    "{members, number} 位成员负责客户；{paused, plural, =0 {没有人暂停} other {# 位已暂停}}。回应率以最近 4 周的提醒计算。",
  "team-nudges.member":
    "{open, number} 条待处理，{sent, plural, =0 {未发出提醒} other {{sent, number} 条中已回应 {answered, number} 条}}",
  "team-nudges.more": "另有 {members, number} 位成员未显示。",
};
