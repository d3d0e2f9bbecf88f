using System.Collections.Frozen;
using ClientLedger.Messages;

namespace ClientLedger.Fields;

/// <summary>The records of another entity that name a record of this one: the orders of a customer.</summary>
/// <param name="Name">API name of the list: <c>orders</c>.</param>
/// <param name="Entity">Entity of the children: <c>order</c>.</param>
/// <param name="ByField">Reference field of the child that names the parent: <c>customer</c>.</param>
public sealed record ChildRelation(string Name, string Entity, string ByField);

/// <summary>A kind of record: its names and fields. A field's place in <see cref="Fields"/> is its ordinal; values of records are arrays in that order.</summary>
public sealed class EntityDescriptor
{
    private readonly FrozenDictionary<string, int> ordinals;

    /// <summary>Describes an entity; system fields (id, version, times, people) are added in front of its own.</summary>
    public EntityDescriptor(int id, string name, string plural, string idPrefix, Label label, Type recordType, string title, IReadOnlyList<FieldDescriptor> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Id = id;
        Name = name;
        Plural = plural;
        IdPrefix = idPrefix;
        Label = label;
        RecordType = recordType;
        Title = title;
        Fields = [.. SystemFields.Of(id), .. fields];
        ordinals = Fields.Select((field, ordinal) => (field.Name, ordinal)).ToFrozenDictionary(x => x.Name, x => x.ordinal, StringComparer.Ordinal);
    }

    private EntityDescriptor(EntityDescriptor other, IReadOnlyList<FieldDescriptor> fields)
        : this(other.Id, other.Name, other.Plural, other.IdPrefix, other.Label, other.RecordType, other.Title, fields) =>
        (Children, Columns, IsOfFiles) = (other.Children, other.Columns, other.IsOfFiles);

    /// <summary>1 to 999; prefixes the ids of the built-in fields.</summary>
    public int Id { get; }

    /// <summary>API name, singular camel case: <c>orderLine</c>.</summary>
    public string Name { get; }

    /// <summary>API name of a list: <c>orderLines</c>.</summary>
    public string Plural { get; }

    /// <summary>Prefix of the ids shown outside: <c>cus</c>.</summary>
    public string IdPrefix { get; }

    public Label Label { get; }

    /// <summary>The mapped class.</summary>
    public Type RecordType { get; }

    /// <summary>Name of the field that stands for the record in lists and look-ups.</summary>
    public string Title { get; }

    public IReadOnlyList<FieldDescriptor> Fields { get; }

    public IReadOnlyList<ChildRelation> Children { get; init; } = [];

    /// <summary>Names of the fields by which a list shows records as long as nobody has chosen others, the title first; empty for the first ones that there are.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Its records stand for files, which a form and a table's rows don't bring.</summary>
    public bool IsOfFiles { get; init; }

    /// <summary>Ordinal of a field, or -1.</summary>
    public int OrdinalOf(string field) => ordinals.GetValueOrDefault(field, -1);

    /// <summary>The field of that name, or null.</summary>
    public FieldDescriptor? Find(string field) => ordinals.TryGetValue(field, out var ordinal) ? Fields[ordinal] : null;

    /// <summary>The relation of that name, or null.</summary>
    public ChildRelation? FindChildren(string relation) => Children.FirstOrDefault(child => child.Name == relation);

    /// <summary>The same entity with a tenant's own fields after the built-in ones.</summary>
    public EntityDescriptor With(IEnumerable<FieldDescriptor> custom) => new(this, [.. Fields.Skip(SystemFields.Count), .. custom]);

    /// <summary>The same entity with some of its own fields; their ordinals are others, so that it describes and isn't written or read by.</summary>
    internal EntityDescriptor Only(Func<FieldDescriptor, bool> isKept) => new(this, [.. Fields.Skip(SystemFields.Count).Where(isKept)]);

    public override string ToString() => Name;
}
