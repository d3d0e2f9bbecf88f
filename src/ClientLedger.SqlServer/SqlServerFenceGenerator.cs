using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;

namespace ClientLedger.SqlServer;

/// <summary>Puts a security policy on every tenant table as it is created. Without the session's setting no row is seen and none can be written.</summary>
internal sealed class SqlServerFenceGenerator(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer batches)
    : SqlServerMigrationsSqlGenerator(dependencies, batches)
{
    /// <summary>Whether a row's tenant is the session's. Must stand alone in its batch.</summary>
    internal const string TenantFunction = $"""
        CREATE FUNCTION [dbo].[TenantFence](@tenant int) RETURNS TABLE WITH SCHEMABINDING
        AS RETURN SELECT 1 AS [Fits] WHERE @tenant = CAST(SESSION_CONTEXT(N'{TenantFence.Setting}') AS int)
        """;

    /// <summary>The same in the middle of a batch, as scripts of migrations need it.</summary>
    internal static readonly string ExecuteTenantFunction = $"EXEC(N'{TenantFunction.Replace("'", "''", StringComparison.Ordinal)}')";

    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default) =>
        base.Generate(TenantFence.Begins(operations) ? [new SqlOperation { Sql = ExecuteTenantFunction }, .. operations] : operations, model, options);

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (TenantFence.IsNeeded(operation))
        {
            var table = $"[dbo].{Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name)}";
            builder.AppendLine($"CREATE SECURITY POLICY [dbo].{Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name + "_tenant")}")
                .AppendLine($"ADD FILTER PREDICATE [dbo].[TenantFence]([{TenantFence.Column}]) ON {table},")
                .AppendLine($"ADD BLOCK PREDICATE [dbo].[TenantFence]([{TenantFence.Column}]) ON {table}")
                .AppendLine("WITH (STATE = ON);")
                .EndCommand();
        }
    }
}
