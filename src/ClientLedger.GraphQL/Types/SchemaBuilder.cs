using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;
using ClientLedger.GraphQL.Types.SchemaRules;
using ClientLedger.GraphQL.Types.SdlRules;

namespace ClientLedger.GraphQL.Types;

/// <summary>Builds a schema of SDL and of what SDL can't say.</summary>
public sealed class SchemaBuilder
{
    private readonly List<Definition> definitions = [];
    private readonly Bindings bindings = new();

    /// <summary>Adds the definitions of a text; a <see cref="GraphQLException"/> if it isn't GraphQL.</summary>
    public SchemaBuilder Sdl(string text)
    {
        definitions.AddRange(Definition.In(Parser.Parse(text, ParserOptions.Trusted)));
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

    /// <summary>The schema; a <see cref="GraphQLException"/> with everything that is wrong with it if it isn't valid.</summary>
    public Schema Build()
    {
        var schema = Assemble();
        RequireNone(SchemaRuleTable.Check(schema));
        return schema;
    }

    /// <summary>The schema, of which only the definitions were looked at: it can be printed, not used.</summary>
    internal Schema Assemble()
    {
        RequireNone(SdlRuleTable.Check(definitions));
        return SchemaAssembler.Assemble(definitions, bindings);
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
