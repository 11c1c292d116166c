import type { sources as english } from "../en/sources.ts";
import type { Translation } from "../translation.ts";

/** What is wrong with a source, and what to do about it. */
export const sources: Translation<typeof english> = {
  "source.bad-settings": "设置无法使用：{problem}。请移除此数据来源，再以正确的设置重新加入。",
  "source.deliveries-lost":
    "{deliveries, number} 条传入的数据无法处理，也不会再重试。最后一条：{problem}请在命令行重试或丢弃。",
  "source.delivery.stopped": "每次处理这条数据时，程序都会停止。请查看当时的日志。",
  "source.delivery.unwritable":
    "内容无法写入{code, select, none {} other {（代码 {code}）}}。请查看该系统发送的内容。",
  "source.failed.changed-shape": "返回的内容与预期不同：{detail}。请确认该系统或查询文件中的名称是否有变更。",
  "source.failed.forbidden": "不允许读取：{detail}。请为密钥打开测试命令列出的权限。",
  "source.failed.limited": "对方要求稍后再试：{detail}。下次会从中断处继续。",
  "source.failed.not-found": "找不到要求的内容：{detail}。请检查数据来源的设置。",
  "source.failed.unauthorised": "密钥不被接受：{detail}。请在环境变量中填入有效的密钥，再重新启动。",
  "source.failed.unreachable": "无法连接：{detail}。请检查地址与网络；下次会从中断处继续。",
  "source.no-secret": "环境变量中没有设置 {name}。请设置后重新启动。",
  "source.pull-failed": "数据来源“{source}”没有送来新数据。{problem}",
  "source.trouble": "数据来源“{source}”有问题。{problem}",
  "source.write-back.no-field": "{system} 的 {into} 没有字段 {fields}。请在该系统创建，或改用其他字段。",
  "source.write-back.no-signal": "历史数据无从判断谁会流失，因此没有风险可写入。",
  "source.write-back.not-asked": "无法查询该系统有哪些字段。{problem}",
  "source.write-back.not-possible": "无法写入 {system}。",
  "source.write-back.not-scored": "还没有任何客户的评分。",
  "source.write-back.old-scores": "评分已超过一天半。有新评分后才会写入。",
  "source.write-back.stale": "此数据来源没有新数据的时间比平时久。恢复之后才会写入风险。",
  "source.write-back.wrong-field":
    "{system} 的这些 {into} 无法存放要写入的内容：{fields}。评分需要数字字段，其他需要纯文本字段（{kinds}）。",
  "source.unknown-kind": "此版本不支持“{kind}”类型的系统。请移除此数据来源，或更新 Mainstay。",
};
