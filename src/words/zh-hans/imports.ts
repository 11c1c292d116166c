import type { imports as english } from "../en/imports.ts";
import type { Translation } from "../translation.ts";

/** What is wrong with a file or a line of it. Written for whoever exports the file; the names of columns stay as they are. */
export const imports: Translation<typeof english> = {
  "import.contracts-not-taken":
    "{customers, number} 位客户的合同已由合同文件提供，因此没有采用本文件的 started_on、ended_on 和 monthly_revenue。这些合同请用合同文件修改。",
  "import.contracts-of-rows":
    "{customers, number} 位客户出现在多行：内容不同的每一行各算一份合同，客户的价值是进行中合同的总和。",
  "import.empty": "{path} 是空的。请重新导出。",
  "import.known-from-activities":
    "{customers, number} 位新客户只出现在这些行中，因此以编号作为名称。导入客户文件即可补上名称。",
  "import.json-broken": "{path} 不是有效的 JSON。请重新导出，或导出为 CSV。",
  "import.json-broken-at": "{path} 从第 {line, number} 行起不是有效的 JSON。请重新导出，或导出为 CSV。",
  "import.json-no-list": "{path} 是 JSON，但不是单一的记录列表。请导出一份列表，或每行一条记录。",
  "import.json-several-lists": "{path} 有多份记录列表：{lists}。请只导出其中一份。",
  "import.json-too-large":
    "{path} 是超过 {megabytes, number} MB 的 JSON 列表。请导出为 CSV，或每行一条记录（不限大小，可用 jq -c 转换）。",
  "import.json-too-many-names": "{path} 的记录有超过 {limit, number} 个不同的名称。请导出名称都相同的记录。",
  "import.missing-columns":
    "{path} 缺少格式 {preset} 需要的列：{missing}。现有的列：{found}。请用逗号、分号或制表符分隔各列并在第一行写上列名，或改选其他格式。",
  "import.no-file": "找不到文件 {path}。请检查路径。",
  "import.no-header": "{path} 没有表头。请连同列名重新导出。",
  "import.mapping-lacks": "字段映射没有说明 {path} 的 {rows} 从哪里取得这些数据：{missing}。请补上。",
  "import.mapping-rows": "字段映射中的“{rows}”并不存在。请改成其中之一：{known}，再导入 {path}。",
  "import.mapping-unknown": "字段映射中有 {rows} 没有的数据：{unknown}。请更正名称，再导入 {path}。",
  "import.nothing-recognised":
    "无法识别 {path} 的内容，它的列是 {found}。请把说明客户、订单或工单的列改名，例如“name”、“customer”、“date”和“amount”，或联系维护 Mainstay 的人员用字段映射导入。",
  "import.not-a-file": "{path} 不是文件。请指定一个 CSV 文件。",
  "import.old-workbook": "{path} 是旧版 Excel 工作簿。请另存为“CSV UTF-8”，再导入该文件。",
  "import.unknown-customers":
    "{rows, number} 行的客户在数据来源“{source}”中查不到，保留时不归属任何客户。请先导入客户，再重新导入此文件。",
  "import.unknown-members":
    "{rows, number} 条联系记录的成员在这里查不到，保留时不归属任何成员，因此分钟数没有每小时成本。等他们加入 Slack 后，请重新导入此文件。",
  "import.repeated-ids": "{rows, number} 行的编号与文件中较早的行相同。编号相同时，以最后一行为准。",
  "import.repeated-columns": "{path} 有重复的列：{columns}。请将多余的改名或移除。",
  "import.unknown-encoding":
    "没有“{encoding}”这种编码。可用的例如 utf-8、utf-16le、gb18030、big5、shift_jis、euc-kr 或 windows-1252；也可以不写，由文件判断。",
  "import.utf-32": "{path} 是 UTF-32 文本。请另存为“CSV UTF-8”，再导入该文件。",
  "import.workbook": "{path} 是工作簿或 ZIP 压缩包。请另存为“CSV UTF-8”，再导入该文件。",

  "rejected.amount": "{column}“{value}”的小数位数超过 {currency} 的规定。",
  "rejected.amount-too-large": "{column}“{value}”超过单笔金额的上限 {most}。请检查数字。",
  "rejected.attribute-too-long": "{column} 超过 {limit, number} 个字符。",
  "rejected.below-zero": "{column}“{value}”小于零。",
  "rejected.birthday": "{column}“{value}”不是 1900 年以后的日期。写法如 1985-03-31。",
  "rejected.closed-record":
    "“{externalId}”计入的日期已结账至 {through}，而这里的内容会改变已结账的数字。这些数字不再变动：请让这一行保持原样，或在未结账的日期另写一行说明差额。",
  "rejected.column-count": "这一行有 {found, number} 个字段，表头有 {needed, number} 个。",
  "rejected.contract-ends-before":
    "ended_on {endedOn}早于 started_on {startedOn}。请更正其中之一；合同仍持续时，ended_on 请留空。",
  "rejected.contract-first-price":
    "合同“{contract}”从 {startedOn}开始，第一个价格却从 {earliest}才开始。请添加一行，写明从 {startedOn}起的价格；免费期间写 0。",
  "rejected.contract-of-another":
    "合同“{contract}”属于 {owner}（{ownerId}），这一行却写 {name}（{id}）。请更正客户，或给合同另一个编号。",
  "rejected.contract-of-two":
    "此文件将合同“{contract}”同时归给 {name}（{id}）和 {otherName}（{otherId}）。请只保留其中之一，或给两份合同各自的编号。",
  "rejected.contract-price-outside":
    "price_from {priceFrom}不在合同期内：合同{endedOn, select, none {从 {startedOn}开始} other {从 {startedOn}到 {endedOn}}}。",
  "rejected.contract-prices":
    "合同“{contract}”的各行写了两个从 {priceFrom}起的价格：{one} 和 {other}。请只保留其中之一。",
  "rejected.contract-spans":
    "合同“{contract}”的各行日期不一致：{one} 和 {other}。每一行请写相同的 started_on 和 ended_on。",
  "rejected.currency": "“{value}”不是 EUR、USD 之类的币种代码。",
  "rejected.date": "{column}“{value}”不是 1990 至 2100 年的日期。写法如 2026-03-31 或 2026-03-31T09:30:00Z。",
  "rejected.domain": "domain“{value}”不是像 acme.com 的域名。",
  "rejected.earlier-than": "{column} 早于 {before}。请更正写错的一项。",
  "rejected.email-address": "{column}“{value}”不是邮箱地址。",
  "rejected.email": "owner_email“{value}”不是邮箱地址。",
  "rejected.empty": "{column} 是空的。",
  "rejected.kind": "kind“{value}”不在 {kinds} 之中。",
  "rejected.line-too-long": "这一行超过 {limit, number} 个字符。",
  "rejected.margin": "margin_percent {value} 不在 {lowest, number} 至 100 之间。",
  "rejected.no-currency": "{column}“{value}”没有币种。",
  "rejected.no-json-record": "这一行不是 JSON 记录。",
  "rejected.not-encoded": "这一行有无法用 {encoding} 读取的字符。请将文件另存为“CSV UTF-8”。",
  "rejected.not-one-of": "{column}“{value}”不在 {choices} 之中，也不是它们的常见说法。",
  "rejected.not-utf8": "这一行不是有效的 UTF-8。请将文件另存为“CSV UTF-8”。",
  "rejected.nul": "这一行含有 NUL 字节。",
  "rejected.number": "{column}“{value}”不是数字。请只用数字和小数点，不加千位分隔符或货币符号。",
  "rejected.other-customer":
    "“{externalId}”已记录在客户“{recorded}”，这里却是“{here}”。请更正客户，或给这一行另一个 external_id。",
  "rejected.out-of-range": "{column}“{value}”不是 {lowest, number} 至 {highest, number} 的数字。",
  "rejected.price-below-zero": "价格“{value}”小于零。退货请改用负的数量。",
  "rejected.product-too-large": "“{quantity}”×“{price}”太大。",
  "rejected.activity": "{customer} 在 {at} 的 {kind}",
  "rejected.activity-amount": "{customer} 在 {at} 的 {kind}，{amount}",
  "rejected.recorded-closed":
    "“{externalId}”已记录为 {recorded}，这里却是 {here}。账目已结至 {through}，因此保持原样。请把差额另写一行，用另一个 external_id，记为订单或退款，会计入第一个未结账的日期。",
  "rejected.recorded-other-time":
    "“{externalId}”已由此文件的另一行记录为 {recorded}，这里却是 {here}。同一笔订单的各行时间相同。不同的请改用另一个 external_id。",
  "rejected.recorded-otherwise":
    "“{externalId}”已记录为 {recorded}，这里却是 {here}。客户或类型不同就是另一条记录：请改用另一个 external_id。",
  "rejected.recorded-amount":
    "“{externalId}”已有记录{entry, select, ID {} other {（分录 {entry}）}}，但金额不同：原为 {recorded}，这里是 {here}。请联系管理账本的人员更正该分录。",
  "rejected.recorded-facts":
    "“{externalId}”已有记录{entry, select, ID {} other {（分录 {entry}）}}，但以下各列不同：{columns}。请联系管理账本的人员撤回该分录，新的一笔请改用另一个 external_id。",
  "rejected.refund-below-zero": "{column}“{value}”小于零。退货的 kind 请写 refund。",
  "rejected.stray-quote": '引号开始或结束的位置不对。请用引号括住整个字段，其中的引号要重复一次（""）。',
  "rejected.text-too-long": "{column} 有 {length, number} 个字符，最多保留 {limit, number} 个。",
  "rejected.url": "{column}“{value}”不是像 https://example.com/page 的网址。",
  "rejected.erased": "这一行涉及数据已在这里删除的人，不会再次采用，内容也不保留。",
  "rejected.unknown-customer": "数据来源“{source}”中没有客户“{customer}”。请先导入客户，再重新导入此文件。",
};
