using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules.House;

/// <summary>Refuses documents that hold more than they may. It asks no schema, so that a document is checked once for all of them, and before anything looks closer at it.</summary>
internal static class LimitCheck
{
    /// <summary>The limit that a document goes over, the first one found; null when it goes over none.</summary>
    public static GraphQLError? Check(DocumentNode document, DocumentLimits limits)
    {
        var counts = new Counts();
        counts.Visit(document);
        return Exceeds(document, counts.Fragments, limits.MaxFragments, "fragments", document)
            ?? Exceeds(document, counts.Operations, limits.MaxOperations, "operations", document)
            ?? Exceeds(document, counts.Aliases, limits.MaxAliases, "aliases", document)
            ?? CheckOperations(document, limits);
    }

    private static GraphQLError? CheckOperations(DocumentNode document, DocumentLimits limits)
    {
        var extents = new DocumentExtents(document);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var extent = extents.Of(operation);
            var error = Exceeds(document, extent.Own, limits.MaxRootFields, "fields at the root of an operation", operation)
                ?? Exceeds(document, extent.All, limits.MaxFields, "fields in an operation, fragments included", operation)
                ?? Exceeds(document, extent.Depth, limits.MaxFieldDepth, "levels of fields within fields", operation);
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private static GraphQLError? Exceeds(DocumentNode document, int count, int limit, string what, Node at) => count <= limit ? null :
        new GraphQLError($"The document has more than {limit} {what}: ask for less at a time.", ErrorCodes.LimitExceeded) { Locations = [document.Source.LocationOf(at.Start)] };

    private sealed class Counts : Visitor
    {
        public int Aliases { get; private set; }

        public int Fragments { get; private set; }

        public int Operations { get; private set; }

        protected override bool Enter(Node node)
        {
            switch (node)
            {
                case FieldNode { Alias: not null }:
                    Aliases++;
                    break;
                case FragmentDefinitionNode:
                    Fragments++;
                    break;
                case OperationDefinitionNode:
                    Operations++;
                    break;
            }

            return node is DocumentNode or ExecutableDefinitionNode or SelectionSetNode or SelectionNode;
        }

        protected override void Leave(Node node)
        {
        }
    }
}
