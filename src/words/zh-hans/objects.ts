import type { objects as english } from "../en/objects.ts";
import type { Translation } from "../translation.ts";

/** A customer below a link to them, and in the pane that opens on it. Fields are plain text. For reps and managers. */
export const objects: Translation<typeof english> = {
  "object.type": "客户",
  "object.standing": "团队的决定",
  "object.risk": "风险",
  "object.next": "下一步",
  "object.ended": "已流失",
  "object.owner": "负责人",
  "object.worth": "价值",
  "object.known": "数据时间",
  "object.segment": "客群",
  "object.loyalty": "会员",
  "object.products": "接着常买",
  "object.joined": "已合并",
  "object.joined.text": "这位客户已并入{name}，以下是{name}的资料。",
  "object.refused": "无法显示",
  "object.gone": "这位客户已不在客户档案中。",
  "object.unknown": "这个链接对不上客户，或有几位客户的编号相同。请按名称查询： `/customer acme` 。",
  "object.failed": "抱歉，没有成功。关闭后再打开一次；若仍失败，请告诉管理 Mainstay 的人。",
  "object.link":
    "{name}的链接： `{link}`\n发到频道里，所有人都会看到这位客户；除非频道接收周报或成本月报，否则不显示金额。",
  "object.link.none":
    "要有机器人自己的网址，才有客户链接。请管理 Mainstay 的人设置 `PUBLIC_URL` （docs/work-objects.md）。",
};
