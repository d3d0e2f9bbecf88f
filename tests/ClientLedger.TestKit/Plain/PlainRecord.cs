using ClientLedger.Fields;

namespace ClientLedger.TestKit.Plain;

/// <summary>A record as canonical values by API name of the field; a field that isn't there is empty.</summary>
public sealed class PlainRecord(int tenant, string entity, long id)
{
    public int Tenant { get; } = tenant;

    public string Entity { get; } = entity;

    public long Id { get; } = id;

    public long Version { get; set; } = 1;

    public DateTime CreatedAt { get; set; }

    public long? CreatedBy { get; set; }

    public DateTime UpdatedAt { get; set; }

    public long? UpdatedBy { get; set; }

    public DateTime? DeletedAt { get; set; }

    /// <summary>Values of all fields but the system ones.</summary>
    public Dictionary<string, object?> Values { get; set; } = [];

    public bool IsLive => DeletedAt is null;

    /// <summary>The canonical value of a field, or null.</summary>
    public object? this[string field] => field switch
    {
        SystemFields.Id => Id,
        SystemFields.Version => Version,
        SystemFields.CreatedAt => CreatedAt,
        SystemFields.CreatedBy => CreatedBy,
        SystemFields.UpdatedAt => UpdatedAt,
        SystemFields.UpdatedBy => UpdatedBy,
        _ => Values.GetValueOrDefault(field),
    };

    /// <summary>The value of a reference or a person, or null.</summary>
    public long? IdIn(string field) => (long?)this[field];

    /// <summary>A copy that changes on its own.</summary>
    public PlainRecord Copy() => new(Tenant, Entity, Id)
    {
        Version = Version,
        CreatedAt = CreatedAt,
        CreatedBy = CreatedBy,
        UpdatedAt = UpdatedAt,
        UpdatedBy = UpdatedBy,
        DeletedAt = DeletedAt,
        Values = new(Values),
    };

    public override string ToString() => $"{Entity} {Id}";
}
