import type { setup as english } from "../en/setup.ts";
import type { Translation } from "../translation.ts";

/** The three steps of a new installation, in Slack. Written for whoever installed the bot. */
export const setup: Translation<typeof english> = {
  "setup.title": "开始发布前的三个步骤",
  "setup.title.posting": "初始设置",
  "setup.text": "初始设置：{steps, number} 个步骤已完成 {done, number} 个。",
  "setup.intro": "在您启动之前，我不会在任何频道发布，也不会主动给任何人发消息。有人提问时仍会回答。",
  "setup.step": "*{number, number}. {title}* – {isDone, select, yes {已完成} other {待完成}}\n{text}",
  "setup.data": "数据",
  "setup.data.none":
    "还没有客户。{takesFiles, select, yes {请在这里导入文件，或请维护人员连接数据来源} other {请维护人员导入文件或连接数据来源}}：先导入客户，再导入他们的购买与使用记录。",
  "setup.data.no-activities":
    "文件中有 {customers, number} 位客户，但没有任何购买或使用记录。缺少这些就无法判断谁可能流失。",
  "setup.data.there": "{customers, number} 位客户；最新的活动在{day}。",
  "setup.owners": "负责人",
  "setup.owners.unknown": "还没读取此工作区的成员名单。启动后约一分钟会完成，届时请重新检查。",
  "setup.owners.no-customers": "客户的负责人，以客户文件中的电子邮件地址为准。",
  "setup.owners.none":
    "没有任何客户的负责人在此工作区，因此不会有人收到提醒。客户文件以电子邮件地址指定负责人，必须与 Slack 上的相同。",
  "setup.owners.some":
    "{customers, number} 位客户中有 {owned, number} 位由这里的 {owners, number} 人负责。{rest, plural, =0 {} other {其余 # 位不会有人收到提醒。}}",
  "setup.posting": "试运行第一份客户周报",
  "setup.posting.no-data": "有了客户之后，可以先在这里查看周报，再决定是否发布。",
  "setup.posting.off":
    "查看上周的周报，只有您看得到；内容无误的话，就在下方启动。{channels, plural, =0 {还没有频道要接收周报：请在频道中输入 `/customer channel on digest` 。} other {已有 # 个频道要接收周报。}}",
  "setup.posting.on": "自 {when} 起已开始发布{named, select, yes {，由 {who} 启动} other {}}。",
  "setup.posting.before": "正在发布，与有这个步骤之前相同。",
  "setup.import": "导入文件",
  "setup.no-owner": "谁没有负责人",
  "setup.no-owner.nobody": "每位客户的负责人都在此工作区。",
  "setup.digest": "查看周报",
  "setup.again": "重新检查",
  "setup.not-now": "以后再说",
  "setup.declined-by": "{who} 决定以后再设置。",
  "setup.declined": "好的。有人启动之前，我不会发布任何内容； `/customer setup` 可再次打开。",
  "setup.start": "开始发布",
  "setup.start.what":
    "以上只是试运行，没有其他人收到。启动后，{owners, plural, =0 {还没有人会收到提醒，因为没有客户的负责人在这里} other {工作日提醒 # 位负责人联系各自的客户}}，{channels, plural, =0 {周报还不会发布到任何频道} other {每周一在 # 个频道发布周报}}。",
  "setup.start.sure": "开始发布？",
  "setup.start.yes": "开始",
  "setup.start.no-customers": "还没有客户，没有内容可以发布。请先导入客户。",
  "setup.started": "已启动。负责人将在下一个工作日收到提醒，频道则在到期时收到所要的内容。之前的不会补发。",
  "setup.stop": "停止发布",
  "setup.stop.sure": "停止发布？",
  "setup.stop.what": "在有人再次启动之前，没有人会收到提醒，频道也不会收到周报或告警。期间的内容不会补发。",
  "setup.stop.yes": "停止",
  "setup.cancel": "取消",
  "setup.stopped": "已停止。从现在起不会主动发布任何内容； `/customer setup` 可再次启动。",
  "why-silent.not-posting": "目前还不会主动提醒，主管或运营人员可用 /customer setup 启动。",
  "setup.not-posting": "目前还不会发布：主管或运营人员可用 `/customer setup` 启动。",
  "setup.more": "另有 {accounts, number} 位。",
};
