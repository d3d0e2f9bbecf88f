using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>Writes lists that were read, each with the lists within its rows.</summary>
internal sealed class ListWriter(PlaceReader places)
{
    /// <summary>Writes a page as its level says: an object of parts, or an array.</summary>
    public void Write(IBufferWriter<byte> output, ShownPage page)
    {
        if (page.List.Level.Parts is { } parts)
        {
            Write(output, page, parts);
        }
        else
        {
            WriteRows(output, page, form: 0);
        }
    }

    /// <summary>Writes the list that belongs to a place in a row.</summary>
    public void Write(IBufferWriter<byte> output, HeldRows within, HeldPlace place)
    {
        if (place.List is BoundTimeline timeline)
        {
            Write(output, within.TimelineOf(timeline, place.Parent, places), timeline.Parts);
        }
        else
        {
            var list = within.ListOf((BoundChildrenSelection)place.List);
            Write(output, new ShownPage(list, list[place.Parent], place.Total));
        }
    }

    /// <summary>Writes rows as an array, in one of their forms.</summary>
    public void WriteRows<T>(IBufferWriter<byte> output, T rows, int form)
        where T : IShownRows
    {
        output.Write("["u8);
        for (var i = 0; i < rows.Count; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            var (list, row) = rows[i];
            list.Forms[form].WriteTo(output, row, this);
        }

        output.Write("]"u8);
    }

    private void Write<T>(IBufferWriter<byte> output, T rows, IReadOnlyList<BoundPart> parts)
        where T : IShownRows
    {
        output.Write("{"u8);
        for (var i = 0; i < parts.Count; i++)
        {
            WriteKey(output, parts[i].Key, isFirst: i == 0);
            switch (parts[i])
            {
                case BoundRowsPart part:
                    WriteRows(output, rows, part.Form);
                    break;
                case BoundPartsPart inner:
                    Write(output, rows, inner.Parts);
                    break;
                case BoundTextPart text:
                    WriteText(output, text.Text.EncodedUtf8Bytes);
                    break;
                case BoundFactPart fact:
                    WriteFact(output, rows, fact.Fact);
                    break;
                default:
                    throw new ArgumentException($"{parts[i].GetType()} is no bound part.", nameof(parts));
            }
        }

        output.Write("}"u8);
    }

    private void WriteFact<T>(IBufferWriter<byte> output, T rows, PageFact fact)
        where T : IShownRows
    {
        switch (fact)
        {
            case PageFact.HasPrevious:
                WriteFlag(output, rows.HasPrevious);
                break;
            case PageFact.HasNext:
                WriteFlag(output, rows.HasNext);
                break;
            case PageFact.Total:
                var digits = output.GetSpan(20);
                rows.Total!.Value.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
                output.Advance(written);
                break;
            case PageFact.Start or PageFact.End when rows.Count > 0:
                WriteText(output, Encoding.ASCII.GetBytes(rows.PlaceOf(last: fact == PageFact.End, places)));
                break;
            default:
                output.Write("null"u8);
                break;
        }
    }

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
