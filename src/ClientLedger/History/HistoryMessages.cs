using ClientLedger.Messages;

namespace ClientLedger.History;

internal static class HistoryMessages
{
    public static readonly MessageCode SetMissing = new("history.setMissing",
        "Set {number} is missing: the log goes from {before} to {after}. It was removed, or the sets around it were renumbered. Restore the log from a backup.",
        "缺少第 {number} 组：日志从 {before} 跳到 {after}。该组已被删除，或前后各组被重新编号。请从备份恢复日志。");

    public static readonly MessageCode SetAltered = new("history.setAltered",
        "Set {number} isn't what was written: its header, its place in the log or its mac was altered. Compare it with a backup.",
        "第 {number} 组与写入时不符：其头部、在日志中的位置或校验码被改动。请与备份对比。");

    public static readonly MessageCode EntryAltered = new("history.entryAltered",
        "Entry {ordinal} of set {number} isn't what was written: its values were altered, or taken out though no later set says that they were erased. Compare it with a backup.",
        "第 {number} 组的第 {ordinal} 条与写入时不符：其内容被改动，或被清除而其后没有任何一组记录该清除。请与备份对比。");

    public static readonly MessageCode EntriesDiffer = new("history.entriesDiffer",
        "The entries of set {number} aren't those that were written ({expected} were, {found} are there): one was removed, inserted, altered or moved. Compare it with a backup.",
        "第 {number} 组的条目与写入时不符（应有 {expected} 条，现有 {found} 条）：有条目被删除、插入、改动或移动。请与备份对比。");

    public static readonly MessageCode EntryWithoutSet = new("history.entryWithoutSet",
        "An entry about record {record} belongs to no set of the log: it was inserted, or its set was removed. Compare the log with a backup.",
        "一条关于记录 {record} 的条目不属于日志中的任何一组：它是被插入的，或其所属的组被删除。请与备份对比。");

    public static readonly MessageCode EndMissing = new("history.endMissing",
        "The log ends with set {number}, but set {expected} was written: the newest sets were removed. Restore them from a backup.",
        "日志到第 {number} 组为止，但曾写入第 {expected} 组：最新的若干组被删除。请从备份恢复。");

    public static readonly MessageCode OlderThanAnchor = new("history.olderThanAnchor",
        "The log ends with set {number}, but an anchor of {source} names set {expected}: this is an older copy of the ledger, or the newest sets were removed. Restore a newer backup.",
        "日志到第 {number} 组为止，但{source}中的锚点记录了第 {expected} 组：这是台账的旧副本，或最新的若干组被删除。请恢复更新的备份。");

    public static readonly MessageCode AnchorDiffers = new("history.anchorDiffers",
        "Set {number} isn't the one that the anchor of {source} names: the log was written anew from somewhere before it. Compare it with a backup.",
        "第 {number} 组与{source}中的锚点不符：日志在此之前被重写过。请与备份对比。");

    public static readonly MessageCode VersionGap = new("history.versionGap",
        "Set {number} takes the record {record} to version {version}, but the log left it at version {expected}. A change of it is missing or was repeated.",
        "第 {number} 组将记录 {record} 变为版本 {version}，但日志此前记为版本 {expected}。该记录有一次修改缺失或重复。");

    public static readonly MessageCode RecordDiffers = new("history.recordDiffers",
        "The {entity} {record} has version {version}, but the log left it at version {expected}: it was changed past the write gate.",
        "{entity} {record} 的版本为 {version}，但日志记为版本 {expected}：它被绕过写入关口修改过。");

    public static readonly MessageCode ValueDiffers = new("history.valueDiffers",
        "{field} of the {entity} {record} isn't what the log says that version {version} has: it was changed past the write gate. Compare it with its history.",
        "{entity} {record} 的“{field}”与日志中版本 {version} 的记录不符：它被绕过写入关口修改过。请与其历史对比。");

    public static readonly MessageCode RecordUnreadable = new("history.recordUnreadable",
        "The {entity} {record} holds something that can't be read as a value of its fields: it was changed past the write gate. Compare it with its history.",
        "{entity} {record} 含有无法读取为字段值的内容：它被绕过写入关口修改过。请与其历史对比。");

    public static readonly MessageCode RecordMissing = new("history.recordMissing",
        "The {entity} {record} isn't there, but the log left it at version {expected}: it was removed past the write gate. Restore it from a backup.",
        "{entity} {record} 不存在，但日志记为版本 {expected}：它被绕过写入关口删除。请从备份恢复。");

    public static readonly MessageCode HeadAltered = new("history.headAltered",
        "The row that names the log's end doesn't fit set {number}, the newest that was written: it was altered or removed. Compare it with a backup.",
        "标记日志末尾的记录与最新写入的第 {number} 组不符：它被改动或删除。请与备份对比。");
}
