using System.Globalization;
using System.Text;

namespace ClientLedger.GraphQL.Types.Coercion;

/// <summary>Where in an input value: field names and list indexes from its root.</summary>
internal sealed record InputPath(InputPath? Parent, string? Field, int Index)
{
    public static InputPath At(InputPath? parent, string field) => new(parent, field, 0);

    public static InputPath At(InputPath? parent, int index) => new(parent, null, index);

    /// <summary>As an error message shows it: <c> at .field[0]</c>, or nothing at the root.</summary>
    public static string Show(InputPath? path)
    {
        if (path is null)
        {
            return "";
        }

        var text = new StringBuilder(" at ");
        path.AppendTo(text);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text)
    {
        Parent?.AppendTo(text);
        _ = Field is null ? text.Append('[').Append(Index.ToString(CultureInfo.InvariantCulture)).Append(']') : text.Append('.').Append(Field);
    }
}
