using ClientLedger.Messages;

namespace ClientLedger.Insights;

/// <summary>What the home page of a ledger says.</summary>
internal static class InsightTexts
{
    public static readonly Label Home = new("首页", "Home");
    public static readonly Label Hello = new("{company}的客户台账", "Customer ledger of {company}");
    public static readonly Label Welcome = new("欢迎，{name}。", "Welcome, {name}.");
}
