using System.Collections;
using System.Text.Json;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>What counts as a list.</summary>
internal static class Items
{
    /// <summary>The items of a list, or null when a value is none: text, dictionaries and JSON objects aren't.</summary>
    public static IEnumerable? In(object value) => value switch
    {
        string or IDictionary or IReadOnlyDictionary<string, object?> or IDictionary<string, object?> => null,
        JsonElement json => json.ValueKind == JsonValueKind.Array ? Of(json) : null,
        IEnumerable items => items,
        _ => null,
    };

    private static IEnumerable<object?> Of(JsonElement array)
    {
        foreach (var item in array.EnumerateArray())
        {
            yield return item;
        }
    }
}
