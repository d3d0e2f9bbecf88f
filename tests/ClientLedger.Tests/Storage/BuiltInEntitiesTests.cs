using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Storage;

public sealed class BuiltInEntitiesTests
{
    private static readonly DbContextOptions<LedgerContext>[] AllProviders =
        [SqliteLedger.Options("Data Source=:memory:"), PostgresLedger.Options("Host=localhost"), SqlServerLedger.Options("Server=localhost")];

    private static readonly IReadOnlyList<(EntityDescriptor Entity, FieldDescriptor Field)> Fields =
        [.. BuiltInEntities.Schema.Entities.SelectMany(entity => entity.Fields.Select(field => (entity, field)))];

    [Fact]
    public void No_change_of_the_ledger_model_is_without_a_migration()
    {
        foreach (var options in AllProviders)
        {
            using var context = new LedgerContext(options, tenantId: 0);
            Assert.False(context.Database.HasPendingModelChanges(), $"{context.Database.ProviderName}: run infra/migrations with 'add NAME'.");
        }
    }

    [Fact]
    public void Every_field_has_its_columns_but_the_totals_which_lie_elsewhere()
    {
        foreach (var options in AllProviders)
        {
            using var context = new LedgerContext(options, tenantId: 0);
            var tables = new LedgerTables(context.Model, BuiltInEntities.Schema);
            foreach (var (entity, field) in Fields)
            {
                var columns = tables.Of(entity)[entity.OrdinalOf(field.Name)];
                Assert.Equal(CustomerFields.Totals.Contains(field), columns is null);
                if (columns is not null)
                {
                    Assert.Equal(KindOf(field), columns.Value.Kind);
                    Assert.Equal(field.Type.HasFoldedKey() && !field.Several, columns.Key is not null);
                    Assert.Equal(field.Sensitivity == Sensitivity.Sensitive, columns is { Hash: not null, Tail: not null });
                    Assert.True(field.Section == "system" || field.Required != columns.Value.IsNullable, $"{entity}.{field}");
                }
            }
        }
    }

    [Fact]
    public void Ids_and_names_are_each_entitys_own()
    {
        Assert.Equal(Enumerable.Range(1, 15), BuiltInEntities.Schema.Entities.Select(entity => entity.Id));
        Assert.Distinct(BuiltInEntities.Schema.Entities.Select(entity => entity.IdPrefix));
        Assert.Distinct(BuiltInEntities.Schema.Entities.SelectMany(entity => new[] { entity.Name, entity.Plural }));
        Assert.Distinct(Fields.Select(x => x.Field.Id));
        Assert.All(Fields, x => Assert.Equal(x.Entity.Id, x.Field.Id / 1000));
        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            Assert.Distinct(entity.Fields.Select(field => field.Name).Concat(entity.Children.Select(child => child.Name)));
            Assert.NotNull(entity.Find(entity.Title));
        }
    }

    [Fact]
    public void Every_name_of_a_list_an_entity_or_a_currency_field_names_something()
    {
        foreach (var (entity, field) in Fields)
        {
            Assert.True(field.List is null || ReferenceLists.Find(field.List) is not null, $"{entity}.{field}: no list {field.List}.");
            Assert.Equal(field.Type == FieldType.Choice, field.List is not null);
            Assert.True(field.Target is null || BuiltInEntities.Schema.Find(field.Target) is not null, $"{entity}.{field}: no entity {field.Target}.");
            Assert.True(field.CurrencyField is null || entity.Find(field.CurrencyField) is { List: "currencies" }, $"{entity}.{field}: no currency {field.CurrencyField}.");
            Assert.True(field.Default is null || field.List is null || ReferenceLists.Find(field.List)!.Items.Any(item => item.Code == field.Default), $"{entity}.{field}: no code {field.Default}.");
        }

        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            Assert.All(entity.Children, child => Assert.Equal(entity.Name, BuiltInEntities.Schema[child.Entity].Find(child.ByField)?.Target));
        }
    }

    [Fact]
    public void Every_reference_can_be_followed_back_from_the_other_side()
    {
        foreach (var (entity, field) in Fields.Where(x => x.Field.Target is not null))
        {
            Assert.Contains(BuiltInEntities.Schema[field.Target!].Children, child => child.Entity == entity.Name && child.ByField == field.Name);
        }
    }

    [Fact]
    public void Labels_speak_both_languages()
    {
        Assert.All(Fields, x => Assert.Contains(x.Field.Label.Chinese, character => character >= 0x4E00));
        Assert.All(Fields, x => Assert.Matches(@"^[A-Z][\x20-\x7E]*$", x.Field.Label.English));
        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            Assert.Distinct(entity.Fields.Select(field => field.Label.Chinese));
            Assert.Distinct(entity.Fields.Select(field => field.Label.English));
        }
    }

    private static StoreKind KindOf(FieldDescriptor field) => field switch
    {
        { Several: true } => StoreKind.Text,
        { Sensitivity: Sensitivity.Sensitive } => StoreKind.Bytes,
        { Type: FieldType.Boolean } => StoreKind.Boolean,
        { Type: FieldType.Date } => StoreKind.Date,
        { Type: FieldType.Moment } => StoreKind.Moment,
        _ when field.Type.IsNumber() => StoreKind.Int64,
        _ => StoreKind.Text,
    };
}
