using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types;

/// <summary>
/// What every schema has: the introspection types (4.2), the fields that begin with two underscores, and the specified directives. They are the same objects in every schema, and ask the schema of the request.
/// </summary>
internal static class Introspection
{
    private static readonly SdlDefinitions Sdl = new(
        Parser.Parse(ReadBuiltIn(), ParserOptions.Trusted).Definitions.Select(node => new Definition(null, node)));
    private static readonly TypeAssembler Assembler = new(Sdl, IntrospectionResolvers.Bindings, _ => null);

    public static MemberCollection<NamedType> Types { get; } = MemberCollection.Of(Assembler.MakeTypes());

    public static MemberCollection<DirectiveDefinition> SpecifiedDirectives { get; } = MemberCollection.Of(Sdl.Directives.Select(Assembler.MakeDirective));

    public static ObjectType SchemaType { get; } = (ObjectType)Types.Find("__Schema")!;

    public static FieldDefinition SchemaField { get; } = MetaField(
        "__schema", SchemaType.NonNull, "Access the current type schema of this server.", [], context => context.Schema);

    public static FieldDefinition TypeField { get; } = MetaField(
        "__type", Types.Find("__Type")!, "Request the type information of a single type.",
        [new ArgumentShape("name", SpecifiedScalars.String.NonNull, null, null, null, [], [])],
        context => context.Argument<string>("name") is { } name ? context.Schema.TypeNamed(name) : null);

    public static FieldDefinition TypeNameField { get; } = MetaField(
        "__typename", SpecifiedScalars.String.NonNull, "The name of the current Object type at runtime.", [], context => context.ParentType.Name);

    /// <summary>The introspection type of that name, or null; also while they are being made.</summary>
    public static NamedType? Known(string name) => Types?.Find(name);

    private static FieldDefinition MetaField(
        string name, GraphQLType type, string description, ImmutableArray<ArgumentShape> arguments, Func<ResolveContext, object?> resolve) =>
        new(null, name, type, description, arguments)
        {
            Behavior = new FieldBehavior { Resolve = context => ValueTask.FromResult(resolve(context)) },
        };

    private static string ReadBuiltIn()
    {
        using var stream = typeof(Introspection).Assembly.GetManifestResourceStream("BuiltIn.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
