using System.Collections.Immutable;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.Overlays;

/// <summary>What an overlay changes in a type.</summary>
internal sealed class TypeDraft(Schema below, NamedType type)
{
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private readonly HashSet<(string Field, string Argument)> hiddenArguments = [];
    private readonly List<FieldDefinition> fields = [];
    private readonly List<InputValueDefinition> inputFields = [];
    private readonly List<EnumValueDefinition> values = [];
    private readonly List<NamedType> references = [];
    private IReadOnlyList<Definition> extensions = [];

    /// <summary>The fields of an object type or interface that are left, those that are added included; their arguments may be hidden.</summary>
    public IEnumerable<FieldDefinition> Fields => Shown(below.FieldsOf((FieldsType)type).Concat(fields));

    /// <summary>The fields of an input object that are left, those that are added included.</summary>
    public IEnumerable<InputValueDefinition> InputFields => Shown(below.InputFieldsOf((InputObjectType)type).Concat(inputFields));

    /// <summary>The values of an enum that are left, those that are added included.</summary>
    public IEnumerable<EnumValueDefinition> Values => Shown(below.ValuesOf((EnumType)type).Concat(values));

    /// <summary>The interfaces of an object type or interface, or the members of a union; the hidden ones included.</summary>
    public IEnumerable<NamedType> References => ReferencesOf(below, type).Concat(references);

    /// <summary>The interfaces or members that are added.</summary>
    public IReadOnlyList<NamedType> AddedReferences => references;

    /// <summary>The interfaces or members that a type has below.</summary>
    public static ImmutableArray<NamedType> ReferencesOf(Schema below, NamedType type) => type switch
    {
        FieldsType fieldsType => below.DeclaredInterfacesOf(fieldsType),
        UnionType union => below.DeclaredMembersOf(union),
        _ => [],
    };

    /// <summary>Hides a field, an input field or a value; false when it was hidden before.</summary>
    public bool Hide(string member) => hidden.Add(member);

    /// <summary>Hides an argument; false when it was hidden before.</summary>
    public bool Hide(string field, string argument) => hiddenArguments.Add((field, argument));

    /// <summary>The arguments of a field that are left.</summary>
    public IEnumerable<InputValueDefinition> ArgumentsOf(FieldDefinition field) => field.Arguments.Where(argument => !hiddenArguments.Contains((field.Name, argument.Name)));

    /// <summary>Adds what extensions say.</summary>
    public void Extend(IReadOnlyList<Definition> by, TypeAssembler assembler)
    {
        extensions = by;
        switch (type)
        {
            case FieldsType fieldsType:
                fields.AddRange(assembler.FieldsOf(fieldsType, by));
                references.AddRange(assembler.InterfacesOf(by));
                break;
            case UnionType:
                references.AddRange(assembler.MembersOf(by));
                break;
            case EnumType enumType:
                values.AddRange(assembler.ValuesOf(enumType, by));
                break;
            case InputObjectType input:
                inputFields.AddRange(assembler.InputFieldsOf(input, by));
                break;
        }
    }

    /// <summary>The change as the schema keeps it: nothing where the type has what it has below.</summary>
    /// <param name="isHidden">Which types are hidden.</param>
    public TypeChange ToChange(Predicate<NamedType> isHidden)
    {
        var left = References.Where(reference => !isHidden(reference)).ToImmutableArray();
        var isChanged = references.Count > 0 || left.Length < References.Count();
        return new TypeChange
        {
            Fields = type is FieldsType && (hidden.Count > 0 || hiddenArguments.Count > 0 || fields.Count > 0) ? ChangedFields() : null,
            InputFields = type is InputObjectType input && (hidden.Count > 0 || inputFields.Count > 0) ? below.InputFieldsOf(input).With(hidden, Shown(inputFields)) : null,
            Values = type is EnumType enumType && (hidden.Count > 0 || values.Count > 0) ? below.ValuesOf(enumType).With(hidden, Shown(values)) : null,
            Interfaces = type is FieldsType && isChanged ? left : null,
            Members = type is UnionType && isChanged ? left : null,
            SpecifiedByUrl = TypeAssembler.SpecifiedByUrlOf(extensions),
            Origins = extensions.Count == 0 ? null : below.OriginsOf(type).AddRange(SdlDefinitions.OriginsOf(extensions)),
            Directives = extensions.Count == 0 ? null : below.DirectivesOf(type).AddRange(SdlDefinitions.DirectivesOf(extensions)),
        };
    }

    private MemberCollection<FieldDefinition> ChangedFields()
    {
        var shortened = hiddenArguments.Select(argument => argument.Field).ToHashSet(StringComparer.Ordinal);
        var existing = below.FieldsOf((FieldsType)type);
        return existing.With(
            [.. hidden, .. shortened],
            [.. Shown(existing).Where(field => shortened.Contains(field.Name)).Select(Shortened), .. Shown(fields).Select(field => shortened.Contains(field.Name) ? Shortened(field) : field)]);

        FieldDefinition Shortened(FieldDefinition field) => field.Without(argument => hiddenArguments.Contains((field.Name, argument.Name)));
    }

    private IEnumerable<T> Shown<T>(IEnumerable<T> members)
        where T : ISchemaElement => members.Where(member => !hidden.Contains(member.Name));
}
