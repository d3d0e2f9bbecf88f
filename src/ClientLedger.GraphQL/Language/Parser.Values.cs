namespace ClientLedger.GraphQL.Language;

/// <summary>Values (2.9) and references to types (2.11).</summary>
internal ref partial struct Parser
{
    // Value[Const] : [~Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue | ListValue | ObjectValue
    private ValueNode ParseValue(bool isConst)
    {
        var start = lexer.Start;
        switch (lexer.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);

            case TokenKind.BraceLeft:
                return ParseObject(isConst);

            case TokenKind.Int:
                var integer = RecentNames.Get(lexer.Slice);
                Advance();
                return new IntValueNode(start, lexer.LastEnd, integer);

            case TokenKind.Float:
                var number = RecentNames.Get(lexer.Slice);
                Advance();
                return new FloatValueNode(start, lexer.LastEnd, number);

            case TokenKind.String or TokenKind.BlockString:
                return ParseString(isConst);

            case TokenKind.Name:
                return ParseNameAsValue();

            case TokenKind.Dollar when isConst:
                var dollar = lexer;
                Advance();
                throw lexer.Kind == TokenKind.Name
                    ? source.SyntaxError(start, $"Unexpected variable \"${lexer.Slice}\" in constant value.")
                    : Unexpected(dollar);

            case TokenKind.Dollar:
                return ParseVariable();

            default:
                throw Unexpected();
        }
    }

    // BooleanValue : one of true false; NullValue : null; EnumValue : Name but not true or false or null
    private ValueNode ParseNameAsValue()
    {
        var start = lexer.Start;
        switch (lexer.Slice)
        {
            case "true":
                Advance();
                return new BooleanValueNode(start, lexer.LastEnd, true);
            case "false":
                Advance();
                return new BooleanValueNode(start, lexer.LastEnd, false);
            case "null":
                Advance();
                return new NullValueNode(start, lexer.LastEnd);
            default:
                var name = ParseName();
                return new EnumValueNode(start, lexer.LastEnd, name.Value);
        }
    }

    /// <summary>A string. Constant ones are mostly those of schemas, and say the same again and again; what callers write into values is read when it is asked for.</summary>
    private StringValueNode ParseString(bool isConst)
    {
        var start = lexer.Start;
        if (!isConst && lexer.IsPlainString)
        {
            Advance();
            return new StringValueNode(start, lexer.LastEnd, source);
        }

        var isBlock = lexer.Kind == TokenKind.BlockString;
        var value = isConst ? RecentNames.Get(lexer.StringValue) : lexer.StringValue.ToString();
        Advance();
        return new StringValueNode(start, lexer.LastEnd, value, isBlock);
    }

    // ListValue[Const] : [ ] | [ Value[?Const]+ ]
    private ListValueNode ParseList(bool isConst)
    {
        var start = lexer.Start;
        Enter();
        Advance();
        var first = open.Count;
        while (lexer.Kind != TokenKind.BracketRight)
        {
            open.Push(ParseValue(isConst));
        }

        Leave();
        Advance();
        return new ListValueNode(start, lexer.LastEnd, open.Take(first));
    }

    // ObjectValue[Const] : { } | { ObjectField[?Const]+ }
    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = lexer.Start;
        Enter();
        Advance();
        NodeList<ObjectFieldNode>.Builder fields = default;
        while (lexer.Kind != TokenKind.BraceRight)
        {
            fields.Add(ParseObjectField(isConst));
        }

        Leave();
        Advance();
        return new ObjectValueNode(start, lexer.LastEnd, fields.Complete());
    }

    // ObjectField[Const] : Name : Value[?Const]
    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ObjectFieldNode(lexer.LastEnd, name, value);
    }

    // Type : NamedType | ListType | NonNullType
    private TypeNode ParseTypeReference()
    {
        var start = lexer.Start;
        TypeNode type;
        if (Take(TokenKind.BracketLeft))
        {
            Enter();
            var inner = ParseTypeReference();
            Expect(TokenKind.BracketRight);
            Leave();
            type = new ListTypeNode(start, lexer.LastEnd, inner);
        }
        else
        {
            type = ParseNamedType();
        }

        return Take(TokenKind.Bang) ? new NonNullTypeNode(start, lexer.LastEnd, type) : type;
    }

    // NamedType : Name
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Start, lexer.LastEnd, name.Value);
    }
}
