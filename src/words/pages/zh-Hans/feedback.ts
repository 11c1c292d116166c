import type { PageTexts } from "../en/feedback.ts";

export const feedback: PageTexts = {
  "page.title": "您的反馈",
  "csat.question": "{named, select, yes {您对{company}的满意程度如何？} other {您对我们的满意程度如何？}}",
  "csat.question.ticket":
    "{named, select, yes {您对{company}处理您的请求 {ticket} 的满意程度如何？} other {您对我们处理您的请求 {ticket} 的满意程度如何？}}",
  "csat.1": "非常不满意",
  "csat.2": "不满意",
  "csat.3": "一般",
  "csat.4": "满意",
  "csat.5": "非常满意",
  "ces.question":
    "{named, select, yes {从{company}获得您所需要的，有多容易？} other {从我们这里获得您所需要的，有多容易？}}",
  "ces.question.ticket":
    "{named, select, yes {请{company}解决您的请求 {ticket}，有多容易？} other {请我们解决您的请求 {ticket}，有多容易？}}",
  "ces.1": "非常困难",
  "ces.2": "困难",
  "ces.3": "比较困难",
  "ces.4": "一般",
  "ces.5": "比较容易",
  "ces.6": "容易",
  "ces.7": "非常容易",
  "nps.question":
    "{named, select, yes {您有多大可能向他人推荐{company}？} other {您有多大可能向他人推荐我们？}}",
  "nps.question.ticket":
    "{named, select, yes {经过请求 {ticket} 的处理，您有多大可能向他人推荐{company}？} other {经过请求 {ticket} 的处理，您有多大可能向他人推荐我们？}}",
  "nps.0": "完全不可能",
  "nps.10": "非常可能",
  "page.comment": "您这样回答的主要原因是什么？",
  "page.comment.hint": "选填，最多 {most, number} 个字。",
  "page.once": "您只能回答一次。如果之后想修改，请告诉给您发送此链接的人。",
  "page.send": "提交回答",
  "page.error.no-score": "请选择一个答案。",
  "page.error.too-long": "您的意见超过了 {most, number} 个字，请缩短。",
  "page.error.unreadable": "无法读取您的回答，请重新选择。",
  "page.thanks.title": "谢谢您",
  "page.thanks": "我们已收到您的回答。您可以关闭此页面。",
  "page.answered.title": "谢谢您，我们已收到您的回答",
  "page.answered": "此问题已经回答过，以第一次的回答为准。如需修改，请告诉给您发送此链接的人。",
  "page.over.title": "此链接无效",
  "page.over": "链接可能已过期，或者没有完整复制。请向给您发送链接的人索取新的链接。",
  "draft.hello": "{named, select, yes {{name}，您好！} other {您好！}}",
  "draft.ask": "我们很想了解您的看法。只有一个问题，不到一分钟即可完成：",
  "draft.until": "链接有效期至 {day}。谢谢！",
};
