import type { duplicates as english } from "../en/duplicates.ts";
import type { Translation } from "../translation.ts";

/** Customers who may be one, in Slack. Written for whoever keeps the customer file. */
export const duplicates: Translation<typeof english> = {
  "duplicates.title": "{pairs, number} 组客户可能重复",
  "duplicates.title.settled": "重复客户比对",
  "duplicates.none": "没有看起来重复的客户。每次导入后和每晚都会再检查。",
  "duplicates.pair": "{first}与 {second}",
  "duplicates.side": "{name}（{source} {id}）",
  "duplicates.agrees": "相同：{signs}",
  "duplicates.agrees.name-alone": "相同：只有名称，没有其他数据可比对",
  "duplicates.differs": "不同：{signs}",
  "duplicates.contracts": "双方都有合同。合并后会相加，请先确认不是同一份合同登记了两次。",
  "duplicates.join": "合并",
  "duplicates.keep-apart": "保持分开",
  "duplicates.undo": "撤销",
  "duplicates.joined": "{named, select, yes {由 {who} 合并。} other {已合并。}}",
  "duplicates.joined.by-itself": "已自动合并，因为确定是同一位客户。",
  "duplicates.apart":
    "{named, select, yes {由 {who} 决定保持分开，不会再询问。} other {已保持分开，不会再询问。}}",
  "duplicates.apart.by-itself": "已保持分开。",
  "duplicates.more": "还有 {more, number} 组待处理：先处理这些，再输入 `/customer duplicates` 查看。",
  "duplicates.more-joined": "另有 {more, number} 组已自动合并。",
  "duplicates.what-a-join-is": "合并后，双方在所有列表和数字中算作一位客户。撤销会完全恢复原状。",
  "duplicates.closed":
    "这两位客户无法合并：截至 {through}的账已结，其中算作两位客户，已结账的数字不再变动。没有任何变更。",
  "duplicates.closed-undo":
    "这两位客户无法分开：截至 {through}的账已结，其中算作一位客户，已结账的数字不再变动。没有任何变更。",
  "duplicates.points":
    "这两位客户无法合并：其中一位的积分曾兑换或手动调整，另一位也有这类积分或已结账的数据。积分留在原来记入的客户。没有任何变更。",
  "duplicates.gone": "其中一位已不在客户文件中。",
  "duplicates.sign.mapped-id": "一个系统中记录的另一方编号（{first}）",
  "duplicates.sign.tax-id": "{how, select, agrees {税号 {first}} other {税号（{first}、{second}）}}",
  "duplicates.sign.domain": "{how, select, agrees {网站 {first}} other {网站（{first}、{second}）}}",
  "duplicates.sign.email": "邮箱地址",
  "duplicates.sign.email-domain": "邮箱域名 {first}",
  "duplicates.sign.external-id": "客户编号 {first}",
  "duplicates.sign.country": "{how, select, agrees {国家 {first}} other {国家（{first}、{second}）}}",
  "duplicates.sign.town": "{how, select, agrees {城市 {first}} other {城市（{first}、{second}）}}",
  "duplicates.sign.place": "名称中的地点（{first}、{second}）",
  "duplicates.sign.trade": "名称中的行业（{first}、{second}）",
  "duplicates.sign.number": "名称中的数字（{first}、{second}）",
  "duplicates.sign.form": "企业类型（{first}、{second}）",
  "duplicates.sign.name": "名称",
};
