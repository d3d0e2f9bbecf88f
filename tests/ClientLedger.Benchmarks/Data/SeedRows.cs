using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;
using ClientLedger.Reading.Searching;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Benchmarks.Data;

/// <summary>Rows of a tenant's customers as the write gate would leave them, without the log: records, field index, search terms.</summary>
internal sealed class SeedRows
{
    private readonly SeedTenant tenant;
    private readonly List<(int Ordinal, RowColumn Value, RowColumn? Key)> fields = [];
    private readonly RowColumn<int?> tenantIds;
    private readonly RowColumn custom;
    private readonly RowColumn<int?> indexTenants, indexFields, indexPositions;
    private readonly RowColumn<long?> indexRecords, indexNumbers;
    private readonly RowColumn<bool?> indexNulls;
    private readonly RowColumn<string?> indexTexts;
    private readonly RowColumn<int?> termTenants, termFields;
    private readonly RowColumn<long?> termRecords;
    private readonly RowColumn<string?> terms;
    private readonly List<string> collected = [];

    public SeedRows(SeedTenant tenant, LedgerTables tables)
    {
        this.tenant = tenant;
        var table = tables.Of(tenant.Customer);
        Records = new TableRows(table.Name);
        tenantIds = Records.Add<int?>(table.TenantId);
        for (var ordinal = 0; ordinal < tenant.Customer.Fields.Count; ordinal++)
        {
            if (table[ordinal] is { } columns)
            {
                fields.Add((ordinal, Records.Add(columns.Value), columns.Key is { } key ? Records.Add(key) : null));
            }
        }

        custom = Records.Add(table.Custom);

        var index = tables.Of<FieldIndex>();
        Index = new TableRows(index.Name);
        indexTenants = Index.Add<int?>(index[nameof(FieldIndex.TenantId)]);
        indexFields = Index.Add<int?>(index[nameof(FieldIndex.FieldId)]);
        indexRecords = Index.Add<long?>(index[nameof(FieldIndex.RecordId)]);
        indexPositions = Index.Add<int?>(index[nameof(FieldIndex.Position)]);
        indexNulls = Index.Add<bool?>(index[nameof(FieldIndex.IsNull)]);
        indexTexts = Index.Add<string?>(index[nameof(FieldIndex.Text)]);
        indexNumbers = Index.Add<long?>(index[nameof(FieldIndex.Number)]);

        var term = tables.Of<SearchTerm>();
        Terms = new TableRows(term.Name);
        termTenants = Terms.Add<int?>(term[nameof(SearchTerm.TenantId)]);
        terms = Terms.Add<string?>(term[nameof(SearchTerm.Term)]);
        termFields = Terms.Add<int?>(term[nameof(SearchTerm.FieldId)]);
        termRecords = Terms.Add<long?>(term[nameof(SearchTerm.RecordId)]);
    }

    public TableRows Records { get; }

    public TableRows Index { get; }

    public TableRows Terms { get; }

    /// <summary>Adds a customer and its index rows.</summary>
    public void Add(long id, SeedCustomer seed, bool withTerms)
    {
        var values = Values(id, seed);
        tenantIds.Add(tenant.Id);
        foreach (var (ordinal, value, key) in fields)
        {
            value.AddValue(StoredValues.ToStore(tenant.Secrets, tenant.Customer.Fields[ordinal], values[ordinal]));
            key?.AddValue(values[ordinal] is string text ? FoldedText.Key(text) : null);
        }

        custom.AddValue(StoredValues.CustomToStore(tenant.Secrets, tenant.Customer, values, []));
        for (var ordinal = 0; ordinal < values.Length; ordinal++)
        {
            var field = tenant.Customer.Fields[ordinal];
            AddIndex(field, id, values[ordinal]);
            if (withTerms && field.Search != SearchKind.None && values[ordinal] is { } searched)
            {
                AddTerms(field, id, searched);
            }
        }
    }

    private object?[] Values(long id, SeedCustomer seed)
    {
        var values = new object?[tenant.Customer.Fields.Count];
        void Set(string field, object? value)
        {
            if (tenant.Customer.OrdinalOf(field) is >= 0 and var ordinal)
            {
                values[ordinal] = value;
            }
        }

        Set("id", id);
        Set("version", 1L);
        Set("createdAt", SeedCustomer.Beginning);
        Set("createdBy", seed.Owner);
        Set("updatedAt", seed.UpdatedAt);
        Set("updatedBy", seed.Owner);
        Set("number", seed.Number);
        Set("kind", seed.Kind);
        Set("name", seed.Name);
        Set("shortName", seed.ShortName);
        Set("phones", seed.Phones.ToArray());
        Set("emails", seed.Emails.Count == 0 ? null : seed.Emails.ToArray());
        Set("taxNumber", seed.TaxNumber);
        Set("industry", seed.Industry);
        Set("region", seed.Region);
        Set("city", seed.City);
        Set("grade", seed.Grade);
        Set("stage", seed.Stage);
        Set("owner", seed.Owner);
        Set("book", 1L);
        Set("creditLimit", seed.CreditLimit);
        Set("currency", "CNY");
        Set("tier", seed.Tier);
        Set("note", seed.Note);
        return values;
    }

    private void AddIndex(FieldDescriptor field, long id, object? value)
    {
        if (field is { Custom: true, Indexed: true } && value is null)
        {
            AddIndex(field, id, 0, null);
        }
        else if (value is not null && (field.Several || field is { Custom: true, Indexed: true }))
        {
            var position = 0;
            foreach (var key in StoredValues.KeysOf(tenant.Secrets, field, value))
            {
                AddIndex(field, id, position++, key);
            }
        }
    }

    private void AddIndex(FieldDescriptor field, long id, int position, object? key)
    {
        indexTenants.Add(tenant.Id);
        indexFields.Add(field.Id);
        indexRecords.Add(id);
        indexPositions.Add(position);
        indexNulls.Add(key is null);
        indexTexts.Add(key as string);
        indexNumbers.Add(key as long?);
    }

    private void AddTerms(FieldDescriptor field, long id, object value)
    {
        collected.Clear();
        foreach (var text in value as string[] ?? [Convert.ToString(value, CultureInfo.InvariantCulture)!])
        {
            SearchTerms.Collect(field.Search, text, collected);
        }

        foreach (var term in collected)
        {
            termTenants.Add(tenant.Id);
            terms.Add(term);
            termFields.Add(field.Id);
            termRecords.Add(id);
        }
    }
}
