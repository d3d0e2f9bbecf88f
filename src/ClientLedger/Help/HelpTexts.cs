using ClientLedger.Messages;

namespace ClientLedger.Help;

/// <summary>What the pages of help say beside their guides.</summary>
internal static class HelpTexts
{
    public static readonly Label ApiGuideLead = new("让程序读写台账：从第一个请求到保持同步的副本（正文为英文）。", "How programs read and write the ledger: from a first request to a copy that stays current.");
    public static readonly Label DownloadSchema = new("下载您的 GraphQL Schema", "Download your GraphQL schema");
}
