using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types;

/// <summary>How the fields of the introspection types are answered (4.2).</summary>
internal static class IntrospectionResolvers
{
    public static Bindings Bindings { get; } = Bind();

    private static Bindings Bind()
    {
        var bindings = new Bindings();
        BindSchema(bindings);
        BindType(bindings);
        BindMembers(bindings);
        return bindings;
    }

    private static void BindSchema(Bindings bindings)
    {
        On<Schema>(bindings, "__Schema", "description", (schema, _) => schema.Description);
        On<Schema>(bindings, "__Schema", "types", (schema, _) => schema.Types);
        On<Schema>(bindings, "__Schema", "queryType", (schema, _) => schema.QueryType);
        On<Schema>(bindings, "__Schema", "mutationType", (schema, _) => schema.MutationType);
        On<Schema>(bindings, "__Schema", "subscriptionType", (schema, _) => schema.SubscriptionType);
        On<Schema>(bindings, "__Schema", "directives", (schema, context) => Shown(schema.Directives, context));

        On<DirectiveDefinition>(bindings, "__Directive", "isRepeatable", (directive, _) => directive.IsRepeatable);
        On<DirectiveDefinition>(bindings, "__Directive", "locations", (directive, _) => directive.Locations);
        On<DirectiveDefinition>(bindings, "__Directive", "args", (directive, context) => Shown(directive.Arguments, context));
    }

    private static void BindType(Bindings bindings)
    {
        On<GraphQLType>(bindings, "__Type", "kind", (type, _) => KindOf(type));
        On<GraphQLType>(bindings, "__Type", "name", (type, _) => (type as NamedType)?.Name);
        On<GraphQLType>(bindings, "__Type", "description", (type, _) => (type as NamedType)?.Description);
        On<GraphQLType>(bindings, "__Type", "specifiedByURL", (type, context) => type is ScalarType scalar ? context.Schema.SpecifiedByUrlOf(scalar) : null);
        On<GraphQLType>(bindings, "__Type", "fields", (type, context) => type is FieldsType fieldsType ? Shown(context.Schema.FieldsOf(fieldsType), context) : null);
        On<GraphQLType>(bindings, "__Type", "interfaces", (type, context) => type is FieldsType fieldsType ? context.Schema.InterfacesOf(fieldsType) : null);
        On<GraphQLType>(bindings, "__Type", "possibleTypes", (type, context) => type is InterfaceType or UnionType ? context.Schema.PossibleTypesOf((CompositeType)type) : null);
        On<GraphQLType>(bindings, "__Type", "enumValues", (type, context) => type is EnumType enumType ? Shown(context.Schema.ValuesOf(enumType), context) : null);
        On<GraphQLType>(bindings, "__Type", "inputFields", (type, context) => type is InputObjectType input ? Shown(context.Schema.InputFieldsOf(input), context) : null);
        On<GraphQLType>(bindings, "__Type", "ofType", (type, _) => (type as ListType)?.OfType ?? (type as NonNullType)?.OfType);
        On<GraphQLType>(bindings, "__Type", "isOneOf", (type, _) => (type as InputObjectType)?.IsOneOf);
    }

    private static void BindMembers(Bindings bindings)
    {
        foreach (var type in (string[])["__Directive", "__Field", "__InputValue", "__EnumValue"])
        {
            On<SchemaMember>(bindings, type, "name", (member, _) => member.Name);
            On<SchemaMember>(bindings, type, "description", (member, _) => member.Description);
            On<SchemaMember>(bindings, type, "isDeprecated", (member, _) => member.DeprecationReason is not null);
            On<SchemaMember>(bindings, type, "deprecationReason", (member, _) => member.DeprecationReason);
        }

        On<FieldDefinition>(bindings, "__Field", "args", (field, context) => Shown(field.Arguments, context));
        On<FieldDefinition>(bindings, "__Field", "type", (field, _) => field.Type);
        On<InputValueDefinition>(bindings, "__InputValue", "type", (value, _) => value.Type);
        On<InputValueDefinition>(bindings, "__InputValue", "defaultValue", (value, _) => value.DefaultValue is { } literal ? Printer.Print(literal) : null);
    }

    private static void On<T>(Bindings bindings, string type, string field, Func<T, ResolveContext, object?> resolve) =>
        bindings.Fields.Add((type, field), new FieldBehavior { Resolve = context => ValueTask.FromResult(resolve((T)context.Source!, context)) });

    /// <summary>Without the deprecated ones, unless they were asked for.</summary>
    private static IEnumerable<T> Shown<T>(MemberCollection<T> members, ResolveContext context)
        where T : SchemaMember =>
        context.Argument<bool>("includeDeprecated") ? members : members.Where(member => member.DeprecationReason is null);

    private static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };
}
