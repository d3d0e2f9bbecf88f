using System.Globalization;
using System.Text;

namespace ClientLedger.Messages;

/// <summary>Fills in what the placeholders of a text stand for.</summary>
internal static class Placeholders
{
    /// <summary>The text with <c>{name}</c> replaced by the argument of that name; labels speak the language, nothing shows as a dash.</summary>
    public static string Fill(string text, ReadOnlySpan<KeyValuePair<string, object?>> arguments, Language language)
    {
        if (arguments.IsEmpty)
        {
            return text;
        }

        var filled = new StringBuilder(text);
        foreach (var (name, value) in arguments)
        {
            var shown = value switch
            {
                Label label => label.In(language),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value?.ToString(),
            };
            filled.Replace("{" + name + "}", shown ?? "—");
        }

        return filled.ToString();
    }
}
