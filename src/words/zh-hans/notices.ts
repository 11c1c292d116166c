import type { notices as english } from "../en/notices.ts";
import type { Translation } from "../translation.ts";

/** What the bot answers in a sentence: to a command, to a button, and where something cannot be done. */
export const notices: Translation<typeof english> = {
  "notice.failed":
    "抱歉，操作没有成功。请稍后再试；若再次失败，请把参考编号 {reference} 交给维护 Mainstay 的人员。",
  "notice.form-too-late":
    "太慢了：Slack 只允许在三秒内打开表单。请再按一次按钮。如果一再发生，请把参考编号 {reference} 交给维护 Mainstay 的人员。",
  "notice.not-taken": "目前无法保存，因此没有执行任何操作。请稍后再试。",
  "notice.interrupted": "分享时被中断。再次分享之前，请先到频道查看是否已经发出。",
  "notice.old-button": "这个按钮来自旧版本。请用 `/customer` 重新查询此客户。",
  "touch.not-kept": "此客户已不在文件中，因此没有保存这条联系记录。请用 `/customer` 加上名称重新查询。",
  "notice.gone": "此客户已不在文件中。请用 `/customer` 加上名称重新查询。",

  "look-up.which": "{typed} 是指哪一位客户？",
  "look-up.which-of-more": "{typed} 是指哪一位客户？以下是前 {shown, number} 位；多输入一个词可缩小范围。",
  "look-up.nobody": "找不到客户 {typed}。可输入部分名称、域名或客户编号；用法请见 `/customer help` 。",
  "look-up.nobody-but-near": "找不到客户 {typed}。最接近的是：",
  "look-up.command-meant": "是要输入 {command} 吗？",
  "look-up.do-command": "{command}",
  "look-up.too-long": "客户名称太长。请输入部分名称、域名或编号。",
  "look-up.open": "打开",
  "look-up.nearest": "没有名称完全相同的客户；这是最接近的一位。",
  "look-up.namesake": "有一位客户叫这个名字。若要使用同名的命令，请输入 {command}。",

  "settled.touch-logged":
    "{who, select, you {您已于 {ago}记录联系。} named {{name} 已于 {ago}记录联系。} other {已有人于 {ago}记录联系。}}",
  "settled.snoozed":
    "{who, select, you {您已于 {ago}暂停此客户的提醒。} named {{name} 已于 {ago}暂停此客户的提醒。} other {已有人于 {ago}暂停此客户的提醒。}}",
  "settled.not-useful":
    "{who, select, you {您已于 {ago}标记为没有帮助。} named {{name} 已于 {ago}标记为没有帮助。} other {已有人于 {ago}标记为没有帮助。}}",
  "settled.reached-out":
    "{who, select, you {您已于 {ago}联系此客户。} named {{name} 已于 {ago}联系此客户。} other {已有人于 {ago}联系此客户。}}",
  "settled.handed-over":
    "{who, select, you {您已于 {ago}转交这条提醒。} named {{name} 已于 {ago}转交或接手这条提醒。} other {已有人于 {ago}转交这条提醒。}}",
  "settled.look-up-again": "{settled}若要补充，请重新查询此客户。",
  "settled.offer-touch": "已记下。可记录联系，说明结果与所花时间。",

  "access.guest": "客户信息不对工作区的访客开放。如需完整账号，请联系管理员。",
  "access.outsider": "我只为本公司的成员服务。",
  "access.bot": "我只回应真人。",
  "access.deactivated": "此账号已禁用，因此不显示任何内容。",
  "access.agent": "这项内容不提供给其他程序。请在 Slack 中直接问我。",
  "access.unknown": "Slack 目前无法确认您的身份，因此不显示任何内容。请稍后再试。",
  "access.managers-only.money":
    "全体客户的成本与价值只对主管和运营人员开放。用 `/customer` 加上名称可查看您负责的客户， `/customer acme cost` 可查看单一客户的成本。",
  "access.managers-only.import": "只有主管和运营人员可以导入文件。请联系其中一位。",
  "access.operations-only": "只有运营人员可以这样做。请联系其中一位或管理员。",
  "access.managers-only.setup": "只有主管和运营人员可以进行初始设置。请联系其中一位。",
  "access.managers-only.channel": "只有主管和运营人员可以决定频道接收的内容。请联系其中一位或管理员。",
  "access.shared": "此频道有外部组织成员，因此这里不谈论客户。",
  "access.guests": "此频道有访客，因此不在这里发布客户信息。请改用没有访客的频道。",
  "access.direct": "这项功能只能在频道中使用。请在频道输入 `/customer` 加上名称，再使用卡片上的按钮。",
  "access.unseen": "无法得知这个对话有哪些成员，因此不在这里发布。请先邀请我加入频道，再试一次。",
  "access.privately": "私下显示给我",
  "access.shown-privately": "已通过私信发送给您。",

  "table.as-file": "下载文件",
  "table.sent":
    "表格已存为 {file}，通过私信发送给您：{rows, number} 行{leftOut, plural, =0 {} other {，最后 # 行未纳入}}。",
  "table.comment": "这是您要的表格。内含金额，转传时请留意对象。",

  "channel.usage":
    "请指定此频道要接收的内容： `/customer channel on digest` 、 `/customer channel on costs` 、 `/customer channel on escalations` 、 `/customer channel on alerts` 、 `/customer channel on post-mortems` 或 `/customer channel on nudges` ；改用 `off` 即可停止。",
  "channel.gets": "此频道现在会收到：{topics}。",
  "channel.gets-nothing": "此频道不会再收到我的任何消息。",
  "channel.language.set": "从现在起，我在此频道使用{language}。个人的提问仍以各自 Slack 的语言回答。",
  "channel.language.choose":
    "请选择我在此频道使用的语言：{languages} 。个人的提问仍以各自 Slack 的语言回答。",
  "channel.language.option": "`/customer channel language {name}`",
  "channel.language.unknown": "不支持{typed}。可用的语言：{languages} 。",
  "channel.digest.choose":
    "周报何时发到这里？输入 `/customer channel digest 周一 9` ：星期与整点；如为其他时区，加在后面： `Asia/Shanghai` 。",
  "channel.digest.set":
    "周报于{weekday} {hour, number}:00（{timeZone}）发到此频道，内容为之前的完整一周。{isOn, select, yes {} other {周报尚未开启： `/customer channel on digest` 。}}此频道收到的其他内容也按此时区。",
  "channel.digest.unknown":
    "看不懂 {typed}。请输入星期与整点，例如 `/customer channel digest 周一 9` 或 `/customer channel digest 周五 16 Asia/Shanghai` 。",
  "channel.topic.digest": "客户周报",
  "channel.topic.costs": "成本月报",
  "channel.topic.escalations": "可能损失很大却无人回应的提醒",
  "channel.topic.alerts": "模型与任务失败的告警",
  "channel.topic.post-mortems": "每位被评为低风险却流失的客户，各开一个消息串",
  "channel.topic.nudges": "没有负责人、需要有人接手的客户",
  "channel.shows-money": "此频道的所有成员现在都能看到客户的价值。",
  "channel.invite-me": "我还不在这个频道：请先邀请我，否则无法发布消息。",

  "help.title": "/customer 的用法",
  "help.text":
    "/customer 的用法：/customer acme 显示客户卡片，/customer at-risk 列出即将流失的客户，/customer acme cost 查看单一客户的成本，/customer costs 与 /customer segments 查看全体客户，/customer cost add 记录成本，/customer model 说明风险的可信度，/customer channel on digest 设置频道。",
  "help.text.look-up":
    "查询客户：输入 /customer 加上名称、域名或编号；其后加上 history 可看全部往来，加上 products 可看下一步适合推荐的产品。",
  "help.text.at-risk": "高风险客户，可能损失最多的排最前：/customer at-risk mine、team 或客群名称。",
  "help.text.costs":
    "成本与价值：/customer acme cost、/customer costs quarter by owner、/customer segments by rfm、/customer cost add。",
  "help.text.mentions": "公开提及：/customer mentions、/customer advocates。",
  "help.text.model": "风险的可信度：/customer model。",
  "help.text.channels":
    "设置此频道：/customer channel on digest、on costs、on escalations、on alerts、on post-mortems 或 on nudges；off 即可停止。供主管和运营人员使用。",
  "help.text.home": "您负责的客户在我的“主页”标签页，风险最高的排最前。",
  "help.look-up":
    "*查询客户*\n`/customer acme` – 按名称查询，拼错、只输入部分或省略重音符号也可以\n`/customer acme.com` – 按域名\n`/customer C-1042` – 按客户编号\n`/customer acme history` – 全部往来，最新的排最前\n`/customer acme feedback` – 对方的反馈，以及可传给对方的问卷链接\n`/customer acme products` – 下一步适合推荐的产品，以及经常购买的产品\n`/customer acme points` – 忠诚度积分与兑换\n`/customer why-silent acme` – 为什么没有提醒\n`/customer acme override` – 表示您比模型更了解情况； `/customer overrides` 列出您的判断\n`/customer acme quiet` – 应对方要求，不再打扰\n`/customer acme 链接` – 发到哪里就在哪里显示客户的链接\n`/customer acme 频道 #acc-acme` – 指定客户的频道；在那里只输入 `/customer` 就显示卡片\n`/customer find model` – 名称与命令相同时，按名称查询\n私信我客户名称，或在频道中提及我并附上名称，结果相同。\n卡片只有您看得到。卡片上的按钮可记录联系、暂停提醒、说明风险或分享卡片。\n`/customer acme snooze 2w` – 两周内不提醒；也可用 `3d` 、 `1 month` 、 `until 2027-01-15`",
  "help.at-risk":
    "*即将流失的客户，可能损失最多的排最前*\n`/customer at-risk` – 销售看到自己负责的高风险客户；主管和运营人员看到全团队的\n`/customer at-risk mine` 、 `/customer at-risk team` 或 `/customer at-risk Retail` （客群名称）\n每位客户附有负责人、续约日、下一步，以及是否已有人处理。\n`/customer playbooks` – 本季度提醒的效果与成本，与对照组比较（主管和运营人员）\n`/customer threshold 60%` – 以此风险阈值会有多少提醒、其中多少正确（主管和运营人员）\n`/customer playbooks settings` – 哪些方案已开启、关闭或试运行，以及各项数值（主管和运营人员）\n`/customer events` – 团队规划的活动与邀请对象；主管和运营人员可添加\n`/customer drafts` – 销售写信给客户时的起始草稿，可编辑（主管和运营人员）\n`/customer do-not-disturb` – 不打扰的客户与原因（主管和运营人员）\n`/customer nudges` – 等待您回应的提醒，以及何时提醒您； `nudges team` 查看全团队（主管和运营人员）",
  "help.costs":
    "*维系客户的成本，以及客户的价值*\n`/customer acme cost` – 单一客户：分类成本、价值、盈利、三个月趋势\n`/customer costs quarter by owner` – 以月、季度或年计，按客群、类别、负责人、渠道或客户细分（主管和运营人员）\n`/customer segments` – 按价值层级查看客户，或用 `by rfm` 、 `spend` 、 `geography` 、 `behaviour` ：规模、价值、成本、风险、建议的服务方式\n`/customer cost add` – 主管和运营人员可记录任何成本，销售可记录直接花在自己客户上的成本",
  "help.mentions":
    "*公开提及*\n`/customer mentions` – 无人回应的投诉，最紧急的排最前\n`/customer advocates` – 一再称赞我们的拥护者",
  "help.model": "*风险有多可信？* `/customer model` – 采用哪个模型、表现如何，以及采用的原因",
  "help.channels":
    "*设置此频道* （主管和运营人员）\n`/customer channel on digest` – 客户周报\n`/customer channel on costs` – 成本月报\n`/customer channel on escalations` – 可能损失很大却无人回应的提醒\n`/customer channel on alerts` – 给维护人员的告警：模型不再适用、任务失败、可能重复的客户\n`/customer channel on post-mortems` – 每位低风险却流失的客户，各开一个消息串\n`/customer channel on nudges` – 没有负责人、需要有人接手的客户，每周最多十位\n`/customer channel off digest` 等即可停止\n`/customer channel digest 周一 9` – 周报何时发出：星期、整点，也可加上时区\n`/customer channel language 简体中文` – 我在此频道使用的语言；也可用 `繁體中文` 、 `English`\n*来自多个系统的客户* （主管和运营人员）： `/customer duplicates` 列出可能重复的客户，可合并或保持分开\n*初始设置* （主管和运营人员）： `/customer setup` – 已完成与待完成的步骤，以及是否发布",
  "help.home":
    "*您负责的客户* 在我的“主页”标签页：先列出高风险客户（可能损失最多的排最前），再按风险列出全部。",
};
