using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>Reads what a field answers from a source into a slot. The source is of the type that the reader was made for.</summary>
internal delegate void SlotReader(object source, ref Slot slot);

/// <summary>How a field without a resolver is answered: by the property of the source that has its name, whatever its first letter's case; of JSON and dictionaries, by the value of that name, or null.</summary>
internal static class PropertyReader
{
    private static readonly ConcurrentDictionary<(Type Type, string Field), SlotReader> Readers = new();
    private static readonly MethodInfo Typed = typeof(PropertyReader).GetMethod(nameof(ReaderOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static SlotReader Of(Type type, string field) => Readers.GetOrAdd((type, field), Make);

    /// <summary>What a field of a source answers.</summary>
    public static object? Read(object source, string field)
    {
        var slot = default(Slot);
        Of(source.GetType(), field)(source, ref slot);
        return slot.ToObject();
    }

    private static SlotReader Make((Type Type, string Field) key)
    {
        var (type, field) = key;
        if (type == typeof(JsonElement))
        {
            return (source, ref slot) => slot.Value = PropertyOf((JsonElement)source, field);
        }

        if (typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type))
        {
            return (source, ref slot) => slot.Value = ((IReadOnlyDictionary<string, object?>)source).GetValueOrDefault(field);
        }

        if (typeof(IDictionary<string, object?>).IsAssignableFrom(type))
        {
            return (source, ref slot) => slot.Value = ((IDictionary<string, object?>)source).TryGetValue(field, out var value) ? value : null;
        }

        if (PropertyOf(type, field)?.GetMethod is not { } getter)
        {
            return (_, ref _) => throw new InvalidOperationException($"{type} has no property for the field '{field}': give the field a resolver.");
        }

        return type.IsValueType
            ? (source, ref slot) => slot.Value = getter.Invoke(source, null)
            : (SlotReader)Typed.MakeGenericMethod(type, getter.ReturnType).Invoke(null, [getter])!;
    }

    private static JsonElement? PropertyOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static PropertyInfo? PropertyOf(Type type, string field)
    {
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        return type.GetProperty(field, Public) ?? type.GetProperty(char.ToUpperInvariant(field[0]) + field[1..], Public);
    }

    private static SlotReader ReaderOf<TSource, TValue>(MethodInfo getter)
        where TSource : class
    {
        var read = getter.CreateDelegate<Func<TSource, TValue>>();
        return (source, ref slot) => slot.Keep(read(Unsafe.As<TSource>(source)));
    }
}
