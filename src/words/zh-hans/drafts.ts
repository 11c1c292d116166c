import type { drafts as english } from "../en/drafts.ts";
import type { Translation } from "../translation.ts";

/** Drafts to write to customers with, and the team's templates. What customers read stands in `words/drafts/`. */
export const drafts: Translation<typeof english> = {
  "draft.button": "草稿",

  // Those that have no playbook of the same name.
  "draft.of.call-about-renewal-30": "续约前 30 天",
  "draft.of.call-about-renewal-14": "续约前 14 天",

  "draft.form.title": "草稿",
  "draft.form.submit": "我已发送",
  "draft.form.close": "关闭",
  "draft.form.ask":
    "给 *{customer}* 的文字，可直接复制或修改（{draft}）。我不会联系客户：由您发送后，点击 *我已发送* 即可。",
  "draft.form.not-due": "当初的建议理由已不成立，或之后已有人联系过。使用前请先通读内容。",
  "draft.form.nobody": "文件中没有联系人，因此称呼不含姓名。",
  "draft.form.own": "团队自定义的文字，由 {name} 于 {day}设置。",
  "draft.form.own.somebody": "团队自定义的文字，于 {day}设置。",
  "draft.form.language": "语言",
  "draft.form.form": "形式",
  "draft.form.form.email": "电子邮件",
  "draft.form.form.chat": "聊天消息",
  "draft.form.subject": "主题",
  "draft.form.body": "正文",
  "draft.form.chat": "聊天消息",
  "draft.form.minutes": "所用分钟数",
  "draft.form.minutes.hint": "计入这位客户的成本。",
  "draft.form.mail": "在邮件程序中撰写",
  "draft.form.mail.how": "邮件会带入原来建议的文字；在这里修改的内容，请自行复制过去。",
  "draft.form.mail.no-address": "文件中没有对方的邮箱地址，请在邮件中填写。",
  "draft.form.mail.too-long": "文字太长，无法放进链接，因此邮件不含正文，请自行复制。",

  "draft.language.chosen": "使用{language}：由您选择。",
  "draft.language.customer": "使用{language}：根据客户文件。",
  "draft.language.contact": "使用{language}：根据联系人文件。",
  "draft.language.country": "使用{language}：文件未注明语言，根据客户所在国家确定。",
  "draft.language.sender": "使用{language}：文件未注明语言，根据您的 Slack 语言确定。",
  "draft.language.nobody": "使用{language}：文件和您的 Slack 都没有指定可用的草稿语言。",
  "draft.language.without": "没有对方语言的草稿（{named}）。",

  "draft.sent.email": "已记录：电子邮件已发送，尚未回复。收到回复后请记录联系。",
  "draft.sent.chat": "已记录：消息已发送，尚未回复。收到回复后请记录联系。",
  "draft.sent.before": "之前已经记录过，没有任何变更。",
  "draft.empty": "内容为空。请填入您发送的文字，或关闭表单。",

  "drafts.title": "草稿",
  "drafts.how":
    "销售在提醒或卡片上点击 *草稿* 时，会以这些文字为起点。选择一条即可阅读（共六种语言），也可以改成自己的版本。",
  "drafts.none": "还没有自定义文字：全部 {drafts, number} 条、{languages, number} 种语言都使用我们的版本。",
  "drafts.own": "*{own, number} 条自定义文字* · 其余使用我们的版本。",
  "drafts.own.one": "{draft} · {language} · 由 {name} 于 {day}设置",
  "drafts.own.one.somebody": "{draft} · {language} · 于 {day}设置",
  "drafts.more": "另有 {more, number} 条",
  "drafts.choose": "选择草稿",
  "drafts.text": "草稿：{own, plural, =0 {暂无自定义文字} other {# 条自定义文字}}。",

  "draft.template.title": "编辑草稿",
  "draft.template.submit": "保存",
  "draft.template.ours": "这是我们的文字。修改后即成为您的版本，供所有销售使用。",
  "draft.template.own": "您的文字，由 {name} 于 {day}设置。",
  "draft.template.own.somebody": "您的文字，于 {day}设置。",
  "draft.template.names": "以下名称会自动填入：{known}。",
  "draft.template.how":
    "某个名称没有数据时，会省略整个句子；使用方括号时，只省略括号内的部分：“['{'contact'}'，]您好：”。",
  "draft.template.back": "恢复我们的版本",
  "draft.template.back.sure": "要放弃您的文字吗？",
  "draft.template.back.what": "销售从现在起改用我们的版本。",
  "draft.template.back.yes": "恢复我们的版本",
  "draft.template.back.no": "保留我的版本",

  "draft.kept": "已保存：{draft}（{language}）。销售从现在起使用您的文字。",
  "draft.back": "销售重新使用我们的文字：{draft}（{language}）。",
  "draft.as-ours": "与我们的文字相同，因此使用我们的版本：{draft}（{language}）。",
  "draft.changed":
    "您打开期间，{name} 修改了这段文字，因此您的版本没有保存。请先复制，关闭表单后再重新打开。",
  "draft.changed.somebody":
    "您打开期间，有人修改了这段文字，因此您的版本没有保存。请先复制，关闭表单后再重新打开。",

  "draft.wrong.empty": "请填写内容。",
  "draft.wrong.lines": "主题只能有一行。",
  "draft.wrong.brace": "有一个 {brace} 不属于任何名称。名称写成 '{'contact'}'，不加空格。",
  "draft.wrong.bracket": "有一个 {bracket} 在同一行没有成对，或一组括号套在另一组里。",
  "draft.wrong.unknown": "没有 {name} 这个名称。可用的名称：{known}。",
  "draft.wrong.long": "超出 {characters, number} 个字：填入所有名称后，最多 {most, number} 个字。",
  "draft.wrong.nothing-left": "名称都没有数据时，这里会变成空白。请加上不含名称的句子，或用方括号括住名称。",
};
