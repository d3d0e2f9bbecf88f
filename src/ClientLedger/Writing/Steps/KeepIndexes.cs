using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Reading.Searching;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Keeps the rows by which records are found: search terms of live ones, and of all the index of custom fields and of several values. Only what differs
/// is written.
/// </summary>
internal sealed class KeepIndexes : IWriteStep
{
    /// <summary>Rows of one statement: enough to be fast, few enough to stay small in memory.</summary>
    private const int MostRows = 50_000;

    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var terms = new Terms(batch);
        var values = new Values(batch);
        foreach (var record in batch.Open.Where(record => record.IsChanged))
        {
            for (var ordinal = SystemFields.Count; ordinal < record.After.Length; ordinal++)
            {
                var field = record.Entity.Fields[ordinal];
                var (before, after) = (record.IsNew ? null : record.Before![ordinal], record.After[ordinal]);
                if (record.IsNew || !CanonicalValues.AreEqual(before, after))
                {
                    values.Change(field, record, before, after);
                }

                var (found, findable) = (record.WasDeleted ? null : before, record.IsDeleted ? null : after);
                if (!CanonicalValues.AreEqual(found, findable))
                {
                    terms.Change(field, record.Id, found, findable);
                }
            }

            await terms.WriteAsync(MostRows, cancellationToken);
            await values.WriteAsync(MostRows, cancellationToken);
        }

        await terms.WriteAsync(0, cancellationToken);
        await values.WriteAsync(0, cancellationToken);
    }

    /// <summary>Search terms that go and come.</summary>
    private sealed class Terms(WriteBatch batch)
    {
        private readonly List<string> old = [];
        private readonly List<string> current = [];
        private TermRows gone = new(batch);
        private TermRows added = new(batch);

        public void Change(FieldDescriptor field, long recordId, object? before, object? after)
        {
            if (field.Search == SearchKind.None || field.Sensitivity == Sensitivity.Sensitive)
            {
                return;
            }

            Collect(field, before, old);
            Collect(field, after, current);
            foreach (var term in current)
            {
                if (old.Count == 0 || old.BinarySearch(term, StringComparer.Ordinal) < 0)
                {
                    added.Add(term, field.Id, recordId);
                }
            }

            foreach (var term in old)
            {
                if (current.Count == 0 || current.BinarySearch(term, StringComparer.Ordinal) < 0)
                {
                    gone.Add(term, field.Id, recordId);
                }
            }
        }

        public async Task WriteAsync(int atLeast, CancellationToken cancellationToken)
        {
            if (gone.Rows.Count > atLeast)
            {
                await batch.Scope.Database.Writer.DeleteAsync(batch.Transaction, gone.Rows, cancellationToken);
                gone = new TermRows(batch);
            }

            if (added.Rows.Count > atLeast)
            {
                await batch.Scope.Database.Writer.InsertAsync(batch.Transaction, added.Rows, cancellationToken);
                added = new TermRows(batch);
            }
        }

        private static void Collect(FieldDescriptor field, object? value, List<string> into)
        {
            into.Clear();
            switch (value)
            {
                case string text:
                    SearchTerms.Collect(field.Search, text, into);
                    break;
                case string[] several:
                    foreach (var element in several)
                    {
                        SearchTerms.Collect(field.Search, element, into);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private sealed class TermRows
    {
        private readonly RowColumn<int?> tenant;
        private readonly RowColumn<string?> term;
        private readonly RowColumn<int?> field;
        private readonly RowColumn<long?> record;
        private readonly int tenantId;

        public TermRows(WriteBatch batch)
        {
            var table = batch.Tables.Of<SearchTerm>();
            tenantId = batch.Scope.TenantId;
            Rows = new TableRows(table.Name);
            tenant = Rows.Add<int?>(table[nameof(SearchTerm.TenantId)]);
            term = Rows.Add<string?>(table[nameof(SearchTerm.Term)]);
            field = Rows.Add<int?>(table[nameof(SearchTerm.FieldId)]);
            record = Rows.Add<long?>(table[nameof(SearchTerm.RecordId)]);
        }

        public TableRows Rows { get; }

        public void Add(string text, int fieldId, long recordId)
        {
            tenant.Add(tenantId);
            term.Add(text);
            field.Add(fieldId);
            record.Add(recordId);
        }
    }

    /// <summary>Rows of the field index that go and come. A custom field that is indexed has one row for each record, the empty ones too.</summary>
    private sealed class Values(WriteBatch batch)
    {
        private IndexRows gone = new(batch, withValues: false);
        private IndexRows added = new(batch, withValues: true);

        public void Change(FieldDescriptor field, RecordWork record, object? before, object? after)
        {
            var single = field is { Custom: true, Several: false } && (field.Indexed || field.Unique);
            if (!field.Several && !single)
            {
                return;
            }

            if (!record.IsNew && (single || before is not null))
            {
                gone.Add(field.Id, record.Id);
            }

            if (after is null)
            {
                if (single)
                {
                    added.AddEmpty(field.Id, record.Id);
                }

                return;
            }

            var keys = StoredValues.KeysOf(batch.Scope.Secrets, field, after);
            for (var position = 0; position < keys.Count; position++)
            {
                added.Add(field.Id, record.Id, position, keys[position]);
            }
        }

        public async Task WriteAsync(int atLeast, CancellationToken cancellationToken)
        {
            if (gone.Rows.Count > atLeast || (added.Rows.Count > atLeast && gone.Rows.Count > 0))
            {
                await batch.Scope.Database.Writer.DeleteAsync(batch.Transaction, gone.Rows, cancellationToken);
                gone = new IndexRows(batch, withValues: false);
            }

            if (added.Rows.Count > atLeast)
            {
                await batch.Scope.Database.Writer.InsertAsync(batch.Transaction, added.Rows, cancellationToken);
                added = new IndexRows(batch, withValues: true);
            }
        }
    }

    private sealed class IndexRows
    {
        private readonly RowColumn[] columns;
        private readonly int tenantId;

        public IndexRows(WriteBatch batch, bool withValues)
        {
            var table = batch.Tables.Of<FieldIndex>();
            tenantId = batch.Scope.TenantId;
            Rows = new TableRows(table.Name);
            string[] keys = [nameof(FieldIndex.TenantId), nameof(FieldIndex.FieldId), nameof(FieldIndex.RecordId)];
            string[] values = [nameof(FieldIndex.Position), nameof(FieldIndex.IsNull), nameof(FieldIndex.Text), nameof(FieldIndex.Number), nameof(FieldIndex.Moment)];
            columns = [.. keys.Concat(withValues ? values : []).Select(name => Rows.Add(table[name]))];
        }

        public TableRows Rows { get; }

        public void Add(int fieldId, long recordId)
        {
            columns[0].AddValue(tenantId);
            columns[1].AddValue(fieldId);
            columns[2].AddValue(recordId);
        }

        public void AddEmpty(int fieldId, long recordId) => Add(fieldId, recordId, 0, null);

        public void Add(int fieldId, long recordId, int position, object? key)
        {
            Add(fieldId, recordId);
            columns[3].AddValue(position);
            columns[4].AddValue(key is null);
            columns[5].AddValue(key as string);
            columns[6].AddValue(key as long?);
            columns[7].AddValue(key as DateTime?);
        }
    }
}
