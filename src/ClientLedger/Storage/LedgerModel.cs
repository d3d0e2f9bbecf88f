using ClientLedger.Fields;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage;

/// <summary>Puts the ledger model together from the mappings that the rooms declare for tenant-owned rows.</summary>
internal static class LedgerModel
{
    /// <summary>Marks a unique index over live records that have a value; each provider writes the condition in its own words.</summary>
    public const string LiveAndNotEmpty = "ClientLedger:LiveAndNotEmpty";

    /// <summary>Marks an index over live records alone.</summary>
    public const string Live = "ClientLedger:Live";

    public static void Build(ModelBuilder model)
    {
        var mappings = typeof(LedgerModel).Assembly.GetTypes().Where(IsMapping).ToHashSet();
        model.ApplyConfigurationsFromAssembly(typeof(LedgerModel).Assembly, mappings.Contains);
        var records = mappings.Where(type => type.IsAssignableTo(typeof(IRecordMapping)))
            .Select(type => ((IRecordMapping)Activator.CreateInstance(type)!).Entity)
            .ToDictionary(entity => entity.Name);
        foreach (var entity in records.Values)
        {
            foreach (var field in entity.Fields.Where(field => field.Target is not null))
            {
                Relate(model, entity, field, records[field.Target!]);
            }
        }
    }

    private static bool IsMapping(Type type) => type is { IsAbstract: false, ContainsGenericParameters: false } && type.GetInterfaces().Any(implemented =>
        implemented.IsGenericType
        && implemented.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)
        && implemented.GetGenericArguments()[0].IsAssignableTo(typeof(ITenantOwned)));

    private static void Relate(ModelBuilder model, EntityDescriptor entity, FieldDescriptor field, EntityDescriptor target) =>
        model.Entity(entity.RecordType)
            .HasOne(target.RecordType, navigationName: null).WithMany()
            .HasForeignKey(nameof(LedgerRecord.TenantId), RecordTable.PropertyOf(field))
            .HasPrincipalKey(nameof(LedgerRecord.TenantId), nameof(LedgerRecord.Id))
            .OnDelete(DeleteBehavior.NoAction);
}
