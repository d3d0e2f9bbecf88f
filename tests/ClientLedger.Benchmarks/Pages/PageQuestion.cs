using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;

namespace ClientLedger.Benchmarks.Pages;

/// <summary>A page of 50 customers, the newest change first, as the grid asks for it: 12 built-in fields and 2 of the tenant's own.</summary>
/// <param name="Name">What it is called in the results.</param>
/// <param name="Where">The filter.</param>
/// <param name="PostgresCondition">The same by hand; <c>$2</c> is the value, <c>$3</c> the id of the field <c>tier</c>.</param>
/// <param name="SqliteCondition">The same by hand.</param>
/// <param name="Value">What is asked for.</param>
internal sealed record PageQuestion(string Name, Filter Where, string PostgresCondition, string SqliteCondition, string Value)
{
    public const int Size = 50;

    private static readonly string[] Shown =
        ["id", "number", "name", "phones", "emails", "industry", "region", "grade", "stage", "owner", "createdAt", "updatedAt", "tier", "note"];

    /// <summary>A filter on a built-in field, one on an indexed field of the tenant's own, and one on a field of its own without an index.</summary>
    public static readonly PageQuestion[] All =
    [
        new(
            "industry",
            new FieldFilter("industry", Operator.Equals, "39"),
            "c.\"Industry\" = $2", "c.\"Industry\" = $2", "39"),
        new(
            "custom, indexed",
            new FieldFilter("tier", Operator.Equals, "core"),
            """EXISTS (SELECT FROM "FieldIndex" f WHERE f."TenantId" = $1 AND f."FieldId" = $3 AND f."RecordId" = c."Id" AND f."Text" = $2)""",
            """c."Id" IN (SELECT f."RecordId" FROM "FieldIndex" f WHERE f."TenantId" = $1 AND f."FieldId" = $3 AND f."Text" = $2)""",
            "core"),
        new(
            "custom, no index",
            new FieldFilter("note", Operator.StartsWith, "invoice"),
            "starts_with(c.\"Custom\" ->> 'note~', $2)", "substr(c.\"Custom\" ->> '$.\"note~\"', 1, length($2)) = $2", FoldedText.Key("invoice")),
    ];

    public LedgerQuery Query => new("customer")
    {
        Select = [.. Shown.Select(name => new FieldSelection(name))],
        Where = Where,
        OrderBy = [new SortKey(SystemFields.UpdatedAt, Descending: true)],
        Size = Size,
    };
}
