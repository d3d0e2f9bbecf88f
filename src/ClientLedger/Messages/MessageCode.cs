using System.Collections.Concurrent;
using System.Reflection;

namespace ClientLedger.Messages;

/// <summary>
/// One thing that the product says to a user: a stable code and its text in both languages. A text names the value, what is
/// wrong and what to do; <c>{name}</c> stands for the argument of that name.
/// Rooms declare theirs as static read-only fields of a class whose name ends in <c>Messages</c>.
/// </summary>
/// <param name="Code">Dotted, each part in lower camel case, for ever the same: <c>field.unknown</c>.</param>
/// <param name="English">The English template.</param>
/// <param name="Chinese">The Chinese template, with the same placeholders.</param>
public sealed record MessageCode(string Code, string English, string Chinese)
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<MessageCode>> Declared = new();

    /// <summary>All codes that an assembly declares, in the order of their code.</summary>
    public static IReadOnlyList<MessageCode> AllIn(Assembly assembly) => Declared.GetOrAdd(assembly, static a =>
        [.. a.GetTypes()
            .Where(type => type.Name.EndsWith("Messages", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(MessageCode))
            .Select(field => (MessageCode)field.GetValue(null)!)
            .OrderBy(code => code.Code, StringComparer.Ordinal)]);

    public override string ToString() => Code;
}
