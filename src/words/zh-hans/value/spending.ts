import type { spending as english } from "../../en/value/spending.ts";
import type { Translation } from "../../translation.ts";

/** Where to spend, where to save, and what moving money would bring. */
export const spending: Translation<typeof english> = {
  "spending.save": "12 个月成本 {cost}，带来收入 {revenue}，不太可能流失（风险 {risk, number}%）。{cap}",
  "spending.cap": "此层级的维护成本最多应为 {cap}，即毛利的 {percent, number}%。",
  "spending.margin-unknown": "毛利未知。",
  "spending.spend": "一个季度内风险上升 {points, number} 个百分点，达 {risk, number}%。{stake}",
  "spending.plan":
    "{tier, select, top {高价值层级} middle {中价值层级} rest {一般层级} other {未评价}}，风险 {risk, number}%。{stake}",
  "spending.stake": "可能损失：一年毛利中的 {amount}。",
  "spending.stake.none": "没有毛利面临风险。",
  "spending.stake.no-margin": "12 个月带来收入 {revenue}；毛利未知。",
  "spending.stake.no-revenue": "12 个月带来收入 {revenue}；未来能带来多少未知。",

  "spending.where-to-spend": "该加强之处：高价值且风险上升",
  "spending.where-to-spend.nobody": "一个季度内没有高价值客户的风险大幅上升。",
  "spending.where-to-save": "可节省之处：高成本、低价值、低风险",
  "spending.where-to-save.nobody": "没有低价值、低风险却成本高的客户。",
  "spending.keep-first": "优先留住：价值最高的排最前",
  "spending.more": "另有 {customers, number} 位",

  "spending.note.no-costs":
    "没有成本分摊到任何客户，因此尚无可节省之处。请先用 `/customer cost add` 记录成本。",
  "spending.note.no-earlier-score": "{customers, number} 位客户没有一个季度前的评分：尚不知风险是否上升。",
  "spending.note.unscored": "{customers, number} 位客户没有评分，未列入任何清单。",

  "spending.segment.since": "期初不存在",

  "what-if.return":
    "{segment}：留住毛利 {margin} ÷ 成本 {cost} = 每花 1 得 {perUnit, number, ::.00}，{customers, number} 位客户",
  "what-if.return.interval":
    "{segment}：留住毛利 {margin} ÷ 成本 {cost} = 每花 1 得 {perUnit, number, ::.00}（{low, number, ::.00} 至 {high, number, ::.00}），{customers, number} 位客户",
  "what-if.return.no-costs": "{segment}：留住毛利 {margin}，没有成本，{customers, number} 位客户",
  "what-if.moved":
    "移动 {amount}：×（{to, number, ::.00} − {from, number, ::.00}）= {change}，最可能介于 {low} 与 {high} 之间（95% 区间，按客户之间的差异）",
  "what-if.direction-unknown": "可能盈利也可能损失：数据无法判断移动是否有帮助。",
  "what-if.association":
    "这是同时出现的情况，不是因果：数值为期间平均，多花未必同样有效，获得较多服务的客户也可能本来就不同。",
  "what-if.not-enough-data": "数据还不够：{because}。",
  "what-if.no-costs": "{segment} 在期间内没有成本",
  "what-if.too-few": "{segment} 中有成本且毛利已知的客户不到 {least} 位",
  "what-if.unknown-segment": "期间开始时，没有客户属于客群“{asked}”（{rule}）。当时有：{known}。",

  "value.no-customers": "文件中当时没有客户。请维护 Mainstay 的人员先导入客户或往来记录。",
  "value.not-begun": "期间尚未开始：从 {from}开始。请改问已到来的日子。",
  "value.missing-rates": "{problem}另外也缺少：{others}。",
};
