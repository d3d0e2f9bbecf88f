namespace ClientLedger.Messages;

/// <summary>Why something was refused: a code, the values that its text names, and the field it stands at, if it is about one.</summary>
public sealed record Refusal
{
    private readonly KeyValuePair<string, object?>[] arguments;

    private Refusal(MessageCode code, KeyValuePair<string, object?>[] arguments)
    {
        Code = code;
        this.arguments = arguments;
    }

    public MessageCode Code { get; }

    /// <summary>What the placeholders of the text stand for.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Arguments => arguments;

    /// <summary>API name of the field, or null when the refusal is about the record or the request as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>A refusal of a code with the values of its placeholders.</summary>
    public static Refusal Of(MessageCode code, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var named = new KeyValuePair<string, object?>[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            named[i] = new(arguments[i].Name, arguments[i].Value);
        }

        return new Refusal(code, named);
    }

    /// <summary>The text in one language, with its placeholders filled in.</summary>
    public string In(Language language) =>
        Placeholders.Fill(language == Language.Chinese ? Code.Chinese : Code.English, arguments, language);

    public override string ToString() => Field is null ? Code.Code : $"{Field}: {Code.Code}";
}
