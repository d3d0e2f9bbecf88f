using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>What is referred to as a type is one (3.4).</summary>
internal static class KnownTypeNames
{
    private static readonly string[] Standard = [.. SpecifiedScalars.All.Select(type => type.Name), .. Introspection.Types.Select(type => type.Name)];

    public static void Check(SdlCheck check)
    {
        var names = (check.Extended?.Types ?? MemberCollection<NamedType>.Empty).Select(type => type.Name)
            .Concat(check.TypeDefinitions.Select(type => type.Node.Name.Value))
            .ToList();
        var known = names.ToHashSet(StringComparer.Ordinal);
        foreach (var (definition, reference) in check.Contents.TypeReferences)
        {
            var isSdl = definition.Node is TypeSystemNode;
            if (known.Contains(reference.Name) || (isSdl && Standard.Contains(reference.Name, StringComparer.Ordinal)))
            {
                continue;
            }

            var near = Suggestions.Near(reference.Name, isSdl ? Standard.Concat(names) : names);
            check.Report($"Unknown type \"{reference.Name}\".{Suggestions.DidYouMean(null, near)}", definition.PlaceOf(reference));
        }
    }
}
