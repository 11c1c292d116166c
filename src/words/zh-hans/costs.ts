import type { costs as english } from "../en/costs.ts";
import type { Translation } from "../translation.ts";

/** What keeping customers costs. Written for whoever records a cost or reads a report of them. */
export const costs: Translation<typeof english> = {
  "amount.ambiguous": "“{typed}”可以是 {whole} 或 {decimal}。如果是前者，请写成 {whole}.00。",
  "amount.ambiguous-fine": "“{typed}”可以是 {whole} 或 {decimal}。请写成 {whole} 或 {decimal}0。",
  "amount.not-a-number": "“{typed}”不是数字。写法如 1234.50。",
  "amount.not-plain": "“{typed}”不是纯数字。请用数字和小数点，例如 1234.50。",
  "amount.other-currency": "“{typed}”的币种不是 {currency}。请更改币种，或去掉货币符号。",
  "amount.too-fine":
    "“{typed}”的小数位数太多：{currency} {decimals, plural, =0 {没有小数} other {最多 # 位小数}}。",
  "amount.too-large": "“{typed}”超过单笔金额的上限 {most}。请检查数字，或分几笔记录。",

  "cost.division.alike": "÷ {parties, number} 位客户",
  "cost.division.days": "{total, number} 个客户日中的 {weight, number} 个",
  "cost.division.days-instead-of.minutes":
    "{total, number} 个客户日中的 {weight, number} 个，因为没有任何分钟数",
  "cost.division.days-instead-of.orders":
    "{total, number} 个客户日中的 {weight, number} 个，因为没有任何订单",
  "cost.division.days-instead-of.revenue":
    "{total, number} 个客户日中的 {weight, number} 个，因为没有任何收入",
  "cost.division.days-instead-of.tickets":
    "{total, number} 个客户日中的 {weight, number} 个，因为没有任何工单",
  "cost.division.days-instead-of.touches":
    "{total, number} 个客户日中的 {weight, number} 个，因为没有任何联系",
  "cost.division.heads": "{parties, number} 位指定客户中的 {weight, number} 位，因为这些天没有任何客户",
  "cost.division.minutes": "{total, number} 分钟中的 {weight, number} 分钟",
  "cost.division.named": "÷ {parties, number} 位指定客户，因为这些天没有任何客户",
  "cost.division.orders": "{total, number} 笔订单中的 {weight, number} 笔",
  "cost.division.revenue": "收入 {total} 中的 {weight}",
  "cost.division.tickets": "{total, number} 张工单中的 {weight, number} 张",
  "cost.division.touches": "{total, number} 次联系中的 {weight, number} 次",

  "cost.form.button": "成本在表单中记录。点击按钮，或输入 {command} 打开。",
  "cost.form.choose-segment": "请选择客群。",
  "cost.form.customer-gone": "这位客户已不在文件中。",
  "cost.form.customer-too-long": "客户名称太长。",
  "cost.form.did-you-mean": "是指 {name}（{externalId}）吗？如果是，请输入 {externalId}。",
  "cost.form.near": "没有匹配的客户。相近的有 {customers}{more, plural, =0 {} other {，还有更多}}。",
  "cost.form.none-fits": "没有匹配的客户。请输入部分名称、域名或编号。",
  "cost.form.several-fit":
    "有多位客户匹配：{customers}{more, plural, =0 {} other {，还有更多}}。请输入其中一位的编号。",
  "cost.form.type-customer": "请输入客户的名称、域名或编号。",

  "cost.missing-rate": "{day}没有 {from} 对 {to} 的汇率。请联系维护 Mainstay 的人员添加。",
  "cost.note.orders-not-counted":
    "{amount} 的订单未计入收入：订单日期在有价格的合同期内，可能已包含在合同中。",
  "cost.note.rate-missing.contact-time":
    "以 {from} 支付的联系时间未计入：{day}没有 {from} 对 {to} 的汇率。请联系维护 Mainstay 的人员添加。",
  "cost.note.rate-missing.amount":
    "{amount} 的成本未计入：{day}没有 {from} 对 {to} 的汇率。请联系维护 Mainstay 的人员添加。",
  "cost.note.rate-missing.costs":
    "以 {from} 计的成本未计入，扣除成本后的余额也无法计算：{day}没有 {from} 对 {to} 的汇率。请联系维护 Mainstay 的人员添加。",
  "cost.note.rate-missing.revenue":
    "收入以 {from} 计时，收入和盈利无法计算：{day}没有 {from} 对 {to} 的汇率。请联系维护 Mainstay 的人员添加。",
  "cost.nothing-recorded": "还没有成本记录。输入 `/customer cost add` 记录第一笔。",
  "cost.several-currencies":
    "成本的币种有 {currencies}，报表只能用一种。输入例如 `/customer costs in {first}` 来指定。",

  "cost.note.booked-corrections": "含已结账日期的 {count, number} 笔成本更正：{amount}，计在入账当天。",
  "cost.note.revenue-adjustments": "含已结账日期的收入调整 {amount}：合同或价格是事后才得知的。",
  "cost.note.unfinished": "数字截至 {day}：到 {until}的日子还没有到。",
  "cost.note.for-nobody": "部分成本不属于任何已知客户（{costs}）。计入总计，但不计入任何客户。",
  "cost.note.named": "{names}{more, plural, =0 {} other {，另有 # 项}}",
  "cost.note.no-comparison": "无法与上期比较：{why}",
  "cost.note.no-price":
    "{touches, number} 次联系共 {minutes, number} 分钟没有计价，因为没有为联系的人设置每小时成本。",
  "cost.note.not-in-file": "不在客户文件中，因此由共同分摊的其他客户承担：{targets}。",
  "cost.note.nothing-to-share-by.equal": "{costs} 的期间内没有任何客户：改为平均分摊。",
  "cost.note.nothing-to-share-by.minutes": "没有任何分钟数可用来分摊 {costs}：改为按天数平均分摊。",
  "cost.note.nothing-to-share-by.orders": "没有任何订单可用来分摊 {costs}：改为按天数平均分摊。",
  "cost.note.nothing-to-share-by.revenue": "没有任何收入可用来分摊 {costs}：改为按天数平均分摊。",
  "cost.note.nothing-to-share-by.tickets": "没有任何工单可用来分摊 {costs}：改为按天数平均分摊。",
  "cost.note.nothing-to-share-by.touches": "没有任何联系可用来分摊 {costs}：改为按天数平均分摊。",

  "cost.problem.category": "没有“{typed}”这个类别。可用的有 {choices}。",
  "cost.problem.category-missing": "请填写类别，可用的有 {choices}。",
  "cost.problem.currency": "“{typed}”不是 EUR、USD 之类的币种代码。",
  "cost.problem.currency-missing": "请填写币种，例如 EUR 或 USD。",
  "cost.problem.day": "“{typed}”不是 {first}至 {last}之间的日期。写法如 2026-03-31。",
  "cost.problem.driver": "成本不能按“{typed}”分摊。可用的有 {choices}。",
  "cost.problem.driver-missing": "请填写分摊依据，可用的有 {choices}。",
  "cost.problem.kind": "没有“{typed}”这种成本。可用的有 {choices}。",
  "cost.problem.kind-missing": "请填写成本类型，可用的有 {choices}。",
  "cost.problem.labour": "没有“{typed}”这种人力成本。可用的有 {choices}。",
  "cost.problem.labour-missing": "请填写人力成本的类型，可用的有 {choices}。",
  "cost.problem.not-above-zero": "成本必须大于零。要撤回已记录的成本，请联系维护 Mainstay 的人员。",
  "cost.problem.not-yours": "您可以记录直接花在自己客户上的成本。其他成本请联系主管或运营人员。",
  "cost.problem.note-too-long": "备注超过 {limit, number} 个字。",
  "cost.problem.only-labour": "只有人力成本能细分为 {choices}。",
  "cost.problem.period": "最后一天 {to}早于第一天 {from}。",

  "cost.target.all-alone": "“all”代表所有人，只能单独使用。请去掉它，或去掉其余项目。",
  "cost.target.missing":
    "请填写成本的对象：all、segment:NAME、customer:ID、ticket:REFERENCE、touch:ID 或 playbook:KEY；多个以 | 连接。",
  "cost.target.too-long": "最多 {limit, number} 个字。列表太长时，请改用客群。",
  "cost.target.unknown-form":
    "“{typed}”不是 all、segment:NAME、customer:ID、ticket:REFERENCE、touch:ID 或 playbook:KEY 的形式；多个以 | 连接。",

  "cost.unknown.customer": "文件中没有客户“{name}”。请检查编号；新客户要先导入。",
  "cost.unknown.playbook": "没有应对方案“{name}”。现有：{playbooks}。",
  "cost.unknown.segment": "没有客户属于客群“{name}”。请检查写法，或先导入含有客群的客户文件。",
  "cost.unknown.ticket": "没有工单“{name}”的记录。请检查编号，或改填客户。",
  "cost.unknown.touch": "没有联系“{name}”的记录。请检查编号，或改填客户。",

  "ledger.a-correction": "分录 {id} 本身就是更正分录。请更正它所更改的分录 {corrects}。",
  "ledger.below-zero": "分录 {id} 为 {worth}，撤回 {taken} 会变成负数。最多撤回 {worth}。",
  "ledger.closed":
    "账目已结至 {through}，而这笔成本从 {from}开始。请改为从 {next}或之后开始，或联系维护 Mainstay 的人员更正已记录的内容。",
  "ledger.closed-before": "账目之前已结至 {through}。",
  "ledger.hours-closed":
    "账目已结至 {through}，期间的每小时成本不再变动。请从 {next}起设置。之前的分钟数成本可记录在未结账的日期。",
  "ledger.in-force":
    "账目已结至 {through}，而 {from}已有设置生效：用它计算的数字不再变动。请从 {next}起设置新的。",
  "ledger.no-change": "分录 {id} 原本就是这个金额，没有写入任何内容。",
  "ledger.too-large": "分录 {id} 将超过单笔金额的上限 {most}。请将其余部分另外记录为一笔成本。",
  "ledger.not-over": "{day}还没有结束。请结账至 {latest}或更早的日期。",

  "cost.period.not-begun": "这段期间从 {day}开始，还没有到。请查询到今天为止的日期。",
  "cost.period.month":
    "{year}年{month, select, 1 {1} 2 {2} 3 {3} 4 {4} 5 {5} 6 {6} 7 {7} 8 {8} 9 {9} 10 {10} 11 {11} 12 {12} other {{month}}}月",
  "cost.period.quarter": "{year}年第 {quarter} 季度",
  "cost.period.so-far": "{period}（截至目前）",
  "cost.period.year": "{year}年",

  "costs.cannot-read":
    "无法理解 {typed}。例如输入 `/customer costs` / `/customer costs quarter by owner` / `/customer costs 2026-09 by customer` 查看。期间写 `month` / `quarter` / `year` 指最近一个完整期间，写 `this month` 指进行中的期间，也可写 `2026-Q3` 这类期间；分组写 `by segment` / `category` / `owner` / `customer` / `channel` 其中一种；币种写 `in EUR` 这类形式。",

  "cost-report.acquisition": "获取成本",
  "cost-report.all": "总计",
  "cost-report.change.as-before": " · 与上期持平",
  "cost-report.change.less": " · 比上期减少 {percent, number, ::.0}%（{from}至 {to}为 {before}）",
  "cost-report.change.more": " · 比上期增加 {percent, number, ::.0}%（{from}至 {to}为 {before}）",
  "cost-report.change.none-before": " · 上期没有成本",
  "cost-report.change.not-comparable": " · 变化无法计算（{from}至 {to}为 {before}）",
  "cost-report.chart":
    "{period}成本，按{dimension, select, segment {客群} category {类别} owner {负责人} customer {客户} channel {渠道} other {{dimension}}}",
  "cost-report.customers": "客户",
  "cost-report.customers-moved":
    "期初 {atStart, number}、加入 {joined, number}、回流 {reactivated, number}、离开 {left, number}、期末 {atEnd, number}",
  "cost-report.dimension":
    "{dimension, select, segment {客群} category {类别} owner {负责人} customer {客户} channel {渠道} other {{dimension}}}",
  "cost-report.direct": "直接",
  "cost-report.foot.customers":
    "服务客户：{from}至 {to}任一天是客户者。留存客户：期初是客户、期末仍是客户者。客户是指合同仍在有效期内者；没有合同时，指之前 {window, number} 天内有购买者。",
  "cost-report.foot.no-activity": "日期按 {timeZone}。成本截至 {readAt}；暂无客户往来的记录。",
  "cost-report.foot.profitability": "盈利 = 收入 − 新加入客户的获取成本 − 此成本。",
  "cost-report.foot.read": "日期按 {timeZone}。成本截至 {readAt}，客户往来截至 {dataUpTo}。",
  "cost-report.foot.rows-left-out": "另有 {rows, number} 行未显示：点击 *下载文件* 可获取全部。",
  "cost-report.indirect": "间接",
  "cost-report.more-notes": "另有 {more, number} 条说明。维护 Mainstay 的人员可提供全部内容。",
  "cost-report.nobody-at-start": "无法计算：期初没有客户",
  "cost-report.nobody-retained": "无法计算：没有留存客户",
  "cost-report.nobody-served": "无法计算：没有客户",
  "cost-report.not-known": "无数据",
  "cost-report.nothing-notification": "{title}：没有记录",
  "cost-report.nothing-recorded":
    "{period}没有成本记录。输入 `/customer cost add` 添加，或联系维护 Mainstay 的人员导入成本文件。",
  "cost-report.notification": "{title}：{total}{change}",
  "cost-report.notification.most": "；最多的是 {label}：{amount}",
  "cost-report.per-customer": "{each} = {total} ÷ {customers, number}",
  "cost-report.per-retained": "每位留存客户",
  "cost-report.per-served": "每位服务客户",
  "cost-report.profitability": "盈利",
  "cost-report.retention": "客户留存率",
  "cost-report.retention-rate": "{percent, number, ::.0}% = {retained, number} ÷ {atStart, number}",
  "cost-report.revenue": "收入",
  "cost-report.row.for-nobody": "不属于已知客户",
  "cost-report.row.no-channel": "无渠道",
  "cost-report.row.no-owner": "无负责人",
  "cost-report.row.no-segment": "无客群",
  "cost-report.table":
    "按成本排列的{dimension, select, segment {客群} category {类别} owner {负责人} customer {客户} channel {渠道} other {{dimension}}}，{currency}，{from}至 {to}",
  "cost-report.title":
    "{period}客户维系成本，按{dimension, select, segment {客群} category {类别} owner {负责人} customer {客户} channel {渠道} other {{dimension}}}",
  "cost-report.total": "总计 *{total}*{change} · 直接 {direct} · 间接 {indirect}",
  "cost-report.worth-knowing": "注意事项",

  "cost.category.activities": "活动（拜访、聚会）",
  "cost.category.goods": "赠送商品",
  "cost.category.labour": "人力",
  "cost.category.marketing": "营销",
  "cost.category.tools": "工具",
  "cost.labour.benefits": "福利",
  "cost.labour.bonus": "奖金",
  "cost.labour.pay": "薪资",
  "cost.labour.training": "培训",

  "cost-form.amount": "金额",
  "cost-form.cancel": "取消",
  "cost-form.category": "花在什么地方？",
  "cost-form.currency": "币种",
  "cost-form.customer": "哪位客户",
  "cost-form.customer-hint": "名称、域名或编号，与 /customer 相同。",
  "cost-form.driver": "分摊方式",
  "cost-form.driver-hint": "有多位客户时才适用。",
  "cost-form.driver.equal": "平均分摊",
  "cost-form.driver.minutes": "按所用分钟数",
  "cost-form.driver.orders": "按订单数",
  "cost-form.driver.revenue": "按收入",
  "cost-form.driver.tickets": "按工单数",
  "cost-form.driver.touches": "按联系次数",
  "cost-form.from": "第一天",
  "cost-form.intro": "维系客户花了多少？成本计入第一天至最后一天，并由对象客户分摊。",
  "cost-form.intro-own":
    "您直接花在自己客户上的费用是多少？成本计入第一天至最后一天。其他成本由主管和运营人员记录。",
  "cost-form.kind": "类型",
  "cost-form.kind.direct": "直接 – 花在特定对象上",
  "cost-form.kind.indirect": "间接 – 同时花在许多客户上",
  "cost-form.labour": "人力成本的类型",
  "cost-form.list": "哪份列表",
  "cost-form.list-hint": "customer:ID、segment:NAME、ticket:REFERENCE、touch:ID 或 playbook:KEY，以 | 连接",
  "cost-form.note": "备注",
  "cost-form.scope": "用于谁？",
  "cost-form.scope.all": "所有客户",
  "cost-form.scope.customer": "一位客户",
  "cost-form.scope.list": "一份列表",
  "cost-form.scope.segment": "一个客群",
  "cost-form.segment": "哪个客群",
  "cost-form.submit": "记录",
  "cost-form.title": "记录成本",
  "cost-form.to": "最后一天",

  "cost-recorded.all-for": "全部计入 {target} 的成本{days, plural, =1 {} other {，逐日计算，共 # 天}}。",
  "cost-recorded.days": "{from}至 {to}",
  "cost-recorded.correct": "更正金额",
  "cost-recorded.entry": "分录 {id}。如果有误，可更正金额，或撤回后重新记录；所有改动都会保留记录。",
  "cost-recorded.for.all": "所有客户",
  "cost-recorded.for.customer": "客户 *{name}*",
  "cost-recorded.for.named-customer": "*{name}* （{id}）",
  "cost-recorded.for.playbook": "应对方案 *{name}* 的客户",
  "cost-recorded.for.segment": "客群 *{name}* 的客户",
  "cost-recorded.for.ticket": "工单 *{name}* 的客户",
  "cost-recorded.for.touch": "联系 *{name}* 的客户",
  "cost-recorded.undo": "撤回",
  "cost-corrected.changed":
    "分录 {id} 现在计为 *{now}* （原为 {before}），更正分录 {corrections, number} 笔：{correction}。",
  "cost-corrected.closed": "账目已结至 {through}，不再变动：这次更正在其中造成的差额计入 {next}，作为调整。",
  "cost-corrected.gone": "没有这笔成本的记录。",
  "cost-corrected.not-yours": "这笔成本由别人记录，或其日期已结账。请联系主管或运营人员更正。",
  "cost-corrected.taken-back":
    "已撤回：分录 {id} 的 {before} 不再计入，更正分录 {corrections, number} 笔：{correction}。",
  "cost-correct-form.amount": "正确金额（{currency}）",
  "cost-correct-form.below-zero": "请输入正确的金额，零或以上。",
  "cost-correct-form.intro": "{recorded}目前计为 {now}。这里只能更正金额；其他内容请撤回后重新记录。",
  "cost-correct-form.note": "原因",
  "cost-correct-form.submit": "更正",
  "cost-correct-form.title": "更正成本",
  "cost-recorded.nothing": "没有记录任何成本。",
  "cost-recorded.recorded":
    "已记录 *{amount}* {category, select, labour {人力} tools {工具} activities {活动} marketing {营销} goods {赠送商品} other {{category}}}{labour, select, none {} pay {（薪资）} bonus {（奖金）} benefits {（福利）} training {（培训）} other {（{labour}）}}，{kind, select, direct {直接} indirect {间接} other {{kind}}}，{days}。{sharing}",
  "cost-recorded.shared.equal": "由 {targets} 平均分摊{days, plural, =1 {} other {，逐日计算，共 # 天}}。",
  "cost-recorded.shared.minutes":
    "由 {targets} 按所用分钟数分摊{days, plural, =1 {} other {，逐日计算，共 # 天}}。",
  "cost-recorded.shared.orders":
    "由 {targets} 按订单数分摊{days, plural, =1 {} other {，逐日计算，共 # 天}}。",
  "cost-recorded.shared.revenue":
    "由 {targets} 按收入分摊{days, plural, =1 {} other {，逐日计算，共 # 天}}。",
  "cost-recorded.shared.tickets":
    "由 {targets} 按工单数分摊{days, plural, =1 {} other {，逐日计算，共 # 天}}。",
  "cost-recorded.shared.touches":
    "由 {targets} 按联系次数分摊{days, plural, =1 {} other {，逐日计算，共 # 天}}。",
};
