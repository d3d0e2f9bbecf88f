using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation.Facts;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>Two or more fields that would stand under one response key.</summary>
internal readonly ref struct FieldGroup
{
    private readonly DocumentFacts facts;
    private readonly List<int> members;
    private readonly FieldGroups groups;
    private readonly int first;

    /// <summary>The first member whose parent isn't an object type, and so may meet every other; otherwise none.</summary>
    private readonly int firstOfAny = FieldFact.None;

    public FieldGroup(DocumentFacts facts, List<int> members, FieldGroups groups, int first)
    {
        this.facts = facts;
        this.members = members;
        this.groups = groups;
        this.first = first;
        ObjectType? onlyParent = null;
        for (var member = first; member != FieldFact.None; member = groups.Next(member))
        {
            if (Fact(member).Parent is not ObjectType parent)
            {
                firstOfAny = firstOfAny == FieldFact.None ? member : firstOfAny;
            }
            else if (onlyParent is null)
            {
                onlyParent = parent;
            }
            else
            {
                HasExclusiveParents |= parent != onlyParent;
            }
        }
    }

    /// <summary>Whether some members belong to objects of different types, which never meet.</summary>
    public bool HasExclusiveParents { get; }

    /// <summary>Streamed fields are compared by the reference implementation, and so by who compares pairs.</summary>
    public bool MayBeStreamed
    {
        get
        {
            for (var member = first; member != FieldFact.None; member = groups.Next(member))
            {
                if (StreamDirective.On(Fact(member).Node) is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the types of some members can't stand under one key. Fields that the schema doesn't know have no type, those of introspection none that counts in the reference implementation.</summary>
    public bool HasDifferentShapes
    {
        get
        {
            GraphQLType? shape = null;
            for (var member = first; member != FieldFact.None; member = groups.Next(member))
            {
                if (Fact(member).Definition is { Owner: not null } definition)
                {
                    shape ??= definition.Type;
                    if (!ResponseShape.IsSame(shape, definition.Type))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>Whether some members that may belong to one object are different fields, or have different arguments.</summary>
    public bool HasDifferentFields
    {
        get
        {
            var models = HasExclusiveParents && firstOfAny == FieldFact.None ? new Dictionary<CompositeType, FieldNode>() : null;
            var model = Fact(firstOfAny == FieldFact.None ? first : firstOfAny).Node;
            for (var member = first; member != FieldFact.None; member = groups.Next(member))
            {
                var fact = Fact(member);
                if (models is not null && !models.TryGetValue(fact.Parent!, out model!))
                {
                    models[fact.Parent!] = model = fact.Node;
                }

                if (model != fact.Node && !IsSameField(model, fact.Node))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The selection sets of all members.</summary>
    public List<int> SelectionSets()
    {
        var sets = new List<int>();
        for (var member = first; member != FieldFact.None; member = groups.Next(member))
        {
            if (Fact(member).SelectionSet is var own and not FieldFact.None)
            {
                sets.Add(own);
            }
        }

        return sets;
    }

    /// <summary>For each object type, the selection sets of members that may belong to its objects.</summary>
    public IEnumerable<List<int>> SelectionSetsByParent()
    {
        var ofAny = new List<int>();
        var byParent = new Dictionary<ObjectType, List<int>>();
        for (var member = first; member != FieldFact.None; member = groups.Next(member))
        {
            var fact = Fact(member);
            var sets = ofAny;
            if (fact.Parent is ObjectType parent && !byParent.TryGetValue(parent, out sets))
            {
                byParent[parent] = sets = [];
            }

            if (fact.SelectionSet is var own and not FieldFact.None)
            {
                sets!.Add(own);
            }
        }

        return byParent.Values.Select(sets => (List<int>)[.. sets, .. ofAny]);
    }

    private static bool IsSameField(FieldNode one, FieldNode other) =>
        one.Name.Value == other.Name.Value
        && (one.Arguments.IsEmpty
            ? other.Arguments.IsEmpty
            : IsUnambiguous(one) && IsUnambiguous(other) && ValueComparison.AreSame(one.Arguments, other.Arguments));

    private static bool IsUnambiguous(FieldNode field) => DuplicateNames.In(field.Arguments, argument => argument.Name).Count == 0;

    private ref readonly FieldFact Fact(int member) => ref facts.Fields[members[member]];
}
