using System.Globalization;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClientLedger.Sqlite;

/// <summary>SQLite's columns: text is compared byte by byte, a moment is text that sorts.</summary>
internal sealed class SqliteModelCustomizer(ModelCustomizerDependencies dependencies) : LedgerModelCustomizer(dependencies)
{
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The text that stands for a moment.</summary>
    public static string ToText(DateTime moment) => moment.ToString(MomentFormat, CultureInfo.InvariantCulture);

    protected override string Quote(string column) => $"\"{column}\"";

    protected override void SetColumn(IMutableProperty property, StoreKind kind)
    {
        property.SetColumnType(kind switch
        {
            StoreKind.Int32 or StoreKind.Int64 or StoreKind.Boolean => "INTEGER",
            StoreKind.Bytes => "BLOB",
            _ => "TEXT",
        });
        if (kind == StoreKind.Moment)
        {
            property.SetValueConverter(new MomentConverter());
        }
    }

    private static DateTime FromText(string text) =>
        DateTime.ParseExact(text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private sealed class MomentConverter() : ValueConverter<DateTime, string>(moment => ToText(moment), text => FromText(text));
}
