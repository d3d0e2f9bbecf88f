using System.Collections.Immutable;

namespace ClientLedger.GraphQL.Language;

/// <summary>Definitions of the type system and their extensions (3).</summary>
internal ref partial struct Parser
{
    /// <summary>The definition that begins with a keyword, or null when no definition does.</summary>
    private DefinitionNode? ParseTypeSystemDefinition(ReadOnlySpan<char> keyword) => keyword switch
    {
        "schema" => ParseSchema(isExtension: false),
        "scalar" => ParseScalar(isExtension: false),
        "type" => ParseObjectType(isExtension: false),
        "interface" => ParseInterface(isExtension: false),
        "union" => ParseUnion(isExtension: false),
        "enum" => ParseEnum(isExtension: false),
        "input" => ParseInputObject(isExtension: false),
        "directive" => ParseDirectiveDefinition(),
        _ => null,
    };

    // TypeSystemExtension : SchemaExtension | TypeExtension
    private DefinitionNode ParseExtension()
    {
        var keyword = lexer;
        keyword.Next();
        return (keyword.Kind == TokenKind.Name ? keyword.Slice : default) switch
        {
            "schema" => ParseSchema(isExtension: true),
            "scalar" => ParseScalar(isExtension: true),
            "type" => ParseObjectType(isExtension: true),
            "interface" => ParseInterface(isExtension: true),
            "union" => ParseUnion(isExtension: true),
            "enum" => ParseEnum(isExtension: true),
            "input" => ParseInputObject(isExtension: true),
            "directive" => ParseDirectiveExtension(),
            _ => throw Unexpected(keyword),
        };
    }

    /// <summary>What stands before the name: a description and the keyword, or <c>extend</c> and the keyword.</summary>
    private StringValueNode? ParseStart(bool isExtension, string keyword)
    {
        var description = isExtension ? null : ParseDescription();
        if (isExtension)
        {
            ExpectKeyword("extend");
        }

        ExpectKeyword(keyword);
        return description;
    }

    /// <summary>An extension must extend something.</summary>
    private readonly void RequireContent(bool isExtension, bool isEmpty)
    {
        if (isExtension && isEmpty)
        {
            throw Unexpected();
        }
    }

    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    // SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ } | extend schema Directives[Const]
    private SchemaNode ParseSchema(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension, "schema");
        var directives = ParseDirectives(isConst: true);
        NodeList<OperationTypeDefinitionNode>.Builder operationTypes = default;
        if (!isExtension || lexer.Kind == TokenKind.BraceLeft)
        {
            Expect(TokenKind.BraceLeft);
            do
            {
                operationTypes.Add(ParseOperationTypeDefinition());
            }
            while (!Take(TokenKind.BraceRight));
        }

        var types = operationTypes.Complete();
        RequireContent(isExtension, directives.IsEmpty && types.IsEmpty);
        return new SchemaNode(start, lexer.LastEnd, isExtension, description, directives, types);
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = lexer.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeDefinitionNode(start, lexer.LastEnd, operation, type);
    }

    // ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    private ScalarTypeNode ParseScalar(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension, "scalar");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(isExtension, directives.IsEmpty);
        return new ScalarTypeNode(start, lexer.LastEnd, isExtension, description, name, directives);
    }

    // ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private ObjectTypeNode ParseObjectType(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension, "type");
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(isExtension, interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new ObjectTypeNode(start, lexer.LastEnd, isExtension, description, name, interfaces, directives, fields);
    }

    // InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private InterfaceTypeNode ParseInterface(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension, "interface");
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(isExtension, interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new InterfaceTypeNode(start, lexer.LastEnd, isExtension, description, name, interfaces, directives, fields);
    }

    // ImplementsInterfaces : implements &? NamedType (& NamedType)*
    private NodeList<NamedTypeNode> ParseImplementsInterfaces() => TakeKeyword("implements") ? ParseDelimited(TokenKind.Ampersand) : [];

    private NodeList<NamedTypeNode> ParseDelimited(TokenKind delimiter)
    {
        Take(delimiter);
        NodeList<NamedTypeNode>.Builder types = default;
        do
        {
            types.Add(ParseNamedType());
        }
        while (Take(delimiter));
        return types.Complete();
    }

    // FieldsDefinition : { FieldDefinition+ }
    private NodeList<FieldDefinitionNode> ParseFieldsDefinition()
    {
        if (!Take(TokenKind.BraceLeft))
        {
            return [];
        }

        NodeList<FieldDefinitionNode>.Builder fields = default;
        do
        {
            fields.Add(ParseFieldDefinition());
        }
        while (!Take(TokenKind.BraceRight));
        return fields.Complete();
    }

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.ParenthesisLeft, TokenKind.ParenthesisRight);
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var directives = ParseDirectives(isConst: true);
        return new FieldDefinitionNode(start, lexer.LastEnd, description, name, arguments, type, directives);
    }

    // ArgumentsDefinition : ( InputValueDefinition+ ); InputFieldsDefinition : { InputValueDefinition+ }
    private NodeList<InputValueDefinitionNode> ParseInputValues(TokenKind left, TokenKind right)
    {
        if (!Take(left))
        {
            return [];
        }

        NodeList<InputValueDefinitionNode>.Builder values = default;
        do
        {
            values.Add(ParseInputValueDefinition());
        }
        while (!Take(right));
        return values.Complete();
    }

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Take(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new InputValueDefinitionNode(start, lexer.LastEnd, description, name, type, defaultValue, directives);
    }

    // UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    private UnionTypeNode ParseUnion(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension, "union");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var members = Take(TokenKind.EqualsSign) ? ParseDelimited(TokenKind.Pipe) : [];
        RequireContent(isExtension, directives.IsEmpty && members.IsEmpty);
        return new UnionTypeNode(start, lexer.LastEnd, isExtension, description, name, directives, members);
    }

    // EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    private EnumTypeNode ParseEnum(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension, "enum");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = ParseEnumValues();
        RequireContent(isExtension, directives.IsEmpty && values.IsEmpty);
        return new EnumTypeNode(start, lexer.LastEnd, isExtension, description, name, directives, values);
    }

    // EnumValuesDefinition : { EnumValueDefinition+ }
    private NodeList<EnumValueDefinitionNode> ParseEnumValues()
    {
        if (!Take(TokenKind.BraceLeft))
        {
            return [];
        }

        NodeList<EnumValueDefinitionNode>.Builder values = default;
        do
        {
            values.Add(ParseEnumValueDefinition());
        }
        while (!Take(TokenKind.BraceRight));
        return values.Complete();
    }

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        if (IsKeyword("true") || IsKeyword("false") || IsKeyword("null"))
        {
            throw source.SyntaxError(lexer.Start, $"{lexer.Describe()} is reserved and cannot be used for an enum value.");
        }

        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new EnumValueDefinitionNode(start, lexer.LastEnd, description, name, directives);
    }

    // InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    private InputObjectTypeNode ParseInputObject(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension, "input");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseInputValues(TokenKind.BraceLeft, TokenKind.BraceRight);
        RequireContent(isExtension, directives.IsEmpty && fields.IsEmpty);
        return new InputObjectTypeNode(start, lexer.LastEnd, isExtension, description, name, directives, fields);
    }

    // DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? Directives[Const]? repeatable? on DirectiveLocations
    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var start = lexer.Start;
        var description = ParseStart(isExtension: false, "directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.ParenthesisLeft, TokenKind.ParenthesisRight);
        var directives = ParseDirectives(isConst: true);
        var isRepeatable = TakeKeyword("repeatable");
        ExpectKeyword("on");
        Take(TokenKind.Pipe);
        var locations = ImmutableArray.CreateBuilder<Name>();
        do
        {
            locations.Add(ParseDirectiveLocation());
        }
        while (Take(TokenKind.Pipe));
        return new DirectiveDefinitionNode(
            start, lexer.LastEnd, isExtension: false, description, name, arguments, directives, isRepeatable, locations.ToImmutable());
    }

    // DirectiveLocation : ExecutableDirectiveLocation | TypeSystemDirectiveLocation
    private Name ParseDirectiveLocation()
    {
        var token = lexer;
        var name = ParseName();
        return DirectiveLocations.Contains(name.Value) ? name : throw Unexpected(token);
    }

    // DirectiveExtension : extend directive @ Name Directives[Const]
    private DirectiveDefinitionNode ParseDirectiveExtension()
    {
        var start = lexer.Start;
        ParseStart(isExtension: true, "directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(isExtension: true, directives.IsEmpty);
        return new DirectiveDefinitionNode(start, lexer.LastEnd, isExtension: true, null, name, [], directives, isRepeatable: false, []);
    }
}
