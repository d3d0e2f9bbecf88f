using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.Reading.Binding;

namespace ClientLedger.Api.Schemas;

/// <summary>What a member of the schema is.</summary>
internal enum PlaceKind
{
    /// <summary>A field of an object.</summary>
    Output,

    /// <summary>A field of an input.</summary>
    Input,

    /// <summary>A value of an enum.</summary>
    Value,
}

/// <summary>One place at which a field of a record stands in the schema, and the right that it takes to stand there.</summary>
/// <param name="Owner">The type that has it.</param>
/// <param name="Type">Its own type; empty for a value of an enum.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SchemaPlace(PlaceKind Kind, string Owner, string Name, string Type, ReadRight Read, WriteRight Write, string Description)
{
    /// <summary>Its schema coordinate.</summary>
    public string Coordinate => $"{Owner}.{Name}";

    /// <summary>By the descriptors themselves: those of built-in fields are every tenant's, and a tenant's own live as long as its scopes.</summary>
    private static readonly ConditionalWeakTable<FieldDescriptor, IReadOnlyList<SchemaPlace>> Known = [];

    /// <summary>All places of a field.</summary>
    public static IReadOnlyList<SchemaPlace> Of(EntityDescriptor entity, FieldDescriptor field) =>
        Known.TryGetValue(field, out var known) ? known : Known.GetValue(field, _ => [.. Find(entity, field)]);

    private static IEnumerable<SchemaPlace> Find(EntityDescriptor entity, FieldDescriptor field)
    {
        var text = FieldTexts.Of(field);

        var shown = FieldShape.LeastShown(field);
        if (field.Name != SystemFields.Id)
        {
            yield return new(PlaceKind.Output, TypeNames.Record(entity.Name), field.Name, FieldShape.OutputOf(field), shown, WriteRight.No, text);
        }

        yield return new(PlaceKind.Input, TypeNames.Where(entity.Name), field.Name, FieldShape.WhereOf(field), ReadRight.Clear, WriteRight.No, text);
        if (FieldShape.IsSortable(field))
        {
            yield return new(PlaceKind.Value, TypeNames.SortField(entity.Name), field.Name, "", ReadRight.Clear, WriteRight.No, text);
        }

        if (FieldShape.IsAggregable(field))
        {
            yield return new(PlaceKind.Value, TypeNames.AggregateField(entity.Name), field.Name, "", ReadRight.Clear, WriteRight.No, text);
        }

        if (Binder.IsGroupable(field))
        {
            yield return new(PlaceKind.Value, TypeNames.GroupField(entity.Name), field.Name, "", ReadRight.Clear, WriteRight.No, text);
        }

        if (!field.Derived)
        {
            yield return new(PlaceKind.Input, TypeNames.Input(entity.Name), field.Name, FieldShape.InputOf(field), ReadRight.Masked, WriteRight.Yes, text);
            if (field.Unique)
            {
                yield return new(PlaceKind.Value, TypeNames.Key(entity.Name), field.Name, "", ReadRight.Clear, WriteRight.Yes, text);
            }
        }
    }

    /// <summary>It exists for a caller.</summary>
    /// <param name="ordinal">Of the field.</param>
    public bool IsFor(EntityRights rights, int ordinal) => rights.Best(ordinal) >= Read && rights.BestWrite(ordinal) >= Write;

    /// <summary>Adds it to a schema.</summary>
    public void AddTo(SchemaBuilder schema)
    {
        var (text, owner, name, type) = (Description, Owner, Name, Type);
        _ = Kind switch
        {
            PlaceKind.Output => schema.AddField(owner, name, type, field => field.Describe(text)),
            PlaceKind.Input => schema.AddInputField(owner, name, type, description: text),
            _ => schema.AddEnumValue(owner, name, description: text),
        };
    }
}
