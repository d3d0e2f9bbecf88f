using System.Globalization;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClientLedger.SqlServer;

/// <summary>
/// SQL Server's columns: text is UTF-8 in a binary collation, so that it compares by code point. A length there counts bytes; a key of an index may
/// have 1,700 of them.
/// </summary>
internal sealed class SqlServerModelCustomizer(ModelCustomizerDependencies dependencies) : LedgerModelCustomizer(dependencies)
{
    private const int MostBytes = 8000, MostKeyBytes = 1600, BytesPerUnit = 3;

    protected override string Quote(string column) => $"[{column}]";

    protected override void SetColumn(IMutableProperty property, StoreKind kind)
    {
        property.SetColumnType(kind switch
        {
            StoreKind.Int32 => "int",
            StoreKind.Int64 => "bigint",
            StoreKind.Boolean => "bit",
            StoreKind.Date => "date",
            StoreKind.Moment => "datetime2(3)",
            StoreKind.Bytes => $"varbinary({Length(property.GetMaxLength(), MostBytes)})",
            StoreKind.Json => "varchar(max)",
            _ => TextType(property),
        });
        if (kind is StoreKind.Text or StoreKind.Json)
        {
            property.SetIsUnicode(true);
            property.SetCollation(SqlServerLedger.Collation);
        }

        if (kind == StoreKind.Moment)
        {
            property.SetValueConverter(new MomentConverter());
        }
    }

    private static string TextType(IMutableProperty property)
    {
        var bytes = property.GetMaxLength() * BytesPerUnit;
        var length = property.IsKey() || property.IsIndex() ? Length(Math.Min(bytes ?? MostKeyBytes, MostKeyBytes), MostBytes) : Length(bytes, MostBytes);
        return $"varchar({length})";
    }

    private static string Length(int? bytes, int most) => bytes is { } some && some <= most ? some.ToString(CultureInfo.InvariantCulture) : "max";

    /// <summary>The engine keeps no kind; every moment is UTC.</summary>
    private sealed class MomentConverter() : ValueConverter<DateTime, DateTime>(moment => moment, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
