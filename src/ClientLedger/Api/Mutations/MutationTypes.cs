using ClientLedger.Access;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.Writing;

namespace ClientLedger.Api.Mutations;

/// <summary>What can be changed: for each entity the same verbs, of one record and of many.</summary>
internal static class MutationTypes
{
    public const string Mutation = "Mutation", UserError = "UserError", Duplicate = "DuplicateHit", Outcomes = "Outcome", Policy = "DuplicatePolicy", RecordVersion = "RecordVersion", FieldConflict = "FieldConflict", Conflicts = "conflicts";

    private static readonly Verb[] Verbs = [Verb.Create, Verb.Update, Verb.Upsert, Verb.Delete, Verb.Restore];

    /// <summary>Adds all that entities share, and the fields at the root.</summary>
    public static SchemaBuilder Add(SchemaBuilder schema, LedgerSchema entities)
    {
        schema.AddObject(UserError, type => type.Describe("Why something wasn't done.")
            .Field("code", "String!", field => field.Describe("For ever the same: `write.required`."))
            .Field("message", "String!", field => field.Describe("What is wrong and what to do, in the language of the request."))
            .Field("path", "[String!]!", field => field.Describe("The argument that it is about, such as `[\"values\", \"name\"]`, or `[\"rows\", \"3\", \"name\"]` where many are given, counted from 0; empty when it is about the whole.")));
        schema.AddObject(FieldConflict, type => type.Describe("A field that somebody else has changed since the version that your change is based on.")
            .Field("field", "String!", field => field.Describe("Its name."))
            .Field("given", ApiScalars.Json, field => field.Describe("The value that you gave, as the ledger reads it."))
            .Field("current", ApiScalars.Json, field => field.Describe("The value that the record has now, as you may see it: masked where you see it masked, null where you don't see it.")));
        schema.AddObject(Duplicate, type => type.Describe("A record with an equal phone, e-mail address, tax number or name, as far as you may see it.")
            .Field("field", "String!", field => field.Describe("The field that is equal."))
            .Field("id", "ID!", field => field.Describe("The other record."))
            .Field("title", "String", field => field.Describe("What it is called, if you may see that.")));
        schema.AddEnum(Outcomes, type => Each(type.Describe("What became of a record."), (Outcome each) => OutcomeText(each)));
        schema.AddEnum(Policy, type => Each(type.Describe("What happens to a new record whose phone, e-mail address, tax number or name another record has."), (DuplicatePolicy each) => PolicyText(each)));
        schema.AddInput(RecordVersion, input => input.Describe("A record as somebody has seen it.")
            .Field("id", "ID!", text: "Its id.")
            .Field("version", ApiScalars.Long, text: "The version that was seen; a record that has changed since is a conflict, and stays as it is. Without it the record is taken as it is."));
        foreach (var entity in entities.Entities)
        {
            AddPayloads(schema, entity);
        }

        return schema.AddObject(Mutation, root =>
        {
            root.Describe("What can be changed. Fields run one after the other.");
            foreach (var (entity, verb) in entities.Entities.SelectMany(entity => VerbsOf(entity).Select(verb => (entity, verb))))
            {
                root.Field(NameOf(verb, TypeNames.Record(entity.Name)), TypeNames.Payload(entity.Name), field => One(field, entity, verb));
                root.Field(NameOf(verb, TypeNames.Many(entity)), TypeNames.ManyPayload(entity), field => Many(field, entity, verb));
            }
        });
    }

    /// <summary>Adds finding records by a key to an entity all of whose keys are a tenant's own.</summary>
    public static void AddUpsert(SchemaBuilder schema, EntityDescriptor entity)
    {
        AddKeys(schema, entity);
        schema.AddField(Mutation, NameOf(Verb.Upsert, TypeNames.Record(entity.Name)), TypeNames.Payload(entity.Name), field => One(field, entity, Verb.Upsert));
        schema.AddField(Mutation, NameOf(Verb.Upsert, TypeNames.Many(entity)), TypeNames.ManyPayload(entity), field => Many(field, entity, Verb.Upsert));
    }

    /// <summary>The coordinates of what a caller can't do with an entity's records.</summary>
    public static IEnumerable<string> Hidden(EntityDescriptor entity, EntityRights rights)
    {
        var writes = Enumerable.Range(0, entity.Fields.Count).Any(ordinal => !entity.Fields[ordinal].Derived && rights.BestWrite(ordinal) == WriteRight.Yes && rights.Best(ordinal) != ReadRight.Hidden);
        return VerbsOf(entity)
            .Where(verb => !(verb switch
            {
                Verb.Create => writes && rights.MayCreate,
                Verb.Delete or Verb.Restore => rights.MayDelete,
                _ => writes,
            }))
            .SelectMany(verb => (string[])[$"{Mutation}.{NameOf(verb, TypeNames.Record(entity.Name))}", $"{Mutation}.{NameOf(verb, TypeNames.Many(entity))}"]);
    }

    /// <summary>Whether some built-in field finds a record.</summary>
    public static bool HasKey(EntityDescriptor entity) => entity.Fields.Any(field => field is { Unique: true, Custom: false });

    private static IEnumerable<Verb> VerbsOf(EntityDescriptor entity) => Verbs.Where(verb => verb != Verb.Upsert || HasKey(entity));

    private static string NameOf(Verb verb, string what) => $"{verb}".ToLowerInvariant() + what;

    private static void AddPayloads(SchemaBuilder schema, EntityDescriptor entity)
    {
        var (name, label) = (entity.Name, entity.Label.English.ToLowerInvariant());
        schema.AddInput(TypeNames.Input(name), input => input.Describe($"Values of a {label}. What isn't given stays as it is, or takes its default in a new record; null empties a field."));
        schema.AddInput(TypeNames.Update(name), input => input.Describe($"A change of a {label}.")
            .Field("id", "ID!", text: "The record.")
            .Field("version", ApiScalars.Long, text: "The version that the change is based on: what others have changed since in other fields is kept, in the same field it is a conflict. Without it the newest value wins.")
            .Field(Arguments.Values, TypeNames.Input(name) + "!", text: "What changes."));
        schema.AddObject(TypeNames.Payload(name), type => type.Describe($"What became of a {label}.")
            .Field(name, TypeNames.Record(name), field => field.Describe("The record as it is now; null where there is none that you may see."))
            .Field("id", "ID", field => field.Describe("Its id, also when it was deleted; null when nothing was done."))
            .Field("outcome", Outcomes + "!", field => field.Describe("What was done."))
            .Field("userErrors", $"[{UserError}!]!", field => field.Describe("Why it wasn't done; empty when it was."))
            .Field(Conflicts, $"[{FieldConflict}!]!", field => field.Describe("The fields that others have changed since the given `version`, each with both values; empty unless `outcome` is `CONFLICT`, and where a record is deleted or restored as a whole."))
            .Field("duplicates", $"[{Duplicate}!]!", field => field.Describe("Records that look like it.")));
        schema.AddObject(TypeNames.ManyPayload(entity), type => type.Describe("What became of each record.")
            .Field("applied", "Boolean!", field => field.Describe("Something was changed."))
            .Field("results", $"[{TypeNames.Payload(name)}!]!", field => field.Describe("One for each that was given, in their order.")));
        if (HasKey(entity))
        {
            AddKeys(schema, entity);
        }
    }

    private static void AddKeys(SchemaBuilder schema, EntityDescriptor entity) =>
        schema.AddEnum(TypeNames.Key(entity.Name), type => type.Describe($"The fields by whose value a {entity.Label.English.ToLowerInvariant()} is found."));

    private static void One(FieldBuilder field, EntityDescriptor entity, Verb verb)
    {
        var (name, label) = (entity.Name, entity.Label.English.ToLowerInvariant());
        field.Describe(TextOf(verb, $"a {label}"));
        if (verb is Verb.Update or Verb.Delete or Verb.Restore)
        {
            field.Argument("id", "ID!", text: "The record.")
                .Argument("version", ApiScalars.Long, text: verb == Verb.Update
                    ? "The version that the change is based on: what others have changed since in other fields is kept, in the same field it is a conflict. Without it the newest value wins."
                    : "The version that was seen; a record that has changed since is a conflict, and stays as it is. Without it the record is taken as it is.");
        }

        AddKey(field, entity, verb);
        if (verb is Verb.Create or Verb.Update or Verb.Upsert)
        {
            field.Argument(Arguments.Values, TypeNames.Input(name) + "!", text: "The values.");
        }

        AddHow(field, verb).Write(ApiCall.Answering((context, call, output) => ChangeFields.WriteOneAsync(context, call, name, verb, output)));
    }

    private static void Many(FieldBuilder field, EntityDescriptor entity, Verb verb)
    {
        var name = entity.Name;
        field.Describe(TextOf(verb, $"records of the kind {entity.Label.English.ToLowerInvariant()}") + $" Up to {Arguments.MostRows} in a call.");
        AddKey(field, entity, verb);
        field.Argument(
            Arguments.Rows,
            verb switch
            {
                Verb.Create or Verb.Upsert => $"[{TypeNames.Input(name)}!]!",
                Verb.Update => $"[{TypeNames.Update(name)}!]!",
                _ => $"[{RecordVersion}!]!",
            },
            text: "One for each record.");
        field.Argument(Arguments.AllOrNothing, "Boolean!", "false", "One that is refused refuses all. Otherwise the good ones are done and the others told.");
        AddHow(field, verb).Write(ApiCall.Answering((context, call, output) => ChangeFields.WriteManyAsync(context, call, name, verb, output)));
    }

    private static void AddKey(FieldBuilder field, EntityDescriptor entity, Verb verb)
    {
        if (verb == Verb.Upsert)
        {
            field.Argument(Arguments.Key, TypeNames.Key(entity.Name) + "!", text: "The field by whose value a record is found; where there is none, one is made.");
        }
    }

    private static FieldBuilder AddHow(FieldBuilder field, Verb verb)
    {
        if (verb is Verb.Create or Verb.Upsert or Verb.Update)
        {
            field.Argument(Arguments.Duplicates, Policy + "!", "ASK", "What happens to a record that comes to look like another one.");
        }

        return field.Argument(Arguments.Reason, "String", text: $"Why, for the history; a line of at most {ChangeSet.LongestReason} characters.").Cost(10);
    }

    private static string TextOf(Verb verb, string what) => verb switch
    {
        Verb.Create => $"Makes {what}.",
        Verb.Update => $"Changes {what}.",
        Verb.Upsert => $"Changes {what} found by a key, or makes what isn't found.",
        Verb.Delete => $"Deletes {what}; they can be restored.",
        _ => $"Brings back {what} that were deleted.",
    };

    private static string OutcomeText(Outcome outcome) => outcome switch
    {
        Outcome.Created => "It was made.",
        Outcome.Updated => "It was changed.",
        Outcome.Unchanged => "Every value was already so; nothing was written.",
        Outcome.Deleted => "It was deleted.",
        Outcome.Restored => "It was brought back.",
        Outcome.Confirmed => "It was confirmed as it is.",
        Outcome.Skipped => "It was left out as a duplicate, as was asked.",
        Outcome.Refused => "It was refused; `userErrors` says why.",
        Outcome.Withheld => "It is good by itself, and wasn't done since another one was refused.",
        _ => "Somebody else has changed the same field since, or the record that was to be deleted or restored; nothing was written.",
    };

    private static string PolicyText(DuplicatePolicy policy) => policy switch
    {
        DuplicatePolicy.Ask => "It is refused, also where a change makes it so, and `duplicates` names the others.",
        DuplicatePolicy.Create => "It is made all the same.",
        DuplicatePolicy.Skip => "It is left out.",
        _ => "The other record is changed instead, if there is one alone.",
    };

    private static void Each<T>(EnumBuilder type, Func<T, string> text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            type.Value(EnumNames.Of(value), value, text(value));
        }
    }
}
