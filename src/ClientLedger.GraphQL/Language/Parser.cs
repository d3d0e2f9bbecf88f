using System.Runtime.CompilerServices;
using System.Text;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Language;

/// <summary>Parses documents by recursive descent (appendix B): each method is a production of the grammar, which stands above it.</summary>
internal ref partial struct Parser
{
    private readonly Source source;
    private readonly ParserOptions options;
    private readonly int mostTokens;
    private Lexer lexer;
    private ValueStack open;
    private int tokenCount;
    private int depth;

    private Parser(Source source, ParserOptions? options, Span<ValueNode> room)
    {
        options ??= ParserOptions.Default;
        this.source = source;
        this.options = options;
        mostTokens = options.MaxTokens;
        lexer = new Lexer(source);
        open = new ValueStack(room);
        if (IsTooLarge(source.Text, options.MaxBytes))
        {
            throw source.LimitError(0, $"Document contains more than {options.MaxBytes} bytes.");
        }

        Advance();
    }

    /// <summary>The document that a text is; a <see cref="GraphQLException"/> with the first error if it isn't one.</summary>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new Source(text), options);

    public static DocumentNode Parse(Source source, ParserOptions? options = null)
    {
        ValueStack.Room room = default;
        var parser = new Parser(source, options, room);
        return parser.ParseDocument();
    }

    /// <summary>A value that stands alone, without variables.</summary>
    public static ValueNode ParseConstValue(string text, ParserOptions? options = null)
    {
        ValueStack.Room room = default;
        var parser = new Parser(new Source(text), options, room);
        var value = parser.ParseValue(isConst: true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>A reference to a type that stands alone.</summary>
    public static TypeNode ParseType(string text, ParserOptions? options = null)
    {
        ValueStack.Room room = default;
        var parser = new Parser(new Source(text), options, room);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    /// <summary>Directives that stand alone, without variables.</summary>
    public static NodeList<DirectiveNode> ParseConstDirectives(string text, ParserOptions? options = null)
    {
        ValueStack.Room room = default;
        var parser = new Parser(new Source(text), options, room);
        var directives = parser.ParseDirectives(isConst: true);
        parser.Expect(TokenKind.EndOfFile);
        return directives;
    }

    // Document : Definition+
    private DocumentNode ParseDocument()
    {
        NodeList<DefinitionNode>.Builder definitions = default;
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (lexer.Kind != TokenKind.EndOfFile);
        return new DocumentNode(source, definitions.Complete(), tokenCount - 1);
    }

    // Definition : ExecutableDefinition | TypeSystemDefinitionOrExtension
    private DefinitionNode ParseDefinition()
    {
        if (lexer.Kind == TokenKind.BraceLeft)
        {
            return ParseOperationDefinition();
        }

        var hasDescription = IsDescription;
        var keyword = lexer;
        if (hasDescription)
        {
            keyword.Next();
            if (keyword.Kind == TokenKind.BraceLeft)
            {
                throw source.SyntaxError(lexer.Start, "Unexpected description, descriptions are not supported on shorthand queries.");
            }
        }

        if (keyword.Kind == TokenKind.Name)
        {
            switch (keyword.Slice)
            {
                case "query" or "mutation" or "subscription":
                    return ParseOperationDefinition();
                case "fragment":
                    return ParseFragmentDefinition();
                case "extend" when !hasDescription:
                    return ParseExtension();
            }

            if (ParseTypeSystemDefinition(keyword.Slice) is { } definition)
            {
                return definition;
            }

            if (hasDescription)
            {
                throw source.SyntaxError(lexer.Start, "Unexpected description, only GraphQL definitions support descriptions.");
            }
        }

        throw Unexpected(keyword);
    }

    private readonly bool IsDescription => lexer.Kind is TokenKind.String or TokenKind.BlockString;

    // Description : StringValue
    private StringValueNode? ParseDescription() => IsDescription ? ParseString(isConst: true) : null;

    // Name : one token
    private Name ParseName()
    {
        if (lexer.Kind != TokenKind.Name)
        {
            throw Expected(TokenKind.Name.Describe());
        }

        var name = new Name(RecentNames.Get(lexer.Slice), lexer.Start);
        Advance();
        return name;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance()
    {
        lexer.Next();
        if (++tokenCount > mostTokens && lexer.Kind != TokenKind.EndOfFile)
        {
            throw TooManyTokens();
        }
    }

    private void Expect(TokenKind kind)
    {
        if (lexer.Kind != kind)
        {
            throw Expected(kind.Describe());
        }

        if (kind != TokenKind.EndOfFile)
        {
            Advance();
        }
    }

    private bool Take(TokenKind kind)
    {
        if (lexer.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    // Inlined, a keyword is compared as the constant that it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsKeyword(string keyword) => lexer.Kind == TokenKind.Name && lexer.Slice.SequenceEqual(keyword);

    private void ExpectKeyword(string keyword)
    {
        if (!TakeKeyword(keyword))
        {
            throw Expected($"\"{keyword}\"");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeKeyword(string keyword)
    {
        if (!IsKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Goes one level deeper; the caller comes back with <see cref="Leave"/>.</summary>
    private void Enter()
    {
        if (++depth > options.MaxDepth)
        {
            throw source.LimitError(lexer.Start, $"Document is nested more than {options.MaxDepth} levels deep.");
        }
    }

    private void Leave() => depth--;

    private readonly GraphQLException TooManyTokens() => source.LimitError(lexer.Start, $"Document contains more than {options.MaxTokens} tokens.");

    private readonly GraphQLException Expected(string what) => source.SyntaxError(lexer.Start, $"Expected {what}, found {lexer.Describe()}.");

    private readonly GraphQLException Unexpected() => Unexpected(lexer);

    private readonly GraphQLException Unexpected(Lexer at) => source.SyntaxError(at.Start, $"Unexpected {at.Describe()}.");

    private static bool IsTooLarge(string text, int maxBytes) =>
        text.Length > maxBytes || (text.Length > maxBytes / 3 && Encoding.UTF8.GetByteCount(text) > maxBytes);
}
