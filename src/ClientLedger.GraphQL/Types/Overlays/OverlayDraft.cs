using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types.Overlays;

/// <summary>An overlay while it is made: what it adds to the schema below, and what it hides of it.</summary>
internal sealed class OverlayDraft(Schema below, IReadOnlyCollection<DirectiveDefinition> directives)
{
    private readonly Dictionary<NamedType, TypeDraft> drafts = [];
    private readonly HashSet<NamedType> hidden = [];
    private readonly HashSet<NamedType> added = [];
    private readonly List<NamedType> addedInOrder = [];

    public Schema Below { get; } = below;

    /// <summary>The types that it adds and that are left, in their order.</summary>
    public IEnumerable<NamedType> Added => addedInOrder.Where(type => !hidden.Contains(type));

    public IReadOnlyCollection<NamedType> Hidden => hidden;

    /// <summary>Every type that is left.</summary>
    public IEnumerable<NamedType> Types => Below.Types.Where(type => !hidden.Contains(type)).Concat(Added);

    /// <summary>The types that are left and have something else than below.</summary>
    public IEnumerable<KeyValuePair<NamedType, TypeDraft>> Changed => drafts.Where(draft => !hidden.Contains(draft.Key));

    /// <summary>The directives that are left: one goes with the type of an argument that it can't be without.</summary>
    public IEnumerable<DirectiveDefinition> Directives =>
        from directive in directives
        let arguments = directive.Arguments.Where(argument => IsHidden(argument.Type.Innermost)).ToList()
        where !arguments.Exists(argument => argument.IsRequired)
        select arguments.Count == 0 ? directive : directive.Without(arguments);

    public bool IsHidden(NamedType type) => hidden.Contains(type);

    /// <summary>What is changed in a type.</summary>
    public TypeDraft DraftOf(NamedType type)
    {
        if (!drafts.TryGetValue(type, out var draft))
        {
            drafts[type] = draft = new TypeDraft(Below, type);
        }

        return draft;
    }

    /// <summary>Adds a type, unless it is there already.</summary>
    public void Add(NamedType type)
    {
        if (Below.TypeNamed(type.Name) != type && added.Add(type))
        {
            addedInOrder.Add(type);
        }
    }

    /// <summary>Hides a type; false when it was hidden before.</summary>
    public bool Hide(NamedType type) => hidden.Add(type);

    /// <summary>Hides an element of the schema below; a <see cref="GraphQLException"/> if it isn't there, or if every schema has it.</summary>
    public void Hide(SchemaCoordinate coordinate)
    {
        switch (coordinate.FindIn(Below))
        {
            case NamedType type when !type.IsIntrospection && SpecifiedScalars.All.Find(type.Name) is null:
                Hide(type);
                break;
            case FieldDefinition { Owner: { IsIntrospection: false } owner } field:
                DraftOf(owner).Hide(field.Name);
                break;
            case InputValueDefinition { Owner: InputObjectType owner } field:
                DraftOf(owner).Hide(field.Name);
                break;
            case InputValueDefinition { Owner: FieldDefinition { Owner: { IsIntrospection: false } owner } field } argument:
                DraftOf(owner).Hide(field.Name, argument.Name);
                break;
            case EnumValueDefinition { Owner: { IsIntrospection: false } owner } value:
                DraftOf(owner).Hide(value.Name);
                break;
            case null:
                throw Refused($"\"{coordinate}\" can't be hidden: the schema below has no such element.");
            default:
                throw Refused($"\"{coordinate}\" can't be hidden: types, fields, arguments, input fields and enum values can, but not those that every schema has.");
        }
    }

    /// <summary>The fields of a type that are left.</summary>
    public IEnumerable<FieldDefinition> FieldsOf(FieldsType type) => drafts.TryGetValue(type, out var draft) ? draft.Fields : Below.FieldsOf(type);

    /// <summary>The arguments of a field that are left.</summary>
    public IEnumerable<InputValueDefinition> ArgumentsOf(FieldsType type, FieldDefinition field) =>
        drafts.TryGetValue(type, out var draft) ? draft.ArgumentsOf(field) : field.Arguments;

    /// <summary>The fields of an input object that are left.</summary>
    public IEnumerable<InputValueDefinition> InputFieldsOf(InputObjectType type) => drafts.TryGetValue(type, out var draft) ? draft.InputFields : Below.InputFieldsOf(type);

    /// <summary>The values of an enum that are left.</summary>
    public IEnumerable<EnumValueDefinition> ValuesOf(EnumType type) => drafts.TryGetValue(type, out var draft) ? draft.Values : Below.ValuesOf(type);

    /// <summary>The interfaces of an object type or interface, or the members of a union: those that are left.</summary>
    public IEnumerable<NamedType> ReferencesOf(NamedType type)
    {
        var references = drafts.TryGetValue(type, out var draft) ? draft.References : TypeDraft.ReferencesOf(Below, type);
        return references.Any() ? references.Where(reference => !hidden.Contains(reference)) : [];
    }

    /// <summary>Visits what a type refers to and what is left of it, in the order of the reference implementation: interfaces or members, then the types of fields, each with those of its arguments.</summary>
    public void VisitReferences(NamedType type, Action<NamedType> visit)
    {
        foreach (var reference in ReferencesOf(type))
        {
            visit(reference);
        }

        switch (type)
        {
            case FieldsType fieldsType:
                foreach (var field in FieldsOf(fieldsType))
                {
                    visit(field.Type.Innermost);
                    VisitArguments(fieldsType, field, visit);
                }

                break;
            case InputObjectType input:
                foreach (var field in InputFieldsOf(input))
                {
                    visit(field.Type.Innermost);
                }

                break;
        }
    }

    private void VisitArguments(FieldsType type, FieldDefinition field, Action<NamedType> visit)
    {
        if (field.Arguments.Count == 0)
        {
            return;
        }

        foreach (var argument in ArgumentsOf(type, field))
        {
            visit(argument.Type.Innermost);
        }
    }

    private static GraphQLException Refused(string message) => new(message, ErrorCodes.InvalidSchema);
}
