using ClientLedger.Messages;

namespace ClientLedger.Api;

/// <summary>What the pages for developers say.</summary>
internal static class DeveloperTexts
{
    public static readonly Label Api = new("API 接口", "API");
    public static readonly Label Lead = new("让您的程序通过 GraphQL 读写此台账。", "Let your programs read and write this ledger through GraphQL.");
    public static readonly Label Overview = new("概览", "Overview");
    public static readonly Label Guide = new("指南", "Guide");
    public static readonly Label Schema = new("数据结构", "Schema");
    public static readonly Label Explorer = new("在线调试", "Explorer");

    public static readonly Label Endpoint = new("接口地址", "Endpoint");
    public static readonly Label EndpointHint = new("以 POST 发送 JSON：query 与 variables。", "POST JSON to it: query and variables.");
    public static readonly Label SignIn = new("身份验证", "Signing in");
    public static readonly Label SignInText = new(
        "在每个请求中发送密钥。密钥由所有者创建，拥有所选角色的权限；在浏览器中登录的成员也可以直接调用。",
        "Send a key with each request. Owners make keys, and a key has the rights of its role; a member's session in a browser is let in too.");
    public static readonly Label Limits = new("用量限制", "How much you may ask");
    public static readonly Label LimitsText = new(
        "每个调用方最多一次 {burst} 个请求、每秒 {perSecond} 个；点数最多一次 {cost}、每秒 {costPerSecond}。超出时返回 429 和 Retry-After。",
        "Each caller: {burst} requests at once and {perSecond} a second, {cost} points at once and {costPerSecond} a second. Beyond that the answer is 429 with Retry-After.");

    public static readonly Label GuideText = new("从第一个请求到保持同步的副本，附 curl、Python、JavaScript 和 C# 示例。", "From a first request to a copy that stays current, in curl, Python, JavaScript and C#.");
    public static readonly Label SchemaText = new("浏览和搜索您能看到的类型与字段。", "Read and search the types and fields that you may see.");
    public static readonly Label ExplorerText = new("在浏览器中编写查询，立即查看结果。", "Write a query in the browser and see its answer.");
    public static readonly Label ExplorerHint = new("按 Ctrl+Enter 发送", "Ctrl+Enter sends it");
    public static readonly Label ExplorerKeys = new(
        "以您的登录身份发送请求；要使用密钥，请在请求头中添加 Authorization。写入的内容不会保留。",
        "Requests are sent as you are signed in; to use a key, set the header Authorization. What you write here isn't kept.");
    public static readonly Label ExplorerScripts = new("在线调试需要启用 JavaScript。", "The explorer needs JavaScript.");
    public static readonly Label Download = new("下载 SDL", "Download the SDL");
    public static readonly Label DownloadText = new("您的 Schema 文件，供代码生成器使用。", "Your schema as a file, for code generators.");
    public static readonly Label KeysText = new("创建和撤销程序使用的密钥。", "Make and revoke the keys that programs use.");
    public static readonly Label LogText = new("每个密钥的请求、开销、耗时和错误。", "Requests, costs, times and errors of each key.");
    public static readonly Label Status = new("服务状态", "Status");
    public static readonly Label StatusText = new("服务当前是否可用。", "Whether the service is up.");

    public static readonly Label SchemaLead = new(
        "这是您的数据结构（Schema）：角色不可见的内容不在其中，公司自定义字段已包含（说明为英文）。",
        "This is your schema: what your role doesn't show isn't in it, and your company's own fields are.");
    public static readonly Label Search = new("搜索类型和字段", "Search types and fields");
    public static readonly Label SearchDo = new("搜索", "Search");
    public static readonly Label Found = new("“{q}”的搜索结果", "Found for “{q}”");
    public static readonly Label FoundMany = new("仅显示前 {most} 条，请缩小搜索范围。", "The first {most} are shown: search for more letters.");
    public static readonly Label FoundNone = new("没有找到", "Nothing found");
    public static readonly Label FoundNoneText = new("您的 Schema 中没有名称或说明包含该文字的类型或字段。", "No type or field that you may see has it in its name or description.");
    public static readonly Label Queries = new("查询", "Queries");
    public static readonly Label Mutations = new("修改", "Mutations");
    public static readonly Label Subscriptions = new("订阅", "Subscriptions");
    public static readonly Label Objects = new("对象", "Objects");
    public static readonly Label Interfaces = new("接口", "Interfaces");
    public static readonly Label Unions = new("联合", "Unions");
    public static readonly Label Inputs = new("输入", "Inputs");
    public static readonly Label Enums = new("枚举", "Enums");
    public static readonly Label Scalars = new("标量", "Scalars");
    public static readonly Label AllTypes = new("全部类型", "All types");
    public static readonly Label Fields = new("字段", "Fields");
    public static readonly Label Values = new("取值", "Values");
    public static readonly Label Arguments = new("参数", "Arguments");
    public static readonly Label Implements = new("实现", "Implements");
    public static readonly Label PossibleTypes = new("可能的类型", "Can be");
    public static readonly Label Deprecated = new("已弃用：{reason}", "Deprecated: {reason}");
}
