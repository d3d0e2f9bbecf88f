using ClientLedger.Messages;

namespace ClientLedger.Api;

internal static class ApiMessages
{
    public static readonly MessageCode SignedOut = new("api.signedOut",
        "Nobody has signed in with this request. Send an API key as 'Authorization: Bearer …', or sign in and send the session's cookie.",
        "该请求未登录。请以“Authorization: Bearer …”发送 API 密钥，或登录后随请求发送会话 Cookie。");

    public static readonly MessageCode KeyUnknown = new("api.keyUnknown",
        "The API key isn't good for this ledger: it is unknown, revoked or expired, or this network may not use it. Ask one of the ledger's owners for another one.",
        "该 API 密钥不能用于此台账：密钥不存在、已撤销、已过期，或当前网络不允许使用。请向台账所有者索取新的密钥。");

    public static readonly MessageCode TooManyRequests = new("api.tooManyRequests",
        "You have asked more often than one caller may. Wait {seconds} seconds, then go on; ask for more records at once, and less often.",
        "您的请求过于频繁。请等待 {seconds} 秒后再继续；建议每次请求更多记录，减少请求次数。");

    public static readonly MessageCode PointsSpent = new("api.pointsSpent",
        "This operation costs {cost} points, and you have {left} left. Wait {seconds} seconds and send it again, or ask for fewer fields and smaller pages; nothing was carried out.",
        "该操作需要 {cost} 点，您目前剩余 {left} 点。请等待 {seconds} 秒后重发，或减少字段并缩小分页；本次未执行任何操作。");

    public static readonly MessageCode TooDear = new("api.tooDear",
        "This operation costs {cost} points, more than the {most} that a caller can have. Ask for fewer fields or smaller pages; waiting doesn't help.",
        "该操作需要 {cost} 点，超过每个调用方最多可有的 {most} 点。请减少字段或缩小分页；等待无济于事。");

    public static readonly MessageCode KeyName = new("api.keyName",
        "Name the key after the program that will use it, in 1 to {max} characters.",
        "请用 1 到 {max} 个字符为密钥命名，例如使用它的程序名称。");

    public static readonly MessageCode KeyRole = new("api.keyRole",
        "Choose a role: without one the key can do nothing.",
        "请选择一个角色；没有角色的密钥无法使用。");

    public static readonly MessageCode KeyNetworks = new("api.keyNetworks",
        "'{value}' is no network. Write networks like 203.0.113.0/24 or 2001:db8::/32, apart by spaces.",
        "“{value}”不是有效的网络。请按 203.0.113.0/24 或 2001:db8::/32 的格式填写，并以空格分隔。");

    public static readonly MessageCode KeyExpires = new("api.keyExpires",
        "'{value}' is no day in the future. Choose a later day, or none.",
        "“{value}”不是将来的日期。请选择更晚的日期，或留空。");

    public static readonly MessageCode KeyMade = new("api.keyMade",
        "This form has made a key before, and that key isn't shown any more. If you don't have it, revoke it in the list below. To make another, send the form again.",
        "此表单之前已创建过密钥，该密钥不再显示。如果没有保存，请在下方列表中撤销。如需另一个密钥，请再次提交表单。");

    public static readonly MessageCode PageUnfit = new("api.pageUnfit",
        "A page is asked for by 'first', with or without 'after', or by 'last', with or without 'before'. Leave the others out.",
        "分页请使用“first”（可加“after”）或“last”（可加“before”），请去掉其他参数。");

    public static readonly MessageCode ConditionMissing = new("api.conditionMissing",
        "The condition '{name}' in 'where' is null or empty, so it would find everything. Say what it compares with, or leave it out; isEmpty finds records without a value.",
        "“where”中的条件“{name}”为 null 或没有内容，会匹配所有记录。请填写比较值，或去掉该条件；查找没有值的记录请用 isEmpty。");

    public static readonly MessageCode VariableMissing = new("api.variableMissing",
        "The variable '{name}' stands in 'where' and has no value, so its condition would find everything. Give it one, or pass the whole of 'where' as a variable.",
        "“where”中的变量“{name}”没有值，其条件会匹配所有记录。请为它赋值，或将整个“where”作为一个变量传入。");

    public static readonly MessageCode IdUnreadable = new("api.idUnreadable",
        "'{value}' is no id of a record. Ids begin with a few letters and an underscore, such as cus_.",
        "“{value}”不是记录的编号。编号以几个字母和下划线开头，例如 cus_。");

    public static readonly MessageCode TooManyRows = new("api.tooManyRows",
        "{count} records are too many for one call. Send at most {most} at a time.",
        "一次调用不能包含 {count} 条记录，最多 {most} 条，请分批提交。");

    public static readonly MessageCode ReasonTooLong = new("api.reasonTooLong",
        "The reason has {count} characters, and {most} are kept. Shorten it.",
        "原因有 {count} 个字符，最多保留 {most} 个，请缩短。");

    public static readonly MessageCode RequestKeyTooLong = new("api.requestKeyTooLong",
        "The key of the request is too long. Give at most {most} characters, and the field an alias of at most 100.",
        "请求标识过长。最多 {most} 个字符，字段别名最多 100 个字符。");

    public static readonly MessageCode RequestKeyReused = new("api.requestKeyReused",
        "The key '{key}' has been used for another request. Give each request a key of its own, and the same one only when you send it again.",
        "标识“{key}”已用于另一个请求。请为每个请求使用不同的标识，仅在重发同一请求时使用相同的标识。");

    public static readonly MessageCode RequestUnderWay = new("api.requestUnderWay",
        "The request '{key}' is being answered at this moment. Send it again to learn what became of it.",
        "请求“{key}”正在处理中。请稍后重发以获知结果。");

    public static readonly MessageCode TooManyIds = new("api.tooManyIds",
        "{count} ids are too many for one request. Ask for at most {most} at a time.",
        "一次请求不能包含 {count} 个编号，最多 {most} 个，请分批请求。");

    public static readonly MessageCode FeedCursorInvalid = new("api.feedCursorInvalid",
        "This is no cursor of yours for these entities. Give the cursor of your last answer from 'changes', with the same entities, or none to begin anew.",
        "这不是您对这些记录类型的游标。请使用“changes”上一次返回的游标并保持 entities 相同，或省略游标重新开始。");

    public static readonly MessageCode TooManySubscriptions = new("api.tooManySubscriptions",
        "You have {most} subscriptions open, which is as many as one caller may. Close one, or follow 'changes' instead.",
        "您已打开 {most} 个订阅，已达上限。请先关闭一个，或改用“changes”。");

    public static readonly MessageCode WhereOfOther = new("api.whereOfOther",
        "You subscribe to {entity} and give conditions for {other}. Give them under the name of the entity that you subscribe to.",
        "您订阅的是 {entity}，条件却属于 {other}。请在所订阅的记录类型名称下填写条件。");

    public static readonly MessageCode Resync = new("api.resync",
        "What you may see has changed, so this subscription ends. Read again what you hold, then subscribe anew.",
        "您可查看的内容已变化，此订阅已结束。请重新读取已保存的记录，然后重新订阅。");
}
