using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Help.Demo;

/// <summary>Somebody who signs in to the demo.</summary>
/// <param name="Login">What stands before the domain of the e-mail address.</param>
/// <param name="Work">What the person does, as the start prints it.</param>
/// <param name="Role">The role in both languages; null for the owner, whose role every tenant has.</param>
/// <param name="Grants">What the role allows.</param>
/// <param name="Team">The team; null for whoever stands above all.</param>
public sealed record DemoPerson(
    string Login, string Name, Label Work, Language Language, string? Role, Func<LedgerSchema, IReadOnlyList<Grant>>? Grants, string? Team)
{
    /// <summary>Nobody can own this domain (RFC 2606).</summary>
    public string Email => $"{Login}@demo.example";
}

/// <summary>The people of the demo's company.</summary>
public static class DemoStaff
{
    public const string SalesTeam = "销售部 Sales";
    public const string HomeTeam = "国内组 China";
    public const string AbroadTeam = "海外组 Overseas";

    private const string ManagerRole = "销售经理 Sales manager";
    private const string SalesRole = "销售 Salesperson";

    public static readonly DemoPerson Owner = new("owner", "顾岚", new("所有者，全部权限", "owner, every right"), Language.Chinese, null, null, null);

    public static readonly DemoPerson Manager = new(
        "manager", "何屿", new("销售经理，看到全组客户", "sales manager, sees the team's customers"), Language.Chinese, ManagerRole, RoleTemplates.TeamLead, SalesTeam);

    public static readonly DemoPerson HomeSales = new(
        "lin", "林初晴", new("国内销售，只看到自己的客户", "sales in China, sees own customers"), Language.Chinese, SalesRole, RoleTemplates.Restricted, HomeTeam);

    public static readonly DemoPerson AbroadSales = new(
        "emma", "Emma Whitby", new("海外销售，只看到自己的客户", "sales abroad, sees own customers"), Language.English, SalesRole, RoleTemplates.Restricted, AbroadTeam);

    /// <summary>Owner first.</summary>
    public static readonly IReadOnlyList<DemoPerson> All = [Owner, Manager, HomeSales, AbroadSales];

    /// <summary>Teams with the team above each.</summary>
    public static readonly IReadOnlyList<(string Name, string? Above)> Teams = [(SalesTeam, null), (HomeTeam, SalesTeam), (AbroadTeam, SalesTeam)];
}
