using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientLedger.Storage;

/// <summary>
/// Gives every tenant-owned table the store types, collations and index conditions of one provider, after the rooms' mappings. A provider's
/// options replace EF's customizer by theirs.
/// </summary>
internal abstract class LedgerModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned))))
        {
            foreach (var property in entity.GetProperties())
            {
                SetColumn(property, StoreKinds.Of(property));
            }

            foreach (var index in entity.GetIndexes())
            {
                var isLive = $"{Quote(nameof(LedgerRecord.DeletedAt))} IS NULL";
                if (index.FindAnnotation(LedgerModel.LiveAndNotEmpty) is not null)
                {
                    index.SetFilter($"{isLive} AND {Quote(index.Properties[^1].Name)} IS NOT NULL");
                }
                else if (index.FindAnnotation(LedgerModel.Live) is not null)
                {
                    index.SetFilter(isLive);
                }

                SetIndex(index);
            }
        }
    }

    /// <summary>A column's name as the provider quotes it.</summary>
    protected abstract string Quote(string column);

    /// <summary>Sets store type, collation and, where the provider needs one, converter.</summary>
    protected abstract void SetColumn(IMutableProperty property, StoreKind kind);

    /// <summary>Sets what only this provider has of an index.</summary>
    protected virtual void SetIndex(IMutableIndex index)
    {
    }
}
