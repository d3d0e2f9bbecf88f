using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientLedger.Storage;

/// <summary>Tells the kind of a column from the model.</summary>
internal static class StoreKinds
{
    /// <summary>The kind of the property's column.</summary>
    public static StoreKind Of(IReadOnlyProperty property)
    {
        if (property.FindAnnotation(StoredForms.JsonAnnotation) is not null)
        {
            return StoreKind.Json;
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type != typeof(DateTime) && property.GetValueConverter() is { } converter)
        {
            type = Nullable.GetUnderlyingType(converter.ProviderClrType) ?? converter.ProviderClrType;
        }
        else if (property.GetProviderClrType() is { } stored)
        {
            type = stored;
        }

        type = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => StoreKind.Int32,
            TypeCode.Int64 => StoreKind.Int64,
            TypeCode.String => StoreKind.Text,
            TypeCode.Boolean => StoreKind.Boolean,
            TypeCode.DateTime => StoreKind.Moment,
            _ when type == typeof(DateOnly) => StoreKind.Date,
            _ when type == typeof(byte[]) => StoreKind.Bytes,
            _ => throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name}: a ledger table has no column of {type.Name}."),
        };
    }
}
