using System.Globalization;
using System.Net;
using System.Reflection;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Imports;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Web.Composition;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Web;

/// <summary>
/// Every handler of every page of members, found by itself, is asked by a stranger for Acme's records, and by Acme's owner for Globex's at Acme's own
/// addresses. Both tenants have the same records, and a mark in their texts tells whose they are.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class PageCrossingTests(PageCrossingTests.World world) : IClassFixture<PageCrossingTests.World>
{
    private const string OurMark = "of-acme", TheirMark = "of-globex";

    [Fact]
    public async Task A_stranger_is_refused_by_every_handler()
    {
        var gina = await world.App.SignInAsync(LedgerApp.GinaEmail);
        var token = await TokenAsync(gina, TwoTenants.Globex);
        foreach (var handler in await world.HandlersAsync())
        {
            foreach (var address in World.AddressesOf(handler, world.Ours))
            {
                var answer = await AskAsync(gina, handler, TwoTenants.Acme, address, token, world.Ours);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{handler.Method} {address} answers {answer.StatusCode} to a stranger.");
                Assert.DoesNotContain(OurMark, gina.Page, StringComparison.Ordinal);
            }
        }

        Assert.Equal(world.OurRows, world.RowsOf(TwoTenants.Acme));
    }

    [Fact]
    public async Task The_other_tenants_records_are_not_found_at_ones_own_address()
    {
        var anna = await world.App.SignInAsync(LedgerApp.AnnaEmail);
        var token = await TokenAsync(anna, TwoTenants.Acme);
        foreach (var handler in (await world.HandlersAsync()).Where(handler => handler.NamesRecord))
        {
            foreach (var address in World.AddressesOf(handler, world.Theirs))
            {
                var answer = await AskAsync(anna, handler, TwoTenants.Acme, address, token, world.Theirs);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{handler.Method} {address} answers {answer.StatusCode} for a record of Globex's.");
                Assert.DoesNotContain(TheirMark, anna.Page, StringComparison.Ordinal);
            }
        }

        Assert.Equal(world.TheirRows, world.RowsOf(TwoTenants.Globex));
        Assert.Equal(world.OurRows, world.RowsOf(TwoTenants.Acme));
    }

    /// <summary>What one's own pages show and keep, while what is sent with them names records of Globex's.</summary>
    [Fact]
    public async Task Ones_own_pages_show_and_change_nothing_of_the_other_tenant()
    {
        // A world of its own: what is sent deletes records and begins jobs.
        await using var own = new World();
        await own.InitializeAsync();
        var anna = await own.App.SignInAsync(LedgerApp.AnnaEmail);
        var token = await TokenAsync(anna, TwoTenants.Acme);
        var shown = 0;

        // What is shown comes first: what is sent may delete.
        foreach (var handler in (await own.HandlersAsync()).OrderBy(handler => handler.Method, StringComparer.Ordinal))
        {
            foreach (var address in World.AddressesOf(handler, own.Ours))
            {
                foreach (var sent in new[] { own.Ours, own.Theirs })
                {
                    var answer = await AskAsync(anna, handler, TwoTenants.Acme, address, token, sent);
                    Assert.True((int)answer.StatusCode < 500, $"{handler.Method} {address} answers {answer.StatusCode}.");
                    Assert.DoesNotContain(TheirMark, anna.Page, StringComparison.Ordinal);
                    shown += anna.Page.Contains(OurMark, StringComparison.Ordinal) ? 1 : 0;
                    if (sent == own.Ours)
                    {
                        Assert.DoesNotContain(own.Theirs.Values.Where(id => id.Contains('_', StringComparison.Ordinal)), id => anna.Page.Contains(id, StringComparison.Ordinal));
                    }
                }
            }
        }

        Assert.True(shown >= own.Ours.Count, $"Only {shown} answers show a text of Acme's own: the mark would not be found in Globex's either.");
        Assert.Equal(own.TheirRows, own.RowsOf(TwoTenants.Globex));
    }

    private static async Task<string> TokenAsync(LedgerVisitor visitor, string tenant)
    {
        await visitor.FollowAsync($"/t/{tenant}/settings");
        return PageForm.TokenOf(visitor.Page);
    }

    /// <summary>Asks one handler; the ids stand in the address's query, and in the form of one that is sent.</summary>
    private static async Task<HttpResponseMessage> AskAsync(
        LedgerVisitor visitor, Handler handler, string tenant, string address, string token, IReadOnlyDictionary<string, string> ids)
    {
        var query = string.Join("&", ids.Select(id => $"{id.Key}={id.Value}").Prepend($"handler={handler.Name}").Append("q=of-"));
        using var request = new HttpRequestMessage(new HttpMethod(handler.Method), $"/t/{tenant}{address}?{query}");
        if (handler.Method != "GET")
        {
            request.Content = new FormUrlEncodedContent([.. ids, new("name", OurMark), new("version", "1"), new(PageForm.TokenName, token)]);
        }

        return await visitor.SendAsync(request);
    }

    /// <summary>One method of a page.</summary>
    /// <param name="Template">The page's route below a tenant's address.</param>
    public sealed record Handler(string Template, string Method, string? Name)
    {
        /// <summary>The address itself says which record is meant.</summary>
        public bool NamesRecord => Template.Contains("{id", StringComparison.Ordinal);
    }

    /// <summary>The product with one record of each entity in both tenants.</summary>
    public sealed class World : IAsyncLifetime, IAsyncDisposable
    {
        private const string Import = "import", Book = "book";

        private readonly Dictionary<string, int> tenants = [];

        public LedgerApp App { get; private set; } = null!;

        /// <summary>Ids of Acme's records as addresses name them, by entity.</summary>
        public IReadOnlyDictionary<string, string> Ours { get; private set; } = new Dictionary<string, string>();

        /// <summary>The same of Globex's.</summary>
        public IReadOnlyDictionary<string, string> Theirs { get; private set; } = new Dictionary<string, string>();

        public IReadOnlyList<string> OurRows { get; private set; } = [];

        public IReadOnlyList<string> TheirRows { get; private set; } = [];

        public async Task InitializeAsync()
        {
            App = await LedgerApp.StartAsync();
            Ours = await FillAsync(TwoTenants.Acme, LedgerApp.AnnaEmail, OurMark);
            Theirs = await FillAsync(TwoTenants.Globex, LedgerApp.GinaEmail, TheirMark);
            (OurRows, TheirRows) = (RowsOf(TwoTenants.Acme), RowsOf(TwoTenants.Globex));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

        /// <summary>All handlers of pages that a member may come in by.</summary>
        public async Task<IReadOnlyList<Handler>> HandlersAsync()
        {
            var loader = App.Services.GetRequiredService<PageLoader>();
            var handlers = new List<Handler>();
            foreach (var page in App.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                if (compiled.ModelTypeInfo?.GetCustomAttribute<DoorAccessAttribute>()?.Admission == Admission.Member)
                {
                    // A page without a handler for GET shows itself.
                    handlers.AddRange(compiled.HandlerMethods.Select(method => new Handler("/" + page.AttributeRouteInfo!.Template, method.HttpMethod.ToUpperInvariant(), method.Name))
                        .Append(new Handler("/" + page.AttributeRouteInfo!.Template, "GET", null)));
                }
            }

            Assert.True(handlers.Count > 40, $"{handlers.Count} handlers were found.");
            return [.. handlers.Distinct()];
        }

        /// <summary>A handler's addresses with these ids: one, or one for each entity.</summary>
        public static IReadOnlyList<string> AddressesOf(Handler handler, IReadOnlyDictionary<string, string> ids)
        {
            if (!handler.Template.Contains("{plural}", StringComparison.Ordinal) && !handler.Template.Contains("{entity}", StringComparison.Ordinal))
            {
                var named = handler.Template.Split('/')[1] switch { "imports" => Import, "settings" => Book, _ => "customer" };
                return [Fill(handler.Template, "", "", ids[named])];
            }

            return [.. BuiltInEntities.Schema.Entities.Select(entity => Fill(handler.Template, entity.Plural, entity.Name, ids[entity.Name]))];
        }

        /// <summary>Every row of a tenant in the ledger's file, a line each.</summary>
        public IReadOnlyList<string> RowsOf(string tenant)
        {
            var lines = new List<string>();
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = App.Services.GetRequiredService<DataFolder>().PathOf("ledger.db"), Mode = SqliteOpenMode.ReadOnly,
            }.ConnectionString);
            connection.Open();
            foreach (var table in Query(connection, "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'TenantId' WHERE m.type = 'table'"))
            {
                lines.AddRange(Query(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM \"{table}\" WHERE \"TenantId\" = {tenants[tenant]}")).Select(row => $"{table}: {row}"));
            }

            lines.Sort(StringComparer.Ordinal);
            Assert.NotEmpty(lines);
            return lines;
        }

        private static List<string> Query(SqliteConnection connection, string text)
        {
            using var command = new SqliteCommand(text, connection);
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
            {
                rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount)
                    .Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
            }

            return rows;
        }

        private static string Fill(string template, string plural, string entity, string id) => string.Join('/', template.Split('/').Select(part => part switch
        {
            "{plural}" => plural,
            "{entity}" => entity,
            "{list}" => "countries",
            _ when part.StartsWith("{id", StringComparison.Ordinal) => id,
            _ => part,
        }));

        /// <summary>Without phones: those that the generators give are none of Acme's country.</summary>
        private static RecordChange CreationOf(ValidRecords records, EntityDescriptor entity)
        {
            var fields = entity.Fields.Where(field => !field.Derived && field.Target != entity.Name && field.Type != FieldType.Phone).ToList();
            return new RecordChange(Verb.Create, entity.Name)
            {
                Label = entity.Name,
                Values = new FieldValues([.. fields.Select(field => field.Name)], [.. fields.Select(records.Value)]),
            };
        }

        private async Task<IReadOnlyDictionary<string, string>> FillAsync(string tenant, string email, string mark)
        {
            var scope = await App.OpenAsync(tenant, email);
            tenants.Add(tenant, scope.TenantId);
            var records = new ValidRecords(scope.Schema, number: 1, mark, scope.Actor.Id);
            var creations = ReferenceOrder.Of(scope.Schema).Select(entity => CreationOf(records, entity)).ToList();
            var result = await App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Seed, creations), default);
            Assert.Empty(result.Rows.SelectMany((row, index) => row.Refusals.Select(refusal => $"{creations[index].Entity} {refusal}")));
            var ids = creations.Zip(result.Rows).ToDictionary(pair => pair.First.Entity, pair => RecordIds.Format(scope.Schema[pair.First.Entity].IdPrefix, pair.Second.Id!.Value));

            // Globex's last book has a number that Acme has none of.
            var book = 0L;
            foreach (var name in mark == OurMark ? new[] { mark } : [mark, mark + " 2"])
            {
                book = (await SaveBook.RunAsync(await App.OpenAsync(tenant, email), null, name, null, null, default)).Id;
                Assert.NotEqual(0, book);
            }

            var number = App.Services.GetRequiredService<IdSource>().Next();
            await using var context = scope.Database.CreateContext(scope.TenantId);
            context.Add(new ImportRun { Id = number, FileName = mark, PersonId = scope.Actor.Id, Bytes = 1 });
            await context.SaveChangesAsync();
            ids.Add(Import, RecordIds.Format(RecordIds.Job, number));
            ids.Add(Book, book.ToString(CultureInfo.InvariantCulture));
            return ids;
        }
    }
}
