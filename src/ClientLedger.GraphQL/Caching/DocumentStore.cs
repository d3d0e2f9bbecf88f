using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.GraphQL.Validation.Rules.House;

namespace ClientLedger.GraphQL.Caching;

/// <summary>Parses a text once, and validates it once for each schema, as long as both are remembered and the schema lives. A text that isn't GraphQL isn't remembered.</summary>
internal sealed class DocumentStore(ParserOptions parsing, ValidationOptions validation, CachingOptions caching)
{
    private const int BytesPerEntry = 250;

    private readonly BoundedCache<string, ParsedDocument> parsed = new(caching.DocumentBytes, static (_, document) => BytesPerEntry + document.Size);
    private readonly BoundedCache<(string Text, string Fingerprint), ValidationOfSchema> validated = new(caching.ValidationBytes, static (key, validation) => BytesPerEntry + (2L * (key.Text.Length + key.Fingerprint.Length)) + validation.Size);
    private long parseCount;
    private long validationCount;

    /// <summary>How many texts were parsed by now.</summary>
    public long ParseCount => Volatile.Read(ref parseCount);

    /// <summary>How many times a document was validated by now.</summary>
    public long ValidationCount => Volatile.Read(ref validationCount);

    /// <summary>About how many bytes are used.</summary>
    public long Bytes => parsed.Bytes + validated.Bytes;

    /// <summary>What a schema says of a text; a <see cref="Errors.GraphQLException"/> when it isn't GraphQL.</summary>
    public ValidatedDocument Get(string text, Schema schema)
    {
        var key = (text, schema.Fingerprint);
        if (validated.TryGet(key, out var known))
        {
            if (known.Document is { } remembered)
            {
                return remembered;
            }

            validated.Remove(key, known);
        }

        var document = Validate(Parse(text), schema);
        return validated.Add(key, new ValidationOfSchema(schema, document)).Document ?? document;
    }

    /// <summary>Weighs a document again when its plans have grown: whoever asks many documents once makes plans that nobody asks for again.</summary>
    public void Weigh(ExecutableDocument document)
    {
        if (document.PlanMemory.TakeGrowth())
        {
            validated.Weigh((document.Node.Source.Text, document.Schema.Fingerprint));
        }
    }

    private ParsedDocument Parse(string text)
    {
        if (parsed.TryGet(text, out var known))
        {
            return known;
        }

        Interlocked.Increment(ref parseCount);
        var document = Parser.Parse(text, parsing);
        return parsed.Add(text, new ParsedDocument(document, LimitCheck.Check(document, validation.Limits)));
    }

    private ValidatedDocument Validate(ParsedDocument document, Schema schema)
    {
        if (document.Excess is { } excess)
        {
            return new ValidatedDocument(null, [excess]);
        }

        Interlocked.Increment(ref validationCount);
        var errors = Validator.Validate(schema, document.Node, validation);
        return errors.Count > 0 ? new ValidatedDocument(null, errors) : new ValidatedDocument(new ExecutableDocument(schema, document.Node), []);
    }
}
