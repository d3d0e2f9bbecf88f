using System.Text;
using ClientLedger.Fields.Values;

namespace ClientLedger.Imports.Mapping;

/// <summary>What remains of a heading or a name when it is compared: folded letters and digits.</summary>
internal static class HeadingKey
{
    /// <summary>Without spaces, signs and what stands in brackets: <c>Customer_Name*</c>, <c>customerName</c> and <c>Customer name (required)</c> are one.</summary>
    public static string Of(string heading)
    {
        var key = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var c in FoldedText.Plain(heading))
        {
            depth += c is '(' or '[' or '【' or '〔' ? 1 : 0;
            if (depth == 0 && char.IsLetterOrDigit(c))
            {
                key.Append(c);
            }

            depth -= depth > 0 && c is ')' or ']' or '】' or '〕' ? 1 : 0;
        }

        return key.Length > 0 || !heading.AsSpan().ContainsAny("([（【") ? key.ToString() : Of(heading.Trim('(', ')', '[', ']', '（', '）', '【', '】'));
    }
}
