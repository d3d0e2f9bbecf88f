using ClientLedger.Storage;

namespace ClientLedger.Access;

/// <summary>One record shown to a person or a team by hand; what may be done with it, a grant on <see cref="SharedRecords"/> says.</summary>
public sealed class Share : ITenantOwned
{
    public int TenantId { get; set; }

    public long Id { get; set; }

    /// <summary>Id of the entity's descriptor.</summary>
    public int EntityId { get; set; }

    public long RecordId { get; set; }

    /// <summary>Null when the record is shared with a team.</summary>
    public long? PersonId { get; set; }

    /// <summary>Null when the record is shared with a person.</summary>
    public long? TeamId { get; set; }
}
