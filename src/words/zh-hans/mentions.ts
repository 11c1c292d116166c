import type { mentions as english } from "../en/mentions.ts";
import type { Translation } from "../translation.ts";

/** What is said of us in public: complaints nobody answered, who speaks for us, and what was told of it. */
export const mentions: Translation<typeof english> = {
  "mentions.title": "{mentions, number} 条公开投诉尚未回复",
  "mentions.none": "没有等待回复的公开投诉。",
  "mentions.quote": "“{text}”",
  "mentions.of-nobody": "未指明是哪位客户",
  "mentions.by": "{author}（{network}）",
  "mentions.unsigned": "{network}",
  "mentions.reach": "触达 {reach, number} 人",
  "mentions.answered": "已回复",
  "mentions.not-negative": "不是投诉",
  "mentions.done.answered": "已记下：已回复。",
  "mentions.done.not-negative": "已记下：不是投诉。我不会再判断这一条。",
  "mentions.already": "有人先处理了这一条。",
  "mentions.gone": "这条提及已不在记录中。",
  "mentions.not-yours": "这条提及属于同事负责的客户。请联系负责人或主管。",
  "mentions.counts":
    "最近 {days, number} 天：{negative, number} 条投诉、{positive, number} 条正面、{neutral, number} 条中性，含已回复的。销售可以看到自己客户的提及，以及未指明客户的提及。",
  "mentions.unjudged": "另有 {mentions, number} 条未判断：不是英文或中文，或内容太短。",
  "mentions.waiting": "另有 {mentions, number} 条等待判断，一小时内完成。",
  "mentions.order":
    "最紧急的排在最前面，看严重程度、触达人数和等待时间。我根据用词判断，有时识别不出反讽：在我们的样本中，约十条有九条判断正确。",

  "advocates.title": "{advocates, number} 位拥护者",
  "advocates.none":
    "{days, number} 天内，没有人称赞我们 {least, number} 次以上且从未投诉。提及数据由文件导入。",
  "advocates.praised": "称赞我们 {mentions, number} 次，最近一次：{last}",
  "advocates.rule": "{days, number} 天内至少有 {least, number} 条正面提及，且没有投诉；触达人数多者在前。",

  "mention-alert.title.alerted": "{mentions, number} 条公开投诉等待回复",
  "mention-alert.title.escalated": "{mentions, number} 条公开投诉已 {days, number} 天未回复",
  "mention-alert.text": "{title}：“{first}”",
  "mention-alert.more": "列表中另有 {mentions, number} 条。",
  "mention-alert.open": "打开列表",
  "mention-alert.what-to-do": "在原处回复后，在列表中点击“已回复”。如果不是投诉，请点击“不是投诉”。",

  "card.mention": "公开投诉",
  "card.mention.said": "{quote} – {by}，{ago}，尚未回复",
};
