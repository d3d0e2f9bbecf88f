using System.Buffers;
using System.Text.Json;
using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>Writes lists that were read, each with the lists within its rows.</summary>
internal sealed class ListWriter(PlaceReader places)
{
    /// <summary>Writes a page as its level says: an object of parts, or an array.</summary>
    /// <param name="total">How many records there are on all pages, where that is shown.</param>
    public void Write(IBufferWriter<byte> output, HeldList list, HeldPage page, long? total)
    {
        if (list.Level.Parts is { } parts)
        {
            Write(output, list, page, total, parts);
        }
        else
        {
            WriteRows(output, list.Forms[0], page);
        }
    }

    /// <summary>Writes the list that belongs to a place in a row.</summary>
    public void Write(IBufferWriter<byte> output, HeldRows within, HeldPlace place)
    {
        if (!within.Lists.TryGetValue(place.List, out var list))
        {
            within.Lists.Add(place.List, list = new HeldList(place.List.Level));
        }

        Write(output, list, list[place.Parent], place.Total);
    }

    /// <summary>Writes the rows of a page as an array.</summary>
    public void WriteRows(IBufferWriter<byte> output, HeldRows rows, HeldPage page)
    {
        output.Write("["u8);
        for (var row = page.First; row < page.First + page.Count; row++)
        {
            if (row > page.First)
            {
                output.Write(","u8);
            }

            rows.WriteTo(output, row, this);
        }

        output.Write("]"u8);
    }

    private void Write(IBufferWriter<byte> output, HeldList list, HeldPage page, long? total, IReadOnlyList<BoundPart> parts)
    {
        output.Write("{"u8);
        for (var i = 0; i < parts.Count; i++)
        {
            WriteKey(output, parts[i].Key, isFirst: i == 0);
            switch (parts[i])
            {
                case BoundRowsPart rows:
                    WriteRows(output, list.Forms[rows.Form], page);
                    break;
                case BoundPartsPart inner:
                    Write(output, list, page, total, inner.Parts);
                    break;
                case BoundTextPart text:
                    WriteText(output, text.Text.EncodedUtf8Bytes);
                    break;
                case BoundFactPart fact:
                    WriteFact(output, list.Level, page, total, fact.Fact);
                    break;
                default:
                    throw new ArgumentException($"{parts[i].GetType()} is no bound part.", nameof(parts));
            }
        }

        output.Write("}"u8);
    }

    private void WriteFact(IBufferWriter<byte> output, BoundLevel level, HeldPage page, long? total, PageFact fact)
    {
        switch (fact)
        {
            case PageFact.HasPrevious:
                WriteFlag(output, HasPrevious(level, page));
                break;
            case PageFact.HasNext:
                WriteFlag(output, HasNext(level, page));
                break;
            case PageFact.Total:
                var digits = output.GetSpan(20);
                total!.Value.TryFormat(digits, out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
                output.Advance(written);
                break;
            case PageFact.Start or PageFact.End when page.Count > 0:
                WriteText(output, System.Text.Encoding.ASCII.GetBytes(places.Seal(level, fact == PageFact.Start ? page.Start : page.End)));
                break;
            default:
                output.Write("null"u8);
                break;
        }
    }

    /// <summary>There are rows before the first; a page after a cursor takes the cursor's own row for one.</summary>
    public static bool HasPrevious(BoundLevel level, HeldPage page) => level.IsBackward ? page.HasMore : level.CursorSlots is not null;

    /// <summary>There are rows after the last; a page before a cursor takes the cursor's own row for one.</summary>
    public static bool HasNext(BoundLevel level, HeldPage page) => level.IsBackward ? level.CursorSlots is not null : page.HasMore;

    private static void WriteFlag(IBufferWriter<byte> output, bool flag) => output.Write(flag ? "true"u8 : "false"u8);

    private static void WriteKey(IBufferWriter<byte> output, JsonEncodedText key, bool isFirst)
    {
        if (!isFirst)
        {
            output.Write(","u8);
        }

        WriteText(output, key.EncodedUtf8Bytes);
        output.Write(":"u8);
    }

    private static void WriteText(IBufferWriter<byte> output, ReadOnlySpan<byte> encoded)
    {
        output.Write("\""u8);
        output.Write(encoded);
        output.Write("\""u8);
    }
}
