#pragma warning disable EF1001 // The generator's constructor takes a type that Npgsql calls internal.
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace ClientLedger.Postgres;

/// <summary>
/// Puts a row-level security policy on every tenant table as it is created. FORCE holds the owner too. Without the setting, or after it was reset
/// to an empty text, no row is seen and none can be written.
/// </summary>
internal sealed class PostgresFenceGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
{
    private const string TenantFunction = $"""
        CREATE FUNCTION app_tenant() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT NULLIF(current_setting('{TenantFence.Setting}', true), '')::integer $$;
        """;

    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default) =>
        base.Generate(TenantFence.Begins(operations) ? [new SqlOperation { Sql = TenantFunction }, new SqlOperation { Sql = PostgresStatistics.Create }, .. operations] : operations, model, options);

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (TenantFence.IsNeeded(operation))
        {
            var table = Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name, operation.Schema);
            var column = Dependencies.SqlGenerationHelper.DelimitIdentifier(TenantFence.Column);
            builder.AppendLine($"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;")
                .AppendLine($"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;")
                .AppendLine($"CREATE POLICY tenant ON {table} USING ({column} = (SELECT app_tenant())) WITH CHECK ({column} = (SELECT app_tenant()));")
                .EndCommand();
        }
    }
}
