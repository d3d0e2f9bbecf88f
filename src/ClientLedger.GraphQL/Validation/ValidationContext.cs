using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation.Facts;

namespace ClientLedger.GraphQL.Validation;

/// <summary>What rules know: the document and the schema, and where in them the walk is. It takes their errors.</summary>
internal sealed class ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
{
    private readonly List<GraphQLError> errors = [];
    private FragmentGraph? graph;
    private DefinedHere? definedHere;

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    /// <summary>What the schema says of the operations and fragments.</summary>
    public DocumentFacts Facts { get; } = FactCollector.Collect(schema, document);

    public FragmentGraph Fragments => graph ??= new FragmentGraph(this);

    /// <summary>What the document itself defines of a type system; such a document isn't executable, but its other errors are told as well.</summary>
    public DefinedHere DefinedHere => definedHere ??= DefinedHere.In(Document);

    public int MaxErrors => options.MaxErrors;

    public int MaxIntrospectionLists => options.MaxIntrospectionLists;

    /// <summary>Whether errors may suggest names.</summary>
    public bool Suggest => options.Suggest;

    /// <summary>Whether validation has been given up; errors are no longer taken.</summary>
    public bool IsDone { get; private set; }

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>How many steps validation has taken: nodes walked, fields and fragments looked at, pairs compared.</summary>
    public int Work { get; private set; }

    /// <summary>The type that the current selection set is of; null where the document doesn't say it rightly.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The type of the current field, operation or fragment.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The field that the walk is in; null outside fields and in unknown ones.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The directive that the walk is in; null outside directives and in unknown ones.</summary>
    public DirectiveDefinition? Directive { get; set; }

    public bool IsInDirective { get; set; }

    /// <summary>The argument that the walk is in; null outside arguments and in unknown ones.</summary>
    public InputValueDefinition? Argument { get; set; }

    /// <summary>The type that the current value should have.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>The type that the object or list around the current value should have.</summary>
    public GraphQLType? ParentInputType { get; set; }

    /// <summary>Reports an error at the given offsets of the document.</summary>
    public void Report(string message, params ReadOnlySpan<int> positions) => Report(ErrorCodes.ValidationFailed, message, extensions: null, positions);

    public void Report(string code, string message, IReadOnlyDictionary<string, object?>? extensions, params ReadOnlySpan<int> positions)
    {
        if (IsDone)
        {
            return;
        }

        if (errors.Count >= options.MaxErrors)
        {
            GiveUp("Too many validation errors, error limit reached. Validation aborted.");
            return;
        }

        var locations = new SourceLocation[positions.Length];
        for (var index = 0; index < positions.Length; index++)
        {
            locations[index] = Document.Source.LocationOf(positions[index]);
        }

        errors.Add(new GraphQLError(message, code) { Locations = locations, Extensions = extensions });
    }

    /// <summary>Counts steps.</summary>
    public void Count(int steps) => Work += steps;

    /// <summary>Ends validation: going on would cost more than the document may.</summary>
    /// <param name="reason">What takes too many steps.</param>
    public void Abort(string reason) => GiveUp($"Validation aborted: {reason} takes too many steps. Ask for less in one document.");

    private void GiveUp(string message)
    {
        if (!IsDone)
        {
            IsDone = true;
            errors.Add(new GraphQLError(message, ErrorCodes.LimitExceeded));
        }
    }
}
