import type { asking as english } from "../en/asking.ts";
import type { Translation } from "../translation.ts";

/** What is asked in words, in a message or a form, and what is answered to that. Read by reps and managers. */
export const asking: Translation<typeof english> = {
  "help.text.asking":
    "直接提问：私信我或在频道中提及我。例如：Acme 情况如何、为何有流失风险、从何时起、怎么做有帮助、谁有高风险、谁的风险变动最大。",
  "help.asking":
    "*直接提问* ，可私信我、在频道中提及我，或写在 `/customer` 之后\nAcme 情况如何？Acme 为何有流失风险？从何时起？怎么做有帮助？Acme 买什么、成本多少、价值多少？谁有高风险？谁的风险变动最大？我们的留存率是多少？接着可以再问：“那 Globex 呢？”、“为什么？”\n在频道中，所有人都会在消息串看到回答，但不含金额；金额只给提问者看。\n`/customer movers` – 七天内风险变动最大的客户； `movers mine` 只看自己负责的\n`/customer digest` 与 `digest last week` – 周报的内容（主管和运营人员）\n在消息上按“记录联系”即可存为与客户的联系；“寻找客户”可在任何地方打开卡片。",

  "asking.unknown": "看不懂 {typed}。以下是最接近、我能回答的：",
  "asking.unknown.list": "看不懂 {typed}。可以这样问我：{examples}。",
  "asking.example": "• {example}",
  "asking.which": "{typed} 是指哪一位客户？选择之后就会回答。",
  "asking.which-of-more": "{typed} 是指哪一位客户？以下是前 {shown, number} 位；多输入一个词可缩小范围。",
  "asking.who.card": "哪一位客户？请写出名称，例如“Acme 情况如何？”。",
  "asking.who.why": "哪一位客户？请写出名称，例如“Acme 为何有风险？”。",
  "asking.who.since-when": "哪一位客户？请写出名称，例如“Acme 从何时起有风险？”。",
  "asking.who.what-helps": "哪一位客户？请写出名称，例如“怎么做对 Acme 有帮助？”。",
  "asking.who.history": "哪一位客户？请写出名称，例如“Acme 历史”。",
  "asking.who.products": "哪一位客户？请写出名称，例如“Acme 买什么？”。",
  "asking.who.costs": "哪一位客户？请写出名称，例如“Acme 成本多少？”。",
  "asking.who.worth": "哪一位客户？请写出名称，例如“Acme 价值多少？”。",
  "asking.who.why-silent": "哪一位客户？请写出名称，例如“为何不提醒 Acme？”。",
  "asking.do.card": "客户情况如何：写名称加上“情况如何”",
  "asking.do.why": "客户为何有风险：写名称加上“为何有风险”",
  "asking.do.since-when": "客户从何时起有风险：写名称加上“从何时起有风险”",
  "asking.do.what-helps": "怎么做对客户有帮助：“怎么做对”加上名称“有帮助”",
  "asking.do.history": "客户的往来：写名称加上“历史”",
  "asking.do.products": "客户买什么：写名称加上“买什么”",
  "asking.do.costs": "客户的成本：写名称加上“成本多少”",
  "asking.do.worth": "客户的价值：写名称加上“价值多少”",
  "asking.do.why-silent": "为何不提醒某位客户：“为何不提醒”加上名称",
  "asking.do.at-risk": "谁有高风险？",
  "asking.do.movers": "谁的风险变动最大？",
  "asking.do.threshold": "阈值 60% 会有什么改变：“阈值 60%”",
  "asking.do.digest": "显示上周周报",
  "asking.do.retention": "我们的留存率是多少？",
  "asking.do.nudges": "我的提醒",
  "asking.do.help": "说明",

  "asking.private.card": "只有您看得到：{worth}",
  "asking.private.at-risk": "只有您看得到，附上可能的损失：",
  "asking.public.more": "另有 {more, number} 位高风险客户： `/customer at-risk` 列出全部。",
  "asking.public.asked": "由 <@{who}> 提问。",

  "asking.since.title": "{name}：从何时起",
  "asking.since.high": "自 {since}起为高风险（50% 以上）。前一次评分在 {day}，为 {before}。",
  "asking.since.always": "自我有的第一次评分（{since}）起即为高风险（50% 以上）。",
  "asking.since.not-high": "不是高风险（50% 以上）。",

  "asking.help.title": "{name}：怎么做有帮助",
  "asking.help.none": "模型所知的做法都无法让风险降低一个百分点以上。模型看哪些数据，见 `/customer model` 。",

  "asking.worth.title": "{name} 的价值",
  "asking.worth.text": "{name}：毛利 CLV {clv}；终身收入 {lifetime}。",

  "asking.movers.title": "{days, number} 天内风险变动最大的客户",
  "asking.movers.title.mine": "{days, number} 天内风险变动最大的客户：我负责的",
  "asking.movers.risen": "上升",
  "asking.movers.fallen": "下降",
  "asking.movers.more": "另有 {more, number} 位变动达十个百分点",
  "asking.movers.nobody":
    "{days, number} 天内，{whose, select, mine {您负责的客户} other {所有客户}}的风险变动都不到十个百分点。",
  "asking.movers.not-scored": "还没有任何客户的风险值，因此也没有变动。评分每晚进行。",
  "asking.movers.no-email":
    "看不到您的电子邮件，因此无法判断哪些客户由您负责。 `/customer movers team` 显示全团队的。",
  "asking.movers.text": "{title}。上升：{risen}。下降：{fallen}。",
  "asking.movers.none": "无",
  "asking.movers.why": "原因",
  "asking.movers.foot": "最新评分与 {days, number} 天前相比；变动达十个百分点者。",

  "asking.digest.this": "本周至今。风险为目前数值，与七天前相比。",
  "asking.digest.last": "上周，截至 {at} 的状况。其后更正的数值以目前为准。",

  "asking.retention.title": "客户留存，{from}至 {to}",
  "asking.retention.percent": "*{value, number, ::.#}%* （{working}）",
  "asking.retention.percent.alone": "*{value, number, ::.#}%*",
  "asking.retention.none": "无法计算：{because}",
  "asking.retention.text": "{title}：{figures}",
  "asking.retention.figure": "{name} {value}",
  "asking.retention.not-available": "无数据",
  "asking.retention.other": "其他期间可问“上季度留存率”或“本月留存率”。",

  "asking.threshold.now":
    "*今天* 有风险值的 {scored, number} 位客户中，{customers, plural, =0 {没有客户} other {有 # 位}}达到 {percent} 以上。",
  "asking.threshold.stake": "合计 {text}",
  "asking.threshold.no-stake": "可能的损失从高风险（50%）起加总，因此此阈值没有合计。",
  "asking.threshold.not-scored": "*今天* 没有任何客户的风险值，因此没有客户达到阈值。",

  "asking.prompts.title": "问我",
  "asking.prompt.at-risk": "谁有高风险？",
  "asking.prompt.my-at-risk": "我负责的客户中谁有高风险？",
  "asking.prompt.movers": "谁的风险变动最大？",
  "asking.prompt.nudges": "今天该联系谁？",
  "asking.prompt.digest": "显示上周周报",
  "asking.prompt.retention": "我们的留存率是多少？",
  "asking.prompt.help": "你能做什么？",
  "asking.status": "查找中……",

  "asking.touch.customer": "客户",
  "asking.touch.customer.hint": "名称、域名或编号",
  "asking.touch.guessed": "消息中提到 {customer}：记录前请确认。",
  "asking.touch.not-guessed": "记录与客户的联系，并以此消息为备注。",
  "asking.touch.nobody": "找不到这位客户。请输入名称、域名或编号。",
  "asking.touch.several": "有多位客户符合：{customers}。请输入所指客户的编号。",
  "asking.touch.logged": "已记录与 {customer} 的联系。这是目前的卡片。",

  "asking.find.title": "寻找客户",
  "asking.find.submit": "寻找",
  "asking.find.close": "关闭",
  "asking.find.field": "客户",
  "asking.find.hint": "名称（拼错或只输入部分也可以）、域名或客户编号",
  "asking.find.nobody": "找不到这位客户。可输入部分名称、域名或编号。",
  "asking.find.near": "找不到这位客户。最接近的是：{customers}。",
  "asking.find.sent": "附有按钮的卡片已发送到私信。",
};
