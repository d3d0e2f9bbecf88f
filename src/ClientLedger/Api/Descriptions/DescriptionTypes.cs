using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.Messages;

namespace ClientLedger.Api.Descriptions;

/// <summary>What a client must know to draw a form or a list: who calls, whose ledger it is, and the descriptors of what the caller may see.</summary>
internal static class DescriptionTypes
{
    private const string MeType = "Me", TenantType = "Tenant", BookType = "Book", EntityType = "EntityInfo", FieldInfo = "FieldInfo", RelationType = "RelationInfo", OptionType = "OptionInfo",
        KindType = "FieldType", LanguageType = "Language", Speak = "language";

    /// <summary>Adds the types.</summary>
    public static void Add(SchemaBuilder schema)
    {
        schema.AddEnum(LanguageType, type => type.Describe("A language that the ledger speaks.").Value("EN", Language.English, "English.").Value("ZH", Language.Chinese, "Chinese."));
        schema.AddEnum(KindType, type =>
        {
            type.Describe("What a field holds.");
            foreach (var kind in Enum.GetValues<FieldType>())
            {
                type.Value(NameOf(kind), kind, FormOf(kind));
            }
        });
        AddCaller(schema);
        AddEntities(schema);
        AddFields(schema);
    }

    /// <summary>Adds the fields at the root.</summary>
    public static void AddTo(FieldsBuilder root)
    {
        root.Field("me", MeType + "!", field => field.Describe("Who asks.").Resolve(static context => new(ApiCall.Of(context).Scope)));
        root.Field("tenant", TenantType + "!", field => field.Describe("Whose ledger this is.").Resolve(static context => new(ApiCall.Of(context).Scope)));
        root.Field("entities", $"[{EntityType}!]!", field => field.Describe("The kinds of records that you know of, with their fields.")
            .Argument("name", "String", text: "One of them alone: `customer`.")
            .ListSize(15, requireOne: false)
            .Resolve(static context => new(Seen(context))));
    }

    private static void AddCaller(SchemaBuilder schema)
    {
        schema.AddObject(MeType, type => Of<Tenancy.LedgerScope>(type.Describe("Who asks."))
            .Field("id", "ID!", "The account, `acc_…`, or the key, `key_…`.", scope => scope.Actor.Kind == ActorKind.Client ? ApiKeys.IdOf(scope.Actor.Id) : Shared.RecordIds.Format(Shared.RecordIds.Account, scope.Actor.Id))
            .Field("person", "ID!", "What stands for you where records name a person, in `updatedBy` for example: `acc_…`, for keys too.", scope => Shared.RecordIds.Format(Shared.RecordIds.Account, scope.Actor.Id))
            .Field("name", "String!", "What you are called in this ledger.", scope => scope.Actor.Name)
            .Field("isOwner", "Boolean!", "You may change what the whole ledger rests on: its settings, books and numbering.", scope => scope.Rights.IsOwner));
        schema.AddObject(TenantType, type => Of<Tenancy.LedgerScope>(type.Describe("A company with its ledger."))
            .Field("name", "String!", "Its name in addresses: `acme`.", scope => scope.TenantName)
            .Field("company", "String!", "What the company is called.", scope => scope.Settings.Company)
            .Field("zone", "String!", "The time zone in which its days lie, `Asia/Shanghai`.", scope => scope.Settings.Zone.Id)
            .Field("language", LanguageType + "!", "The language that it speaks unless somebody asks for another.", scope => scope.Settings.Language)
            .Field("baseCurrency", "String!", "The currency that totals are reckoned in, `CNY`.", scope => scope.Settings.BaseCurrency)
            .Field("defaultCountry", "String!", "The country of phones and tax numbers that name none, `CN`.", scope => scope.Settings.DefaultCountry)
            .Field("books", $"[{BookType}!]!", "Its books.", scope => scope.Books.OrderBy(book => book.Key).ToList()));
        schema.AddObject(BookType, type => Of<KeyValuePair<long, string>>(type.Describe("A customer list of its own."))
            .Field("number", ApiScalars.Long + "!", "The value of `book` in its records.", book => book.Key)
            .Field("name", "String!", "What it is called.", book => book.Value));
    }

    private static void AddEntities(SchemaBuilder schema)
    {
        schema.AddObject(EntityType, type => Of<SeenEntity>(type.Describe("A kind of records."))
            .Field("name", "String!", "Its name, `customer`.", its => its.Entity.Name)
            .Field("plural", "String!", "The name of its lists, `customers`.", its => its.Entity.Plural)
            .Field("idPrefix", "String!", "What its ids begin with, `cus`.", its => its.Entity.IdPrefix)
            .Label("label", "String!", "What people call it.", its => its.Entity.Label)
            .Field("title", "String!", "The field that stands for a record.", its => its.Entity.Title)
            .Field("canCreate", "Boolean!", "You may make records.", its => its.Own.MayCreate)
            .Field("canDelete", "Boolean!", "You may delete and restore records.", its => its.Own.MayDelete)
            .Field("fields", $"[{FieldInfo}!]!", "The fields that you may see.", its => its.Fields)
            .Field("relations", $"[{RelationType}!]!", "Lists of other records that refer to its records.", its => its.Relations));
        schema.AddObject(RelationType, type => Of<ChildRelation>(type.Describe("Records of another kind that refer to a record."))
            .Field("name", "String!", "The name of the list, `orders`.", relation => relation.Name)
            .Field("entity", "String!", "Their kind, `order`.", relation => relation.Entity)
            .Field("field", "String!", "Their field that refers to it, `customer`.", relation => relation.ByField));
    }

    private static void AddFields(SchemaBuilder schema)
    {
        schema.AddObject(FieldInfo, type => Of<SeenField>(type.Describe("A field of records, and what you may do with it."))
            .Field("name", "String!", "Its name.", its => its.Field.Name)
            .Label("label", "String!", "What people call it.", its => its.Field.Label)
            .Label("help", "String", "What belongs there.", its => its.Field.Help)
            .Field("example", "String", "A value that it may have.", its => its.Field.Example)
            .Field("type", KindType + "!", "What it holds.", its => its.Field.Type)
            .Field("several", "Boolean!", "It holds several values.", its => its.Field.Several)
            .Label("unit", "String", "What its numbers are counted in.", its => its.Field.Unit)
            .Field("required", "Boolean!", "It must have a value.", its => its.Field.Required)
            .Field("pattern", "String", "A regular expression that the whole value must match.", its => its.Field.Pattern)
            .Field("minimum", ApiScalars.Decimal, "The smallest number allowed.", its => its.Field.Minimum)
            .Field("maximum", ApiScalars.Decimal, "The largest number allowed.", its => its.Field.Maximum)
            .Field("maxLength", "Int!", "The longest text allowed.", its => its.Field.MaxLength)
            .Field("default", "String", "What a new record gets where nothing is given.", its => its.Field.Default)
            .Field("unique", "Boolean!", "No two records have the same.", its => its.Field.Unique)
            .Field("warnsOnDuplicates", "Boolean!", "A new record with the value of another one is asked about.", its => its.Field.WarnOnDuplicates)
            .Field("sensitive", "Boolean!", "It is kept encrypted.", its => its.Field.Sensitivity == Sensitivity.Sensitive)
            .Field("derived", "Boolean!", "The ledger keeps it by itself.", its => its.Field.Derived)
            .Field("custom", "Boolean!", "The tenant has added it.", its => its.Field.Custom)
            .Field("section", "String!", "The heading under which forms show it.", its => its.Field.Section)
            .Field("order", "Int!", "Its place under the heading.", its => its.Field.Order)
            .Field("target", "String", "The kind of records that it refers to.", its => its.Field.Target)
            .Field("currencyField", "String", "The field with the currency of its amounts.", its => its.Field.CurrencyField)
            .Field("list", "String", "The list whose codes it holds.", its => its.Field.List)
            .Field("masked", "Boolean!", "You see it through a mask only, and can't search, sort or filter by it.", its => its.Read == ReadRight.Masked)
            .Field("writable", "Boolean!", "You may change it, on some record at least.", its => !its.Field.Derived && its.Write == WriteRight.Yes)
            .Options("options", $"[{OptionType}!]!", "The entries of its list: those at the top, or those below an entry."));
        schema.AddObject(OptionType, type => Of<ReferenceItem>(type.Describe("An entry of a list."))
            .Field("code", "String!", "What is stored.", item => item.Code)
            .Label("label", "String!", "What people call it.", item => item.Label)
            .Field("parent", "String", "The entry that it lies in.", item => item.Parent));
    }

    private static List<SeenEntity> Seen(ResolveContext context)
    {
        var (scope, name) = (ApiCall.Of(context).Scope, context.Argument<string>("name"));
        return [.. scope.Schema.Entities.Where(entity => name is null || entity.Name == name).Select(entity => new SeenEntity(entity, scope.Rights)).Where(its => its.Own.Grants.Count > 0)];
    }

    private static Describing<T> Of<T>(FieldsBuilder type) => new(type);

    private static string NameOf(FieldType kind) =>
        string.Concat($"{kind}".Select((character, at) => at > 0 && char.IsUpper(character) ? $"_{character}" : $"{char.ToUpperInvariant(character)}"));

    private static string FormOf(FieldType kind) => kind switch
    {
        FieldType.Text => "One line.",
        FieldType.LongText => "Several lines.",
        FieldType.Integer => "A whole number.",
        FieldType.Decimal => "A number with up to four places.",
        FieldType.Money => "An amount with up to four places.",
        FieldType.Boolean => "Yes or no.",
        FieldType.Date => "A day.",
        FieldType.Moment => "A point in time.",
        FieldType.Choice => "A code of a list.",
        FieldType.Reference => "Another record.",
        FieldType.Person => "A person, by the id of the account.",
        FieldType.Phone => "A phone number.",
        FieldType.Email => "An e-mail address.",
        FieldType.WebAddress => "An address of a web page.",
        FieldType.Handle => "A name in a social network.",
        FieldType.TaxNumber => "A tax number.",
        FieldType.NationalId => "The number of an identity card.",
        _ => "The number of a bank account.",
    };

    /// <summary>An entity and what the caller may see of it.</summary>
    private sealed record SeenEntity(EntityDescriptor Entity, Rights All)
    {
        public EntityRights Own => All.On(Entity.Name);

        public IReadOnlyList<SeenField> Fields =>
        [
            .. Entity.Fields
                .Select((each, ordinal) => new SeenField(each, Own.Best(ordinal), Own.BestWrite(ordinal)))
                .Where(each => each.Read >= FieldShape.LeastShown(each.Field) && !CallerSchema.IsDangling(All, each.Field)),
        ];

        public IReadOnlyList<ChildRelation> Relations => [.. Entity.Children.Where(relation => ShownFields.IsFollowed(All, relation))];
    }

    /// <summary>A field and what the caller may do with it.</summary>
    private sealed record SeenField(FieldDescriptor Field, ReadRight Read, WriteRight Write);

    /// <summary>Adds fields that are told of an object.</summary>
    private sealed class Describing<T>(FieldsBuilder type)
    {
        public Describing<T> Field(string name, string of, string text, Func<T, object?> value)
        {
            type.Field(name, of, field => field.Describe(text).Resolve(context => new(value((T)context.Source!))));
            return this;
        }

        /// <summary>A text in the language of the request, or in one that is asked for.</summary>
        public Describing<T> Label(string name, string of, string text, Func<T, Label?> label)
        {
            type.Field(name, of, field => field.Describe(text)
                .Argument(Speak, LanguageType, text: "In this language; in that of the request where none is said.")
                .Resolve(context => new(label((T)context.Source!)?.In(LanguageOf(context)))));
            return this;
        }

        public Describing<T> Options(string name, string of, string text)
        {
            type.Field(name, of, field => field.Describe(text)
                .Argument("under", "String", text: "The entry below which they lie.")
                .Resolve(static context => new(ListOf(context)?.Under(context.Argument<string>("under")) ?? [])));
            return this;
        }

        private static ReferenceList? ListOf(ResolveContext context) =>
            context.Source is SeenField { Field.List: { } list } ? ReferenceLists.Find(list) : null;

        private static Language LanguageOf(ResolveContext context) =>
            context.Arguments.GetValueOrDefault(Speak) as Language? ?? ApiCall.Of(context).Language;
    }
}
