using ClientLedger.Messages;

namespace ClientLedger.Accounts;

internal static class AccountMessages
{
    public static readonly MessageCode NameMissing = new("account.nameMissing",
        "Enter your name, of at most {max} characters: the ledger's history shows it.",
        "请填写您的姓名，最多 {max} 个字符：台账的历史记录会显示它。");

    public static readonly MessageCode PasswordShort = new("account.passwordShort",
        "The password is too short. Use at least {min} characters; several words are easier to remember than signs.",
        "密码太短。请至少使用 {min} 个字符；几个词连起来比符号更好记。");

    public static readonly MessageCode PasswordLong = new("account.passwordLong",
        "The password is too long. Use at most {max} characters.",
        "密码太长。最多 {max} 个字符。");

    public static readonly MessageCode PasswordGuessable = new("account.passwordGuessable",
        "The password says your e-mail address or the company's address. Choose one that nobody can guess.",
        "密码中含有您的邮箱或公司的地址名。请换一个别人猜不到的。");

    public static readonly MessageCode EmailUsed = new("account.emailUsed",
        "This e-mail address can't begin with this password. If you have an account, enter its password: the new ledger is added to it.",
        "该邮箱不能使用此密码。如果您已有账号，请输入该账号的密码，新台账会加入该账号。");

    public static readonly MessageCode NotSignedIn = new("account.notSignedIn",
        "E-mail address and password don't go together, or there were too many attempts. Check both; after {attempts} wrong attempts wait {minutes} minutes.",
        "邮箱与密码不匹配，或尝试次数过多。请检查两者；连续输错 {attempts} 次后请等待 {minutes} 分钟。");

    public static readonly MessageCode HandOverSpent = new("account.handOverSpent",
        "The sign-in on this address was used already, took too long, or belongs to another browser. Open the address again.",
        "此地址的登录凭证已使用、已过期或属于其他浏览器。请重新打开该地址。");

    public static readonly MessageCode ElsewhereOnly = new("account.elsewhereOnly",
        "The ledger '{tenant}' has no host of its own at this address. Use the address with /t/{tenant}/.",
        "客户台账“{tenant}”在此地址下没有独立域名。请使用带 /t/{tenant}/ 的地址。");
}
