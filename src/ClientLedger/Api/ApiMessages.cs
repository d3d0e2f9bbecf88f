using ClientLedger.Messages;

namespace ClientLedger.Api;

internal static class ApiMessages
{
    public static readonly MessageCode SignedOut = new("api.signedOut",
        "Nobody has signed in with this request. Sign in, and send the session's cookie.",
        "该请求未登录。请先登录，并随请求发送会话 Cookie。");

    public static readonly MessageCode PageUnfit = new("api.pageUnfit",
        "A page is asked for by 'first', with or without 'after', or by 'last', with or without 'before'. Leave the others out.",
        "分页请使用“first”（可加“after”）或“last”（可加“before”），请去掉其他参数。");

    public static readonly MessageCode IdUnreadable = new("api.idUnreadable",
        "'{value}' is no id of a record. Ids begin with a few letters and an underscore, such as cus_.",
        "“{value}”不是记录的编号。编号以几个字母和下划线开头，例如 cus_。");

    public static readonly MessageCode TooManyRows = new("api.tooManyRows",
        "{count} records are too many for one call. Send at most {most} at a time.",
        "一次调用不能包含 {count} 条记录，最多 {most} 条，请分批提交。");

    public static readonly MessageCode TooManyIds = new("api.tooManyIds",
        "{count} ids are too many for one request. Ask for at most {most} at a time.",
        "一次请求不能包含 {count} 个编号，最多 {most} 个，请分批请求。");
}
