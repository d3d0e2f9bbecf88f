using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClientLedger.Architecture.Tests;

/// <summary>What a page says by itself: read from what Razor has compiled, where words and code are told apart.</summary>
internal static partial class PageLiterals
{
    /// <summary>Attributes whose value somebody reads or is read to.</summary>
    private static readonly HashSet<string> Read = new(StringComparer.OrdinalIgnoreCase) { "title", "placeholder", "alt", "label", "aria-label", "aria-description", "text", "lead", "hint" };

    private const string WorkedOut = "…";

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Words of a compiled page that stand in no text class.</summary>
    public static IEnumerable<string> WordsOf(Type page) =>
        page.GetNestedTypes(BindingFlags.NonPublic).Append(page)
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => WordsIn(Markup(method)))
            .Concat(page.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => field.GetValue(null)).OfType<TagHelperAttribute>().Select(Words))
            .SelectMany(words => words);

    /// <summary>Words in markup: what is left without tags, and what stands in attributes that are read.</summary>
    public static IEnumerable<string> WordsIn(string markup)
    {
        var words = Word().Matches(Tag().Replace(markup, " ")).Select(match => match.Value);
        var attributes = from tag in Tag().Matches(markup)
                         from attribute in Attribute().Matches(tag.Value)
                         where Read.Contains(attribute.Groups["name"].Value)
                         from word in Word().Matches(attribute.Groups["value"].Value)
                         select $"{attribute.Groups["name"].Value}: {word.Value}";
        return words.Concat(attributes);
    }

    private static IEnumerable<string> Words(TagHelperAttribute attribute) =>
        Read.Contains(attribute.Name) ? Word().Matches(attribute.Value?.ToString() ?? "").Select(match => $"{attribute.Name}: {match.Value}") : [];

    /// <summary>The text that a method writes as it stands, an ellipsis for what it works out.</summary>
    private static string Markup(MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            return "";
        }

        var markup = new List<string>();
        var loaded = WorkedOut;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (operation == OpCodes.Ldstr)
            {
                loaded = method.Module.ResolveString(BitConverter.ToInt32(code, at));
            }
            else if (operation.OperandType == OperandType.InlineMethod)
            {
                var called = NameOf(method.Module, BitConverter.ToInt32(code, at));
                markup.Add(called is "WriteLiteral" ? loaded : called is "Write" ? WorkedOut : "");
                loaded = WorkedOut;
            }

            at += SizeOf(operation, code, at);
        }

        return string.Concat(markup);
    }

    private static string? NameOf(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token)?.Name;
        }
        catch (ArgumentException)
        {
            // A generic type's method: none of Razor's.
            return null;
        }
    }

    private static int SizeOf(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    // Beginnings and ends of tags that are cut by an expression count as tags too.
    [GeneratedRegex("""<[^<>]*>|<[^<>]*$|^[^<>]*>""", RegexOptions.None, 5_000)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[\w-]+)\s*=\s*"(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Attribute();

    // Not what the product is called, and not what HTML calls a character.
    [GeneratedRegex(@"(?!ClientLedger\b)(?<![&\p{L}])\p{L}+", RegexOptions.None, 5_000)]
    private static partial Regex Word();
}
