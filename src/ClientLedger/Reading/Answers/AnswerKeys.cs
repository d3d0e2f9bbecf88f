using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClientLedger.Reading.Answers;

/// <summary>Names in answers, encoded once.</summary>
internal static class AnswerKeys
{
    private const int MostKept = 4096;

    private static readonly ConcurrentDictionary<string, JsonEncodedText> Kept = new();

    /// <summary>Answers are UTF-8 JSON and no part of a page, so that only what JSON itself forbids is escaped.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonEncodedText Of(string key)
    {
        if (Kept.TryGetValue(key, out var encoded))
        {
            return encoded;
        }

        encoded = JsonEncodedText.Encode(key, Encoder);
        if (Kept.Count < MostKept)
        {
            Kept.TryAdd(key, encoded);
        }

        return encoded;
    }
}
