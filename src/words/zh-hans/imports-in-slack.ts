import type { importsInSlack as english } from "../en/imports-in-slack.ts";
import type { Translation } from "../translation.ts";

/** A file handed over in Slack: the form, the preview, what came of it. Written for managers and operations. */
export const importsInSlack: Translation<typeof english> = {
  "home.import": "导入文件",
  "home.empty.no-customers.import": "目前还没有客户。用下方按钮导入客户文件，或任何包含客户的导出文件。",

  "import-form.title": "导入文件",
  "import-form.submit": "显示预览",
  "import-form.close": "关闭",
  "import-form.intro":
    "可使用商城、CRM、客服或发票系统的导出文件，或任何客户、订单、工单的表格。导入前会先显示我如何理解这个文件。",
  "import-form.file": "文件",
  "import-form.file-hint": "CSV、TSV、TXT 或 JSON，最大 {megabytes, number} MB。",
  "import-form.currency": "币种",
  "import-form.currency-hint": "用于没有注明币种的金额，例如 EUR。",
  "import-form.source": "来自哪个系统",
  "import-form.source-hint": "从我认识的系统导出时可留空。同一系统的文件以这个名称归在一起。",
  "import-form.no-file": "请选择文件。",
  "import-form.bad-type": "我能读取 CSV、TSV、TXT 和 JSON。请将表格导出为其中一种。",
  "import-form.too-large":
    "文件超过 {megabytes, number} MB。请导出较短的期间，或联系维护 Mainstay 的人员导入。",
  "import-form.bad-currency": "这不是 EUR、USD 之类的币种代码。",
  "import-form.choose": "请选择一项。",

  "import-preview.reading": "正在读取文件。可以关闭这个窗口，之后我会用私信通知您。",
  "import-preview.recognised": "*{file}* 识别为 *{as}*",
  "import-preview.proposed": "*{file}* 不是我认识的导出文件。以下是我根据列名的理解。",
  "import-preview.rows":
    "{rows, plural, =0 {前几行中没有{called}的数据。} other {{called}的前 # 行导入后如下：}}",
  "import-preview.line": "行",
  "import-preview.more-facts": "另有 {more, number} 项数据",
  "import-preview.day": "{day}",
  "import-preview.problem": "第 {line, number} 行不会采用：{problem}",
  "import-preview.unused": "未使用的列：{columns}{more, plural, =0 {} other {，另有 # 列}}",
  "import-preview.currency": "金额的币种",
  "import-preview.currency-assumed": "金额的币种（第一个是您的客户最常用的）",
  "import-preview.currency-of": "{code} – {name}",
  "import-preview.in-currency": "没有注明币种的金额按 {currency} 计。",
  "import-preview.format": "{column} 中的“{example}”是什么意思？",
  "import-preview.format-way": "{reads}（{format}）",
  "import-preview.open": "还有一点未确定：这个文件有不止一种读法。",
  "import-preview.choose": "选择读法",
  "import-preview.import": "导入",
  "import-preview.nothing-yet": "目前尚未导入任何数据。",

  "import-run.begun": "正在导入文件。可以关闭这个窗口，结果会用私信通知您。",
  "import-run.progress": "正在导入 {file}：{percent, number}%。可以关闭这个窗口，结果会用私信通知您。",
  "import-run.message": "正在导入文件，结果会显示在下方。",
  "import-run.cancelled": "{file} 没有导入。",
  "import-run.twice":
    "这个文件已开始导入，因此没有重新开始。如果迟迟没有结果，请重新上传：不会重复添加数据。",
  "import-run.open": "这个文件还有一点未确定。请重新上传并选择读法。",
  "import-run.off": "这里已关闭在 Slack 导入文件的功能。请联系维护 Mainstay 的人员。",
  "import-run.gone": "Slack 已没有这个文件，或不让我读取。请重新上传。",
  "import-run.failed": "没有成功，详情已用私信通知您。",

  "import-result.done": "*{file}* 已导入。",
  "import-result.known": "*{file}* 没有添加任何数据：内容都已存在。",
  "import-result.nothing": "*{file}* 没有导入任何数据：所有行都未采用。请按下方说明更正后重新上传。",
  "import-result.no-rows": "*{file}* 没有导入任何数据：列名下方没有数据行。请连同数据重新导出。",
  "import-result.counts":
    "*{called}：* 新增 {accepted, number}{updated, plural, =0 {} other {、更新 #}}{duplicates, plural, =0 {} other {、已存在 #}}{rejected, plural, =0 {} other {、未采用 #}}",
  "import-result.because": "{rows, number} 行，例如第 {line, number} 行：{problem}",
  "import-result.because-other": "{rows, number} 行因其他原因",
  "import-result.rejected": "下载未采用的行",
  "import-result.also-written": "相同内容也已用私信通知您。",

  "import-rejected.line": "行",
  "import-rejected.problem": "问题",
  "import-rejected.raw": "原始内容",
  "import-rejected.comment":
    "这些是未采用的行，并说明要更正什么。请在原始文件中更正后重新上传：不会重复添加数据。",
  "import-rejected.sent": "未采用的行已用私信以 {file} 发给您{left, plural, =0 {} other {，不含最后 # 行}}。",
  "import-rejected.none": "这次导入已没有未采用的行。",
};
