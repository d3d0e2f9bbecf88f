using ClientLedger.Messages;

namespace ClientLedger.Writing;

internal static class WriteMessages
{
    public static readonly MessageCode EntityUnknown = new("write.entityUnknown",
        "There is no kind of record named '{entity}'. Check the name.",
        "没有名为“{entity}”的记录类型，请检查名称。");

    public static readonly MessageCode FieldUnknown = new("write.fieldUnknown",
        "{entity} has no field named '{field}'. Check the name, or leave the field out.",
        "{entity}没有名为“{field}”的字段，请检查名称或去掉该字段。");

    public static readonly MessageCode FieldDerived = new("write.fieldDerived",
        "{field} is kept by the ledger itself and can't be set. Leave it out.",
        "{field}由台账自动维护，不能填写，请去掉该字段。");

    public static readonly MessageCode FieldNotWritable = new("write.fieldNotWritable",
        "You may not change {field}. Leave it out, or ask an administrator for the right.",
        "您无权修改{field}。请去掉该字段，或向管理员申请权限。");

    public static readonly MessageCode NeedsApproval = new("write.needsApproval",
        "A change of {field} needs an approval, which isn't set up yet. Leave it out, or ask somebody who may change it directly.",
        "修改{field}需要审批，而审批功能尚未启用。请去掉该字段，或请有直接修改权限的人处理。");

    public static readonly MessageCode FieldTwice = new("write.fieldTwice",
        "{field} is given twice. Keep one of the values.",
        "{field}出现了两次，请只保留一个值。");

    public static readonly MessageCode RecordUnknown = new("write.recordUnknown",
        "There is no {entity} with the id {id} that you may see. It may have been deleted; search for it again.",
        "找不到编号为 {id} 的{entity}，或您无权查看。它可能已被删除，请重新查找。");

    public static readonly MessageCode RecordDeleted = new("write.recordDeleted",
        "The {entity} {id} is deleted. Restore it first.",
        "{entity} {id} 已被删除，请先恢复。");

    public static readonly MessageCode RecordLive = new("write.recordLive",
        "The {entity} {id} isn't deleted, so there is nothing to restore.",
        "{entity} {id} 未被删除，无需恢复。");

    public static readonly MessageCode IdMissing = new("write.idMissing",
        "The change doesn't say which {entity} it is about. Give its id.",
        "未说明要处理哪一条{entity}，请提供编号。");

    public static readonly MessageCode CreateNotAllowed = new("write.createNotAllowed",
        "You may not create a {entity} with these values. Ask an administrator for the right.",
        "您无权用这些值新建{entity}，请向管理员申请权限。");

    public static readonly MessageCode DeleteNotAllowed = new("write.deleteNotAllowed",
        "You may not delete or restore the {entity} {id}. Ask an administrator for the right.",
        "您无权删除或恢复{entity} {id}，请向管理员申请权限。");

    public static readonly MessageCode OutOfReach = new("write.outOfReach",
        "This change would take the {entity} {id} out of what you may change, or into it. Ask somebody who may reassign records.",
        "此修改会使{entity} {id} 移出或进入您可修改的范围，请由有权转移记录的人处理。");

    public static readonly MessageCode Required = new("write.required",
        "{field} must have a value. Fill it in.",
        "{field}为必填项，请填写。");

    public static readonly MessageCode TooLong = new("write.tooLong",
        "{field} holds at most {maximum} characters, and the value has {length}. Shorten it.",
        "{field}最多 {maximum} 个字符，当前为 {length} 个，请缩短。");

    public static readonly MessageCode TooSmall = new("write.tooSmall",
        "'{value}' is less than {minimum}, the least that {field} allows. Enter a larger number.",
        "“{value}”小于{field}允许的最小值 {minimum}，请输入更大的数。");

    public static readonly MessageCode TooLarge = new("write.tooLarge",
        "'{value}' is more than {maximum}, the most that {field} allows. Enter a smaller number.",
        "“{value}”大于{field}允许的最大值 {maximum}，请输入更小的数。");

    public static readonly MessageCode PatternMismatch = new("write.patternMismatch",
        "'{value}' doesn't have the form that {field} asks for. Example: {example}.",
        "“{value}”不符合{field}要求的格式。示例：{example}。");

    public static readonly MessageCode ReferenceUnknown = new("write.referenceUnknown",
        "{field}: there is no {target} '{value}' that you may see. Check the value, or create the {target} first.",
        "{field}：找不到{target}“{value}”，或您无权查看。请检查该值，或先新建{target}。");

    public static readonly MessageCode ReferenceAmbiguous = new("write.referenceAmbiguous",
        "{field}: several {target} records match '{value}'. Name the one that is meant by its id or number.",
        "{field}：有多条{target}与“{value}”匹配，请用编号指明是哪一条。");

    public static readonly MessageCode ReferenceRefused = new("write.referenceRefused",
        "{field}: the record that it refers to was refused, or left out as a duplicate. Correct that one first, or name the one that is there already.",
        "{field}：所引用的记录被拒绝，或因重复而被跳过。请先更正那一条，或改为引用已有的记录。");

    public static readonly MessageCode ReferenceToItself = new("write.referenceToItself",
        "{field}: a record can't refer to itself. Choose another one.",
        "{field}：记录不能引用自身，请选择其他记录。");

    public static readonly MessageCode ReferenceCircle = new("write.referenceCircle",
        "{field}: the {entity} {value} stands below this one itself, so that they would form a circle. Choose another one.",
        "{field}：{entity} {value} 本身位于该记录之下，会形成循环。请选择其他记录。");

    public static readonly MessageCode ReferenceTooDeep = new("write.referenceTooDeep",
        "{field}: under the {entity} {value} there would be more than {maximum} levels above this one. Choose one that stands higher.",
        "{field}：若置于{entity} {value} 之下，该记录之上将超过 {maximum} 级。请选择层级更高的记录。");

    public static readonly MessageCode PersonUnknown = new("write.personUnknown",
        "{field}: '{value}' is no active member of this ledger. Choose one of its members.",
        "{field}：“{value}”不是本台账的有效成员。请选择一名成员。");

    public static readonly MessageCode BookUnknown = new("write.bookUnknown",
        "{field}: there is no book {value}. Choose one of these: {books}.",
        "{field}：没有编号为 {value} 的台账。请从以下台账中选择：{books}。");

    public static readonly MessageCode LabelUnknown = new("write.labelUnknown",
        "{field}: no earlier change of this set is labelled '{label}'. Put the change that it refers to before it.",
        "{field}：本次提交中前面没有标记为“{label}”的记录，请把被引用的记录放在前面。");

    public static readonly MessageCode Taken = new("write.taken",
        "{field}: '{value}' is taken by another {entity}. Enter another value, or change that record.",
        "{field}：“{value}”已被另一条{entity}使用。请输入其他值，或修改那条记录。");

    public static readonly MessageCode TakenUnseen = new("write.takenUnseen",
        "The {entity} {id} can't come back: another one has taken its place meanwhile. Ask somebody who sees all of its fields.",
        "{entity} {id} 无法恢复：其位置已被另一条记录占用，请由可查看其全部字段的人处理。");

    public static readonly MessageCode KeyNotUsable = new("write.keyNotUsable",
        "{entity} can't be found by '{key}'. Choose a field that is unique and that you may see.",
        "不能按“{key}”查找{entity}，请选择唯一且您可见的字段。");

    public static readonly MessageCode KeyMissing = new("write.keyMissing",
        "{field} is the key of this row and has no value. Fill it in.",
        "{field}是本行的关键字段，但没有值，请填写。");

    public static readonly MessageCode DuplicateFound = new("write.duplicateFound",
        "Another {entity} has the same {field}: {value}. Look at it, then save again to keep both.",
        "另一条{entity}的{field}相同：{value}。请先查看，确认无误后再次保存即可保留两条。");

    public static readonly MessageCode DuplicateAmbiguous = new("write.duplicateAmbiguous",
        "Several {entity} records have the same {field} ({value}), so it isn't clear which to update. Name one by its number.",
        "有多条{entity}的{field}（{value}）相同，无法确定要更新哪一条，请用编号指明。");

    public static readonly MessageCode ChangedMeanwhile = new("write.changedMeanwhile",
        "Somebody changed {field} of this {entity} after you opened it. Compare both values and save again.",
        "您打开之后，他人修改了该{entity}的{field}。请对比两个值后再保存。");

    public static readonly MessageCode RecordChangedMeanwhile = new("write.recordChangedMeanwhile",
        "Somebody changed the {entity} {id} after you saw its version {version}. Look at it as it is now, then decide again.",
        "您看到{entity} {id} 的版本 {version} 之后，该记录已被他人修改。请查看最新内容后再决定。");

    public static readonly MessageCode BaseTooOld = new("write.baseTooOld",
        "Version {version} of the {entity} {id} isn't in the log any more, or never was. Reload the record and make the change again.",
        "日志中没有{entity} {id} 的版本 {version}。请重新载入记录后再修改。");

    public static readonly MessageCode RecordBusy = new("write.recordBusy",
        "The {entity} {id} is being changed by others at this moment. Try again.",
        "{entity} {id} 正在被他人频繁修改，请稍后重试。");

    public static readonly MessageCode ScopeChanged = new("write.scopeChanged",
        "The ledger's fields, settings or your rights were changed at this moment. Nothing was saved; reload and try again.",
        "台账的字段、设置或您的权限刚刚被修改，本次未保存任何内容，请刷新后重试。");

    public static readonly MessageCode SetBusy = new("write.setBusy",
        "Others were writing the same records at this moment. Nothing was saved; try again.",
        "他人正在写入相同的记录，本次未保存任何内容，请重试。");
}
