using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>There are queries, and every operation begins at an object type of its own (3.3.1).</summary>
internal static class RootTypes
{
    public static void Check(SchemaCheck check)
    {
        var schema = check.Schema;
        if (schema.DeclaredRootOf(OperationType.Query) is null)
        {
            check.Report(
                "Query root type must be provided.",
                schema.Origins.Where(origin => origin.Node is SchemaNode { IsExtension: false }).Select(origin => origin.Place));
        }

        var used = new Dictionary<NamedType, List<OperationType>>();
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            switch (schema.DeclaredRootOf(operation))
            {
                case ObjectType root when used.TryGetValue(root, out var operations):
                    operations.Add(operation);
                    break;
                case ObjectType root:
                    used.Add(root, [operation]);
                    break;
                case { } root:
                    var provided = operation == OperationType.Query ? "" : " if provided";
                    var place = Places.OfRoot(schema, operation).ToList();
                    check.Report($"{operation} root type must be Object type{provided}, it cannot be {root}.", place.Count > 0 ? place : Places.Of(root));
                    break;
            }
        }

        foreach (var (root, operations) in used.Where(use => use.Value.Count > 1))
        {
            check.Report(
                $"All root types must be different, \"{root}\" type is used as {Suggestions.AndList([.. operations.Select(operation => operation.Keyword())])} root types.",
                operations.SelectMany(operation => Places.OfRoot(schema, operation)));
        }
    }
}
