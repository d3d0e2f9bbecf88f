using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClientLedger.Storage;

/// <summary>Money and decimals are stored as whole ten-thousandths.</summary>
internal sealed class TenThousandthsConverter() : ValueConverter<decimal, long>(value => TenThousandths.FromDecimal(value), stored => TenThousandths.ToDecimal(stored));

/// <summary>Several values are stored as a JSON array of texts.</summary>
internal sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    values => JsonSerializer.Serialize(values.ToArray(), StoredJsonContext.Plain.StringArray),
    stored => JsonSerializer.Deserialize(stored, StoredJsonContext.Plain.StringArray)!);

internal sealed class TextListComparer() : ValueComparer<IReadOnlyList<string>>(
    (a, b) => a == null || b == null ? a == b : a.SequenceEqual(b),
    values => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value)));

/// <summary>Column forms for mappings in the rooms.</summary>
internal static class StoredForms
{
    /// <summary>Marks a text property whose column holds a JSON document.</summary>
    public const string JsonAnnotation = "ClientLedger:Json";

    /// <summary>The property holds a JSON document, in the provider's own type for it.</summary>
    public static PropertyBuilder IsJson(this PropertyBuilder property) => property.HasAnnotation(JsonAnnotation, true);

    /// <summary>The decimal property is stored as whole ten-thousandths.</summary>
    public static PropertyBuilder IsTenThousandths(this PropertyBuilder property) => property.HasConversion(new TenThousandthsConverter());
}
