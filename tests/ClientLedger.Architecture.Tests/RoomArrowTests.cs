using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Architecture.Tests;

public sealed class RoomArrowTests
{
    private static readonly ILookup<string, Type> PlantedTypes = new[]
    {
        ("Orders", typeof(PlantedOrder)), ("Orders", typeof(PlantedOrderRules)), ("Views", typeof(PlantedView)), ("Views", typeof(PlantedViewParts)),
        ("Storage", typeof(LedgerRecord)), (Rooms.Hall, typeof(PlantedList)),
    }.ToLookup(x => x.Item1, x => x.Item2, StringComparer.Ordinal);

    [Fact]
    public void Every_folder_of_the_product_is_a_room_of_the_design() => Violations.None(
        Product.Sources
            .Where(file => file.Room is { } room && !Rooms.FloorOf.ContainsKey(room))
            .Select(file => $"src/ClientLedger/{file.Room} is no room: see the floors in src/README.md."));

    [Fact]
    public void Rooms_use_only_what_their_floor_allows() => Violations.None(
        Product.Sources.SelectMany(file => RoomArrows.Forbidden(file, Rooms.Types)));

    [Fact]
    public void No_project_imports_a_room_for_all_its_files() => Violations.None(
        Repository.Files("src", "*.csproj")
            .Where(path => File.ReadAllText(Repository.PathOf(path)).Contains("<Using ", StringComparison.Ordinal))
            .Select(path => $"{path} has a <Using>: it hides which file uses which room.")
            .Concat(Product.Sources
                .Where(file => file.Names("global"))
                .Where(file => file.Code.Contains("global using", StringComparison.Ordinal))
                .Select(file => $"{file.Path} has a global using: it hides which file uses which room.")));

    [Fact]
    public void Providers_use_the_ground_floor_alone() => Violations.None(
        from file in Product.Sources
        where file.Path.Split('/')[1] is "ClientLedger.Sqlite" or "ClientLedger.Postgres" or "ClientLedger.SqlServer"
        from room in file.UsedRooms
        where Rooms.FloorOf.TryGetValue(room, out var floor) && floor != Rooms.Ground
        select $"{file.Path} uses {room}, which isn't on the ground floor.");

    [Theory]
    [InlineData("Fields", "using ClientLedger.Storage; LedgerRecord x;", true)]
    [InlineData("Fields", "using ClientLedger.Orders;", false)]
    [InlineData("Fields", "ClientLedger.Orders.PlantedOrder x;", false)]
    [InlineData("Fields", "Orders.PlantedOrder x;", false)]
    [InlineData("Fields", "context.Orders.PlantedOrder();", true)]
    [InlineData("Fields", "// Orders.PlantedOrder is above", true)]
    [InlineData("Customers", "using ClientLedger.Orders; PlantedOrder x;", true)]
    [InlineData("Customers", "using ClientLedger.Orders; PlantedOrder x; PlantedOrderRules y;", false)]
    [InlineData("Customers", "using ClientLedger.Orders; x.Extended();", false)]
    [InlineData("Customers", "using static ClientLedger.Orders.PlantedOrderRules;", false)]
    [InlineData("Customers", "using ClientLedger.Views;", false)]
    [InlineData("Segments", "using ClientLedger.Orders; PlantedOrderRules x;", true)]
    [InlineData("Segments", "using ClientLedger.Views; PlantedView x;", true)]
    [InlineData("Segments", "using ClientLedger.Views; PlantedViewParts x;", false)]
    [InlineData("Views", "PlantedViewParts x;", true)]
    [InlineData("Views", "PlantedList x;", false)]
    public void Finds_a_planted_arrow(string room, string code, bool allowed)
    {
        var found = RoomArrows.Forbidden(new SourceFile($"src/ClientLedger/{room}/Planted.cs", code), PlantedTypes);
        Assert.Equal(allowed, !found.Any());
    }
}

/// <summary>An entity, for planted sources.</summary>
public sealed class PlantedOrder : LedgerRecord;

/// <summary>Something else of a room, for planted sources.</summary>
public sealed class PlantedOrderRules;

/// <summary>A room's public face, for planted sources.</summary>
public sealed class PlantedView;

internal sealed class PlantedViewParts;

internal sealed class PlantedList;
