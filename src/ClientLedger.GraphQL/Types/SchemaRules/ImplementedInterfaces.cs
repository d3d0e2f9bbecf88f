namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>What says that it implements an interface does (3.6 and 3.7: IsValidImplementation).</summary>
internal static class ImplementedInterfaces
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<FieldsType>())
        {
            Check(check, type);
        }
    }

    private static void Check(SchemaCheck check, FieldsType type)
    {
        var schema = check.Schema;
        var seen = new HashSet<NamedType>();
        foreach (var declared in schema.DeclaredInterfacesOf(type))
        {
            if (declared is not InterfaceType implemented)
            {
                check.Report($"Type {type} must only implement Interface types, it cannot implement {declared}.", Places.OfInterface(schema, type, declared));
            }
            else if (type == implemented)
            {
                check.Report($"Type {type} cannot implement itself because it would create a circular reference.", Places.OfInterface(schema, type, implemented));
            }
            else if (!seen.Add(implemented))
            {
                check.Report($"Type {type} can only implement {implemented} once.", Places.OfInterface(schema, type, implemented));
            }
            else
            {
                CheckAncestors(check, type, implemented);
                CheckFields(check, type, implemented);
            }
        }
    }

    /// <summary>What an interface implements, its implementations name too.</summary>
    private static void CheckAncestors(SchemaCheck check, FieldsType type, InterfaceType implemented)
    {
        var schema = check.Schema;
        var declared = schema.DeclaredInterfacesOf(type);
        foreach (var ancestor in schema.DeclaredInterfacesOf(implemented).Where(ancestor => !declared.Contains(ancestor)))
        {
            check.Report(
                ancestor == type
                    ? $"Type {type} cannot implement {implemented} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {implemented}.",
                [.. Places.OfInterface(schema, implemented, ancestor), .. Places.OfInterface(schema, type, implemented)]);
        }
    }

    private static void CheckFields(SchemaCheck check, FieldsType type, InterfaceType implemented)
    {
        var fields = check.Schema.FieldsOf(type);
        foreach (var expected in check.Schema.FieldsOf(implemented))
        {
            if (fields.Find(expected.Name) is not { } field)
            {
                check.Report($"Interface field {expected} expected but {type} does not provide it.", [.. Places.Of(expected), .. Places.OfAll(check.Schema, type)]);
                continue;
            }

            if (!TypeComparison.IsSubType(check.Schema, field.Type, expected.Type))
            {
                check.Report(
                    $"Interface field {expected} expects type {expected.Type} but {field} is type {field.Type}.", [.. Places.OfType(expected), .. Places.OfType(field)]);
            }

            CheckArguments(check, field, expected);
            if (field.DeprecationReason is not null && expected.DeprecationReason is null)
            {
                check.Report(
                    $"Interface field {expected} is not deprecated, so implementation field {field} must not be deprecated.",
                    [.. Places.OfDeprecation(field), .. Places.OfType(field)]);
            }
        }
    }

    private static void CheckArguments(SchemaCheck check, FieldDefinition field, FieldDefinition expected)
    {
        foreach (var expectedArgument in expected.Arguments)
        {
            if (field.Arguments.Find(expectedArgument.Name) is not { } argument)
            {
                check.Report(
                    $"Interface field argument {expectedArgument} expected but {field} does not provide it.", [.. Places.Of(expectedArgument), .. Places.Of(field)]);
            }
            else if (argument.Type != expectedArgument.Type)
            {
                check.Report(
                    $"Interface field argument {expectedArgument} expects type {expectedArgument.Type} but {argument} is type {argument.Type}.",
                    [.. Places.OfType(expectedArgument), .. Places.OfType(argument)]);
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && expected.Arguments.Find(argument.Name) is null)
            {
                check.Report(
                    $"Argument \"{argument}\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{expected}\".",
                    [.. Places.Of(argument), .. Places.Of(expected)]);
            }
        }
    }
}
