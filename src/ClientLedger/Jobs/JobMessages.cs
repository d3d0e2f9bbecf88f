using ClientLedger.Messages;

namespace ClientLedger.Jobs;

internal static class JobMessages
{
    public static readonly MessageCode RunUnknown = new("jobs.runUnknown",
        "There is no job {id} that you may see. Look in the list of your jobs.",
        "找不到任务 {id}，或您无权查看，请在任务列表中查找。");

    public static readonly MessageCode KindUnknown = new("jobs.kindUnknown",
        "This version knows no job of the kind '{kind}'. Update all servers to the same version, then start the job again.",
        "当前版本没有“{kind}”类任务。请将所有服务器升级到同一版本后再重新开始。");

    public static readonly MessageCode BrokeOff = new("jobs.brokeOff",
        "The job broke off {count} times in a row without getting on. Ask the operator to look into the server's log, then start it again: it goes on where it was.",
        "任务连续 {count} 次中断且没有进展。请让管理员查看服务器日志，然后重新开始，任务会从中断处继续。");

    public static readonly MessageCode Unexpected = new("jobs.unexpected",
        "The job met an error that it didn't expect. Give the operator the number {id}, under which the server's log has it, then start the job again: it goes on where it was.",
        "任务遇到意外错误。请将编号 {id} 告知管理员以便查日志，然后重新开始，任务会从中断处继续。");
}
