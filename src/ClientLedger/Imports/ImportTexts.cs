using ClientLedger.Jobs;
using ClientLedger.Messages;

namespace ClientLedger.Imports;

/// <summary>What the pages of imports say.</summary>
internal static class ImportTexts
{
    public static readonly Label Imports = new("导入", "Import");
    public static readonly Label Lead = new("把 Excel 或 CSV 文件中的客户、联系人、订单导入台账。", "Bring customers, contacts and orders from an Excel or CSV file into the ledger.");
    public static readonly Label All = new("全部导入", "All imports");
    public static readonly Label NewFile = new("导入文件", "Import a file");
    public static readonly Label None = new("还没有导入过文件", "No file has been imported yet");
    public static readonly Label NoneLead = new(
        "上传一个客户表格：系统会识别列，您确认后才写入台账。", "Upload your customer sheet: its columns are recognised, and nothing is written before you have looked.");
    public static readonly Label File = new("文件", "File");
    public static readonly Label FileHint = new("CSV、TSV、XLSX 或 XLS，最大 {megabytes} MB。", "CSV, TSV, XLSX or XLS, up to {megabytes} MB.");
    public static readonly Label Upload = new("上传并查看", "Upload and look");
    public static readonly Label UploadedAt = new("上传时间", "Uploaded");
    public static readonly Label State = new("状态", "State");
    public static readonly Label NotStarted = new("待确认", "To be confirmed");
    public static readonly Label PlanTitle = new("确认各列的含义", "What the columns mean");
    public static readonly Label PlanLead = new("{name}：系统识别的结果如下，请核对后开始导入。", "{name}: this is what was recognised. Check it, then start.");
    public static readonly Label Unreadable = new("无法读取此文件", "This file can't be read");
    public static readonly Label Unrecognised = new(
        "没有识别出任何列。请选择每行代表什么，再为各列选择字段。", "No column was recognised. Choose what a line is, then a field for each column.");
    public static readonly Label LineIs = new("每行代表", "A line is");
    public static readonly Label Columns = new("各列写入的字段", "Which column fills which field");
    public static readonly Label Column = new("列", "Column");
    public static readonly Label Examples = new("示例", "Examples");
    public static readonly Label Fills = new("写入字段", "Fills");
    public static readonly Label Nothing = new("（不导入）", "(don't import)");
    public static readonly Label Elsewhere = new("也用于：{uses}", "Also used for: {uses}");
    public static readonly Label Reading = new("读取方式", "How it is read");
    public static readonly Label Encoding = new("文字编码", "Encoding");
    public static readonly Label Sheet = new("工作表", "Sheet");
    public static readonly Label HeadingsAt = new("标题所在行", "Row of the headings");
    public static readonly Label ReadAgain = new("重新读取", "Read again");
    public static readonly Label AsRecognised = new("恢复自动识别", "As it was recognised");
    public static readonly Label OtherFile = new("换一个文件", "Choose another file");
    public static readonly Label Options = new("选项", "Options");
    public static readonly Label Key = new("按此字段查找已有{entity}", "Find an existing {entity} by");
    public static readonly Label NoKey = new("（每行新建一条）", "(make a new one of each line)");
    public static readonly Label Duplicates = new("遇到疑似重复时", "When a record may be here already");
    public static readonly Label DuplicatesAsk = new("拒绝该行并说明", "Refuse the line and say so");
    public static readonly Label DuplicatesCreate = new("仍然新建", "Make a new one");
    public static readonly Label DuplicatesSkip = new("跳过该行", "Skip the line");
    public static readonly Label DuplicatesUpdate = new("更新已有记录", "Update the one that is here");
    public static readonly Label WithoutKey = new("没有{entity}编号的行", "Lines without a {entity}");
    public static readonly Label WithoutKeyRefuse = new("拒绝，之后可下载修改", "Refuse them; they can be downloaded");
    public static readonly Label WithoutKeyFile = new("归入“{name}”", "File them under “{name}”");
    public static readonly Label StandIn = new("散客", "Walk-in customers");
    public static readonly Label OwnIsYours = new("新建的记录由您负责。", "New records will be yours.");
    public static readonly Label SkipIdentical = new("跳过与前面完全相同的行", "Skip lines that repeat an earlier one in every cell");
    public static readonly Label Start = new("开始导入", "Start the import");
    public static readonly Label Discard = new("放弃此文件", "Discard this file");
    public static readonly Label FirstLines = new("文件的前几行", "The first lines of the file");
    public static readonly Label Progress = new("进度", "Progress");
    public static readonly Label LinesDone = new("已处理 {done} / {total} 行", "{done} of {total} lines");
    public static readonly Label LinesDoneOnly = new("已处理 {done} 行", "{done} lines");
    public static readonly Label Rate = new("每秒 {rate} 行", "{rate} lines a second");
    public static readonly Label Remaining = new("预计还需 {time}", "about {time} left");
    public static readonly Label Seconds = new("{n} 秒", "{n} s");
    public static readonly Label Minutes = new("{n} 分钟", "{n} min");
    public static readonly Label Created = new("新建", "Created");
    public static readonly Label Updated = new("更新", "Updated");
    public static readonly Label Skipped = new("跳过", "Skipped");
    public static readonly Label SkippedOf = new("其中 {unchanged} 行没有新内容", "{unchanged} of them say nothing new");
    public static readonly Label Refused = new("拒绝", "Refused");
    public static readonly Label NothingImported = new(
        "没有导入任何行：{refused} 行全部被拒绝。请按下面的原因修改后再导入；如果是列对应错了，请重新上传文件并另选字段。",
        "Nothing was imported: all {refused} lines were refused. Correct them as the reasons below say; if a column went into the wrong field, upload the file again and choose another.");
    public static readonly Label FirstRefused = new("被拒绝的前几行", "The first refused lines");
    public static readonly Label Line = new("行号", "Line");
    public static readonly Label LineOf = new("第 {row} 行", "Line {row}");
    public static readonly Label Field = new("字段", "Field");
    public static readonly Label Reason = new("原因", "Reason");
    public static readonly Label FieldOfColumn = new("{field}（列 {columns}）", "{field} (column {columns})");
    public static readonly Label FieldOfColumns = new("{field}（列 {columns}）", "{field} (columns {columns})");
    public static readonly Label Download = new("下载被拒绝的行", "Download the refused lines");
    public static readonly Label DownloadHint = new(
        "每行都注明了原因。改正后可以直接再次导入这个文件。", "Each line says why. Correct them and import the same file again.");
    public static readonly Label GoesOn = new("可以离开此页，导入会在后台继续。", "You may leave this page: the import goes on.");
    public static readonly Label WhyStopped = new("导入没有完成", "The import didn't come to its end");
    public static readonly Label Kept = new("以上已导入的行会保留。继续导入时，从停下的地方接着做。", "What is counted here was imported and stays. Going on begins where it stopped.");
    public static readonly Label Cancel = new("停止导入", "Stop the import");
    public static readonly Label Resume = new("继续导入", "Go on");
    public static readonly Label Refresh = new("刷新", "Refresh");
    public static readonly Label Customers = new("查看客户", "See the customers");
    public static readonly Label Another = new("再导入一个文件", "Import another file");
    public static readonly Label RefusedName = new("被拒绝的行", "refused lines");

    private static readonly Label Queued = new("排队中", "Waiting");
    private static readonly Label Running = new("进行中", "Running");
    private static readonly Label Succeeded = new("已完成", "Done");
    private static readonly Label Failed = new("失败", "Failed");
    private static readonly Label Cancelled = new("已停止", "Stopped");
    private static readonly Label Interrupted = new("中断，将自动继续", "Interrupted; it goes on by itself");

    /// <summary>Where a run stands.</summary>
    public static Label Of(JobState? state) => state switch
    {
        null => NotStarted,
        JobState.Queued => Queued,
        JobState.Running => Running,
        JobState.Succeeded => Succeeded,
        JobState.Failed => Failed,
        JobState.Cancelled => Cancelled,
        _ => Interrupted,
    };
}
