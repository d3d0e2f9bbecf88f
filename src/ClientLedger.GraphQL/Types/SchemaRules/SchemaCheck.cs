using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>A schema that is looked at, and where its rules report.</summary>
internal sealed class SchemaCheck(Schema schema)
{
    private readonly List<GraphQLError> errors = [];

    public Schema Schema { get; } = schema;

    /// <summary>The types that the schema defines itself: those of introspection are right.</summary>
    public IReadOnlyList<NamedType> Types { get; } = [.. schema.Types.Where(type => !type.IsIntrospection)];

    public IReadOnlyList<GraphQLError> Errors => errors;

    public void Report(string message, params IEnumerable<Place> places) =>
        errors.Add(new GraphQLError(message, ErrorCodes.InvalidSchema) { Locations = Place.LocationsOf(places) });

    /// <summary>Names that begin with two underscores belong to introspection (3.3).</summary>
    public void RequireFreeName(ISchemaElement element)
    {
        if (element.Name.StartsWith("__", StringComparison.Ordinal))
        {
            Report($"Name \"{element.Name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", Places.Of(element));
        }
    }

    /// <summary>An argument: it is of an input type, what is required isn't deprecated, and its default fits.</summary>
    public void RequireInput(InputValueDefinition value, Func<InputValueDefinition, IEnumerable<Place>> typePlace)
    {
        RequireFreeName(value);
        if (!value.Type.IsInput)
        {
            Report($"The type of {value} must be Input Type but got: {value.Type}.", typePlace(value));
        }

        if (value.IsRequired && value.DeprecationReason is not null)
        {
            var what = value.Owner is InputObjectType ? "input field" : "argument";
            Report($"Required {what} {value} cannot be deprecated.", [.. Places.OfDeprecation(value), .. Places.OfType(value)]);
        }

        if (value.DefaultValue is { } literal && value.Type.IsInput)
        {
            RequireFitting(literal, value);
        }
    }

    private void RequireFitting(ValueNode literal, InputValueDefinition value)
    {
        new LiteralProblems(Schema, ReportProblem).Find(literal, value.Type);

        void ReportProblem(string problem, Node at, InputPath? path) =>
            Report($"{value} has invalid default value{InputPath.Show(path)}: {problem}", value.Origins.Select(origin => origin.PlaceOf(at)));
    }
}
