using System.Runtime.CompilerServices;

namespace ClientLedger.GraphQL.Language;

/// <summary>Operations, fragments and selections (2.3 to 2.8), variables (2.10), directives (2.12).</summary>
internal ref partial struct Parser
{
    // OperationDefinition : Description? OperationType Name? VariableDefinitions? Directives? SelectionSet | SelectionSet
    private OperationDefinitionNode ParseOperationDefinition()
    {
        var start = lexer.Start;
        if (lexer.Kind == TokenKind.BraceLeft)
        {
            var selections = ParseSelectionSet();
            return new OperationDefinitionNode(start, lexer.LastEnd, null, OperationType.Query, null, [], [], selections);
        }

        var description = ParseDescription();
        var operation = ParseOperationType();
        var name = lexer.Kind == TokenKind.Name ? ParseName() : (Name?)null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(start, lexer.LastEnd, description, operation, name, variables, directives, selectionSet);
    }

    // OperationType : one of query mutation subscription
    private OperationType ParseOperationType()
    {
        if (lexer.Kind != TokenKind.Name)
        {
            throw Expected(TokenKind.Name.Describe());
        }

        var operation = lexer.Slice switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => (OperationType?)null,
        };
        if (operation is { } known)
        {
            Advance();
            return known;
        }

        // The reference implementation takes the token before it looks at it, and so meets an error behind it first.
        var unknown = lexer;
        Advance();
        throw Unexpected(unknown);
    }

    // VariablesDefinition : ( VariableDefinition+ )
    private NodeList<VariableDefinitionNode> ParseVariableDefinitions()
    {
        if (!Take(TokenKind.ParenthesisLeft))
        {
            return [];
        }

        NodeList<VariableDefinitionNode>.Builder variables = default;
        do
        {
            variables.Add(ParseVariableDefinition());
        }
        while (!Take(TokenKind.ParenthesisRight));
        return variables.Complete();
    }

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Take(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(start, lexer.LastEnd, description, variable, type, defaultValue, directives);
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var start = lexer.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(start, lexer.LastEnd, name);
    }

    // SelectionSet : { Selection+ }, and as in the reference implementation { }
    private SelectionSetNode ParseSelectionSet()
    {
        var start = lexer.Start;
        Expect(TokenKind.BraceLeft);
        Enter();
        NodeList<SelectionNode>.Builder selections = default;
        while (lexer.Kind != TokenKind.BraceRight)
        {
            selections.Add(lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        }

        Leave();
        Advance();
        return new SelectionSetNode(start, lexer.LastEnd, selections.Complete());
    }

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    private FieldNode ParseField()
    {
        var start = lexer.Start;
        var name = ParseName();
        string? alias = null;
        if (Take(TokenKind.Colon))
        {
            alias = name.Value;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selectionSet = lexer.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return selectionSet is null && arguments.IsEmpty && directives.IsEmpty
            ? new FieldNode(start, lexer.LastEnd, alias, name)
            : new FieldWithPartsNode(start, lexer.LastEnd, alias, name, arguments, directives, selectionSet);
    }

    // Arguments : ( Argument+ )
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private NodeList<ArgumentNode> ParseArguments(bool isConst) => lexer.Kind == TokenKind.ParenthesisLeft ? ParseSomeArguments(isConst) : [];

    private NodeList<ArgumentNode> ParseSomeArguments(bool isConst)
    {
        Advance();
        NodeList<ArgumentNode>.Builder arguments = default;
        do
        {
            arguments.Add(ParseArgument(isConst));
        }
        while (!Take(TokenKind.ParenthesisRight));
        return arguments.Complete();
    }

    // Argument : Name : Value
    private ArgumentNode ParseArgument(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ArgumentNode(lexer.LastEnd, name, value);
    }

    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private SelectionNode ParseFragment()
    {
        var start = lexer.Start;
        Expect(TokenKind.Spread);
        var hasTypeCondition = TakeKeyword("on");
        if (!hasTypeCondition && lexer.Kind == TokenKind.Name)
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(start, lexer.LastEnd, name, spreadDirectives);
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(start, lexer.LastEnd, typeCondition, directives, selectionSet);
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment");
        if (IsKeyword("on"))
        {
            throw Unexpected();
        }

        var name = ParseName();
        ExpectKeyword("on");
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(start, lexer.LastEnd, description, name, typeCondition, directives, selectionSet);
    }

    // Directives : Directive+
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private NodeList<DirectiveNode> ParseDirectives(bool isConst) => lexer.Kind == TokenKind.At ? ParseSomeDirectives(isConst) : [];

    private NodeList<DirectiveNode> ParseSomeDirectives(bool isConst)
    {
        NodeList<DirectiveNode>.Builder directives = default;
        do
        {
            directives.Add(ParseDirective(isConst));
        }
        while (lexer.Kind == TokenKind.At);
        return directives.Complete();
    }

    // Directive : @ Name Arguments?
    private DirectiveNode ParseDirective(bool isConst)
    {
        var start = lexer.Start;
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArguments(isConst);
        return new DirectiveNode(start, lexer.LastEnd, name, arguments);
    }
}
