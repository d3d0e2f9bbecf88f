using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http;

/// <summary>Reads JSON that a client sent.</summary>
internal static class RequestJson
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The value that a text is, with or without a byte order mark; a <see cref="BadHttpRequestException"/> when it is none. It outlives the text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="what">What it is, for the refusal.</param>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8, string what)
    {
        utf8 = utf8.StartsWith(Mark) ? utf8[Mark.Length..] : utf8;
        if (!Utf8.IsValid(utf8))
        {
            // The reader doesn't look into strings, and whoever took one out would fail there.
            throw new BadHttpRequestException($"{what} isn't JSON: it isn't in UTF-8.", StatusCodes.Status400BadRequest);
        }

        try
        {
            var reader = new Utf8JsonReader(utf8);
            var value = JsonElement.ParseValue(ref reader);
            if (reader.Read())
            {
                throw new JsonException("There is something behind it.");
            }

            CheckStrings(utf8);
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException($"{what} isn't JSON: {exception.Message}", StatusCodes.Status400BadRequest, exception);
        }
    }

    /// <summary>The body of a request, of at most so many bytes.</summary>
    public static async ValueTask<JsonElement> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            if (buffer.Length > maxBytes)
            {
                request.BodyReader.AdvanceTo(buffer.End);
                throw TooLarge(maxBytes);
            }

            if (read.IsCompleted)
            {
                try
                {
                    return Parse(buffer.IsSingleSegment ? buffer.FirstSpan : buffer.ToArray(), "The body of the request");
                }
                finally
                {
                    // A body that is still being read when the answer ends makes the server break off the connection, refusal and all.
                    request.BodyReader.AdvanceTo(buffer.End);
                }
            }

            request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Escapes can stand for half a character, which no string can be: that is found here, not where the string is used.</summary>
    private static void CheckStrings(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }

    private static BadHttpRequestException TooLarge(int maxBytes) =>
        new($"The request is larger than {maxBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
}
