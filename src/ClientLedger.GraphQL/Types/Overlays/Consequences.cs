namespace ClientLedger.GraphQL.Types.Overlays;

/// <summary>What follows from what an overlay hides: what is of a hidden type is hidden, and what only that led to. A name that no caller can reach would still tell that it is there.</summary>
internal static class Consequences
{
    public static void Follow(OverlayDraft draft)
    {
        HideWhatIsOfHidden(draft);
        var left = Reachability.Of(draft);
        foreach (var type in draft.Below.Reachable.Where(type => !left.Contains(type)))
        {
            draft.Hide(type);
        }

        HideWhatIsOfHidden(draft);
        HideUnusedScalars(draft);
    }

    /// <summary>A schema has those of the specified scalars that something in it is of, also where nothing leads to that.</summary>
    private static void HideUnusedScalars(OverlayDraft draft)
    {
        var used = Reachability.Used(draft);
        foreach (var scalar in SpecifiedScalars.All.Where(scalar => !used.Contains(scalar)))
        {
            draft.Hide(scalar);
        }
    }

    /// <summary>
    /// Until nothing changes: members of hidden types, and types that nothing is left of. What is hidden is only asked for while they are gone through, so it may grow meanwhile.
    /// </summary>
    private static void HideWhatIsOfHidden(OverlayDraft draft)
    {
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var type in draft.Types)
            {
                isChanged |= HideWithin(draft, type);
            }
        }
        while (isChanged);
    }

    private static bool HideWithin(OverlayDraft draft, NamedType type) => type switch
    {
        FieldsType fieldsType => HideFields(draft, fieldsType) | (draft.Below.FieldsOf(fieldsType).Count > 0 && !draft.FieldsOf(fieldsType).Any() && draft.Hide(type)),
        InputObjectType input => HideInputFields(draft, input) | (draft.Below.InputFieldsOf(input).Count > 0 && !draft.InputFieldsOf(input).Any() && draft.Hide(type)),
        EnumType enumType => draft.Below.ValuesOf(enumType).Count > 0 && !draft.ValuesOf(enumType).Any() && draft.Hide(type),
        UnionType union => !draft.Below.DeclaredMembersOf(union).IsEmpty && !draft.ReferencesOf(union).Any() && draft.Hide(type),
        _ => false,
    };

    private static bool HideFields(OverlayDraft draft, FieldsType type)
    {
        var isChanged = false;
        foreach (var field in draft.FieldsOf(type))
        {
            if (draft.IsHidden(field.Type.Innermost))
            {
                isChanged |= draft.DraftOf(type).Hide(field.Name);
            }
            else if (field.Arguments.Count > 0)
            {
                isChanged |= HideArguments(draft, type, field);
            }
        }

        return isChanged;
    }

    /// <summary>A field goes with an argument that it can't be without.</summary>
    private static bool HideArguments(OverlayDraft draft, FieldsType type, FieldDefinition field)
    {
        var isChanged = false;
        foreach (var argument in draft.ArgumentsOf(type, field).Where(argument => draft.IsHidden(argument.Type.Innermost)))
        {
            isChanged |= argument.IsRequired ? draft.DraftOf(type).Hide(field.Name) : draft.DraftOf(type).Hide(field.Name, argument.Name);
        }

        return isChanged;
    }

    private static bool HideInputFields(OverlayDraft draft, InputObjectType type)
    {
        var isChanged = false;
        foreach (var field in draft.InputFieldsOf(type))
        {
            if (draft.IsHidden(field.Type.Innermost))
            {
                isChanged |= draft.DraftOf(type).Hide(field.Name);
            }
        }

        return isChanged;
    }
}
