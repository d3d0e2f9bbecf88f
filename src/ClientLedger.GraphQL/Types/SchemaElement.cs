using System.Collections.Immutable;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>Whatever a schema gives a name: types, fields, arguments, input fields, enum values and directives.</summary>
public interface ISchemaElement
{
    /// <summary>The name, unique among its siblings.</summary>
    string Name { get; }

    /// <summary>What it is for, as Markdown.</summary>
    string? Description { get; }

    /// <summary>Where it is found in the schema (3.14): <c>Type.field(argument:)</c>.</summary>
    string Coordinate { get; }

    /// <summary>The directives that stand on its definition, and on the extensions that were known when it was made.</summary>
    internal ImmutableArray<DirectiveNode> Directives { get; }

    /// <summary>Its definition and extensions in SDL; empty when it was built by code.</summary>
    internal ImmutableArray<Origin> Origins { get; }
}

/// <summary>What a type, a field or a directive has within it.</summary>
public abstract class SchemaMember : ISchemaElement
{
    private protected SchemaMember(string name, string? description)
    {
        Name = name;
        Description = description;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Description { get; }

    /// <inheritdoc/>
    public abstract string Coordinate { get; }

    /// <summary>Why it should not be used any more; null when it may be.</summary>
    public string? DeprecationReason { get; internal init; }

    internal ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    internal ImmutableArray<Origin> Origins { get; init; } = [];

    ImmutableArray<DirectiveNode> ISchemaElement.Directives => Directives;

    ImmutableArray<Origin> ISchemaElement.Origins => Origins;

    /// <inheritdoc/>
    public sealed override string ToString() => Coordinate;
}

/// <summary>A node and the text that it stands in.</summary>
internal readonly record struct Origin(Source Source, Node Node)
{
    /// <summary>Where the node begins.</summary>
    public Place Place => PlaceOf(Node);

    /// <summary>Where a part of the node begins.</summary>
    public Place PlaceOf(Node part) => new(Source, part.Start);
}

/// <summary>The place of a mistake in a schema; without a text when code made what is there.</summary>
internal readonly record struct Place(Source? Source, int Start)
{
    /// <summary>The locations that an error names.</summary>
    public static IReadOnlyList<SourceLocation> LocationsOf(IEnumerable<Place> places) =>
        [.. places.Where(place => place.Source is not null).Select(place => place.Source!.LocationOf(place.Start))];
}
