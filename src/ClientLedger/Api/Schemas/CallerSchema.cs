using System.Security.Cryptography;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Api.Mutations;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.Api.Schemas;

/// <summary>What is different in a caller's schema: what the tenant's own fields add to the base, and what the caller's rights take away.</summary>
internal sealed class CallerSchema
{
    /// <summary>About how many bytes an overlay holds by itself, and for each member that it adds or hides; measured.</summary>
    private const int BytesOfOverlay = 2_500, BytesOfMember = 200;

    private readonly LedgerSchema entities;
    private readonly IReadOnlyList<SchemaPlace> added;
    private readonly IReadOnlyList<string> hidden;

    private CallerSchema(LedgerSchema entities, IReadOnlyList<SchemaPlace> added, IReadOnlyList<string> hidden)
    {
        this.entities = entities;
        this.added = added;
        this.hidden = hidden;
        Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. hidden, .. added.Select(place => place.ToString())]))));
    }

    /// <summary>The same for all callers with the same schema.</summary>
    public string Fingerprint { get; }

    /// <summary>The caller sees the base as it is.</summary>
    public bool IsBase => added.Count == 0 && hidden.Count == 0;

    /// <summary>Bytes that the overlay takes, approximately.</summary>
    public int Bytes => BytesOfOverlay + (BytesOfMember * (added.Count + hidden.Count));

    /// <summary>Finds the differences.</summary>
    public static CallerSchema Of(LedgerSchema schema, Rights rights)
    {
        List<SchemaPlace> more = [];
        List<string> less = [];
        foreach (var entity in schema.Entities)
        {
            var its = rights.On(entity.Name);
            if (its.Grants.Count == 0)
            {
                less.AddRange(TypeNames.All(schema, entity.Name));
                continue;
            }

            for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
            {
                var field = entity.Fields[ordinal];
                var places = SchemaPlace.Of(entity, field).ToLookup(place => field.Name == SystemFields.Id || (place.IsFor(its, ordinal) && !IsDangling(rights, field)));
                more.AddRange(field.Custom ? places[true] : []);
                less.AddRange(field.Custom ? [] : places[false].Select(place => place.Coordinate));
            }

            less.AddRange(MutationTypes.Hidden(entity, its));
            less.AddRange(entity.Children.Where(relation => rights.On(relation.Entity).Grants.Count > 0 && !ShownFields.IsFollowed(rights, relation)).SelectMany(relation => BaseSchema.PlacesOf(entity, relation)));
        }

        less.AddRange(TimelineTypes.IsFor(rights) ? [] : TimelineTypes.All);
        return new CallerSchema(schema, more, less);
    }

    /// <summary>Builds the overlay.</summary>
    public Schema Build(Schema below)
    {
        var schema = new SchemaBuilder(below).Fingerprint(Fingerprint);
        foreach (var entity in entities.Entities.Where(entity => !MutationTypes.HasKey(entity) && added.Any(place => place.Owner == TypeNames.Key(entity.Name))))
        {
            MutationTypes.AddUpsert(schema, entity);
        }

        foreach (var place in added)
        {
            place.AddTo(schema);
        }

        foreach (var coordinate in hidden)
        {
            schema.Hide(coordinate);
        }

        return schema.Build();
    }

    /// <summary>It refers to records that the caller doesn't know of.</summary>
    public static bool IsDangling(Rights rights, FieldDescriptor field) => FieldShape.IsLink(field) && rights.On(field.Target!).Grants.Count == 0;
}
