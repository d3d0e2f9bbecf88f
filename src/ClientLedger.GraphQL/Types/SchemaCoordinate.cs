using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>A schema coordinate (3.14): the name of an element of a schema.</summary>
/// <param name="IsDirective">Whether it begins with <c>@</c>.</param>
/// <param name="Name">The type or directive.</param>
/// <param name="Member">The field, input field or enum value.</param>
/// <param name="Argument">The argument.</param>
internal sealed record SchemaCoordinate(bool IsDirective, string Name, string? Member, string? Argument)
{
    /// <summary>Reads a coordinate; a <see cref="GraphQLException"/> if the text isn't one.</summary>
    public static SchemaCoordinate Parse(string text) => new CoordinateParser(text).Parse();

    /// <summary>The element, or null; a <see cref="GraphQLException"/> if what it should belong to isn't there.</summary>
    public ISchemaElement? FindIn(Schema schema)
    {
        if (IsDirective)
        {
            var directive = schema.DirectiveNamed(Name);
            return Argument is null ? directive : (directive ?? throw Refused($"Expected \"{Name}\" to be defined as a directive in the schema.")).Arguments.Find(Argument);
        }

        var type = schema.TypeNamed(Name);
        if (Member is null)
        {
            return type;
        }

        return (type, Argument) switch
        {
            (null, _) => throw Refused($"Expected \"{Name}\" to be defined as a type in the schema."),
            (FieldsType fieldsType, null) => schema.FieldOf(fieldsType, Member),
            (FieldsType fieldsType, _) => (schema.FieldOf(fieldsType, Member) ?? throw Refused($"Expected \"{Member}\" to exist as a field of type \"{Name}\" in the schema.")).Arguments.Find(Argument),
            (_, not null) => throw Refused($"Expected \"{Name}\" to be an object type or interface type."),
            (EnumType enumType, _) => schema.ValuesOf(enumType).Find(Member),
            (InputObjectType input, _) => schema.InputFieldsOf(input).Find(Member),
            _ => throw Refused($"Expected \"{Name}\" to be an Enum, Input Object, Object or Interface type."),
        };
    }

    /// <summary>The coordinate as it is written.</summary>
    public override string ToString() => $"{(IsDirective ? "@" : "")}{Name}{(Member is null ? "" : "." + Member)}{(Argument is null ? "" : $"({Argument}:)")}";

    private static GraphQLException Refused(string message) => new(message, ErrorCodes.InvalidSchema);

    /// <summary>Reads a coordinate, in which nothing is ignored, not even spaces. It looks at one token at a time, as the reference implementation does, and so meets the same mistake first.</summary>
    private ref struct CoordinateParser
    {
        private readonly Source source;
        private TokenKind kind;
        private int start;
        private int end;

        public CoordinateParser(string text)
        {
            source = new Source(text);
            Advance();
        }

        public SchemaCoordinate Parse()
        {
            var isDirective = Take(TokenKind.At);
            var name = TakeName();
            var member = !isDirective && Take(TokenKind.Dot) ? TakeName() : null;
            string? argument = null;
            if ((isDirective || member is not null) && Take(TokenKind.ParenthesisLeft))
            {
                argument = TakeName();
                Expect(TokenKind.Colon);
                Expect(TokenKind.ParenthesisRight);
            }

            if (kind != TokenKind.EndOfFile)
            {
                throw Expected(TokenKind.EndOfFile);
            }

            return new SchemaCoordinate(isDirective, name, member, argument);
        }

        private string TakeName()
        {
            var (nameStart, nameEnd) = (start, end);
            Expect(TokenKind.Name);
            return source.Text[nameStart..nameEnd];
        }

        private void Expect(TokenKind expected)
        {
            if (!Take(expected))
            {
                throw Expected(expected);
            }
        }

        private bool Take(TokenKind wanted)
        {
            if (kind != wanted)
            {
                return false;
            }

            Advance();
            return true;
        }

        private void Advance()
        {
            start = end;
            if (start == source.Text.Length)
            {
                kind = TokenKind.EndOfFile;
                return;
            }

            end++;
            kind = source.Text[start] switch
            {
                '.' => TokenKind.Dot,
                '(' => TokenKind.ParenthesisLeft,
                ')' => TokenKind.ParenthesisRight,
                ':' => TokenKind.Colon,
                '@' => TokenKind.At,
                var character when Characters.IsNameStart(character) => TokenKind.Name,
                _ => throw source.SyntaxError(start, $"Invalid character: {source.DescribeCharacter(start)}."),
            };
            while (kind == TokenKind.Name && end < source.Text.Length && Characters.IsNameContinue(source.Text[end]))
            {
                end++;
            }
        }

        private readonly GraphQLException Expected(TokenKind expected)
        {
            var found = kind == TokenKind.Name ? $"{kind.Describe()} \"{source.Text[start..end]}\"" : kind.Describe();
            return source.SyntaxError(start, $"Expected {expected.Describe()}, found {found}.");
        }
    }
}
