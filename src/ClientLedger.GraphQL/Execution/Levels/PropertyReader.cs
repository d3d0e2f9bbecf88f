using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>How a field without a resolver is answered: by the property of the source that has its name, whatever its first letter's case; of JSON and dictionaries, by the value of that name, or null.</summary>
internal static class PropertyReader
{
    private static readonly ConcurrentDictionary<(Type Type, string Field), Func<object, object?>> Readers = new();
    private static readonly MethodInfo Typed = typeof(PropertyReader).GetMethod(nameof(ReaderOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static Func<object, object?> Of(Type type, string field) => Readers.GetOrAdd((type, field), Make);

    private static Func<object, object?> Make((Type Type, string Field) key)
    {
        var (type, field) = key;
        if (type == typeof(JsonElement))
        {
            return source => PropertyOf((JsonElement)source, field);
        }

        if (typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type))
        {
            return source => ((IReadOnlyDictionary<string, object?>)source).GetValueOrDefault(field);
        }

        if (typeof(IDictionary<string, object?>).IsAssignableFrom(type))
        {
            return source => ((IDictionary<string, object?>)source).TryGetValue(field, out var value) ? value : null;
        }

        if (PropertyOf(type, field)?.GetMethod is not { } getter)
        {
            return _ => throw new InvalidOperationException($"{type} has no property for the field '{field}': give the field a resolver.");
        }

        return type.IsValueType
            ? source => getter.Invoke(source, null)
            : (Func<object, object?>)Typed.MakeGenericMethod(type, getter.ReturnType).Invoke(null, [getter])!;
    }

    private static JsonElement? PropertyOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static PropertyInfo? PropertyOf(Type type, string field)
    {
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        return type.GetProperty(field, Public) ?? type.GetProperty(char.ToUpperInvariant(field[0]) + field[1..], Public);
    }

    private static Func<object, object?> ReaderOf<TSource, TValue>(MethodInfo getter)
        where TSource : class
    {
        var read = getter.CreateDelegate<Func<TSource, TValue>>();
        return source => read((TSource)source);
    }
}
