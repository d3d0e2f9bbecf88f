namespace ClientLedger.GraphQL.Validation.Facts;

/// <summary>A list that grows by pieces: facts of a long document aren't copied again and again, and no array is so large that the garbage collector keeps it among the large ones.</summary>
internal sealed class FactList<T>(int capacity)
{
    private const int PieceBits = 9;
    private const int PieceSize = 1 << PieceBits;

    private T[][] pieces = [new T[Math.Clamp(capacity, 4, PieceSize)]];

    public int Count { get; private set; }

    public ref T this[int index] => ref pieces[index >> PieceBits][index & (PieceSize - 1)];

    /// <summary>Adds an item and says where.</summary>
    public int Add(T item)
    {
        var (piece, place) = (Count >> PieceBits, Count & (PieceSize - 1));
        if (piece == pieces.Length)
        {
            Array.Resize(ref pieces, piece + 1);
            pieces[piece] = new T[PieceSize];
        }
        else if (place == pieces[piece].Length)
        {
            Array.Resize(ref pieces[piece], Math.Min(place * 2, PieceSize));
        }

        pieces[piece][place] = item;
        return Count++;
    }
}
