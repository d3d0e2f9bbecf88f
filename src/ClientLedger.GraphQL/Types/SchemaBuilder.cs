using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;
using ClientLedger.GraphQL.Types.Overlays;
using ClientLedger.GraphQL.Types.SchemaRules;
using ClientLedger.GraphQL.Types.SdlRules;

namespace ClientLedger.GraphQL.Types;

/// <summary>
/// Builds a schema of SDL, of definitions in code, and of what neither can say. On a schema below, it builds an overlay: a schema that adds to that one, hides some of it and shares all else.
/// </summary>
public sealed partial class SchemaBuilder
{
    private readonly Schema? below;
    private readonly List<Definition> definitions = [];
    private readonly List<SchemaCoordinate> hidden = [];
    private readonly Bindings bindings = new();

    /// <summary>Begins a schema that stands by itself.</summary>
    public SchemaBuilder()
    {
    }

    /// <summary>Begins an overlay on another schema.</summary>
    public SchemaBuilder(Schema below) => this.below = below;

    /// <summary>Adds the definitions of a text; a <see cref="GraphQLException"/> if it isn't GraphQL.</summary>
    public SchemaBuilder Sdl(string text)
    {
        definitions.AddRange(Definition.In(Parser.Parse(text, ParserOptions.Trusted)));
        return this;
    }

    /// <summary>
    /// Hides a type, a field, an argument, an input field or an enum value of the schema below, and with it all that only it led to: what is of a hidden type, types that have nothing left, types that nothing refers to any more.
    /// </summary>
    /// <param name="coordinate">Its schema coordinate: <c>Customer.email</c>.</param>
    public SchemaBuilder Hide(string coordinate)
    {
        hidden.Add(SchemaCoordinate.Parse(coordinate));
        return this;
    }

    /// <summary>Says how a field is answered.</summary>
    public SchemaBuilder Resolve(string type, string field, Resolver resolver) => Behave(type, field, behavior => behavior with { Resolve = resolver });

    /// <summary>Says how a field writes its whole answer.</summary>
    public SchemaBuilder Write(string type, string field, WritingResolver resolver) => Behave(type, field, behavior => behavior with { Write = resolver });

    /// <summary>Says how a field of the subscription type opens its stream.</summary>
    public SchemaBuilder Subscribe(string type, string field, Subscriber subscriber) => Behave(type, field, behavior => behavior with { Subscribe = subscriber });

    /// <summary>Says how the values of a scalar come in and go out.</summary>
    public SchemaBuilder Coerce(string scalar, ScalarCoercion coercion)
    {
        bindings.Scalars[scalar] = coercion;
        return this;
    }

    /// <summary>Says of which object type a value of an interface or union is.</summary>
    public SchemaBuilder ResolveType(string abstractType, Func<object, string?> resolve)
    {
        bindings.TypeResolvers[abstractType] = resolve;
        return this;
    }

    /// <summary>Says whether a value is of an object type.</summary>
    public SchemaBuilder IsTypeOf(string objectType, Func<object, bool> test)
    {
        bindings.TypeTests[objectType] = test;
        return this;
    }

    /// <summary>Says what resolvers get and give for an enum value; without it, its name.</summary>
    public SchemaBuilder EnumValue(string type, string name, object value)
    {
        bindings.EnumValues[(type, name)] = value;
        return this;
    }

    /// <summary>
    /// Says what tells the schema from all others: a hash of what it was built from, when the same schema may be built again. Schemas with the same fingerprint must be the same, resolvers included:
    /// documents that were prepared for one are executed for the other.
    /// </summary>
    public SchemaBuilder Fingerprint(string fingerprint)
    {
        bindings.Fingerprint = fingerprint;
        return this;
    }

    /// <summary>The schema; a <see cref="GraphQLException"/> with everything that is wrong with it if it isn't valid.</summary>
    public Schema Build()
    {
        var schema = Assemble();
        RequireNone([.. SchemaRuleTable.Check(schema), .. bindings.Misplaced(schema, below)]);
        return schema;
    }

    /// <summary>The schema, of which only the definitions were looked at: it can be printed, not used.</summary>
    internal Schema Assemble()
    {
        List<Definition> all = [.. definitions, .. AddedMembers()];
        RequireNone(SdlRuleTable.Check(all, below));
        return below is null ? SchemaAssembler.Assemble(all, bindings) : OverlayAssembler.Assemble(below, all, bindings, hidden);
    }

    private static void RequireNone(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count > 0)
        {
            throw new GraphQLException(errors);
        }
    }

    private SchemaBuilder Behave(string type, string field, Func<FieldBehavior, FieldBehavior> change)
    {
        bindings.Fields[(type, field)] = change(bindings.Fields.GetValueOrDefault((type, field)) ?? FieldBehavior.Default);
        return this;
    }
}
