using ClientLedger.Messages;

namespace ClientLedger.Imports;

internal static class ImportMessages
{
    public static readonly MessageCode RunUnknown = new("import.runUnknown",
        "There is no import {id} that you may see. Look in the list of your imports.",
        "找不到导入 {id}，或您无权查看，请在导入列表中查找。");

    public static readonly MessageCode FileGone = new("import.fileGone",
        "The file '{name}' isn't kept any more, or can't be decrypted. Upload it again.",
        "文件“{name}”已不再保留，或无法解密，请重新上传。");

    public static readonly MessageCode UploadBroken = new("import.uploadBroken",
        "The file '{name}' didn't arrive in one piece. Upload it again.",
        "文件“{name}”未完整上传，请重新上传。");

    public static readonly MessageCode PlanMissing = new("import.planMissing",
        "It isn't settled yet which columns of '{name}' fill which fields. Choose them first.",
        "尚未确定“{name}”的各列对应哪些字段，请先选择。");

    public static readonly MessageCode TargetUnknown = new("import.targetUnknown",
        "There is no field '{target}' that an import can fill. Choose another field for the column.",
        "没有可导入的字段“{target}”，请为该列另选字段。");

    public static readonly MessageCode RightsChanged = new("import.rightsChanged",
        "While this import waited or ran, your rights or the fields of the ledger were changed, and you can't fill everything any more that it fills. Ask an owner of the ledger for these rights, then let it go on.",
        "在导入等待或进行期间，您的权限或台账的字段有变，您不再能写入此次导入的全部字段。请向台账所有者申请相应权限，然后继续导入。");

    public static readonly MessageCode AlreadyStarted = new("import.alreadyStarted",
        "The import of '{name}' was started already, so it stays as it is. Upload the file again to import it otherwise.",
        "“{name}”的导入已开始，不能再修改。如需以其他方式导入，请重新上传该文件。");
}
