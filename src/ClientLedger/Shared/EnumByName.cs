using System.Text.Json.Serialization;

namespace ClientLedger.Shared;

/// <summary>Reads and writes an enum by the names of its members alone: a number could mean none of them.</summary>
internal sealed class EnumByName<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
