using System.Text.RegularExpressions;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Access;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Api;

/// <summary>
/// The twin test notices a leak wherever it is. Each is put in by the test, in one place and by what the product has anyway: another database behind the gates,
/// rights and descriptors compiled otherwise, one more rule of the write gate. Without it the same questions are answered alike.
/// </summary>
public sealed partial class ApiTwinLeakTests
{
    /// <summary>What a leak is put in by, and what a message must be about that notices it.</summary>
    private static readonly Dictionary<string, (Leak Leak, string Noticed)> Leaks = new()
    {
        ["a hidden field can be filtered by"] = (new Leak(Compile: ClearCreditLimit), "creditLimit"),
        ["a mask covers less than it should"] = (new Leak(Compile: ThinMask), "phones"),
        ["a count counts records outside of the rule"] = (new Leak(statement => Counting().IsMatch(statement.Text) ? WithoutRule(statement) : statement), "totalCount"),
        ["a list is in the order of a hidden field"] = (new Leak(InHiddenOrder), "customers"),
        ["the feed looks at records without the rule"] = (new Leak(InFeed: WithoutRule), "changes"),
    };

    public static TheoryData<string> Places() => [.. Leaks.Keys];

    [Theory, MemberData(nameof(Places))]
    public async Task A_leak_in_one_place_is_noticed(string place)
    {
        await using var twins = await TwinLedgers.CreateAsync(Provider.Sqlite, RoleTemplates.Restricted, new Dictionary<string, string[]>());
        var (leak, noticed) = Leaks[place];
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => ApiTwinTests.AskAllAsync(twins, new ApiTwins(twins, leak), leak.InFeed is null ? 1 : 60, second: 60));
        Assert.DoesNotContain("INTERNAL_SERVER_ERROR", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Globex: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(noticed, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_tells_of_others_records_is_noticed()
    {
        await using var twins = await TwinLedgers.CreateAsync(Provider.Sqlite, RoleTemplates.Restricted, new Dictionary<string, string[]>(), new TalkativeRule());
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => ApiTwinTests.AskAllAsync(twins, new ApiTwins(twins), first: 60, second: 60));
        Assert.DoesNotContain("INTERNAL_SERVER_ERROR", failure.Message, StringComparison.Ordinal);
        Assert.Contains("one of ", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// What a search reads of others' records changes none of its answers: records are read within the grants at last. Only the statements and their rows tell.
    /// </summary>
    [Theory]
    [InlineData("which records are looked through depends on how many there are", "SELECT 0 AS \"n\", count(*)", 20)]
    [InlineData("the index is read on through the rows of others' records", "SELECT \"n\", \"t\", \"f\", \"r\"", 0)]
    public async Task A_search_whose_statements_depend_on_others_records_is_noticed(string leak, string statements, int few)
    {
        await using var twins = await TwinLedgers.CreateAsync(Provider.Sqlite, RoleTemplates.Restricted, new Dictionary<string, string[]>());
        await AskAsync(null);
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(
            () => AskAsync(statement => statement.Text.StartsWith(statements, StringComparison.Ordinal) ? WithoutRule(statement) : statement));
        Assert.True(failure.Message.Contains(" rows: SELECT", StringComparison.Ordinal), $"{leak}: {failure.Message}");

        Task AskAsync(Func<SqlStatement, SqlStatement>? alter) => new ApiTwins(twins, new Leak(alter), twins.Searching(few)).AskAsync(
            "{ customers(search: \"华为 客户\") { nodes { id name } totalCount } }");
    }

    /// <summary>The grants as they are compiled, with one right more: what was hidden is clear.</summary>
    private static LedgerScope ClearCreditLimit(LedgerScope scope)
    {
        var rights = new Rights(scope.Schema.Entities.Select(entity => new EntityRights(entity, [.. scope.Rights.On(entity.Name).Grants.Select(grant => entity.Name != "customer" ? grant : grant with
        {
            Read = [.. grant.Read.Select((right, ordinal) => entity.Fields[ordinal].Name == "creditLimit" ? ReadRight.Clear : right)],
        })])))
        {
            Person = scope.Rights.Person, TeamPersons = scope.Rights.TeamPersons, TeamAndBelowPersons = scope.Rights.TeamAndBelowPersons,
        };
        return PlainScope.Of(scope.TenantId, scope.Schema, rights, scope.Database, scope.Secrets);
    }

    /// <summary>The descriptors with one mask that leaves more to be seen.</summary>
    private static LedgerScope ThinMask(LedgerScope scope)
    {
        var schema = new LedgerSchema(scope.Schema.Entities.Select(entity => entity.Name != "customer" ? entity : new EntityDescriptor(
            entity.Id, entity.Name, entity.Plural, entity.IdPrefix, entity.Label, entity.RecordType, entity.Title,
            [.. entity.Fields.Skip(SystemFields.Count).Select(field => field.Name == "phones" ? field with { Mask = new Mask(field.Mask.Start + 3, field.Mask.End) } : field)])
        {
            Children = entity.Children, Columns = entity.Columns, IsOfFiles = entity.IsOfFiles,
        }));
        return PlainScope.Of(scope.TenantId, schema, scope.Rights, scope.Database, scope.Secrets);
    }

    /// <summary>Whose a record is doesn't matter any more.</summary>
    private static SqlStatement WithoutRule(SqlStatement statement) => statement with { Text = Rule().Replace(statement.Text, "${owner} = ${owner}") };

    private static SqlStatement InHiddenOrder(SqlStatement statement) => statement with { Text = CustomersById().Replace(statement.Text, "ORDER BY ${alias}.\"CreditLimit\", ${alias}.\"Id\"") };

    [GeneratedRegex("""^SELECT count\(\*\) FROM "Customers" """, RegexOptions.None, 1_000)]
    private static partial Regex Counting();

    [GeneratedRegex("""(?<owner>[a-z0-9]+\."Owner(Id)?") = @[a-z0-9]+""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Rule();

    [GeneratedRegex("""(?<=FROM "Customers" AS .*)ORDER BY (?<alias>[a-z0-9]+)\."Id"( ASC)?""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex CustomersById();

    /// <summary>A rule that tells the caller how many customers there are, whosever they are.</summary>
    private sealed class TalkativeRule : IRecordRules
    {
        public string Entity => "customer";

        public async Task CheckAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken)
        {
            if (batch.Scope.Rights.IsOwner || batch.Scope.Actor.Id != TestGates.Anna)
            {
                return;
            }

            var statement = new SqlStatement("SELECT COUNT(*) FROM \"Customers\" WHERE \"TenantId\" = @t", [new SqlArgument("t", StoreKind.Int32, batch.Scope.TenantId)]);
            await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
            await reader.ReadAsync(cancellationToken);
            var count = reader.GetInt64(0);
            foreach (var record in records)
            {
                record.Refuse(Refusal.Of(WriteMessages.FieldUnknown, ("entity", record.Entity.Label), ("field", $"one of {count}")));
            }
        }
    }
}
