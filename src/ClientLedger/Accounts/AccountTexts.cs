using ClientLedger.Messages;

namespace ClientLedger.Accounts;

/// <summary>What the pages of sign-up and sign-in say.</summary>
internal static class AccountTexts
{
    public static readonly Label Welcome = new("客户台账，一处写清", "One ledger for all your customers");
    public static readonly Label WelcomeLead = new(
        "导入现有客户表格，按您的行业增加字段，查到每一位客户的联系人、订单和往来，每次改动都有记录。",
        "Import the customer files you have, add the fields your trade needs, and find every customer's contacts, orders and dealings, with each change on record.");
    public static readonly Label Start = new("免费开通台账", "Start a ledger");
    public static readonly Label SignIn = new("登录", "Sign in");
    public static readonly Label SignInLead = new("使用您的邮箱和密码登录。", "With your e-mail address and password.");
    public static readonly Label SignUp = new("开通客户台账", "Start your ledger");
    public static readonly Label SignUpLead = new("填写以下内容，几秒钟后即可使用。", "It is ready in a few seconds.");
    public static readonly Label Company = new("公司名称", "Company");
    public static readonly Label AddressName = new("台账地址", "Address of the ledger");
    public static readonly Label AddressHint = new("小写字母、数字和连字符，以字母开头，例如 acme。", "Lower-case letters, digits and hyphens, beginning with a letter, like acme.");
    public static readonly Label Country = new("国家或地区", "Country");
    public static readonly Label CountryHint = new("决定本位币、时区和电话号码的默认区号，以后可在设置中修改。", "Sets currency, time zone and the code of phone numbers; settings can change them.");
    public static readonly Label YourName = new("您的姓名", "Your name");
    public static readonly Label Email = new("邮箱", "E-mail");
    public static readonly Label Password = new("密码", "Password");
    public static readonly Label PasswordHint = new("至少 {min} 个字符。", "At least {min} characters.");
    public static readonly Label Create = new("开通", "Create the ledger");
    public static readonly Label StaySignedIn = new("保持登录", "Stay signed in on this device");
    public static readonly Label HaveAccount = new("已有账号？", "Do you have an account?");
    public static readonly Label NoAccount = new("还没有台账？", "No ledger yet?");
    public static readonly Label SignedInAs = new("当前账号：{name}", "Signed in as {name}");
    public static readonly Label YourLedgers = new("您的台账", "Your ledgers");
    public static readonly Label YourLedgersLead = new("请选择要打开的台账。", "Choose the one to open.");
    public static readonly Label NoLedgers = new("您还不是任何台账的成员", "You are no member of a ledger yet");
    public static readonly Label NoLedgersText = new(
        "请公司的台账所有者将您加入，或自己开通一个台账。", "Ask the owner of your company's ledger to let you in, or start a ledger of your own.");
    public static readonly Label SignedOut = new("已退出登录", "You are signed out");
    public static readonly Label SignedOutText = new("在公用电脑上请关闭浏览器窗口。", "On a shared computer, close the browser's window too.");
    public static readonly Label SignOutHere = new("还要在 {host} 退出登录吗？", "Sign out on {host} too?");
}
